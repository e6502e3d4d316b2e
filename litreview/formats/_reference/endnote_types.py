"""EndNote's reference types by name and number, as the types of RIS."""

from __future__ import annotations

_BY_NAME = {
    "Aggregated Database": "AGGR", "Ancient Text": "ANCIENT", "Artwork": "ART", "Audiovisual Material": "ADVS", "Bill": "BILL",
    "Blog": "BLOG",
    "Book": "BOOK", "Book Section": "CHAP", "Case": "CASE", "Catalog": "CTLG", "Chart or Table": "CHART", "Classical Work": "CLSWK",
    "Computer Program": "COMP", "Conference Paper": "CPAPER", "Conference Proceedings": "CONF", "Dataset": "DATA", "Dictionary": "DICT",
    "Edited Book": "EDBOOK", "Electronic Article": "EJOUR", "Electronic Book": "EBOOK", "Electronic Book Section": "ECHAP",
    "Encyclopedia": "ENCYC", "Equation": "EQUA", "Figure": "FIGURE", "Film or Broadcast": "MPCT", "Generic": "GEN",
    "Government Document": "GOVDOC", "Grant": "GRANT", "Hearing": "HEAR", "Interview": "INTV", "Journal Article": "JOUR",
    "Legal Rule or Regulation": "LEGAL", "Magazine Article": "MGZN", "Manuscript": "MANSCPT", "Map": "MAP", "Music": "MUSIC",
    "Newspaper Article": "NEWS", "Online Database": "DBASE", "Online Multimedia": "MULTI", "Pamphlet": "PAMP", "Patent": "PAT",
    "Personal Communication": "PCOMM", "Podcast": "PODCST", "Press Release": "PRESS", "Report": "RPRT", "Serial": "SER",
    "Standard": "STAND",
    "Statute": "STAT", "Thesis": "THES", "Unpublished Work": "UNPB", "Web Page": "ELEC",
}  # fmt: skip

_BY_NUMBER = {
    "2": "ART", "3": "ADVS", "4": "BILL", "5": "CHAP", "6": "BOOK", "7": "CASE", "9": "COMP", "10": "CONF", "12": "ELEC", "13": "GEN",
    "14": "HEAR", "17": "JOUR", "19": "MGZN", "20": "MAP", "21": "MPCT", "23": "NEWS", "25": "PAT", "26": "PCOMM", "27": "RPRT",
    "28": "EDBOOK",
    "31": "STAT", "32": "THES", "34": "UNPB", "36": "MANSCPT", "38": "CHART", "43": "EJOUR", "44": "EBOOK", "46": "GOVDOC", "47": "CPAPER",
}  # fmt: skip
"""The numbers of the common types; the name decides where both are there."""

_FOLDED = {name.casefold(): kind for name, kind in _BY_NAME.items()}


def type_of(name: str, number: str = "") -> str | None:
    """The RIS type for an EndNote type, or None where neither name nor number is known.

    >>> type_of("journal article"), type_of("", "32"), type_of("Poster")
    ('JOUR', 'THES', None)
    """
    return _FOLDED.get(" ".join(name.split()).casefold()) or _BY_NUMBER.get(number.strip())
