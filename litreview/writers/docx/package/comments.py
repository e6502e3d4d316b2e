"""Comments: remarks at the margin that print or not, as the reader chooses (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from litreview.writers.docx.package import opc, xml
from litreview.writers.docx.package.xml import W

_AUTHOR, _INITIALS = "litreview", "lr"
_W = f"{{{W}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def around(number: int, content: str) -> str:
    """Runs with a comment on them; the mark that leads to it stands behind."""
    mark = xml.element_run(f'<w:commentReference w:id="{number}"/>')
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{mark}'


def _comment_xml(number: int, lines: Sequence[str]) -> str:
    """One comment, a paragraph for each line. It has no date: that of writing would make every file another one."""
    first = xml.element_run("<w:annotationRef/>")
    texts = [xml.run(line) for line in lines] or [""]
    paragraphs = "".join(str(xml.P("", (first if place == 0 else "") + text)) for place, text in enumerate(texts))
    return f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:initials="{_INITIALS}">{paragraphs}</w:comment>'


def first_free(word: WordDocument) -> int:
    """The first number that no comment of the file has."""
    numbers = [str(comment.get(f"{_W}id")) for part in _comment_parts(word) for comment in parse_xml(part.blob)]
    return max([-1, *(int(number) for number in numbers if number.isdigit())]) + 1


def add_comments(word: WordDocument, comments: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Put comments (number, lines) into the file, behind those it has."""
    if not comments:
        return
    new = "".join(_comment_xml(number, lines) for number, lines in comments)
    parts = _comment_parts(word)
    if not parts:
        opc.add_part(word, "/word/comments.xml", "comments", xml.part("w:comments", [new]), "litreviewComments")
        return
    old = parts[0]
    root: Any = parse_xml(old.blob)
    for comment in list(parse_xml(xml.part("w:comments", [new]))):
        root.append(comment)
    part = XmlPart(old.partname, old.content_type, root, word.part.package)
    for rid, relation in old.rels.items():
        part.rels[rid] = relation
    for relation in word.part.rels.values():
        if relation.reltype == f"{_OFFICE}/comments":
            relation._target = part


def _comment_parts(word: WordDocument) -> list[Any]:
    return [rel.target_part for rel in word.part.rels.values() if rel.reltype == f"{_OFFICE}/comments"]
