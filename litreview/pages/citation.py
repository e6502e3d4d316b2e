"""A reference to the work itself over its abstract: author, number, year, title, kind of work, places, supervisors."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import attrs

from litreview.languages.marks import any_mark
from litreview.pages.names import are_persons, looks_like_name
from litreview.pages.remembered import remembered
from litreview.pages.vocabulary import Vocabulary, fold, vocabulary

Field = Literal["author", "number", "year", "title", "genre", "place", "institution", "supervisor"]

LONGEST = 1200
_YEAR = re.compile(r"[\s,.]*\(?((?:19|20)\d\d)(?!\d)[a-z]?\)?(?![-/–]\d)[\s.,:]*")
_LATE_YEAR = re.compile(r"(?<![\d-])(?<!\d/)((?:19|20)\d\d)(?![\d/-])")
_CUT = re.compile(r"[.,;:”\")\]]\s+|(?<!\s)\s+[-–]\s+|(?<=[”\"]),?")
_EDGES = " \t.,;:\"“”'‘’()"
_SENTENCE = re.compile(
    r"(?<!\bDr)(?<!\bdr)(?<!\bProf)(?<!\bDrs)(?<!\bDra)(?<!\bIr)(?<!\bHj)(?<!\bSt)(?<!\bMoh)(?<!\bMuh)(?<=[^\W\d_]{2})\.\s+|(?<=\d)\.\s+|;\s+"
)
_UNNAMED = re.compile(r"\s\[\[(?:\W*eprint_typename_(?P<kind>[a-z]+))?")
"""A kind of work for which a catalogue has no word, in double brackets."""
_HOLDER = re.compile(r"\s*,\s+([A-Z][\w'’.&-]*(?:\s[\w'’.&\"“”-]+){0,5}?)\s*\.?\s*")
_QUOTED = re.compile(r"\s*[“\"](.{8,400}?)[”\"]")
_MOST_LOOSE = 8
"""A stretch of more words that is no place, no year and no supervisor is running text."""


@attrs.frozen
class Stretch:
    """One value of a reference: its field and where it stands (code points, end exclusive)."""

    field: Field
    start: int
    end: int


def is_citation(text: str) -> bool:
    """Whether a paragraph is a reference to the work itself.

    >>> is_citation("Wulandari, Sri (2019) Kota Kembar dan Desa. Skripsi, Universitas Negeri Contoh.")
    True
    >>> is_citation("Sri Wulandari tinggal di kota. Skripsi ini membahas desa dan kota kembar.")
    False
    """
    return bool(read_citation(text))


def begins_citation(text: str) -> bool:
    """Whether a paragraph begins like a reference: a name with a number or a year behind it, though the rest may stand elsewhere.

    >>> begins_citation("Sri Wulandari. 10111001. 2019. KOTA KEMBAR DI"), begins_citation("Sri Wulandari tinggal di kota.")
    (True, False)
    """
    at = _author_end(text, vocabulary()) if 20 < len(text) <= LONGEST else None
    return at is not None and bool(_number().match(text, at) or _YEAR.match(text, at))


def may_be_citation(text: str) -> bool:
    """Whether a text, or a beginning of it, can be a reference at all: it begins with a name, or with a kind of work and its title.

    >>> may_be_citation("Sri Wulandari. 2019. Kota"), may_be_citation("Kota dan desa di Jawa")
    (True, False)
    """
    vocab = vocabulary()
    return _author_end(text, vocab) is not None or bool(vocab.titled.match(text))


@remembered
def read_citation(text: str) -> tuple[Stretch, ...]:
    """The values of a reference, in order, or nothing where `text` is none.

    It needs a name at its beginning and, behind a title, a kind of work (Skripsi, Master's thesis …) that begins a part of its own, a place
    (Universitas …) or "supervised by"; nothing in it may be running text. "Skripsi berjudul “…” oleh …" is one as well.

    >>> text = "Wulandari, Sri (2019) Kota Kembar dan Desa. Skripsi, Universitas Negeri Contoh."
    >>> [(s.field, text[s.start : s.end]) for s in read_citation(text)][:4]
    [('author', 'Wulandari, Sri'), ('year', '2019'), ('title', 'Kota Kembar dan Desa'), ('genre', 'Skripsi')]
    >>> text = "Sri Wulandari. 2019. Kota Kembar di Jawa, Program Studi Ilmu Politik, Universitas Contoh, Bogor."
    >>> [(s.field, text[s.start : s.end]) for s in read_citation(text)][1:3]
    [('year', '2019'), ('title', 'Kota Kembar di Jawa')]
    """
    if not 20 < len(text) <= LONGEST:
        return ()
    vocab = vocabulary()
    return _titled(text, vocab) or _reference(text, vocab)


def _reference(text: str, vocab: Vocabulary) -> tuple[Stretch, ...]:
    at = at_name = _author_end(text, vocab)
    if at is None or at_name is None:
        return ()
    stretches = [_trimmed(text, "author", 0, at)]
    dated = False
    for _ in range(2):
        number = _number().match(text, at)
        year = _YEAR.match(text, at)
        if year and not dated:
            stretches.append(Stretch("year", *year.span(1)))
            at, dated = year.end(), True
        elif number:
            stretches.append(_trimmed(text, "number", *number.span()))
            at = number.end()
    quoted = _QUOTED.match(text, at)
    genre = _genre(text, quoted.end(1) if quoted else at, vocab)
    supervised = vocab.supervised.search(text, at)
    place = _place(text, at, vocab)
    genre = genre or (_genre_before(text, at, place, vocab) if place else None)
    unnamed = _UNNAMED.search(text, at) if dated else None
    ends = [
        start
        for start in (unnamed.start() if unnamed else None, genre[0] if genre else None, supervised.start() if supervised else None, place)
        if start is not None
    ]
    if not ends:
        return ()
    title = Stretch("title", *quoted.span(1)) if quoted else _trimmed(text, "title", at, min(ends))
    words = text[title.start : title.end].split()
    if text.count(")", title.start, title.end) > text.count("(", title.start, title.end):
        return ()  # the rest of a title whose bracket a line break cut
    if vocab.place_begins.match(text, title.start) or not _is_alike(text[:at_name]):
        return ()
    if len(words) < 2 or (genre is None and not (dated or supervised) and len(words) < 4):
        return ()
    rest = quoted.end() if quoted and not genre else title.end
    first = [Stretch("genre", *genre)] if genre and genre[0] == min(ends) else []
    tail = _rest(text, genre[1] if first and genre else rest, vocab, dated)
    if tail is None:
        return ()
    if unnamed and not genre and unnamed["kind"]:
        first = [Stretch("genre", *unnamed.span("kind"))]
    if dated and genre and first and not tail:
        tail = list(_holder(text, genre[1]))
    return (*stretches, title, *first, *tail)


def _holder(text: str, at: int) -> Iterator[Stretch]:
    """What a catalogue sets alone behind the kind of work ("… Kota Kembar. Skripsi, Uncontoh."): the institution, by whatever name."""
    match = _HOLDER.fullmatch(text, at)
    if match:
        yield _trimmed(text, "institution", *match.span(1))


def _titled(text: str, vocab: Vocabulary) -> tuple[Stretch, ...]:
    """ "Skripsi dengan judul “…” ditulis oleh …"."""
    match = vocab.titled.match(text)
    quoted = _QUOTED.match(text, match.end()) if match else None
    by = vocab.by_behind.match(text, quoted.end()) if quoted else None
    if not match or not quoted or not by:
        return ()
    end = _name_end().search(text, by.end())
    author = _trimmed(text, "author", by.end(), end.start() if end else len(text))
    if not are_persons(text[author.start : author.end]):
        return ()
    number = _number().match(text, author.end)
    tail = _rest(text, number.end() if number else author.end, vocab, dated=False)
    return (Stretch("genre", *match.span(1)), Stretch("title", *quoted.span(1)), author, *tail) if tail is not None else ()


def _author_end(text: str, vocab: Vocabulary) -> int | None:
    """Where the name at the beginning of a reference ends, or None."""
    for end in _name_end().finditer(text[:160]):
        name = text[: end.start()].strip(_EDGES)
        if len(name) > 2 and re.search(r"\b[A-Z]$", name) and end.group().startswith("."):
            continue
        if not name or not name[0].isupper():
            return None
        parts = [part for part in re.split(r"(?:(?<!\s)\s+)?;\s*", vocab.joint.sub("; ", name)) if part]
        if all(looks_like_name(part) for part in parts) or (name.count(",") > 1 and are_persons(name)):
            return end.start()
        if len(name.split()) > 12:
            return None
    return None


def _is_alike(name: str) -> bool:
    """Whether a name is printed in one way: all of its words in capitals, or none (initials, degrees and a family name apart)."""
    words = list(re.findall(r"[^\W\d_]{3,}", name.partition(",")[0]))
    return len({word.isupper() for word in words}) < 2 or len(words) < 3


def _genre(text: str, at: int, vocab: Vocabulary) -> tuple[int, int] | None:
    for cut in _CUT.finditer(text, at):
        start = cut.end()
        while start < len(text) and text[start] in " ,":
            start += 1
        match = vocab.genre.match(text, start) or vocab.any_thesis.match(text, start)
        if match and match.start(1) == start and text[start].isupper():
            after = text[match.end(1) : match.end(1) + 2].strip()
            if not after or after[0] in ".,:;(" or after[0].isupper():
                return match.span(1)
    return None


def _genre_before(text: str, at: int, place: int, vocab: Vocabulary) -> tuple[int, int] | None:
    """The kind of work between a title and the places, without a mark before it: on the page it began a line."""
    first = max(at, place - _GENRE)
    for space in re.finditer(r"(?<!\s)\s+(?=[^\W\d_a-z])", text[first:place]):
        start = first + space.end()
        match = vocab.genre.match(text, start)
        alone = match is not None and match.start(1) == start and not text[match.end(1) : place].strip(" ,.")
        if match and alone and len(text[at:start].split()) >= _TITLE_WORDS:
            return match.span(1)
    return None


_GENRE, _TITLE_WORDS = 40, 3
"""A kind of work has no more letters, a title before it no fewer words."""
_TOWN = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s?:\s+")
"""The town before the place of a work."""


def _place(text: str, at: int, vocab: Vocabulary) -> int | None:
    """Where the places begin behind a title: after a mark, with a word for a programme, a unit or an institution."""
    for cut in re.finditer(r"[.,”\"]\s+", text[at:]):
        town = _TOWN.match(text, at + cut.end())
        start = town.end() if town else at + cut.end()
        if (
            any(pattern.match(text, start) for pattern in (vocab.programme, vocab.unit, vocab.institution))
            and len(text[at:start].split()) > 2
        ):
            return at + cut.end()
    return None


def _rest(text: str, at: int, vocab: Vocabulary, dated: bool) -> list[Stretch] | None:
    """Places, a late year and supervisors behind the title; None where running text stands among them."""
    stretches: list[Stretch] = []
    cuts = [at, *(at + m.end() for m in _SENTENCE.finditer(text[at:])), len(text)]
    supervising = False
    for start, end in itertools.pairwise(cuts):
        piece = text[start:end]
        if not any(c.isalnum() for c in piece):
            continue
        phrase = vocab.supervised.search(" " + piece)
        label = next(
            (
                m
                for m in re.finditer(r"[^\W\d_]+(?:\s[^\W\d_]+)?(?=\s*(?:[IV]{1,3}|\d)?\s*[:.])", piece)
                if _is_supervisor(m.group(), vocab)
            ),
            None,
        )
        placed = any(pattern.search(piece) for pattern in (vocab.place_within,))
        if label or phrase:
            offset = label.end() if label else (phrase.end() - 1 if phrase else 0)
            if placed and vocab.place_within.search(piece[: label.start() if label else phrase.start() if phrase else 0]):
                stretches += _placed(text, start, start + (label.start() if label else phrase.start() if phrase else 0), dated)
            stretches += _supervisors(text, start + offset, end)
            supervising = True
        elif placed or _LATE_YEAR.search(piece):
            if len(piece.split()) > 30 or vocab.own_genre.match(piece):
                return None
            stretches += _placed(text, start, end, dated)
            supervising = False
        elif supervising and re.match(r"\W*(?:[IV]{1,3}|\d)?\W*[A-Z]", piece) and len(piece.split()) <= _MOST_LOOSE:
            stretches += _supervisors(text, start, end)
        elif len(piece.split()) > _MOST_LOOSE:
            return None
    return stretches


def _placed(text: str, start: int, end: int, dated: bool) -> Iterator[Stretch]:
    late = None if dated else next(_LATE_YEAR.finditer(text, start, end), None)
    if late:
        yield Stretch("year", *late.span(1))
    town = re.match(r"[\s,.]*[A-Z]\w+(?:\s[A-Z]\w+)?\s?:\s+", text[start:end])
    begin = start + town.end() if town else start
    place = _trimmed(text, "place", begin, late.start() if late and late.start() > begin + 5 else end)
    if place.start < place.end:
        yield place


def _is_supervisor(words: str, vocab: Vocabulary) -> bool:
    return any(vocab.fields.get(fold(w)) == "supervisor" for w in (words, words.split()[0], words.split()[-1]))


def _supervisors(text: str, at: int, end: int) -> Iterator[Stretch]:
    """Persons apart by semicolons, "and", or by numbers such as "(II)" and "2."."""
    marks = [*re.finditer(rf";|\(?\b(?:[IV]{{1,3}}|[1-3])[).:]|{vocabulary().joint.pattern}", text[at:end]), None]
    start = at
    for mark in marks:
        stretch = _trimmed(text, "supervisor", start, at + mark.start() if mark else end)
        words = text[stretch.start : stretch.end]
        if sum(c.isalpha() for c in words) > 3 and words[0].isupper():
            yield stretch
        start = at + mark.end() if mark else start


def _trimmed(text: str, field: Field, start: int, end: int) -> Stretch:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in (_EDGES if field != "supervisor" else " ,;:"):
        end -= 1
    if field == "supervisor" and end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    if field == "title" and text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    return Stretch(field, start, end)


@cache
def _number() -> re.Pattern[str]:
    """The number of a student, with its label or without."""
    return re.compile(
        rf"\s*[.,(]?\s*\(?(?:{any_mark('student_number')}\b[.:\s]*)?[A-Z]{{0,3}}[-.]?\s?\d[\d.-]{{4,}}[A-Z]{{0,2}}\d*\)?\s*[.,:]?\s*",
        re.IGNORECASE,
    )


@cache
def _name_end() -> re.Pattern[str]:
    """Where the name of an author ends: before a number, a year, a quoted title or a full stop."""
    number = rf"[,.]?\s*\(?{any_mark('student_number')}\b|[,.(]?\s+\(?[A-Z]{{0,3}}[-.]?\s?\d[\d.-]{{5,}}"
    return re.compile(rf"(?=[\s,.(A-Z])(?:{number}|(?:(?<!\s)\s+)?,?\s*[(,.]\s*(?:19|20)\d\d|,\s+(?=[“\"])|\.\s+(?=\S))")
