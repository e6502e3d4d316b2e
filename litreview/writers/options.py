"""What a caller may choose about an output. A writer that has no use for a choice leaves it alone and says so in its title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import attrs

from litreview.errors import UnknownName

Citations: TypeAlias = str
"""How citations live on: "plain", as text with links; in a Word file as Zotero fields ("zotero"), as Zotero bookmarks or as Word's own
sources, each a module of `litreview.writers.docx.citations`; in Markdown and LaTeX as keys, in the syntax of pandoc and of BibLaTeX."""

Backlinks = Literal["quiet", "marks", "none"]
"""How an entry leads back to the places where it is cited. "quiet" costs nothing on paper: in HTML small marks that are not printed, in
Word and LaTeX the words of the entry themselves, in as many stretches as there are places. "marks" are letters behind the entry, printed
with it."""


@attrs.frozen
class Words:
    """The few words that an output adds to a document, in the language of that document; the defaults are English."""

    contents: str = "Contents"
    tables: str = "List of Tables"
    figures: str = "List of Figures"
    notes: str = "Notes"
    back: str = "Back to the citation"
    locators: Mapping[str, str] = attrs.field(
        factory=lambda: {"chapter": "chap.", "section": "sec.", "paragraph": "para.", "volume": "vol.", "figure": "fig.", "note": "n."},
        hash=False,
    )
    """What stands before the place in a work where citations are keys, by locator term of CSL."""


@attrs.frozen
class Template:
    """A Word file of a university that takes the text: `data` is the whole ``.docx`` or ``.dotx``, `name` is for messages.

    - The text goes where a paragraph consists of `marker` (or a bookmark or content control has its name without the braces); without
      one behind what stands below the heading whose words are `after_heading`; without that at the end. A chapter heading there, or right
      before the marker, is that of the text: ours is left out.
    - The bibliography goes where a paragraph consists of ``{{BIBLIOGRAPHY}}`` or ``{{DAFTAR_PUSTAKA}}``, else below the heading of the
      bibliography that is there; without either it ends the text.
    - `styles` says which style of the file to take for one of ours: ("Body Text", "Isi Tesis"). What is not said is looked for.
    - `level_offset` moves all headings down by so many levels; None is as far as the heading stands for which ours is left out.
    """

    data: bytes = attrs.field(repr=False)
    name: str = "template"
    marker: str = "{{LITERATURE_REVIEW}}"
    after_heading: str = ""
    styles: tuple[tuple[str, str], ...] = ()
    level_offset: int | None = None


@attrs.frozen
class Options:
    """Choices about an output.

    - `style`, `locale`: the id of the citation style (its address, as in ``http://www.zotero.org/styles/apa``) and the CSL locale, for
      the program that goes on with live citations; without a style that program asks.
    - `layout`: the look of a Word file, by the name of a file in `styles/` without ``.toml``, or a path.
    - `layout_asked`: whether somebody asked for it; then it is said what it gave beside a template.
    - `template`: the file that takes the text; then its pages and styles are used, and of `layout` only what it lacks.
    - `contents`: whether a table of contents and lists of tables and figures stand in front (Word, HTML, LaTeX).
    - `backlinks`: how a bibliography entry leads back to the places where it is cited.
    - `comments`: what to remark at each sentence made from a claim: the claim, and the paragraphs of the comment (Word).
    - `data`: what the file carries without showing it: the namespace and the whole XML part (Word).
    - `kept`: what the maker of the document wants to know again of how it was made: names and texts (Word).
    - `stem`: the name of the file without its suffix, with which the names of files beside it begin.
    """

    citations: Citations = "plain"
    style: str = ""
    locale: str = ""
    layout: str = "skripsi-id"
    layout_asked: bool = False
    template: Template | None = None
    contents: bool = False
    backlinks: Backlinks = "quiet"
    stem: str = ""
    comments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    data: tuple[tuple[str, bytes], ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    words: Words = attrs.field(factory=Words)

    def citations_among(self, *known: Citations) -> None:
        """Raises UnknownName if citations are wanted in a way that is not among those an output knows."""
        if self.citations not in known:
            raise UnknownName("kind of citations for this output", self.citations, known)


DEFAULT = Options()
"""What is chosen where nobody chose."""
