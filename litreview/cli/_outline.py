"""What commands say about the outline: how it comes into use, and that one lies here which is not used."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from litreview.cli._report import Report
from litreview.cli._shell import typed
from litreview.languages import language, tags
from litreview.settings.search import NAME

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration


def tell_unused(outline: str | None, settings: Configuration, report: Report) -> None:
    """Say that the working folder holds an outline by its usual name, where a command that takes one was given none."""
    if outline is None and settings.outline is None:
        names = (str(language(tag).section("welcome")["outline-name"]) for tag in tags())
        there = next((name for name in names if os.path.isfile(name)), None)
        if there is not None:
            report.say("outline-unused", path=there, settings=NAME)


def tell_next(outline: str, sources: Sequence[str], settings: Configuration, report: Report) -> None:
    """Say after an outline was written by which line a chapter is made of it."""
    set_already = settings.outline is not None and os.path.realpath(settings.outline) == os.path.realpath(outline)
    parts = ["litreview draft", *map(typed, sources), *(() if set_already else ("--outline", typed(outline)))]
    report.say("outline-next", path=outline, then=" ".join(parts))
