"""A paper in which works are cited by key, with its citations and its bibliography set."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from litreview.api.given import Studies, library_of
from litreview.api.output import Choices, checked, completed, live, options, unused, write
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.cite.wording import Wording
from litreview.document.nodes import Document, Heading, References
from litreview.document.walk import block_inlines, plain
from litreview.errors import Problem, fault
from litreview.languages import CHAPTER, language
from litreview.languages.failures import unwritable
from litreview.library.save import Protected, Saved, protected, save
from litreview.library.sources import read_bytes
from litreview.papers import OWN_HEADING, Asked, Paper, Read, by_suffix
from litreview.record import Library
from litreview.settings.configuration import Configuration
from litreview.writers import Options, Template, named

USUAL_STYLE = "apa"


@attrs.frozen
class CitedPaper:
    """A paper with its citations and its bibliography set, and what was wrong with the paper, the works or the style."""

    document: Document
    problems: tuple[Problem, ...]
    style: str
    """The id of the citation style."""
    library: Library = attrs.field(repr=False)
    keep: Protected = attrs.field(eq=False, repr=False)
    """The files that it was made from, which `save` never writes over."""
    _kind: Paper = attrs.field(eq=False, repr=False)
    _read: Read = attrs.field(eq=False, repr=False)

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries of the bibliography as plain text, in order."""
        lists = [block for block in self.document.blocks if isinstance(block, References)]
        return tuple(plain(inlines) for block in lists for inlines in block_inlines(block))

    @property
    def markdown(self) -> str:
        """The whole as Markdown; of a paper in Markdown its own text, in which nothing changes but citations and bibliography."""
        return self._written("paper.md", Choices()).decode("utf-8-sig")

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return named("text").write(self.document).decode()

    @property
    def html(self) -> str:
        """The whole as an HTML page."""
        return named("html").write(self.document).decode()

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        citations: str | None = None,
        template: str | os.PathLike[str] | Template | None = None,
        insert_at: str | None = None,
        layout: str | os.PathLike[str] | None = None,
        contents: bool | None = None,
        backlinks: str | None = None,
        level_offset: int | None = None,
        template_map: str | os.PathLike[str] | None = None,
        configuration: Configuration | None = None,
        overwrite: bool = False,
    ) -> Saved:
        """Write it to `path`, whole or not at all: in a file of the paper's own kind nothing changes but citations and bibliography.

        In another output (``.docx``, ``.html``, ``.tex``, ``.txt`` …) it is set anew. The choices are those of `Choices`; what is not
        chosen is as `configuration` says, where the output has a use for it. What stands there is kept or refused as in `Review.save`.
        Raises UnknownName for an unknown suffix or choice, ReadError for a template or layout that cannot be used, WriteError for a choice
        that this output has no use for, for an output that a paper of this kind is not written in, or where the file cannot be written,
        or is the paper or a source.
        """
        asked = Choices(citations, template, insert_at, layout, contents, backlinks, level_offset, template_map)
        choices = allowed(self._kind, path, asked, configuration)
        told = live(self.document, self._options(path, choices))
        if _is_own(self._kind, path, choices):
            saved = save(path, self._written(path, choices), self.keep, overwrite)
        else:
            saved = write(path, self.document, self._options(path, choices), self.keep, self.library, overwrite)
        return attrs.evolve(saved, problems=(*told, *saved.problems))

    def _written(self, path: str | os.PathLike[str], choices: Choices) -> bytes:
        if _is_own(self._kind, path, choices):
            return self._read.written(self.document, self._options(path, choices))
        return named("markdown").write(self.document)

    def _options(self, path: str | os.PathLike[str], choices: Choices) -> Options:
        return options(path, choices, self.document.language, self.style)

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        """The whole as a page, where a notebook shows it."""
        return self.html


def cite_text(
    text: str,
    library: Studies,
    style: str | os.PathLike[str] | None = None,
    lang: str | None = None,
    *,
    wording: Wording | None = None,
    configuration: Configuration | None = None,
) -> CitedPaper:
    """Set the citations of a Markdown text, ``[@key, hlm. 12]``, ``@key`` and ``[-@key]``, and its bibliography.

    The rest is as in `cite_paper`.

    >>> import litreview
    >>> ports = litreview.loads("@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019}")
    >>> paper = cite_text("As @lee [p. 5] shows, *ports* grow [see @lee, chap. 2].", ports, lang="en")
    >>> print(paper.markdown)
    As Lee (2019, p. 5) shows, *ports* grow (see Lee, 2019, Chapter 2).
    <BLANKLINE>
    # References
    <BLANKLINE>
    Lee, A. (2019). *Ports*.
    <BLANKLINE>
    """
    return _cited(by_suffix("text.md"), text.encode(), None, library, style, lang, wording, configuration)


