"""What lies in a folder, by names and first bytes alone: studies, outlines, drafts, pages. Nothing is read as a whole."""

from __future__ import annotations

import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

import attrs

from litreview.formats import Format, by_suffix
from litreview.library.sources import describes_a_folder
from litreview.settings.search import settings_file

MOST = 4000
"""So many entries are looked at: enough for the work of years, and soon done in somebody's home."""
DEEPEST = 2
"""So many folders below the one that is asked for."""
_HEAD = 4096
_OWN = b"urn:litreview:draft:"
_CHAPTER = re.compile(rb'<ledger xmlns="urn:litreview:ledger:|<block key="introduction[/"]')
"""What a Word file of ours holds if it is a chapter: what its sentences rest on, or in one of a former version its beginning."""
_KEPT = re.compile(r"\.bak\d+$")
"""How the name of a copy ends that was kept of a draft."""
_WORD = ".docx"
_PAGES = (".pdf", ".txt")
"""Of the suffixes of abstract pages those that are seldom anything else where studies are kept."""
_RECORD = re.compile(r"^(?:- +)?\{?[\"']?key[\"']?\s*:", re.MULTILINE)
_OUTLINE = re.compile(r"^(?:themes|own-study|chapter|leave-out|sections)\s*:", re.MULTILINE)


@attrs.frozen
class Place:
    """A folder with studies, as seen from where it was looked for, and how many files of records or pages lie right in it."""

    path: str
    records: int
    pages: int = 0


@attrs.frozen
class Survey:
    """What lies in a folder: `places` with studies, most first; `outlines`, files; `drafts`, chapters in Word, the last written first.

    `settings` is the file that counts there. Copies that were kept of a draft are none, nor are bibliographies, diagrams and papers.
    """

    places: tuple[Place, ...] = ()
    outlines: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    settings: str | None = None


def survey(folder: str | os.PathLike[str] = os.curdir) -> Survey:
    """Look through `folder` and the folders below it; what cannot be opened is passed over.

    >>> from litreview._resources import folder
    >>> place = survey(folder("references")).places[0]
    >>> place.path == str(folder("references")), place.records
    (True, 6)
    """
    records: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    outlines, drafts = list[str](), list[str]()
    for path in _files(Path(folder)):
        kind = _kind(path)
        place = str(path.parent)
        if kind == "record":
            records[place] += 1
        elif kind == "page":
            pages[place] += 1
        elif kind == "outline":
            outlines.append(str(path))
        elif kind == "draft":
            drafts.append(str(path))
    folders = [Place(place, records[place], pages[place]) for place in dict.fromkeys((*records, *pages))]
    folders.sort(key=lambda place: (-place.records, -place.pages, place.path))
    drafts.sort(key=lambda path: (-_written(path), path))
    return Survey(tuple(folders), tuple(outlines), tuple(drafts), settings_file(folder))


def _files(folder: Path) -> Iterator[Path]:
    """The files in `folder` and near below it, hidden ones left out, folder by folder."""
    waiting, looked = [(folder, 0)], 0
    while waiting:
        current, depth = waiting.pop(0)
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name.casefold())
        except OSError:
            continue
        for entry in entries:
            looked += 1
            if looked > MOST:
                return
            if entry.name.startswith((".", "~$")):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting += [(current / entry.name, depth + 1)] if depth < DEEPEST else []
            elif entry.is_file():
                yield current / entry.name


def _kind(path: Path) -> str | None:
    """What a file is, as far as its name and its beginning tell."""
    suffix = PurePath(path).suffix.casefold()
    if suffix == _WORD:
        own = _own_parts(path)
        if not own:
            return "page"
        return "draft" if any(map(_CHAPTER.search, own)) and not _KEPT.search(path.stem) else None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    format = by_suffix(path.name, head)
    if format is not None and format.read is not None and _fits(format, head):
        return "record"
    if suffix in (".yaml", ".yml") and _OUTLINE.search(head.decode("utf-8", "replace")):
        return "outline"
    return "page" if suffix in _PAGES and not describes_a_folder(path.stem) else None


def _fits(format: Format, head: bytes) -> bool:
    if format.name == "yaml":
        return bool(_RECORD.search(head.decode("utf-8", "replace")))
    return bool(head.strip()) and (format.sniff is None or format.sniff(head))


def _own_parts(path: Path) -> tuple[bytes, ...]:
    """The parts in which a Word file that litreview wrote keeps what it was made of; none in any other file."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name) for name in package.namelist() if name.startswith("customXml/item")]
    except (OSError, ValueError, zipfile.BadZipFile, RuntimeError):
        return ()
    return tuple(parts) if any(_OWN in part[:500] for part in parts) else ()


def _written(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
