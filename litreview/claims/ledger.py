"""The ledger: everything the chapter may say, in order, each claim with what it rests on. The prose is only a rendering of it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.claims.claim import Claim
from litreview.claims.corpus import corpus_claims
from litreview.claims.facets import facet_claims
from litreview.claims.gaps import gap_claims
from litreview.record import Library
from litreview.themes import Theme


@attrs.frozen
class Ledger:
    """The claims of a chapter: about the corpus, theme by theme, and the gaps."""

    corpus: tuple[Claim, ...]
    themes: tuple[tuple[Theme, tuple[Claim, ...]], ...]
    gaps: tuple[Claim, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the chapter."""
        return (*self.corpus, *(claim for _, claims in self.themes for claim in claims), *self.gaps)


def build_ledger(library: Library, themes: Sequence[Theme]) -> Ledger:
    """State what can be said of the studies of `library`, theme by theme. Same input, same ledger; ids depend on content alone."""
    return Ledger(
        corpus_claims(library),
        tuple((theme, facet_claims(theme.facet).build(library, theme.keys)) for theme in themes),
        gap_claims(library),
    )
