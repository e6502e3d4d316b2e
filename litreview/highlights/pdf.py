"""A PDF as somebody read it: the marks that readers put into the file, the text below them, and the text of a page.

pypdf reads the annotations and the text of pages; the exact words below a mark are cut out by pypdfium2 (the extra ``pdf``).
Source: ISO 32000-1, 12.5 (annotations) and 12.4.2 (page labels).
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import attrs

from litreview.highlights.words import comment_text, page_in, source_text
from litreview.record import Highlight
from litreview.record.colours import colour_of
from litreview.record.highlights import Kind

try:
    import pypdf
except ImportError:  # a file is then no PDF to us, as one that is broken
    pypdf = None  # type: ignore[assignment]
try:
    import pypdfium2
except ImportError:  # the extra is not installed: said where words are missing for want of it
    pypdfium2 = None

# What pypdf makes of a damaged file is for those who set up logging; without a handler Python would print it beside our messages.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

MOST_PAGES, MOST_MARKS = 3_000, 5_000
_KINDS: dict[str, Kind] = {
    "/Highlight": "highlight",
    "/Underline": "underline",
    "/Squiggly": "underline",
    "/Text": "note",
    "/FreeText": "text",
    "/Square": "image",
}
_OF_TEXT = ("highlight", "underline")
_INSET = 0.2
"""So much of the height of a mark is left out above and below, where it touches the lines beside."""


@attrs.frozen
class Marked:
    """The marks of a file in the order of its pages; `sheets` is how many pages it has, `labelled` whether it says how they are numbered.

    `wordless` counts the marks on text whose words could not be read, for want of pypdfium2.
    """

    highlights: tuple[Highlight, ...] = ()
    sheets: int = 0
    labelled: bool = False
    wordless: int = 0


def in_pdf(data: bytes, tag: str | None) -> Marked | None:
    """The marks in the PDF `data` of a work in the language `tag`; None for what is no PDF that can be read."""
    reader = _reader(data)
    if reader is None:
        return None
    try:
        labels = list(reader.page_labels[:MOST_PAGES]) if "/PageLabels" in reader.root_object else []
        drawn = [(n, one) for n, page in enumerate(reader.pages[:MOST_PAGES]) for one in _annotations(page)][:MOST_MARKS]
        sheets = len(reader.pages)
    except Exception:  # pypdf raises whatever a broken file makes it stumble over
        return None
    words = _words(data, drawn)
    marked: list[Highlight] = []
    wordless = 0
    for (number, mark), text in zip(drawn, words, strict=True):
        kind = _KINDS[mark.subtype]
        page, comment = page_in(mark.contents)
        said = source_text(text, tag)
        if _bare(comment) == _bare(text or ""):
            comment = ""
        wordless += kind in _OF_TEXT and text is None
        highlight = Highlight(
            said,
            comment_text(comment),
            page or (labels[number] if number < len(labels) else None),
            mark.colour,
            kind=kind,
            sheet=number + 1,
            id=mark.name,
        )
        if highlight.text or highlight.comment:
            marked.append(highlight)
    return Marked(tuple(marked), sheets, bool(labels), wordless)


@attrs.frozen
class _Annotation:
    subtype: str
    contents: str
    colour: str | None
    name: str | None
    boxes: tuple[tuple[float, float, float, float], ...]
    """Left, bottom, right, top of each line of it, in points, from above."""


def _annotations(page: Any) -> Iterator[_Annotation]:
    """The marks of a page that somebody made, from above; links, forms and pop-ups are none."""
    listed: list[_Annotation] = []
    for entry in page.get("/Annots") or ():
        one = entry.get_object()
        subtype = str(one.get("/Subtype", ""))
        if subtype not in _KINDS:
            continue
        quads = [float(value) for value in one.get("/QuadPoints") or ()]
        boxes = [_box(quads[at : at + 8]) for at in range(0, len(quads) - 7, 8)]
        rect = [float(value) for value in one.get("/Rect") or ()]
        if not boxes and len(rect) == 4:
            boxes = [(min(rect[0], rect[2]), min(rect[1], rect[3]), max(rect[0], rect[2]), max(rect[1], rect[3]))]
        name = one.get("/NM")
        contents = str(one.get("/Contents") or "").replace("\r", "\n").strip()
        listed.append(_Annotation(subtype, contents, _colour(one.get("/C")), str(name) if name else None, tuple(boxes)))
    yield from sorted(listed, key=lambda one: (-one.boxes[0][3], one.boxes[0][0]) if one.boxes else (0.0, 0.0))


def _box(quad: Sequence[float]) -> tuple[float, float, float, float]:
    return min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])


def _colour(parts: Any) -> str | None:
    values = [min(1.0, max(0.0, float(part))) for part in parts or ()]
    if len(values) == 1:
        values *= 3
    if len(values) == 4:  # cyan, magenta, yellow, black
        values = [(1 - value) * (1 - values[3]) for value in values[:3]]
    return colour_of("#" + "".join(f"{round(value * 255):02x}" for value in values)) if len(values) == 3 else None


def _by_line(boxes: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Boxes that follow each other on one line as one: some readers make one for each word, and a word at an edge would be read twice.

    >>> _by_line([(72, 700, 90, 710), (91, 699, 200, 711), (72, 688, 200, 698)])
    [(72, 699, 200, 711), (72, 688, 200, 698)]
    """
    lines: list[tuple[float, float, float, float]] = []
    for left, bottom, right, top in boxes:
        if lines:
            before = lines[-1]
            height = min(top - bottom, before[3] - before[1])
            level = min(top, before[3]) - max(bottom, before[1]) > height / 2
            if level and before[0] - height <= left <= before[2] + height:
                lines[-1] = (min(left, before[0]), min(bottom, before[1]), max(right, before[2]), max(top, before[3]))
                continue
        lines.append((left, bottom, right, top))
    return lines


