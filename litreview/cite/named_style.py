"""A citation style as a caller names it, compiled."""

from __future__ import annotations

import os
from pathlib import Path

from litreview.cite.folders import style_folders
from litreview.cite.short_names import short_names
from litreview.cite.styles import existing_name, styles
from litreview.csl import Style, compile_style
from litreview.errors import UnknownName, WrongType, fault, nearest

MOST = 8
"""So many styles are offered where a name fits several, or none."""


def compiled(style: str | os.PathLike[str], locale: str | None = None, *, overlays: bool = True) -> Style:
    """The style called `style`, or in the file `style`, for the CSL locale `locale` (else its own).

    A text that ends in ``.csl`` or has a separator in it is a path, any other text a name: see `style_name`.
    `overlays`: with litreview's own terms where the public locale of the language is wanting ("ed. ke-2", "peny.").
    Raises UnknownName, StyleError, WrongType.

    >>> compiled("apa", "id-ID").locale
    'id-ID'
    """
    if not isinstance(style, str | os.PathLike):
        raise WrongType(style, "a citation style by name or path", 'such as "apa", or Path("faculty.csl")')
    text = os.fspath(style)
    is_path = not isinstance(style, str) or text.endswith(".csl") or "/" in text or os.sep in text
    return compile_style(Path(text) if is_path else style_name(text), locale, folders=style_folders(), overlays=overlays)


def style_name(text: str) -> str:
    """The name of the style that `text` means: of a file in `style_folders` or of a public style, in whatever letters, or a short name.

    A short name means a style where common use has one for it ("MLA", "Chicago"), or where only one style answers (a university).
    Raises UnknownName with those that could be meant.

    >>> style_name("APA"), style_name("Chicago"), style_name("Harvard Cite Them Right")
    ('apa', 'chicago-author-date', 'harvard-cite-them-right')
    """
    plain = "-".join(text.casefold().split())
    name = existing_name(text, plain, short_names().everyday.get(plain, ""))
    if name is not None:
        return name
    fitting = [style.name for style in styles(*text.split()) if not style.dependent] or [style.name for style in styles(*text.split())]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownName("style", text, fitting[:MOST])
    close = nearest(plain, short_names().everyday)
    if close:
        raise UnknownName("style", text, [close])
    raise no_style_of(text) or UnknownName("style", text, (style.name for style in styles()), "litreview styles WORD finds one")


def no_style_of(text: str) -> UnknownName | None:
    """That there is no style of the university that `text` abbreviates; None where it is none that is known."""
    university = short_names().universities.get(text.casefold())
    if university is None:
        return None
    error = UnknownName("style", text, (), f"no public style is of {university}: give a file, as in --style my-faculty.csl")
    error.problem = fault("no-style-of", severity="error", name=university)
    return error
