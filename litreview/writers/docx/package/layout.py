"""The look of a Word file as data: `styles/NAME.toml` to frozen values, every length in twips (1/20 pt)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import attrs

from litreview._resources import folder
from litreview.errors import ReadError, UnknownName, nearest
from litreview.writers.docx.package.refusal import refusal

T = TypeVar("T")

Align = Literal["left", "center", "right", "justify"]
Place = Literal["none", "top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right"]


class Unfit(ValueError):
    """A value of a layout that is not what its key needs; `code` says what that is, `known` what there is to choose from."""

    def __init__(self, code: str, known: str = "") -> None:
        self.code, self.known = code, known
        super().__init__(code)


_UNITS = {"cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20.0, "in": 1440.0}


@attrs.frozen
class StyleLook:
    """How one style looks; None is not said and so comes from the style it is based on. `size` is in half points."""

    font: str | None = None
    size: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    underline: bool | None = None
    color: str | None = None
    script: Literal["superscript", "subscript"] | None = None
    align: Align | None = None
    left: int | None = None
    right: int | None = None
    first_line: int | None = None
    hanging: int | None = None
    line: float | int | None = None
    """A float is a multiple of single spacing, an int an exact height in twips."""
    before: int | None = None
    after: int | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None


@attrs.frozen
class Page:
    """Paper and margins, in twips."""

    width: int = 11906
    height: int = 16838
    left: int = 1440
    top: int = 1440
    right: int = 1440
    bottom: int = 1440
    header: int = 708
    footer: int = 708

    def text_width(self, landscape: bool = False) -> int:
        """The width of a line of text."""
        return (self.height if landscape else self.width) - self.left - self.right


@attrs.frozen
class PageNumbers:
    """Where the page number stands: on the page on which a chapter opens, and on every other; how pages before the text are counted."""

    opening: Place = "bottom-center"
    other: Place = "bottom-center"
    front: Literal["roman", "decimal"] = "decimal"


@attrs.frozen
class Headings:
    """Whether the number of a chapter has a line of its own."""

    chapter_number: Literal["line", "beside"] = "beside"


@attrs.frozen
class Captions:
    """What stands between "Tabel 2.1" and the caption."""

    separator: str = ". "


@attrs.frozen
class Tables:
    """Rules, inner margin (twips), shade of the header row (RRGGBB) and space below a table (twips)."""

    borders: Literal["grid", "rules"] = "grid"
    cell_margin: int = 85
    header_shade: str | None = None
    after: int = 240


@attrs.frozen
class ReferencesLook:
    """Whether the bibliography is spaced as the layout says or as the citation style asks."""

    spacing: Literal["layout", "style"] = "layout"


@attrs.frozen
class Layout:
    """The whole look; `styles` by the names that Word gives its styles."""

    title: str = ""
    page: Page = Page()
    page_numbers: PageNumbers = PageNumbers()
    headings: Headings = Headings()
    captions: Captions = Captions()
    tables: Tables = Tables()
    references: ReferencesLook = ReferencesLook()
    styles: tuple[tuple[str, StyleLook], ...] = ()

    def style(self, name: str) -> StyleLook:
        """The look of one style; an empty one where the layout does not name it."""
        return dict(self.styles).get(name, StyleLook())


def length(text: Any) -> int:
    """A length with its unit, in twips. Raises ValueError.

    >>> length("2.54cm"), length("12pt")
    (1440, 240)
    """
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*(cm|mm|pt|in)", text) if isinstance(text, str) else None
    if not match or abs(float(match[1])) > 1000:
        raise Unfit("layout-length")
    return round(float(match[1]) * _UNITS[match[2]])


def _half_points(text: Any) -> int:
    if not 0 < (size := round(length(text) / 10)) < 3000:
        raise Unfit("layout-size")
    return size


def _line(value: Any) -> float | int:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 10 else length(value)


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unfit("layout-yes-no")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 200 or not value.isprintable():
        raise Unfit("layout-text")
    return value


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        raise Unfit("layout-colour")
    return value.upper()


def _one_of(kind: Any) -> Callable[[Any], str]:
    def choose(value: Any) -> str:
        if value not in get_args(kind):
            raise Unfit("layout-choice", ", ".join(get_args(kind)))
        return str(value)

    return choose


_STYLE: dict[str, Callable[[Any], Any]] = {
    "font": _words, "size": _half_points, "color": _colour, "align": _one_of(Align), "line": _line,
    "script": _one_of(Literal["superscript", "subscript"]),
    **dict.fromkeys(("left", "right", "first-line", "hanging", "before", "after"), length),
    **dict.fromkeys(("bold", "italic", "caps", "small-caps", "underline", "keep-next", "keep-lines", "page-break-before"), _yes_or_no),
}  # fmt: skip
_SECTIONS: dict[str, tuple[type[Any], dict[str, Callable[[Any], Any]]]] = {
    "page": (Page, dict.fromkeys(("width", "height", "left", "top", "right", "bottom", "header", "footer"), length)),
    "page-numbers": (
        PageNumbers,
        {"opening": _one_of(Place), "other": _one_of(Place), "front": _one_of(Literal["roman", "decimal"])},
    ),
    "headings": (Headings, {"chapter-number": _one_of(Literal["line", "beside"])}),
    "captions": (Captions, {"separator": _words}),
    "tables": (
        Tables,
        {"borders": _one_of(Literal["grid", "rules"]), "cell-margin": length, "header-shade": _colour, "after": length},
    ),
    "references": (ReferencesLook, {"spacing": _one_of(Literal["layout", "style"])}),
}


def parse(data: bytes, name: str, known_styles: frozenset[str]) -> Layout:
    """Read a layout file. Raises ReadError, which names the section and key at fault and what was expected."""
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise refusal("layout-not-toml", name, reason=error) from None
    if unknown := set(content) - set(_SECTIONS) - {"title", "styles"}:
        raise _unknown(name, min(unknown), [*_SECTIONS, "styles"])
    sections = {key.replace("-", "_"): _section(name, key, content.get(key, {}), *_SECTIONS[key]) for key in _SECTIONS}
    styles: list[tuple[str, StyleLook]] = []
    for style, look in _mapping(name, "styles", content.get("styles", {})).items():
        if style not in known_styles:
            raise _unknown(name, style, known_styles)
        styles.append((style, _section(name, f"styles.{style}", look, StyleLook, _STYLE)))
    layout = Layout(title=str(content.get("title", "")), styles=tuple(styles), **sections)
    for landscape in (False, True):
        if layout.page.text_width(landscape) < 1440:
            raise refusal("layout-margins", name)
    return layout


def _section(name: str, section: str, content: Any, kind: type[T], fields: Mapping[str, Callable[[Any], Any]]) -> T:
    values: dict[str, Any] = {}
    for key, value in _mapping(name, section, content).items():
        if key not in fields:
            raise _unknown(name, key, fields)
        try:
            values[key.replace("-", "_")] = fields[key](value)
        except Unfit as error:
            raise refusal(error.code, name, section=section, field=key, known=error.known) from None
    return kind(**values)


def _mapping(name: str, section: str, content: Any) -> Mapping[str, Any]:
    if not isinstance(content, dict):
        raise refusal("layout-not-section", name, section=section)
    return content


def _unknown(name: str, entry: str, known: Any) -> ReadError:
    return refusal("layout-unknown", name, entry=entry, nearest=nearest(entry, known) or ", ".join(sorted(known)))


def names() -> tuple[str, ...]:
    """The layouts in `styles/`, by name."""
    return tuple(sorted(path.stem for path in folder("styles").glob("*.toml")))


def load(name: str, known_styles: frozenset[str]) -> Layout:
    """A layout by its name in `styles/`, or by the path of a ``.toml`` file. Raises UnknownName, ReadError."""
    if name in names():
        return _packaged(name, known_styles)
    path = Path(name)
    if path.suffix.casefold() != ".toml":
        raise UnknownName("layout", name, names(), "or give the path of a .toml file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusal("layout-missing", name, reason=error.strerror or error) from None
    return parse(data, name, known_styles)


@cache
def _packaged(name: str, known_styles: frozenset[str]) -> Layout:
    path = folder("styles") / f"{name}.toml"
    return parse(path.read_bytes(), path.name, known_styles)
