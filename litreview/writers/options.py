"""What a caller may choose about an output. A writer that has no use for a choice leaves it alone and says so in its title."""

from __future__ import annotations

from typing import Literal

import attrs

Citations = Literal["plain", "zotero", "zotero-bookmarks", "word"]
"""How citations live on in a Word file: as text with links, as Zotero fields, as Zotero bookmarks, as Word's own sources."""


@attrs.frozen
class Words:
    """The few words that an output adds to a document, in the language of that document; the defaults are English."""

    contents: str = "Contents"
    tables: str = "List of Tables"
    figures: str = "List of Figures"
    notes: str = "Notes"
    back: str = "Back to the citation"


@attrs.frozen
class Options:
    """Choices about an output.

    - `style`, `locale`: the id of the citation style (its address, as in ``http://www.zotero.org/styles/apa``) and the CSL locale, for
      the program that goes on with live citations; without a style that program asks.
    - `layout`: the look of a Word file, by the name of a file in `styles/` without ``.toml``, or a path.
    - `backlinks`: whether a bibliography entry leads back to the places where it is cited.
    """

    citations: Citations = "plain"
    style: str = ""
    locale: str = ""
    layout: str = "skripsi-id"
    backlinks: bool = True
    words: Words = attrs.field(factory=Words)


DEFAULT = Options()
"""What is chosen where nobody chose."""
