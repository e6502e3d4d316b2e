"""The suffixes of files that hold a chapter, by kind of file."""

from __future__ import annotations

LEDGER = ".json"
WORD = (".docx", ".dotx")
MARKDOWN = (".md", ".markdown")
DRAFTS = (*WORD, *MARKDOWN, LEDGER)
"""Every suffix of a file that can be judged as a draft."""

USUAL = (WORD[0], MARKDOWN[0], LEDGER)
"""The usual one of each kind."""
