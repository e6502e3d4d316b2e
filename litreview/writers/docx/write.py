"""A resolved document to a Word file."""

from __future__ import annotations

from docx.document import Document as WordDocument

from litreview.document.nodes import Document
from litreview.writers.docx.blocks.body import Body
from litreview.writers.docx.blocks.lists import numbering_part
from litreview.writers.docx.citations import mode
from litreview.writers.docx.contents.document_body import document_body
from litreview.writers.docx.contents.wide_tables import upright
from litreview.writers.docx.package import layout, manifest, opc, xml
from litreview.writers.docx.package.build import Build
from litreview.writers.docx.package.comments import add_comments
from litreview.writers.docx.package.custom import add_data, add_properties
from litreview.writers.docx.package.notes import footnotes_part
from litreview.writers.docx.package.sections import OwnPages, number_part, places, relation_of
from litreview.writers.docx.package.styles import NAMES
from litreview.writers.docx.template.insert import insert
from litreview.writers.options import DEFAULT, Options


def write(document: Document, options: Options = DEFAULT) -> bytes:
    """The document as a ``.docx`` file; the same document and options give the same bytes.

    Raises UnknownName or ReadError for a layout or template that is not there or cannot be used.
    """
    if options.template is not None:
        return insert(document, options, options.template)
    look = layout.load(options.layout, NAMES)
    document = upright(document, look, OwnPages(look))
    build = Build(document, options, look, OwnPages(look), mode(document, options))
    body = document_body(build)
    text_part = xml.part("w:document", ("<w:body>", *body.finished(), "</w:body>"))
    target = opc.new(look, document.title, document.language, bool(build.notes), build.host.list if build.scheme else None)
    _add_stories(target, build, body)
    kept = build.manifest
    add_properties(target, [*build.mode.properties(build), *manifest.properties(kept)])
    add_comments(target, build.comments)
    for namespace, blob in (*build.mode.data(build), (manifest.NAMESPACE, kept), *options.data):
        add_data(target, namespace, blob)
    return opc.saved(target, {"word/document.xml": text_part})


def _add_stories(target: WordDocument, build: Build, body: Body) -> None:
    opc.add_links(target.part, build.body.links)
    for place in places(build.layout):
        kind = "header" if place.startswith("top") else "footer"
        opc.add_part(target, f"/word/{kind}_{place.replace('-', '_')}.xml", kind, number_part(place), relation_of(place))
    if body.lists or build.scheme:
        numbers = numbering_part(build, bool(body.lists), body.ordered_lists)
        opc.add_part(target, "/word/numbering.xml", "numbering", numbers, "numbering")
    opc.add_pictures(target, build.pictures)
    if build.notes:
        part = opc.add_part(target, "/word/footnotes.xml", "footnotes", footnotes_part(build.note_parts()), "footnotes")
        opc.add_links(part, build.note_story.links)
