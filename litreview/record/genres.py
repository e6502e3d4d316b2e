"""Kinds of theses in the languages that a draft may be in: a bibliography names them in the language of the draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from litreview.languages import language, tags

DEGREES = ("bachelor", "master", "doctor")


@cache
def theses(degree: str) -> Mapping[str, str]:
    """What a work for a degree (of `DEGREES`) is called, by language.

    >>> theses("master")["id"]
    'Tesis'
    """
    return {tag: str(language(tag).section("theses")[degree][0]) for tag in tags()}


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    return {str(name).casefold(): (degree, tag) for degree in DEGREES for tag in tags() for name in language(tag).section("theses")[degree]}


def genre_in(genre: str, language: str) -> str | None:
    """The kind of thesis in `language` (a BCP 47 tag): as written, with a capital, where it is in that language. None where it is no
    kind of thesis, or one of which the words say more than the degree, or where there is no word for it.

    >>> genre_in("Master’s thesis", "id"), genre_in("skripsi", "id-ID"), genre_in("Tesis magister", "id"), genre_in("Laporan", "en")
    ('Tesis', 'Skripsi', 'Tesis magister', None)
    """
    bare = " ".join(re.sub("[‘’]", "'", genre).split())
    degree, own = _known().get(bare.casefold(), (None, None))
    tag = language.split("-")[0]
    if degree is None:
        return None
    return genre[:1].upper() + genre[1:] if own == tag else theses(degree).get(tag)
