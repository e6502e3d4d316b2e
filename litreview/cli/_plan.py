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
    lines = [line for line in plan.lines if line.action != "kept"]
    actions = {line.action: report.words.message(f"merge-{line.action}") for line in lines}
    width = max(map(len, actions.values()), default=0)
    tag = plan.language.partition("-")[0] or report.words.tag
    parts = max((len(_part(line.slot, tag)) for line in lines), default=0)
    for line in lines:
        text = one_line(_CITATIONS.sub(_typed, _words_of(line))).strip() or _named(line.slot, report)
        cut = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
        report.result(f"{actions[line.action]:{width}}  {_part(line.slot, tag):{parts}}  {cut}".rstrip() + "\n")
    report.facts(
        plan=[{"action": one.action, "unit": one.slot, "before": one.before, "mine": one.mine, "now": one.now} for one in plan.lines],
        counts=plan.counts,
    )
    if plan.lines:
        report.say("merge-plan", path=path, kept=plan.count("kept"), **plan.counts)
    else:
        report.say("merge-none", path=path)


def _words_of(line: litreview.MergeLine) -> str:
    """The words by which somebody finds a unit: those that stand there, unless they are only a sign for nothing."""
    texts = [text for text in (line.mine, line.now, line.before) if text]
    return next((text for text in texts if any(map(str.isalnum, text))), texts[0] if texts else "")


def _named(slot: str, report: Report) -> str:
    """What a row or column of a table is about, where it is told of as a whole, or that it is the table."""
    for kind in ("row", "column"):
        _, found, key = slot.partition(f"/{kind}/")
        if found:
            return report.words.message(f"merge-{kind}", key=key.rpartition("/")[2])
    return report.words.message("merge-table") if slot.startswith("table/") else ""


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
