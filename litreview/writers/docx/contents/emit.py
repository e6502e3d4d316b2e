"""All blocks of a document, from the title to the last entry, as the parts of a body."""

from __future__ import annotations

from litreview.document.nodes import Heading
from litreview.writers.docx.blocks.block import Body
from litreview.writers.docx.blocks.inlines import text
from litreview.writers.docx.contents.estimate import pages
from litreview.writers.docx.contents.table import contents
from litreview.writers.docx.package import xml
from litreview.writers.docx.package.build import Build


def emitted(build: Build) -> Body:
    """The whole document of a build as the parts of a body."""
    document, body = build.document, Body(build)
    if document.title and not any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        body.turn(landscape=False, opening=True)
        body.add(xml.P("Title", text(build, document.title, build.plain_context)))
    if build.options.contents:
        body.front(contents(build, pages(document, build.layout)))
    for block in document.blocks:
        body.block(block)
    return body
