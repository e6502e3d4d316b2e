"""Finding what can be read: a file, or every readable file of a folder, and what each is."""

from __future__ import annotations

import os
import stat
from functools import cache
from pathlib import Path

import attrs

from litreview.errors import Problem, fault, nearest
from litreview.formats import Format, by_suffix, formats, named
from litreview.languages import language, tags
from litreview.languages.failures import unreadable
from litreview.pages.sources import page_sources
from litreview.zotero.places import database
from litreview.zotero.reading import FORMAT as ZOTERO
from litreview.zotero.reading import selected
from litreview.zotero.selection import selection

PAGE = "page"
"""The name under which an abstract page can be asked for where a format is named."""

MAX_BYTES = 64 * 2**20
MAX_FILES = 20_000
_HEAD = 4096

# Files that describe a folder and are no sources, by an old and general custom; one that is named itself is read all the same.
ABOUT = {"readme", "read-me", "license", "licence", "copying", "notice", "changelog", "contributing", "authors"}


@cache
def _ours() -> frozenset[str]:
    return frozenset(str(language(tag).section("start")["readme-name"]).rpartition(".")[0].casefold() for tag in tags())


def describes_a_folder(stem: str) -> bool:
    """Whether a file of this name, without its suffix, tells of the folder: by custom, or as `litreview init` calls it in some language.

    >>> describes_a_folder("ReadMe"), describes_a_folder("BACA-SAYA"), describes_a_folder("motif")
    (True, True, False)
    """
    return stem.casefold() in ABOUT or stem.casefold() in _ours()


@attrs.frozen
class Source:
    """One file to read: its path as the user would write it, its bytes, and its format (None for an abstract page)."""

    path: str
    data: bytes
    format: Format | None
    listed: bool = False
    """Whether it was found in a folder, not named by the user."""
    place: str | None = None
    """The file that was read where `path` names none: a library of Zotero."""


def sources(given: str | os.PathLike[str], format: str | None = None) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The file `given`, or the readable files below the folder `given` in the order of their paths.

    `format` (a format's name, or "page") overrules what the names of files say; in a folder it keeps the files of that format.
    What begins with ``zotero:`` is a part of a library of Zotero (see `litreview.Zotero`); `format` says nothing of that.
    Hidden files and folders are left out, links to folders are not followed. The problems tell which files were passed over.
    Raises ReadError for what is missing, not permitted, too large or of no known kind, and for a folder without a readable file.
    """
    asked = selection(given)
    if asked is not None:
        data, problems = selected(asked)
        return (Source(str(asked), data, ZOTERO, place=os.fspath(database(asked.data) or "")),), problems
    path = Path(given)
    chosen = None if format in (None, PAGE) else named(str(format))
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        return _folder(path, format, chosen)
    if not stat.S_ISREG(mode):
        raise unreadable(fault("source-not-a-file", file=str(path), severity="error"))
    data = read_bytes(path)
    if format is None:
        readable, detected = _kind(path, data[:_HEAD])
        if not readable:
            suffix = path.suffix or path.name
            problem = fault("unknown-source-suffix", file=str(path), severity="error", suffix=suffix, known=_known())
            raise unreadable(problem)
        chosen = detected
    return (Source(str(path), data, chosen),), ()


def page_suffixes() -> tuple[str, ...]:
    """File names that end so are abstract pages, unless their first bytes look like a bibliographic format."""
    return tuple(suffix for source in page_sources() for suffix in source.suffixes)


def _folder(folder: Path, format: str | None, chosen: Format | None) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    readable: list[Source] = []
    problems: list[Problem] = []
    passed: list[str] = []
    for path in _walk(folder):
        suffixes = page_suffixes() if format == PAGE else chosen.suffixes if chosen else _suffixes()
        about = path.suffix.casefold() in page_suffixes() and describes_a_folder(path.stem)
        if path.suffix.casefold() not in suffixes or about:
            passed.append(str(path.relative_to(folder)))
            continue
        data = read_bytes(path)
        kind = chosen if format is not None else _kind(path, data[:_HEAD])[1]
        if kind is not None and kind.sniff is not None and data.strip() and not kind.sniff(data[:_HEAD]):
            problems.append(fault("no-bibliography", file=str(path), title=kind.title))
        else:
            readable.append(Source(str(path), data, kind, listed=True))
    if passed:
        names = ", ".join(passed[:10]) + (" …" if len(passed) > 10 else "")
        problems.append(fault("files-passed-over", file=str(folder), severity="info", count=len(passed), names=names))
    if not readable:
        raise unreadable(fault("nothing-to-read", file=str(folder), severity="error", known=_known()))
    return tuple(readable), tuple(problems)


def _walk(folder: Path) -> list[Path]:
    """Every file below `folder`, by path; hidden ones and links to folders left out."""
    waiting, files = [folder], list[Path]()
    while waiting:
        current = waiting.pop()
        try:
            entries = list(os.scandir(current))
        except OSError as error:
            raise unreadable(_fault(error, current)) from error
        for entry in entries:
            if entry.name.startswith((".", "~$")):  # "~$" is the lock of an open Word file
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(current / entry.name)
            elif os.path.isfile(entry.path):  # links in a circle are none
                files.append(current / entry.name)
        if len(files) > MAX_FILES:
            raise unreadable(fault("too-many-files", file=str(folder), severity="error", limit=MAX_FILES))
    return sorted(files, key=lambda path: [(part.casefold(), part) for part in path.parts])


def _kind(path: Path, head: bytes) -> tuple[bool, Format | None]:
    """Whether the file is of a known kind, and its format (None for a page)."""
    format = by_suffix(path.name, head)
    if path.suffix.casefold() in page_suffixes() and not (format and format.sniff and format.sniff(head)):
        return True, None
    return format is not None and format.read is not None, format


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        raise unreadable(_fault(error, path)) from error


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The contents of a file. Raises ReadError where it is missing, not permitted or larger than `MAX_BYTES`."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(_fault(error, Path(path))) from error
    if len(data) > MAX_BYTES:
        raise unreadable(fault("source-too-large", file=str(path), severity="error", limit=MAX_BYTES // 2**20))
    return data


def read_text(data: bytes, path: str | os.PathLike[str]) -> str:
    """The text of the file `path` that holds `data`: UTF-8, or UTF-16 with its mark.

    Another encoding is not guessed, since a wrong guess changes names: it raises ReadError with the line.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        byte = f"0x{data[error.start]:02X}"
        raise unreadable(fault("not-utf-8", file=str(path), line=line, severity="error", byte=byte)) from error


def _fault(error: Exception, path: Path) -> Problem:
    where = str(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        close = _like(path)
        if close:
            return fault("source-missing-like", file=where, severity="error", nearest=close)
        return fault("source-missing", file=where, severity="error")
    if isinstance(error, PermissionError):
        return fault("source-not-permitted", file=where, severity="error")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return fault("source-failed", file=where, severity="error", reason=reason)


def _like(path: Path) -> str | None:
    """A file or folder beside the missing one whose name is near."""
    try:
        names = [entry.name for entry in os.scandir(path.parent)][:5000]
    except OSError:
        return None
    close = nearest(path.name, names)
    return str(path.with_name(close)) if close else None


def _suffixes() -> tuple[str, ...]:
    return (*(s for f in formats() if f.read is not None for s in f.suffixes), *page_suffixes())


def _known() -> str:
    return ", ".join(dict.fromkeys(_suffixes()))
