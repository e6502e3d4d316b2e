"""Names of the places where works are cited and listed, the same in every mode."""

from __future__ import annotations

from litreview.document.nodes import Cite
from litreview.writers._anchors import citation, works
from litreview.writers.docx.build import Build


def entry_name(build: Build, key: str) -> str | None:
    """The bookmark of the entry of `key`, or None where the document lists no such work."""
    name = build.anchors.entry(key)
    return f"_{name}" if name else None


def place_name(key: str, number: int) -> str:
    """The bookmark of the `number`-th place where `key` is cited."""
    return f"_{citation(key, number)}"


def placed(build: Build, cite: Cite, content: str) -> str:
    """A whole citation, so that it can be found again from the entry of each work in it."""
    for key in works(cite):
        content = build.bookmarks.around(place_name(key, build.place(key)), content)
    return content
