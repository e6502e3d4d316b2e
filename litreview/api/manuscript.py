"""Citing inside a document that you build with python-docx: live citations, footnotes, captions, cross references, the bibliography."""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import attrs

from litreview.api.citation import citation
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.api.output import live, words
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.document.nodes import Block, Cite, CiteItem, CiteMode, Inline, Note, Reference, Table, Text
from litreview.document.walk import rebuild_document
from litreview.errors import Problem, UnknownName, WriteError, WrongType
from litreview.languages import CHAPTER, language
from litreview.papers._word.marks import fill, place_bibliography
from litreview.writers import Options, named
from litreview.writers.docx import Script

if TYPE_CHECKING:
    from litreview.writers.docx.script import WordDocument, WordParagraph


class Manuscript:
    """A document of python-docx in which works of `library` (a library, or the paths of one) are cited.

    Call `cite` and the others while you build the document: each keeps the place behind what stands in its paragraph at that moment, and
    text that you add afterwards follows behind it. `finish` fills all places at once, since citations depend on each other (2021a and
    2021b, ibid.); then save the document as usual. As a context (``with litreview.Manuscript(…) as manuscript:``) it finishes itself. Until
    then each place shows its key in brackets, so that a document saved too early is seen to be unfinished.

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
        self._finished = self._listed = False
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with citations and style; known when the manuscript is finished."""

    def cite(
        self,
        paragraph: WordParagraph,
        *keys: str | CiteItem,
        mode: CiteMode = "parenthetical",
        locator: str | None = None,
        label: str = "page",
        prefix: str | None = None,
        suffix: str | None = None,
    ) -> None:
        """A citation of one or more works, in `paragraph`; a `CiteItem` in the place of a key has its own locator, prefix and suffix.

        The rest is as in `citation`, which also says what is raised; WriteError for a paragraph of a header or of another document.
        """
        self._add(paragraph, citation(*keys, mode=mode, locator=locator, label=label, prefix=prefix, suffix=suffix))

    def note(self, paragraph: WordParagraph, *parts: str | Cite) -> None:
        """A footnote, its mark in `paragraph`; `parts` are texts and citations (made by `citation`)."""
        self._add(paragraph, Note(tuple(Text(part) if isinstance(part, str) else part for part in parts)))

    def caption(self, paragraph: WordParagraph, label: str, text: str) -> str:
        """A caption in `paragraph`: `label` ("Table"), a number that Word goes on counting, and `text`. Gives the key to `refer` to it."""
        self._captions += 1
        key = f"caption/{self._captions}"
        self._open()
        self._inside(paragraph)
        self._script.caption(paragraph, key, label, "", (Text(text),))
        return key

    def refer(self, paragraph: WordParagraph, key: str) -> None:
        """A cross reference in `paragraph` to the caption `key`: its label and number, which follow it when it moves."""
        self._add(paragraph, Reference(key, ()))

    def bibliography(self, paragraph: WordParagraph) -> None:
        """The bibliography in the place of `paragraph`, which should be empty."""
        self._open()
        self._inside(paragraph)
        self._listed = True
        self._script.bibliography(paragraph)

    def fill(self, document: WordDocument | None = None) -> tuple[Problem, ...]:
        """Cite wherever ``[@key, hlm. 5; @other]`` or ``@key`` is typed in the document; gives the keys that the library lacks.

        `document` is that of the manuscript, and need not be given. Unknown keys stay as they were typed. The bibliography stands where
        `bibliography` puts it, else at a mark ``{{DAFTAR_PUSTAKA}}`` or ``{{BIBLIOGRAPHY}}``, below a heading that says so, or at the end.
        Raises WriteError for another document.

        >>> import docx, litreview
        >>> word = docx.Document()
        >>> paragraph = word.add_paragraph("Towns differ [@lee, p. 4].")
        >>> ports = litreview.loads("@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019}")
        >>> with litreview.Manuscript(word, ports, lang="en") as manuscript:
        ...     problems = manuscript.fill()
        >>> [paragraph.text for paragraph in word.paragraphs]
        ['Towns differ (Lee, 2019, p. 4).', 'References', 'Lee, A. (2019). Ports.']
        """
        self._open()
        if document is not None and document.part is not self._script.word.part:
            raise WriteError("this is another document than that of the manuscript: make a Manuscript for it")
        told = fill(self._script, self.library.keys())
        if not self._listed:
            self._listed = True
            place_bibliography(self._script, self.language)
        return told

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Finish where nothing went wrong and nobody has."""
        if kind is None and not self._finished:
            self.finish()

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
        dead = tuple(problem for problem in live(resolved, self.options) if problem.severity != "info")
        self._script.finish(resolved, self.options)
        self.problems = (*self.style.problems, *problems, *dead)
        return self.problems

    def _add(self, paragraph: WordParagraph, inline: Inline) -> None:
        self._open()
        self._inside(paragraph)
        self._script.add(paragraph, inline)

    def _inside(self, paragraph: WordParagraph) -> None:
        if not isinstance(getattr(paragraph, "text", None), str) or not hasattr(paragraph, "_p"):
            raise WrongType(paragraph, "a paragraph of python-docx", "document.add_paragraph() gives one")
        if not self._script.holds(paragraph):
            raise WriteError("this paragraph stands in a header, a footer or another document: cite in a paragraph of the text")

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
