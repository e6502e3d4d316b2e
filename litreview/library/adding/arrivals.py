"""What is given to be added, as studies: files, abstract pages, pasted text, identifiers."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

import attrs

from litreview.errors import Problem, fault
from litreview.highlights.exports import Excerpts, excerpts_in, exports
from litreview.languages.detect import detect_short
from litreview.languages.marks import any_mark
from litreview.library.concept_tables import read_concepts
from litreview.library.load import load
from litreview.library.pages import annotated, page_text
from litreview.library.sources import PAGE, read_bytes
from litreview.library.text import NAME, records, told_by_its_head
from litreview.online import Client, identify, lookup
from litreview.pages import parse_pages
from litreview.record import Concept, LangText, Library, Names, Study
from litreview.record.name_parser import parse_name
from litreview.record.study import ADDRESS, ITEMS
from litreview.zotero.selection import selection


@attrs.frozen
class Arrival:
    """One study to be added, and from where; `fingerprint` knows the same page again, however its file is named or kept."""

    study: Study
    source: str
    fingerprint: str = ""
    marks_only: bool = False
    """Whether it says no more than what is marked in a work, which must be there."""


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
            arriving += arriving_of(source)
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
    marked = _excerpts(path)
    if marked is not None:
        return [Arrival(_of_excerpts(one), str(path), marks_only=True) for one in marked], ()
    library = load(path, concepts=concepts)
    return arriving_of(library, str(path)), library.problems


def _excerpts(path: str | os.PathLike[str]) -> tuple[Excerpts, ...] | None:
    """What is marked in an export of highlights; None for any other file, and for a folder."""
    suffix = PurePath(path).suffix.casefold()
    if selection(path) or not os.path.isfile(path) or not any(suffix in export.suffixes for export in exports()):
        return None
    return excerpts_in(read_bytes(path).decode("utf-8-sig", "replace"), suffix)


def _of_excerpts(found: Excerpts) -> Study:
    between = rf"(?:(?<!\s)\s+)?;\s*|(?<!\s)\s+(?:{any_mark('and')}|&)\s+"
    names = tuple(parse_name(name) for name in re.split(between, found.author) if name.strip())
    return Study(
        found.key,
        title=LangText({detect_short(found.title): found.title} if found.title else {}),
        names=Names({"author": names} if names else {}),
        extra=((ADDRESS, f"{ITEMS}{found.item}"),) if found.item else (),
        highlights=found.highlights,
    )


def arriving_of(library: Library, path: str = "") -> list[Arrival]:
    """The studies of `library`, each with its file (`path` where it names none) and, of a page, the fingerprint."""
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
