"""What Word calls types, roles, containers and languages of its sources."""

from __future__ import annotations

import re

THESIS = re.compile(r"thes[ie]s|tesis|skripsi|disertasi|dissertation|ph\.?\s?d|master|magister|doctoral|diploma|tugas akhir", re.IGNORECASE)
"""What the type of a report says where it is a thesis, which Word has no kind for."""
NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
KINDS = {
    "article": "Report", "article-journal": "JournalArticle", "article-magazine": "ArticleInAPeriodical",
    "article-newspaper": "ArticleInAPeriodical", "bill": "Case", "book": "Book", "broadcast": "Misc", "chapter": "BookSection",
    "classic": "Book", "dataset": "ElectronicSource", "entry": "BookSection", "entry-dictionary": "BookSection",
    "entry-encyclopedia": "BookSection", "figure": "Art", "graphic": "Art", "interview": "Interview", "legal_case": "Case",
    "legislation": "Case", "map": "Art", "motion_picture": "Film", "musical_score": "Misc", "pamphlet": "Book",
    "paper-conference": "ConferenceProceedings", "patent": "Patent", "performance": "Performance", "post": "DocumentFromInternetSite",
    "post-weblog": "DocumentFromInternetSite", "report": "Report", "review": "JournalArticle", "review-book": "JournalArticle",
    "software": "ElectronicSource", "song": "SoundRecording", "standard": "Report", "thesis": "Report",
    "webpage": "DocumentFromInternetSite",
}  # fmt: skip
"""CSL types as Word's; a type without an entry is Misc."""

FROM_WORD = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book", "BookSection": "chapter",
    "ConferenceProceedings": "paper-conference", "Report": "report", "Case": "legal_case", "ElectronicSource": "software",
    "Art": "graphic", "Interview": "interview", "Film": "motion_picture", "Patent": "patent", "Performance": "performance",
    "DocumentFromInternetSite": "webpage", "InternetSite": "webpage", "SoundRecording": "song", "Misc": "document",
}  # fmt: skip
CONTAINERS = {
    "JournalArticle": "JournalName", "ArticleInAPeriodical": "PeriodicalTitle", "BookSection": "BookTitle",
    "ConferenceProceedings": "ConferenceName", "DocumentFromInternetSite": "InternetSiteTitle", "ElectronicSource": "PublicationTitle",
    "SoundRecording": "AlbumTitle", "Art": "PublicationTitle", "Interview": "PublicationTitle", "Misc": "PublicationTitle",
}  # fmt: skip
ROLES = {
    "author": "Author", "editor": "Editor", "translator": "Translator", "collection-editor": "Editor", "director": "Director",
    "performer": "Performer", "composer": "Composer", "interviewer": "Interviewer", "compiler": "Compiler", "producer": "ProducerName",
}  # fmt: skip
OWN_AUTHORS = {"Patent": "Inventor", "Interview": "Interviewee", "Art": "Artist"}
"""What the author is called in these kinds of source."""

LCID = {
    "ar": 1025, "de": 1031, "en": 1033, "es": 3082, "fr": 1036, "id": 1057, "it": 1040, "ja": 1041, "ko": 1042, "ms": 1086, "nl": 1043,
    "pt": 2070, "ru": 1049, "th": 1054, "vi": 1066, "zh": 2052, "bg": 1026, "ca": 1027, "cs": 1029, "da": 1030, "el": 1032, "fi": 1035,
    "he": 1037, "hu": 1038, "is": 1039, "nb": 1044, "pl": 1045, "ro": 1048, "hr": 1050, "sk": 1051, "sv": 1053, "tr": 1055, "ur": 1056,
    "uk": 1058, "sl": 1060, "et": 1061, "lv": 1062, "lt": 1063, "fa": 1065, "eu": 1069, "af": 1078, "hi": 1081, "sw": 1089, "bn": 1093,
    "ta": 1097, "km": 1107, "gl": 1110, "fil": 1124, "nn": 2068,
}  # fmt: skip
OTHER_LCID = {
    2057: "en-GB", 3081: "en-AU", 4105: "en-CA", 1046: "pt-BR", 1034: "es", 1028: "zh-TW", 2067: "nl-BE", 2055: "de-CH", 3079: "de-AT",
}  # fmt: skip


def number_variable(kind: str, csl_type: str) -> str:
    """The field that holds the number of a work of Word's `kind`; "" where there is none.

    >>> number_variable("Patent", "patent"), number_variable("Report", "standard"), number_variable("Book", "book")
    ('PatentNumber', 'StandardNumber', '')
    """
    return {"Patent": "PatentNumber", "Case": "CaseNumber"}.get(kind, "StandardNumber" if csl_type == "standard" else "")
