"""The body of a whole document, from the title to the last entry, with its contents in front."""

from __future__ import annotations

from litreview.document.nodes import Heading
from litreview.writers.docx.blocks.body import Body
from litreview.writers.docx.blocks.inlines import text
from litreview.writers.docx.contents.page_estimate import pages
from litreview.writers.docx.contents.toc import contents
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build


def document_body(build: Build) -> Body:
    """The whole document of a build, written."""
    document, body = build.document, Body(build)
    if document.title and not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        body.turn(landscape=False, opening=True)
        body.add(xml.P("Title", text(build, document.title, build.plain_context)))
    if build.options.contents:
        body.front(contents(build, pages(document, build.layout)))
    for block in document.blocks:
        body.block(block)
    return body
