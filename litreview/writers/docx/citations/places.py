"""Names of the places where works are cited and listed, the same in every mode."""

from __future__ import annotations

from collections.abc import Iterable

from litreview.writers.docx.package.build import Build


def entry_name(build: Build, key: str) -> str | None:
    """The bookmark of the entry of `key`, or None where the document lists no such work."""
    name = build.anchors.entry(key)
    return f"_{name}" if name else None


def place_name(name: str) -> str:
    """The bookmark of a place where a work is cited; the underscore hides it from the list of bookmarks."""
    return f"_{name}"


def placed(build: Build, keys: Iterable[str], content: str) -> str:
    """A citation, or a part of one, so that it can be found again from the entry of each of `keys`."""
    for key in keys:
        if name := build.places.name(key):
            content = build.bookmarks.around(place_name(name), content)
    return content
