"""How a new ``.bib`` file is to look."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

Flavour = Literal["bibtex", "biblatex"]
FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)


@attrs.frozen
class BibtexOptions:
    """How entries are written.

    - `flavour`: "bibtex" keeps to the entry types and main fields that classic styles know; "biblatex" uses its own (``date``,
      ``journaltitle`` …).
    - `unicode`: letters as they are, or (False) every letter outside ASCII as a LaTeX command where there is one.
    - `fields`: the only fields to write, in this order; None for all. `first`: fields that come first, the others following in their
      usual order.
    - `commands`: LaTeX commands in texts stand as they are, where they do no more than print; False writes them as the text that they are.
    - `own`: also fields that only litreview reads (aspects, what other formats said; see `own_fields`).
    """

    flavour: Flavour = "bibtex"
    unicode: bool = True
    fields: tuple[str, ...] | None = None
    first: tuple[str, ...] = ()
    own: bool = True
    commands: bool = True
    indent: str = "  "


DEFAULT = BibtexOptions()
