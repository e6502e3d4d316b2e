"""A reference to the work itself, as some pages print it over the abstract: author, year, title, kind of work, places, supervisors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from litreview.pages.lines import looks_like_name
from litreview.pages.vocabulary import Vocabulary, fold, vocabulary

Field = Literal["author", "year", "title", "genre", "place", "supervisor"]

LONGEST = 1200
_YEAR = re.compile(r"[\s,.]*\(?((?:19|20)\d\d)[a-z]?\)?[\s.,:]*")
_LATE_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_AUTHOR = re.compile(
    r"(.{3,90}?)(?:(?P<number>\s*[,(]?\s*(?:(?:NIM|NPM|NRP|NIRM)\b[.:\s]*)?[A-Z]{0,3}\d[\d.]{6,}\)?\s*[.,:]\s*)|,\s+(?=[“\"])|[\s,.]*\(?(?:19|20)\d\d[a-z]?\)?[.,\s]|(?<=[^\W\d_]{3})\.\s+|\.\s+(?=[“\"]))"
)
_EDGES = " \t.,;:\"“”'‘’()"


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


def read_citation(text: str) -> tuple[Stretch, ...]:
    """The values of a reference, in order, or nothing where `text` is none.

    It needs a name at its beginning and, behind a title, a kind of work (Skripsi, Master's thesis …) that begins a part of its own,
    or "supervised by".

    >>> text = "Wulandari, Sri (2019) Kota Kembar dan Desa. Skripsi, Universitas Negeri Contoh."
    >>> [(s.field, text[s.start : s.end]) for s in read_citation(text)][:4]
    [('author', 'Wulandari, Sri'), ('year', '2019'), ('title', 'Kota Kembar dan Desa'), ('genre', 'Skripsi')]
    """
    if len(text) > LONGEST:
        return ()
    vocab = vocabulary()
    author = _AUTHOR.match(text)
    if not author or not all(looks_like_name(p) for p in re.split(r"\s*;\s*", vocab.joint.sub("; ", author[1])) if p):
        return ()
    at = author.end(1)
    stretches = [_trimmed(text, "author", author.start(1), at)]
    at = author.end("number") if author["number"] else at
    year = _YEAR.match(text, at)
    if year:
        stretches.append(Stretch("year", *year.span(1)))
        at = year.end()
    genre = _genre(text, at, vocab)
    supervised = vocab.supervised.search(text, at)
    end = genre[0] if genre else supervised.start() if supervised else at
    title = _trimmed(text, "title", at, end)
    if len(text[title.start : title.end].split()) < 2:
        return ()
    if genre is None:
        return (*stretches, title, *_supervisors(text, supervised.end() if supervised else len(text)))
    return (*stretches, title, Stretch("genre", *genre), *_rest(text, genre[1], vocab, dated=bool(year)))


def _genre(text: str, at: int, vocab: Vocabulary) -> tuple[int, int] | None:
    for cut in re.finditer(r"[.,;:”\")\]]\s+|\s+[-–]\s+", text[at:]):
        start = at + cut.end()
        match = vocab.genre.match(text, start)
        if match and match.start(1) == start and text[start].isupper():
            after = text[match.end() : match.end() + 2].strip()
            if not after or after[0] in ".,:;(" or after[0].isupper():
                return match.span(1)
    return None


def _rest(text: str, at: int, vocab: Vocabulary, dated: bool) -> Iterator[Stretch]:
    """Places and a late year behind the kind of work, then the supervisors."""
    labels = (m for m in re.finditer(r"[^\W\d_]+(?:\s[^\W\d_]+)?", text[at:]) if _is_supervisor(m.group(), vocab))
    label = next(((at + m.start(), at + m.end()) for m in labels), None)
    phrase = vocab.supervised.search(text, at)
    supervisors = label or (phrase.span() if phrase else None)
    end = supervisors[0] if supervisors else len(text)
    late = None if dated else next(_LATE_YEAR.finditer(text, at, end), None)
    if late:
        yield Stretch("year", *late.span(1))
    place = _trimmed(text, "place", at, late.start() if late else end)
    if place.start < place.end:
        yield place
    if supervisors:
        yield from _supervisors(text, supervisors[1])


def _is_supervisor(words: str, vocab: Vocabulary) -> bool:
    return any(vocab.fields.get(fold(w)) == "supervisor" for w in (words, words.split()[0]))


def _supervisors(text: str, at: int) -> Iterator[Stretch]:
    """Persons apart by semicolons, "and", or by numbers such as "(II)" and "2."."""
    marks = [*re.finditer(rf";|\(?\b(?:[IV]{{1,3}}|[1-3])[).:]|{vocabulary().joint.pattern}", text[at:]), None]
    start = at
    for mark in marks:
        stretch = _trimmed(text, "supervisor", start, at + mark.start() if mark else len(text))
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
