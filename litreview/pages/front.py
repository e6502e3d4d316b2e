"""The front matter of a page, line by line: which line is a title, an author, an institution, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

import attrs

from litreview.pages.blocks import Part
from litreview.pages.citation import read_citation
from litreview.pages.lines import EMAIL, are_persons, is_by_line, is_genre, is_number, looks_like_name
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals, mostly_capitals
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, fold, vocabulary

Sign = Literal["label", "citation", "by", "words", "number", "print", "notes", "position"]
"""By what a value was recognised: a label, its place in a reference to the work, "by", its own words, the student number behind it, how
it is printed, the marks of notes behind the names, or its place among the lines alone."""
Field = Literal["title", "author", "institution", "unit", "programme", "genre", "year", "supervisor", "degree", "free", "skip"]

_NOTE = re.compile(r"[\d*†‡¹²³⁴⁵]{1,2}[).]?\s?(?=[^\W\d_a-z])")
_NOTE_BEHIND = re.compile(r"[^\W\d_]\.?\s?(?:[\d*†‡¹²³⁴⁵]{1,3}|\[[\d,*]{1,5}\]|\(\d{1,2}\))(?=[\s,;]|$)")
_NUMBERED = re.compile(
    r"(?P<name>[^\d,(]{3,60}?)[\s,(–-]+(?:(?:NIM|NPM|NRP|NIRM)[.:\s]*)?(?!(?:19|20)\d\d\s*[/–-]\s*(?:19|20)?\d\d\b)[A-Z]{0,3}\d[\dA-Z./-]{6,}\)?$"
)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_LONGEST = 600
"""No line of front matter is longer, in characters."""


@attrs.frozen(eq=False)
class Item:
    """One value of front matter as printed. `sure` is False where only its looks speak for the field."""

    field: Field
    flat: Flat
    line: Line
    sure: bool = True
    continues: bool = False
    labelled: bool = False
    """Whether a label ("Judul:") says what it is."""
    sign: Sign = "words"

    @property
    def text(self) -> str:
        """The value as printed, its lines joined by spaces."""
        return " ".join(self.flat.text.split())


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
        line_items = list(_line_values(line, vocab, None if first and previous is None else previous, waiting, first))
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


def _line_values(line: Line, vocab: Vocabulary, previous: Item | None, waiting: Field | None, first: bool) -> Iterator[Item]:
    """The values of one line: by a label, by marks such as "by" or a student number, by its words, else by the line above it."""
    flat = _without_address(line.flat)
    text = flat.text
    if not text.strip(" ()<>,;:-|") or len(text) > _LONGEST:
        return
    if waiting and not vocab.label.match(text):
        yield Item(waiting, flat[len(text) - len(text.lstrip(" :")) :], line, sign="label")
        return
    label = vocab.label.match(text)
    if label:
        yield _labelled(vocab.fields[fold(label[1])], flat[label.start(2) :].strip(), line)
        return
    bare = vocab.bare_label.match(text)
    if bare and text.rstrip().endswith(":") and len(text.split()) <= 4:
        yield _labelled(vocab.fields[fold(bare[1])], flat[len(text) :], line)
        return
    if text.startswith(":") and previous is not None:
        yield Item(previous.field, flat[1:].strip(), line, sign="label")
        return
    if is_number(text, vocab):
        yield Item("skip", flat, line)
        return
    by = vocab.by.match(text)
    if by and is_by_line(text, vocab):
        rest = flat[by.end() :].strip(" :.")
        yield Item("author", rest, line, sign="by")
        return
    numbered = _NUMBERED.match(text)
    if numbered and looks_like_name(numbered["name"]) and " " in numbered["name"].strip():
        yield Item("author", flat[: numbered.end("name")].strip(), line, sign="number")
        return
    worded = list(_worded_values(flat, line, vocab))
    yield from worded or [_value_by_place(flat, line, previous, first)]


def _worded_values(flat: Flat, line: Line, vocab: Vocabulary) -> Iterator[Item]:
    """The values of a line whose own words say what they are: a kind of work, a date, places; nothing where they do not."""
    text = flat.text
    work = vocab.genre.match(text)
    if work and not is_genre(text, vocab) and re.match(r"\s*[,.]\s", text[work.end() :]) and len(text) < 200:
        places = list(_places(flat[work.end() :].strip(" ,."), line, vocab))
        year = _YEAR.search(text, work.end())
        if places or year:
            yield Item("genre", flat[work.start(1) : work.end(1)], line)
            yield from places
            yield from [Item("year", flat[year.start() : year.end()], line)] if year else ()
            return
    if is_genre(text, vocab):
        yield Item("genre", flat.strip(" ()[].:"), line)
        return
    if vocab.dated.match(text):
        yield Item("year", flat, line)
        return
    pieces = list(_places(flat, line, vocab))
    if pieces:
        yield from pieces
        return
    if vocab.boilerplate.match(text):
        yield Item("skip", flat, line)


def _value_by_place(flat: Flat, line: Line, previous: Item | None, first: bool) -> Item:
    """What a line without words of its own is by the line above it: more of the same value, one more supervisor, or not yet known."""
    if previous is not None and previous.field in ("title", "institution", "unit", "programme") and not first and _goes_on(previous, line):
        return Item(previous.field, flat, line, continues=True, labelled=previous.labelled, sign=previous.sign)
    if previous is not None and previous.field == "supervisor" and looks_like_name(flat.text) and "," in flat.text:
        return Item("supervisor", flat, line)
    return Item("free", flat, line, sure=False, sign="position")


def _labelled(field: str, flat: Flat, line: Line) -> Item:
    fields: tuple[Field, ...] = get_args(Field)
    return Item(next((name for name in fields if name == field), "skip"), flat, line, labelled=True, sign="label")


def _places(flat: Flat, line: Line, vocab: Vocabulary) -> Iterator[Item]:
    """Institution, unit and programme of one line, which may hold all three; what follows the first and is none of these is left out."""
    bare = flat.strip(" ()")
    mark = _NOTE.match(bare.text)
    bare = bare[mark.end() :] if mark else bare
    if len(bare.text.split()) > 30:
        return
    placed = False
    for start, end in _place_pieces(bare.text, vocab):
        part = bare[start:end].strip(" .;,|-–")
        field = _place_field(part.text, vocab)
        if field is not None:
            placed = True
            yield Item(field, part, line)
        elif not placed:
            return


def _place_field(text: str, vocab: Vocabulary) -> Field | None:
    if vocab.programme.match(text):
        return "programme"
    return "unit" if vocab.unit.match(text) else "institution" if vocab.institution.match(text) else None


def _place_pieces(text: str, vocab: Vocabulary) -> Iterator[tuple[int, int]]:
    """Stretches between commas and dashes, cut again before each word that begins a unit or an institution."""
    cuts = [0]
    for gap in re.finditer(r",\s+|\s+[-–|]\s+|\s+(?=[^\W\d_a-z])", text):
        words = len(text[cuts[-1] : gap.start()].split())
        institution = bool(vocab.institution.match(text, gap.end()))
        enough = words > (1 if institution else 2) or (institution and bool(vocab.unit.match(text[cuts[-1] : gap.start()])))
        if gap.group().strip() or (enough and vocab.place_begins.match(text, gap.end())):
            cuts.append(gap.end())
    yield from zip(cuts, [*cuts[1:], len(text)], strict=True)


def _goes_on(previous: Item, line: Line) -> bool:
    """Whether `line` continues the value of the line above it rather than beginning a new one."""
    if previous.line.number + 1 != line.number:
        return False
    if vocabulary().continues.search(previous.flat.text) or (previous.field == "title" and previous.labelled):
        return True
    if previous.field == "institution" or "," in line.text or any(c.isdigit() for c in line.text):
        return False
    same = in_capitals(previous.line.text) == in_capitals(line.text) and previous.line.strong == line.strong
    return same and len(line.text) < len(previous.line.text) and len(line.text.split()) <= 3 and len(previous.line.text) > 30


def _without_address(flat: Flat) -> Flat:
    address = EMAIL.search(flat.text)
    if not address:
        return flat
    before = re.sub(r"[\s(<,;|]*(?:e-?mail|surel)?\s*:?\s*[(<]?$", "", flat.text[: address.start()], flags=re.IGNORECASE)
    return flat[: len(before)]


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
    return not (ends_here and recurrence(item.text, body) < 0.5 and len(item.text.split()) > 1)


def recurrence(text: str, body: frozenset[str]) -> float:
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
        likely = before_number or (" " in item.text and recurrence(item.text, body) < 0.5)
        if further or (not named and likely and item is not taken_for_title and are_persons(item.text)):
            named = True
            people.append(number)
            noted = bool(_NOTE_BEHIND.search(item.text))
            sign: Sign = "number" if before_number else "notes" if noted else "position"
            yield attrs.evolve(item, field="author", sure=before_number or noted, sign=sign)
        elif is_title(item.text):
            printed = item.line.heading or item.line.strong or in_capitals(item.text)
            yield attrs.evolve(item, field="title", sure=printed or not titled, sign="print" if printed else "position")


_PLACES = ("institution", "unit", "programme", "skip")


def _further_author(items: Sequence[Item], number: int, people: Sequence[int], body: frozenset[str]) -> bool:
    """Whether a line names one more author: each has his institution under him, as the one found before."""
    item = items[number]
    if not people or not looks_like_name(item.text) or " " not in item.text or recurrence(item.text, body) >= 0.5:
        return False
    return all(n + 1 < len(items) and items[n + 1].field in _PLACES for n in (*people, number))


def _title_like_name(items: Sequence[Item], body: frozenset[str]) -> Item | None:
    """Where nothing says what is the title and two lines could be names: the one whose words the abstracts use more, else the first."""
    if any(item.field == "title" for item in items):
        return None
    free = [item for item in items if item.field == "free" and is_title(item.text)]
    names = [item for item in free if are_persons(item.text)]
    if len(names) < 2 or len(names) < len(free):
        return None
    return max(names[:2], key=lambda item: recurrence(item.text, body))


def is_title(text: str) -> bool:
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
            yield from _places(flat, line, vocab)
        else:
            yield Item(stretch.field, flat, line, sign="citation")
