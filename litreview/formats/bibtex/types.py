"""Entry types and the types of CSL, both ways, and the words for kinds of theses and reports."""

from __future__ import annotations

import re

from litreview.record.genres import DEGREES, theses

TO_CSL = {
    "article": "article-journal", "suppperiodical": "article-journal", "review": "review", "periodical": "periodical",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "proceedings": "book", "mvproceedings": "book",
    "reference": "book", "mvreference": "book", "manual": "book", "booklet": "pamphlet",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference", "conference": "paper-conference",
    "thesis": "thesis", "mastersthesis": "thesis", "phdthesis": "thesis", "bachelorsthesis": "thesis", "bathesis": "thesis",
    "mathesis": "thesis",
    "skripsi": "thesis", "tesis": "thesis", "disertasi": "thesis",
    "report": "report", "techreport": "report", "unpublished": "manuscript", "letter": "personal_communication",
    "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
    "misc": "document", "dataset": "dataset", "software": "software", "patent": "patent", "standard": "standard",
    "legislation": "legislation", "legal": "legislation", "jurisdiction": "legal_case", "commentary": "chapter",
    "image": "graphic", "artwork": "graphic", "music": "song", "audio": "song", "movie": "motion_picture", "video": "motion_picture",
    "performance": "performance", "map": "map",
}  # fmt: skip
"""Entry type to CSL type. ``skripsi``, ``tesis`` and ``disertasi`` are no types of biblatex, but people write them."""

SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
"""``entrysubtype`` of an article."""

_FROM_CSL = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "article": "misc", "book": "book",
    "chapter": "incollection", "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "entry": "inreference",
    "paper-conference": "inproceedings", "thesis": "thesis", "report": "report", "manuscript": "unpublished", "pamphlet": "booklet",
    "webpage": "online", "post": "online", "post-weblog": "online", "dataset": "dataset", "software": "software", "patent": "patent",
    "standard": "standard", "legislation": "legislation", "legal_case": "jurisdiction", "graphic": "image", "song": "music",
    "motion_picture": "movie", "performance": "performance", "periodical": "periodical", "review": "review", "map": "misc",
    "speech": "unpublished", "personal_communication": "letter", "review-book": "review",
}  # fmt: skip
_CLASSIC = {
    "report": "techreport", "online": "misc", "inreference": "incollection", "dataset": "misc", "software": "misc", "patent": "misc",
    "standard": "misc", "legislation": "misc", "jurisdiction": "misc", "image": "misc", "music": "misc", "movie": "misc",
    "performance": "misc",
    "periodical": "misc", "review": "article", "letter": "misc",
}  # fmt: skip
"""Types of biblatex that BibTeX's own styles do not know, and the nearest that they do."""

_GENRES = {
    "techreport": {"id": "Laporan teknis", "en": "Technical report"},
    "resreport": {"id": "Laporan penelitian", "en": "Research report"},
    "patent": {"id": "Paten", "en": "Patent"},
    "patentus": {"en": "U.S. patent"}, "patenteu": {"en": "European patent"}, "patentde": {"en": "German patent"},
    "patentfr": {"en": "French patent"}, "patentuk": {"en": "British patent"}, "patreq": {"en": "Patent request"},
    "software": {"id": "Perangkat lunak", "en": "Computer software"}, "audiocd": {"en": "Audio CD"}, "datacd": {"en": "Data CD"},
    "candthesis": {"en": "Candidate thesis"},
}  # fmt: skip
"""Kinds of work by the keys of biblatex (``type = {mathesis}``), in words, besides theses; English where the
language of the work is another."""

TYPE_KEYS = {
    "bathesis": "bachelor", "mathesis": "master", "phdthesis": "doctor",
    **{name: name for name in ("techreport", "resreport", "patent", "patentus", "patenteu", "patentde", "patentfr", "patentuk", "software",
                               "audiocd", "datacd", "candthesis")},
}  # fmt: skip
"""Values of ``type`` that biblatex translates."""

IMPLIED = {
    "mastersthesis": "master", "mathesis": "master", "tesis": "master", "phdthesis": "doctor", "disertasi": "doctor",
    "bachelorsthesis": "bachelor",
    "bathesis": "bachelor", "skripsi": "bachelor",
}  # fmt: skip
"""What kind of work an entry type says, where no ``type`` does."""

_LEVELS = (
    ("doctor", re.compile(r"disertasi|dissertation|doctor|doktor|ph\.?\s?d|\bs3\b|thèse|tesis doctoral", re.IGNORECASE)),
    ("bachelor", re.compile(r"skripsi|bachelor|sarjana|undergraduate|\bs1\b|honou?rs|tugas akhir|diploma", re.IGNORECASE)),
    ("master", re.compile(r"tesis|master|magister|\bs2\b|thesis", re.IGNORECASE)),
)


def level(genre: str) -> str | None:
    """Which degree a thesis is for, by the words for its kind: "bachelor", "master", "doctor" or None.

    >>> [level(g) for g in ("Skripsi", "Tesis magister", "Disertasi", "Master's thesis")]
    ['bachelor', 'master', 'doctor', 'master']
    """
    return next((name for name, words in _LEVELS if words.search(genre)), None)


def entry_type(csl: str, genre: str, biblatex: bool) -> str:
    """The entry type for a CSL type. A thesis of classic BibTeX is a master's or doctor's, its kind (Skripsi …) standing in ``type``;
    one whose kind is not stated is neither.

    >>> entry_type("thesis", "Skripsi", False), entry_type("thesis", "Disertasi", False), entry_type("report", "", True)
    ('mastersthesis', 'phdthesis', 'report')
    """
    name = _FROM_CSL.get(csl, "misc")
    if biblatex:
        return name
    if name == "thesis":
        if not genre:
            return name
        return "phdthesis" if level(genre) == "doctor" else "mastersthesis"
    return _CLASSIC.get(name, name)


def worded(key: str, language: str | None) -> tuple[str, str]:
    """The words of `_GENRES` in the language (a tag) if they are there, else in English, with the tag of the words."""
    words = theses(key) if key in DEGREES else _GENRES[key]
    tag = (language or "").split("-")[0]
    return (language or tag, words[tag]) if tag in words else ("en", words["en"])