def _words(data: bytes, drawn: Sequence[tuple[int, _Annotation]]) -> list[str | None]:
    """The words below each mark on text; None where they cannot be read."""
    if pypdfium2 is None or not any(_KINDS[one.subtype] in _OF_TEXT for _, one in drawn):
        return [None] * len(drawn)
    texts: list[str | None] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return [None] * len(drawn)
    try:
        pages: dict[int, Any] = {}
        for number, one in drawn:
            if _KINDS[one.subtype] not in _OF_TEXT:
                texts.append(None)
                continue
            if number not in pages:
                pages = {number: document[number].get_textpage()}
            lines = []
            for left, bottom, right, top in _by_line(one.boxes):
                inset = (top - bottom) * _INSET
                lines.append(pages[number].get_text_bounded(left, bottom + inset, right, top - inset).strip())
            texts.append("\n".join(line for line in lines if line) or None)
    except pypdfium2.PdfiumError:
        return [*texts, *[None] * (len(drawn) - len(texts))]
    finally:
        document.close()
    return texts


@attrs.define(eq=False)
class PageTexts:
    """The texts of the pages of one file, each read when it is first asked for."""

    reader: Any
    _known: dict[int, str] = attrs.field(factory=dict, init=False)

    @property
    def sheets(self) -> int:
        """How many pages there are."""
        return min(len(self.reader.pages), MOST_PAGES)

    def letters(self, sheet: int) -> str:
        """The letters and digits of a page (from 1), as `letters` gives them; "" for one that there is not, or that cannot be read."""
        if sheet not in self._known:
            try:
                text = self.reader.pages[sheet - 1].extract_text() if 1 <= sheet <= self.sheets else ""
            except Exception:
                text = ""
            self._known[sheet] = letters(text)
        return self._known[sheet]

    def label(self, sheet: int) -> str | None:
        """What is printed as the number of a page, where the file says it."""
        try:
            labels = self.reader.page_labels if "/PageLabels" in self.reader.root_object else []
        except Exception:
            return None
        return labels[sheet - 1] if 1 <= sheet <= len(labels) else None


def page_texts(data: bytes) -> PageTexts | None:
    """The texts of the PDF `data`; None for what is no PDF that can be read."""
    reader = _reader(data)
    return PageTexts(reader) if reader is not None else None


def letters(text: str) -> str:
    """The letters and digits of a text, small and without ligatures: what two programs that read one page agree on.

    >>> letters("The ﬁrst co-\\noperation, 2019")
    'thefirstcooperation2019'
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _bare(text: str) -> str:
    return letters(text)


def _reader(data: bytes) -> Any:
    if pypdf is None:
        return None
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        return reader if len(reader.pages) else None
    except Exception:
        return None
