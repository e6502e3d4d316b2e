"""What the two forms share in which Zotero goes on with citations: as fields, and as bookmarks."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Cite, Cited, Document, Inlines, Note, References
from litreview.document.walk import cites, nodes
from litreview.writers._anchors import works
from litreview.writers._narrative import apart, split
from litreview.writers.docx.citations.codes import citation_code, preferences, visible_text, works_of
from litreview.writers.docx.citations.places import placed
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import NOTHING, Build, Context, Emit, Host
from litreview.writers.options import Options


class Zotero:
    """What both forms share: the code behind each citation and the preferences of the document."""

    field_type = ""

    def __init__(self, document: Document, options: Options, host: Host = NOTHING) -> None:
        self.document, self.options = document, options
        self.works = works_of(document)
        self.number = 0
        self.has_bibliography = host.has_bibliography
        self.cited = frozenset(item.key for cite in cites(document) for item in cite.items)
        self.notes = any(isinstance(node, Note) for cite in cites(document) for node in nodes(cite.children))

    def cite(self, emit: Emit, node: Cite, context: Context) -> str:
        """A citation; of a narrative one the name stays outside, as Zotero knows no such form.

        A refresh would print some otherwise, which are frozen: authors alone (nothing, in some styles), in notes a work without them, and
        in a style of notes what stands in the text. Words that lead a citation in are text before it, or the prefix of its first work.
        """
        before: Inlines = ()
        noted = emit.story.note > 0 or any(isinstance(inner, Note) for inner in nodes(node.children))
        inside, suppress, frozen = node.children, False, node.mode == "author-only" or (node.mode == "suppress-author" and noted)
        if node.mode == "narrative":
            parts = apart(node)
            before, inside = parts or ((), node.children)
            suppress, frozen = parts is not None, parts is None
        if not node.items or not visible_text(inside):
            return emit.inlines(node.children, context)
        frozen = frozen or (self.notes and not noted)
        cite = node
        if node.lead:
            before, inside, cite = _led(node, before, inside)
            frozen = frozen or cite.lead is not None
        self.number += 1
        code = citation_code(
            self.works, cite, visible_text(inside), number=self.number, note=emit.story.note, suppress=suppress, frozen=frozen
        )  # fmt: skip
        linkless = attrs.evolve(context, linked=True)
        live = self.live(emit.build, code, emit.inlines(inside, linkless), emit.build.properties(linkless))
        return placed(emit.build, works(node), emit.inlines(before, context) + live)

    def live(self, build: Build, code: str, content: str, properties: str) -> str:
        """The runs that a reader sees, with their code."""
        raise NotImplementedError

    def part(self, emit: Emit, key: str, children: Inlines, context: Context) -> str:
        """The part of a citation that stands for one work: no link, since a refresh would drop it."""
        return emit.inlines(children, context)

    def entry(self, emit: Emit, key: str, children: Inlines) -> str:
        """The words of an entry."""
        return emit.start(children)

    def behind_entry(self, build: Build, key: str) -> str:
        """Nothing: a refresh would drop it."""
        return ""

    def uncited(self, block: References) -> tuple[str, ...]:
        return tuple(entry.key for entry in block.entries if entry.key not in self.cited)

    def may_own(self, paragraphs: list[xml.P]) -> bool:
        """Zotero keeps one bibliography, and makes it from what the document cites."""
        first = bool(paragraphs) and not self.has_bibliography and bool(self.cited)
        self.has_bibliography = self.has_bibliography or first
        return first

    def preferred(self) -> tuple[tuple[str, str], ...]:
        if not self.cited or not self.options.style:
            return ()
        style, locale = self.options.style, self.options.locale or self.document.language
        text = preferences(self.document, style, locale, field_type=self.field_type, notes=self.notes, bibliography=self.has_bibliography)
        return cut("ZOTERO_PREF", text)

    def data(self, build: Build) -> tuple[tuple[str, bytes], ...]:
        """None."""
        return ()


def _led(cite: Cite, before: Inlines, inside: Inlines) -> tuple[Inlines, Inlines, Cite]:
    """A citation that words lead in, so that a refresh keeps them: what stands before it, what is in it, and the citation as Zotero has it.

    Where neither can be, its `lead` is left on it.
    """
    lead = cite.lead or ""
    text = visible_text(inside)
    if text.startswith(f"{lead} ") and not before:
        outside, rest = split(inside, len(lead) + 1)
        return outside, rest, attrs.evolve(cite, lead=None)
    shown = tuple(dict.fromkeys(node.key for node in nodes(inside) if isinstance(node, Cited)))
    keys = [item.key for item in cite.items]
    if sorted(shown) != sorted(keys) or lead not in text:
        return before, inside, cite
    first, *others = sorted(cite.items, key=lambda item: shown.index(item.key))
    first = attrs.evolve(first, prefix=f"{lead} {first.prefix}" if first.prefix else lead)
    return before, inside, attrs.evolve(cite, items=(first, *others), lead=None)


def around(paragraphs: list[xml.P], opening: str, closing: str) -> list[xml.P]:
    done = [attrs.evolve(paragraphs[0], content=opening + paragraphs[0].content), *paragraphs[1:]]
    return [*done[:-1], attrs.evolve(done[-1], content=done[-1].content + closing)]


def cut(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """A long text as properties ``name_1``, ``name_2`` … of at most 255 UTF-16 units each, the most that Word keeps."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in text:
        units = 2 if character > "\uffff" else 1
        if size + units > 255:
            pieces.append(piece)
            piece, size = "", 0
        piece += character
        size += units
    return tuple((f"{name}_{number}", part) for number, part in enumerate([*pieces, piece], 1))
