"""The merged Word file: opened, decided on, written, its parts completed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import attrs
from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from lxml import etree

from litreview.audit.chapters.docx.package import opened as taken_apart
from litreview.document.nodes import Document, Figure, References
from litreview.merge.content import Content
from litreview.merge.docx.base import Base
from litreview.merge.docx.carried import Carried
from litreview.merge.docx.marks import drop_if_empty, renumber, sweep
from litreview.merge.docx.pictures import renew, stale
from litreview.merge.docx.remarks import KEPT, drop, signs
from litreview.merge.docx.stage import Stage
from litreview.merge.docx.story import Story, W
from litreview.merge.docx.turning import narrowed, turned
from litreview.merge.docx.writing import Writing
from litreview.merge.kept import works_of, works_text
from litreview.merge.plan import Merged, Resolve
from litreview.writers.docx.blocks.widths import is_narrow, widths_in
from litreview.writers.docx.citations import mode
from litreview.writers.docx.citations.sources import NAMESPACE as SOURCES
from litreview.writers.docx.contents.document_body import document_body
from litreview.writers.docx.contents.wide_tables import needs_turning
from litreview.writers.docx.package import layout as layouts
from litreview.writers.docx.package import manifest, opc
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.comments import add_comments
from litreview.writers.docx.package.custom import add_data, add_properties, data_of, remove_properties
from litreview.writers.docx.package.sections import OwnPages
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.docx.template.insert import add_lists, add_notes, add_styles, adopt, parsed
from litreview.writers.docx.template.opening import open_template, pages_at
from litreview.writers.options import Options, Template

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"


def merge(
    data: bytes,
    name: str,
    base: Base | None,
    document: Document,
    options: Options,
    resolve: Resolve,
    known: Collection[str],
    remarks: Mapping[str, str],
    policy: str = "comment",
) -> Merged:
    """The file `data`, generated last as `base` says, with `document` merged into it. Raises ReadError for what is no Word file.

    Without a base it counts as generated last what is generated now: then nothing is new, and the file is taken on as it stands.
    """
    base = base or _as_generated(document, options)
    template = Template(data, name, marker="", styles=options.template.styles if options.template else ())
    opened = open_template(template)
    body: Any = opened.word.element.body
    story = Story(base, taken_apart(data, name, sound=True), known, dict(works_of(base.kept.get("works", ""))))
    names = (str(mark.get(f"{W}name")).casefold() for mark in body.iter(f"{W}bookmarkStart"))
    story.bare = bool(base.cites) and not any(name.startswith(("_lrc_", "_lr_")) or name in base.by_name for name in names)
    stage = Stage(body, base, Content(document), story, policy, known)
    carried = Carried(body, stage)
    resolved, problems = resolve(carried.document(), tuple(story.works.items()))
    told = tuple(stage.told)
    figures = {block.key: block for block in document.blocks if isinstance(block, Figure)}
    pictures = stale(opened.word, stage.edited.lines, figures, base.kept)
    if not pictures and not carried.changes(resolved, dict(options.kept)):
        return Merged(None, told, problems)
    options = attrs.evolve(options, template=template, comments=())
    writing = Writing(opened, stage, carried, resolved, options, remarks)
    writing.write()
    renew(opened.word, pictures)
    _finish(writing, stage, options)
    return Merged(opc.saved(opened.word), told, problems)


def _finish(writing: Writing, stage: Stage, options: Options) -> None:
    """Tables as wide as they are now, nothing empty; styles, lists, notes, comments, properties and data."""
    build, word = writing.build, writing.opened.word
    for table in stage.tables:
        if table.changed_columns:
            pages = pages_at(writing.body, table.mine.element)
            if table.table.landscape and needs_turning(table.table, build.layout, pages):
                for made in turned(writing.body, table.mine.element):
                    writing.used |= adopt(made, writing.ids)
            width = pages_at(writing.body, table.mine.element).text_width(False)
            if table.set_widths(widths_in(build.layout, table.table, width)) and is_narrow(build.layout, table.table, width):
                writing.used |= narrowed(table.mine.element, build.layout, writing.ids)
    for line in stage.removed:
        drop_if_empty(line.paragraph)
    notes = parsed("w:footnotes", build.note_parts())
    used = writing.used | adopt(notes, writing.ids)
    add_styles(writing.opened, writing.look, used)
    add_lists(word, build, writing.growing)
    opc.add_pictures(word, build.pictures)
    opc.add_links(word.part, build.body.links)
    add_notes(word, build, notes)
    sweep(word.element)
    _drop_notes(word)
    renumber(writing.body)
    drop(word, writing.gone)
    add_comments(word, writing.comments)
    kept = _kept(writing, stage, options)
    remove_properties(word, ("ZOTERO_PREF_", "ZOTERO_BREF_", f"{manifest.PACKED}_"))
    add_properties(word, [*build.mode.properties(build), *manifest.properties(kept)])
    for namespace, blob in (*build.mode.data(build), (manifest.NAMESPACE, kept), *options.data):
        add_data(word, namespace, _with_others(word, blob) if namespace == SOURCES else blob)


def _kept(writing: Writing, stage: Stage, options: Options) -> bytes:
    """The manifest: what is generated now, the bibliography and the citations as they stand in the merged file."""
    columns = {f"{table.mine.key}/header": table.columns for table in stage.tables}
    now = [_in_place(block, columns) for block in generated(stage.content.document, options)]
    entries = [block for block in writing.build.blocks if block.kind == "entry"]
    frozen = [mark for name, mark in stage.base.cites.items() if name in writing.frozen]
    return manifest.manifest_part([*now, *entries], (), [*writing.build.cites, *frozen], _remembered(writing, options))


def _remembered(writing: Writing, options: Options) -> list[tuple[str, str]]:
    """What is kept beside the text: that a merge made it, the works that the merged text cites, the comments of ours."""
    left = (sign for number, sign in writing.ours.items() if number not in writing.gone)
    comments = signs((lines for _, lines in writing.comments), left)
    mine = (("works", works_text(writing.document.sources)), (KEPT, comments), ("merged", "yes"))
    return [*((name, text) for name, text in options.kept if name not in ("works", KEPT)), *mine]


def _in_place(block: manifest.Block, columns: Mapping[str, Sequence[str | None]]) -> manifest.Block:
    """The header of a table with its columns in the order in which they stand in the file."""
    order = columns.get(block.key)
    if order is None:
        return block
    place = {f"{block.key}/{name}": at for at, name in enumerate(order)}
    return attrs.evolve(block, units=tuple(sorted(block.units, key=lambda unit: place.get(unit.slot, len(order)))))


def _as_generated(document: Document, options: Options) -> Base:
    """The base of a file that keeps none: what would be generated now."""
    build = _built(document, options)
    return Base(tuple(build.blocks), {mark.name.casefold(): mark for mark in build.cites})


def generated(document: Document, options: Options) -> list[manifest.Block]:
    """The blocks of a document as a file of its own would keep them, but for the entries of its bibliography."""
    text = attrs.evolve(document, blocks=tuple(block for block in document.blocks if not isinstance(block, References)))
    return _built(text, attrs.evolve(options, contents=False), silent=True).blocks


def _built(document: Document, options: Options, silent: bool = False) -> Build:
    """A build of the whole document, as a file of its own has it; where it is `silent`, for what it keeps of its blocks alone."""
    plain = attrs.evolve(options, citations="plain", template=None, comments=(), data=())
    look = layouts.load(plain.layout, NAMES)
    build = Build(document, plain, look, OwnPages(look), mode(document, plain))
    build.silent = silent
    document_body(build)
    return build


def _drop_notes(word: WordDocument) -> None:
    """Take out the footnotes to which nothing refers any more."""
    used = {str(reference.get(f"{W}id")) for reference in word.element.iter(f"{W}footnoteReference")}
    for relation in word.part.rels.values():
        if relation.reltype != f"{_OFFICE}/footnotes":
            continue
        old = relation.target_part
        root: Any = parse_xml(old.blob)
        gone = [note for note in root if note.get(f"{W}type") in (None, "normal") and str(note.get(f"{W}id")) not in used]
        if gone:
            for note in gone:
                root.remove(note)
            part = XmlPart(old.partname, old.content_type, root, word.part.package)
            for rid, link in old.rels.items():
                part.rels[rid] = link
            relation._target = part


def _with_others(word: WordDocument, blob: bytes) -> bytes:
    """Word's sources with those that the writer added and nothing of ours has."""
    old = data_of(word, SOURCES)
    if old is None:
        return blob
    new: Any = parse_xml(blob)
    tags = {str(source.findtext(f"{_B}Tag")) for source in new}
    for source in list(old):
        if str(source.findtext(f"{_B}Tag")) not in tags:
            new.append(source)
    return etree.tostring(new, encoding="UTF-8", xml_declaration=True, standalone=True)
