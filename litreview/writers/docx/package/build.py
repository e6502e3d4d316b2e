"""What one run of the Word writer keeps in mind: numbers given, places passed, notes and links met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import attrs

from litreview.document.nodes import Captioned, Cite, Document, Figure, Heading, Inlines, Reference, References, Table
from litreview.document.walk import block_inlines, nodes
from litreview.writers._anchors import Anchors, Places, anchors
from litreview.writers._looks import Look
from litreview.writers.docx.package import manifest
from litreview.writers.docx.package.bookmarks import Bookmarks
from litreview.writers.docx.package.comments import around
from litreview.writers.docx.package.language_tags import word_language
from litreview.writers.docx.package.layout import Layout
from litreview.writers.docx.package.notes import note_xml
from litreview.writers.docx.package.numbering import reference, scheme
from litreview.writers.docx.package.sections import Pages
from litreview.writers.docx.package.units import units_of
from litreview.writers.docx.package.xml import P
from litreview.writers.options import Options


@attrs.frozen
class Context:
    """What is in force where an inline stands."""

    look: Look = attrs.field(factory=Look)
    language: str = ""
    linked: bool = False
    """Whether a link is open already, or none may stand here: links do not nest."""
    style: str = ""
    """The character style in force."""


@attrs.define
class Story:
    """One text with relations of its own: the body, or the notes."""

    prefix: str = "link"
    links: dict[str, str] = attrs.Factory(dict)
    """The relation for each outside address."""
    note: int = 0
    """The number of the footnote that is being written; 0 in the body."""

    def relation(self, address: str) -> str:
        """The id of the relation that leads to `address`."""
        return self.links.setdefault(address, f"{self.prefix}{len(self.links) + 1}")


@attrs.frozen
class Host:
    """What a file that takes the text has already, so that nothing of it is disturbed; by default nothing."""

    bookmark: int = 1
    """The first free number of a bookmark."""
    names: frozenset[str] = frozenset()
    """The names of bookmarks in use, in small letters."""
    note: int = 1
    """The first free number of a footnote."""
    list: int = 1
    """The first free number of a list."""
    drawing: int = 1
    """The first free number of a drawing."""
    comment: int = 0
    """The first free number of a comment."""
    link: str = "link"
    """What the ids of relations to addresses may begin with."""
    numbered: frozenset[int] = frozenset()
    """The heading levels whose style numbers by itself."""
    listed: Mapping[int, tuple[int, int]] = attrs.field(factory=dict)
    """The heading levels of which each paragraph names the list that numbers it: the list, and the level there (from 0)."""
    unlisted: frozenset[int] = frozenset()
    """The heading levels whose style numbers by itself, but not as headings of the text are numbered."""
    free: bool = True
    """Whether nothing there numbers headings, so that ours may have a list of their own."""
    level_offset: int = 0
    """How far headings move down."""
    tags: frozenset[str] = frozenset()
    """The tags of Word's sources in use, in small letters."""
    has_bibliography: bool = False
    """Whether there is a bibliography of Zotero."""
    sequences: frozenset[str] = frozenset()
    """The kinds of caption that are counted already."""


NOTHING = Host()


class Emit(Protocol):
    """What turns inlines into runs in one story."""

    build: Build
    story: Story

    def start(self, children: Inlines) -> str:
        """The runs of a paragraph, cell or list item that begins with `children`."""
        ...

    def inlines(self, children: Inlines, context: Context) -> str:
        """The runs of `children`."""
        ...

    def internal(self, name: str | None, children: Inlines, context: Context) -> str:
        """A link to the bookmark `name` around `children`."""
        ...


class Mode(Protocol):
    """A way in which citations live on in a Word file."""

    def cite(self, emit: Emit, node: Cite, context: Context) -> str:
        """A whole citation."""
        ...

    def part(self, emit: Emit, key: str, children: Inlines, context: Context) -> str:
        """The part of a citation that stands for one work."""
        ...

    def entry(self, emit: Emit, key: str, children: Inlines) -> str:
        """The words of a bibliography entry, as far as they stand on its first line."""
        ...

    def behind_entry(self, build: Build, key: str) -> str:
        """What follows the last word of a bibliography entry."""
        ...

    def bibliography(self, build: Build, block: References, paragraphs: list[P]) -> list[P | str]:
        """The finished paragraphs of a bibliography."""
        ...

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """Custom properties that the file needs: name and text."""
        ...

    def data(self, build: Build) -> tuple[tuple[str, bytes], ...]:
        """Custom XML parts that the file needs: their namespace and the whole part."""
        ...


