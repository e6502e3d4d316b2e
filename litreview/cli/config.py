"""``litreview config``: which settings hold in the working folder, and from where."""

from __future__ import annotations

from argparse import Namespace

import attrs

import litreview
from litreview._parts import Later
from litreview.cli._command import Command
from litreview.cli._configuration import configured
from litreview.cli._parser import Parser
from litreview.cli._report import Report
from litreview.cli._words import one_line

_read_toml = Later("litreview.library.toml", "read_toml")


def arguments(parser: Parser) -> None:
    """Nothing of its own."""


def run(arguments: Namespace, report: Report) -> int:
    """Print each setting, a line each: its name, what it says, and the line of the file that says so, or that nothing does."""
    settings = configured(report)
    file = _read_toml(settings.file) if settings.file is not None else None
    names = [a.name for a in attrs.fields(litreview.Configuration) if a.name not in ("file", "problems")]
    width = max(map(len, names))
    said: dict[str, object] = {}
    for name in names:
        value, key = getattr(settings, name), name.replace("_", "-")
        shown = ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else value
        stated = file is not None and key in file.data
        where = f"{settings.file}:{file.line(key)}" if stated and file is not None else report.words.message("config-usual")
        said[key] = {"value": list(value) if isinstance(value, tuple) else value, "from": where if stated else None}
        report.result(one_line(f"{key:{width}}  {shown if stated else '–'}  ({where})") + "\n")
    report.facts(settings=said, file=settings.file)
    report.say("config-file" if settings.file else "config-none", path=settings.file or "litreview.toml")
    return 1 if settings.problems else 0


COMMAND = Command("config", "", arguments, run)
