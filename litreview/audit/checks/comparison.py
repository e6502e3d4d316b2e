"""Whether the text compares studies or lists them one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line, place
from litreview.audit.thresholds import CITING_SENTENCES, IN_A_ROW, SHARE_COMPARING, STUDIES_TO_COMPARE
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """A draft in which too few sentences compare, paragraphs on several studies that never join them, and rows of single studies."""
    citing = [line for line in draft.prose if line.passage.kind == "paragraph" and line.keys]
    joining = [line for line in citing if len(line.keys) > 1]
    several = len({key for line in citing for key in line.keys}) > STUDIES_TO_COMPARE
    if several and len(citing) >= CITING_SENTENCES and len(joining) < SHARE_COMPARING * len(citing):
        yield found(
            "draft-few-comparisons", draft, share=f"{100 * len(joining) // len(citing)} %", least=f"{round(100 * SHARE_COMPARING)} %"
        )
    for _, group in groupby((line for line in draft.prose if line.passage.kind == "paragraph"), key=lambda line: id(line.passage)):
        yield from _paragraph(draft, list(group))


def _paragraph(draft: Draft, lines: list[Line]) -> Iterator[Problem]:
    works = {key for line in lines for key in line.keys}
    if len(works) > 2 and not any(len(line.keys) > 1 for line in lines):
        yield found("draft-paragraph-lists", draft, place=place(lines[0].passage), count=len(works))
    row: list[Line] = []
    for line in [*lines, None]:
        if line is not None and len(line.keys) == 1 and not (row and row[-1].keys == line.keys):
            row.append(line)
            continue
        if line is not None and row and line.keys == row[-1].keys:
            continue
        if len(row) > IN_A_ROW:
            yield found("draft-studies-in-a-row", draft, place=row[0].place, count=len(row), most=IN_A_ROW)
        row = []


CHECK = DraftCheck("comparison", run)
