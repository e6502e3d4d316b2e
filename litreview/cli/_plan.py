"""What a command says of a merge that is only planned: a table of what would be done with each unit."""

from __future__ import annotations

import re

import litreview
from litreview.cli._report import Report
from litreview.cli._words import one_line
from litreview.languages import language

WIDEST = 60
"""Characters of a text that a line shows."""


_CITATIONS = re.compile(r"⟦([^⟦⟧]*)⟧")
"""How the text of a unit holds its citations. Source: the manifest of a Word file."""


def tell_plan(plan: litreview.MergePlan, path: object, report: Report) -> None:
    """Print the lines of a plan that change something or are the writer's, then how many there are of each kind."""
    shown = [line for line in plan.lines if line.action != "kept"]
    actions = {line.action: report.words.message(f"merge-{line.action}") for line in shown}
    width = max(map(len, actions.values()), default=0)
    parts = max((len(_part(line.slot, report.words.tag)) for line in shown), default=0)
    for line in shown:
        text = one_line(_CITATIONS.sub(_typed, line.mine or line.now or line.before))
        cut = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
        report.result(f"{actions[line.action]:{width}}  {_part(line.slot, report.words.tag):{parts}}  {cut}".rstrip() + "\n")
    report.facts(
        plan=[{"action": one.action, "unit": one.slot, "before": one.before, "mine": one.mine, "now": one.now} for one in plan.lines],
        counts=plan.counts,
    )
    if plan.lines:
        report.say("merge-plan", path=path, kept=plan.count("kept"), **plan.counts)
    else:
        report.say("merge-none", path=path)


def _typed(token: re.Match[str]) -> str:
    """A citation as somebody would type it; what is no citation of works is left out."""
    if token[1].startswith(("REF ", "NOTE ")):
        return "" if token[1].startswith("REF ") else token[1].removeprefix("NOTE ")
    works = [item.split("|") for item in token[1].split(";")]
    return "[" + "; ".join(f"@{key}" + (f", {rest[0]}" if rest and rest[0] else "") for key, *rest in works) + "]"


def _part(slot: str, tag: str) -> str:
    """The part of the chapter in which a unit stands, by its heading, as far as the name of the unit tells."""
    head = slot.partition("/")[0]
    words = language(tag).section("chapter")
    return str(words.get("themes" if head == "theme" else head) or "")
