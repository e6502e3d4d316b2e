"""A Word document in which works are cited by key: ``[@key, hlm. 5; @other]``, ``@key``, ``[-@key]``; only these change."""

from __future__ import annotations

from typing import Any

import attrs

from litreview.document.nodes import Document
from litreview.errors import Problem
from litreview.languages import language
from litreview.papers import Asked, Paper
from litreview.papers._word.marks import fill, place_bibliography
from litreview.writers import Options, named
from litreview.writers.docx import Script, open_word, saved_word


@attrs.frozen(eq=False)
class WordPaper:
    """A Word document that was read: see `litreview.papers.Read`."""

    document: Document
    data: bytes = attrs.field(repr=False)
    asked: Asked
    problems: tuple[Problem, ...] = ()
    style: str | None = None
    uncited: tuple[str, ...] = ()

    def written(self, resolved: Document, options: Options) -> bytes:
        """The file with its citations in the way that `options` ask for; nothing else in it changes."""
        script, _ = _marked(self.data, self.asked)
        by_key = {getattr(block, "key", ""): block for block in resolved.blocks}
        blocks = tuple(by_key.get(getattr(block, "key", ""), block) for block in script.document().blocks)
        script.finish(attrs.evolve(resolved, blocks=blocks), options)
        return bytes(saved_word(script.word))


def _marked(data: bytes, asked: Asked) -> tuple[Any, tuple[Problem, ...]]:
    """The document with a place for each citation, and one for the bibliography where it cites, and what is wrong."""
    word, problems = open_word(data, asked.file or "")
    spoken = language(asked.language or asked.usual)
    script = Script(word, spoken.word_tag)
    told = fill(script, asked.known, asked.file)
    if script.document().blocks:
        place_bibliography(script, spoken)
    return script, (*problems, *told)


def read(data: bytes, asked: Asked) -> WordPaper:
    """Read a ``.docx`` file. Raises ReadError for what is none, is encrypted, holds macros, or loads something from elsewhere."""
    script, problems = _marked(data, asked)
    tag = language(asked.language or asked.usual).tag
    return WordPaper(attrs.evolve(script.document(), language=tag), data, asked, problems)


PAPER = Paper("word", (".docx",), read, citations=named("docx").citations, elsewhere=False)
