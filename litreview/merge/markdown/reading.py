"""An edited Markdown file taken apart: its lines, what is left alone, the base that it keeps."""

from __future__ import annotations

import re

import attrs

from litreview.merge.docx.base import Base, base_of, cite_of
from litreview.merge.markdown.lines import Known, Line
from litreview.writers._markdown_kept import REFERENCE, taken_out
from litreview.writers.docx.package.manifest import NOTE

_SEAL = re.compile(r"\n?<!-- litreview sha256:[0-9a-f]{64} -->\n?")
_HEADING = re.compile(r" {0,3}#{1,6}\s+")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s+")
_CAPTION = re.compile(r"\*\*\S+ [\dIVXLC.]+\*\*\s")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*")
_FENCE = re.compile(r" {0,3}(```+|~~~+|:::+)")
_CELLS = re.compile(r"(?:\\.|[^\\|])*")


@attrs.frozen
class Source:
    """A file: its lines, its base, and the labels of the notes in it. The end marks of lines are those of the file."""

    lines: list[Line]
    base: Base
    notes: dict[str, str]
    ours: frozenset[str]


def base_in_markdown(data: bytes) -> Base | None:
    """What was generated last, as the Markdown file `data` keeps it; None where it keeps nothing."""
    part = taken_out(data.decode("utf-8", "replace").replace("\r\n", "\n"))[1]
    return base_of(part) if part is not None else None


def read(data: bytes, base: Base) -> Source:
    """Take a file apart."""
    text = taken_out(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").replace("\r\n", "\n"))[0]
    text = _SEAL.sub("\n", text).rstrip("\n")
    notes = {m[1]: " ".join(line[m.end() :].split()) for line in text.split("\n") if (m := _NOTE.match(line))}
    cites = {mark.shown: cite for mark in base.cites.values() if NOTE not in mark.shown and (cite := cite_of(mark.code)) is not None}
    ours: set[str] = set()
    for mark in base.cites.values():
        before, in_note, note = mark.shown.partition(NOTE)
        labels = [label for label, words in notes.items() if in_note and words == " ".join(note.split())]
        cite = cite_of(mark.code) if labels else None
        if cite is not None:
            ours.update(labels)
            cites.update((f"{before}[^{label}]", cite) for label in labels if f"{before}[^{label}]" in text)
    references = {mark.shown: mark.code.removeprefix(REFERENCE) for mark in base.cites.values() if mark.code.startswith(REFERENCE)}
    known = Known({words: cite for words, cite in cites.items() if len(words) > 2}, {w: k for w, k in references.items() if len(w) > 4})
    return Source(_lines(text, known), base, notes, frozenset(ours))


def _lines(text: str, known: Known) -> list[Line]:
    lines: list[Line] = []
    raw = text.split("\n")
    at = 0
    if raw[:1] == ["---"] and "---" in raw[1:]:
        at = raw.index("---", 1) + 1
        lines += [Line(line, "verbatim", len(line)) for line in raw[:at]]
    while at < len(raw):
        line, size = raw[at], 1
        fence = _FENCE.match(line)
        if fence:
            while at + size < len(raw) and not raw[at + size].strip().startswith(fence[1]):
                size += 1
            size = min(size + 1, len(raw) - at)
            lines += [Line(one, "verbatim", len(one)) for one in raw[at : at + size]]
        elif not line.strip() or _alone(line):
            lines.append(Line(line, "verbatim", len(line)))
        elif line.lstrip().startswith("<!--"):
            while "-->" not in raw[at + size - 1] and at + size < len(raw):
                size += 1
            joined = "\n".join(raw[at : at + size])
            lines.append(Line(joined, "verbatim", len(joined)))
        elif line.startswith("|"):
            lines.append(_row(line, known))
        elif found := _HEADING.match(line):
            lines.append(Line(line, "heading", found.end(), known))
        elif found := _NOTE.match(line):
            lines.append(Line(line, "note", found.end(), known))
        else:
            item = _ITEM.match(line)
            while at + size < len(raw) and _goes_on(raw[at + size]):
                size += 1
            kind = "caption" if _CAPTION.match(line) else "text"
            lines.append(Line("\n".join(raw[at : at + size]), kind, item.end() if item else 0, known))
        at += size
    return lines


def _alone(line: str) -> bool:
    return line.strip() in ("---", "***", "___")


def _goes_on(line: str) -> bool:
    """Whether a line is a part of the paragraph before it."""
    marks = (_HEADING, _ITEM, _NOTE, _FENCE)
    return bool(line.strip()) and not _alone(line) and not line.startswith(("|", "<!--")) and not any(m.match(line) for m in marks)


def _row(line: str, known: Known) -> Line:
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells: list[str] = []
    at = 0
    while at <= len(inner):
        found = _CELLS.match(inner, at)
        assert found is not None
        cells.append(found[0].strip())
        at = found.end() + 1
    row = Line(line, "row", len(line), known)
    row.cells = [Line(cell, "cell", 0, known) for cell in cells]
    return row
