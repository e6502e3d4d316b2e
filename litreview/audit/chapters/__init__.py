"""Chapters read back as plain values, as they stand in a file, whoever wrote or edited it.

In comes the content of a Word, Markdown or ledger file, or the document tree of a chapter that was not written to any. Out comes a
`DraftText`: its passages in reading order with what the file marks as citations, notes and other languages; of a ledger also a `Making`,
what the file keeps of how the chapter was made. Called by the rest of `audit`; nothing here judges.
"""

from litreview.audit.chapters.text import DraftText, Foreign, Mark, Passage

__all__ = ["DraftText", "Foreign", "Mark", "Passage"]
