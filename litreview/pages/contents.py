"""What the parts of a page hold: abstracts by language, their keywords, and the front matter that belongs to each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from litreview.errors import Problem, fault
from litreview.languages import detect
from litreview.pages.blocks import Part
from litreview.pages.front import Item, read_front
from litreview.pages.keywords import second_list, split_keywords
from litreview.pages.offsets import Flat


@attrs.frozen(eq=False)
class Abstracts:
    """The abstracts of a page by language, the number of the part with which each begins, and the language that reigns at each part."""

    texts: Mapping[str, Flat]
    first: Mapping[str, int]
    reign: Mapping[int, str]


def find_abstracts(found: Sequence[Part]) -> tuple[Abstracts, tuple[Problem, ...]]:
    """The abstracts of a page: running text between headings, keywords and front matter, each in the language of its words.

    A second one in a language that has its abstract already is left out, with a problem.
    """
    problems: list[Problem] = []
    abstracts: dict[str, list[Flat]] = {}
    first: dict[str, int] = {}
    reign: dict[int, str] = {}
    current: str | None = None
    closed = True
    for number, part in enumerate(found):
        if part.kind in ("heading", "keywords"):
            closed = True
        if part.kind == "prose":
            tag = detect.detect(part.flat.text)
            if not closed and current is not None and (tag == detect.UNDETERMINED or len(part.flat.text.split()) < 8):
                tag = current
            if tag in abstracts and (closed or tag != current):
                problems.append(fault("second-abstract", line=part.number, language=tag))
                closed, current = True, None
                continue
            if closed and current is None and tag in abstracts:
                continue
            abstracts.setdefault(tag, []).append(part.flat)
            first.setdefault(tag, number)
            current, closed = tag, False
        if current is not None:
            reign[number] = current
    return Abstracts({tag: Flat.join(flats, "\n\n") for tag, flats in abstracts.items()}, first, reign), tuple(problems)


def find_keywords(found: Sequence[Part], abstracts: Abstracts) -> tuple[dict[str, tuple[Flat, ...]], tuple[Problem, ...]]:
    """The lists of keywords by language: a list belongs to the abstract it stands behind, else to the one it stands before."""
    problems: list[Problem] = []
    reign = abstracts.reign
    lists: list[tuple[int, tuple[Flat, ...], str]] = []
    for number, part in enumerate(found):
        if part.kind == "keywords":
            one, two = second_list(part.flat)
            lists += [(number, split_keywords(flat), part.label) for flat in (one, two) if flat is not None and flat.text]
    order = list(abstracts.texts)
    kept: dict[str, tuple[Flat, ...]] = {}
    left: list[tuple[tuple[Flat, ...], str]] = []
    for number, listed, label in lists:
        if not listed:
            continue
        behind = reign.get(number)
        tag = behind if behind is not None and behind not in kept else None
        if tag is None:
            tag = next((t for t in order if t not in kept and _begins_after(found, number, t, reign)), None)
        if tag is None:
            left.append((listed, label))
        else:
            kept[tag] = listed
    for listed, label in left:
        tag = _list_language(listed, label, kept)
        if tag in kept:
            problems.append(fault("second-keywords", language=tag))
        else:
            kept[tag] = listed
    return _by_content(kept), tuple(problems)


def _begins_after(found: Sequence[Part], number: int, tag: str, reign: Mapping[int, str]) -> bool:
    following = next((n for n in range(number + 1, len(found)) if found[n].kind == "prose"), None)
    return following is not None and reign.get(following) == tag


def _list_language(listed: Sequence[Flat], label: str, kept: Mapping[str, object]) -> str:
    tag = detect.detect_short(", ".join(k.text for k in listed))
    return tag if tag not in kept else next((t for t in (detect.detect_short(label), "id", "en", "und") if t not in kept), "und")


def _by_content(kept: dict[str, tuple[Flat, ...]]) -> dict[str, tuple[Flat, ...]]:
    """Two lists whose words say beyond doubt that each belongs to the other language change places."""
    if len(kept) != 2:
        return kept
    (one, first), (two, second) = kept.items()
    said = [detect.detect_short(", ".join(k.text for k in listed)) for listed in (first, second)]
    return {one: second, two: first} if said == [two, one] else kept


def find_front(found: Sequence[Part], abstracts: Abstracts) -> list[tuple[str, tuple[Item, ...]]]:
    """The front matter in groups, each with the language of the abstract it stands before (the last one for what comes after all)."""
    body = frozenset(w for flat in abstracts.texts.values() for w in re.findall(r"[^\W\d_]+", flat.text.casefold()))
    starts = sorted((number, tag) for tag, number in abstracts.first.items())
    groups: dict[str, list[Part]] = {}
    for number, part in enumerate(found):
        if part.kind == "front":
            tag = next((t for at, t in starts if number < at), starts[-1][1] if starts else detect.UNDETERMINED)
            groups.setdefault(tag, []).append(part)
    return [(tag, read_front(group, body)) for tag, group in groups.items()]
