"""What the parts of a page hold: abstracts by language, their keywords, and the front matter that belongs to each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.languages import detect
from litreview.pages.front import read_front
from litreview.pages.front_items import Item
from litreview.pages.keywords import split_keywords, split_lists
from litreview.pages.licence import without_licence
from litreview.pages.offsets import Flat
from litreview.pages.part import Part
from litreview.pages.tongues import are_akin, tongue, tongue_short
from litreview.pages.vocabulary import fold, vocabulary

SHORT = 8
"""A paragraph of fewer words says too little of its language: it goes with its neighbours."""
LONG = 25
"""A paragraph of at least so many words whose language is not known is in another language than its neighbours."""
_WORD = re.compile(r"[^\W\d_]+")
_KEYWORD = re.compile(r"[^\W\d_]{3,}")


@attrs.frozen(eq=False)
class Abstracts:
    """The abstracts of a page by language, the number of the part with which each begins, and the language that reigns at each part."""

    texts: Mapping[str, Flat]
    first: Mapping[str, int]
    reign: Mapping[int, str]


def find_abstracts(parts: Sequence[Part]) -> tuple[Abstracts, tuple[Problem, ...]]:
    """The abstracts of a page: running text between headings, keywords and front matter, each in the language of its words.

    A second one in a language that has its abstract already is left out, with a problem.
    """
    problems: list[Problem] = []
    abstracts: dict[str, list[Flat]] = {}
    first: dict[str, int] = {}
    reign: dict[int, str] = {}
    current: str | None = None
    closed = True
    waiting: list[tuple[int, Flat]] = []
    for number, part in enumerate(parts):
        if part.kind in ("heading", "keywords"):
            closed = True
        if part.kind == "prose":
            tag = tongue(part.flat.text)
            words = len(part.flat.text.split())
            short = words < SHORT or (tag == detect.UNDETERMINED and words < LONG)
            if not closed and current is not None and (short or are_akin(tag, current)):
                tag = current
            elif words < (SHORT if closed is False else LONG) and tag == detect.UNDETERMINED:
                waiting.append((number, part.flat))
                continue
            if tag in abstracts and closed and number and parts[number - 1].kind == "keywords" and _is_lead(abstracts[tag], words):
                del abstracts[tag]  # a reference to the work in a language of which no more is known
            if tag in abstracts and (closed or tag != current):
                problems.append(fault("second-abstract", line=part.number, language=tag))
                closed, current, waiting = True, None, []
                continue
            abstracts.setdefault(tag, []).extend([*(flat for _, flat in waiting), part.flat])
            first.setdefault(tag, waiting[0][0] if waiting else number)
            current, closed, waiting = tag, False, []
        if current is not None:
            reign[number] = current
    if not abstracts and any(len(flat.text.split()) >= SHORT for _, flat in waiting):
        abstracts[detect.UNDETERMINED], first[detect.UNDETERMINED] = [flat for _, flat in waiting], waiting[0][0]
    return Abstracts({tag: without_licence(Flat.join(flats, "\n\n")) for tag, flats in abstracts.items()}, first, reign), tuple(problems)


def _is_lead(texts: Sequence[Flat], words: int) -> bool:
    """Whether what was taken for an abstract is but a short line over a longer one."""
    before = sum(len(flat.text.split()) for flat in texts)
    return before < LONG and words >= 2 * before


def find_keywords(parts: Sequence[Part], abstracts: Abstracts) -> tuple[dict[str, tuple[Flat, ...]], tuple[Problem, ...]]:
    """The lists of keywords by language: a list belongs to the abstract it stands behind, else to the one it stands before.

    Lists that stand together are told apart by their words, else they follow the order of the abstracts.
    """
    problems: list[Problem] = []
    keywords: dict[str, tuple[Flat, ...]] = {}
    following = _prose_behind(parts)
    several = len(abstracts.texts) > 1
    uses = {tag: frozenset(_KEYWORD.findall(flat.text.casefold())) for tag, flat in abstracts.texts.items()} if several else {}
    for number, lists in _runs(parts):
        behind = abstracts.reign.get(number)
        for listed, label in lists:
            free = [tag for tag in abstracts.texts if tag not in keywords]
            used = _by_use(listed, uses, free)
            if used is not None:
                tag = used
            elif len(lists) > 1:
                tag = _list_language(listed, label, free)
            elif behind in free:
                tag = behind
            else:
                ahead = abstracts.reign.get(following[number])
                before = ahead if ahead in free else None
                tag = before or _list_language(listed, label, free)
            if tag in keywords:
                problems.append(fault("second-keywords", line=parts[number].number or None, language=tag))
            else:
                keywords[tag] = listed
    return _by_content(keywords), tuple(problems)


def _by_use(listed: Sequence[Flat], used: Mapping[str, frozenset[str]], free: Sequence[str]) -> str | None:
    """The abstract that uses the words of a list beyond doubt more than any other does, or None; `used` are the words of each."""
    if len(used) < 2:
        return None
    words = set(_KEYWORD.findall(" ".join(k.text for k in listed).casefold()))
    uses = {tag: len(words & own) for tag, own in used.items()}
    best = max(uses, key=lambda tag: uses[tag], default=None)
    if best is None or best not in free:
        return None
    others = max(count for tag, count in uses.items() if tag != best)
    return best if uses[best] >= max(2, 2 * others + 1) else None


def _runs(parts: Sequence[Part]) -> list[tuple[int, list[tuple[tuple[Flat, ...], str]]]]:
    """The lists of keywords with their labels, those without running text between them together; and the number of the first part."""
    runs: list[tuple[int, list[tuple[tuple[Flat, ...], str]]]] = []
    fresh = True
    for number, part in enumerate(parts):
        fresh = fresh or part.kind in ("prose", "heading")
        if part.kind == "keywords":
            lists = [listed for flat in split_lists(part) if (listed := split_keywords(flat))]
            if fresh and lists:
                runs.append((number, []))
                fresh = False
            if lists:
                runs[-1][1].extend((listed, part.label) for listed in lists)
    return runs


def _prose_behind(parts: Sequence[Part]) -> list[int]:
    """For each part the place of the next one that is running text, -1 where none follows."""
    following: list[int] = []
    near = -1
    for number in range(len(parts) - 1, -1, -1):
        following.append(near)
        near = number if parts[number].kind == "prose" else near
    return following[::-1]


def _list_language(listed: Sequence[Flat], label: str, free: Sequence[str]) -> str:
    """The language of a list by its words, else the first abstract without a list, else by its label."""
    tag = tongue_short(", ".join(k.text for k in listed))
    if tag in free or (not free and tag != detect.UNDETERMINED):
        return tag
    return free[0] if free else vocabulary().keyword_labels.get(fold(label), detect.UNDETERMINED)


def _by_content(keywords: dict[str, tuple[Flat, ...]]) -> dict[str, tuple[Flat, ...]]:
    """Two lists whose words say beyond doubt that each belongs to the other language change places."""
    if len(keywords) != 2:
        return keywords
    (first_tag, first), (second_tag, second) = keywords.items()
    detected = [tongue_short(", ".join(k.text for k in listed)) for listed in (first, second)]
    return {first_tag: second, second_tag: first} if detected == [second_tag, first_tag] else keywords


def find_front(parts: Sequence[Part], abstracts: Abstracts) -> list[tuple[str, tuple[Item, ...]]]:
    """The front matter in groups, each with the language of the abstract it stands before (the last one for what comes after all)."""
    body = frozenset(_WORD.findall(" ".join(flat.text for flat in abstracts.texts.values()).casefold()))
    starts = sorted((number, tag) for tag, number in abstracts.first.items())
    groups: dict[str, list[Part]] = {}
    for number, part in enumerate(parts):
        if part.kind == "front":
            tag = next((t for at, t in starts if number < at), starts[-1][1] if starts else detect.UNDETERMINED)
            groups.setdefault(tag, []).append(part)
    last = max((part.lines[-1].number for part in parts if part.kind == "prose" and part.lines), default=None)
    return [(tag, read_front(group, body, last)) for tag, group in groups.items()]
