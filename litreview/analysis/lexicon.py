"""The concepts and places an analysis knows: those that come with the library, and the tables a caller adds."""

from __future__ import annotations

from pathlib import Path

import attrs

from litreview.concepts import Concept, concept, find
from litreview.concepts.places import Place, find_places
from litreview.concepts.terms import Found


@attrs.frozen
class Lexicon:
    """Further concepts, and paths of further tables of places, in the shape of those in ``litreview/concepts/gazetteer/``."""

    concepts: tuple[Concept, ...] = ()
    places: tuple[Path, ...] = ()

    def find(self, text: str, tag: str, kind: str | None = None) -> tuple[Found[Concept], ...]:
        """Where concepts stand in `text`; see `litreview.concepts.find`."""
        return find(text, tag, kind, self.concepts)

    def first(self, text: str, tag: str, *kinds: str) -> str | None:
        """The id of the first concept in `text` of the first of `kinds` that has any there, or None."""
        for kind in kinds:
            hits = self.find(text, tag, kind)
            if hits:
                return hits[0].value.id
        return None

    def label(self, name: str, tag: str) -> str:
        """The usual term for the concept with the id `name`. Raises UnknownName."""
        return concept(name, self.concepts).label(tag)

    def find_places(self, text: str) -> tuple[Found[tuple[Place, ...]], ...]:
        """Where places stand in `text`; see `litreview.concepts.places.find_places`."""
        return find_places(text, self.places)


STANDARD = Lexicon()
"""What comes with the library."""
