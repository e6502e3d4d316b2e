"""Persons as title pages print them (several on a line, with degrees, numbers and marks behind them), cut apart and made names."""

from __future__ import annotations

import re

import attrs

from litreview.pages.lines import EMAIL
from litreview.pages.titlecase import in_capitals
from litreview.pages.vocabulary import vocabulary
from litreview.record import Name
from litreview.record.name_parser import parse_name

_MARKS = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\.))\s?(?:[\d*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:\s*,\s*[\d*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+)*\)?)(?=\s|,|;|$)")
_BRACKETED = re.compile(r"\s*\[[\d,*† a-e]{1,7}\]|\s*\((?:\d{1,2}|\*)(?:\s*,\s*(?:\d{1,2}|\*))*\)")
_NUMBER = re.compile(r"[\s,;/–-]*\(?\b(?:NIM|NPM|NRP|NIP|NIDN|NIK)\b.*$|[\s,;/–-]*\(?\b[A-Z]{0,3}\d{5,}\)?", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:(?:[A-Z][a-z]{0,3}\.\s?){1,4}[A-Za-z]{0,8}\.?|Ph\.?\s?D\.?|MA|MSc|MSi|BA|BSc|PhD|LLM|MBA|MPA|[MS]\.?[A-Z][a-z]{1,4}\.?|[IVX]{1,3})\.?$"
)

_TITLE = re.compile(r"(?:Prof|Dr|dr|Drs|Dra|Ir|Apt|Hj?|KH)\.", re.IGNORECASE)


def split_persons(text: str) -> tuple[str, ...]:
    """The persons named in `text`, each as printed with titles and degrees, without numbers, notes and addresses.

    >>> split_persons("Sri Wulandari1, Budi Santoso, S.IP., M.A.2 dan Lee Min*")
    ('Sri Wulandari', 'Budi Santoso, S.IP., M.A.', 'Lee Min')
    >>> split_persons("Wulandari, Sri; Santoso, Budi")
    ('Wulandari, Sri', 'Santoso, Budi')
    """
    text = _BRACKETED.sub("", _NUMBER.sub("", EMAIL.sub("", text)))
    text = _MARKS.sub("", text).strip(" ,;()")
    text = text if re.search(r"(?:\b[A-Z]|\.[A-Za-z]{1,6}|\b(?:[A-Z][a-z]{0,4}|Ph\.D))\.$", text) else text.rstrip(" ,;.()")
    whole: list[str] = []
    for piece in re.split(r"\s*;\s*", vocabulary().joint.sub(" ; ", text)):
        parts = [p for p in re.split(r"\s*,\s*", piece) if p]
        if len(parts) == 2 and all(len(p.split()) <= 2 for p in parts) and len(parts[0].split()) == 1 and not _DEGREE.fullmatch(parts[1]):
            whole.append(piece.strip())
            continue
        for part in parts:
            if whole and (_DEGREE.fullmatch(part) or part.rstrip(".").casefold() in ("jr", "sr")) and parts.index(part):
                whole[-1] += ", " + part
            else:
                whole.append(part)
    return tuple(w.strip() for w in whole if any(c.isalpha() for c in w))


def has_degree(text: str) -> bool:
    """Whether a name as printed has a degree behind it or a title before it.

    >>> has_degree("Dr. Budi Santoso"), has_degree("Budi Santoso, M.A."), has_degree("Budi Santoso")
    (True, True, False)
    """
    return any(_DEGREE.fullmatch(part) for part in re.split(r"\s*,\s*", text)[1:]) or bool(_TITLE.match(text))


def person(text: str) -> Name:
    """One person in parts; a name printed in capitals is put into readable case, and `raw` keeps it as printed.

    >>> person("SRI WULANDARI").text(), person("SRI WULANDARI").raw
    ('Sri Wulandari', 'SRI WULANDARI')
    """
    cased = _cased(text) if in_capitals(re.sub(r",.*", "", text)) else text
    return attrs.evolve(parse_name(cased), raw=text)


def _cased(text: str) -> str:
    head, comma, degrees = text.partition(",")
    words = [w if len(w.strip(".")) == 1 or "." in w[:-1] else w[:1] + w[1:].casefold() for w in head.split()]
    return " ".join(words) + comma + degrees
