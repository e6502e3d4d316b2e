"""From a page as it is written (plain text, Markdown, stray HTML) to its lines of visible text, each character knowing its place."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator

import attrs

from litreview.pages.emphasis import find_marks
from litreview.pages.offsets import Flat

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_BAR = re.compile(r"\|")
_RULE = re.compile(r"(?:[-=_*~#]\s?){3,}|[|:\s-]*-{3,}[|:\s-]*")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_PREFIX = re.compile(r"(?:[ \t\ufeff\u200b\u00a0]|>[ \t]?)*")
_TAGS = "i|b|u|p|em|br|hr|div|span|font|strong|small|center|sup|sub|h[1-6]|li|ul|ol|td|tr|table|tbody|html|body"
_SPECIAL = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>|<!--[^>]{{0,500}}-->)"
    r"|(?P<link>!?\[)(?=[^\[\]\n]{1,300}\]\((?:https?:|mailto:|#|/|\.)[^()\s]{0,500}\))"
    r"|(?P<target>\]\((?:https?:|mailto:|#|/|\.)[^()\s]{0,500}\))"
    r"|\^(?P<raised>[\d*†‡,]{1,7})\^"
    r"|(?P<invisible>[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]+)",
    re.IGNORECASE,
)
_UNPLAIN = re.compile(r"[\\&<\[\]^\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
"""Without one of these nothing special stands in a line."""

_NOTHING = Flat("", (), ())


@attrs.frozen(eq=False)
class Line:
    """One line of a page without its marks. `number` counts from 1.

    `heading` and `strong` say that all of it is a heading or bold; `lead` is how many characters at its beginning alone are bold.
    """

    flat: Flat
    number: int
    heading: bool = False
    strong: bool = False
    lead: int = 0

    @property
    def text(self) -> str:
        """The visible text, without white space at its ends; empty for a blank line."""
        return self.flat.text


@attrs.frozen
class _Raw:
    start: int
    end: int
    number: int
    heading: bool
    table: bool


def unwrap(page: str) -> tuple[Line, ...]:
    """The lines of `page`, in order, blank ones included; rules and table borders count as blank.

    >>> [line.text for line in unwrap("# **Kota\\nkembar**\\n\\n*a* &amp; b")]
    ['Kota', 'kembar', '', 'a & b']
    """
    lines: list[Line] = []
    pending: tuple[int, tuple[int, int]] | None = None
    for paragraph in _paragraphs(page):
        if not paragraph[0].end > paragraph[0].start:
            lines += [Line(_NOTHING, raw.number) for raw in paragraph]
            continue
        start, end = paragraph[0].start, paragraph[-1].end
        marks = find_marks(page[start:end])
        removed = [(start + a, start + b) for a, b in marks.removed]
        strong = [(start + a, start + b) for a, b, strength in marks.stretches if strength >= 2]
        if pending is not None and marks.closed is not None:
            index, opener = pending
            lines[index] = attrs.evolve(lines[index], flat=_drop(lines[index].flat, opener))
            removed = sorted([*removed, (start + marks.closed[0], start + marks.closed[1])])
            pending = None
        elif marks.opened is not None:
            pending = (len(lines), (start + marks.opened[0], start + marks.opened[1]))
        lines += [_line(page, raw, removed, strong) for raw in paragraph]
    return tuple(lines)


def _paragraphs(page: str) -> Iterator[list[_Raw]]:
    """Runs of lines that are blank, or belong to one paragraph; a heading is a paragraph of its own, unless its bold text goes on."""
    group: list[_Raw] = []
    goes_on = False
    for raw in _raw_lines(page):
        full = raw.end > raw.start
        if goes_on and full:
            raw = attrs.evolve(raw, heading=True)
        elif group and (raw.heading or group[-1].heading or full != (group[-1].end > group[-1].start)):
            yield group
            group = []
        group.append(raw)
        marks = page.count("**", raw.start, raw.end)
        goes_on = full and (marks % 2 == 1) is not goes_on if raw.heading else False
    if group:
        yield group


def _raw_lines(page: str) -> Iterator[_Raw]:
    at, number = 0, 1
    while True:
        match = _BREAK.search(page, at)
        end = match.start() if match else len(page)
        yield _raw(page, at, end, number)
        if not match:
            return
        at, number = match.end(), number + 1


def _raw(page: str, start: int, end: int, number: int) -> _Raw:
    prefix = _PREFIX.match(page, start, end)
    start = prefix.end() if prefix else start
    while end > start and page[end - 1].isspace():
        end -= 1
    heading = _HEADING.match(page, start, end)
    if heading:
        start = heading.end()
        while end > start and page[end - 1] in "# \t":
            end -= 1
    if end - start <= 200 and _RULE.fullmatch(page, start, end):
        end = start
    return _Raw(start, max(start, end), number, bool(heading), page.startswith("|", start))


def _line(page: str, raw: _Raw, removed: list[tuple[int, int]], strong: list[tuple[int, int]]) -> Line:
    pieces: list[Flat] = []
    at = raw.start
    plain = not removed and not raw.table and not _UNPLAIN.search(page, raw.start, raw.end)
    for start, end, text in () if plain else _cuts(page, raw, removed):
        if start < at:
            continue
        if start > at:
            pieces.append(Flat.cut(page, at, start))
        if text:
            pieces.append(Flat.put(text, start, end))
        at = end
    if at < raw.end:
        pieces.append(Flat.cut(page, at, raw.end))
    flat = Flat.join(pieces).strip()
    flat = Flat(flat.text.replace("\u00a0", " "), flat.starts, flat.ends) if "\u00a0" in flat.text else flat
    whole, lead = _strength(flat, strong)
    return Line(flat, raw.number, raw.heading, whole, lead)


def _cuts(page: str, raw: _Raw, removed: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """(start, end, what stands for it) of everything in the line that is not text, in order."""
    first, last = (bisect_left(removed, (place, place)) for place in (raw.start, raw.end))
    cuts = [(start, end, "") for start, end in removed[first:last]]
    for match in _SPECIAL.finditer(page, raw.start, raw.end):
        text = ""
        if match["escape"]:
            text = match["escape"][1]
        elif match["entity"]:
            text = html.unescape(match["entity"])
            if text == match["entity"]:
                continue
        elif match["raised"]:
            text = match["raised"]
        elif match["tag"]:
            text = " " if match["tag"].casefold().startswith(("<br", "</td")) else ""
        cuts.append((*match.span(), text))
    if raw.table:
        bars = [m.start() for m in _BAR.finditer(page, raw.start, raw.end)]
        cuts += [(bar, bar + 1, "" if bar in (raw.start, raw.end - 1) else "\t") for bar in bars]
    return sorted(cuts)


def _strength(flat: Flat, strong: list[tuple[int, int]]) -> tuple[bool, int]:
    for start, end in strong:
        if flat.text and start <= flat.starts[0] < end:
            return (True, 0) if end >= flat.ends[-1] else (False, bisect_left(flat.starts, end))
    return False, 0


def _drop(flat: Flat, place: tuple[int, int]) -> Flat:
    keep = [n for n, start in enumerate(flat.starts) if not place[0] <= start < place[1]]
    if len(keep) == len(flat):
        return flat
    return Flat("".join(flat.text[n] for n in keep), [flat.starts[n] for n in keep], [flat.ends[n] for n in keep])
