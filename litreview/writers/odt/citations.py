"""Citations with which Zotero goes on in LibreOffice: reference marks, a section for the bibliography, preferences among the properties.

A mark is named by the code of the citation; the plugin of Zotero for LibreOffice reads it there.
"""

from __future__ import annotations

import attrs

from litreview.document.nodes import Cite, Document, Inlines, References
from litreview.document.walk import cites
from litreview.writers._anchors import token
from litreview.writers._narrative import apart
from litreview.writers.docx.citations._zotero import cut
from litreview.writers.docx.citations.codes import bibliography_code, citation_code, preferences, visible_text, works_of
from litreview.writers.options import Options


@attrs.frozen
class Live:
    """One live citation: what stands before it, what it shows, and the name of its mark."""

    before: Inlines
    inside: Inlines
    name: str


class ReferenceMarks:
    """The marks of one document, counted."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document, self.options = document, options
        self.works = works_of(document)
        self.cited = frozenset(item.key for cite in cites(document) for item in cite.items)
        self.number = 0
        self.listed = False
        self.noted = False

    def live(self, node: Cite, note: int) -> Live | None:
        """A citation; None where it shows nothing. What a refresh would print otherwise is frozen, as in Word."""
        before: Inlines = ()
        inside, suppress = node.children, False
        frozen = node.mode == "author-only" or (node.mode == "suppress-author" and note > 0)
        if node.mode == "narrative":
            parts = apart(node)
            before, inside = parts or ((), node.children)
            suppress, frozen = parts is not None, parts is None
        printed = visible_text(inside)
        if not node.items or not printed:
            return None
        self.number += 1
        self.noted = self.noted or note > 0
        code = citation_code(self.works, node, printed, number=self.number, note=note, suppress=suppress, frozen=frozen)
        return Live(before, inside, f"ZOTERO_ITEM CSL_CITATION {code} RND{token(f'{self.number}/{code}', 10)}")

    def section(self, block: References) -> str | None:
        """The name of the section that is the bibliography: the first that has entries, of a document that cites."""
        if self.listed or not block.entries or not self.cited:
            return None
        self.listed = True
        uncited = tuple(entry.key for entry in block.entries if entry.key not in self.cited)
        code = bibliography_code(self.works, uncited)
        return f"ZOTERO_BIBL {code} CSL_BIBLIOGRAPHY RND{token(code, 10)}"

    def properties(self) -> tuple[tuple[str, str], ...]:
        """The preferences of the document, in pieces."""
        if not self.cited or not self.options.style:
            return ()
        locale = self.options.locale or self.document.language
        told = preferences(
            self.document, self.options.style, locale, field_type="ReferenceMark", notes=self.noted, bibliography=self.listed
        )
        return cut("ZOTERO_PREF", told)
