"""Gaps that studies of the corpus state themselves: what they say nobody has done, what they lacked, what should be done next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from litreview.analysis.highlights import told_gaps as marked
from litreview.analysis.sentences import split_sentences, study_text
from litreview.languages import language, tags
from litreview.record import Evidence, LangText, Library, Statement, Study
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.marked import in_own_words, is_marked
from litreview.review.claims.mentions import names
from litreview.review.claims.order import newest_first
from litreview.review.thresholds import GAPS_MARKED, GAPS_OF_STUDIES, LONGEST_GAP, SHORTEST_CLAUSE

NAME = "gaps"

GAPS_OF_ONE = 2
"""So many of the gaps that are marked in one study are told."""

REVIEWS = frozenset(
    "systematic-review scoping-review narrative-review integrative-review umbrella-review critical-review systematic-mapping meta-analysis"
    " meta-synthesis bibliometric".split()
)
"""The concepts that make a study a review of others: what it calls missing weighs more than what one study says of its own field."""


ASKING = frozenset("interview questionnaire survey survey-design focus-group observation experimental field-experiment".split())
"""The concepts by which a study has seen or asked for itself, whatever it reviews beside that."""


def told_gaps(library: Library) -> tuple[Claim, ...]:
    """For each study that states a gap one claim with its words: first what their reader marked, then what abstracts say, reviews before
    others and the newest before the older; at most `GAPS_OF_STUDIES`, but of what was marked `GAPS_MARKED`.
    """
    reviews: list[Claim] = []
    others: list[Claim] = []
    for key in newest_first(library, library.keys()):
        study = library[key]
        stated = marked(study, library.legend)[:GAPS_OF_ONE] or _first_gap(study)
        if stated:
            review = _only_reviews(study) and not any(map(_is_limit, stated))
            group = Group(Value(key, LangText()), (Part(key, stated, in_own_words(study, stated)),))
            (reviews if review else others).append(Claim("gap.review" if review else "gap.told", NAME, groups=(group,)))
    gaps = [*reviews, *others]
    marked_there = [claim for claim in gaps if any(map(is_marked, claim.groups[0].parts[0].statements))]
    rest = [claim for claim in gaps if claim not in marked_there][: max(0, GAPS_OF_STUDIES - len(marked_there))]
    return (*marked_there[:GAPS_MARKED], *rest)


def is_review(study: Study) -> bool:
    """Whether a study is a review of other studies, by its method or its title.

    >>> is_review(Study("a", title=LangText({"en": "Ports of the South: a scoping review"})))
    True
    """
    return _titled_review(study) or names(study, REVIEWS)


def _titled_review(study: Study) -> bool:
    return any(cues.review.search(title) for tag, title in study.title.items() if (cues := _cues(tag)))


def _only_reviews(study: Study) -> bool:
    """Whether a study reads others and asks nobody itself: one that interviews as well speaks of its own field."""
    taken = {value.concept for value in (*study.aspects.method, *study.aspects.data)}
    return _titled_review(study) or (is_review(study) and not taken & ASKING)


def _first_gap(study: Study) -> tuple[Statement, ...]:
    """The first gap of the literature that abstracts state; where they state none, the first limit of the study itself."""
    gaps = tuple(_gaps(study))
    return next(((gap,) for gap in gaps if not _is_limit(gap)), gaps[:1])


def _is_limit(gap: Statement) -> bool:
    return any(cues.limit.search(text) for tag, text in gap.text.items() if (cues := _cues(tag)))


def _gaps(study: Study) -> Iterator[Statement]:
    """The clauses of the abstracts that state a gap, in order."""
    for tag, abstract in study.abstract.items():
        cues = _cues(tag)
        if cues is None:
            continue
        first, last = study_text(abstract)
        for stretch in split_sentences(abstract[first:last], tag):
            start, end = stretch.start + first, stretch.end + first
            for begin, stop in _parts(abstract, start, end):
                words = abstract[begin:stop]
                brief = SHORTEST_CLAUSE <= len(words.split()) <= LONGEST_GAP
                if brief and cues.stated.search(words) and not cues.denied.search(words):
                    yield Statement(LangText({tag: words}), evidence=(Evidence("abstract", tag, words, begin, stop),))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons, without marks at their ends."""
    for found in re.finditer(r"[^;]+", text[start:end]):
        words = found[0].rstrip(" .")
        begin = start + found.start() + len(words) - len(words.lstrip())
        yield begin, start + found.start() + len(words)


@attrs.frozen(eq=False)
class _Cues:
    """What states a gap, what only sounds so, and what a review calls itself in its title."""

    stated: re.Pattern[str]
    denied: re.Pattern[str]
    review: re.Pattern[str]
    limit: re.Pattern[str]
    """What a study says of its own bounds ("the sample is limited to …")."""


@cache
def _cues(tag: str) -> _Cues | None:
    bare = tag.split("-")[0]
    if bare not in tags():
        return None
    spoken = language(bare)
    return _Cues(*(re.compile(spoken.regex(spoken.section("gaps")[name]), re.IGNORECASE) for name in ("stated", "not", "review", "limit")))
