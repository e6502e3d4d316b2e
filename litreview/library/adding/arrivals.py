"""What is given to be added, as studies: files, abstract pages, pasted text, identifiers."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence

import attrs

from litreview.errors import Problem, ReadError, fault
from litreview.formats import Format, formats, named
from litreview.library.load import load
from litreview.library.pages import annotated, page_text
from litreview.library.sources import PAGE
from litreview.online import Client, identify, lookup
from litreview.pages import parse_pages
from litreview.record import Study

PASTED = "-"
"""What pasted text is called in messages."""

_HEAD = 4096
_BIBTEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\s*\w+\s*[{(]")
_YAML = re.compile(r"\s*(?:#[^\n]*\n\s*)*-?\s*key\s*:")
_JSON = re.compile(r"\s*[\[{]")


@attrs.frozen
class Arrival:
    """One study to be added, and from where; `fingerprint` knows the same page again, however its file is named or kept."""

    study: Study
    source: str
    fingerprint: str = ""


def arrivals(
    sources: Sequence[str | os.PathLike[str]], text: str | None, client: Client
) -> tuple[tuple[Arrival, ...], tuple[Problem, ...], tuple[str, ...]]:
    """The studies in `sources` (paths or identifiers) and in the pasted `text`, what was wrong, and the identifiers that gave nothing.

    What exists as a file is one; else what is an identifier is looked up. Raises ReadError for anything else, and for a file that cannot
    be read; MissingExtra.
    """
    arriving: list[Arrival] = []
    problems: list[Problem] = []
    failed: list[str] = []
    for source in sources:
        identifier = None if isinstance(source, os.PathLike) or os.path.lexists(source) else identify(str(source))
        new, new_problems = _looked_up(str(source), client) if identifier else _file(source)
        failed += [str(source)] if identifier and not new else []
        arriving += new
        problems += new_problems
    if text is not None:
        new, new_problems, missed = _pasted(text, client)
        arriving += new
        problems += new_problems
        failed += missed
    return tuple(arriving), tuple(problems), tuple(failed)


def _file(path: str | os.PathLike[str]) -> tuple[list[Arrival], Sequence[Problem]]:
    library = load(path)
    texts: dict[str, str] = {}
    arriving = []
    for study in library:
        origin = study.origin
        mark = ""
        if origin and origin.format == PAGE and origin.file:
            if origin.file not in texts:
                texts[origin.file] = page_text(origin.file)
            mark = fingerprint(texts[origin.file][origin.start : origin.end])
        arriving.append(Arrival(study, str(origin.file if origin and origin.file else path), mark))
    return arriving, library.problems


def _looked_up(words: str, client: Client) -> tuple[list[Arrival], Sequence[Problem]]:
    identifier = identify(words)
    if identifier is None:
        return [], ()
    study, problems = lookup(identifier, client=client)
    return [Arrival(study, str(identifier))] if study is not None else [], problems


def _pasted(text: str, client: Client) -> tuple[list[Arrival], Sequence[Problem], list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return [], (fault("nothing-pasted", severity="error"),), []
    if all(identify(line) for line in lines):
        answers = [(line.strip(), *_looked_up(line, client)) for line in lines]
        failed = [line for line, new, _ in answers if not new]
        return [a for _, new, _ in answers for a in new], [p for *_, problems in answers for p in problems], failed
    format = pasted_format(text)
    if format is not None and format.read is not None:
        try:
            studies, problems = format.read(text.encode(), PASTED)
        except ReadError:
            if format.sniff is not None or format.name == "bibtex":
                raise
        else:
            if studies:
                return [Arrival(study, PASTED) for study in studies], problems, []
    pages = parse_pages(text, PASTED)
    page_studies = [(page, *annotated(page)) for page in pages]
    marked = [Arrival(study, PASTED, fingerprint(_text_of(page.study, text))) for page, study, _ in page_studies]
    return marked, [p for _, _, problems in page_studies for p in problems], []


def _text_of(study: Study, text: str) -> str:
    origin = study.origin
    return text[origin.start : origin.end] if origin else text


def pasted_format(text: str) -> Format | None:
    """The bibliographic format that a pasted text is in, by how it begins; None for an abstract page.

    >>> [f.name if (f := pasted_format(t)) else None for t in ("@book{a, title = {Kota}}", "TY  - BOOK\\nER  -", "ABSTRAK\\n\\nStudi ini")]
    ['bibtex', 'ris', None]
    """
    if _BIBTEX.match(text):
        return named("bibtex")
    head = text.lstrip("\ufeff \t\r\n").encode()[:_HEAD]
    for format in formats():
        if format.read is not None and format.sniff is not None and format.sniff(head):
            return format
    if _YAML.match(text):
        return named("yaml")
    return named("csl-json") if _JSON.match(text) else None


def fingerprint(text: str) -> str:
    """A short mark of a page's letters and digits, so that a page is known again as text, Word or PDF."""
    bare = "".join(character for character in text.casefold() if character.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()[:16]
