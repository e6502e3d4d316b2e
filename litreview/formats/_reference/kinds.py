"""Reference types of RIS (``TY``) and CSL types, both ways."""

from __future__ import annotations

TO_CSL = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic", "BILL": "bill",
    "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure", "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "EQUA": "figure", "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document", "HEAR": "hearing",
    "ICOMM": "personal_communication", "INPR": "article-journal", "INTV": "interview", "JFULL": "periodical", "JOUR": "article-journal",
    "LEGAL": "regulation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "document",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication",
    "PODCST": "broadcast", "PRESS": "document", "RPRT": "report", "SER": "book", "SLIDE": "speech", "SOUND": "song", "STAND": "standard",
    "STAT": "legislation", "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage",
}  # fmt: skip

FROM_CSL = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK",
    "broadcast": "PODCST", "chapter": "CHAP", "classic": "CLSWK", "dataset": "DATA", "document": "GEN", "entry": "ENCYC",
    "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "interview": "INTV",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL", "personal_communication": "PCOMM",
    "post": "ICOMM", "post-weblog": "BLOG", "regulation": "LEGAL", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
"""Types without an entry are written as GEN."""

BOOKS = frozenset(
    "book chapter classic pamphlet thesis report manuscript map document standard entry-dictionary entry-encyclopedia".split()
)
"""Works whose serial number is an ISBN unless its digits say otherwise."""

HOSTED = frozenset(
    "article-journal article-magazine article-newspaper chapter paper-conference webpage post post-weblog entry-dictionary "
    "entry-encyclopedia periodical broadcast document interview review review-book legal_case speech".split()
)
"""Works that stand in another: their secondary title is that of the container. For all others it is the series."""

ARTICLES = frozenset(("article-journal", "paper-conference"))
"""Works that may have a number in place of pages: ``C7``."""

NUMBERED = frozenset("report patent standard bill legislation regulation manuscript".split())
"""Works whose ``IS`` is a number of their own; for books and chapters it is the number in the series, for all others the issue."""
