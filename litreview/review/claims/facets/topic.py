"""A topic: studies on one matter, compared in all that they state: when, what they ask, how, with what idea, what they found."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.record import LangText, Library
from litreview.review.claims.answers import answers
from litreview.review.claims.claim import Claim, Group, Value
from litreview.review.claims.facets import FacetClaims
from litreview.review.claims.facets.findings import brief_parts, recurrences
from litreview.review.claims.facets.further import further
from litreview.review.claims.moves import in_turn, in_twos, lone, shared, told_in
from litreview.review.claims.order import newest_first, year_of, years_told
from litreview.review.claims.values import TECHNIQUE, Comparison, compare, comparison, examined
from litreview.review.thresholds import (
    APART_FROM_REST,
    BRIEF_IN_TOPIC,
    COMMON_IN_THEME,
    FINDINGS_OF_TOPIC,
    FINDINGS_WITHOUT_TERMS,
    KINDS_OF_AIM,
    QUOTED_ON_A_TERM,
    STUDIES_FOR_A_SHARE,
    TERMS_OF_TOPIC,
    YEARS_APART,
)

NAME = "topic"

COUNTED_ELSEWHERE = (TECHNIQUE, "data")
"""Aspects of which a topic tells the commonest value alone: the section on methods and the table hold the others."""


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Size and years; kinds of aim; methods and frameworks in common, and how they differ from the other topics; findings.

    What is told first follows from what the studies hold: answers that go together, else a question that most of them ask, else how many
    they are.
    """
    read = tuple(key for key in newest_first(library, keys) if examined(library[key]))
    aims = compare(library, read, "aim")
    kinds = tuple(group for group in aims.groups if group.value.concept)[:KINDS_OF_AIM]
    size = Claim("topic.size", NAME, newest_first(library, keys), numbers=(("total", len(library)),), opens=True)
    about = [size, *_years(library, keys)]
    asked = [Claim("topic.aims", NAME, tuple(dict.fromkeys(k for g in kinds for k in g.keys)), groups=kinds)] if len(kinds) > 1 else []
    asked += _aims(library, read)
    findings = _findings(library, read)
    findings += further(library, read, [*asked, *findings], NAME)
    if findings and findings[0].kind.startswith("answer.") and len(findings[0].studies) > 1:
        claims = [*findings, *_opening(about), *asked]
    elif asked and len(kinds[0].parts) >= COMMON_IN_THEME * len(read):
        claims = [*_opening(asked), *about, *findings]
    else:
        claims = [*about, *asked, *findings]
    compared = [comparison(library, read, aspect) for aspect in ("framework", "method", TECHNIQUE, "data")]
    for one in compared:
        common = shared(NAME, one, library)
        if one.aspect in COUNTED_ELSEWHERE:
            common = common[:1]
        claims += [*common, *(lone(NAME, one, told_in(common)) if not common and one.aspect not in COUNTED_ELSEWHERE else ())]
        claims += contrasts(library, one) if one.aspect != TECHNIQUE else ()
    unstated = [one.aspect for one in compared if read and one.missing == read]
    claims += [Claim(f"topic.unstated.{aspect}", NAME, (), read) for aspect in unstated[:1]]
    return in_turn(claims)


def _opening(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the first of which begins a new thought."""
    return [attrs.evolve(claim, opens=n == 0) for n, claim in enumerate(claims)]


def _years(library: Library, keys: tuple[str, ...]) -> list[Claim]:
    """From when to when, and since when half of them: the last years that hold at least half of the dated studies.

    Told where the topic is earlier or later than the corpus, of which the chapter has told the same.
    """
    dated = sorted(((year, key) for key in keys if (year := year_of(library[key])) is not None), reverse=True)
    if len(dated) < 2 or dated[0][0] == dated[-1][0]:
        return []
    numbers = years_told([year for year, _ in dated])
    by_name, of_all = dict(numbers), dict(years_told(sorted((y for s in library if (y := year_of(s)) is not None), reverse=True)))
    if len(keys) < len(library) and all(abs(by_name[name] - of_all[name]) < YEARS_APART for name in ("first", "last", "since")):
        return []
    if len(dated) < 8 or by_name["since"] == by_name["first"]:
        return [Claim("topic.years", NAME, tuple(key for _, key in dated), numbers=numbers[:2])]
    return [Claim("topic.years.recent", NAME, tuple(key for _, key in dated), numbers=numbers)]


def _aims(library: Library, read: tuple[str, ...]) -> list[Claim]:
    """What the two newest studies with an aim set out to do, as the keeper words it: quotations are for answers."""
    parts = tuple(part for part in brief_parts(library, read, "aim", BRIEF_IN_TOPIC) if part.paraphrased)[:2]
    if len(parts) < 2:
        return []
    return [Claim("topic.told", NAME, groups=(Group(Value("aim", LangText(), aspect="aim"), parts),))]


def contrasts(library: Library, within: Comparison) -> tuple[Claim, ...]:
    """How a theme differs from the rest of the corpus: a value that is common here and rare elsewhere, with both counts.

    It is the most shared value of `within`, if the studies outside it use it clearly less; both are counted over those that state one.
    """
    if len(within.stated) < STUDIES_FOR_A_SHARE or not within.shared:
        return ()
    widest = within.shared[0]
    share = len(widest.keys) / len(within.stated)
    if share < COMMON_IN_THEME:
        return ()
    here = {*within.stated, *within.missing, *within.unread}
    elsewhere = comparison(library, tuple(study.key for study in library if study.key not in here), within.aspect)
    if len(elsewhere.stated) < STUDIES_FOR_A_SHARE:
        return ()
    there = next((group.keys for group in elsewhere.groups if group.value.identity == widest.value.identity), ())
    if share - len(there) / len(elsewhere.stated) < APART_FROM_REST:
        return ()
    counts = (("here", len(widest.keys)), ("there", len(there)), ("others", len(elsewhere.stated)))
    kind = f"topic.contrast.{within.aspect}" if there else f"topic.contrast.{within.aspect}.none"
    return (Claim(kind, NAME, within.stated, groups=(widest,), numbers=counts),)


def _findings(library: Library, read: tuple[str, ...]) -> list[Claim]:
    """The answers that go together, what recurs in the findings, then what the newest of the other studies found."""
    related = answers(library, read, NAME)
    claims = [*related, *recurrences(library, read, TERMS_OF_TOPIC, QUOTED_ON_A_TERM, NAME, related)]
    mentioned = {key for claim in claims for group in claim.groups for key in group.keys}
    parts = brief_parts(library, [key for key in read if key not in mentioned], "findings", BRIEF_IN_TOPIC)
    most = FINDINGS_OF_TOPIC if len(mentioned) > FINDINGS_WITHOUT_TERMS else FINDINGS_WITHOUT_TERMS
    return [*claims, *in_twos("finding", NAME, parts[:most], opens=not claims)]


FACET = FacetClaims(NAME, build)
