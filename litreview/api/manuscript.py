"""Citing inside a document that you build with python-docx: live citations, footnotes, captions, cross references, the bibliography."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

import attrs

from litreview.api.output import words
from litreview.cite.resolve import resolve
from litreview.cite.style import compiled
from litreview.document.nodes import Block, Cite, CiteItem, CiteMode, Inline, Note, Reference, Table, Text
from litreview.document.walk import rebuild_document
from litreview.errors import Problem, UnknownName, WriteError
from litreview.languages import CHAPTER, language
from litreview.record import Library
from litreview.writers import Options, named
from litreview.writers.docx import Script

if TYPE_CHECKING:
    from litreview.writers.docx.script import WordDocument, WordParagraph


class Manuscript:
    """A document of python-docx in which works of `library` are cited.

    Call `cite` and the others while you build the document: each keeps the place behind what stands in its paragraph at that moment, and
    text that you add afterwards follows behind it. `finish` fills all places at once, since citations depend on each other (2021a and
    2021b, ibid.); then save the document as usual.

    - `style` is the name of a CSL style or the path of a ``.csl`` file, `lang` the language of its words.
    - `citations`: "plain" (text with links to the bibliography), "zotero" (fields with which Zotero goes on), "zotero-bookmarks" (for
      Word and LibreOffice alike) or "word" (Word's own sources).

    Raises UnknownName (style, language, kind of citations), StyleError.

    >>> import docx
    >>> from litreview.record import LangText, Name, Names, Study
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
        library: Library,
        *,
        style: str | os.PathLike[str] = "apa",
        lang: str = CHAPTER,
        citations: Literal["plain", "zotero", "zotero-bookmarks", "word"] = "plain",
    ) -> None:
        known = named("docx").citations
        if citations not in known:
            raise UnknownName("kind of citations", citations, known)
        self.library, self.language = library, language(lang)
        self.style = compiled(style, self.language.csl_locale)
        self.options = Options(citations=citations, style=self.style.id, locale=self.language.csl_locale, words=words(self.language))
        self._script = Script(word, self.language.word_tag)
        self._captions = 0
        self._finished = False

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
        found = self._script.document()
        document = attrs.evolve(found, blocks=_numbered(found.blocks))
        titles = {block.key: f"{block.label} {block.number}" for block in document.blocks if isinstance(block, Table)}
        named_document = rebuild_document(document, lambda node: _named(node, titles))
        resolved, problems = resolve(named_document, self.library, self.style, item_locale=self.language.item_locale)
        self._script.finish(resolved, self.options)
        return (*self.style.problems, *problems)

    def _add(self, paragraph: WordParagraph, inline: Inline) -> None:
        self._open()
        self._script.add(paragraph, inline)

    def _open(self) -> None:
        if self._finished:
            raise WriteError("this manuscript is finished: make a new Manuscript for what is still to be cited")


def citation(
    *keys: str,
    mode: CiteMode = "parenthetical",
    locator: str | None = None,
    label: str = "page",
    prefix: str | None = None,
    suffix: str | None = None,
) -> Cite:
    """A citation of the works `keys`: ``(Lee, 2019, p. 4)``, or by `mode` "narrative" ``Lee (2019)``, "suppress-author", "author-only".

    `locator` is a place in the last of them, of the kind `label` (a CSL locator term); `prefix` stands before the first, `suffix` behind
    the last.

    >>> citation("lee", "kim", locator="4", prefix="see").items[-1].locator
    '4'
    """
    if not keys:
        raise WriteError("a citation needs at least one work: give its key")
    first, last = 0, len(keys) - 1
    items = (
        CiteItem(
            key,
            locator if n == last else None,
            label if locator and n == last else None,
            prefix if n == first else None,
            suffix if n == last else None,
        )
        for n, key in enumerate(keys)
    )
    return Cite(tuple(items), mode)


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
