"""A citation style as a caller names it, compiled."""

from __future__ import annotations

import os
from pathlib import Path

from litreview._resources import folder
from litreview.csl import Style, compile_style


def compiled(style: str | os.PathLike[str], locale: str | None = None) -> Style:
    """The style called `style`, or in the file `style`, for the CSL locale `locale` (else its own).

    A text that ends in ``.csl`` or has a separator in it is a path, any other text a name: of a file in litreview's own ``styles/``,
    else of a public style. Raises UnknownName, StyleError.

    >>> compiled("apa", "id-ID").locale
    'id-ID'
    """
    text = os.fspath(style)
    is_path = not isinstance(style, str) or text.endswith(".csl") or "/" in text or os.sep in text
    return compile_style(Path(text) if is_path else text, locale, folders=(folder("styles"),))
