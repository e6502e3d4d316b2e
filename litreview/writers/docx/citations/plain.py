"""Citations as text with links: each work named leads to its entry, and the entry back to each place where it is cited."""

from __future__ import annotations

import attrs

from litreview.document.nodes import Cite, Document, Inlines, References
from litreview.writers._anchors import letters, parted, works
from litreview.writers._backlinks import shared_out
from litreview.writers.docx.citations import CitationMode
from litreview.writers.docx.citations.places import entry_name, place_name, placed
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import NOTHING, Build, Context, Emit, Host
from litreview.writers.options import Options


class Plain:
    """Text and links; nothing that a program would ever change."""

    def __init__(self, document: Document, options: Options, host: Host = NOTHING) -> None:
        self.backlinks, self.word = options.backlinks, options.words.back

    def cite(self, emit: Emit, node: Cite, context: Context) -> str:
        """A whole citation. A work for which the text has no part of its own is found at the whole citation."""
        build = emit.build
        keys, own = works(node), parted(node)
        if len(keys) == 1 and not own:
            content = emit.internal(entry_name(build, keys[0]), node.children, context)
        else:
            content = emit.inlines(node.children, context)
        return placed(build, (key for key in keys if key not in own), content)

    def part(self, emit: Emit, key: str, children: Inlines, context: Context) -> str:
        """The part of a citation that stands for one work."""
        return placed(emit.build, (key,), emit.internal(entry_name(emit.build, key), children, context))

    def entry(self, emit: Emit, key: str, children: Inlines) -> str:
        """The words of an entry; where nothing may be printed for it, they themselves lead back, each stretch to one place."""
        build = emit.build
        places = [place_name(name) for name in build.anchors.citations(key)] if self.backlinks == "quiet" else []
        if not places:
            return emit.start(children)
        build.places.paragraph()
        entry = ""
        linkless = attrs.evolve(build.plain_context, linked=True)
        for number, words in shared_out(children, len(places)):
            content = emit.inlines(words, linkless if number else build.plain_context)
            tip = f"{self.word} {number}" if len(places) > 1 else self.word
            entry += xml.anchor_link(places[number - 1], content, tip) if number and content else content
        return entry

    def behind_entry(self, build: Build, key: str) -> str:
        """The small links from an entry back to each place where its work is cited: an arrow, or an arrow and letters."""
        places = [place_name(name) for name in build.anchors.citations(key)] if self.backlinks == "marks" else []
        if not places:
            return ""
        properties = build.properties(attrs.evolve(build.plain_context, style="CitationBacklink"))
        first, *more = places
        if not more:
            return xml.run(" ", properties) + xml.anchor_link(first, xml.run("↑", properties), self.word)
        marks = [xml.anchor_link(name, xml.run(letters(n), properties), f"{self.word} {n}") for n, name in enumerate(places, 1)]
        return xml.run(" ↑\u00a0", properties) + xml.run(" ", properties).join(marks)

    def bibliography(self, build: Build, block: References, paragraphs: list[xml.P]) -> list[xml.P | str]:
        """The paragraphs as they are."""
        return [*paragraphs]

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """None."""
        return ()

    def data(self, build: Build) -> tuple[tuple[str, bytes], ...]:
        """None."""
        return ()


MODE = CitationMode("plain", Plain, 10)
