"""What one line of front matter is, by its own words."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages.marks import any_mark
from litreview.pages.names import are_persons, find_email
from litreview.pages.remembered import remembered
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, fold, vocabulary

NOTED = re.compile(r"[a-f](?:,\s?[a-f])*(?=[A-Z][a-z])")
"""The letter of a note that is glued to the place of an author."""
_SPAN = re.compile(r"\s*(?:19|20)\d\d\s*[-/]\s*(?:19|20)\d\d\s*")
_LONGEST = 200
_PIECES = 4
"""A word printed with spaces between its letters has so many pieces."""
NUMBER = re.compile(r"[\s(]*(?:(?P<label>[A-Za-z][A-Za-z. ]{1,24}?)\s*[.:/]?\s*)?(?P<digits>[A-Z]{0,4}[\d][\d./ -]{4,24})[\s)]*$")


@cache
def article() -> re.Pattern[str]:
    """An article at the beginning of a text in small letters."""
    return re.compile(rf"^{any_mark('article')}\s+")


def is_front_line(line: Line) -> bool:
    """Whether the line belongs to front matter beyond doubt: a label, an institution, a number, a date, an address, "by"."""
    return 0 < len(line.text) <= _LONGEST and _is_front(line.text)


@remembered
def _is_front(text: str) -> bool:
    vocab = vocabulary()
    match = vocab.label.match(text)
    if match and not _sentence_label(match[1], match[2]):
        return True
    if find_email(text) and len(text.split()) <= 8:
        return True
    if is_number(text, vocab) or vocab.dated.match(text) or is_genre(text, vocab):
        return True
    noted = NOTED.match(text)
    if noted and vocab.place_within.search(text, noted.end()):
        return True
    if len(text.split()) > 14 or text.endswith("."):
        return False
    if is_by_line(text, vocab) or vocab.boilerplate.match(text):
        return True
    return any(pattern.match(text.strip("()")) for pattern in (vocab.institution, vocab.unit, vocab.programme))


def is_by_line(text: str, vocab: Vocabulary) -> bool:
    """Whether the line is "by", alone or with the names of persons behind it.

    >>> from litreview.pages.vocabulary import vocabulary
    >>> [is_by_line(t, vocabulary()) for t in ("Oleh:", "by Sri Wulandari and Lee Min", "Oleh karena itu, kota")]
    [True, True, False]
    """
    match = vocab.by.match(text)
    rest = text[match.end() :].strip(" :.") if match else ""
    return bool(match) and (not rest or are_persons(rest))


def is_number(text: str, vocab: Vocabulary) -> bool:
    """Whether the line is a student number, with or without its label.

    >>> from litreview.pages.vocabulary import vocabulary
    >>> [is_number(t, vocabulary()) for t in ("NIM. 2017330045", "(13617051)", "2016-2018", "Bab 12345")]
    [True, True, False, False]
    """
    match = NUMBER.match(text)
    if not match or text.rstrip().endswith((".", ",", ";")):
        return False
    if match["label"]:
        return vocab.fields.get(fold(match["label"].strip(" ."))) == "number"
    return sum(c.isdigit() for c in match["digits"]) >= 6 and not _SPAN.fullmatch(text)


def is_genre(text: str, vocab: Vocabulary) -> bool:
    """Whether the line names a kind of work and nothing else."""
    return genre_name(text) in vocab.genres


def genre_name(text: str) -> str:
    """The name of a kind of work without article and marks, for looking it up ("A THESIS" is "thesis", "S K R I P SI" is "skripsi")."""
    name = article().sub("", fold(text.strip(' \t()[].:"“”')))
    pieces = name.split()
    spaced = len(pieces) >= _PIECES and sum(len(piece) == 1 for piece in pieces) * 2 > len(pieces)
    return _close_genres().get("".join(pieces), name) if spaced else name


@cache
def _close_genres() -> dict[str, str]:
    """The names of kinds of work, by what is left of them without spaces."""
    return {name.replace(" ", ""): name for name in vocabulary().genres}


def _sentence_label(label: str, value: str) -> bool:
    """Whether "Label: …" is rather a sentence of an abstract ("Title: …" is not, "Tahun: sebanyak …" with many words is)."""
    return len(value.split()) > 45 or (len(value.split()) > 12 and value.endswith(".") and fold(label) not in ("judul", "title"))
