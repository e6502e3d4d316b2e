"""The tests of ``cs:if`` and ``cs:else-if``. Source: CSL 1.0.2, "Choose"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

import attrs
from lxml import etree

from litreview.csl.attributes import attributes_of
from litreview.csl.context import Context, Kind
from litreview.csl.numbers import is_numeric

Test: TypeAlias = Callable[[Context], bool]
_EXCLUSIVE = frozenset({"locator"})
"""A locator has one label: of several values one is enough, whatever ``match`` says."""
_STATE = frozenset({"locator", "citation-number", "year-suffix", "first-reference-note-number", "page-first"})
"""Variables that come from the cite or are worked out."""


@attrs.frozen(eq=False)
class Branch:
    """All conditions of one branch: `test` for a work, or `decided` for all works of a kind."""

    test: Test
    decided: Callable[[Kind], bool] | None = None


def compile_test(element: etree._Element) -> Branch:
    """All conditions of one branch, under its ``match``. Branches that test the same share one test: it has no state of its own."""
    return _branch(tuple(attributes_of(element).items()))


@lru_cache(maxsize=4096)
def _branch(attributes: tuple[tuple[str, str], ...]) -> Branch:
    conditions = dict(attributes)
    match = conditions.get("match", "all")
    if conditions.keys() <= {"type", "variable", "match"} and _STATE.isdisjoint(conditions.get("variable", "").split()):
        return Branch(_test(attributes), _decided(frozenset(conditions.get("type", "").split()), conditions, match))
    return Branch(_test(attributes))


def _decided(types: frozenset[str], conditions: Mapping[str, str], match: str) -> Callable[[Kind], bool]:
    """The test of types and variables alone. A work has one type: of several given one is enough, whatever ``match`` says."""
    variables = frozenset(conditions.get("variable", "").split())
    if match == "any":
        return lambda kind: kind.type in types or not variables.isdisjoint(kind.present)
    if match == "none":
        return lambda kind: kind.type not in types and variables.isdisjoint(kind.present)
    return lambda kind: (not types or kind.type in types) and variables <= kind.present


def _test(attributes: tuple[tuple[str, str], ...]) -> Test:
    conditions = dict(attributes)
    match = conditions.get("match", "all")
    tests: list[Test] = []
    for name, make in _TESTS.items():
        if name not in conditions:
            continue
        values = conditions[name].split()
        plain = [value for value in values if name == "variable" and value not in _STATE]
        if len(plain) > 1:
            tests.append(_variables(frozenset(plain), match))
            values = [value for value in values if value in _STATE]
        if name == "type" and len(values) > 1:
            tests.append(_types(frozenset(values)))
            continue
        of_values = [make(value) for value in values]
        tests += [_any(of_values)] if match == "all" and name in _EXCLUSIVE and len(of_values) > 1 else of_values
    if not tests:
        return lambda context: match != "any"
    first = tests[0]
    if len(tests) == 1:
        return (lambda context: not first(context)) if match == "none" else first
    fixed = tuple(tests)
    if match == "any":
        return _any(tests)
    if match == "none":
        return lambda context: not any(test(context) for test in fixed)
    if len(tests) == 2:
        second = tests[1]
        return lambda context: first(context) and second(context)
    return lambda context: all(test(context) for test in fixed)


def _variables(variables: frozenset[str], match: str) -> Test:
    """Several variables at once; under "none" the test is whether any of them is there."""
    if match == "all":
        return lambda context: variables <= context.kind.present
    return lambda context: not variables.isdisjoint(context.kind.present)


def _types(types: frozenset[str]) -> Test:
    """A work has one type: of several given one is enough, whatever ``match`` says."""
    return lambda context: context.ref.type in types


def _any(tests: list[Test]) -> Test:
    fixed = tuple(tests)

    def test(context: Context) -> bool:
        for alternative in fixed:  # noqa: SIM110 - a generator costs twice as much here
            if alternative(context):
                return True
        return False

    return test


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

    return lambda context: name in context.kind.present


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
    label = name.replace("-", " ")
    return lambda context: bool(context.locator) and ("page" if context.label is None else context.label).replace("-", " ") == label


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
