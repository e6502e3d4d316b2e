"""Places in front matter: in a reference to the work, under a name, and with the town that stands on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from litreview.pages.citation import read_citation
from litreview.pages.front_items import Item, is_kind_of_place, places
from litreview.pages.offsets import Flat
from litreview.pages.part import Part
from litreview.pages.titlecase import in_capitals
from litreview.pages.vocabulary import Vocabulary, vocabulary


def together(first: Item, second: Item) -> Item:
    """Two values on following lines as one."""
    return attrs.evolve(first, flat=Flat.join([first.flat, second.flat], " "), line=second.line, begins=first.begins or first.line.number)


def with_towns(items: Sequence[Item]) -> list[Item]:
    """The items, the town on a line of its own put to an institution that has no name but its kind ("INSTITUT AGAMA ISLAM NEGERI")."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        town = (
            item.field in ("skip", "free")
            and item.text.isalpha()
            and item.text.isupper()
            and last is not None
            and last.line.number < item.line.number <= last.line.number + 2
        )
        if town and last is not None and last.field == "institution" and is_kind_of_place(last.text):
            kept[-1] = together(last, item)
        else:
            kept.append(item)
    return kept


def is_place_under_name(item: Item, previous: Item) -> bool:
    """Whether a line in capitals under a name or its number goes on with a unit and an institution up to its end: a programme, misspelt."""
    under = previous.field == "author" or (previous.field == "skip" and previous.sign in ("number", "label"))
    if not under or not in_capitals(item.text):
        return False
    vocab = vocabulary()
    begins = [match.start() for match in vocab.place_within.finditer(item.text)]
    kinds = [
        "unit" if vocab.unit.match(item.text, at) else "institution" if vocab.institution.match(item.text, at) else "" for at in begins
    ]
    return "unit" in kinds and kinds[-1] == "institution"


def citation_items(part: Part, vocab: Vocabulary) -> Iterator[Item]:
    """The values of a reference to the work itself."""
    line = part.lines[0]
    for stretch in read_citation(part.flat.text):
        flat = part.flat[stretch.start : stretch.end]
        if stretch.field == "place" or stretch.field == "institution":
            # What stands alone where the place does is one, by whatever short name ("Undip").
            alone = stretch.field == "institution" or len(flat.text.split()) == 1
            placed = list(places(flat, line, vocab)) or ([Item("institution", flat, line)] if alone else [])
            yield from (attrs.evolve(item, sign="citation") for item in placed)
        elif stretch.field == "number":
            yield Item("skip", flat, line, sign="number")
        else:
            yield Item(stretch.field, flat, line, sign="citation")
