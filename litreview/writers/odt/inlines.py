"""Inlines to the content of paragraphs: spans with their styles, links, notes, citations."""

from __future__ import annotations

from typing import assert_never

import attrs

from litreview.document.nodes import (
    Cite,
    Cited,
    Display,
    Document,
    Foreign,
    Inline,
    Inlines,
    Link,
    Note,
    Quoted,
    Reference,
    Sentence,
    Styled,
    Text,
)
from litreview.writers._addresses import safe_address
from litreview.writers._anchors import anchors, holds_link, parted, slug, targets, works
from litreview.writers._looks import Look
from litreview.writers._notes import opened
from litreview.writers.odt.citations import ReferenceMarks
from litreview.writers.odt.styles import PLAIN, run_properties
from litreview.writers.odt.xml import text, value


@attrs.frozen
class Context:
    """What is in force where an inline stands."""

    look: Look = attrs.field(factory=Look)
    language: str = ""
    linked: bool = False
    note: int = 0
    """The number of the footnote around it; 0 in the text."""


START = Context()


class Emitter:
    """Turns inlines into content; keeps the styles and notes met."""

    def __init__(self, marks: ReferenceMarks | None, document: Document) -> None:
        self.marks, self.targets = marks, targets(document)
        self.styles: dict[str, str] = {}
        self.notes = 0
        self.entries = anchors(document)

    def inlines(self, children: Inlines, context: Context = START) -> str:
        """The content of `children`."""
        return "".join(self.inline(node, context) for node in children)

    def inline(self, node: Inline, context: Context) -> str:
        """The content of one node."""
        match node:
            case Text(characters):
                return self.span(characters, context)
            case Styled(mark, children):
                return self.inlines(children, attrs.evolve(context, look=context.look.marked(mark)))
            case Quoted(children, opening, closing):
                return self.inlines((Text(opening), *children, Text(closing)), context)
            case Link(target, children):
                return self.link(safe_address(target), children, context)
            case Foreign(tag, children):
                return self.inlines(children, attrs.evolve(context, language=tag))
            case Display() | Sentence():
                return self.inlines(node.children, context)
            case Cite():
                turned = opened(node)
                return self.inlines(turned, context) if turned is not None else self.cite(node, context)
            case Cited(key, children):
                return self.inside(key, children, context)
            case Note(children):
                return self.note(children, context)
            case Reference(key, children):
                return self.refer(key, children, context)
            case _:
                assert_never(node)

    def span(self, characters: str, context: Context) -> str:
        """Characters in their style."""
        content = text(characters)
        said = run_properties(context.look, context.language)
        if not said or not content:
            return content
        name = self.styles.setdefault(said, f"T{len(self.styles) + 1}")
        return f'<text:span text:style-name="{name}">{content}</text:span>'

    def link(self, address: str | None, children: Inlines, context: Context) -> str:
        """A link out of the document."""
        if address is None or context.linked:
            return self.inlines(children, context)
        inner = self.inlines(children, attrs.evolve(context, linked=True))
        return f'<text:a xlink:type="simple" xlink:href={value(address)} text:style-name="Internet_20_link">{inner}</text:a>'

    def inside(self, key: str, children: Inlines, context: Context) -> str:
        """What stands for one work, leading to its entry; in a live citation no link, since a refresh would drop it."""
        name = self.entries.entry(key)
        if name is None or context.linked or self.marks is not None or holds_link(children):
            return self.inlines(children, context)
        inner = self.inlines(children, attrs.evolve(context, linked=True))
        return f'<text:a xlink:type="simple" xlink:href="#{name}" {PLAIN}>{inner}</text:a>'

    def cite(self, node: Cite, context: Context) -> str:
        """A whole citation."""
        live = self.marks.live(node, context.note) if self.marks is not None else None
        if live is None:
            only = works(node)[0] if len(works(node)) == 1 and not parted(node) else None
            return self.inside(only, node.children, context) if only else self.inlines(node.children, context)
        linkless = attrs.evolve(context, linked=True)
        name = value(live.name)
        inner = self.inlines(live.inside, linkless)
        return (
            f"{self.inlines(live.before, context)}<text:reference-mark-start text:name={name}/>{inner}"
            f"<text:reference-mark-end text:name={name}/>"
        )

    def note(self, children: Inlines, context: Context) -> str:
        """A footnote; one within another is set in brackets."""
        if context.note:
            return self.inlines((Text(" ["), *children, Text("]")), context)
        self.notes += 1
        number = self.notes
        inner = self.inlines(children, Context(note=number))
        return (
            f'<text:note text:id="ftn{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="Footnote">{inner}</text:p></text:note-body></text:note>'
        )

    def refer(self, key: str, children: Inlines, context: Context) -> str:
        """A cross reference to the label and number of a table, a figure or a heading."""
        if key not in self.targets or context.linked:
            return self.inlines(children, context)
        inner = self.inlines(children, attrs.evolve(context, linked=True))
        return f'<text:a xlink:type="simple" xlink:href="#at_{slug(key)}" {PLAIN}>{inner}</text:a>'
