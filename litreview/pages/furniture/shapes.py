"""What a line of furniture looks like: a date, a name of a journal that goes on, a line in capitals; and the field of a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.pages.furniture.facts import FactField
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.words import Words
from litreview.pages.letters import capitals, letters
from litreview.pages.unwrap import Line

YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
_MOST_NAME = 10
MOST_WORDS = 18
"""A longer name of a journal is none."""
_QUOTED = 6
"""What a site quotes stands on no more lines."""
_NEAR = 3
_ACRONYM = 15
"""A short name of a journal has no more letters."""
_FULL = 40
"""A name of so many characters fills its line."""


def is_in_capitals(text: str) -> bool:
    """Whether more of the letters of a line are capitals than names and acronyms make."""
    return capitals(text) > 0.6 * letters(text)


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether the name of a journal in a full line goes on in the next: in a bracket left open, or printed alike over an empty line."""
    text, following = lines[at].text, lines[at + 1].text
    if not following or len(following) >= len(text):
        return False
    if text.count("(") > text.count(")"):
        return following.count(")") > following.count("(")
    alone = at + 2 >= len(lines) or not lines[at + 2].text
    return alone and len(text) >= _FULL and text.isupper() and following.isupper() and not mastheads(following)


def field_named(name: str) -> FactField:
    """The field of a fact that a mark of a masthead states; an address is the URL."""
    fields: dict[str, FactField] = {"volume": "volume", "issue": "issue", "page": "page", "year": "year", "DOI": "DOI", "ISSN": "ISSN"}
    return fields.get(name, "URL")


def is_date(text: str, words: Words) -> bool:
    """Whether a line holds dates and their labels and nothing else."""
    bare = words.received.sub(" ", words.published.sub(" ", text))
    bare = words.months.sub(" ", bare)
    return bool(YEAR.search(text)) and len(WORD.findall(bare)) <= 2


def is_site_field(lines: Sequence[Line], at: int) -> bool:
    """Whether the heading of an abstract is glued to a list of keywords: so the sites of journals print the fields of an article."""
    above = next((line for line in reversed(lines[max(at - _NEAR, 0) : at]) if line.text), None)
    return above is not None and "," in above.text and above.flat.ends[-1] == lines[at].flat.starts[0]


def ends_title(above: Sequence[Line | None], text: str) -> bool:
    """Whether a single word in capitals is rather the last of a title in capitals straight over it than a button of a site."""
    if not text.isalpha() or not text.isupper() or len(text) <= _NEAR:
        return False
    last = next((line for line in reversed(above) if line is not None and line.text), None)
    return last is not None and len(last.text) > _FULL and last.text.isupper() and not last.text.endswith((".", ":"))


def is_acronym_over(lines: Sequence[Line], at: int) -> bool:
    """Whether one word in capitals, as the short names of journals are, stands between empty lines over the line at `at`."""
    if at < 2 or lines[at - 1].text or (at > 2 and lines[at - 3].text):
        return False
    text = lines[at - 2].text
    return _NEAR <= len(text) <= _ACRONYM and text.isalpha() and text.isupper()


def can_be_name(before: str, words: Words) -> bool:
    """Whether what stands before the marks of a masthead can be a journal's name."""
    listed = WORD.findall(before)
    capital = [word for word in listed if word[0].isupper()]
    ends = before.rstrip().endswith((".", "?")) and not words.journal.search(before)
    return len(listed) + (sum(map(len, listed)) > 2) >= 2 and len(listed) <= MOST_WORDS and len(capital) * 2 >= len(listed) and not ends


def quote_end(lines: Sequence[Line], at: int) -> int:
    """Behind which line what a site quotes ends: the next, where the line at `at` quotes nothing or all of it."""
    if lines[at].text.count('"') != 1:
        return at + 1
    return next((n + 1 for n in range(at + 1, min(at + _QUOTED, len(lines))) if lines[n].text.endswith('"')), at + 1)


def says_nothing(text: str, words: Words) -> bool:
    """Whether what stands behind a masthead is of the site, or the name of the journal once more."""
    return bool(words.button.match(text)) or bool(words.journal.search(text) and len(text.split()) < _MOST_NAME)
