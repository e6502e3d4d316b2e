"""The front matter of a page: which of its lines are a title, authors, institutions, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.pages.blocks import Part
from litreview.pages.citation import read_citation
from litreview.pages.front_items import Field, Item, Sign, line_values, places
from litreview.pages.lines import are_persons, looks_like_name
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals, mostly_capitals
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, vocabulary

_NOTE_BEHIND = re.compile(r"[^\W\d_]\.?\s?(?:[\d*†‡¹²³⁴⁵]{1,3}|\[[\d,*]{1,5}\]|\(\d{1,2}\))(?=[\s,;]|$)")


def read_front(group: Sequence[Part], body: frozenset[str]) -> tuple[Item, ...]:
    """The values stated in one group of front matter, in order. `body` are the words (small letters) of the abstracts:
    a line of capitalised words that occur there is rather a title than a name.
    """
    vocab = vocabulary()
    items: list[Item] = []
    waiting: Field | None = None
    for part in group:
        if part.label == "citation":
            items += _citation(part, vocab)
            continue
        part_items = list(_line_items(part.lines, vocab, items, waiting))
        waiting = part_items.pop().field if part_items and not part_items[-1].flat.text and part_items[-1].field != "skip" else None
        items += _merged(part_items, body)
    return tuple(_decided_by_looks(_titles_joined(items), body))


def _line_items(lines: Sequence[Line], vocab: Vocabulary, before: Sequence[Item], waiting: Field | None) -> Iterator[Item]:
    """The values of one part line by line; a label alone at its end is given as an empty value: it waits for the next part."""
    previous: Item | None = before[-1] if before and before[-1].field in ("supervisor",) else None
    first = True
    for line in lines:
        line_items = list(line_values(line, vocab, None if first and previous is None else previous, waiting, first))
        waiting = None
        first = False
        for item in line_items:
            if not item.flat.text and item.field != "skip":
                waiting = item.field
                continue
            previous = item
            yield item
    if waiting and lines:
        yield Item(waiting, lines[-1].flat[:0], lines[-1])


def _merged(items: list[Item], body: frozenset[str]) -> list[Item]:
    """Put the lines of one value together again."""
    merged: list[Item] = []
    for number, item in enumerate(items):
        last = merged[-1] if merged else None
        if last is None or last.field != item.field or item.field in ("author", "supervisor", "year", "genre", "skip"):
            merged.append(item)
        elif item.continues or item.field == "title" or (item.field == "free" and _same_title(last, item, items[number + 1 :], body)):
            merged[-1] = _together(last, item)
        else:
            merged.append(item)
    return merged


def _together(first: Item, second: Item) -> Item:
    return attrs.evolve(first, flat=Flat.join([first.flat, second.flat], " "), line=second.line)


def _same_title(last: Item, item: Item, after: Sequence[Item], body: frozenset[str]) -> bool:
    if last.line.number + 1 != item.line.number or last.line.heading != item.line.heading:
        return False
    if last.line.strong != item.line.strong:
        return False
    if mostly_capitals(last.text) != mostly_capitals(item.text):
        return False
    if vocabulary().continues.search(last.text) or not looks_like_name(item.text):
        return True
    ends_here = not after or after[0].field in ("skip", "institution", "unit", "programme", "author", "year")
    return not (ends_here and _recurrence(item.text, body) < 0.5 and len(item.text.split()) > 1)


def _recurrence(text: str, body: frozenset[str]) -> float:
    """The share of the words of `text` that occur in the abstracts."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return sum(w in body for w in words) / len(words) if words else 0.0


def _titles_joined(items: Sequence[Item]) -> list[Item]:
    """A title over two paragraphs: lines printed alike, the second of which begins with a word that begins no title and no name."""
    joined: list[Item] = []
    small = vocabulary().title_small
    for item in items:
        last = joined[-1] if joined else None
        alike = last is not None and last.field == item.field == "free" and in_capitals(last.text) == in_capitals(item.text)
        alike = alike and last is not None and (last.line.strong, last.line.heading) == (item.line.strong, item.line.heading)
        first = item.text.split()[0].casefold().strip("(") if item.text else ""
        if alike and last is not None and (first in small or item.text.startswith("(") or vocabulary().continues.search(last.text)):
            joined[-1] = _together(last, item)
        else:
            joined.append(item)
    return joined


def _decided_by_looks(items: Sequence[Item], body: frozenset[str]) -> Iterator[Item]:
    """Decide what the lines without any label are: at most one title and one line of authors, by order and looks."""
    named = any(item.field == "author" and item.flat.text for item in items)
    taken_for_title = _title_like_name(items, body)
    titled = any(item.field == "title" for item in items)
    people: list[int] = []
    for number, item in enumerate(items):
        if item.field != "free":
            yield item
            continue
        after = items[number + 1] if number + 1 < len(items) else None
        before_number = after is not None and after.field == "skip" and after.line.number <= item.line.number + 2
        further = _further_author(items, number, people, body)
        likely = before_number or (" " in item.text and _recurrence(item.text, body) < 0.5)
        if further or (not named and likely and item is not taken_for_title and are_persons(item.text)):
            named = True
            people.append(number)
            noted = bool(_NOTE_BEHIND.search(item.text))
            sign: Sign = "number" if before_number else "notes" if noted else "position"
            yield attrs.evolve(item, field="author", sure=before_number or noted, sign=sign)
        elif _is_title(item.text):
            printed = item.line.heading or item.line.strong or in_capitals(item.text)
            yield attrs.evolve(item, field="title", sure=printed or not titled, sign="print" if printed else "position")


_PLACES = ("institution", "unit", "programme", "skip")


def _further_author(items: Sequence[Item], number: int, people: Sequence[int], body: frozenset[str]) -> bool:
    """Whether a line names one more author: each has his institution under him, as the one found before."""
    item = items[number]
    if not people or not looks_like_name(item.text) or " " not in item.text or _recurrence(item.text, body) >= 0.5:
        return False
    return all(n + 1 < len(items) and items[n + 1].field in _PLACES for n in (*people, number))


def _title_like_name(items: Sequence[Item], body: frozenset[str]) -> Item | None:
    """Where nothing says what is the title and two lines could be names: the one whose words the abstracts use more, else the first."""
    if any(item.field == "title" for item in items):
        return None
    free = [item for item in items if item.field == "free" and _is_title(item.text)]
    names = [item for item in free if are_persons(item.text)]
    if len(names) < 2 or len(names) < len(free):
        return None
    return max(names[:2], key=lambda item: _recurrence(item.text, body))


def _is_title(text: str) -> bool:
    """Whether a line of front matter can be a title at all."""
    words = text.split()
    letters = sum(c.isalpha() for c in text)
    return 2 <= len(words) <= 50 and len(text) <= 500 and letters >= 0.6 * len(text) and not (text.endswith((".", ",")) and len(words) > 25)


def _citation(part: Part, vocab: Vocabulary) -> Iterator[Item]:
    """The values of a reference to the work itself."""
    line = part.lines[0]
    for stretch in read_citation(part.flat.text):
        flat = part.flat[stretch.start : stretch.end]
        if stretch.field == "place":
            yield from places(flat, line, vocab)
        else:
            yield Item(stretch.field, flat, line, sign="citation")
