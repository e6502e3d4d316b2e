"""Cites of one citation drawn together: numbers to ranges, years of one author behind his name.

Source: CSL 1.0.2, "Cite Grouping", "Cite Collapsing".
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.csl.context import Reference
from litreview.csl.tree import Content, Node, first_marked, marked, replaced, text_of

_NAMES = frozenset({"names"})


@attrs.frozen(eq=False)
class Printed:
    """One cite of a citation as rendered: its work, its tree, the words around it, and whether it stands alone as a bare number."""

    reference: Reference | None
    content: Content
    prefix: Content | None = None
    suffix: Content | None = None
    number: int | None = None
    year_suffix: str = ""
    located: bool = False

    @property
    def bare(self) -> bool:
        """Nothing of its own around or behind it."""
        return self.prefix is None and self.suffix is None and not self.located


@attrs.frozen(eq=False)
class Joined:
    """A cite as it is set: its parts, the delimiter before it (None: the layout's), and the marks that its own words begin and end with."""

    parts: tuple[Content, ...]
    delimiter: str | None = None
    opening: str = ""
    closing: str = ""

    @classmethod
    def of(cls, cite: Printed, delimiter: str | None = None, content: Content | None = None) -> Joined:
        """`cite` with the words around it, or with `content` in its place."""
        parts = tuple(p for p in (cite.prefix, cite.content if content is None else content, cite.suffix) if p is not None)
        opening = "" if cite.prefix is None else text_of(cite.prefix).lstrip()[:1]
        closing = "" if cite.suffix is None else text_of(cite.suffix).rstrip()[-1:]
        return cls(parts, delimiter, opening, closing)


def names_text(content: Content) -> str | None:
    """What the cite prints as its names, for comparing; None if it prints none."""
    found = first_marked(content, _NAMES)
    return None if found is None else text_of(found)


def grouped(cites: Sequence[Printed], moving: bool) -> list[list[Printed]]:
    """Cites of the same names in groups; where the style sorts cites, later ones are drawn to the first (`moving`)."""
    if not moving:
        return _neighbours(cites)
    groups: dict[str, list[Printed]] = {}
    done: list[list[Printed]] = []
    for cite in cites:
        names = names_text(cite.content)
        if names is None:
            done.append([cite])
        elif names in groups:
            groups[names].append(cite)
        else:
            groups[names] = [cite]
            done.append(groups[names])
    return done


def _neighbours(cites: Sequence[Printed]) -> list[list[Printed]]:
    done: list[list[Printed]] = []
    before: str | None = None
    for cite in cites:
        names = names_text(cite.content) or ""
        if done and names == before:
            done[-1].append(cite)
        else:
            done.append([cite])
        before = names
    return done


def collapse_numbers(cites: Sequence[Printed], delimiter: str | None, after: str | None) -> list[Joined]:
    """Three and more numbers in a row as a range: ``[1]–[3]``, ``1–3``."""
    done: list[Joined] = []
    place = 0
    ranged = False
    while place < len(cites):
        end = place
        while (
            end + 1 < len(cites) and cites[end].number is not None and cites[end].bare and cites[end + 1].bare
            and cites[end + 1].number == (cites[end].number or 0) + 1
        ):  # fmt: skip
            end += 1
        before = after if ranged else delimiter
        if end - place >= 2:
            done.append(Joined.of(cites[place], before))
            done.append(Joined.of(cites[end], "–"))
            ranged = True
            place = end + 1
        else:
            done.append(Joined.of(cites[place], before))
            ranged = False
            place += 1
    return done


def collapse_years(
    groups: Sequence[Sequence[Printed]], kind: str, group_delimiter: str, suffix_delimiter: str, after: str | None
) -> list[Joined]:  # fmt: skip
    """Years of the same names behind one name; with ``year-suffix`` also the letters of one year behind one year."""
    done: list[Joined] = []
    collapsed = True
    for group in groups:
        first = True
        before = after if collapsed else None
        collapsed = len(group) > 1 or not done
        if len(group) == 1:
            done.append(Joined.of(group[0], before))
            continue
        located = False
        for run in _runs(group, kind):
            for number, (content, delimiter) in enumerate(run):
                cite, shown = content
                between = before if first else after if located and after is not None else group_delimiter if number == 0 else delimiter or suffix_delimiter
                done.append(Joined.of(cite, between, shown))
                located = cite.located
                first = False
    return done


def _runs(group: Sequence[Printed], kind: str) -> list[list[tuple[tuple[Printed, Content], str | None]]]:
    """Cites of one group by year: each run begins with a cite that shows its year; the others show only their letter."""
    runs: list[list[tuple[tuple[Printed, Content], str | None]]] = []
    year_before: str | None = None
    for place, cite in enumerate(group):
        shown = cite.content if place == 0 else without_names(cite.content)
        year = _year_text(cite.content) if kind.startswith("year-suffix") and cite.year_suffix else None
        if place and year is not None and year == year_before and cite.prefix is None and not group[place - 1].located and group[place - 1].suffix is None:
            letter = _only_suffix(shown)
            runs[-1].append(((cite, letter), None))
        else:
            runs.append([((cite, shown), None)])
        year_before = year
    if kind == "year-suffix-ranged":
        runs = [_ranged(run) for run in runs]
    return runs


def _ranged(run: list[tuple[tuple[Printed, Content], str | None]]) -> list[tuple[tuple[Printed, Content], str | None]]:
    done: list[tuple[tuple[Printed, Content], str | None]] = []
    place = 0
    while place < len(run):
        end = place
        while end + 1 < len(run) and _follows(run[end][0][0], run[end + 1][0][0]):
            end += 1
        if end - place >= 2:
            done += [run[place], (run[end][0], "–")]
        else:
            done += run[place : end + 1]
        place = end + 1
    return done


def _follows(one: Printed, two: Printed) -> bool:
    return one.bare and two.bare and len(one.year_suffix) == len(two.year_suffix) == 1 and ord(two.year_suffix) == ord(one.year_suffix) + 1


def _year_text(content: Content) -> str | None:
    """The cite without its letter and what stands behind: equal for cites of the same year."""
    suffix = next(marked(content, "year-suffix"), None)
    if suffix is None:
        return None
    bare = replaced(content, suffix, None)
    return "" if bare is None else text_of(bare)


def _only_suffix(content: Content) -> Content:
    """What is left of a cite whose year stands already: from the letter on."""
    done, _ = _from_suffix(content)
    return done if done is not None else content


def _from_suffix(content: Content) -> tuple[Content | None, bool]:
    if isinstance(content, str):
        return None, False
    if content.mark == "year-suffix":
        new = content.copy()
        return new, True
    kept: list[Content] = []
    seen = False
    for child in content.children:
        if seen:
            kept.append(child)
            continue
        inner, found = _from_suffix(child)
        if found and inner is not None:
            seen = True
            kept.append(inner)
    if not seen:
        return None, False
    new = content.copy(kept)
    new.prefix = None
    return new, True


def without_names(content: Content) -> Content:
    """The cite without its first names; what only served them goes too."""
    names = first_marked(content, _NAMES)
    if names is None:
        return content
    bare = replaced(content, names, None)
    return "" if bare is None else without_lead(bare)


def without_lead(content: Content) -> Content:
    """Punctuation and spaces at the beginning of what follows a name that is no longer there, taken away."""
    if isinstance(content, str):
        return content.lstrip(" ,;:.")
    new = content.copy()
    if new.prefix and new.prefix.strip(" ,;:.") == "":
        new.prefix = None
    if new.children and new.prefix is None and new.lang is not None:
        new.children = [without_lead(new.children[0]), *new.children[1:]]
    elif new.children and new.prefix is None and isinstance(new.children[0], Node):
        new.children = [without_lead(new.children[0]), *new.children[1:]]
    return new


