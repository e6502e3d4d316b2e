"""Inlines to runs: marks added up, a language on every run, links that do not nest, and citations handed to their mode."""

from __future__ import annotations

from typing import assert_never

import attrs

from litreview.document.nodes import (
    Cite,
    Cited,
    Display,
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
)  # fmt: skip
from litreview.document.walk import plain
from litreview.writers._addresses import safe_address
from litreview.writers._anchors import holds_link
from litreview.writers._characters import clean, stretches
from litreview.writers.docx import xml
from litreview.writers.docx.bookmarks import reference_name
from litreview.writers.docx.build import Build, Context, Story
from litreview.writers.docx.citing import cite, cited


def inlines(build: Build, story: Story, children: Inlines, context: Context) -> str:
    """The runs of `children` in `context`."""
    return "".join(inline(build, story, node, context) for node in children)


def inline(build: Build, story: Story, node: Inline, context: Context) -> str:
    """The runs of one node."""
    match node:
        case Text(characters):
            return text(build, characters, context)
        case Styled(mark, children):
            return inlines(build, story, children, attrs.evolve(context, look=context.look.marked(mark)))
        case Quoted(children, opening, closing):
            return text(build, opening, context) + inlines(build, story, children, context) + text(build, closing, context)
        case Link(target, children):
            return external(build, story, target, children, context)
        case Foreign(tag, children):
            return inlines(build, story, children, attrs.evolve(context, language=tag))
        case Display() | Sentence():
            return inlines(build, story, node.children, context)
        case Cite():
            return cite(build, story, node, context, inlines, internal)
        case Cited(key, children):
            return cited(build, story, key, children, context, inlines, internal)
        case Note(children):
            return note(build, story, children, context)
        case Reference(key, children):
            return reference(build, story, key, children, context)
        case _:
            assert_never(node)


def text(build: Build, characters: str, context: Context) -> str:
    """Runs of plain characters; what is written from right to left is marked so."""
    return "".join(xml.run(part, build.properties(context, turned)) for part, turned in stretches(clean(characters)))


def external(build: Build, story: Story, target: str, children: Inlines, context: Context) -> str:
    """A link out of the document, in the look of the style "Hyperlink"."""
    address = None if context.linked else safe_address(target)
    if address is None:
        return inlines(build, story, children, context)
    content = inlines(build, story, children, attrs.evolve(context, linked=True, style="Hyperlink"))
    return xml.external_link(story.relation(address), content) if content else ""


def internal(build: Build, story: Story, name: str | None, children: Inlines, context: Context) -> str:
    """A link to the bookmark `name`, around whatever is no link itself; without a name just the children."""
    if name is None or context.linked:
        return inlines(build, story, children, context)
    if not holds_link(children):
        content = inlines(build, story, children, attrs.evolve(context, linked=True))
        return xml.anchor_link(name, content) if content else ""
    return "".join(
        inline(build, story, node, context) if holds_link((node,)) else internal(build, story, name, (node,), context) for node in children
    )


def note(build: Build, story: Story, children: Inlines, context: Context) -> str:
    """A footnote: its mark here, its text among the notes. A note within a note is set in brackets, as Word knows none."""
    if story.in_note:
        return text(build, " [", context) + inlines(build, story, children, context) + text(build, "]", context)
    number = len(build.notes) + 1
    build.notes.append("")
    build.notes[number - 1] = inlines(build, build.note_story, children, build.plain_context)
    return xml.element_run(f'<w:footnoteReference w:id="{number}"/>', '<w:rStyle w:val="FootnoteReference"/>')


def reference(build: Build, story: Story, key: str, children: Inlines, context: Context) -> str:
    """A cross reference: a field that follows the number of its target, as far as the words say that number; else a link."""
    shown = plain(children)
    if table := build.tables.get(key):
        number = f"{table.label} {table.number}"
    elif heading := build.headings.get(key):
        number = heading.number or ""
    else:
        return inlines(build, story, children, context)
    name = reference_name(key)
    if number and shown.replace("\u00a0", " ").endswith(number) and not context.linked and not holds_link(children):
        before = shown[: len(shown) - len(number)]
        label = number.replace(" ", "\u00a0")
        return text(build, before, context) + xml.field(f" REF {name} \\h ", text(build, label, context), build.properties(context))
    return internal(build, story, name, children, context)
