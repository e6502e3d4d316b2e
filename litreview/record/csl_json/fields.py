"""Which CSL variables hold words of a language, and under which tag a plain string of an item goes."""

from __future__ import annotations

from litreview.record.langtext import UNDETERMINED, LangList
from litreview.record.variables import NUMBER_VARIABLES, TEXT_VARIABLES

IDENTIFIERS = frozenset(("call-number", "citation-key", "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "year-suffix"))
"""Text variables that read the same in every language."""

STRINGS = frozenset(TEXT_VARIABLES) | frozenset(NUMBER_VARIABLES)
"""Every variable whose value in CSL-JSON is a string."""


def tag_of(variable: str, language: str | None) -> str:
    """The language tag for a plain string in `variable` of an item in `language`.

    >>> tag_of("title", "id"), tag_of("DOI", "id"), tag_of("title", None)
    ('id', 'und', 'und')
    """
    bare = variable in IDENTIFIERS or variable in NUMBER_VARIABLES
    return UNDETERMINED if bare or not language else language


def plain_keywords(joined: str, language: str | None) -> LangList:
    """The keywords of a plain string: parted at semicolons if it has any, else at commas.

    >>> plain_keywords("trade, ports; aid", "en")
    LangList({'en': ('trade, ports', 'aid')})
    """
    words = tuple(word.strip() for word in joined.split(";" if ";" in joined else ",") if word.strip())
    return LangList({tag_of("keyword", language): words}) if words else LangList()


EXTRA = "csl-json:"
"""Before the name of what CSL-JSON itself said and no field of a study holds (`Study.extra`)."""

GIVEN_BACK = (EXTRA + "custom", EXTRA + "categories")
"""What of it the schema has room for, in the order in which it is read."""
