"""Footnotes: the part that holds them, with the two separators Word expects (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.writers.docx.package import xml

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr>'
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
SETTING = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
"""What the settings must say where there are footnotes; it stands before ``w:compat``."""


def note_xml(number: int, content: str) -> str:
    """One footnote: its mark, then `content`."""
    mark = xml.element_run("<w:footnoteRef/>", '<w:rStyle w:val="FootnoteReference"/>')
    return f'<w:footnote w:id="{number}">{xml.P("FootnoteText", mark + xml.run(" ") + content)}</w:footnote>'


def footnotes_part(notes: Sequence[str]) -> bytes:
    """The whole of ``word/footnotes.xml`` of a file that has no other notes; `notes` are finished (`note_xml`)."""
    return xml.part("w:footnotes", [_SEPARATORS, *notes])
