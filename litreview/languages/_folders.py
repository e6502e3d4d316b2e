"""Where the languages are: folders beside this file, and folders of other packages that say so by an entry point."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from litreview._parts import Later, outside
from litreview.errors import ReadError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

GROUP = "litreview.languages"
"""The group of entry points by which a package brings a language: the name is its tag, the value a module whose folder holds its files."""

_OURS = Path(__file__).parent
_files = Later("importlib.resources", "files")  # as slow as all of ours


@attrs.frozen(eq=False)
class Folder:
    """The folder of one language; `label` is how messages call it."""

    tag: str
    path: Traversable
    label: str

    def file(self, part: str) -> str:
        """How messages call the file of `part`."""
        return f"{self.label}/{part}.toml"

    def read(self, part: str) -> Mapping[str, Any]:
        """The sections of the file of `part` ("interface", "prose", "reading"). Raises ReadError."""
        try:
            return tomllib.loads(self.path.joinpath(f"{part}.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ReadError(f"the language cannot be read: {error}", path=self.file(part)) from error


@cache
def ours() -> Mapping[str, Folder]:
    """The languages that come with litreview, by tag."""
    paths = sorted(path for path in _OURS.iterdir() if (path / "interface.toml").is_file())
    return {path.name: Folder(path.name, path, f"litreview/languages/{path.name}") for path in paths}


@cache
def folders() -> Mapping[str, Folder]:
    """Every language there is, by tag; a package cannot put its own in the place of one of ours. Raises ReadError for a broken package."""
    brought = {entry.name.casefold(): _brought(entry.name.casefold(), entry.value) for entry in outside(GROUP)}
    return dict(sorted({**brought, **ours()}.items()))


def _brought(tag: str, module: str) -> Folder:
    try:
        return Folder(tag, _files(module), module.replace(".", "/"))
    except (ImportError, TypeError) as error:
        raise ReadError(f'the package of the language "{tag}" cannot be found: {error}', path=module) from error
