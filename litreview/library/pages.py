"""Abstract pages as studies: read, and their aspects found."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from litreview.analysis import Lexicon, annotate
from litreview.errors import MissingExtra, Problem, ReadError, UnknownName, fault
from litreview.languages.failures import sentence, unreadable
from litreview.library.collecting import seldom_collected
from litreview.library.products import is_chapter
from litreview.library.reference_list import ReferenceList, reference_list
from litreview.library.sources import page_suffixes, read_bytes
from litreview.pages import Page, parse_page, parse_pages
from litreview.pages.sources import source_for, text_of
from litreview.record import Concept, Study

TEXT = ".txt"
"""How a page is read whose name says nothing of its kind."""
MOST_PAGES = 5
"""A PDF of more printed pages that nobody named is an article or a book, not an abstract page."""


def read_abstract(text: str, name: str = "", concepts: tuple[Concept, ...] = ()) -> tuple[Study, tuple[Problem, ...]]:
    """One abstract page, plain or Markdown, as a study: title, authors, abstracts, keywords, and what the abstracts state of aim, method,
    data, theory, findings … each value with the words it rests on, their place in `text` (code points), and how sure it is.

    What is not found is absent, which says nothing of the page: nothing is in ``looked_for``. The problems name what to check. `name` is
    for messages and for a key of last resort; `concepts` are your own, as in `Library.concepts`. Never raises on what `text` holds, uses
    no network and no model. Several pages in one text: see `litreview.load`.

    >>> page = "Kota Kembar dan Desa\\n\\nSri Wulandari\\n\\nAbstrak\\n\\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama."
    >>> study, problems = read_abstract(page)
    >>> study.author[0].family, study.aspects.aim.text["id"]
    ('Wulandari', 'menjelaskan alasan dua kota bekerja sama')
    >>> place = study.aspects.aim.evidence[0].page
    >>> page[place.start : place.end]
    'menjelaskan alasan dua kota bekerja sama'
    """
    with seldom_collected():
        return annotated(parse_page(text, name), concepts)


def annotated(page: Page, concepts: tuple[Concept, ...] = ()) -> tuple[Study, tuple[Problem, ...]]:
    """The study of a page with its aspects, and all problems; `concepts` are known beside ours."""
    study, told = annotate(page.study, Lexicon(concepts))
    return page.lift(study), (*page.problems, *(problem.at(page.study.origin.file if page.study.origin else None) for problem in told))


def page_text(path: str | os.PathLike[str]) -> str:
    """The text of an abstract page (``.txt``, ``.md``, ``.docx``, ``.pdf``) as litreview reads it.

    It is what the places in a record count in, `Study.origin` and the ``page`` of its evidence: of a Word file its paragraphs and table
    rows, a line each; of a PDF its text layer. Raises ReadError for what cannot be read, MissingExtra.
    """
    return text_from(read_bytes(path), path)


def text_from(data: bytes, path: str | os.PathLike[str]) -> str:
    """The text of the page file `path` that holds `data`; a file of another kind is taken for plain text. Raises as `page_text` does."""
    suffix = Path(path).suffix
    try:
        return text_of(data, suffix if suffix.casefold() in page_suffixes() else TEXT)
    except ReadError as error:
        problem = error.problem and attrs.evolve(error.problem, origin=attrs.evolve(error.problem.origin, file=str(path)))
        placed = ReadError(sentence(problem) if problem else str(error), path=str(path), line=error.line)
        placed.problem = problem
        raise placed from error


def studies_in(
    data: bytes, path: str, listed: bool = False, concepts: tuple[Concept, ...] = ()
) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a file that holds one or several abstract pages.

    Of a file that was only found in a folder (`listed`), what is no abstract page is passed over with a problem; one that was named is
    read as a page whatever it is, and what cannot be read raises ReadError or MissingExtra.
    """
    if not listed:
        return studies_of(text_from(data, path), path, concepts)
    told: tuple[Problem, ...] = ()
    if _undecodable(data, path):
        data, told = data.decode("cp1252", "replace").encode(), (fault("read-as-windows-1252", file=path),)
    try:
        found = _listed_pages(data, path)
    except MissingExtra as error:
        return (), (fault("page-needs-extra", severity="error", file=path, package=error.package, extra=error.extra),)
    except ReadError as error:
        if error.problem is None:
            raise
        quiet = error.problem.code == "page-own-draft"
        return (), (attrs.evolve(error.problem, severity="info" if quiet else "error"),)
    if not any(page.study.abstract for page in found):
        if not _mixed(path) and (references := reference_list(text_from(data, path))):
            return (), (attrs.evolve(_told(references, path), severity="warning"),)
        return (), (fault("page-passed-over", file=path, severity="info" if _mixed(path) else "warning"),)
    studies, problems = _studies(found, concepts)
    return studies, (*told, *problems)


def studies_of(text: str, path: str, concepts: tuple[Concept, ...] = ()) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a text of abstract pages. Raises ReadError for a list of references, which is none."""
    pages = parse_pages(text, path)
    if not any(page.study.abstract for page in pages) and (references := reference_list(text)):
        raise unreadable(_told(references, path))
    return _studies(pages, concepts)


def _told(references: ReferenceList, path: str) -> Problem:
    code = "reference-list-dois" if references.dois else "reference-list"
    named = " ".join(references.dois[:3]) + (" …" if len(references.dois) > 3 else "")
    return fault(code, file=path, severity="error", count=references.count, known=len(references.dois), dois=named)


def _undecodable(data: bytes, path: str) -> bool:
    """Whether a file of plain text is in an old encoding: in Windows programs that is Windows-1252, whatever it calls itself."""
    try:
        source_for(Path(path).suffix).text(data)
    except ReadError as error:
        return error.problem is not None and error.problem.code == "not-utf-8"
    except (UnknownName, MissingExtra):
        return False
    return False


def _listed_pages(data: bytes, path: str) -> tuple[Page, ...]:
    if not _mixed(path):
        return parse_pages(_of_others(text_from(data, path), path), path)
    source = source_for(Path(path).suffix)
    if source.pages is not None and source.pages(data) > MOST_PAGES:
        return ()
    return tuple(page for page in parse_pages(_of_others(text_from(data, path), path), path) if page.marked)


def _of_others(text: str, path: str) -> str:
    """The text of a file, unless it is a chapter or a bibliography of ours: then it raises ReadError."""
    if is_chapter(text):
        raise unreadable(fault("page-own-draft", file=path, severity="info"))
    return text


def _mixed(path: str) -> bool:
    try:
        return source_for(Path(path).suffix).mixed
    except UnknownName:
        return False


def _studies(pages: tuple[Page, ...], concepts: tuple[Concept, ...]) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    read = [annotated(page, concepts) for page in pages]
    return tuple(study for study, _ in read), tuple(problem for _, told in read for problem in told)
