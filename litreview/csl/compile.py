"""A loaded style compiled once: every element becomes a closure that is narrowed to a kind of works, and from a Context gives its output.

Macros are compiled once per area (citation, bibliography), since what is inherited by names differs between the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs
from lxml import etree

from litreview.csl.attributes import Look, attributes_of, look_of
from litreview.csl.conditions import Branch, Test, compile_test
from litreview.csl.context import Context, Kind, Render
from litreview.csl.dates import compile_date
from litreview.csl.labels import compile_label
from litreview.csl.locales import NS
from litreview.csl.names import INHERITED, NamesSpec, compile_names, names_spec
from litreview.csl.narrowing import Element, asking, narrowed, remembered, silent
from litreview.csl.pages import PageFormat
from litreview.csl.texts import compile_number, compile_text
from litreview.csl.tree import Content, Node
from litreview.errors import Problem, StyleError, fault

_SUBSEQUENT = {"et-al-subsequent-min", "et-al-subsequent-use-first"}
PARTS = "parts"
"""Mark of several parts in a row that belong to the group around them."""


@attrs.frozen(eq=False)
class SortKey:
    """One ``cs:key``: a variable or a macro, its direction and its limits for names (least, first, last)."""

    variable: str | None
    macro: Element | None
    descending: bool
    names_limit: tuple[int, int, bool | None] | None


@attrs.frozen(eq=False)
class Area:
    """``cs:citation`` or ``cs:bibliography`` compiled. `columns` are the layout's children apart, for second-field-align."""

    layout: Element
    columns: tuple[Element, ...]
    options: Mapping[str, str]
    prefix: str
    suffix: str
    delimiter: str
    look: tuple[tuple[str, str], ...] | None
    sort: tuple[SortKey, ...]
    conditions: int
    uses_position: bool
    uses_number: bool


