"""The tests of ``cs:if`` and ``cs:else-if``. Source: CSL 1.0.2, "Choose"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from litreview.csl.context import Context
from litreview.csl.numbers import is_numeric

Test: TypeAlias = Callable[[Context], bool]


def compile_test(element: etree._Element) -> Test:
    """All conditions of one branch, under its ``match``."""
    tests: list[Test] = []
    for name, make in _TESTS.items():
        for value in element.get(name, "").split():
            tests.append(make(value))
    match = element.get("match", "all")
    if len(tests) == 1:
        only = tests[0]
        return (lambda context: not only(context)) if match == "none" else only
    types = element.get("type", "").split()
    if match == "any" and len(types) == len(tests):
        wanted = frozenset(types)
        return lambda context: context.ref.type in wanted
    fixed = tuple(tests)
    if match == "any":
        return lambda context: any(test(context) for test in fixed)
    if match == "none":
        return lambda context: not any(test(context) for test in fixed)
    return lambda context: all(test(context) for test in fixed)


def _variable(name: str) -> Test:
    if name == "locator":
        return lambda context: bool(context.locator)
    if name == "citation-number":
        return lambda context: bool(context.number)
    if name == "year-suffix":
        return lambda context: bool(context.suffix)
    if name == "first-reference-note-number":
        return lambda context: bool(context.first_note)
    if name == "page-first":
        return lambda context: bool(context.texts.get("page-first") or context.texts.get("page"))

    if name == "author":
        return lambda context: bool(context.ref.names.get("author") or (context.area == "citation" and context.ref.stand_in))

    def present(context: Context) -> bool:
        return bool(context.texts.get(name)) or bool(context.ref.names.get(name)) or name in context.ref.dates

    return present


def _numeric(name: str) -> Test:
    if name == "locator":
        return lambda context: bool(context.locator) and is_numeric(context.locator or "")
    if name == "citation-number":
        return lambda context: bool(context.number)
    if name == "page-first":
        return lambda context: is_numeric(context.texts.get("page-first") or context.texts.get("page", ""))
    return lambda context: is_numeric(context.texts.get(name, ""))


def _uncertain(name: str) -> Test:
    def test(context: Context) -> bool:
        date = context.ref.dates.get(name)
        return date is not None and date.circa

    return test


def _position(name: str) -> Test:
    def test(context: Context) -> bool:
        if context.area != "citation":
            return False
        position = context.position
        if name == "first":
            return position == "first"
        if name == "near-note":
            return context.near and position != "first"
        if name == "subsequent":
            return position != "first"
        if name == "ibid":
            return position in ("ibid", "ibid-with-locator")
        return position == name

    return test


def _type(name: str) -> Test:
    return lambda context: context.ref.type == name


def _locator(name: str) -> Test:
    wanted = name.replace("-", " ")
    return lambda context: bool(context.locator) and (context.label or "page").replace("-", " ") == wanted


def _disambiguate(value: str) -> Test:
    if value != "true":
        return lambda context: context.conditions <= 0

    def test(context: Context) -> bool:
        if context.conditions <= 0:
            return False
        context.conditions -= 1
        return True

    return test


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": _type, "variable": _variable, "is-numeric": _numeric, "is-uncertain-date": _uncertain, "locator": _locator,
    "position": _position, "disambiguate": _disambiguate,
}  # fmt: skip
