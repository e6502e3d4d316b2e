"""One section of a language's file: a mapping that knows its file, so that a word that is missing is told by name and place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from litreview.errors import MissingWord


class Section(Mapping[str, Any]):
    """The lines of a section by their keys; a table within it is a section too.

    >>> lines = Section("labels", "litreview/languages/ms/prose.toml", {"notes": "Nota"})
    >>> lines["notes"], lines.get("contents")
    ('Nota', None)
    >>> lines["contents"]
    Traceback (most recent call last):
    ...
    litreview.errors.MissingWord: litreview/languages/ms/prose.toml lacks "contents" in [labels]: add it there
    """

    __slots__ = ("_lines", "file", "name")

    def __init__(self, name: str, file: str, lines: Mapping[str, Any]) -> None:
        self.name, self.file = name, file
        self._lines = {key: Section(f"{name}.{key}", file, value) if isinstance(value, Mapping) else value for key, value in lines.items()}

    def __getitem__(self, key: str) -> Any:
        try:
            return self._lines[key]
        except KeyError:
            raise MissingWord(self.name, key, self.file) from None

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __repr__(self) -> str:
        return f"<[{self.name}] of {self.file}>"
