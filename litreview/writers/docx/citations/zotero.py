"""Citations that Zotero goes on with in Word: fields with its code."""

from __future__ import annotations

from litreview.document.nodes import References
from litreview.writers.docx.citations import CitationMode
from litreview.writers.docx.citations._zotero import Zotero, around
from litreview.writers.docx.citations.codes import bibliography_code
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build


class ZoteroFields(Zotero):
    """Fields, as Zotero's plugin for Word writes them by default."""

    field_type = "Field"

    def live(self, build: Build, code: str, content: str, properties: str) -> str:
        """A field with its code."""
        return xml.field(f" ADDIN ZOTERO_ITEM CSL_CITATION {code} ", content, properties)

    def bibliography(self, build: Build, block: References, paragraphs: list[xml.P]) -> list[xml.P | str]:
        """One field over all paragraphs."""
        if not self.may_own(paragraphs):
            return [*paragraphs]
        code = f" ADDIN ZOTERO_BIBL {bibliography_code(self.works, self.uncited(block))} CSL_BIBLIOGRAPHY "
        return [*around(paragraphs, xml.field_begin(code), xml.field_end())]

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """The preferences of the document."""
        return self.preferred()


MODE = CitationMode("zotero", ZoteroFields, 20)
