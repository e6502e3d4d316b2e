"""Running heads that a copy prints as lines of their own, and the line of a licence: what they state, and which lines they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.pages.furniture.facts import Fact, FactField
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.words import furniture_words
from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line

_NAMES_AND_YEAR = re.compile(r"(?P<names>[^()\d]{5,120}?)\s*\((?P<year>(?:19|20)\d\d)\)\W*$")
_PAGE_LAST = re.compile(r"[a-z]\s+(?!(?:19|20)\d\d$)\d{1,4}$")
_ISSN_BEHIND = re.compile(r"(?<![\s,;(])[\s,;(]+(?:[ep][\s-]?)?IS[SB]N(?:\s*No)?[\W\dX]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_FRONT = 30
"""The lines over an abstract are hardly more."""
_LONGEST = 4000
_NAME = 7
"""The name of a journal that stands alone has no more words, and a title hardly fewer."""
_LARGE = 7
"""The line of a site before it has some words more."""
_BESIDE = 3
"""What a page prints beside the name of a journal has no more words."""


@attrs.frozen(eq=False)
class Running:
    """What a line states, the places of the lines that go with it, and whether it is a running head."""

    facts: tuple[Fact, ...]
    lines: tuple[int, ...]
    head: bool


def read_running(lines: Sequence[Line], at: int, button: bool = False) -> Running | None:
    """What the line at `at` states as a running head or, where it is one of a site (`button`), as a licence; or None.

    >>> from litreview.pages.unwrap import unwrap
    >>> [(fact.field, fact.value) for fact in read_running(unwrap("J. Kota 10: 54 - 60"), 0).facts]
    [('container-title', 'J. Kota'), ('volume', '10'), ('page', '54-60')]
    """
    line = lines[at]
    words = furniture_words()
    head = words.head.match(line.text) if ":" in line.text and line.text.rstrip(" .")[-1:].isdigit() else None
    if head and int(head["first"]) <= int(head["last"]):
        values: list[tuple[FactField, str, int, int]] = [("container-title", head["name"], *head.span("name"))]
        values += [("volume", head["volume"], *head.span("volume"))]
        values += [("issue", head["issue"], *head.span("issue"))] if head["issue"] else []
        values += [("page", f"{head['first']}-{head['last']}", head.start("first"), head.end("last"))]
        facts = [Fact(field, " ".join(value.split()), line.flat[start:end], line) for field, value, start, end in values]
        over = _NAMES_AND_YEAR.match(lines[at - 1].text) if at else None
        if over and _stands_below(over["names"], lines[at + 1 : at + 1 + _FRONT]):
            facts.append(Fact("year", over["year"], lines[at - 1].flat[slice(*over.span("year"))], lines[at - 1]))
            return Running(tuple(facts), (at - 1, at), True)
        return Running(tuple(facts), (at,), True)
    licence = next((match for pattern in words.licensed if (match := pattern.match(line.text))), None) if button else None
    if licence:
        return Running((Fact("container-title", licence[1], line.flat[slice(*licence.span(1))], line, "foot"),), (at,), False)
    return None


def _stands_below(names: str, lines: Sequence[Line]) -> bool:
    """Whether names stand again over the abstract."""
    below = " ".join(line.text for line in lines)[:_LONGEST].casefold()
    known = _WORD.findall(names.casefold())
    return bool(known) and all(word in below for word in known)


def is_head(lines: Sequence[Line], at: int, above: Line | None) -> bool:
    """Whether a line is the name of a journal ("Jurnal …", "KOTA : Jurnal …") with the number of a page, and no text straight over it;
    `above` is what is left of the line there.
    """
    text = lines[at].text.partition(":")[2].strip() or lines[at].text
    return (
        text[-1:].isdigit()
        and not (above is not None and above.text)
        and bool(furniture_words().journal.match(text))
        and bool(_PAGE_LAST.search(text))
    )


def is_name_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line between empty lines is the name of a journal and nothing else, over a longer line that can be the title.

    >>> from litreview.pages.unwrap import unwrap
    >>> is_name_alone(unwrap("\\n\\nJurnal Kota Contoh\\n\\nKerja Sama Dua Kota Kembar di Jawa"), 2)
    True
    """
    words = lines[at].text.split()
    alone = not any(line.text for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))
    if not alone or not 2 < len(words) <= _NAME or not all(word[0].isupper() or len(word) <= _BESIDE for word in words):
        return False
    plain = lines[at].text[-1].isalpha() and not any(c.isdigit() for c in lines[at].text)
    return plain and bool(furniture_words().journal.match(lines[at].text)) and is_titled(lines, at)


def is_titled(lines: Sequence[Line], at: int) -> bool:
    """Whether one of the next two lines of text is long enough for a title."""
    following = [line.text for line in lines[at + 1 : at + 1 + _NAME] if line.text][:2]
    return any(len(text.split()) >= _NAME - 2 for text in following)


def without_site(flat: Flat) -> Flat:
    """The name of a journal without what a site prints before it, and a page beside it ("Article History", "ISSN").

    >>> without_site(Flat.cut("Jurnal Kota Article History", 0, 27)).text, without_site(Flat.cut("Jurnal Kota E-ISSN No", 0, 21)).text
    ('Jurnal Kota', 'Jurnal Kota')
    """
    end = _ISSN_BEHIND.search(flat.text) or furniture_words().page_behind.search(flat.text)
    flat = flat[: end.start()] if end else flat
    for space in [match.start() for match in re.finditer(r"\s", flat.text)][-_BESIDE:]:
        if furniture_words().button.match(flat.text[space:].strip()):
            flat = flat[:space].strip(" \t,;:")
            break
    for space in [match.start() for match in re.finditer(r"\s", flat.text)][_LARGE::-1]:
        if furniture_words().button.match(flat.text[:space].strip()):
            return flat[space:].strip(" \t,;:")
    return flat


def own_doi(line: Line) -> Iterator[Fact]:
    """The DOI of a line that holds its label and nothing else."""
    text = line.text
    if text[:3].casefold() == "doi" and len(text) < 120:
        for mark in mastheads(text):
            yield from (Fact("DOI", value, line.flat[start:end], line) for field, value, start, end in mark.values if field == "DOI")
