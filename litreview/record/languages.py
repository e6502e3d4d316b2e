"""Which language a code or a name means, as a BCP 47 tag.

The table beside this module (``languages.tsv``) has one line for each language: a new language or name is a line there.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_NAMED_TWICE = re.compile(r"([^()\[\]]{2,40}) [(\[]([^()\[\]]{2,40})[)\]]")
"""A language with a region, or its name in another language, in brackets."""
_TAG = re.compile(r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$")
_TABLE = Path(__file__).with_suffix(".tsv")


@lru_cache(maxsize=1024)
def language_tag(text: str) -> str | None:
    """The BCP 47 tag for a tag, an ISO 639-2 or -3 code, or the name of a language; None where it is not known.

    Names are known in English, Indonesian, the language itself and as the LaTeX package babel calls them. A region or script
    stays; letters get the case that BCP 47 recommends.

    >>> [language_tag(t) for t in ("ID-id", "ind", "Bahasa Indonesia", "ngerman", "zh-hans", "Klingonisch", "Portuguese (Brazil)")]
    ['id-ID', 'id', 'id', 'de', 'zh-Hans', None, 'pt']
    """
    words = " ".join(text.split()).casefold()
    known = _known()
    if words in known:
        return known[words]
    if both := _NAMED_TWICE.fullmatch(words):
        return language_tag(both[1]) or language_tag(both[2])
    if not _TAG.match(words):
        return None
    primary, *rest = re.split("[-_]", words)
    if primary not in known or len(primary) > 3:
        return None
    return "-".join([known[primary], *(_cased(part) for part in rest)])


def is_tag(text: str) -> bool:
    """Whether `text` has the shape of a BCP 47 tag, whatever language it may mean.

    >>> is_tag("id"), is_tag("xx-y-klingon"), is_tag("in Indonesian")
    (True, True, False)
    """
    return bool(_TAG.match(text)) and "_" not in text


def _cased(subtag: str) -> str:
    if len(subtag) == 2 and subtag.isalpha():
        return subtag.upper()
    return subtag.title() if len(subtag) == 4 and subtag.isalpha() else subtag


@cache
def _known() -> dict[str, str]:
    """Every code and name, lower case, with its tag; where two languages share a name the first line has it."""
    tags: dict[str, str] = {"und": "und"}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            tag, codes, names = (*line.split("\t"), "", "")[:3]
            for word in (tag, *codes.split(), *names.split(", ")):
                if word:
                    tags.setdefault(word, tag)
    return tags
