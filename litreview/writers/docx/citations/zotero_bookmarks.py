"""Citations that Zotero goes on with in Word and in LibreOffice: bookmarks, with the code in the properties of the file."""

from __future__ import annotations

from litreview.document.nodes import Document, References
from litreview.writers._anchors import token
from litreview.writers.docx.citations import CitationMode
from litreview.writers.docx.citations._zotero import Zotero, around, cut
from litreview.writers.docx.citations.codes import bibliography_code
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import NOTHING, Build, Host
from litreview.writers.options import Options


class ZoteroBookmarks(Zotero):
    """Bookmarks with their code in the properties of the document: read by the plugins of Word and LibreOffice alike."""

    field_type = "Bookmark"

    def __init__(self, document: Document, options: Options, host: Host = NOTHING) -> None:
        super().__init__(document, options, host)
        self.codes: list[tuple[str, str]] = []

    def live(self, build: Build, code: str, content: str, properties: str) -> str:
        """The text in a bookmark."""
        opening, closing = self._bookmark(build, f"ZOTERO_ITEM CSL_CITATION {code}")
        return opening + content + closing

    def bibliography(self, build: Build, block: References, paragraphs: list[xml.P]) -> list[xml.P | str]:
        """One bookmark over all paragraphs."""
        if not self.may_own(paragraphs):
            return [*paragraphs]
        opening, closing = self._bookmark(build, f"ZOTERO_BIBL {bibliography_code(self.works, self.uncited(block))} CSL_BIBLIOGRAPHY")
        return [*around(paragraphs, opening, closing)]

    def _bookmark(self, build: Build, code: str) -> tuple[str, str]:
        name = f"ZOTERO_BREF_{token(f'{len(self.codes)}/{code}', 12)}"
        self.codes.append((name, code))
        return build.bookmarks.pair(name)

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """The preferences of the document, and the code of each bookmark."""
        return (*self.preferred(), *(piece for name, code in self.codes for piece in cut(name, code)))


MODE = CitationMode("zotero-bookmarks", ZoteroBookmarks, 30)
