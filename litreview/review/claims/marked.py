"""What was marked in the full text among what a study states: on which pages, and whose words it is told in."""

from __future__ import annotations

from collections.abc import Iterable

from litreview.record import COMMENTS, HIGHLIGHTS, Evidence, LangText, Partner, Period, Statement, Study

MOST_PAGES = 3
"""So many pages a citation names at most."""


def in_full_text(evidence: Evidence) -> bool:
    """Whether evidence stands in the full text, not in the record.

    >>> in_full_text(Evidence("highlights", "en", "Ports grew.")), in_full_text(Evidence("abstract", "en", "Ports grew."))
    (True, False)
    """
    return evidence.field in (HIGHLIGHTS, COMMENTS)


def is_marked(value: Statement | Period | Partner) -> bool:
    """Whether a value rests on what was marked in the full text."""
    return any(in_full_text(evidence) for evidence in value.evidence)


def pages(evidence: Iterable[Evidence]) -> str | None:
    """The pages on which the words are printed, as the locator of a citation names them; None where nobody says.

    >>> pages([Evidence("highlights", "en", "a", locator="315"), Evidence("comments", "id", "b", locator="315")])
    '315'
    """
    named = tuple(dict.fromkeys(one.locator for one in evidence if one.locator))
    return ", ".join(named[:MOST_PAGES]) or None


def whose(statement: Statement, tag: str) -> bool | None:
    """Whether the words of `statement` in the language `tag` are the keeper's own comment (True) or marked in the source (False).

    None where they rest on nothing in the full text.

    >>> own = Statement(LangText({"id": "warga ikut"}), evidence=(Evidence("comments", "id", "warga ikut"),))
    >>> whose(own, "id"), whose(Statement(LangText({"id": "warga ikut"})), "id")
    (True, None)
    """
    if not is_marked(statement):
        return None
    return any(one.field == COMMENTS and one.language == tag for one in statement.evidence)


def in_own_words(study: Study, statements: Iterable[Statement]) -> bool:
    """Whether what `study` states is told in its keeper's words: her comment, or an abstract that she wrote herself."""
    abstract = "abstract" in study.paraphrased
    return all(any(e.field == COMMENTS for e in one.evidence) if is_marked(one) else abstract for one in statements)


def brief_as_is(statement: Statement, most: int) -> LangText:
    """The texts of a statement that may be shortened: those of more than `most` words that are not the keeper's comment."""
    return LangText({tag: text for tag, text in statement.text.items() if len(text.split()) > most and whose(statement, tag) is not True})
