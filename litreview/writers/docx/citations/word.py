"""Citations that Word itself goes on with: its own sources, CITATION fields and a BIBLIOGRAPHY field.

Word makes their text anew in its own style when fields are updated, so the file never asks for that by itself.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

from litreview.document.nodes import Cite, CiteItem, Document, Inlines, References
from litreview.document.walk import cites
from litreview.writers._anchors import token, works
from litreview.writers._characters import clean
from litreview.writers._narrative import apart
from litreview.writers.docx.citations import CitationMode
from litreview.writers.docx.citations.codes import visible_text, works_of
from litreview.writers.docx.citations.places import placed
from litreview.writers.docx.citations.sources import NAMESPACE, sources_part
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.bookmarks import control_id
from litreview.writers.docx.package.build import NOTHING, Build, Context, Emit, Host
from litreview.writers.docx.package.language_tags import word_language
from litreview.writers.options import Options


def tags(keys: list[str], used: frozenset[str] = frozenset()) -> dict[str, str]:
    """A tag for each key, of letters and digits only, different whatever the case, and none of those `used` (in small letters).

    >>> tags(["lee-2019", "Lee2019", "müller"])
    {'lee-2019': 'lee2019', 'Lee2019': 'Lee2019_nyyh', 'müller': 'muller'}
    """
    by_key: dict[str, str] = {}
    taken = set(used)
    for key in keys:
        tag = re.sub(r"[^A-Za-z0-9]", "", unicodedata.normalize("NFKD", key))[:40] or f"source{token(key, 4)}"
        if tag.casefold() in taken:
            tag = f"{tag}_{token(key, 4)}"
        taken.add(tag.casefold())
        by_key[key] = tag
    return by_key


class WordSources:
    """Word's own citations."""

    def __init__(self, document: Document, options: Options, host: Host = NOTHING) -> None:
        self.works = works_of(document)
        cited = [item.key for cite in cites(document) for item in cite.items]
        listed = [entry.key for block in document.blocks if isinstance(block, References) for entry in block.entries]
        self.tags = tags(list(dict.fromkeys([*listed, *cited])), host.tags)
        tongue = word_language(document.language)
        self.language = tongue.number if tongue else 1033
        self.number = 0
        self.style = options.style

    def cite(self, emit: Emit, node: Cite, context: Context) -> str:
        """A citation in a content control; of a narrative one the name stays outside. An author alone stays text: Word has no such form."""
        before: Inlines = ()
        inside = node.children
        parts = apart(node) if node.mode == "narrative" else None
        if parts:
            before, inside = parts
        if not node.items or not visible_text(inside) or node.mode == "author-only" or (node.mode == "narrative" and not parts):
            return placed(emit.build, works(node), emit.inlines(node.children, context))
        self.number += 1
        linkless = attrs.evolve(context, linked=True)
        field = xml.field(self._code(node, bool(parts)), emit.inlines(inside, linkless), emit.build.properties(linkless))
        control = control_id(f"citation/{self.number}/{'/'.join(item.key for item in node.items)}")
        live = f'<w:sdt><w:sdtPr><w:id w:val="{control}"/><w:citation/></w:sdtPr><w:sdtContent>{field}</w:sdtContent></w:sdt>'
        return placed(emit.build, works(node), emit.inlines(before, context) + live)

    def _code(self, cite: Cite, suppress: bool) -> str:
        instruction = ""
        for place, item in enumerate(cite.items):
            instruction += f" \\m {self.tags[item.key]}" if place else f" CITATION {self.tags[item.key]}"
            page, suffix = placed_in(cite, item)
            instruction += _switch("p", page) + _switch("f", item.prefix) + _switch("s", suffix)
            instruction += " \\n" if cite.mode == "suppress-author" or (suppress and not place) else ""
            instruction += f" \\l {self.language}" if not place else ""
        return instruction + " "

    def part(self, emit: Emit, key: str, children: Inlines, context: Context) -> str:
        """The part of a citation that stands for one work: no link, since an update would drop it."""
        return emit.inlines(children, context)

    def entry(self, emit: Emit, key: str, children: Inlines) -> str:
        """The words of an entry."""
        return emit.start(children)

    def behind_entry(self, build: Build, key: str) -> str:
        """Nothing: an update would drop it."""
        return ""

    def bibliography(self, build: Build, block: References, paragraphs: list[xml.P]) -> list[xml.P | str]:
        """One field over all paragraphs, in the content controls by which Word knows a bibliography."""
        if not paragraphs:
            return []
        first = attrs.evolve(paragraphs[0], content=xml.field_begin(" BIBLIOGRAPHY ") + paragraphs[0].content)
        done = [first, *paragraphs[1:]]
        done[-1] = attrs.evolve(done[-1], content=done[-1].content + xml.field_end())
        outer, inner = control_id(f"{block.key}/gallery"), control_id(f"{block.key}/bibliography")
        return [
            f'<w:sdt><w:sdtPr><w:id w:val="{outer}"/><w:docPartObj><w:docPartGallery w:val="Bibliographies"/><w:docPartUnique/>'
            f'</w:docPartObj></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:id w:val="{inner}"/><w:bibliography/></w:sdtPr><w:sdtContent>'
            f"{''.join(map(str, done))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        ]

    def properties(self, build: Build) -> tuple[tuple[str, str], ...]:
        """None."""
        return ()

    def data(self, build: Build) -> tuple[tuple[str, bytes], ...]:
        """The sources."""
        return ((NAMESPACE, sources_part(self.works.items, self.tags, self.style)),) if self.tags else ()


def placed_in(cite: Cite, item: CiteItem) -> tuple[str | None, str | None]:
    """The page of a citation, and what stands behind it: Word knows pages alone, so a chapter or a section goes there with its label.

    >>> from litreview.document.nodes import Text
    >>> placed_in(Cite((CiteItem("a"),), children=(Text("(Lee, 2019, bab 3)"),)), CiteItem("a", "3", "chapter"))
    (None, ', bab 3')
    """
    if not item.locator or item.label in (None, "page"):
        return item.locator, item.suffix
    printed = visible_text(cite.children)
    at = printed.find(item.locator)
    while at > 0 and not printed[at - 1].isspace():
        at = printed.find(item.locator, at + 1)
    word = re.search(r"[^\s,;:()\[\]]{1,30}\s*$", printed[:at]) if at > 0 else None
    named = f"{word[0].strip()} {item.locator}" if word else item.locator
    return None, f", {named}{item.suffix or ''}"


def _switch(letter: str, text: str | None) -> str:
    """A switch of the field with its text in quotation marks, which the text itself may not hold."""
    inner = re.sub(r'["\\]', "’", clean(text)) if text else ""
    return f' \\{letter} "{inner}"' if inner else ""


MODE = CitationMode("word", WordSources, 40)
