"""What is given to be added, as studies: files, abstract pages, pasted text, identifiers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.library.concept_tables import read_concepts
from litreview.library.load import load
from litreview.library.pages import annotated, page_text
from litreview.library.sources import PAGE
from litreview.library.text import NAME, records, told_by_its_head
from litreview.online import Client, identify, lookup
from litreview.pages import parse_pages
from litreview.record import Concept, Library, Study
from litreview.zotero.selection import selection


@attrs.frozen
class Arrival:
    """One study to be added, and from where; `fingerprint` knows the same page again, however its file is named or kept."""

    study: Study
    source: str
    fingerprint: str = ""


def arrivals(
    sources: Sequence[Library | str | os.PathLike[str]],
    text: str | None,
    client: Client,
    concepts: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> tuple[tuple[Arrival, ...], tuple[Problem, ...], tuple[str, ...]]:
    """The studies in `sources` (libraries, paths, identifiers) and in the pasted `text`, what was wrong, and identifiers that gave nothing.

    What exists as a file is one; else what is an identifier is looked up. Raises ReadError for anything else, and for a file that cannot
    be read; MissingExtra.
    """
    own, faults = read_concepts(concepts)
    arriving: list[Arrival] = []
    problems = list(faults)
    failed: list[str] = []
    for source in sources:
        if isinstance(source, Library):
            arriving += _arriving(source)
            problems += source.problems
            continue
        identifier = None if selection(source) or isinstance(source, os.PathLike) or os.path.lexists(source) else identify(str(source))
        new, new_problems = _looked_up(str(source), client) if identifier else _file(source, own)
        failed += [str(source)] if identifier and not new else []
        arriving += new
        problems += new_problems
    if text is not None:
        new, new_problems, missed = _pasted(text, client, own)
        arriving += new
        problems += new_problems
        failed += missed
    return tuple(arriving), tuple(problems), tuple(failed)


def _file(path: str | os.PathLike[str], concepts: tuple[Concept, ...]) -> tuple[list[Arrival], Sequence[Problem]]:
    library = load(path, concepts=concepts)
    return _arriving(library, str(path)), library.problems


def _arriving(library: Library, path: str = "") -> list[Arrival]:
    texts: dict[str, str] = {}
    arriving = []
    for study in library:
        origin = study.origin
        mark = ""
        if origin and origin.format == PAGE and origin.file and os.path.isfile(origin.file):  # a text at hand has no file
            if origin.file not in texts:
                texts[origin.file] = page_text(origin.file)
            mark = fingerprint(texts[origin.file][origin.start : origin.end])
        arriving.append(Arrival(study, str(origin.file if origin and origin.file else path), mark))
    return arriving


def _looked_up(words: str, client: Client) -> tuple[list[Arrival], Sequence[Problem]]:
    identifier = identify(words)
    if identifier is None:
        return [], ()
    study, problems = lookup(identifier, client=client)
    return [Arrival(study, str(identifier))] if study is not None else [], problems


def _pasted(text: str, client: Client, concepts: tuple[Concept, ...]) -> tuple[list[Arrival], Sequence[Problem], list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return [], (fault("nothing-pasted", severity="error"),), []
    if all(identify(line) for line in lines):
        answers = [(line.strip(), *_looked_up(line, client)) for line in lines]
        failed = [line for line, new, _ in answers if not new]
        return [a for _, new, _ in answers for a in new], [p for *_, problems in answers for p in problems], failed
    bibliographic = records(told_by_its_head(text), text.encode())
    if bibliographic is not None:
        studies, problems = bibliographic
        return [Arrival(study, NAME) for study in studies], problems, []
    pages = parse_pages(text, NAME)
    page_studies = [(page, *annotated(page, concepts)) for page in pages]
    marked = [Arrival(study, NAME, fingerprint(_text_of(page.study, text))) for page, study, _ in page_studies]
    return marked, [p for _, _, problems in page_studies for p in problems], []


def _text_of(study: Study, text: str) -> str:
    origin = study.origin
    return text[origin.start : origin.end] if origin else text


def fingerprint(text: str) -> str:
    """A short mark of a page's letters and digits, so that a page is known again as text, Word or PDF."""
    bare = "".join(character for character in text.casefold() if character.isalnum())
    return hashlib.sha256(bare.encode()).hexdigest()[:16]
