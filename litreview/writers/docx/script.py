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

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from litreview.document.nodes import Block, Cite, Document, Inline, Inlines, Note, Paragraph, References, Table, Text
from litreview.document.walk import nodes
from litreview.document.works import Json
from litreview.writers.docx.around import around, changed, is_worded, parted, unworded, worded
from litreview.writers.docx.blocks.bibliography import references
from litreview.writers.docx.blocks.captions import caption
from litreview.writers.docx.blocks.inlines import Emitter
from litreview.writers.docx.citations import mode
from litreview.writers.docx.host_notes import HostNote, host_notes, note_of
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build, Story
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
        self._in_notes: dict[Any, list[tuple[Any, Inlines]]] = {}
        """What is to stand in notes that the file has: by the note, each place with its inlines."""

    def add(self, paragraph: WordParagraph, *inlines: Inline) -> None:
        """Behind what stands in `paragraph` now: citations (`Cite`), footnotes (`Note`), cross references (`Reference`), text."""
        self._places.append((_kept(paragraph, _visible(inlines)), Paragraph(tuple(inlines), f"script/{len(self._places)}")))

    def at(self, place: Any, *inlines: Inline) -> None:
        """In the place of an empty run, as `cut_out` leaves one; what stands there then looks as that run does."""
        place.append(place.makeelement(f"{_W}t", {}))
        place[-1].text = _visible(inlines)
        note = note_of(place)
        if note is not None:
            self._in_notes.setdefault(note, []).append((place, tuple(inlines)))
            return
        self._places.append((place, Paragraph(tuple(inlines), f"script/{len(self._places)}")))

    def paragraphs(self) -> Iterator[Any]:
        """The elements of all paragraphs of the text, then those of its notes."""
        yield from self.word.element.body.iter(f"{_W}p")
        for note in host_notes(self.word):
            yield from note.element.iter(f"{_W}p")

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
        """Everything noted so far, in the order in which it stands in the file, and the notes between, which count too."""
        return Document("", self.language, tuple(block for _, block in self._all()), self.sources)

    def _all(self) -> list[tuple[Any, Block]]:
        """The places in reading order, each note that the file has among them; nothing where nothing was noted."""
        if not self._places and not self._in_notes:
            return []
        places = frozenset(element for element, _ in self._places)
        every: dict[Any, tuple[Any, Block]] = {element: (element, worded(element, block, places)) for element, block in self._places}
        for note in host_notes(self.word):
            inlines = self._inlines_of(note)
            every[note.reference] = (note, Paragraph((Note(inlines),), f"script/{note.kind}/{note.number}"))
        return [every[element] for element in self.word.element.iter() if element in every]

    def _inlines_of(self, note: HostNote) -> Inlines:
        """What one note says as far as it matters to the citations in it: these, each with the words behind it."""
        listed = self._places_in(note)
        places = frozenset(place for place, _ in listed)
        return tuple(inline for place, cites in listed for inline in (*cites, Text(around(place, places)[1])))

    def _places_in(self, note: HostNote) -> list[tuple[Any, Inlines]]:
        """The places in one note that are still there, in reading order."""
        order = {element: number for number, element in enumerate(note.element.iter(f"{_W}r"))}
        kept = [place for place in self._in_notes.get(note.element, ()) if place[0] in order]
        return sorted(kept, key=lambda place: order[place[0]])

    def finish(self, document: Document, options: Options = DEFAULT) -> None:
        """Write the resolved `document` (of `document`, same blocks) into the paragraphs. Call it once, before saving.

        Raises ValueError where the blocks are not those that were noted, UnknownName for unknown options.
        """
        places = self._all()
        if len(document.blocks) != len(places):
            raise ValueError("the document must have the blocks that Script.document() gave")
        host = opened(self.word, Template(b""))
        layout = layouts.load(options.layout, NAMES)
        build = Build(document, options, layout, host.pages, mode(document, options, host.host), host.host)
        ids = mapping(host.chosen)
        used: frozenset[str] = frozenset()
        stories: dict[Any, Story] = {}
        build.notes_passed = 0
        for (element, told), block in zip(places, document.blocks, strict=True):
            if isinstance(element, HostNote):
                story = stories.setdefault(element.part, Story(f"{host.host.link}Note"))
                story.note = element.number
                if element.kind == "footnote":
                    build.notes_passed = element.number
                    story.note += len(build.notes)
                used |= self._set_in_note(element, block, Emitter(build, story), ids)
                continue
            if isinstance(told, Paragraph) and isinstance(block, Paragraph) and is_worded(told.children, block.children):
                block = unworded(element, told, block)
            made = parsed("w:body", self._made(build, block))
            used |= adopt(made, ids)
            _set_in(element, list(made), whole=isinstance(block, References))
        for part, story in stories.items():
            add_links(part, story.links)
        notes = parsed("w:footnotes", build.note_parts())
        used |= adopt(notes, ids)
        add_styles(host, layout, used)
        add_links(self.word.part, build.body.links)
        add_notes(self.word, build, notes)
        add_properties_and_data(self.word, build)

    def _set_in_note(self, note: HostNote, block: Block, emitter: Emitter, ids: dict[str, str]) -> frozenset[str]:
        """Write the citations of one note into their places; gives the styles in use."""
        used: frozenset[str] = frozenset()
        places = self._places_in(note)
        before = parted(self._inlines_of(note), [len(listed) for _, listed in places])
        said = block.children[0].children if isinstance(block, Paragraph) and isinstance(block.children[0], Note) else ()
        resolved = parted(said, [len(listed) for _, listed in places])
        for (place, _), (_, was), (cites, behind) in zip(places, before, resolved, strict=True):
            changed(place, ("", ""), (was, behind))
            made = parsed("w:body", [xml.P("", emitter.inlines(cites, emitter.build.plain_context))])
            used |= adopt(made, ids)
            _set_in(place, list(made), whole=False)
        return used

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
