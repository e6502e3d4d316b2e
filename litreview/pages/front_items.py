"""One line of front matter as values: each with its field, its place, and the sign by which it was recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import Literal, get_args

import attrs

from litreview.languages.marks import any_mark
from litreview.pages.lines import NOTED, is_by_line, is_genre, is_number
from litreview.pages.names import are_persons, find_email, looks_like_name
from litreview.pages.notes import RAISED
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, fold, vocabulary

Sign = Literal["label", "citation", "by", "words", "number", "print", "notes", "position"]
"""By what a value was recognised: a label, its place in a reference to the work, "by", its own words, the student number behind it, how
it is printed, the marks of notes behind the names, or its place among the lines alone."""
Field = Literal["title", "author", "institution", "unit", "programme", "genre", "year", "supervisor", "degree", "free", "skip", "address"]

_NOTE = re.compile(rf"[(\[]?(?:[\d*†‡{RAISED}]{{1,2}}(?:\s?,\s?[\d*{RAISED}]{{1,2}})*|[a-f](?=\s?[A-Z]))[)\].]{{0,2}}\s?(?=[^\W\d_a-z])")
_GAP = re.compile(r",\s+|(?<!\s)\s+[-–|]\s+|(?<!\s)\s+(?=[^\W\d_a-z])|(?<=[a-z])[-–](?=[A-Z])")
_NAME_NOTE = re.compile(rf"(?<=[^\W\d_.])(?:[\d*{RAISED}]{{1,3}}|\s?\(\d\))(?=[\s,;]|$)")
"""The note behind a name or its degree."""
_LIST_BEGINS = re.compile(r"(?<=[,;]\s)[a-z](?=[a-z]+\s)")
"""The small letter with which a name in a list is typed."""
_BAR = re.compile(r"[|\t]")
TOWN_AND_YEAR = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s+(?:19|20)\d\d")
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_ENDS_DATED = re.compile(r"(?<![\d/-])(?:19|20)\d\d\W{0,3}0?\W*$")
_BARE = ("supervisor", "examiner", "author", "year")
"""Labels that stand over their value without a colon."""
_BEHIND_GENRE = re.compile(r"\s*[,.]\s|\s+\(?(?:19|20)\d\d\)?\W*$")
"""What stands behind a kind of work that begins its line: the places, or the year alone."""
_TITLE_WORDS = 5
_FIELD_WORDS = 4
"""A field of study has no more words."""
_MOST_NAMES = 40
"""Names behind a label have no more words."""
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
    unended: bool = False
    """Whether the line behind a title is nothing that is known: more of it, perhaps."""
    begins: int = 0
    """The number of the first line, where the value has several."""

    @cached_property
    def text(self) -> str:
        """The value as printed, its lines joined by spaces."""
        return " ".join(self.flat.text.split())


def line_values(line: Line, vocab: Vocabulary, previous: Item | None, waiting: Field | None, first: bool) -> Iterator[Item]:
    """The values of one line: by a label, by marks such as "by" or a student number, by its words, else by the line above it."""
    flat = _without_address(line.flat)
    text = flat.text
    if len(flat) < len(line.flat):
        yield Item("address", line.flat[len(flat) :], line)
        if text.startswith("*"):
            yield Item("skip", flat, line)  # to whom letters go
            return
    if not text.strip(" ()<>,;:-|") or len(text) > _LONGEST:
        return
    placed = waiting == "author" and bool(vocab.place_begins.match(text)) and not are_persons(text)
    if waiting and not placed and not vocab.label.match(text) and not vocab.bare_label.match(text):
        yield _without_place(Item(waiting, flat[len(text) - len(text.lstrip(" :")) :], line, sign="label"), vocab)
        return
    label = vocab.label.match(text) or (vocab.glued_label.match(text) if text.endswith("|") else None)
    if label:
        flat = _without_bars(flat)
        inner = vocab.label.match(flat.text, label.start(2))  # "Disusun oleh : Nama : …"
        label = inner if inner and vocab.fields[fold(inner[1])] == vocab.fields[fold(label[1])] else label
        yield _without_place(_labelled(vocab.fields[fold(label[1])], flat[label.start(2) :].strip(), line), vocab)
        return
    supervised = vocab.supervised.match(" " + text)
    if supervised:
        yield _labelled("supervisor", flat[supervised.end() - 1 :], line)
        return
    if vocab.supervised_alone.fullmatch(text):
        yield _labelled("supervisor", flat[len(text) :], line)
        return
    bare = vocab.bare_label.match(text)
    bare = None if bare and vocab.holder.fullmatch(text.strip()) else bare
    if bare and (text.rstrip().endswith(":") or vocab.fields[fold(bare[1])] in _BARE) and len(text.split()) <= 6:
        yield _labelled(vocab.fields[fold(bare[1])], flat[len(text) :], line)
        return
    spaced = vocab.spaced_label.match(text)
    if spaced and are_persons(text[spaced.end() :]):
        yield _labelled("supervisor", flat[spaced.end() :], line)
        return
    if text.startswith(":") and previous is not None:
        named = previous.field != "author" or are_persons(text[1:])
        yield Item(previous.field if named else "skip", flat[1:].strip(), line, sign="label")
        return
    if is_number(text, vocab):
        yield Item("skip", flat, line, sign="number")
        return
    by = vocab.by.match(text)
    if by and is_by_line(text, vocab):
        rest = flat[by.end() :].strip(" :.")
        yield Item("author", rest, line, sign="by")
        return
    numbered = _numbered().match(text)
    if numbered and looks_like_name(numbered["name"]) and " " in numbered["name"].strip():
        yield Item("author", flat[: numbered.end("name")].strip(), line, sign="number")
        return
    worded = list(_worded_values(flat, line, vocab))
    yield from worded or [_value_by_place(flat, line, previous, first)]


def _worded_values(flat: Flat, line: Line, vocab: Vocabulary) -> Iterator[Item]:
    """The values of a line whose own words say what they are: a kind of work, a date, places; nothing where they do not."""
    text = flat.text
    work = vocab.genre.match(text)
    if work and not is_genre(text, vocab) and _BEHIND_GENRE.match(text, work.end()) and len(text) < 200:
        named = list(places(flat[work.end() :].strip(" ,."), line, vocab))
        year = _YEAR.search(text, work.end())
        if named or year:
            yield Item("genre", flat[work.start(1) : work.end(1)], line)
            yield from named
            yield from [Item("year", flat[year.start() : year.end()], line)] if year else ()
            return
    record = list(_record_line(flat, line, vocab))
    if record:
        yield from record
        return
    if is_genre(text, vocab):
        yield Item("genre", flat.strip(" ()[].:"), line)
        return
    if vocab.dated.match(text):
        yield Item("year", flat, line)
        return
    if vocab.holder.fullmatch(text.strip(" ,")):
        yield Item("skip", flat, line)
        return
    pieces = list(places(flat, line, vocab))
    if pieces:
        yield from pieces
        late = _YEAR.search(text) if _ENDS_DATED.search(text) else None
        yield from [Item("year", flat[late.start() : late.end()], line)] if late else ()
        return
    if vocab.boilerplate.match(text):
        yield Item("skip", flat, line)
        to = vocab.handed_in.match(text)
        yield from places(_name_of_place(flat[to.end() :]), line, vocab) if to else ()


def _name_of_place(flat: Flat) -> Flat:
    """The beginning of a sentence that is a name: up to the first word in small letters ("Universitas Contoh untuk …")."""
    purpose = _purpose().search(flat.text)
    return flat[: purpose.start()] if purpose else flat


def _without_bars(flat: Flat) -> Flat:
    """A line of a table without the bars behind its last cell."""
    return flat[: len(flat.text.rstrip(" |"))]


def _record_line(flat: Flat, line: Line, vocab: Vocabulary) -> Iterator[Item]:
    """The values of a line of a repository that sets them apart by bars ("2024 | Skripsi | S1 Kehutanan"): year, kind, programme."""
    pieces = [flat[a:b].strip(" |\t") for a, b in pairwise([0, *(m.start() for m in _BAR.finditer(flat.text)), len(flat)])]
    fields: list[Field] = [
        "year" if _YEAR.fullmatch(piece.text) else "genre" if is_genre(piece.text, vocab) else "programme" for piece in pieces
    ]
    if len(pieces) in (2, 3) and fields.count("year") == fields.count("genre") == 1:
        yield from (Item(field, piece, line) for field, piece in zip(fields, pieces, strict=True))


def _value_by_place(flat: Flat, line: Line, previous: Item | None, first: bool) -> Item:
    """What a line without words of its own is by the line above it: more of the same value, one more supervisor, or not yet known."""
    text = flat.text.strip()
    town = previous is not None and previous.field in ("institution", "year") and len(text.split()) <= 2
    if town and previous is not None and previous.line.number + 2 >= line.number and text.isupper() and text.replace(" ", "").isalpha():
        return Item("skip", flat, line)
    if len(text) == 1:
        return Item("skip", flat, line)
    placed = previous is not None and previous.field in ("institution", "unit", "programme")
    if placed and TOWN_AND_YEAR.fullmatch(text):
        return Item("year", flat[len(flat.text.rstrip()) - 4 : len(flat.text.rstrip())], line)
    noted = _NOTE.match(text)
    if noted and noted.group().strip().isdigit() and in_capitals(text) and len(text.split()) >= _TITLE_WORDS:
        noted = None  # the number of a page before a title in capitals
    named = previous is not None and are_persons(previous.text) and not in_capitals(previous.text)
    under_name = previous is not None and (previous.field == "author" or named)
    placed = bool(NOTED.match(text)) and bool(vocabulary().place_within.search(text))
    if (
        placed
        or (noted and not noted.group()[0].isalpha() and not are_persons(text))
        or (under_name and text[0] == "(" and text[-1] == ")")
    ):
        return Item("skip", flat, line)
    if previous is not None and previous.field in ("title", "institution", "unit", "programme") and not first and _goes_on(previous, line):
        return Item(previous.field, flat, line, continues=True, labelled=previous.labelled, sign=previous.sign)
    if previous is not None and previous.field == "supervisor" and looks_like_name(flat.text) and "," in flat.text:
        return Item("supervisor", flat, line)
    return Item("free", flat, line, sure=False, sign="position")


def _without_place(item: Item, vocab: Vocabulary) -> Item:
    """An author without the place that a copy prints on the same line; one that is too long for a name is none."""
    if item.field != "author" or not item.flat.text or are_persons(item.text):
        return item
    place = vocab.place_within.search(item.flat.text)
    named = item.flat[: place.start()].strip(" ,;:(-–") if place else item.flat
    if are_persons(named.text):
        return attrs.evolve(item, flat=named)
    notes = [note.end() for note in _NAME_NOTE.finditer(named.text)] if place else []
    if notes and are_persons(_LIST_BEGINS.sub(lambda m: m[0].upper(), named[: notes[-1]].text)):
        return attrs.evolve(item, flat=named[: notes[-1]])
    return item if len(named.text.split()) <= _MOST_NAMES else attrs.evolve(item, field="skip")


def _labelled(field: str, flat: Flat, line: Line) -> Item:
    fields: tuple[Field, ...] = get_args(Field)
    sign: Sign = "number" if field == "number" else "label"
    return Item(next((name for name in fields if name == field), "skip"), flat, line, labelled=True, sign=sign)


def places(flat: Flat, line: Line, vocab: Vocabulary) -> Iterator[Item]:
    """Institution, unit and programme of one line, which may hold all three; what follows the first and is none of these is left out."""
    mark = _NOTE.match(flat.text.lstrip())
    bare = flat[len(flat.text) - len(flat.text.lstrip()) + mark.end() :] if mark else flat
    bare = bare.strip(" ()|")
    bare = bare[: bare.text.rfind("(")].strip() if bare.text.count("(") > bare.text.count(")") and bare.text.rfind("(") > 3 else bare
    ended = _place_end().search(bare.text) if vocab.place_begins.match(bare.text) else None
    bare = bare[: ended.start()] if ended else bare
    if len(bare.text.split()) > 40:
        return
    holder = vocab.holder.match(bare.text)
    if holder and vocab.place_begins.match(bare.text, holder.end()):
        yield Item("skip", bare[: holder.end()], line, sign="words")
        bare, holder = bare[holder.end() :], None
    within = vocab.place_within.search(bare.text)
    if within and (mark or holder) and within.start() and not (vocab.unit.match(bare.text) or vocab.programme.match(bare.text)):
        yield Item("skip", bare[: within.start()], line, sign="words")
        inside = vocab.holder.match(bare.text[within.start() :])
        bare = bare[within.start() + (inside.end() if inside else 0) :].strip()
    placed = False
    for start, end in _place_pieces(bare.text, vocab):
        part = bare[start:end].strip(" .;,|-–")
        field = _place_field(part.text, vocab)
        if field is not None:
            placed = True
            yield Item(field, part, line)
        elif not placed and not (start == 0 and _is_field_of_study(bare.text[:end], bare.text[end:], vocab)):
            return


def is_kind_of_place(text: str) -> bool:
    """Whether the words of an institution say only what kind it is, and are no name.

    >>> is_kind_of_place("Universitas Islam Negeri"), is_kind_of_place("Universitas Contoh")
    (True, False)
    """
    return all(word.casefold() in vocabulary().kinds_of_place for word in re.findall(r"[^\W\d_]+", text))


def _is_field_of_study(text: str, rest: str, vocab: Vocabulary) -> bool:
    """Whether the words before a comma name what is studied at the place behind it ("Sosiologi, Universitas …"), and no person."""
    words = text.rstrip(", ").split()
    worded = (
        text.rstrip().endswith(",")
        and words
        and len(words) <= _FIELD_WORDS
        and all(word[0].isupper() or word.casefold() in vocab.title_small for word in words)
    )
    return bool(worded) and not are_persons(text) and _place_field(rest.strip(), vocab) is not None


def _place_field(text: str, vocab: Vocabulary) -> Field | None:
    if vocab.programme.match(text):
        return "programme"
    return "unit" if vocab.unit.match(text) else "institution" if vocab.institution.match(text) else None


def _place_pieces(text: str, vocab: Vocabulary) -> Iterator[tuple[int, int]]:
    """Stretches between commas and dashes, cut again before each word that begins a unit or an institution."""
    cuts = [0]
    for gap in _GAP.finditer(text):
        if text.count("(", cuts[-1], gap.start()) > text.count(")", cuts[-1], gap.start()) and ")" in text[gap.end() :]:
            continue
        words = len(text[cuts[-1] : gap.start()].split())
        institution = bool(vocab.institution.match(text, gap.end()))
        enough = words > (1 if institution else 2) or (institution and bool(vocab.unit.match(text[cuts[-1] : gap.start()])))
        glued = gap.group() in ("-", "–")
        if (gap.group().strip() and not glued) or (institution and glued) or (enough and vocab.place_begins.match(text, gap.end())):
            cuts.append(gap.end())
    yield from pairwise([*cuts, len(text)])


def _goes_on(previous: Item, line: Line) -> bool:
    """Whether `line` continues the value of the line above it rather than beginning a new one."""
    if previous.line.number + 1 != line.number:
        return False
    if vocabulary().is_open(previous.flat.text) or (previous.field == "title" and previous.labelled):
        return True
    if previous.field == "institution" or "," in line.text or any(c.isdigit() for c in line.text):
        return False
    same = in_capitals(previous.line.text) == in_capitals(line.text) and previous.line.strong == line.strong
    return same and len(line.text) < len(previous.line.text) and len(line.text.split()) <= 3 and len(previous.line.text) > 30


def _without_address(flat: Flat) -> Flat:
    address = find_email(flat.text)
    if not address:
        return flat
    before = re.sub(rf"(?<![\s(<,;|])[\s(<,;|]*{any_mark('mail')}?\s*:?\s*[(<]?$", "", flat.text[: address.start()], flags=re.IGNORECASE)
    return flat[: len(before)]


@cache
def _numbered() -> re.Pattern[str]:
    """A name with the number of a student behind it."""
    label = rf"(?:{any_mark('student_number')}[.:\s]*)?(?!(?:19|20)\d\d\s*[/–-]\s*(?:19|20)?\d\d\b)"
    return re.compile(rf"(?P<name>[^\d,(]{{3,60}}?)[\s,(–-]+{label}[A-Z]{{0,3}}\d[\dA-Z./-]{{6,}}\)?$")


@cache
def _place_end() -> re.Pattern[str]:
    """Where the name of a place ends: before a year, a street, a mark or an address."""
    return re.compile(rf"(?<!\s)\s+(?=(?:19|20)\d\d\b|{any_mark('street')}\b|\*|\d\)|(?i:{any_mark('mail')})\b)")


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s+(?=[^\W\dA-Z]{{3}})(?!{any_mark('and')}\b)|,|$")
