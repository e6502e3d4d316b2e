"""Persons of a title page as names: cut apart, put into readable case."""

from __future__ import annotations

import re

import attrs

from litreview.pages.names import cut_persons, has_degree
from litreview.pages.titlecase import in_capitals
from litreview.record import Name
from litreview.record.name_parser import NamePolicy, parse_name

_NATURAL = NamePolicy(natural=True)


def person(text: str) -> Name:
    """One person in parts; a name printed in capitals is put into readable case, and `raw` keeps it as printed.

    >>> person("SRI WULANDARI").text(), person("SRI WULANDARI").raw
    ('Sri Wulandari', 'SRI WULANDARI')
    >>> person("Wulandari, Sri Ayu").given, person("Sri Wulandari, M.A.").given
    ('Sri Ayu', 'Sri')
    """
    cased = _cased(text) if in_capitals(re.sub(r",.*", "", text)) else text
    cased = re.sub(r"\bSt\. ", "St.\u00a0", cased)
    given = re.split(r"(?:(?<!\s)\s+)?,\s*", text)[1:2]
    turned = bool(given) and not has_degree(f"X, {given[0]}")
    name = parse_name(cased) if turned else parse_name(cased, _NATURAL)
    return attrs.evolve(_spaced(name), raw=text)


def persons(text: str, inverted: bool = False) -> tuple[Name, ...]:
    """The persons named in a text; see `names.cut_persons`."""
    return tuple(person(printed) for printed in cut_persons(text, inverted))


def _spaced(name: Name) -> Name:
    def plain(part: str | None) -> str | None:
        return part.replace("\u00a0", " ") if part else part

    return attrs.evolve(name, family=plain(name.family), given=plain(name.given))


def _cased(text: str) -> str:
    head, comma, rest = text.partition(",")
    if comma and not has_degree(f"X{comma}{rest}"):
        return ", ".join(_cased_words(part) for part in text.split(","))
    return _cased_words(head) + comma + rest


def _cased_words(text: str) -> str:
    return " ".join(w if len(w.strip(".")) == 1 or "." in w[:-1] else _cased_word(w) for w in text.split())


def _cased_word(word: str) -> str:
    return re.sub(
        r"[^\W\d_]+",
        lambda m: m[0][:1].upper() + m[0][1:].casefold() if m.start() == 0 or m.string[m.start() - 1] == "-" else m[0].casefold(),
        word,
    )
