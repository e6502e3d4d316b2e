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
    def bare_of_words(self) -> bool:
        """No words around it."""
        return self.prefix is None and self.suffix is None

    @property
    def bare(self) -> bool:
        """Nothing of its own around or behind it."""
        return self.bare_of_words and not self.located


@attrs.frozen(eq=False)
class Joined:
    """A cite as it is set: its parts, the delimiter before it (None: the layout's), and the marks that its own words begin and end with."""

    content: Content
    prefix: Content | None
    suffix: Content | None
    delimiter: str | None = None
    opening: str = ""
    closing: str = ""
    key: str | None = None
    """The work that it stands for."""

    @classmethod
    def of(cls, cite: Printed, delimiter: str | None = None, content: Content | None = None) -> Joined:
        """`cite` with the words around it, or with `content` in its place."""
        key = None if cite.reference is None else cite.reference.id
        opening = "" if cite.prefix is None else text_of(cite.prefix).lstrip()[:1]
        closing = "" if cite.suffix is None else text_of(cite.suffix).rstrip()[-1:]
        return cls(cite.content if content is None else content, cite.prefix, cite.suffix, delimiter, opening, closing, key)

    @property
    def parts(self) -> list[Content]:
        """What is to be set, in order; as one part that names its work, for outputs that link it."""
        parts = [part for part in (self.prefix, self.content, self.suffix) if part is not None and part != ""]
        return [Node(parts, mark="cited", data=self.key)] if parts and self.key is not None else parts

    def bare_of_names(self) -> Joined:
        """The same without the names of the cite, for a citation that follows them in the text."""
        return attrs.evolve(self, content=without_names(self.content))


def names_text(content: Content) -> str | None:
    """What the cite prints as its names, for comparing; None if it prints none."""
    names = first_marked(content, _NAMES)
    return None if names is None else text_of(names)


def _shared(cite: Printed) -> str | None:
    """What the cites of one group have in common: their names, or, of works without any that letters tell apart, all but the letter."""
    names = names_text(cite.content)
    return names if names is not None or not cite.year_suffix else _year_text(cite.content)


def grouped(cites: Sequence[Printed], moving: bool) -> list[list[Printed]]:
    """Cites of the same names in groups; where the style sorts cites, later ones are drawn to the first (`moving`)."""
    if not moving:
        return _neighbours(cites)
    by_names: dict[str, list[Printed]] = {}
    groups: list[list[Printed]] = []
    for cite in cites:
        names = _shared(cite)
        if names is None:
            groups.append([cite])
        elif names in by_names:
            by_names[names].append(cite)
        else:
            by_names[names] = [cite]
            groups.append(by_names[names])
    return groups


def _neighbours(cites: Sequence[Printed]) -> list[list[Printed]]:
    groups: list[list[Printed]] = []
    before: str | None = None
    for cite in cites:
        names = _shared(cite)
        if groups and names is not None and names == before:
            groups[-1].append(cite)
        else:
            groups.append([cite])
        before = names
    return groups


def collapse_numbers(cites: Sequence[Printed], delimiter: str | None, after: str | None) -> list[Joined]:
    """Three and more numbers in a row as a range: ``[1]–[3]``, ``1–3``."""
    joined: list[Joined] = []
    place = 0
    ranged = False
    while place < len(cites):
        end = place
        while (
            end + 1 < len(cites) and cites[end].number is not None and _goes_on(cites[end], cites[end + 1])
            and cites[end + 1].number == (cites[end].number or 0) + 1
        ):  # fmt: skip
            end += 1
        before = after if ranged else delimiter
        if end - place >= 2:
            joined.append(Joined.of(cites[place], before))
            joined.append(Joined.of(cites[end], "–"))
            ranged = True
            place = end + 1
        else:
            joined.append(Joined.of(cites[place], before))
            ranged = False
            place += 1
    return joined


def _goes_on(earlier: Printed, later: Printed) -> bool:
    """Whether nothing stands between two cites: words before the first of a range, and behind its last, are no hindrance."""
    return earlier.suffix is None and later.prefix is None and not earlier.located and not later.located


@attrs.frozen
class YearDelimiters:
    """What stands between the years of one group, between the letters of one year, and behind a collapsed group (None: nothing special)."""

    years: str
    letters: str
    after: str | None


@attrs.frozen(eq=False)
class _Left:
    """What is left of a cite in its group; `ranged` if it ends a range of letters."""

    cite: Printed
    content: Content
    ranged: bool = False


