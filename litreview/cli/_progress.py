"""How far long work is, on one line of a terminal: told by what the package logs, gone when anything else is printed."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from litreview.cli._words import Words, one_line

LOGGER = "litreview"
"""The logger of the package. A record of it with ``step``, ``done`` and ``of`` says how far that step is."""
EVERY = 0.1
"""Seconds between two changes of the line."""
AFTER = 0.8
"""Work that takes less has no line."""


class Progress(logging.Handler):
    """Shows the latest step on standard error."""

    def __init__(self, words: Words) -> None:
        super().__init__(logging.INFO)
        self.words, self.width, self.begun, self.last = words, 0, time.monotonic(), 0.0

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record that says how far something is."""
        step, now = getattr(record, "step", None), time.monotonic()
        if step is None or now - self.begun < AFTER or now - self.last < EVERY:
            return
        self.last = now
        line = one_line(self.words.message(f"step-{step}", done=getattr(record, "done", ""), of=getattr(record, "of", "")))[:78]
        sys.stderr.write("\r" + line.ljust(self.width))
        sys.stderr.flush()
        self.width = len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self.width:
            sys.stderr.write("\r" + " " * self.width + "\r")
            sys.stderr.flush()
            self.width = 0


@contextmanager
def shown(progress: Progress | None) -> Iterator[None]:
    """Show it for as long as this lasts."""
    if progress is None:
        yield
        return
    logger = logging.getLogger(LOGGER)
    before = logger.level
    logger.addHandler(progress)
    logger.setLevel(min(before or logging.INFO, logging.INFO))
    try:
        yield
    finally:
        progress.clear()
        logger.removeHandler(progress)
        logger.setLevel(before)
