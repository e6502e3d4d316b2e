"""Wide pages, or narrow type, for a table that has become too wide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litreview.merge.docx.marks import end_section
from litreview.merge.docx.places import reads
from litreview.merge.docx.story import W
from litreview.writers.docx.blocks.tables import cell_margins
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.sections import Section
from litreview.writers.docx.template.insert import parsed
from litreview.writers.docx.template.opening import pages_at


def turned(body: Any, table: Any) -> list[Any]:
    """Give a table in the body, with its caption, a section of its own on landscape pages; gives the paragraphs that were made for it.

    Nothing happens where it has one already, or where no section may end.
    """
    pages = pages_at(body, table)
    size = pages.element.find(f"{W}pgSz") if pages.element is not None else None
    if not pages.turns or size is None or size.get(f"{W}orient") == "landscape":
        return []
    made: list[Any] = []
    first = _with_caption(table)
    upright, wide = pages.section(Section()), pages.section(Section(landscape=True))
    before = first.getprevious()
    if before is not None and before.tag == f"{W}p":
        if before.find(f"{W}pPr/{W}sectPr") is None:
            end_section(before, parsed("w:body", [upright])[0])
    elif before is not None:
        made.append(_closing(upright))
        first.addprevious(made[-1])
    after = table.getnext()
    if (
        after is not None
        and after.tag == f"{W}p"
        and not reads(after)
        and after.find(f"{W}pPr/{W}sectPr") is None
        and not len(_runs(after))
    ):
        end_section(after, parsed("w:body", [wide])[0])
    else:
        made.append(_closing(wide))
        table.addnext(made[-1])
    return made


def narrowed(table: Any, layout: Layout, ids: Mapping[str, str]) -> frozenset[str]:
    """Give a table narrow type where its cells have the usual one; gives the styles in use. `ids` are the file's styles by ours."""
    narrow = {ids.get(name, name): ids.get(f"{name}Narrow", f"{name}Narrow") for name in ("TableText", "TableHeading")}
    styles = [style for style in table.iter(f"{W}pStyle") if style.get(f"{W}val") in narrow]
    for style in styles:
        style.set(f"{W}val", narrow[style.get(f"{W}val")])
    look = table.find(f"{W}tblPr/{W}tblLook")
    if styles and look is not None:
        for old in table.findall(f"{W}tblPr/{W}tblCellMar"):
            old.getparent().remove(old)
        look.addprevious(parsed("w:tblPr", [cell_margins(layout, True)])[0])
    return frozenset(narrow.values()) if styles else frozenset()


def _with_caption(table: Any) -> Any:
    """The caption above a table, else the table itself."""
    before = table.getprevious()
    counted = before is not None and before.tag == f"{W}p" and any("SEQ" in (code.text or "") for code in before.iter(f"{W}instrText"))
    return before if counted else table


def _closing(section: str) -> Any:
    return parsed("w:body", [str(xml.P("SectionEnd", "", section=section))])[0]


def _runs(paragraph: Any) -> list[Any]:
    return list(paragraph.iter(f"{W}r"))
