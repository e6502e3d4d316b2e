"""A work recorded twice under titles in different languages, without texts to compare: seen by place, people and shared words."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.errors import Problem, fault
from litreview.library.duplicates.agreement import against, everybody, same_container, same_place
from litreview.library.duplicates.features import Features, Title
from litreview.library.duplicates.thresholds import SHARE_OF_TITLE, WORDS_SHARED
from litreview.library.duplicates.words import likely_language, root


def one_place(first: Features, second: Features, apart: bool) -> Problem | None:
    """The reason why two works whose titles differ are one: all the same people, and one page of one volume.

    So a journal's article stands in one database under its own title and in another under the English one. Where nobody says which
    languages the titles are in (not `apart`), there must be several people, and hardly a word in common: an editor's two notes on one
    page are no article.
    """
    if not everybody(first, second) or not same_place(first, second) or not _may_be_one(first, second):
        return None
    mine, theirs = ({word for title in study.titles for word in title.content} for study in (first, second))
    least = min(len(mine), len(theirs))
    if apart or (first.people > 1 and least >= WORDS_SHARED and len(mine & theirs) <= least / 2):
        return fault("same-place", severity="info", volume=first.volume, page=first.page)
    return None


def one_title(first: Features, second: Features) -> Problem | None:
    """The reason why two works by all the same people and of one year may be one: titles in two languages with words in common.

    Names, numbers and loanwords count, by how they sound. A pair of cities alone is not enough.
    """
    if not everybody(first, second) or first.year is None or first.year != second.year or not _may_be_one(first, second):
        return None
    for original, translation in _in_two_languages(first, second):
        if original.numbers != translation.numbers:
            continue
        mine, theirs = ({word if word.isdigit() else root(word): word for word in title.content} for title in (original, translation))
        shared = [mine[sound] for sound in mine if sound in theirs]
        if len(shared) >= WORDS_SHARED and len(shared) >= min(len(mine), len(theirs)) * SHARE_OF_TITLE:
            return fault("title-in-two-languages", severity="info", value=", ".join(shared))
    return None


def _in_two_languages(first: Features, second: Features) -> Iterator[tuple[Title, Title]]:
    for original in first.titles:
        for translation in second.titles:
            languages = [title.language or likely_language(title.spaced) for title in (original, translation)]
            if all(languages) and languages[0] != languages[1]:
                yield original, translation


def _may_be_one(first: Features, second: Features) -> bool:
    """Whether nothing speaks against it; titles that are stated in one language and differ do."""
    mine, theirs = ({title.language for title in study.titles if title.language} for study in (first, second))
    if mine & theirs:
        return False
    unsaid = not first.container or not second.container
    return not against(first, second) and (unsaid or same_container(first, second))