def cite_paper(
    path: str | os.PathLike[str],
    library: Studies,
    style: str | os.PathLike[str] | None = None,
    lang: str | None = None,
    *,
    wording: Wording | None = None,
    configuration: Configuration | None = None,
) -> CitedPaper:
    """Set the citations of the paper `path`, in which works of `library` (a library, or the paths of one) are cited by key.

    `style` is the name of a CSL style or the path of a ``.csl`` file, `lang` the language of its words; what is not given is as the
    paper says of itself (``csl``, ``lang``), else as `configuration` does, else "apa" and "id". The bibliography stands where the paper has
    a place for it (``::: {#refs}``, or below a heading such as "Daftar Pustaka"), else at its end. A key that the library lacks stays as
    it was typed, and is a problem with its line. Raises as `litreview.load`, ReadError for a paper that cannot be read, UnknownName (kind
    of paper, style, language), StyleError.
    """
    return _cited(by_suffix(os.fspath(path)), read_bytes(path), os.fspath(path), library, style, lang, wording, configuration)


def allowed(kind: Paper, path: str | os.PathLike[str], choices: Choices, configuration: Configuration | None) -> Choices:
    """The choices, completed, with which a paper of this kind is written to `path`. Raises as `CitedPaper.save` does before it writes."""
    whole = completed(path, choices, configuration)
    checked(path, whole)
    if _is_own(kind, path, whole):
        unused(path, attrs.evolve(choices, citations=None))
        return Choices(citations=whole.citations)
    if not kind.elsewhere:
        raise unwritable(fault("paper-own-kind", severity="error", file=os.fspath(path), suffix=kind.suffixes[0]))
    return whole


def _is_own(kind: Paper, path: str | os.PathLike[str], choices: Choices) -> bool:
    return Path(path).suffix.casefold() in kind.suffixes and (choices.citations or "plain") in kind.citations


def _cited(
    kind: Paper,
    data: bytes,
    file: str | None,
    library: Studies,
    style: str | os.PathLike[str] | None,
    lang: str | None,
    wording: Wording | None,
    configuration: Configuration | None,
) -> CitedPaper:
    said = configuration or Configuration()
    studies = library_of(library, leave_out=[*([Path(file)] if file else []), *map(Path, said.beside)], concepts=[])
    asked = Asked(file, studies.keys(), language(lang).tag if lang else None, said.language or CHAPTER)
    read = kind.read(data, asked)
    spoken = language(read.document.language)
    words = wording or said.wording
    style_ = compiled(style or _own_style(read.style, file) or said.style or USUAL_STYLE, spoken.csl_locale, overlays=words.terms == "own")
    resolved, problems = resolve(
        read.document, studies, style_, item_locale=words.item_locale(spoken.item_locale), translated_titles=words.translated_titles,
        uncited=read.uncited,
    )  # fmt: skip
    keep = protected(studies, *said.beside, *([file] if file else []))
    told = tuple(dict.fromkeys((*read.problems, *style_.problems, *problems)))
    return CitedPaper(_listed(resolved), told, style_.id, studies, keep, kind, read)


def _own_style(named_style: str | None, file: str | None) -> str | Path | None:
    """The style that a paper names: a file beside it, else the style of that name or address, since nothing is fetched."""
    if named_style is None:
        return None
    beside = Path(file or "").parent / named_style
    return beside if named_style.endswith(".csl") and beside.is_file() else named_style.rstrip("/").split("/")[-1].removesuffix(".csl")


def _listed(document: Document) -> Document:
    """The document without a bibliography that has no entry, nor the heading that was added for it."""
    if any(isinstance(block, References) and block.entries for block in document.blocks):
        return document
    kept = (block for block in document.blocks if not isinstance(block, References))
    return attrs.evolve(document, blocks=tuple(block for block in kept if not (isinstance(block, Heading) and block.key == OWN_HEADING)))
