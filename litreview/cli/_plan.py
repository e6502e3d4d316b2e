"""What a command says of a merge that is only planned: a table of what would be done with each unit."""

from __future__ import annotations

import litreview
from litreview.cli._report import Report
from litreview.cli._words import one_line

WIDEST = 60
"""Characters of a text that a line shows."""


def tell_plan(plan: litreview.MergePlan, path: object, report: Report) -> None:
    """Print the lines of a plan that change something or are the writer's, then how many there are of each kind."""
    shown = [line for line in plan.lines if line.action != "kept"]
    actions = {line.action: report.words.message(f"merge-{line.action}") for line in shown}
    width = max(map(len, actions.values()), default=0)
    for line in shown:
        text = one_line(line.mine or line.now or line.before)
        cut = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
        report.result(f"{actions[line.action]:{width}}  {one_line(line.slot)}  {cut}".rstrip() + "\n")
    report.facts(
        plan=[{"action": one.action, "unit": one.slot, "before": one.before, "mine": one.mine, "now": one.now} for one in plan.lines],
        counts=plan.counts,
    )
    if plan.lines:
        report.say("merge-plan", path=path, kept=plan.count("kept"), **plan.counts)
    else:
        report.say("merge-none", path=path)
