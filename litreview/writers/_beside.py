"""Files that belong to an output and stand beside it: pictures, and the works that citation keys name."""

from __future__ import annotations

import re

from litreview.document.nodes import Document, Figure
from litreview.writers._anchors import slug, token
from litreview.writers.options import Options


def picture_name(figure: Figure, options: Options) -> str:
    """The name of the file with a figure's picture.

    >>> picture_name(Figure("figure/years", "", "", (), b"", 1, 1), Options(stem="bab 2"))
    'bab-2-64cs-figure_years_w6j5u6.png'
    """
    return f"{_stem(options)}{slug(figure.key)}.png"


def references_name(options: Options, suffix: str) -> str:
    """The name of the file with the works, for outputs that cite by key."""
    return f"{_stem(options)}references{suffix}"


def pictures(document: Document, options: Options) -> tuple[tuple[str, bytes], ...]:
    """The pictures of a document as files: name and content."""
    return tuple((picture_name(block, options), block.image) for block in document.blocks if isinstance(block, Figure) and block.image)


def _stem(options: Options) -> str:
    """What names begin with, in characters that LaTeX and web addresses take as they are."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", options.stem).strip("-")
    if plain != options.stem:
        plain = f"{plain}-{token(options.stem, 4)}"
    return f"{plain}-" if plain else ""
