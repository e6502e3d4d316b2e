"""Reading the golden files, the references and citations they were made from, and rendering the same with litreview."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from litreview.csl import Cite, Cluster, Item, Processor, compile_style, items
from tests.csl.goldens.kinds import has_modes, style_text
from tests.csl.goldens.marked import from_entry, from_inlines

HERE = Path(__file__).parent


@attrs.frozen(eq=False)
class Golden:
    """One file: what the oracle made of every citation (by number, from 1) and entry (by key), in its order."""

    name: str
    style: str
    locale: str
    layout: str
    citations: dict[str, str]
    entries: dict[str, str]


def goldens() -> tuple[Golden, ...]:
    """Every golden file, by name."""
    return tuple(read(path) for path in sorted(HERE.glob("*.*-*.txt")))


def read(path: Path) -> Golden:
    """One golden file."""
    head, citations, entries = path.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    about = dict(line.split(": ", 1) for line in head.splitlines())
    return Golden(path.stem, about["style"], about["locale"], about["layout"], _lines(citations), _lines(entries))


def _lines(part: str) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in part.splitlines()[1:])


@cache
def references() -> tuple[Item, ...]:
    """The works that every golden file cites."""
    found, _ = items(json.loads((HERE / "references.json").read_text(encoding="utf-8")))
    return found


@cache
def citations() -> tuple[dict[str, Any], ...]:
    """The citations that every golden file renders, in order; in a note style each is a note of its own."""
    return tuple(json.loads((HERE / "citations.json").read_text(encoding="utf-8")))


def render(style: str, locale: str) -> Golden:
    """What litreview makes of the same citations and references."""
    compiled = compile_style(style, locale)
    processor = Processor(compiled, references())
    modes = has_modes(style_text(style))
    clusters = [
        Cluster(
            tuple(Cite(cite["id"], *(cite.get(part) for part in ("locator", "label", "prefix", "suffix"))) for cite in citation["cites"]),
            note=number if compiled.is_note else None,
            mode=citation.get("mode", "parenthetical") if modes else "parenthetical",
        )
        for number, citation in enumerate(citations(), start=1)
    ]
    cited = {str(number): from_inlines(inlines) for number, inlines in enumerate(processor.citations(clusters), start=1)}
    found = processor.bibliography()
    layout = f"hanging {found.hanging}, align {found.align}, entry spacing {found.entry_spacing}, line spacing {found.line_spacing}"
    return Golden(f"{style}.{locale}", style, locale, layout, cited, {entry.key: from_entry(entry) for entry in found.entries})