class Build:
    """One document on its way to a file."""

    def __init__(self, document: Document, options: Options, layout: Layout, pages: Pages, mode: Mode, host: Host = NOTHING) -> None:
        self.document, self.options, self.layout, self.pages, self.mode, self.host = document, options, layout, pages, mode, host
        self.scheme = scheme(document) if host.free and not host.level_offset else None
        """How headings number themselves; None where the file that takes them does, or where their numbers are text."""
        self.own = options.template is None and host is NOTHING
        """Whether the file is ours alone."""
        self.silent = False
        """Whether no runs are wanted, only what is kept of each block."""
        self.bookmarks = Bookmarks(host.bookmark, host.names)
        self.anchors: Anchors = anchors(document)
        self.places = Places(self.anchors)
        self.blocks: list[manifest.Block] = []
        self.cites: list[manifest.Marked] = []
        self._cites: dict[str, int] = {}
        self.notes: list[str] = []
        self.notes_passed = host.note - 1
        """How many footnotes of the file itself stand before the next one: a number counts in the order of reading, an id does not."""
        self.comments: list[tuple[int, tuple[str, ...]]] = []
        self._remarks = dict(options.comments)
        self.sequences = dict.fromkeys(host.sequences, -1)
        """The last number of each kind of caption; -1 where captions before the text are not known."""
        self.body = Story(host.link)
        self.note_story = Story(host.link)
        self.headings: dict[str, Heading] = {}
        self.captioned: dict[str, Captioned] = {}
        self.pictures: dict[bytes, str] = {}
        """The relation for each different picture."""
        self._drawings = host.drawing
        self.referred: frozenset[str] = frozenset()
        self.knows(document)
        self._properties: dict[tuple[Look, str, str, bool], str] = {}

    def knows(self, document: Document) -> None:
        """Let cross references lead to the headings, tables and figures of `document`, which stand in the file."""
        self.headings |= {block.key: block for block in document.blocks if isinstance(block, Heading)}
        self.captioned |= {block.key: block for block in document.blocks if isinstance(block, Table | Figure)}
        self.referred |= {
            node.key for block in document.blocks for run in block_inlines(block) for node in nodes(run) if isinstance(node, Reference)
        }

    def numbers_itself(self, level: int) -> bool:
        """Whether headings of this level (as they stand in the file) show a number that a list gives them."""
        return (
            (self.scheme is not None and not (self.scheme.roman and level == 1)) or level in self.host.numbered or level in self.host.listed
        )

    def heading_numbers(self, level: int) -> str:
        """What a numbered heading says of its list, where its style does not."""
        if level in self.host.listed:
            number, place = self.host.listed[level]
            return reference(place + 1, number)
        return reference(level, self.host.list) if self.scheme and not self.own else ""

    @property
    def plain_context(self) -> Context:
        """What is in force at the beginning of a paragraph."""
        return Context(language=self.document.language)

    def block(self, key: str, content: str, *texts: Inlines, kind: str = "text", units: Sequence[tuple[str, str]] | None = None) -> str:
        """The runs of a generated block in its hidden bookmark; the block is kept in the manifest with its text and its `units`."""
        marked, name = self.bookmarks.block(key, content)
        text = " | ".join(manifest.signed(inlines) for inlines in texts)
        named = units_of(key, texts, kind) if units is None else units
        self.blocks.append(manifest.Block(key, name, text, manifest.placed(text, named), kind))
        return marked

    def cited(self, node: Cite, content: str) -> str:
        """The runs of a citation in a hidden bookmark by which it is known again, whatever it shows then."""
        code = manifest.cite_code(node)
        if not content or not node.items:
            return content
        number = self._cites[code] = self._cites.get(code, 0) + 1
        name = manifest.cite_name(code, number)
        while name in self.host.names:
            number = self._cites[code] = number + 1
            name = manifest.cite_name(code, number)
        self.cites.append(manifest.Marked(name, code, manifest.shown_text(node.children)))
        return self.bookmarks.around(name, content)

    @property
    def manifest(self) -> bytes:
        """The part that keeps what was generated."""
        return manifest.manifest_part(self.blocks, (), self.cites, self.options.kept)

    def picture(self, image: bytes) -> tuple[int, str]:
        """A number for one more drawing, and the relation to its picture."""
        self._drawings += 1
        return self._drawings - 1, self.pictures.setdefault(image, f"{self.host.link}Picture{len(self.pictures) + 1}")

    def shapes(self, count: int) -> int:
        """The first of `count` numbers for a drawing and what is in it."""
        self._drawings += count
        return self._drawings - count

    def commented(self, claim: str, content: str) -> str:
        """The runs of a sentence, with the comment on its claim if there is one."""
        lines = self._remarks.get(claim)
        if lines is None or not content:
            return content
        number = self.host.comment + len(self.comments)
        self.comments.append((number, lines))
        return around(number, content)

    def note_parts(self) -> list[str]:
        """The finished footnotes."""
        return [note_xml(number, text) for number, text in enumerate(self.notes, self.host.note)]

    def properties(self, context: Context, right_to_left: bool = False) -> str:
        """The content of ``w:rPr`` for a context, in schema order."""
        key = (context.look, context.language, context.style, right_to_left)
        if key not in self._properties:
            self._properties[key] = _properties(*key)
        return self._properties[key]


def _properties(look: Look, language: str, style: str, right_to_left: bool) -> str:
    content = f'<w:rStyle w:val="{style}"/>' if style else ""
    for name, on in (("b", look.bold), ("bCs", look.bold), ("i", look.italic), ("iCs", look.italic), ("smallCaps", look.small_caps)):
        if on is not None:
            content += f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'
    if look.underline is not None:
        content += f'<w:u w:val="{"single" if look.underline else "none"}"/>'
    if look.script is not None:
        content += f'<w:vertAlign w:val="{look.script}"/>'
    if right_to_left:
        content += "<w:rtl/>"
    tongue = word_language(language)
    if tongue and right_to_left and tongue.attribute != "w:bidi":
        return content + '<w:lang w:bidi="ar-SA"/>'
    return content + (tongue.xml if tongue else "")
