"""Where the bibliography of a Markdown paper stands: in its ``{#refs}``, below a heading that says so, else at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from litreview.document.nodes import Block, Heading, References, Text
from litreview.document.walk import plain
from litreview.errors import Problem, fault
from litreview.languages import Language
from litreview.languages.headings import is_bibliography_heading
from litreview.papers import OWN_HEADING
from litreview.papers._markdown.blocks import REFERENCES
from litreview.papers._markdown.source import Source


@attrs.frozen
class Placed:
    """The blocks with the bibliography; in the source it begins at the place `at`, below the line `heading` if one is added."""

    blocks: tuple[Block, ...]
    at: int
    heading: str = ""
    problems: tuple[Problem, ...] = ()


def with_bibliography(blocks: tuple[Block, ...], lines: Mapping[str, int], source: Source, language: Language, file: str | None) -> Placed:
    """The blocks with a place for the bibliography. Below a heading where entries stand already these stay, and a problem says so."""
    if any(isinstance(block, References) for block in blocks):
        return Placed(_once(blocks), source.line_start(lines[REFERENCES] + 1))
    headings = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and is_bibliography_heading(plain(block.children))]
    if not headings:
        level = _level(blocks)
        title = language.label("bibliography")
        added = (*blocks, Heading(level, (Text(title),), OWN_HEADING), References(REFERENCES))
        return Placed(added, len(source.text), f"{'#' * level} {title}")
    at = headings[-1]
    line = lines[blocks[at].key]  # type: ignore[union-attr]
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    filled = following is not None and not isinstance(following, Heading)
    problems = (fault("paper-entries", file=file, line=line + 1),) if filled else ()
    line_below = source.lines[line + 1] if line + 1 < len(source.lines) else ""
    underlined = not source.lines[line].lstrip().startswith("#") and line_below.strip()[:1] in ("=", "-")
    placed = (*blocks[: at + 1], References(REFERENCES), *blocks[at + 1 :])
    return Placed(placed, source.line_start(line + (2 if underlined else 1)), "", problems)


def _once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    first = next(n for n, block in enumerate(blocks) if isinstance(block, References))
    return tuple(block for n, block in enumerate(blocks) if n == first or not isinstance(block, References))


def _level(blocks: Sequence[Block]) -> int:
    """The level of the sections of a text: the first one, unless it is that of its title alone."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    lowest = min(levels, default=1)
    return lowest + 1 if levels.count(lowest) == 1 and len(levels) > 1 and levels[0] == lowest else lowest
