"""Bibliography entries: author substitution, second-field-align, the finished tree. Source: CSL 1.0.2, "Bibliography"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, cast

import attrs

from litreview.csl.clusters import NO_FORM, opened
from litreview.csl.context import Reference
from litreview.csl.finish import Finisher
from litreview.csl.rendering import CiteState, Renderer
from litreview.csl.substitute import names_of_entry, substituted
from litreview.csl.tree import Content, Node, text_of
from litreview.document.nodes import Entry


@attrs.frozen
class Bibliography:
    """The entries in order, and how they are to be set.

    `hanging`: second and further lines are indented; `align` is ``second-field-align``: the first field (a number, say) is in
    ``Entry.margin``; `entry_spacing` and `line_spacing` count lines.
    """

    entries: tuple[Entry, ...]
    hanging: bool = False
    align: Literal["flush", "margin"] | None = None
    entry_spacing: int = 1
    line_spacing: int = 1


Made: TypeAlias = dict[tuple[str, CiteState, str], "tuple[Entry | None, Node | None]"]
"""Entries that were set before, by work, state and the authors of the entry before; each with its own authors."""


def write_bibliography(renderer: Renderer, references: Sequence[tuple[Reference, CiteState]], made: Made | None = None) -> Bibliography:
    """Set the entries of these works, which are in the order of the bibliography; those that are in `made` stand as they were made.

    A work for which the style prints nothing has no entry (a letter, say), unless works are cited by number: then its number must be seen.
    """
    area = renderer.style.bibliography
    if area is None:
        return Bibliography(())
    options = area.options
    align = options.get("second-field-align")
    value = options.get("subsequent-author-substitute")
    rule = options.get("subsequent-author-substitute-rule", "complete-all")
    numbered = area.uses_number
    entries: list[Entry] = []
    before: Node | None = None
    made = {} if made is None else made
    for reference, state in references:
        key = reference.id, state, "" if before is None else text_of(before)
        if key not in made:
            parts = renderer.entry(reference, state)
            names = before
            if value is not None and (parts or numbered):
                names = names_of_entry(parts)
                if names is not None:
                    parts = substituted(parts, before, value, rule)
            made[key] = _entry(renderer, reference, parts, align is not None, state.number) if parts or numbered else None, names
        entry, before = made[key]
        if entry is not None:
            entries.append(entry)
    return Bibliography(
        tuple(entries), options.get("hanging-indent") == "true", cast(Literal["flush", "margin"] | None, align),
        _whole(options.get("entry-spacing")), _whole(options.get("line-spacing")),
    )  # fmt: skip


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() else 1


def _entry(renderer: Renderer, reference: Reference, parts: list[Content], aligned: bool, number: str) -> Entry:
    area = renderer.style.bibliography
    assert area is not None
    orthography, foreign = renderer.locale.orthography, renderer.foreign
    if not parts or (len(area.columns) > 1 and all(_only_number(part) for part in parts)):
        parts = [*(parts or [f"{number}. "]), NO_FORM]
    parts = [opened(parts[0]), *parts[1:]]
    if aligned and len(parts) > 1:
        first = Finisher(orthography, foreign)
        first.add(Node([c for c in (area.prefix, parts[0]) if c != ""], format=area.look))
        rest = Finisher(orthography, foreign)
        rest.add(Node(_ended(parts[1:], area.suffix), format=area.look))
        return Entry(reference.id, rest.inlines(), first.inlines())
    finisher = Finisher(orthography, foreign)
    finisher.add(Node(_ended([area.prefix, *parts] if area.prefix else parts, area.suffix), format=area.look))
    return Entry(reference.id, finisher.inlines())


def _ended(parts: list[Content], suffix: str) -> list[Content]:
    """The parts with the layout's suffix; behind a display block it stands inside of it."""
    if not suffix:
        return parts
    last = parts[-1]
    if isinstance(last, Node) and last.display is not None and suffix.strip():
        inner = last.copy()
        inner.display = None
        return [*parts[:-1], Node([inner, suffix], display=last.display)]
    return [*parts, suffix]


def _only_number(part: Content) -> bool:
    """Whether a part prints nothing of the work but its number in the list."""
    if isinstance(part, str):
        return not part.strip()
    return part.mark == "citation-number" or (bool(part.children) and all(_only_number(child) for child in part.children))
