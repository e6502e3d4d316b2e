"""Which style of a university's file does the work of each of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

from litreview.errors import UnknownName
from litreview.writers.docx.package.layout import Layout, StyleLook
from litreview.writers.docx.package.styles import ROLES, Role, style_xml, table_style, tabs
from litreview.writers.docx.package.xml import NAMESPACES, W
from litreview.writers.docx.template.style_names import localised

_W = f"{{{W}}}"
How = Literal["given", "name", "alias", "localised", "id", "outline", "use", "default", "created"]
_UNUSED = ("SectionEnd",)
_FEW = 10
"""A style that another is used so many times as often as does not count as used."""
_MANY = 10
"""From so many paragraphs of running text on in one style a file is a text, of which another style must have its part."""


@attrs.frozen
class TemplateStyle:
    """The style chosen for one of ours: its id and name in the file, and how it was found."""

    role: str
    id: str
    name: str
    how: How


class Sheet:
    """The styles of a file."""

    def __init__(self, styles: Any, body: Any) -> None:
        self.element, self.body = styles, body
        self.by_id: dict[str, Any] = {}
        for style in styles.iter(f"{_W}style"):
            self.by_id.setdefault(str(style.get(f"{_W}styleId")), style)
        self.used = Counter(str(p.get(f"{_W}val")) for p in body.iter(f"{_W}pStyle"))
        self.defaults = {
            str(style.get(f"{_W}type")): style_id
            for style_id, style in self.by_id.items()
            if style.get(f"{_W}default") in ("1", "true", "on")
        }
        self.default = self.defaults.get("paragraph", "")
        self.typed: Mapping[Any, int] = {}
        """Paragraphs that are headings without a heading style, with their level from 0."""
        self._inherited: dict[tuple[str, str], Any] = {}

    def name(self, style: str) -> str:
        """The name of a style, as Word stores it."""
        stored = self.by_id[style].find(f"{_W}name")
        return str(stored.get(f"{_W}val")) if stored is not None else style

    def of_kind(self, kind: str) -> list[str]:
        """The ids of all styles of one kind, those used most first."""
        ids = [i for i, style in self.by_id.items() if style.get(f"{_W}type", "paragraph") == kind]
        return sorted(ids, key=lambda i: -self.used[i])

    def inherited(self, style: str, path: str) -> Any:
        """The first element at `path` of a style or of one it is based on, or None. Goes at most 20 steps, as circles do occur."""
        if (style, path) not in self._inherited:
            self._inherited[style, path] = self._first(style, path)
        return self._inherited[style, path]

    def _first(self, style: str, path: str) -> Any:
        steps = "/".join(_W + step for step in path.split("/"))
        for _ in range(20):
            element = self.by_id.get(style)
            if element is None:
                return None
            child = element.find(steps)
            if child is not None:
                return child
            base = element.find(f"{_W}basedOn")
            style = str(base.get(f"{_W}val")) if base is not None else ""
        return None

    def outline(self, style: str) -> int | None:
        """The outline level of a style, from 0, own or inherited."""
        element = self.inherited(style, "pPr/outlineLvl")
        text = element.get(f"{_W}val") if element is not None else None
        return int(text) if text is not None and text.isdigit() and int(text) < 9 else None

    def numbered(self, style: str) -> bool:
        """Whether paragraphs of a style number themselves."""
        element = self.inherited(style, "pPr/numPr/numId")
        return element is not None and element.get(f"{_W}val") not in (None, "0")

    def listed(self, style: str, near: Sequence[Any] | None = None) -> tuple[int, int] | None:
        """The list that most paragraphs of a style name themselves, and their level there (from 0); None where they name none.

        Where `near` are the paragraphs of one chapter, those of other chapters count only for a list that its heading is in.
        """
        count: Counter[tuple[int, int]] = Counter()
        shared = {str(e.get(f"{_W}val")) for e in (near[0].iterfind(f"{_W}pPr/{_W}numPr/{_W}numId") if near else ())}
        for mark in self.body.iter(f"{_W}pStyle"):
            numbers = mark.getparent().find(f"{_W}numPr") if mark.get(f"{_W}val") == style else None
            if numbers is None:
                continue
            in_shared = any(str(e.get(f"{_W}val")) in shared for e in numbers.iterfind(f"{_W}numId"))
            if near is not None and mark.getparent().getparent() not in near and not in_shared:
                continue
            values = [e.get(f"{_W}val") if (e := numbers.find(f"{_W}{name}")) is not None else "0" for name in ("numId", "ilvl")]
            if all(text is not None and text.isdigit() for text in values) and values[0] != "0":
                count[int(values[0]), int(values[1])] += 1
        return max(sorted(count), key=lambda place: count[place]) if count else None

    def hanging(self, style: str) -> int | None:
        """The hanging indent of a style, in twips."""
        element = self.inherited(style, "pPr/ind")
        text = element.get(f"{_W}hanging") if element is not None else None
        return int(text) if text is not None and text.isdigit() else None

    def type(self, style: str) -> tuple[str | None, int | None]:
        """The font of a style and its size in half points, from the defaults of the file where the style leaves them open."""
        values: list[str | None] = []
        for path, name in (("rPr/rFonts", "ascii"), ("rPr/sz", "val")):
            element = self.inherited(style, path)
            if element is None:
                element = self.element.find("/".join(_W + step for step in f"docDefaults/rPrDefault/{path}".split("/")))
            values.append(element.get(f"{_W}{name}") if element is not None else None)
        size = values[1]
        return values[0], int(size) if size is not None and size.isdigit() else None

    def themed(self, style: str) -> bool:
        """Whether the font of a style is that of the theme, whichever that is."""
        fonts = self.inherited(style, "rPr/rFonts")
        if fonts is None:
            fonts = self.element.find("/".join(_W + step for step in ("docDefaults", "rPrDefault", "rPr", "rFonts")))
        return fonts is not None and fonts.get(f"{_W}ascii") is None and fonts.get(f"{_W}asciiTheme") is not None

    def written(self) -> Counter[str]:
        """How much of the running text each style has: paragraphs of 60 letters and more that are no headings."""
        count: Counter[str] = Counter()
        for paragraph in self.body.iter(f"{_W}p"):
            if sum(len(t.text or "") for t in paragraph.iter(f"{_W}t")) < 60:
                continue
            mark = paragraph.find(f"{_W}pPr/{_W}pStyle")
            style = str(mark.get(f"{_W}val")) if mark is not None else self.default
            if style in self.by_id and self.outline(style) is None and paragraph.find(f"{_W}pPr/{_W}numPr") is None:
                count[style] += 1
        return count


def choose(sheet: Sheet, assigned: Mapping[str, str]) -> tuple[TemplateStyle, ...]:
    """Find a style for each of ours; one that is not there gets the id under which it is to be created.

    In this order: as `assigned` (ours to theirs, by name), the stored name ignoring case, another name (alias), the name in another
    language, the id, for headings the outline level, for body text the style that most of the text has. Raises UnknownName for an
    assigned style that is on neither side.
    """
    known = {role.name.casefold() for role in ROLES}
    for ours in assigned:
        if ours.casefold() not in known:
            raise UnknownName("style of ours", ours, [role.name for role in ROLES])
    wanted = {ours.casefold(): theirs for ours, theirs in assigned.items()}
    return tuple(_choose(sheet, role, wanted.get(role.name.casefold())) for role in ROLES if role.id not in _UNUSED)


def _choose(sheet: Sheet, role: Role, assigned: str | None) -> TemplateStyle:
    ids = sheet.of_kind(role.kind)
    named = {sheet.name(i).casefold(): i for i in reversed(ids)}
    if assigned is not None:
        if assigned.casefold() not in named:
            raise UnknownName("style of the template", assigned, [sheet.name(i) for i in ids])
        return _chosen(sheet, role, named[assigned.casefold()], "given")
    if role.id == "Normal" and sheet.default:
        return _chosen(sheet, role, sheet.default, "default")
    if role.id == "BodyText":
        return _body_text(sheet, role, named)
    if (used := _used_instead(sheet, role, named.get(role.name.casefold()))) is not None:
        return _chosen(sheet, role, used, "use")
    if role.name.casefold() in named:
        return _chosen(sheet, role, named[role.name.casefold()], "name")
    for style in ids:
        aliases = sheet.by_id[style].find(f"{_W}aliases")
        if aliases is not None and role.name.casefold() in [a.strip().casefold() for a in str(aliases.get(f"{_W}val")).split(",")]:
            return _chosen(sheet, role, style, "alias")
    for name in localised(role.name):
        if name in named and _may_serve(sheet, role, named[name]):
            return _chosen(sheet, role, named[name], "localised")
    if role.id in ids:
        return _chosen(sheet, role, role.id, "id")
    if role.outline is not None:
        level = [style for style in ids if sheet.outline(style) == role.outline]
        if level:
            return _chosen(sheet, role, level[0], "outline")
    return TemplateStyle(role.name, _free(sheet, role.id), role.name, "created")


def _used_instead(sheet: Sheet, role: Role, own: str | None) -> str | None:
    """For headings: the style of this level that the file uses, where it never uses the one that has the name."""
    if role.outline is None or (own is not None and sheet.used[own]):
        return None
    others = [
        style for style in sheet.of_kind(role.kind) if style != own and sheet.used[style] > 1 and sheet.outline(style) == role.outline
    ]
    return others[0] if others else None


def _may_serve(sheet: Sheet, role: Role, style: str) -> bool:
    """Whether a style of a localised name is not plainly another: a heading has no other outline level, a text none at all."""
    level = sheet.outline(style)
    return level in (None, role.outline)


def _body_text(sheet: Sheet, role: Role, named: Mapping[str, str]) -> TemplateStyle:
    own = named.get(role.name.casefold()) or next((named[name] for name in localised(role.name) if name in named), None)
    count = sheet.written()
    most = max(sorted(count), key=lambda style: count[style]) if count else None
    uses = sheet.used[own] if own else 0
    if own and most is not None and count[most] >= _MANY:
        uses = count[own]  # lines of a title page are no text
    if own and uses and (most is None or _FEW * uses >= count[most]):
        return _chosen(sheet, role, own, "name")
    if most:
        return _chosen(sheet, role, most, "use")
    if own:
        return _chosen(sheet, role, own, "name")
    return (
        _chosen(sheet, role, sheet.default, "default")
        if sheet.default
        else TemplateStyle(role.name, _free(sheet, role.id), role.name, "created")
    )


def _chosen(sheet: Sheet, role: Role, style: str, how: How) -> TemplateStyle:
    return TemplateStyle(role.name, style, sheet.name(style), how)


def _free(sheet: Sheet, style: str) -> str:
    while style in sheet.by_id:
        style += "R"
    return style


def mapping(chosen: tuple[TemplateStyle, ...]) -> dict[str, str]:
    """Our ids to those of the file."""
    ids = {role.name: role.id for role in ROLES}
    return {ids[style.role]: style.id for style in chosen}


def _flush(look: StyleLook) -> StyleLook:
    """A look that takes over no indent of the text of a thesis: within the cells of a table it would break words."""
    first = None if look.hanging else look.first_line or 0
    return attrs.evolve(look, left=look.left or 0, right=look.right or 0, first_line=first)


def created(sheet: Sheet, chosen: tuple[TemplateStyle, ...], layout: Layout, width: int, used: frozenset[str]) -> str:
    """The ``w:style`` elements of those styles that the text uses and the file lacks: without fonts and colours, based on its own."""
    ids = mapping(chosen)
    elements = ""
    wanted = {style.role for style in chosen if style.how == "created"}
    for role in ROLES:
        theirs = ids.get(role.id, role.id)
        if role.id in _UNUSED:
            if role.id in used and role.id not in sheet.by_id:
                elements += style_xml(role, StyleLook(size=2, line=20, before=0, after=0)).replace(
                    ' w:val="Normal"', f' w:val="{ids["Normal"]}"'
                )
            continue
        if role.name not in wanted or (theirs not in used and role.id != "TableText"):
            continue
        if role.kind == "table":
            made = table_style(layout).replace('w:styleId="TableGrid"', f'w:styleId="{theirs}"')
            elements += made.replace('<w:basedOn w:val="TableNormal"/>', _based_on(sheet.defaults.get("table")))
            continue
        look = attrs.evolve(layout.style(role.name), font=None, color=None, page_break_before=None)
        if role.based_on == "Normal":
            look = _flush(look)
        base = sheet.defaults.get("character") if role.kind == "character" else ids.get(role.based_on or "")
        moved = attrs.evolve(role, id=theirs, based_on=base or None, next=ids.get(role.next) if role.next else None)
        elements += style_xml(moved, look, tabs(role, layout).replace(f'w:pos="{layout.page.text_width()}"', f'w:pos="{width}"'))
    return f"<w:styles {NAMESPACES}>{elements}</w:styles>"


def _based_on(style: str | None) -> str:
    return f'<w:basedOn w:val="{style}"/>' if style else ""
