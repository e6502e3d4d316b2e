"""The titles of a page: which of the lines that can be one are, in which language, and without what a copy prints beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise, permutations

import attrs

from litreview.languages import detect
from litreview.languages.marks import any_mark
from litreview.pages.front_items import Item
from litreview.pages.lines import article
from litreview.pages.names import are_persons, has_degree
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals, main_part, readable
from litreview.pages.tongues import are_akin, tongue_short, tongue_title
from litreview.pages.vocabulary import vocabulary
from litreview.record import Name, Study

_WORD = re.compile(r"[^\W\d_]+")
_NOTE_BEHIND = re.compile(r"\s\d\)$|(?<=[^\W\d_]{4})\d$")
_TITLE_LEFT = 25
_MOST = 100
"""No page prints more titles over one abstract that are compared with each other."""
_BETWEEN = 30
"""What a site prints between a title and the same once more is not longer."""
_PAGE_NUMBER = re.compile(r"\d{1,4}\s+(?=[^\W\d_])")
_FIRST_PAGE = re.compile(r"1\s+[^\W\d_]{2}")
"""The number of the first page, before a title in capitals."""
_LEAST_WORDS, _SIGNS = 4, 2
"""Each of two titles side by side has so many words, and so many of them are known to be of its language."""
_FOLIO = re.compile(r"(?!(?:19|20)\d\d\s)\d{3,4}\s+(?=[A-Z]{3})")
"""The number of a page before a title on the first line."""
_MOST_MORE = 12
"""Words by which one copy of a title is longer than another that is cut short."""
_CLOSED = 6
"""So many words further off a cut behind a bracket or a full stop is as good."""
_SHORT_TITLE = 500
_APART = 3
"""How many lines further down the translation of a title may begin."""
Groups = Sequence[tuple[str, tuple[Item, ...]]]
"""The front matter of a page: for each abstract its language and the items printed over it."""


@attrs.frozen(eq=False)
class Titles:
    """The titles of a page by language in readable case, as printed where that differs, and the stretch of the page behind each."""

    texts: Mapping[str, str]
    printed: tuple[str, ...]
    flats: Mapping[str, Flat]
    items: Mapping[str, Item]
    sure: bool = True


def find_titles(study: Study, groups: Groups, known: Mapping[str, str], people: Sequence[Name]) -> Titles:
    """The titles of a page: one a language, those over the first abstract first. `study` has the abstracts; `known` says how the page
    writes acronyms; `people` are the authors.
    """
    texts: dict[str, str] = {}
    printed: list[str] = []
    flats: dict[str, Flat] = {}
    chosen: dict[str, Item] = {}
    sure = True
    for tag, items in groups:
        titled = [_without_persons(item, people) for item in items if item.field == "title"]
        for item in _printed_titles(_apart(titled)) if titled else ():
            title = readable(item.text, known)
            if title.casefold() in (text.casefold() for text in texts.values()):
                continue
            own = tongue_title(title)
            own = tag if own == detect.UNDETERMINED or (are_akin(own, tag) and own not in study.abstract) else own
            sure = sure and item.sure and own not in texts
            if own in texts:
                continue
            texts[own], chosen[own] = title, item
            if len(title) == len(item.flat.text):
                flats[own] = Flat(title, item.flat.starts, item.flat.ends)
            if title != item.text:
                printed.append(item.text)
    return Titles(texts, tuple(dict.fromkeys(printed)), flats, chosen, sure)


def _printed_titles(titled: list[Item]) -> tuple[Item, ...]:
    """The title, and its translation: in brackets, behind a slash, or on the next line in another language and printed alike."""
    titled = _whole_titles([_bare(item) for item in titled])
    best = max(titled, key=_weight)
    if any(_overlaps(best, other) for other in titled):
        titled = [attrs.evolve(item, unended=True) if item is best else item for item in titled]
        best = max(titled, key=_weight)
    for first, second in pairwise(titled):
        if best not in (first, second) or (second.begins or second.line.number) > first.line.number + _APART:
            continue
        alike = in_capitals(first.text) == in_capitals(second.text) and _look(first) == _look(second)
        alike = alike or (first.begins or first.line.number) == second.line.number
        tags = tongue_short(first.text), tongue_short(second.text)
        alike = alike or (_look(first) == _look(second) and _is_plain(second.text))
        if alike and detect.UNDETERMINED not in tags and tags[0] != tags[1]:
            return first, second
    own = _in_two_languages(best)
    own_tags = {tongue_short(item.text) for item in own}
    other = next((item for item in titled if _is_translation(item, own_tags)), None) if len(own) == 1 else None
    return own if other is None else (*own, other)


def _overlaps(item: Item, other: Item) -> bool:
    """Whether another title begins with the last words of this one and goes on: this one is cut short."""
    words, behind = item.text.casefold().split(), other.text.casefold().split()
    most = min(len(words), len(behind) - 1)
    return any(words[-count:] == behind[:count] for count in range(_LEAST_WORDS - 1, most + 1))


def _is_plain(text: str) -> bool:
    """Whether a line straight under a title can be its translation though that is in capitals: some words, no label, no degree."""
    return len(text.split()) > _LEAST_WORDS and not has_degree(text) and " : " not in text


def _is_translation(item: Item, tags: set[str]) -> bool:
    """Whether a title printed as one elsewhere, or cited, under the heading of an abstract, is in a language that is not among `tags`."""
    tag = tongue_short(item.text)
    printed = item.sure and item.sign in ("print", "citation") and len(item.text.split()) >= _LEAST_WORDS
    return printed and detect.UNDETERMINED not in (tag, *tags) and tag not in tags


def _whole_titles(titled: list[Item]) -> list[Item]:
    """Without a title that is cut short ("KOTA KEMBAR DAN …") where another goes on, and that without the number of its page."""
    kept: list[Item] = []
    for item in titled:
        number = _PAGE_NUMBER.match(item.flat.text)
        rest = item.text[number.end() :].casefold() if number else ""
        if number and any(other is not item and rest.startswith(other.text.casefold().strip(" .…")[:_TITLE_LEFT]) for other in titled):
            item = attrs.evolve(item, flat=item.flat[number.end() :])
        kept.append(item)
    whole = [item for item in kept if not item.text.endswith(("…", "..."))]
    return whole or kept


def _bare(item: Item) -> Item:
    """A title without the brackets around all of it, the marks of a list before it, and a kind of work in capitals beside it."""
    item = attrs.evolve(item, flat=item.flat.strip().strip(" *†‡¹²³○•●▪◦■"))
    note = _NOTE_BEHIND.search(item.flat.text)
    item = attrs.evolve(item, flat=item.flat[: note.start()]) if note else item
    again = item.flat.text.casefold().find(item.flat.text[:_TITLE_LEFT].casefold(), _TITLE_LEFT)
    twice = again > 0 and _letters(item.flat.text[:again]).startswith(_letters(item.flat.text[again:]))
    if twice and len(item.flat) - again >= again - _BETWEEN:
        item = attrs.evolve(item, flat=item.flat[again:].strip(' "“”'))  # a copy prints it twice
    folio = _FOLIO.match(item.flat.text) if (item.begins or item.line.number) == 1 else None
    item = attrs.evolve(item, flat=item.flat[folio.end() :]) if folio else item
    if _FIRST_PAGE.match(item.flat.text) and in_capitals(item.flat.text):
        item = attrs.evolve(item, flat=item.flat[2:].strip())
    title, _, by = item.flat.text.rpartition(" ")
    item = attrs.evolve(item, flat=item.flat[: len(title)]) if title and vocabulary().by.fullmatch(by) else item
    before = _before_title().match(item.flat.text)
    item = attrs.evolve(item, flat=item.flat[before.end() :].strip(' "“”')) if before else item
    words = item.flat.text.rsplit(None, 1)
    if len(words) == 2 and len(words[0]) > _TITLE_LEFT and words[1].isupper() and vocabulary().genre.fullmatch(words[1]):
        item = attrs.evolve(item, flat=item.flat[: len(words[0])])
    elif in_capitals(item.flat.text):
        genre = vocabulary().genre.match(item.flat.text)
        if genre and len(item.flat) - genre.end(1) > _TITLE_LEFT and item.flat.text[genre.end(1)] == " ":
            item = attrs.evolve(item, flat=item.flat[genre.end(1) :].strip())
    text = item.flat.text.strip()
    inner = text[1:-1]
    return attrs.evolve(item, flat=item.flat.strip()[1:-1]) if text[:1] + text[-1:] == "()" and "(" not in inner.partition(")")[0] else item


@cache
def _before_title() -> re.Pattern[str]:
    """What a site or a list prints before a title."""
    return re.compile(rf"(?:[○•●▪◦■–-]\s+)+|{any_mark('before_title')}", re.IGNORECASE)


def _without_persons(item: Item, people: Sequence[Name]) -> Item:
    """A title without the names of its authors, which a catalogue sets behind a slash, and a copy straight behind it."""
    for name in (name.text() for name in people):
        if " " in name and len(item.flat.text) > len(name) + _TITLE_LEFT and item.flat.text.casefold().endswith(f" {name.casefold()}"):
            item = attrs.evolve(item, flat=item.flat[: -len(name)].strip(" \t,;:-–"))
    title, slash, names = item.flat.text.rpartition(" / ")
    words = set(_WORD.findall(names.casefold()))
    known = {word for name in people for word in _WORD.findall(name.text().casefold())}
    return attrs.evolve(item, flat=item.flat[: len(title)]) if slash and words and words <= known else item


def _look(item: Item) -> tuple[bool, bool]:
    return item.line.heading, item.line.strong


def _apart(titled: list[Item]) -> list[Item]:
    """Without those that only repeat another title and say more (a reference to the work), and without a piece from within another."""
    titled = titled[:_MOST]
    labelled = [item for item in titled if item.sign == "label"]
    whole = {item.text for item in labelled if any(item.text.startswith(other.text + " ") for other in labelled)}
    titled = [item for item in titled if not any(text.startswith(item.text + " ") for text in whole)]
    folded = [item.text.casefold() for item in titled]
    pieces = {t for n, t in enumerate(folded) if titled[n].text[:1].islower() and any(t in other and t != other for other in folded)}
    titled = [item for item in titled if item.text.casefold() not in pieces]
    texts = [item.text.casefold() for item in titled]
    more = {n for n, item in enumerate(titled) if any(_is_more(item, other) for other in titled)}
    titled = [i for n, i in enumerate(titled) if n in more or not any(texts[m].startswith(f"{texts[n]} ") for m in more)]
    texts = [item.text.casefold() for item in titled]
    return [i for n, i in enumerate(titled) if not any(m != n and t in texts[n] and t != texts[n] for m, t in enumerate(texts))]


def _is_more(item: Item, other: Item) -> bool:
    """Whether a title printed like another begins like it and goes on with years or words of a title: the other is cut short."""
    rest = item.text[len(other.text) :].strip()
    if item.sign != "print" or other.sign != "print" or not rest or not item.text.casefold().startswith(f"{other.text.casefold()} "):
        return False
    vocab = vocabulary()
    return len(rest.split()) <= _MOST_MORE and not (vocab.place_within.search(rest) or vocab.genre.match(rest) or are_persons(rest))


def _in_two_languages(item: Item) -> tuple[Item, ...]:
    """A title that gives its translation in brackets or behind a slash is two titles."""
    match = re.fullmatch(r"(.{15,}?)\s*(?:\(([^()]{15,}(?:\([^()]*\))?)\)|\s/\s*(.{15,}))", item.flat.text)
    apart = _side_by_side(item) if match is None or "(" in match[1] else (item,)
    if match is None or len(apart) > 1:
        return apart
    group = 2 if match[2] else 3
    tags = tongue_short(match[1]), tongue_short(match[group])
    if detect.UNDETERMINED in tags or tags[0] == tags[1] or len(match[group].split()) < _LEAST_WORDS - 1:
        return (item,)
    return tuple(attrs.evolve(item, flat=item.flat[slice(*match.span(n))]) for n in (1, group))


def _side_by_side(item: Item) -> tuple[Item, ...]:
    """A title that its translation follows with nothing between them, cut where the words of another language begin."""
    words = list(re.finditer(r"\S+", item.flat.text))
    if len(words) < 2 * _LEAST_WORDS or len(item.flat) > _SHORT_TITLE:
        return (item,)
    tags = [detect.detect_short(word.group().strip(".,:;()")) for word in words]
    known = sorted({tag for tag in tags if tag != detect.UNDETERMINED})
    spoken = [tag if detect.shares(word.group().strip(".,:;()")).get(tag) else "" for word, tag in zip(words, tags, strict=True)]
    best: tuple[int, int] = (0, 0)
    for first, second in permutations(known, 2):
        for at in range(_LEAST_WORDS, len(words) - _LEAST_WORDS + 1):
            before, after = tags[:at], tags[at:]
            right = min(before.count(first), after.count(second))
            # A word whose shape alone is of the other language ("kering") may be wrong, one of its common words is not.
            wrong = before.count(second) + after.count(first) > 1 or second in spoken[:at] or first in spoken[at:]
            if right >= _SIGNS and not wrong and _can_part(words[at - 1].group(), words[at].group()):
                best = max(best, (_switch(tags, at) + _CLOSED * words[at - 1].group().endswith((")", ".", "?")), at))
    if not best[1]:
        return (item,)
    cut = words[best[1]].start()
    return attrs.evolve(item, flat=item.flat[:cut].strip()), attrs.evolve(item, flat=item.flat[cut:])


def _can_part(last: str, first: str) -> bool:
    """Whether one title can end with a word and another begin with the next: neither is one of those that stand within a title, but for
    an article at the beginning.
    """
    small = vocabulary().title_small
    begins = first[0].isupper() and (first.casefold() not in small or bool(article().match(f"{first.casefold()} ")))
    return begins and last.casefold() not in small


def _switch(tags: Sequence[str], at: int) -> int:
    """How near the place `at` is to the first word that is known to be of the second language: nearer is more."""
    following = next(n for n in range(at, len(tags)) if tags[n] != detect.UNDETERMINED)
    return 100 - (following - at)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _weight(item: Item) -> tuple[bool, bool, bool, int]:
    return (item.sure, item.line.heading, item.line.strong or in_capitals(main_part(item.text)), len(item.text))
