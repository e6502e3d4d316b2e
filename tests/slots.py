"""Slots of messages, for the tests that look whether all are filled."""

from __future__ import annotations

from string import Formatter

from litreview.errors import Problem
from litreview.languages import language, tags


def slots(sentence: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def unfilled(problem: Problem) -> set[str]:
    """The slots that a problem leaves open in the sentence of any language."""
    wanted = set[str]().union(*(slots(str(language(tag).section("problems")[problem.code])) for tag in tags()))
    return wanted - dict(problem.data).keys()
