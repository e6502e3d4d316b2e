"""Citing inside a document that you build with python-docx: live citations, footnotes, captions, cross references, the bibliography."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

import attrs

from litreview.api.citation import citation
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.api.output import live, words
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.document.nodes import Block, Cite, CiteMode, Inline, Note, Reference, Table, Text
from litreview.document.walk import rebuild_document
from litreview.errors import Problem, UnknownName, WriteError
from litreview.languages import CHAPTER, language
from litreview.writers import Options, named
from litreview.writers.docx import Script

if TYPE_CHECKING:
    from litreview.writers.docx.script import WordDocument, WordParagraph


class Manuscript:
    """A document of python-docx in which works of `library` (a library, or the paths of one) are cited.

    Call `cite` and the others while you build the document: each keeps the place behind what stands in its paragraph at that moment, and
    text that you add afterwards follows behind it. `finish` fills all places at once, since citations depend on each other (2021a and
    2021b, ibid.); then save the document as usual.

    - `style` is the name of a CSL style or the path of a ``.csl`` file, `lang` the language of its words ("id" by default).
    - `citations`: "plain" (text with links to the bibliography), "zotero" (fields with which Zotero goes on), "zotero-bookmarks" (for
      Word and LibreOffice alike) or "word" (Word's own sources).

    Raises as `litreview.load`, UnknownName (style, language, kind of citations), StyleError.

    >>> import docx
    >>> from litreview.record import LangText, Library, Name, Names, Study
    >>> lee = Study("lee", "book", title=LangText({"en": "Motives"}), names=Names({"author": (Name(family="Lee", given="Ann"),)}))
    >>> word = docx.Document()
    >>> manuscript = Manuscript(word, Library((lee,)), style="apa", lang="en", citations="zotero")
    >>> paragraph = word.add_paragraph("As others found ")
    >>> manuscript.cite(paragraph, "lee", locator="4")
    >>> run = paragraph.add_run(", towns differ.")
    >>> manuscript.bibliography(word.add_paragraph())
    >>> manuscript.finish()
    ()
    >>> [paragraph.text for paragraph in word.paragraphs]
    ['As others found (Lee, n.d., p. 4), towns differ.', 'Lee, A. (n.d.). Motives.']
    """

    def __init__(
        self,
        word: WordDocument,
        library: Studies,
        *,
        style: str | os.PathLike[str] = "apa",
        lang: str | None = None,
        citations: Literal["plain", "zotero", "zotero-bookmarks", "word"] = "plain",
    ) -> None:
        modes = named("docx").citations
        if citations not in modes:
            raise UnknownName("kind of citations", citations, modes)
        self.library, self.language = load(library), language(lang or CHAPTER)
        self.style = compiled(style, self.language.csl_locale, overlays=not citations.startswith("zotero"))  # a refresh knows public terms
        self.options = Options(citations=citations, style=self.style.id, locale=self.language.csl_locale, words=words(self.language))
        self._script = Script(word, self.language.word_tag)
        self._captions = 0
        self._finished = False
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with citations and style; known when the manuscript is finished."""

    def cite(
        self,
        paragraph: WordParagraph,
        *keys: str,
        mode: CiteMode = "parenthetical",
        locator: str | None = None,
        label: str = "page",
        prefix: str | None = None,
        suffix: str | None = None,
    ) -> None:
        """A citation of one or more works, in `paragraph`. The rest is as in `citation`."""
        self._add(paragraph, citation(*keys, mode=mode, locator=locator, label=label, prefix=prefix, suffix=suffix))

    def note(self, paragraph: WordParagraph, *parts: str | Cite) -> None:
        """A footnote, its mark in `paragraph`; `parts` are texts and citations (made by `citation`)."""
        self._add(paragraph, Note(tuple(Text(part) if isinstance(part, str) else part for part in parts)))

    def caption(self, paragraph: WordParagraph, label: str, text: str) -> str:
        """A caption in `paragraph`: `label` ("Table"), a number that Word goes on counting, and `text`. Gives the key to `refer` to it."""
        self._captions += 1
        key = f"caption/{self._captions}"
        self._open()
        self._script.caption(paragraph, key, label, "", (Text(text),))
        return key

    def refer(self, paragraph: WordParagraph, key: str) -> None:
        """A cross reference in `paragraph` to the caption `key`: its label and number, which follow it when it moves."""
        self._add(paragraph, Reference(key, ()))

    def bibliography(self, paragraph: WordParagraph) -> None:
        """The bibliography in the place of `paragraph`, which should be empty."""
        self._open()
        self._script.bibliography(paragraph)

    def finish(self) -> tuple[Problem, ...]:
        """Fill every place. Call it once, before the document is saved; gives what was wrong with citations and style.

        Raises WriteError if it was called before.
        """
        self._open()
        self._finished = True
        draft = self._script.document()
        document = attrs.evolve(draft, blocks=_numbered(draft.blocks))
        titles = {block.key: f"{block.label} {block.number}" for block in document.blocks if isinstance(block, Table)}
        named_document = rebuild_document(document, lambda node: _named(node, titles))
        resolved, problems = resolve(named_document, self.library, self.style, item_locale=self.language.item_locale)
        told = live(resolved, self.options)
        self._script.finish(resolved, self.options)
        self.problems = (*self.style.problems, *problems, *told)
        return self.problems

    def _add(self, paragraph: WordParagraph, inline: Inline) -> None:
        self._open()
        self._script.add(paragraph, inline)

    def _open(self) -> None:
        if self._finished:
            raise WriteError("this manuscript is finished: make a new Manuscript for what is still to be cited")


def _numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Captions counted in the order in which they stand, each label for itself."""
    counts: dict[str, int] = {}
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            counts[block.label] = counts.get(block.label, 0) + 1
            block = attrs.evolve(block, number=str(counts[block.label]))
        numbered.append(block)
    return tuple(numbered)


def _named(node: Inline, titles: dict[str, str]) -> Inline | None:
    if not isinstance(node, Reference):
        return None
    if node.key not in titles:
        raise UnknownName("caption", node.key, titles)
    return Reference(node.key, (Text(titles[node.key]),))
