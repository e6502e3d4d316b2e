"""What a university's file offers before anything is written into it, and what became of it afterwards."""

from __future__ import annotations

import io
import re
import zipfile

import attrs

from litreview.errors import Problem, fault
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.opening import open_template
from litreview.writers.docx.template.styles import Chosen
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


def report(template: Template, written: bytes) -> tuple[Problem, ...]:
    """What happened to a template of which the file `written` was made: links left out, a missing mark, styles taken and styles added.

    Everything is of severity "info". Raises as `examine` does.
    """
    opened = open_template(template)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        text = b"".join(archive.read(name) for name in ("word/document.xml", "word/footnotes.xml") if name in archive.namelist())
    used = frozenset(re.findall(rb'<w:[prt](?:Style|blStyle) w:val="([^"]*)"', text))
    chosen = [style for style in opened.chosen if style.id.encode() in used]
    taken = ", ".join(f'{style.role} → "{style.name}"' for style in chosen if style.how != "created")
    added = ", ".join(f'"{style.role}"' for style in chosen if style.how == "created")
    problems = list(opened.problems)
    if not opened.marked and not template.after_heading:
        problems.append(fault("template-no-marker", file=template.name, severity="info", marker=template.marker))
    if taken:
        problems.append(fault("template-styles-mapped", file=template.name, severity="info", styles=taken))
    if added:
        problems.append(fault("template-styles-created", file=template.name, severity="info", styles=added))
    return tuple(problems)


def examine(template: Template) -> tuple[Report, tuple[Problem, ...]]:
    """Look at a template; the problems name the styles that would be added, a missing mark, and what is left out.

    Raises ReadError for a file that cannot be used, UnknownName for a heading or style that is not there.
    """
    opened = open_template(template)
    problems = list(opened.problems)
    for style in opened.chosen:
        if style.how == "created":
            problems.append(fault("template-style-created", file=template.name, severity="info", style=style.role))
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
