"""Citations as text with links: each work named leads to its entry, and each place can be found again from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from litreview.document.nodes import Cite, Inlines
from litreview.writers._anchors import citation, letters, parted, works
from litreview.writers.docx import xml
from litreview.writers.docx.build import Build, Context, Story

Emit: TypeAlias = Callable[[Build, Story, Inlines, Context], str]
Lead: TypeAlias = Callable[[Build, Story, str | None, Inlines, Context], str]


def entry_name(build: Build, key: str) -> str | None:
    """The bookmark of the entry of `key`, or None where the document lists no such work."""
    name = build.anchors.entry(key)
    return f"_{name}" if name else None


def place_name(key: str, number: int) -> str:
    """The bookmark of the `number`-th place where `key` is cited."""
    return f"_{citation(key, number)}"


def cite(build: Build, story: Story, node: Cite, context: Context, emit: Emit, lead: Lead) -> str:
    """A whole citation. A work for which the text has no part of its own is found at the whole citation."""
    keys, own = works(node), parted(node)
    if len(keys) == 1 and not own:
        content = lead(build, story, entry_name(build, keys[0]), node.children, context)
    else:
        content = emit(build, story, node.children, context)
    for key in keys:
        if key not in own:
            content = build.bookmarks.around(place_name(key, build.place(key)), content)
    build.named_in_cite.clear()
    return content


def cited(build: Build, story: Story, key: str, children: Inlines, context: Context, emit: Emit, lead: Lead) -> str:
    """The part of a citation that stands for one work."""
    content = lead(build, story, entry_name(build, key), children, context)
    if key in build.named_in_cite or build.passed.get(key, 0) >= build.anchors.cited.get(key, 0):
        return content
    build.named_in_cite.add(key)
    return build.bookmarks.around(place_name(key, build.place(key)), content)


def backlinks(build: Build, story: Story, key: str) -> str:
    """The small links from an entry back to each place where its work is cited: an arrow, or an arrow and letters."""
    count = build.anchors.cited.get(key, 0) if build.options.backlinks else 0
    if not count:
        return ""
    context = attrs.evolve(build.plain_context, style="CitationBacklink")
    properties = build.properties(context)
    word = build.options.words.back
    if count == 1:
        return xml.run(" ", properties) + xml.anchor_link(place_name(key, 1), xml.run("↑", properties), word)
    marks = [xml.anchor_link(place_name(key, n), xml.run(letters(n), properties), f"{word} {n}") for n in range(1, count + 1)]
    return xml.run(" ↑\u00a0", properties) + xml.run(" ", properties).join(marks)
