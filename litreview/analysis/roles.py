"""What each sentence of an abstract is for: background, aim, method, framework or result; none where nothing sure is to be said.

The rules are data (see `cues`). They abstain: a wrong role costs more than a missing one, since drafts say "found" of results only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from litreview.analysis.cues import NONE, ROLES, Cues, Role, cues
from litreview.analysis.headings import role_of
from litreview.analysis.thresholds import ASIDE, LEAD_OF_A_ROLE, LEAST_WEIGHT, OUTRIGHT, REPORTS_OUTRIGHT

_HEADING = re.compile(r"\W*([^\W\d_][\w /&,-]{2,50}?(?:\(s\))?)\s*(?:[:：.]|[—–]|\s-)\s*(?=\S|$)")


@attrs.frozen
class Verdict:
    """The role of one sentence or None, its score and its lead over the next role (in the weights of the cues)."""

    role: Role | None
    score: float
    lead: float
    stated: bool = False
    """Whether a heading in the abstract says so."""
    heading: int = 0
    """How many characters at the beginning of the sentence are that heading."""


def assign_roles(sentences: Sequence[str], tag: str, headed: Sequence[tuple[str, int] | None] = ()) -> tuple[Verdict, ...]:
    """Give each sentence of one abstract, in order, a role or None; same length as `sentences`.

    `headed` gives the role and the length of headings that no mark shows, for the sentences that begin with one.

    A role needs a score of at least `MINIMUM` and `LEAD` more than the next (in cue weights, see the language file). Headings inside
    the abstract win. Position is a weak cue: what comes before the first aim without a sign of its own is background, what follows a
    result is result. Precision and coverage on labelled abstracts are in the test report, not promised here.

    >>> texts = ["Banyak kota bermitra.", "Penelitian ini bertujuan menjelaskan alasannya.", "Hasil penelitian menunjukkan dua alasan."]
    >>> [v.role for v in assign_roles(texts, "id")]
    ['background', 'aim', 'result']
    """
    table = cues(tag)
    scores = [score(text, table) for text in sentences]
    _add_place(scores)
    verdicts: list[Verdict] = []
    reigning: str | None = None
    for number, (text, points) in enumerate(zip(sentences, scores, strict=True)):
        heading, length = (headed[number] if headed else None) or stated_role(text, table, tag)
        reigning = heading if heading is not None else reigning
        outright = points.get("aim", 0.0) >= OUTRIGHT and reigning == "background"
        if outright:
            verdicts.append(Verdict("aim", points["aim"], points["aim"], heading=length))
        elif heading is None and points.get(NONE, 0.0) >= ASIDE:
            verdicts.append(Verdict(None, points[NONE], points[NONE]))
        elif reigning is not None:
            verdicts.append(Verdict(next((r for r in ROLES if r == reigning), None), 9.0, 9.0, True, length))
        else:
            verdicts.append(_verdict(points))
    return tuple(verdicts)


def score(text: str, table: Cues) -> dict[str, float]:
    """The weight of each role (and of "none") in one sentence: see `_total_weight`."""
    by_role: dict[str, list[float]] = {}
    low = text.lower()
    for number in table.sieve.fitting(low):
        rule = table.rules[number]
        if rule.pattern.search(low):
            by_role.setdefault(rule.role, []).append(rule.weight)
    return {role: _total_weight(weights) for role, weights in by_role.items()}


def _total_weight(weights: Sequence[float]) -> float:
    """The strongest sign whole, further ones by half; signs against a role (negative weights) whole."""
    for_it = [w for w in weights if w > 0]
    return max(for_it, default=0.0) + 0.5 * (sum(for_it) - max(for_it, default=0.0)) + sum(w for w in weights if w < 0)


def stated_role(text: str, table: Cues, tag: str) -> tuple[str | None, int]:
    """The role that a heading at the beginning of `text` states ("Metode: …"), "none", or None; and the length of the heading.

    >>> stated_role("Metode: Survei.", cues("id"), "id")
    ('method', 8)
    """
    match = _HEADING.match(text)
    role = role_of(match[1], tag) if match else None
    if match and role is not None:
        return role, match.end()
    alone = table.headings.get(text.strip(" .:").casefold())
    return alone, len(text) if alone is not None else 0


def _verdict(points: dict[str, float]) -> Verdict:
    ranked = sorted(points.items(), key=lambda pair: -pair[1])
    if not ranked:
        return Verdict(None, 0.0, 0.0)
    role, best = ranked[0]
    ahead = best - (ranked[1][1] if len(ranked) > 1 else 0.0)
    sure = best >= LEAST_WEIGHT and ahead >= LEAD_OF_A_ROLE and role != NONE
    return Verdict(next((r for r in ROLES if r == role), None) if sure else None, best, ahead)


def _add_place(scores: list[dict[str, float]]) -> None:
    """Add what the place of a sentence among the others says."""
    ranks = [_best_role(points) for points in scores]
    others = [n for n, role in enumerate(ranks) if role in ("aim", "method", "framework")]
    first = min(others or [n for n, role in enumerate(ranks) if role == "result"], default=len(scores))
    reported = _start_of_results(scores, ranks, first)
    early = [n for n, role in enumerate(ranks) if role == "aim" and n < reported]
    opened = next((n for n, role in enumerate(ranks) if role == "method" and early and n > early[0]), len(scores))
    for number, points in enumerate(scores):
        if number > reported:
            _discount_late(points)
        elif number > opened and points.get("background") == LEAST_WEIGHT:
            points.pop("background")  # words that open an abstract ("most", "in 2020") open nothing behind a method
        if others and number < first and 0 < points.get("result", 0.0) < 5:
            points["result"] = 0.0
        if number < first and points.get(NONE, 0.0) < 2 * LEAST_WEIGHT:
            points.pop(NONE, None)
        if number < first or (early and number < max(early) and _best_role(points) is None):
            points["background"] = points.get("background", 0.0) + LEAST_WEIGHT
    behind = max((n for n, role in enumerate(ranks) if role in ("method", "framework") and n < reported), default=len(scores))
    for number, points in enumerate(scores):
        follows = number and _best_role(scores[number - 1]) == "result" and _best_role(points) is None
        if follows or (number > behind and not any(points.get(role) for role in (*ROLES, NONE) if role != "result")):
            points["result"] = points.get("result", 0.0) + LEAST_WEIGHT


def _start_of_results(scores: list[dict[str, float]], ranks: Sequence[str | None], first: int) -> int:
    """The number of the sentence with which the report of results begins: one that says so, behind an aim or a method."""
    return next(
        (n for n, role in enumerate(ranks) if role == "result" and n > first and scores[n]["result"] >= REPORTS_OUTRIGHT), len(scores)
    )


def _discount_late(points: dict[str, float]) -> None:
    """Behind the first result: what would open an abstract elsewhere opens nothing here, and an aim is a claim about the paper itself."""
    if 0 < points.get("background", 0.0) <= LEAST_WEIGHT:
        points.pop("background")
    if points.get("aim", 0.0) >= LEAST_WEIGHT and _best_role(points) == "aim":
        points[NONE] = points.get(NONE, 0.0) + points.pop("aim")


def _best_role(points: dict[str, float]) -> str | None:
    """The role with the highest score, if that is enough."""
    return max(points, key=lambda r: points[r]) if points and max(points.values()) >= LEAST_WEIGHT else None
