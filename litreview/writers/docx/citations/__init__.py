"""The ways in which citations live on in a Word file; one module is one way."""

from __future__ import annotations

from litreview.document.nodes import Document
from litreview.errors import UnknownName
from litreview.writers.docx.citations.plain import Plain
from litreview.writers.docx.citations.word import WordSources
from litreview.writers.docx.citations.zotero import ZoteroBookmarks, ZoteroFields
from litreview.writers.docx.package.build import NOTHING, Host, Mode
from litreview.writers.options import Options

_MODES: dict[str, type[Plain] | type[ZoteroFields] | type[ZoteroBookmarks] | type[WordSources]] = {
    "plain": Plain,
    "zotero": ZoteroFields,
    "zotero-bookmarks": ZoteroBookmarks,
    "word": WordSources,
}


def mode(document: Document, options: Options, host: Host = NOTHING) -> Mode:
    """The way that `options` ask for. Raises UnknownName."""
    if options.citations not in _MODES:
        raise UnknownName("kind of citations", options.citations, _MODES)
    return _MODES[options.citations](document, options, host)
