"""What a university's file offers: told before anything is written into it."""

from __future__ import annotations

import attrs

from litreview.errors import Problem, fault
from litreview.writers.docx.template import open_template
from litreview.writers.docx.template_styles import Chosen
from litreview.writers.docx.xml import W
from litreview.writers.options import Template

_W = f"{{{W}}}"


@attrs.frozen
class Report:
    """What was found: `styles` says which style does the work of each of ours; `text_width` is in cm, where the text will stand."""

    styles: tuple[Chosen, ...]
    marked: bool
    sections: int
    text_width: float
    numbered_levels: tuple[int, ...]
    language: str | None


def examine(template: Template) -> tuple[Report, tuple[Problem, ...]]:
    """Look at a template; the problems name the styles that would be added, a missing mark, and what is left out.

    Raises ReadError for a file that cannot be used, UnknownName for a heading or style that is not there.
    """
    opened = open_template(template)
    problems = list(opened.problems)
    for one in opened.chosen:
        if one.how == "created":
            problems.append(fault("template-style-created", file=template.name, severity="info", style=one.role))
    if not opened.marked and not template.after_heading:
        problems.append(fault("template-no-marker", file=template.name, severity="info", marker=template.marker))
    language = opened.sheet.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    report = Report(
        styles=opened.chosen,
        marked=opened.marked,
        sections=len(list(opened.word.element.iter(f"{_W}sectPr"))),
        text_width=round(opened.pages.text_width(False) / 1440 * 2.54, 2),
        numbered_levels=tuple(sorted(opened.host.numbered)),
        language=language.get(f"{_W}val") if language is not None else None,
    )
    return report, tuple(problems)
