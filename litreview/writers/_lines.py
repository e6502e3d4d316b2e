"""The lines that a bibliography entry is made of, by the display parts of its style (CSL 1.0.2, "Display")."""

from __future__ import annotations

from typing import Literal

import attrs

from litreview.document.nodes import Display, Entry, Inline, Inlines


@attrs.frozen
class Line:
    """One line of an entry as it is laid out: a plain run, a block or an indented block, with what stands in its left margin."""

    kind: Literal["run", "block", "indent"]
    children: Inlines
    margin: Inlines = ()


def lines(entry: Entry) -> tuple[Line, ...]:
    """Take an entry apart at its outermost display parts; an entry without any is one run. Never empty.

    >>> from litreview.document.nodes import Text
    >>> [line.kind for line in lines(Entry("a", (Text("A."), Display("block", (Text("Note."),)))))]
    ['run', 'block']
    """
    entry_lines: list[Line] = []
    margin: Inlines = entry.margin
    run: list[Inline] = []

    def close() -> None:
        nonlocal margin
        if run or margin:
            entry_lines.append(Line("run", tuple(run), margin))
            run.clear()
            margin = ()

    for node in entry.children:
        if not isinstance(node, Display):
            run.append(node)
        elif node.mode == "right-inline":
            run.extend(node.children)
        elif node.mode == "left-margin":
            close()
            margin = node.children
        else:
            close()
            entry_lines.append(Line(node.mode, node.children))
    close()
    return tuple(entry_lines) or (Line("run", ()),)
