"""Drafts read back: a chapter as it stands in a file, whoever wrote or edited it, as plain values to be judged."""

from litreview.audit.chapters.text import DraftText, Foreign, Mark, Passage

__all__ = ["DraftText", "Foreign", "Mark", "Passage"]
