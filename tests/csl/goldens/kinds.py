"""What kind of style a style is, read from its text."""

from __future__ import annotations

import re


def is_note(style: str) -> bool:
    """Whether a style (its text) cites in footnotes."""
    return re.search(r'<style\b[^>]*\bclass="note"', style) is not None


def has_modes(style: str) -> bool:
    """Whether the oracle can part an author from the rest of a citation: not where there is a number or a footnote."""
    return re.search(r'citation-format="author(-date)?"', style) is not None
