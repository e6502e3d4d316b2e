"""What a part of a page is by the parts around it: sentences that go on with an abstract, lists of keywords without their label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

import attrs

from litreview.languages import detect
from litreview.pages.headings import is_stated_heading
from litreview.pages.lines import is_front_line
from litreview.pages.names import are_persons
from litreview.pages.part import Part
from litreview.pages.prose import END, SHORT
from litreview.pages.vocabulary import vocabulary

_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?[,;]\s*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_KEYWORD = 5
_SPOKEN = 0.25
"""The share of common words in the first line of a sentence."""
_USED = 0.6
_FULL = 0.8
"""A line of this share of the width of the next lines is full."""


def with_continuations(parts: Sequence[Part]) -> Iterator[Part]:
    """Short paragraphs between those of an abstract belong to it: a sentence of its own, a heading such as "Method".

    So does a short sentence with which an abstract begins, straight under its heading.
    """
    inside = under_heading = unended = False
    spoken = _spoken(parts)
    for number, part in enumerate(parts):
        after = parts[number + 1].kind if number + 1 < len(parts) else None
        if part.kind == "front" and not part.label and (inside or under_heading):
            alone = under_heading and number in spoken
            sentence = _is_sentence(part) and (inside or ((after == "prose" or alone) and not _is_title_like(part)))
            marked = any(is_front_line(line) for line in part.lines)
            heading = is_stated_heading(part.flat.text) and (after == "prose" or under_heading)
            text = under_heading and len(set(part.flat.text.casefold().split())) >= SHORT and not _is_title_like(part)
            rest = unended and len(part.lines) == 1 and len(part.flat.text.split()) <= _KEYWORD and part.flat.text.endswith(".")
            broken = after == "prose" and parts[number - 1].kind == "heading" and _runs_on(part, parts[number + 1])
            goes_on = unended and part.flat.text[:1].islower() and len(part.flat.text.split()) >= SHORT and not are_persons(part.flat.text)
            if rest or (not marked and (sentence or heading or text or broken or goes_on)):
                part = attrs.evolve(part, kind="prose")
        elif part.kind == "front" and after == "prose" and _is_first_line(part, parts[number + 1]):
            part = attrs.evolve(part, kind="prose")
        unended = part.kind == "prose" and not END.search(part.flat.text)
        if part.kind == "prose":
            inside = True
        elif part.kind != "tail":
            inside = False
        under_heading = part.kind == "heading" or (under_heading and part.kind == "front")
        yield part


def _runs_on(part: Part, following: Part) -> bool:
    """Whether a line that is not ended is the first of the text under it: the end of a page, or an empty line, stands between."""
    text = part.flat.text
    if len(part.lines) > 1 or END.search(text) or _is_title_like(part) or text.isupper():
        return False
    width = max((len(line.text) for line in following.lines[:-1]), default=0)
    return following.flat.text[:1].islower() or (len(following.lines) > 2 and len(text) >= _FULL * width)


def _is_first_line(part: Part, following: Part) -> bool:
    """Whether a line without a heading over it is the first of the sentence that an empty line breaks."""
    text = part.flat.text
    spoken = len(text.split()) > _KEYWORD and detect.stop_share(text) >= _SPOKEN and not is_front_line(part.lines[0])
    return spoken and not part.label and following.flat.text[:1].islower() and _runs_on(part, following)


def _spoken(parts: Sequence[Part]) -> frozenset[int]:
    """The places of the paragraphs of front matter from which on, up to a part of another kind, all are sentences unlike a title."""
    places: set[int] = set()
    spoken = True
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        spoken = part.kind != "front" or bool(part.label) or (spoken and _is_sentence(part) and not _is_title_like(part))
        places |= {number} if spoken else set()
    return frozenset(places)


def _is_title_like(part: Part) -> bool:
    """Whether a paragraph is printed as a title is: bold, a heading, or most of its words with a capital."""
    words = [w for w in part.flat.text.split() if w[0].isalpha()]
    return all(line.strong or line.heading for line in part.lines) or sum(w[0].isupper() for w in words) > len(words) / 2


def _is_sentence(part: Part) -> bool:
    text = part.flat.text
    items = _BETWEEN.split(text)
    if len(items) > 2 and all(item[:1].isupper() and len(item.split()) <= _KEYWORD for item in items):
        return False  # a list, each item with a capital
    return bool(END.search(text)) and len(text.split()) > 4 and detect.stop_share(text) >= 0.1


def _is_used(items: Sequence[str], text: str) -> bool:
    """Whether running text (in small letters) uses most of the words of a list: they are no names."""
    words = [word for item in items for word in _WORD.findall(item.casefold())]
    return bool(text) and sum(word in text for word in words) >= _USED * len(words)


def _prose_of(parts: Sequence[Part]) -> str:
    """The running text of a page in small letters."""
    return " ".join(part.flat.text for part in parts if part.kind == "prose").casefold()


def with_lists(parts: Sequence[Part]) -> Iterator[Part]:
    """A list of short items without its label, straight over an abstract or under one, is a list of keywords."""
    prose = cache(partial(_prose_of, parts))
    for number, part in enumerate(parts):
        if part.kind != "front" or part.label or len(part.lines) != 1 or part.lines[0].text[:1] in "•·▪*(":
            yield part
            continue
        around = {parts[n].kind for n in (number - 1, number + 1) if 0 <= n < len(parts)}
        text = part.flat.text
        items = _BETWEEN.split(text.strip(" .;,"))
        short = len(items) > 2 and all(0 < len(item.split()) <= _KEYWORD for item in items)
        listless = not any(near.kind == "keywords" for near in parts[max(0, number - 1) : number + 2])
        if (
            short
            and listless
            and text[:1].isalpha()
            and around & {"prose", "heading"}
            and (_is_used(items, prose()) or not (are_persons(text) or vocabulary().place_within.search(text)))
            and not is_front_line(part.lines[0])
        ) and (not any(mark in text for mark in ".@/") or text.rstrip().endswith(".")):
            part = attrs.evolve(part, kind="keywords", label="")
        yield part
