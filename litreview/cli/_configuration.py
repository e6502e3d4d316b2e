"""The settings of the project, which stand in for options that are not given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import litreview
from litreview.cli._report import Report

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration


def configured(report: Report) -> Configuration:
    """The settings that count in the working folder; what is wrong with their keys is said. Raises ReadError."""
    configured = litreview.configuration()
    for problem in configured.problems:
        report.problem(problem)
    return configured


def spoken(asked: str | None, settings: Configuration, report: Report) -> str:
    """The tag of the language that was `asked` for, else that of the settings, else of the messages. Raises UnknownName."""
    return litreview.language(asked or settings.language or report.words.tag).tag
