"""Citing inside a document that you build yourself with python-docx.

>>> import docx
>>> from litreview.document.nodes import Cite, CiteItem, Text
>>> word = docx.Document()
>>> script = Script(word, language="en")
>>> script.add(word.add_paragraph("As others found "), Cite((CiteItem("lee2019"),), children=(Text("(Lee, 2019)"),)), Text("."))
>>> script.bibliography(word.add_paragraph())
>>> script.finish(script.document())
>>> [paragraph.text for paragraph in word.paragraphs if paragraph.text]
['As others found (Lee, 2019).']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from litreview.document.nodes import Block, Cite, Document, Inline, Inlines, Paragraph, References, Table
from litreview.document.walk import nodes
from litreview.document.works import Json
from litreview.writers.docx.blocks.bibliography import references
from litreview.writers.docx.blocks.captions import caption
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.citations import mode
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.opc import add_links
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.insert import add_notes, add_properties_and_data, add_styles, adopt, parsed
from litreview.writers.docx.template.look import like
from litreview.writers.docx.template.opening import opened
from litreview.writers.docx.template.styles import mapping
from litreview.writers.options import DEFAULT, Options, Template

__all__ = ["Script", "WordDocument", "WordParagraph"]

_W = f"{{{W}}}"


class Script:
    """Collects what is to stand in paragraphs of a python-docx document, and sets it in when everything is known.

    Citations need to know of each other (a, b; ibid.), so `add`, `caption` and `bibliography` only keep the place. `document` gives all
    of it as a document tree, for `litreview.cite.resolve` to fill; `finish` writes the resolved tree into those places. A place that is
    no longer in the file by then, because its paragraph was deleted, say, is forgotten.
    """

    def __init__(self, word: WordDocument, language: str = "en", sources: Iterable[tuple[str, Mapping[str, Json]]] = ()) -> None:
        self.word, self.language, self.sources = word, language, tuple(sources)
        self._places: list[tuple[Any, Block]] = []

    def add(self, paragraph: WordParagraph, *inlines: Inline) -> None:
        """Behind what stands in `paragraph` now: citations (`Cite`), footnotes (`Note`), cross references (`Reference`), text."""
        self._places.append((_kept(paragraph, _visible(inlines)), Paragraph(tuple(inlines), f"script/{len(self._places)}")))

    def at(self, place: Any, *inlines: Inline) -> None:
        """In the place of an empty run, as `cut_out` leaves one; what stands there then looks as that run does."""
        place.append(place.makeelement(f"{_W}t", {}))
        place[-1].text = _visible(inlines)
        self._places.append((place, Paragraph(tuple(inlines), f"script/{len(self._places)}")))

    def holds(self, paragraph: WordParagraph) -> bool:
        """Whether a paragraph stands in the text of this document, and not in a header, a note or another document."""
        return paragraph.part is self.word.part

    def caption(self, paragraph: WordParagraph, key: str, label: str, number: str, words: Inlines) -> None:
        """A counted caption ("Table 1. Words") in `paragraph`, to which a `Reference` with `key` leads."""
        self._places.append((_kept(paragraph, "[@]"), Table(key, label, number, words, (), (), ())))

    def bibliography(self, paragraph: WordParagraph, references: References | None = None) -> None:
        """The bibliography in the place of `paragraph`, which should be empty."""
        self._places.append((paragraph._p, references or References("script/references")))

    def document(self) -> Document:
        """Everything noted so far, in the order in which it stands in the file."""
        order = {element: number for number, element in enumerate(self.word.element.iter(f"{_W}p", f"{_W}r"))}
        self._places = sorted((place for place in self._places if place[0] in order), key=lambda place: order[place[0]])
        return Document("", self.language, tuple(block for _, block in self._places), self.sources)

    def finish(self, document: Document, options: Options = DEFAULT) -> None:
        """Write the resolved `document` (of `document`, same blocks) into the paragraphs. Call it once, before saving.

        Raises ValueError where the blocks are not those that were noted, UnknownName for unknown options.
        """
        if len(document.blocks) != len(self._places):
            raise ValueError("the document must have the blocks that Script.document() gave")
        host = opened(self.word, Template(b""))
        layout = layouts.load(options.layout, NAMES)
        build = Build(document, options, layout, host.pages, mode(document, options, host.host), host.host)
        ids = mapping(host.chosen)
        used: frozenset[str] = frozenset()
        for (element, _), block in zip(self._places, document.blocks, strict=True):
            made = parsed("w:body", self._made(build, block))
            used |= adopt(made, ids)
            _set_in(element, list(made), whole=isinstance(block, References))
        notes = parsed("w:footnotes", build.note_parts())
        used |= adopt(notes, ids)
        add_styles(host, layout, used)
        add_links(self.word.part, build.body.links)
        add_notes(self.word, build, notes)
        add_properties_and_data(self.word, build)

    def _made(self, build: Build, block: Block) -> list[Any]:
        if isinstance(block, References):
            return references(build, block) or [xml.P("Bibliography", "")]
        if isinstance(block, Table):
            return [attrs.evolve(caption(build, block), properties="")]
        assert isinstance(block, Paragraph)
        return [xml.P("", Emitter(build, build.body).start(block.children))]


def _kept(paragraph: WordParagraph, words: str) -> Any:
    """A run that keeps the place behind what stands in a paragraph now; its words are seen until the place is filled."""
    return paragraph.add_run(words)._r


def _visible(inlines: Iterable[Inline]) -> str:
    """What shows that a place is not filled yet: the keys of its works."""
    keys = [item.key for node in nodes(tuple(inlines)) if isinstance(node, Cite) for item in node.items]
    return f"[@{'; @'.join(keys)}]" if keys else "[@]"


def _set_in(element: Any, made: list[Any], whole: bool) -> None:
    """Put what was made in the place of `element`: blocks for a whole paragraph, or the runs of one for a run."""
    new = made if whole else [child for child in made[0] if child.tag != f"{_W}pPr"]
    look = element.find(f"{_W}rPr") if not whole else None
    if look is not None:
        for run in [run for child in new for run in child.iter(f"{_W}r")]:
            like(run, look)
    style = None if whole else made[0].find(f"{_W}pPr/{_W}pStyle")
    if style is not None:
        properties = element.getparent().get_or_add_pPr()
        for old in properties.findall(f"{_W}pStyle"):
            properties.remove(old)
        properties.insert(0, style)
    for child in reversed(new):
        element.addnext(child)
    element.getparent().remove(element)
