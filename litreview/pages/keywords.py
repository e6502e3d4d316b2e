"""A list of keywords as printed, cut into its keywords."""

from __future__ import annotations

import re

from litreview.pages.offsets import Flat
from litreview.pages.part import Part
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_BULLET = re.compile(r"\s*(?:[-*•·▪–—]|\(?\d{1,2}[.)])\s+")
_SPACE = " \t\n\u00a0"
MOST = 40


def split_keywords(flat: Flat) -> tuple[Flat, ...]:
    """The keywords of one list in printed order, without the marks between them and a final full stop. Empty ones are left out.

    They are apart by semicolons, else by commas (not within brackets), else by bullets or slashes; one alone is a list of one.

    >>> text = "Sister city , kerja sama (desa, kota); smart city;."
    >>> [k.text for k in split_keywords(Flat.cut(text, 0, len(text)))]
    ['Sister city , kerja sama (desa, kota)', 'smart city']
    """
    pieces = [flat := _trim(flat, bullet=False)]
    for mark in (";", "؛", "；", ",", "،", "，", "、", "•", "·", "|", "\t", " / ", " – ", " — "):
        pieces = _cut(flat, mark)
        if len(pieces) > 1:
            break
    pieces = [*pieces[:-1], *_last_pieces(pieces[-1], len(pieces))] if len(pieces) > 1 else _numbered(flat)
    trimmed = [_unquoted(_trim(piece)) for piece in pieces]
    keywords = [piece for piece in trimmed if any(c.isalnum() for c in piece.text)]
    return tuple(keywords[:MOST])


def _cut(flat: Flat, mark: str) -> list[Flat]:
    if mark not in flat.text:
        return [flat]
    pieces: list[Flat] = []
    depth = start = at = 0
    text = flat.text
    while at < len(text):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth = max(0, depth - 1)
        if not depth and text.startswith(mark, at):
            pieces.append(flat[start:at])
            at += len(mark)
            start = at
        else:
            at += 1
    return [*pieces, flat[start:]]


def _last_pieces(piece: Flat, count: int) -> list[Flat]:
    """The last piece of a list may still hold two: "kota, desa dan negara"; "dan negara" after a comma loses its "dan"."""
    trimmed = _trim(piece)
    match = vocabulary().listed.match(trimmed.text)
    return [trimmed[match.end() :]] if match and count > 1 else [piece]


def _numbered(flat: Flat) -> list[Flat]:
    """Keywords set apart by numbers alone ("1. kota 2. desa")."""
    marks = [m.span() for m in re.finditer(r"(?:^|\s)\(?\d{1,2}[.)]\s+", flat.text)]
    if len(marks) < 2:
        return [flat]
    return [flat[a:b] for (_, a), b in zip(marks, [*(start for start, _ in marks[1:]), len(flat.text)], strict=True)]


def _unquoted(flat: Flat) -> Flat:
    return flat[1:-1] if len(flat.text) > 2 and flat.text[0] + flat.text[-1] in ("“”", "‘’", '""', "''") else flat


def _trim(flat: Flat, bullet: bool = True) -> Flat:
    flat = flat.strip(_SPACE)
    bullet_match = _BULLET.match(flat.text) if bullet else None
    if bullet_match and bullet_match.end() < len(flat.text):
        flat = flat[bullet_match.end() :]
    flat = flat.strip(_SPACE + ",;:")
    if flat.text.endswith(".") and not re.search(r"(?:\b[A-Z]\.){2,}$", flat.text):
        flat = flat[:-1].strip(_SPACE + ",;:.")
    return flat


def split_lists(part: Part) -> tuple[Flat, ...]:
    """The lists under one label: a second label within the line begins a second list; keywords of a line each are one list."""
    if len(part.lines) > 1 and not re.search(r"[;,؛،；，]", part.flat.text):
        return (Flat.join([_trim(line.flat) for line in _under_label(part)], ";"),)
    vocab = vocabulary()
    gap = re.compile(rf"(?<![\s/|])[\s/|]+(?={vocab.keywords.pattern})", re.IGNORECASE).search(part.flat.text)
    label = vocab.keywords.match(part.flat.text[gap.end() :]) if gap else None
    if not gap or not label or ":" not in label.group():
        return (part.flat,)
    return part.flat[: gap.start()], part.flat[gap.end() + label.end() :]


def _under_label(part: Part) -> tuple[Line, ...]:
    return tuple(line for line in part.lines if line.text)
