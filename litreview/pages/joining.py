"""Joining the lines of a paragraph: a line break is a space, unless it cuts a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from litreview.pages.offsets import Flat
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import vocabulary

_CUT = re.compile(r"([^\W\d_]+)[-\u2010]$")
_SPACE = re.compile(r"\s")
_SPACES = re.compile(r" {2,}")
_EDGE = 60
_FIRST = re.compile(r"[^\W\d_]+")


def join_text(lines: Sequence[Line], words: Collection[str] = ()) -> str:
    """The text of `lines` as `join_lines` makes it, where its places in the page are not asked for."""
    pieces: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        hyphen_stays = _hyphen_stays(line.text, following, words) if following else None
        pieces.append(line.text + " " * bool(following) if hyphen_stays is None else line.text if hyphen_stays else line.text[:-1])
    return " ".join("".join(pieces).split())


def join_lines(lines: Sequence[Flat], words: Collection[str] = ()) -> Flat:
    """One text of `lines`, white space within made single spaces. `words` are the words of the page, in small letters.

    A hyphen at the end of a line stays where it belongs to a word (a reduplication, capitals, "open-source", words the page has apart);
    where it only breaks a word it goes.

    >>> cut = [Flat.cut(t, 0, len(t)) for t in ("negara-", "negara dan peng-", "guna di ASIA-", "PASIFIK")]
    >>> join_lines(cut).text
    'negara-negara dan pengguna di ASIA-PASIFIK'
    """
    pieces: list[Flat] = []
    for number, line in enumerate(lines):
        following = lines[number + 1].text if number + 1 < len(lines) else ""
        hyphen_stays = _hyphen_stays(line.text, following, words) if following else None
        if not following or hyphen_stays is None:
            pieces.append(line)
            if following:
                pieces.append(Flat.put(" ", line.ends[-1], max(line.ends[-1], lines[number + 1].starts[0])))
        else:
            pieces.append(line if hyphen_stays else line[:-1])
    return squeeze(Flat.join(pieces))


def squeeze(flat: Flat) -> Flat:
    """`flat` with each run of white space made one space."""
    if flat.text.count(" ") == len(flat.text.split()) - 1:
        return flat
    flat = Flat(_SPACE.sub(" ", flat.text), flat.starts, flat.ends)
    if "  " not in flat.text:
        return flat
    pieces, at = [], 0
    for gap in _SPACES.finditer(flat.text):
        pieces += [flat[at : gap.start()], Flat.put(" ", *flat.place(*gap.span()))]
        at = gap.end()
    return Flat.join([*pieces, flat[at:]])


def _hyphen_stays(line: str, following: str, words: Collection[str]) -> bool | None:
    """Whether the hyphen that ends `line` is part of a word; None where no word goes on."""
    if not line.endswith(("-", "\u2010")):
        return None
    before, after = _CUT.search(line[-_EDGE:]), _FIRST.match(following[:_EDGE])
    if not before or not after:
        return None
    left, right = before[1], after[0]
    if right[0].isupper():
        return True
    left, right = left.casefold(), right.casefold()
    if right.startswith(left) or left.endswith(right) or left[-4:] == right[-4:] or left in vocabulary().compounds:
        return True
    return left in words and right in words and left + right not in words


def whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a page in small letters, without those that a line end breaks; none where no line ends with a hyphen."""
    if not any(line.text.endswith(("-", "\u2010")) for line in lines):
        return frozenset()
    words: set[str] = set()
    broken = False
    for line in lines:
        listed = _FIRST.findall(line.text)
        ends = line.text.endswith(("-", "\u2010"))
        words.update(word.casefold() for word in listed[1 if broken else 0 : len(listed) - ends])
        broken = ends
    return frozenset(words)
