"""The text set into a university's file: adopted by its styles, with its own notes, lists and links behind those that are there."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from litreview.document.nodes import Document, Heading, References
from litreview.document.walk import plain
from litreview.writers.docx.blocks import lists
from litreview.writers.docx.blocks.body import Body
from litreview.writers.docx.citations import mode
from litreview.writers.docx.citations.sources import NAMESPACE as SOURCES
from litreview.writers.docx.contents.document_body import document_body
from litreview.writers.docx.contents.wide_tables import upright
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package import manifest, opc, xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.comments import add_comments
from litreview.writers.docx.package.custom import add_data, add_properties, custom_properties, data_of
from litreview.writers.docx.package.notes import SETTING, footnotes_part
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import bibliography_heading, bibliography_mark, is_called, last_of, take_over, within, words_of
from litreview.writers.docx.template.look import dressed, kept_with_next
from litreview.writers.docx.template.numbers import renumbered
from litreview.writers.docx.template.opening import Opened, layout_in, open_template
from litreview.writers.docx.template.pages import continued
from litreview.writers.docx.template.restarts import restart
from litreview.writers.docx.template.sequences import counts_restored
from litreview.writers.docx.template.style_names import localised
from litreview.writers.docx.template.styles import created, mapping
from litreview.writers.options import Options, Template

_W = f"{{{W}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BEFORE_NOTES = (
    "endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags "
    "decimalSymbol listSeparator"
).split()
"""The settings before which ``w:footnotePr`` must stand."""


def insert(document: Document, options: Options, template: Template) -> bytes:
    """The file of `template` with the document in it. Raises ReadError, UnknownName."""
    opened = open_template(template)
    layout = layout_in(opened, layouts.load(options.layout, NAMES))
    document = renumbered(upright(document, layout, opened.pages), opened.plan)
    build = Build(document, options, layout, opened.pages, mode(document, options, opened.host), opened.host)
    body = document_body(build)
    blocks = parsed("w:body", body.finished())
    ids = mapping(opened.chosen)
    dressed(blocks, opened.looks)
    used = adopt(blocks, ids)
    notes = parsed("w:footnotes", build.note_parts())
    dressed(notes, opened.looks)
    used |= adopt(notes, ids)
    listed = _bibliography_of(blocks, document, ids)
    if opened.chapter is not None:
        heading = next((e for e in blocks if _style_of(e) == ids[f"Heading{opened.plan.top}"]), None)
        if heading is not None and heading not in listed:
            take_over(opened.chapter, heading, "_lr_")
    counts_restored(opened.word.element.body, opened.place, blocks)
    ours = list(blocks)
    _set_bibliography_in(opened, listed)
    _set_in(opened, blocks)
    add_styles(opened, layout, used)
    add_lists(opened.word, build, body)
    places = {level: how.place for level in opened.plan.restarts if (how := opened.plan.levels[level]).place is not None}
    styles = {ids[f"Heading{level}"]: level for level in range(1, 5)}
    restart(opened.word, ours, styles, places)
    kept_with_next(ours, styles, opened.sheet)
    opc.add_pictures(opened.word, build.pictures)
    opc.add_links(opened.word.part, build.body.links)
    add_notes(opened.word, build, notes)
    add_properties_and_data(opened.word, build)
    return opc.saved(opened.word)


def parsed(root: str, content: list[Any]) -> Any:
    """XML of our own making as elements below `root`."""
    return parse_xml(xml.part(root, content))


def adopt(blocks: Any, ids: dict[str, str]) -> frozenset[str]:
    """Give every element the style of the file that does the work of ours; gives the ids in use."""
    used: set[str] = set()
    for element in blocks.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle"):
        ours = str(element.get(f"{_W}val"))
        theirs = ids.get(ours, ours)
        element.set(f"{_W}val", theirs)
        used.add(theirs)
    return frozenset(used)


def _set_in(opened: Opened, blocks: Any) -> None:
    body = opened.word.element.body
    new = list(blocks)
    place = opened.place
    if place is None:
        last = body.find(f"{_W}sectPr")
        for element in new:
            if last is not None:
                last.addprevious(element)
            else:
                body.append(element)
    else:
        _behind(place, new)
        own = place.find(f"{_W}pPr/{_W}sectPr") if place.tag == f"{_W}p" else None
        if own is not None:
            new[-1] = _ending_in_paragraph(new)
            properties = new[-1].find(f"{_W}pPr")
            if properties is None:
                properties = etree.Element(f"{_W}pPr")
                new[-1].insert(0, properties)
            properties.append(own)
        if opened.replaces:
            place.getparent().remove(place)
    if opened.pages.broken:
        continued(opened.pages.element)


def _style_of(element: Any) -> str | None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val")) if element.tag == f"{_W}p" and style is not None else None


def _bibliography_of(blocks: Any, document: Document, ids: dict[str, str]) -> list[Any]:
    """The heading of our bibliography with what stands below it; empty where it has no heading of its own."""
    place = next((n for n, block in enumerate(document.blocks) if isinstance(block, References)), 0)
    heading = document.blocks[place - 1] if place else None
    if not isinstance(heading, Heading):
        return []
    levels = {ids[f"Heading{level}"] for level in range(1, 5)}
    headings = [e for e in blocks if _style_of(e) in levels]
    ours = next((e for e in reversed(headings) if is_called(words_of(e), plain(heading.children))), None)
    if ours is None:
        return []
    below: list[Any] = []
    for element in ours.itersiblings():
        if element in headings:
            break
        below.append(element)
    return [ours, *below]


def _set_bibliography_in(opened: Opened, ours: list[Any]) -> None:
    """Let the bibliography go where the file has its mark or its heading; without either it ends our chapter."""
    body = opened.word.element.body
    names = [*(words_of(element) for element in ours[:1]), *localised("Bibliography")]
    mark, heading = bibliography_mark(body), bibliography_heading(body, opened.sheet, names)
    if not ours or opened.host.has_bibliography or (mark is None and heading is None) or mark is opened.place:
        return
    place = mark if mark is not None else last_of(heading, opened.sheet)
    _behind(place, ours)
    if heading is not None and place in [heading, *within(heading, opened.sheet)]:
        take_over(heading, ours[0], "_lr_")
    if mark is not None and mark.find(f"{_W}pPr/{_W}sectPr") is None:
        body.remove(mark)


def _behind(place: Any, new: list[Any]) -> None:
    for element in reversed(new):
        place.addnext(element)


def _ending_in_paragraph(new: list[Any]) -> Any:
    """The last block, or a paragraph without height behind it where it is a table or a content control."""
    if new[-1].tag == f"{_W}p" and new[-1].find(f"{_W}pPr/{_W}sectPr") is None:
        return new[-1]
    paragraph = parsed("w:body", [xml.P("", "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')])[0]
    new[-1].addnext(paragraph)
    return paragraph


def add_styles(opened: Opened, layout: layouts.Layout, used: frozenset[str]) -> None:
    """Add the styles that are used and not there."""
    new = parse_xml(created(opened.sheet, opened.chosen, layout, opened.pages.text_width(False), used))
    for style in list(new):
        opened.sheet.element.append(style)


def add_lists(word: WordDocument, build: Build, body: Body) -> None:
    """Add the lists of a body to those of the file."""
    if not body.lists and build.scheme is None:
        return
    relations = [rel for rel in word.part.rels.values() if rel.reltype == f"{_OFFICE}/numbering"]
    if not relations:
        opc.add_part(
            word,
            "/word/numbering.xml",
            "numbering",
            lists.numbering_part(build, bool(body.lists), body.ordered_lists),
            "litreviewNumbering",
        )
        return
    root: Any = relations[0].target_part.element
    numbers = [int(e.get(f"{_W}abstractNumId")) for e in root.findall(f"{_W}abstractNum")]
    first = max([-1, *numbers]) + 1
    new = parse_xml(lists.numbering_part(build, bool(body.lists), body.ordered_lists, first))
    after_definitions = len([e for e in root if etree.QName(e).localname in ("numPicBullet", "abstractNum")])
    for position, element in enumerate(new.findall(f"{_W}abstractNum")):
        root.insert(after_definitions + position, element)
    last = [e for e in root if etree.QName(e).localname == "num"]
    for element in new.findall(f"{_W}num"):
        if last:
            last[-1].addnext(element)
        else:
            root.insert(len(root.findall(f"{_W}abstractNum")), element)
        last = [element]


def add_notes(word: WordDocument, build: Build, notes: Any) -> None:
    """Add the footnotes of a build, finished as elements, to those of the file."""
    if not build.notes:
        return
    main = word.part
    relations = [rel for rel in main.rels.values() if rel.reltype == f"{_OFFICE}/footnotes"]
    if relations:
        old: Any = relations[0].target_part
        root: Any = parse_xml(old.blob)
        for note in list(notes):
            root.append(note)
        _in_reading_order(word.element, root, build.host.note)
        part = XmlPart(old.partname, old.content_type, root, main.package)
        for rid, relation in old.rels.items():
            part.rels[rid] = relation
        relations[0]._target = part
        opc.add_links(part, build.note_story.links)
        return
    blob = footnotes_part([])
    root = parse_xml(blob)
    for note in list(notes):
        root.append(note)
    new = XmlPart(PackURI("/word/footnotes.xml"), f"{opc.WORD}.footnotes+xml", root, main.package)
    main.rels.add_relationship(f"{_OFFICE}/footnotes", new, "litreviewFootnotes")
    opc.add_links(new, build.note_story.links)
    settings: Any = word.settings.element
    if settings.find(f"{_W}footnotePr") is None:
        setting = parsed("w:settings", [SETTING])[0]
        later = [e for e in settings if etree.QName(e).localname in _BEFORE_NOTES]
        if later:
            later[0].addprevious(setting)
        else:
            settings.append(setting)


def _in_reading_order(text: Any, notes: Any, first: int) -> None:
    """Let footnotes be numbered upwards in the order in which the text refers to them: LibreOffice takes them for one another otherwise.

    `first` is the lowest number that was given to a new note. Notes before the first new one keep their numbers, those behind keep
    theirs where they are high enough.
    """
    own = {str(note.get(f"{_W}id")): note for note in notes if note.get(f"{_W}type") in (None, "normal")}
    references = [reference for reference in text.iter(f"{_W}footnoteReference") if reference.get(f"{_W}id") in own]
    order = list(dict.fromkeys([*(str(reference.get(f"{_W}id")) for reference in references), *own]))
    last, begun = 0, False
    numbers: dict[str, str] = {}
    for old in order:
        begun = begun or int(old) >= first
        number = last + 1 if int(old) >= first or (begun and int(old) <= last) else int(old)
        last = max(last, number)
        numbers[old] = str(number)
    for reference in references:
        reference.set(f"{_W}id", numbers[str(reference.get(f"{_W}id"))])
    for old in order:
        own[old].set(f"{_W}id", numbers[old])
        notes.append(own[old])


def add_properties_and_data(word: WordDocument, build: Build) -> None:
    """Custom properties and data; the preferences of Zotero and the sources of Word that the file has already stay."""
    properties = custom_properties(word)
    kept = any(name.startswith("ZOTERO_PREF") for name in properties)
    add_properties(word, [(n, text) for n, text in build.mode.properties(build) if not (kept and n.startswith("ZOTERO_PREF"))])
    old = data_of(word, manifest.NAMESPACE)
    blocks = [b for b in old if b.get("key")] if old is not None else []
    earlier = [manifest.Block(str(b.get("key")), str(b.get("name")), b.text or "") for b in blocks]
    generated = manifest.manifest_part(build.blocks, earlier, build.cites, build.options.kept)
    add_properties(word, manifest.properties(generated))
    add_data(word, manifest.NAMESPACE, generated)
    add_comments(word, build.comments)
    for namespace, blob in build.options.data:
        add_data(word, namespace, blob)
    for namespace, blob in build.mode.data(build):
        old = data_of(word, namespace) if namespace == SOURCES else None
        if old is not None and len(old):
            new = parse_xml(blob)
            for source in list(new):
                old.append(source)
            blob = etree.tostring(old, encoding="UTF-8", xml_declaration=True, standalone=True)
        add_data(word, namespace, blob)
