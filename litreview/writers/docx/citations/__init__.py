"""The ways in which citations live on in a Word file; one module is one way, and `MODE` registers it."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import LAST, advice, parts, placed
from litreview.document.nodes import Document
from litreview.errors import UnknownName
from litreview.writers.docx.package.build import NOTHING, Host, Mode
from litreview.writers.options import Options

GROUP = "litreview.citations"
"""The group of entry points by which other packages bring a way of citing."""


@attrs.frozen
class CitationMode:
    """One way: its name, what makes it for a document (with the file that takes the text), and its place among the others."""

    name: str
    make: Callable[[Document, Options, Host], Mode]
    place: int = LAST


def modes() -> tuple[CitationMode, ...]:
    """Every way there is, the usual one first."""
    return placed(parts("litreview.writers.docx.citations", "MODE", CitationMode, GROUP), lambda mode: mode.place)


def mode_names() -> tuple[str, ...]:
    """The names of the ways there are."""
    return tuple(mode.name for mode in modes())


def mode(document: Document, options: Options, host: Host = NOTHING) -> Mode:
    """The way that `options` ask for. Raises UnknownName."""
    by_name = {mode.name: mode for mode in modes()}
    if options.citations not in by_name:
        raise UnknownName("kind of citations", options.citations, by_name, advice(GROUP, "MODE", CitationMode))
    return by_name[options.citations].make(document, options, host)
