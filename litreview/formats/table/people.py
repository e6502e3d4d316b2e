"""The persons of one cell: parted by semicolons, bars, "and" or commas, first or last name first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats._listed import INITIALS, listed
from litreview.formats._raw_record import with_initials
from litreview.record import Name
from litreview.record.name_parser import NamePolicy, parse_name
from litreview.record.names import means_others

_MARKS = re.compile(r"(?:(?<!\s)\s+)?(?:;|\|{1,2}|\n|\s&\s|\s(?:and|dan|AND)\s)\s*")
_BEHIND = re.compile(r"[^\W\d_][\w'’ -]*[^\W\d_] (?:[A-Z]\.?-?){1,3}\.?")
_NATURAL = NamePolicy(natural=True)
_SUFFIX_LAST = NamePolicy(suffix_last=True)
_RUN_ON = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ.])")
_OTHERS = Name(literal="et al.")


def parting(cells: Sequence[str]) -> str:
    """What parts the persons in the cells of a column, ";" or ",", where most of them tell; "" where they do not.

    >>> parting(["Lee, Ann; Abe, Bo", "de Freitas, Amanda"]), parting(["A Lee, B Abe", "Cy Oh, D Ek", "B Abe, Cy Oh"]), parting(["Lee, A."])
    (';', ',', '')
    """
    semicolons = sum(";" in cell for cell in cells)
    commas = [cell for cell in cells if "," in cell and ";" not in cell]
    if semicolons:
        return ";" if semicolons > sum(cell.count(",") > 1 for cell in commas) else ""
    whole = sum(all(" " in part.strip() for part in cell.strip(" ,.…").split(",")) for cell in commas)
    return "," if len(commas) > 2 and whole > 0.9 * len(commas) else ""


def persons(cell: str, run_on: bool = False, parted: str = "") -> list[Name]:
    """The names of a cell; the last is "et al." where it says that there are more. `run_on`: full names stand without anything between.
    `parted`: what parts persons in other cells of the column.

    >>> [(n.family, n.given) for n in persons("S Rahma, A Budi, ...")]
    [('Rahma', 'S'), ('Budi', 'A'), (None, None)]
    >>> [(n.family, n.given) for n in persons("Rahma S, van Dijk JP.")], [(n.family, n.given) for n in persons("Rahma, S., Budi, A.")]
    ([('Rahma', 'S'), ('Dijk', 'JP')], [('Rahma', 'S.'), ('Budi', 'A.')])
    >>> [(n.family, n.given) for n in persons("RAHMA SN;BUDI A")], [n.family for n in persons("Lee A, Abe B; Port Group")]
    ([('RAHMA', 'SN'), ('BUDI', 'A')], ['Lee', 'Abe', 'Group'])
    >>> [(n.family, n.given) for n in persons("de Rahma, Siti Budi", parted=";")], len(persons("Rahma, Siti Budi", parted=","))
    ([('Rahma', 'Siti Budi')], 2)
    """
    text = re.sub(r"[ \t]+", " ", cell).strip()
    others = bool(re.search(r"(?:\.{3}|…|,? et al\.?|,? dkk\.?)$", text))
    text = re.sub(r"(?:(?:,\s*|(?<![,\s])\s+)?(?:\.{3}|…)|(?:,\s+|(?<![,\s])\s+)(?:et al|dkk)\.?)$", "", text).rstrip(" ,;")
    items = [item.strip(" ,") for item in _MARKS.split(text)]
    if re.search(r"[;|\n]", text):
        items = [part for item in items for part in listed(item)]
    elif parted == ";" and "," in text:
        items = listed(text)
    elif parted == "," and len(items) == 1:
        items = [part.strip() for part in text.split(",")]
    elif len(items) == 1:
        items = _RUN_ON.split(items[0]) if run_on and "," not in text else _by_commas(items[0])
    elif not _all_inverted(items):  # "Ann Lee, Ben Abe, and Cia Oh"
        items = [part for item in items for part in _by_commas(item)]
    inverted = len(items) > 1 and all(_BEHIND.fullmatch(item) for item in items if item and not means_others(item))
    items = [", ".join(item.rsplit(" ", 1)) for item in items] if inverted else items
    names = [_person(item) for item in items if item and not means_others(item)]
    further = others or any(means_others(item) for item in items if item)
    return [*names, *([_OTHERS] if names and further else [])]


def inventors(cell: str) -> list[Name]:
    """The names of a cell as patent offices write them: in capitals, the family first, parted by semicolons.

    >>> [(n.family, n.given) for n in inventors("RAHMA SITI B;;Ann Lee")]
    [('RAHMA', 'SITI B'), ('Lee', 'Ann')]
    """
    items = [item.strip() for item in cell.split(";") if item.strip()]
    names = (", ".join(item.split(" ", 1)) if item.isupper() and "," not in item else item for item in items)
    return [person for item in names for person in persons(item)]


def _all_inverted(items: list[str]) -> bool:
    """Whether each item is one name with the family first: "Lee, Ann and van Can, Ben C."."""
    halves = [item.split(",") for item in items if item and not means_others(item)]
    return all(len(pair) == 2 for pair in halves) and any(" " not in half.strip() for pair in halves for half in pair)


def _by_commas(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return parts
    if all(_BEHIND.fullmatch(part) for part in parts):
        return [", ".join(part.rstrip(".").rsplit(" ", 1)) for part in parts]
    if len(told := listed(text)) > 1:
        return told
    if len(parts) % 2 == 0 and all(INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    whole = [" " in part for part in parts]
    if len(parts) == 2 and not (whole[0] and whole[1]):
        return [text]
    return parts if sum(whole) > len(parts) / 2 else [text]


def _person(text: str) -> Name:
    text = re.sub(r"(?:(?<!\s)\s+)?[(\[][^()\[\]]*[)\]]\s*$", "", text) or text
    if "," in text:
        return parse_name(text, _SUFFIX_LAST)
    return with_initials(text) or parse_name(text, _NATURAL)
