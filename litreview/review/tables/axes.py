"""The values of one aspect as the rows or columns of a table: the shared ones, the lone ones together, and who states none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs

from litreview.record import LangText, Library, state
from litreview.review.claims import Value
from litreview.review.claims.facets.pairs import home
from litreview.review.claims.values import compare, examined

Kind = Literal["value", "lone", "others", "not-stated", "not-read", "no-abstract", "years", "undated"]


@attrs.frozen
class Line:
    """One row or column: a value, or what stands for several, with the studies that belong to it, in order.

    "lone" gathers values of one study each, "others" any that have no line of their own; `count` is the number of their values.
    `first` and `last` are the years of "years", both included.
    """

    kind: Kind
    keys: tuple[str, ...]
    value: Value | None = None
    count: int = 1
    first: int = 0
    last: int = 0


@attrs.frozen
class Axis:
    """All lines of one aspect. Every study examined stands in at least one of them."""

    aspect: str
    lines: tuple[Line, ...]

    @property
    def values(self) -> tuple[Line, ...]:
        """The lines that stand for values, not for their absence."""
        return tuple(line for line in self.lines if line.kind in ("value", "lone", "others", "years"))


def axis(library: Library, keys: Sequence[str], aspect: str, most: int) -> Axis:
    """The values that the studies `keys` state of `aspect`, the widest first, at most `most` by name; then who states none.

    Where there are more, the rest are gathered in one line. Countries of partners count without the home country.
    Of those that have none recorded, lines of their own say why (see `litreview.record.state`): a person says that the source states
    none, reading has found none, or there is no abstract.
    """
    values = _partner_countries(library, keys) if aspect == "partners" else _stated_values(library, keys, aspect)
    named = values if len(values) <= most else [line for line in values if len(line.keys) > 1][:most]
    rest = [line for line in values if line not in named]
    place = {key: n for n, key in enumerate(keys)}
    lines = list(named)
    if rest:
        gathered = dict.fromkeys(key for line in rest for key in line.keys)
        kind: Kind = "lone" if all(len(line.keys) == 1 for line in rest) else "others"
        lines.append(Line(kind, tuple(sorted(gathered, key=place.__getitem__)), count=len(rest)))
    stating = {key for line in lines for key in line.keys}
    # partners of the home country alone are stated, and none abroad is said
    states = {key: state(library[key], aspect) for key in keys if key not in stating}
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("not-stated", ("stated", "not-stated")),
        ("not-read", ("not-read",)),
        ("no-abstract", ("no-abstract",)),
    )
    for kind, known in kinds:
        without = tuple(key for key, what in states.items() if what in known)
        lines += [Line(kind, without)] if without else []
    return Axis(aspect, tuple(lines))


def years_axis(library: Library, keys: Sequence[str], most: int) -> Axis:
    """The years in which the studies `keys` appeared, in at most `most` spans of equal length, then those without a year.

    The last span ends with the last year; spans without a study are left out.
    """
    dated = {key: year for key in keys if (issued := library[key].issued) and (year := issued.year) is not None}
    lines: list[Line] = []
    if dated:
        first, last = min(dated.values()), max(dated.values())
        wide = next(n for n in (1, 2, 3, 5, 10, 20, 50, 100, 10_000) if (last - first) // n < most)
        end = last
        while end >= first:
            start = max(first, end - wide + 1)
            within = tuple(key for key in keys if key in dated and start <= dated[key] <= end)
            if within:
                lines.insert(0, Line("years", within, first=start, last=end))
            end = start - 1
    undated = tuple(key for key in keys if key not in dated)
    return Axis("issued", (*lines, Line("undated", undated)) if undated else tuple(lines))


def _stated_values(library: Library, keys: Sequence[str], aspect: str) -> list[Line]:
    groups = compare(library, keys, aspect).groups
    order = {key: n for n, key in enumerate(keys)}
    return [Line("value", tuple(sorted(group.keys, key=order.__getitem__)), group.value) for group in groups]


def _partner_countries(library: Library, keys: Sequence[str]) -> list[Line]:
    studies = [study for key in keys if examined(study := library[key]) and study.aspects.partners]
    own = home(studies)
    by_country: dict[str, list[str]] = {}
    for study in studies:
        for code in dict.fromkeys(p.country for p in study.aspects.partners if p.country and p.country != own):
            by_country.setdefault(code, []).append(study.key)
    listed = sorted(by_country.items(), key=lambda item: -len(item[1]))
    return [Line("value", tuple(where), Value(code, LangText({"und": code}), aspect="country")) for code, where in listed]