def collapse_years(groups: Sequence[Sequence[Printed]], kind: str, delimiters: YearDelimiters) -> list[Joined]:
    """Years of the same names behind one name; with ``year-suffix`` also the letters of one year behind one year."""
    joined: list[Joined] = []
    collapsed = True
    for group in groups:
        before = delimiters.after if collapsed else None
        collapsed = len(group) > 1 or not joined
        located = False
        for number, run in enumerate(_runs(group, kind)):
            for place, left in enumerate(run):
                if number or place:
                    before = "–" if left.ranged else delimiters.letters if place else delimiters.years
                    if located and delimiters.after is not None:
                        before = delimiters.after
                joined.append(Joined.of(left.cite, before, left.content))
                located = left.cite.located
    return joined


def _runs(group: Sequence[Printed], kind: str) -> list[list[_Left]]:
    """Cites of one group by year: each run begins with a cite that shows its year; the others show only their letter."""
    runs: list[list[_Left]] = []
    before: Printed | None = None
    year_before: str | None = None
    for cite in group:
        content = cite.content if before is None else without_names(cite.content)
        if before is not None and cite.reference is before.reference and cite.located and cite.bare_of_words and before.suffix is None:
            content = _without_years(content)
        year = _year_text(cite.content) if kind.startswith("year-suffix") and cite.year_suffix else None
        same_year = before is not None and year is not None and year == year_before
        if same_year and before is not None and cite.prefix is None and before.suffix is None and not before.located:
            runs[-1].append(_Left(cite, _only_suffix(content)))
        else:
            runs.append([_Left(cite, content)])
        before, year_before = cite, year
    return [_ranged(run) for run in runs] if kind == "year-suffix-ranged" else runs


def _ranged(run: list[_Left]) -> list[_Left]:
    cites: list[_Left] = []
    place = 0
    while place < len(run):
        end = place
        while end + 1 < len(run) and _follows(run[end].cite, run[end + 1].cite):
            end += 1
        if end - place >= 2:
            cites += [run[place], attrs.evolve(run[end], ranged=True)]
        else:
            cites += run[place : end + 1]
        place = end + 1
    return cites


def _follows(earlier: Printed, later: Printed) -> bool:
    if not (earlier.bare and later.bare and len(earlier.year_suffix) == len(later.year_suffix) == 1):
        return False
    return ord(later.year_suffix) == ord(earlier.year_suffix) + 1


def _year_text(content: Content) -> str | None:
    """The cite without its letter and what stands behind: equal for cites of the same year."""
    suffix = next(marked(content, "year-suffix"), None)
    if suffix is None:
        return None
    bare = replaced(content, suffix, None)
    return "" if bare is None else text_of(bare)


def _only_suffix(content: Content) -> Content:
    """What is left of a cite whose year stands already: from the letter on."""
    rest, _ = _from_suffix(content)
    return rest if rest is not None else content


def _from_suffix(content: Content) -> tuple[Content | None, bool]:
    if isinstance(content, str):
        return None, False
    if content.mark == "year-suffix":
        new = content.copy()
        return new, True
    children: list[Content] = []
    reached = False
    for child in content.children:
        if reached:
            children.append(child)
            continue
        inner, has_suffix = _from_suffix(child)
        if has_suffix and inner is not None:
            reached = True
            children.append(inner)
    if not reached:
        return None, False
    new = content.copy(children)
    new.prefix = None
    return new, True


def without_names(content: Content) -> Content:
    """The cite without its first names; what only served them goes too."""
    names = first_marked(content, _NAMES)
    if names is None:
        return content
    bare = replaced(content, names, None)
    return "" if bare is None else _without_lead(bare)


def _without_years(content: Content) -> Content:
    """What is left to say of a work of which names and year stand already: the locator; all of it where each cite has its brackets."""
    left: Content | None = content
    for mark in ("year", "year-suffix"):
        for node in [] if left is None else list(marked(left, mark)):
            left = None if left is None else replaced(left, node, None)
    if left is not None and text_of(left).lstrip()[:1] in ("(", "["):
        return content
    return "" if left is None else _without_lead(left)


def _without_lead(content: Content) -> Content:
    """Punctuation and spaces at the beginning of what follows a name that is no longer there, taken away."""
    if isinstance(content, str):
        return content.lstrip(" ,;:.")
    new = content.copy()
    if new.prefix and new.prefix.strip(" ,;:.") == "":
        new.prefix = None
    if new.children and new.prefix is None and (new.lang is not None or isinstance(new.children[0], Node)):
        new.children = [_without_lead(new.children[0]), *new.children[1:]]
    return new
