"""What a university's file offers before anything is written into it, and what became of it afterwards."""

from __future__ import annotations

import io
import re
import zipfile

import attrs

from litreview.errors import Problem, fault
from litreview.writers.docx.package.styles import ROLES
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.opening import open_template
from litreview.writers.docx.template.styles import TemplateStyle
from litreview.writers.options import Template

_W = f"{{{W}}}"


@attrs.frozen
class TemplateReport:
    """What a university's file offers, before anything is written into it.

    - `styles` says which style does the work of each of ours; `by_hand` the kinds of paragraph that look as most of theirs do by hand, with
      what is taken over ("Body Text", "rFonts, spacing").
    - `places` are the headings below which the text can go, with their level and number; `marked` whether a mark for it is there.
    - `chapter` is the number that the chapter will have, as the file counts; `numbering` how headings of each level are numbered: by their
      "style", by a "list" that they name, "typed" or "none".
    - `sections` and `text_width` (in cm, where the text will stand) describe the pages, `language` is that of the file.
    """

    name: str
    styles: tuple[TemplateStyle, ...]
    by_hand: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, str, str], ...]
    marked: bool
    chapter: str
    numbering: tuple[tuple[int, str], ...]
    sections: int
    text_width: float
    language: str | None
    problems: tuple[Problem, ...] = ()

    @property
    def numbered_levels(self) -> tuple[int, ...]:
        """The levels of headings that their style numbers."""
        return tuple(level for level, how in self.numbering if how == "style")

    @property
    def missing(self) -> tuple[str, ...]:
        """The styles of ours that the file lacks; those that a text uses would be added."""
        return tuple(style.role for style in self.styles if style.how == "created")


def report(template: Template, written: bytes, layout: str | None = None) -> tuple[Problem, ...]:
    """What happened to a template of which the file `written` was made: links left out, a missing mark, styles taken and styles added.

    `layout` is one that was asked for beside the template: it is told what it gave, or that it could give nothing.

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
    problems += [fault("template-number-silent", file=template.name, severity="info", style=s, level=n) for n, s in opened.silent_levels()]
    if layout is not None and added:
        problems.append(fault("template-layout", file=template.name, severity="info", layout=layout, styles=added))
    elif layout is not None:
        problems.append(fault("template-layout-unused", file=template.name, severity="info", layout=layout))
    return tuple(problems)


def examine(template: Template) -> tuple[TemplateReport, tuple[Problem, ...]]:
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
    problems += [
        fault("template-number-silent", file=template.name, severity="info", style=style, level=level)
        for level, style in opened.silent_levels()
    ]
    language = opened.sheet.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    roles = {role.id: role.name for role in ROLES}
    seen = TemplateReport(
        name=template.name,
        styles=opened.chosen,
        by_hand=tuple((roles[kind], ", ".join(look.names)) for kind, look in opened.looks.items()),
        places=tuple((h.level, h.number, h.words) for h in opened.headings),
        marked=opened.marked,
        chapter=opened.plan.above,
        numbering=tuple((level, how.kind) for level, how in opened.plan.levels.items()),
        sections=len(list(opened.word.element.iter(f"{_W}sectPr"))),
        text_width=round(opened.pages.text_width(False) / 1440 * 2.54, 2),
        language=language.get(f"{_W}val") if language is not None else None,
        problems=tuple(problems),
    )
    return seen, seen.problems
