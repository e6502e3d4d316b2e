"""The document tree: what a chapter, a citation and a bibliography are, before anyone prints them.

Inlines are what stands inside a line, blocks what stands below each other. Every node is frozen; children are tuples.
Nothing here holds markup of any output: a `Text` is exactly the characters to be read, and escaping belongs to the writers.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from litreview.document.works import Works

Mark = Literal[
    "italic", "oblique", "upright", "bold", "light", "medium", "small-caps", "normal-caps",
    "superscript", "subscript", "baseline", "underline", "no-underline",
]  # fmt: skip
"""How text looks. "upright", "medium", "normal-caps", "baseline" and "no-underline" undo a mark around them."""

CiteMode = Literal["parenthetical", "narrative", "suppress-author", "author-only"]
"""``(Lee, 2019)`` · ``Lee (2019)`` · ``(2019)`` · ``Lee``."""


@attrs.frozen
class Text:
    """Plain characters."""

    text: str


@attrs.frozen
class Styled:
    """Children with one mark."""

    mark: Mark
    children: tuple[Inline, ...]


@attrs.frozen
class Quoted:
    """Children between quotation marks; `open` and `close` are the marks to print."""

    children: tuple[Inline, ...]
    open: str = "“"
    close: str = "”"


@attrs.frozen
class Link:
    """Children that lead to `target`, an absolute URL."""

    target: str
    children: tuple[Inline, ...]


@attrs.frozen
class Foreign:
    """Children in another language than their surroundings; `tag` is BCP 47."""

    tag: str
    children: tuple[Inline, ...]


@attrs.frozen
class Display:
    """Children set as a part of their own within a bibliography entry (CSL 1.0.2, "Display")."""

    mode: Literal["block", "left-margin", "right-inline", "indent"]
    children: tuple[Inline, ...]


@attrs.frozen
class CiteItem:
    """One work cited: its key, the place in it (`label` is a CSL locator term such as "page"), words before and behind."""

    key: str
    locator: str | None = None
    label: str | None = None
    prefix: str | None = None
    suffix: str | None = None


@attrs.frozen
class Cited:
    """The part of a resolved citation that stands for the one work `key`: what outputs link to its bibliography entry."""

    key: str
    children: tuple[Inline, ...]


@attrs.frozen
class Cite:
    """One citation of one or more works. `children` is what to print; empty until `litreview.cite` has resolved the document.

    Within `children`, a `Cited` node may set apart what stands for each work; a citation of one work needs none.
    `lead` stands before all the works, inside the brackets, in whatever order the style puts them ("e.g.,").
    """

    items: tuple[CiteItem, ...]
    mode: CiteMode = "parenthetical"
    children: tuple[Inline, ...] = ()
    lead: str | None = None


@attrs.frozen
class Note:
    """Children set as a footnote."""

    children: tuple[Inline, ...]


@attrs.frozen
class Sentence:
    """A sentence made from a claim: `claim` and `template` name what it was made from, for checks and for the appendix.

    `slot` names its place in the plan (theme, move, what it is about), never its words nor the order of the studies: a later run knows
    by it what the sentence would be now.
    """

    claim: str
    template: str
    children: tuple[Inline, ...]
    slot: str = ""


@attrs.frozen
class Reference:
    """A cross reference to the table, figure or heading with this `key`; `children` is what to print ("Tabel 2.1")."""

    key: str
    children: tuple[Inline, ...]


Inline: TypeAlias = Text | Styled | Quoted | Link | Foreign | Display | Cited | Cite | Note | Sentence | Reference
Inlines: TypeAlias = tuple[Inline, ...]


@attrs.frozen
class Heading:
    """A heading of level 1 (the chapter) to 4; `number` is printed before it ("BAB II", "2.1") unless the output numbers by itself."""

    level: int
    children: Inlines
    key: str
    number: str | None = None


@attrs.frozen
class Paragraph:
    """A paragraph. `key` names what it says (theme and move), never its place or wording: edits are matched by it."""

    children: Inlines
    key: str


@attrs.frozen
class ListBlock:
    """A list of paragraphs' worth of inlines, numbered if `ordered`.

    `keys` name what each item says, as that of a paragraph does; without them an item is known by its words.
    """

    items: tuple[Inlines, ...]
    key: str
    ordered: bool = False
    keys: tuple[str, ...] = ()


@attrs.frozen
class Cell:
    """One cell of a table: one or more paragraphs of inlines."""

    paragraphs: tuple[Inlines, ...]


@attrs.frozen
class Table:
    """A table with a header row. `number` is "2.1"; `label` the word before it ("Tabel"); `widths` are shares of the text width.

    `landscape` asks for a page of its own in landscape where the output has pages; `description` is the text for those who cannot see it.
    `row_keys` and `column_keys` name what each row and column is about (a study, a value), in no language, so that a cell is found again
    whatever its words and wherever it stands; without them a row is known by its words and a column by its place.
    """

    key: str
    label: str
    number: str
    caption: Inlines
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    landscape: bool = False
    description: str = ""
    row_keys: tuple[str, ...] = ()
    column_keys: tuple[str, ...] = ()


@attrs.frozen
class Figure:
    """A picture with its caption below. `number` is "2.1"; `label` the word before it ("Gambar").

    `image` is a whole PNG file, `width` and `height` are those of the picture on paper, in centimetres; `description` says what it
    shows, for those who cannot see it.
    """

    key: str
    label: str
    number: str
    caption: Inlines
    image: bytes = attrs.field(repr=False)
    width: float
    height: float
    description: str = ""


@attrs.frozen
class Diagram(Figure):
    """A drawing of boxes in rows, with arrows from each row to the next, that the output draws itself; its caption below it.

    `rows` are the words in the boxes, row by row; where `branching` the first of each row leads to the first of the next, and to those
    beside it. It has no `image`: an output that cannot draw leaves it out, so that what it says
    must stand in the text beside it too.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    branching: bool = False


Captioned: TypeAlias = Table | Figure
"""What is counted and has a caption, so that a cross reference may lead to it."""


@attrs.frozen
class Entry:
    """One entry of the bibliography. `margin` is its first field where the style sets that apart (a number, say), else empty."""

    key: str
    children: Inlines
    margin: Inlines = ()


@attrs.frozen
class References:
    """The bibliography; `entries` are empty until `litreview.cite` has resolved the document.

    `hanging`: second and further lines are indented. `align`: how the first field stands apart (CSL second-field-align).
    `entry_spacing` and `line_spacing` are in lines, as in CSL.
    """

    key: str
    entries: tuple[Entry, ...] = ()
    hanging: bool = False
    align: Literal["flush", "margin"] | None = None
    entry_spacing: int = 1
    line_spacing: int = 1


@attrs.frozen
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Figure | References | PageBreak


@attrs.frozen
class Document:
    """A whole document in one main language (BCP 47). `sources` are the cited works, for live citations."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    sources: Works = ()
