"""Markdown with citations in pandoc's syntax: ``[@key, p. 12]``, ``@key``, ``[-@key]``.

Source: the Pandoc User's Guide, "Citation syntax", "Placement of the bibliography" and "Including uncited items in the bibliography".
"""

from __future__ import annotations

import attrs

from litreview.document.nodes import Document
from litreview.errors import Problem, fault
from litreview.languages import language
from litreview.papers import Asked, Paper
from litreview.papers._markdown.blocks import Blocks
from litreview.papers._markdown.front import Front, front_matter
from litreview.papers._markdown.place import with_bibliography
from litreview.papers._markdown.source import Source
from litreview.papers._markdown.splice import Splices
from litreview.papers._markdown.tokens import tokens
from litreview.writers import Options


@attrs.frozen
class MarkdownPaper:
    """A Markdown file that was read: see `litreview.papers.Read`."""

    document: Document
    splices: Splices
    front: Front
    problems: tuple[Problem, ...] = ()

    @property
    def style(self) -> str | None:
        """The style that its front matter names as ``csl``."""
        return self.front.style

    @property
    def uncited(self) -> tuple[str, ...]:
        """The keys that its front matter names as ``nocite``."""
        return self.front.uncited

    def written(self, resolved: Document, options: Options) -> bytes:
        """The file with its citations as text; everything else stays byte for byte."""
        return self.splices.applied(resolved)


def read(data: bytes, asked: Asked) -> MarkdownPaper:
    r"""Read a Markdown file in UTF-8 (or UTF-16 with its mark).

    >>> paper = read(b"# Ports\n\nSo [@lee, hlm. 4] and [@who].", Asked("a.md", ["lee"], None, "id"))
    >>> [type(block).__name__ for block in paper.document.blocks]
    ['Heading', 'Paragraph', 'Heading', 'References']
    >>> [problem.code for problem in paper.problems]
    ['paper-unknown-key']
    """
    source = Source.of(data, asked.file)
    parsed = tokens(source.text)
    front, faults = front_matter(parsed.front, asked)
    spoken = language(asked.language or front.language or asked.usual)
    made = Blocks(source, asked.known, spoken, parsed.notes)
    blocks = made.made(parsed.blocks)
    placed = with_bibliography(blocks, made.lines, source, spoken, asked.file)
    titled = front.headed(placed.blocks)
    document = Document(front.title, spoken.tag, titled)
    unmarked = [fault("paper-note-unmarked", file=asked.file, label=label) for label in parsed.unmarked]
    problems = dict.fromkeys([*faults, *made.problems(asked.file), *placed.problems, *unmarked])
    splices = Splices(source, tuple(made.places), placed.at, placed.heading)
    return MarkdownPaper(document, splices, front, tuple(sorted(problems, key=lambda problem: problem.origin.line or 0)))


PAPER = Paper("markdown", (".md", ".markdown"), read)
