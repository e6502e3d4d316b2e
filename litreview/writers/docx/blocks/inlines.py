"""Inlines to runs: marks added up, a language on every run, links that do not nest, and citations handed to their mode."""

from __future__ import annotations

from typing import assert_never

import attrs

from litreview.document.nodes import Cite, Cited, Display, Foreign, Inline, Inlines, Link, Note, Quoted, Reference, Sentence, Styled, Text
from litreview.document.walk import plain
from litreview.writers._addresses import safe_address
from litreview.writers._anchors import holds_link
from litreview.writers._characters import clean, stretches
from litreview.writers._notes import opened
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import reference_name
from litreview.writers.docx.package.build import Build, Context, Story


class Emitter:
    """Turns inlines into runs, in one story of one build."""

    def __init__(self, build: Build, story: Story) -> None:
        self.build, self.story = build, story

    def start(self, children: Inlines) -> str:
        """The runs of a paragraph, cell or list item that begins with `children`."""
        if not self.story.note:
            self.build.places.paragraph()
        return self.inlines(children, self.build.plain_context)

    def inlines(self, children: Inlines, context: Context) -> str:
        """The runs of `children` in `context`."""
        if self.build.silent:
            return ""
        return "".join(self.inline(node, context) for node in children)

    def inline(self, node: Inline, context: Context) -> str:
        """The runs of one node."""
        match node:
            case Text(characters):
                return text(self.build, characters, context)
            case Styled(mark, children):
                return self.inlines(children, attrs.evolve(context, look=context.look.marked(mark)))
            case Quoted(children, opening, closing):
                return self.inlines((Text(opening), *children, Text(closing)), context)
            case Link(target, children):
                return self.external(target, children, context)
            case Foreign(tag, children):
                return self.inlines(children, attrs.evolve(context, language=tag))
            case Display():
                return self.inlines(node.children, context)
            case Sentence(claim, _, children):
                return self.build.commented(claim, self.inlines(children, context))
            case Cite():
                turned = opened(node)
                content = self.inlines(turned, context) if turned is not None else self.build.mode.cite(self, node, context)
                return content if self.story.note else self.build.cited(node, content)
            case Cited(key, children):
                return self.build.mode.part(self, key, children, context)
            case Note(children):
                return self.note(children, context)
            case Reference(key, children):
                return self.reference(key, children, context)
            case _:
                assert_never(node)

    def external(self, target: str, children: Inlines, context: Context) -> str:
        """A link out of the document, in the look of the style "Hyperlink"."""
        address = None if context.linked else safe_address(target)
        if address is None:
            return self.inlines(children, context)
        content = self.inlines(children, attrs.evolve(context, linked=True, style="Hyperlink"))
        return xml.external_link(self.story.relation(address), content) if content else ""

    def internal(self, name: str | None, children: Inlines, context: Context) -> str:
        """A link to the bookmark `name`, around whatever is no link itself; without a name just the children."""
        if name is None or context.linked:
            return self.inlines(children, context)
        if not holds_link(children):
            content = self.inlines(children, attrs.evolve(context, linked=True))
            return xml.anchor_link(name, content) if content else ""
        return "".join(self.inline(n, context) if holds_link((n,)) else self.internal(name, (n,), context) for n in children)

    def note(self, children: Inlines, context: Context) -> str:
        """A footnote: its mark here, its text among the notes. A note within a note is set in brackets, as Word knows none."""
        build = self.build
        if self.story.note:
            return self.inlines((Text(" ["), *children, Text("]")), context)
        build.notes.append("")
        place = len(build.notes) - 1
        number = build.host.note + place
        build.note_story.note = build.notes_passed + place + 1
        build.notes[place] = Emitter(build, build.note_story).start(children)
        return xml.element_run(f'<w:footnoteReference w:id="{number}"/>', '<w:rStyle w:val="FootnoteReference"/>')

    def reference(self, key: str, children: Inlines, context: Context) -> str:
        """A cross reference: a field that follows the number of its target, as far as the words say that number; else a link."""
        build = self.build
        if block := build.captioned.get(key):
            number = f"{block.label} {block.number}"
        elif heading := build.headings.get(key):
            number = heading.number or ""
        else:
            return self.inlines(children, context)
        name = reference_name(key)
        words = plain(children)
        if number and words.replace("\u00a0", " ").endswith(number) and not context.linked and not holds_link(children):
            before = words[: len(words) - len(number)]
            label = number.replace(" ", "\u00a0")
            return text(build, before, context) + xml.field(
                f" REF {name}{self._switch(key)} \\h ", text(build, label, context), build.properties(context)
            )
        return self.internal(name, children, context)

    def _switch(self, key: str) -> str:
        """A heading that numbers itself is referred to by that number, any other target by the text in its bookmark."""
        heading = self.build.headings.get(key)
        return " \\r" if heading and heading.number and self.build.numbers_itself(heading.level + self.build.host.level_offset) else ""


def text(build: Build, characters: str, context: Context) -> str:
    """Runs of plain characters; what is written from right to left is marked so."""
    return "".join(xml.run(part, build.properties(context, turned)) for part, turned in stretches(clean(characters)))
