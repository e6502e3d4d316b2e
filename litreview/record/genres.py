"""Kinds of theses in the languages that a draft may be in: a bibliography names them in the language of the draft."""

from __future__ import annotations

import re

THESES = {
    "bachelor": {"id": "Skripsi", "en": "Bachelor's thesis"},
    "master": {"id": "Tesis", "en": "Master's thesis"},
    "doctor": {"id": "Disertasi", "en": "Doctoral dissertation"},
}
"""The degree, and what a work for it is called."""

_ALSO = {
    "bachelor": {"id": "skripsi s1|skripsi sarjana", "en": "bachelor thesis|bachelors thesis|undergraduate thesis|b.a. thesis|bsc thesis"},
    "master": {"id": "tesis s2|tesis magister", "en": "master thesis|masters thesis|m.a. thesis|msc thesis|m.sc. thesis"},
    "doctor": {
        "id": "disertasi s3|disertasi doktor",
        "en": "phd thesis|ph.d. thesis|ph.d. dissertation|phd dissertation|doctoral thesis|dissertation",
    },
}
_KNOWN = {
    name.casefold(): (level, tag)
    for level, words in THESES.items()
    for tag in words
    for name in (words[tag], *_ALSO[level][tag].split("|"))
}  # fmt: skip


def genre_in(genre: str, language: str) -> str | None:
    """The kind of thesis in `language` (a BCP 47 tag): as written, with a capital, where it is in that language. None where it is no
    kind of thesis, or one of which the words say more than the degree, or where there is no word for it.

    >>> genre_in("Master’s thesis", "id"), genre_in("skripsi", "id-ID"), genre_in("Tesis magister", "id"), genre_in("Laporan", "en")
    ('Tesis', 'Skripsi', 'Tesis magister', None)
    """
    bare = " ".join(re.sub("[‘’]", "'", genre).split())
    level, own = _KNOWN.get(bare.casefold(), (None, None))
    tag = language.split("-")[0]
    if level is None:
        return None
    return genre[:1].upper() + genre[1:] if own == tag else THESES[level].get(tag)