class Compiler:
    """Compiles one area of a style."""

    def __init__(self, root: etree._Element, area: str, problems: list[Problem]) -> None:
        self._style = attributes_of(root)
        self._macros = {m.get("name", ""): m for m in root.iterfind(f"{NS}macro")}
        self._compiled: dict[str, Element] = {}
        self._problems = problems
        self._pages = PageFormat(_page_format(self._style.get("page-range-format", "")))
        self._uses: set[str] = set()
        self._conditions = 0
        with_names = root.iter(f"{NS}names", f"{NS}name", f"{NS}citation")
        if _SUBSEQUENT & self._style.keys() or any(_SUBSEQUENT & set(element.keys()) for element in with_names):
            self._uses.add("position")
        element = root.find(NS + area)
        assert element is not None
        self._element = element
        self._inherited = {k: v for k, v in self._style.items() if k in INHERITED}
        self._inherited.update({k: v for k, v in attributes_of(element).items() if k in INHERITED})

    def area(self) -> Area:
        """The whole area. Raises StyleError if it has no layout. The style must be within bounds (`check_bounds`)."""
        element = self._element
        layout = self._layout()
        if layout is None:
            raise StyleError(f"cs:{str(element.tag)[len(NS) :]} has no cs:layout; give it one", line=_line(element))
        columns = tuple(self._children(layout))
        sort = element.find(NS + "sort")
        keys = () if sort is None else tuple(self._key(key) for key in sort.iterfind(NS + "key"))
        look = look_of(attributes_of(layout))
        return Area(
            remembered(_sequence(list(columns), layout)), tuple(map(remembered, columns)), attributes_of(element), look.prefix or "",
            look.suffix or "",
            layout.get("delimiter", ""), look.format, keys, self._conditions, "position" in self._uses,
            "citation-number" in self._uses,
        )  # fmt: skip

    def _layout(self) -> etree._Element | None:
        """The layout. Of the several of CSL-M, one for each language of works, the one for all others."""
        layouts = list(self._element.iterfind(NS + "layout"))
        layout = next((one for one in layouts if one.get("locale") is None), layouts[-1] if layouts else None)
        if len(layouts) > 1 and layout is not None:
            area = str(self._element.tag)[len(NS) :]
            taken, count = layout.get("locale") or "", len(layouts)
            code = "csl-several-layouts-of" if taken else "csl-several-layouts"
            self._problems.append(fault(code, line=_line(layout), area=area, count=count, locale=taken))
        return layout

    def _key(self, element: etree._Element) -> SortKey:
        name = element.get("macro")
        limit: tuple[int, int, bool | None] | None = None
        if element.get("names-min") or element.get("names-use-first") or element.get("names-use-last"):
            last = element.get("names-use-last")
            limit = (int(element.get("names-min") or 0), int(element.get("names-use-first") or 0), None if last is None else last == "true")
        macro = None if name is None else self._macro(name, element)
        if element.get("variable") == "citation-number":
            self._uses.add("citation-number")
        return SortKey(element.get("variable"), macro, element.get("sort") == "descending", limit)

    def _children(self, element: etree._Element, parent: NamesSpec | None = None) -> list[Element]:
        children = []
        for child in element:
            if isinstance(child.tag, str):
                compiled = self._compile(child, parent)
                if compiled is not None:
                    children.append(compiled)
        return children

    def _compile(self, element: etree._Element, parent: NamesSpec | None) -> Element | None:
        tag = str(element.tag)[len(NS) :]
        if tag == "text":
            self._uses.add(element.get("variable", ""))
            return compile_text(element, lambda name: self._macro(name, element), self._pages)
        if tag == "group":
            return _group(self._children(element), element)
        if tag == "choose":
            return self._choose(element, parent)
        if tag == "names":
            return self._names(element, parent)
        if tag == "date":
            return compile_date(element, lambda: "year-suffix" in self._uses)
        if tag == "label":
            return compile_label(element)
        if tag == "number":
            self._uses.add(element.get("variable", ""))
            return compile_number(element, self._pages)
        self._problems.append(fault("csl-unknown-element", line=_line(element), element=tag))
        return None

    def _names(self, element: etree._Element, parent: NamesSpec | None) -> Element:
        spec = names_spec(element, self._inherited, self._style, parent)
        substitute = element.find(NS + "substitute")
        substitutes = [] if substitute is None else self._children(substitute, spec)
        return compile_names(element.get("variable", "").split(), spec, substitutes)

    def _choose(self, element: etree._Element, parent: NamesSpec | None) -> Element:
        branches: list[tuple[Branch | None, Element]] = []
        for branch in element:
            if not isinstance(branch.tag, str):
                continue
            tag = branch.tag[len(NS) :]
            if branch.get("disambiguate") is not None:
                self._conditions += 1
            if branch.get("position") is not None:
                self._uses.add("position")
            tested = f"{branch.get('variable', '')} {branch.get('is-numeric', '')}".split()
            if "year-suffix" in tested:
                self._uses.add("year-suffix-test")
            if "citation-number" in tested:
                self._uses.add("citation-number")
            branches.append((None if tag == "else" else compile_test(branch), self._branch(branch, parent)))

        return _chosen(branches)

    def _branch(self, branch: etree._Element, parent: NamesSpec | None) -> Element:
        """What a branch prints; inside ``cs:substitute`` the first of its elements that prints something."""
        children = self._children(branch, parent)
        return _sequence(children, branch) if parent is None else _first_of(children)

    def _macro(self, name: str, caller: etree._Element) -> Element:
        compiled = self._compiled.get(name)
        if compiled is not None:
            return compiled
        element = self._macros.get(name)
        if element is None:
            self._problems.append(fault("csl-unknown-macro", line=_line(caller), macro=name, severity="error"))
            return lambda kind: silent
        children = [child for child in element if isinstance(child.tag, str)]
        inner = _sequence(self._children(element), element)
        if len(children) > 1 or not children or children[0].tag != f"{NS}group":  # a group vanishes by itself
            inner = _as_variable(inner)
        compiled = self._compiled[name] = remembered(inner)
        return compiled


def _page_format(name: str) -> str:
    return "chicago-15" if name == "chicago" else name


def _line(element: etree._Element) -> int | None:
    line = element.sourceline
    return int(line) if line else None


def _chosen(branches: Sequence[tuple[Branch | None, Element]]) -> Element:
    """``cs:choose``: what the first branch prints whose test is true."""

    def narrow(kind: Kind) -> Render:
        left: list[tuple[Test | None, Render]] = []
        for branch, inner in branches:
            if branch is None or branch.decided is None:
                left.append((None if branch is None else branch.test, inner(kind)))
            elif branch.decided(kind):
                left.append((None, inner(kind)))
            if left and left[-1][0] is None:
                break
        if not left or left[0][0] is None:
            return left[0][1] if left else silent

        def render(context: Context) -> Content | None:
            for test, inner in left:
                if test is None or test(context):
                    return inner(context)
            return None

        return render

    return narrow


