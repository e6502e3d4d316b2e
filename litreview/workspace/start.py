"""A folder to begin in: a place for studies, the settings, a page that says what to do, and where it is asked for an example."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from litreview._resources import folder as resource
from litreview.errors import UnknownName, fault
from litreview.languages import language
from litreview.languages.failures import unwritable
from litreview.library.save import NOTHING, save_all
from litreview.settings.search import NAME
from litreview.workspace import STUDIES

EXAMPLES: Mapping[str, str] = {"sister-city": "references"}
"""The examples by name, each with the folder that comes with litreview."""
_NATIVE = ".yaml"


@attrs.frozen
class Started:
    """A working folder: what was written, and what was there before and stays as it was."""

    folder: Path
    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def start(folder: str | os.PathLike[str], lang: str, example: str | None = None, outline: bytes | None = None) -> Started:
    """Make a working folder, or what is missing in one, in the language `lang`; nothing that is there is written over.

    `outline` is what the outline file is to hold. Raises UnknownName for an example there is none of, WriteError.
    """
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise unwritable(fault("folder-is-file", file=str(place), severity="error"))
    words = language(lang).section("start")
    files = {place / STUDIES / path.name: path.read_bytes() for path in example_files(example)}
    named = str(words["outline-name"])
    settings = str(words["settings"]).format(studies=STUDIES, language=lang, outline=named, example="" if outline else "# ")
    files[place / NAME] = settings.encode()
    files[place / str(words["readme-name"])] = str(words["readme"]).format(studies=STUDIES, outline=named, settings=NAME).encode()
    if outline is not None:
        files[place / named] = outline
    try:
        (place / STUDIES).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(fault("output-failed", file=str(place), severity="error", reason=error.strerror or error)) from error
    there = tuple(path for path in files if path.exists())
    new = {path: data for path, data in files.items() if path not in there}
    if new:
        save_all(new, NOTHING)
    return Started(place, tuple(new), there)


def example_files(example: str | None) -> tuple[Path, ...]:
    """The records of an example, as files that come with litreview. Raises UnknownName for an example there is none of."""
    if example is not None and example not in EXAMPLES:
        raise UnknownName("example", example, EXAMPLES)
    return tuple(sorted(resource(EXAMPLES[example]).glob(f"*{_NATIVE}"))) if example is not None else ()
