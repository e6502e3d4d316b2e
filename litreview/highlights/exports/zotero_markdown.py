"""Notes of Zotero exported as Markdown: quotations with a link to the item and to the page of its file, the reader's words behind them."""

from __future__ import annotations

import re

from litreview.highlights.exports import Excerpts, Export
from litreview.highlights.words import comment_text, page_in, source_text
from litreview.record import Highlight

_ITEM = re.compile(r"\(\[(?P<said>[^\[\]]{1,200})\]\(zotero://select/(?:library|groups/\d+)/items/(?P<item>[A-Z0-9]{8})\)\)")
_FILE = re.compile(r"\s*\(\[[^\[\]]{1,40}\]\(zotero://open-pdf/[^()\s]*?(?:\?|&)(?:page=(?P<sheet>\d+))?[^()\s]*\)\)")
_NAME = re.compile(r"annotation=([A-Z0-9]{8})")
_QUOTED = re.compile(r"[“\"„«](?P<words>[^\n]+)[”\"“»]\s*$")


def read(text: str) -> tuple[Excerpts, ...] | None:
    """The marks by the item that they are of; None for Markdown without links into Zotero."""
    works: dict[str, list[Highlight]] = {}
    for paragraph in re.split(r"\n\s*\n|\n(?=[-*] )", text):
        line = " ".join(paragraph.split()).lstrip("-*> ")
        link = _ITEM.search(line)
        if link is None:
            continue
        quoted = _QUOTED.search(line[: link.start()].rstrip())
        file = _FILE.match(line, link.end())
        behind = line[file.end() if file else link.end() :].strip()
        name = _NAME.search(file[0]) if file else None
        page, _ = page_in(f"({link['said']})")
        mark = Highlight(
            source_text(quoted["words"], None) if quoted else source_text(None, None),
            comment_text(behind),
            page,
            kind="highlight" if quoted else "note",
            sheet=int(file["sheet"]) if file and file["sheet"] else None,
            id=name[1] if name else None,
        )
        if mark.text or mark.comment:
            works.setdefault(link["item"], []).append(mark)
    return tuple(Excerpts(tuple(marks), item=item) for item, marks in works.items()) or None


EXPORT = Export("zotero-markdown", (".md", ".markdown"), read)