def _sequence(children: list[Element], element: etree._Element) -> Element:
    """Children one behind the other, without a delimiter of their own."""
    if len(children) == 1:
        return children[0]
    fixed, turned = tuple(children), _turned(children, element)

    def narrow(kind: Kind) -> Render:
        parts, asked = narrowed(fixed, kind)
        if not parts:
            return asking if asked else silent
        if len(parts) == 1 and not asked:
            return parts[0]
        return _in_a_row(parts, parts if turned == fixed else narrowed(turned, kind)[0], asked)

    return narrow


def _in_a_row(fixed: tuple[Render, ...], turned: tuple[Render, ...], asked: bool) -> Render:
    def render(context: Context) -> Content | None:
        if asked:
            context.called = True
        parts: list[Content] = []
        for child in turned if context.locale.ordinal_prefix else fixed:
            part = child(context)
            if part is not None:
                _collect(parts, part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else Node(parts, mark=PARTS)

    return render


def _first_of(children: list[Element]) -> Element:
    def narrow(kind: Kind) -> Render:
        parts, asked = narrowed(children, kind)
        if not parts:
            return asking if asked else silent

        def render(context: Context) -> Content | None:
            if asked:
                context.called = True
            for child in parts:
                part = child(context)
                if part is not None:
                    return part
            return None

        return render

    return narrow


def _collect(parts: list[Content], part: Content) -> None:
    """Take up one part; what a ``cs:choose`` gives are parts of the group that it stands in."""
    if isinstance(part, Node) and part.mark == PARTS:
        parts.extend(part.children)
    else:
        parts.append(part)


def _as_variable(element: Element) -> Element:
    """A macro vanishes and counts as a group does."""

    def narrow(kind: Kind) -> Render:
        inner = element(kind)
        if inner is silent or inner is asking:
            return inner

        def render(context: Context) -> Content | None:
            called_before, found_before = context.called, context.found
            context.called = context.found = False
            content = inner(context)
            if content is not None and context.called and not context.found:
                content = None
            if isinstance(content, Node) and content.mark == PARTS:
                content = Node(content.children)
            context.called = called_before or context.called or content is not None
            context.found = found_before or content is not None
            return content

        return render

    return narrow


def _turned(children: list[Element], element: etree._Element) -> tuple[Element, ...]:
    """The children as locales want them that put an ordinal behind its word: "ed. ke-2" for "2nd ed."; else in their order."""
    elements = [child for child in element if isinstance(child.tag, str)]
    if len(elements) == len(children):
        for place, (child, after) in enumerate(pairwise(elements)):
            number = child.tag == f"{NS}number" and child.get("form") == "ordinal" and child.get("variable") == "edition"
            if number and "edition" in (after.get("term"), after.get("variable")):
                return (*children[:place], _opening(children[place + 1]), children[place], *children[place + 2 :])
    return tuple(children)


def _opening(element: Element) -> Element:
    """A word that may now begin a sentence, where a number stood before."""

    def narrow(kind: Kind) -> Render:
        inner = element(kind)

        def render(context: Context) -> Content | None:
            content = inner(context)
            return None if content is None else Node([content], mark="opening")

        return render

    return narrow


def _group(children: list[Element], element: etree._Element) -> Element:
    """A group vanishes if it calls variables and all of them are empty."""
    look = look_of(attributes_of(element))
    delimiter = element.get("delimiter") or None
    fixed, turned = tuple(children), _turned(children, element)

    def narrow(kind: Kind) -> Render:
        parts, asked = narrowed(fixed, kind)
        if not parts:
            return asking if asked else silent
        return _grouping(parts, parts if turned == fixed else narrowed(turned, kind)[0], asked, look, delimiter)

    return narrow


def _grouping(fixed: tuple[Render, ...], turned: tuple[Render, ...], asked: bool, look: Look, delimiter: str | None) -> Render:
    """The children of a group that may print something; `asked` if it calls variables that are not there besides."""
    form, prefix, suffix, display, plain = look.format, look.prefix, look.suffix, look.display, look.plain

    def render(context: Context) -> Content | None:
        called_before, found_before = context.called, context.found
        context.called, context.found = asked, False
        parts: list[Content] = []
        for child in turned if context.locale.ordinal_prefix else fixed:
            part = child(context)
            if part is not None:
                _collect(parts, part)
        empty = not parts or (context.called and not context.found)
        context.called = called_before or context.called or bool(parts)
        context.found = found_before or not empty
        if empty:
            return None
        if len(parts) == 1 and plain:
            return parts[0]
        return Node(parts, format=form, prefix=prefix, suffix=suffix, delimiter=delimiter, display=display)

    return render
