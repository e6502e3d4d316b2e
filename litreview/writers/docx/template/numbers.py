"""The numbers that a chapter has in a university's file: headings as its lists or its writers count them, captions after the chapter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

from litreview.document.nodes import Block, Document, Figure, Heading, Table
from litreview.writers.docx.contents.references import numbered_anew
from litreview.writers.docx.package.xml import W
from litreview.writers.docx.template.chapter import level_of, words_of
from litreview.writers.docx.template.counting import Counting, Lists, Place, place_of, styled_place, written
from litreview.writers.docx.template.labels import Shape, counts_in, shape_of, typed_number
from litreview.writers.docx.template.restarts import restarted_label, restarting
from litreview.writers.docx.template.styles import Sheet
from litreview.writers.docx.template.through import THROUGH, last_numbers, numbered_through

_W = f"{{{W}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CAPTION = re.compile(r"([^\W\d_]{3,20})\s+(\d{1,2}|[IVXLC]{1,6})\s?([.\-–])\s?(\d{1,3})\b")
LEVELS = 4
LONGEST = 200
"""What has so many letters is no heading that somebody typed."""
STYLED = 3
"""From so many headings on a file has heading styles."""


@attrs.frozen(eq=False)
class Headed:
    """A heading of a file: its level (from 1), its words, the list it is in, the number that it shows, and whether the list shows it."""

    element: Any
    level: int
    words: str
    place: Place | None
    number: str
    listed: bool


@attrs.frozen
class LevelNumbers:
    """How headings of one level are numbered: by their style, by a list that they name, by what is typed, or not at all."""

    kind: Literal["style", "list", "typed", "none"]
    place: Place | None = None
    shape: Shape = Shape()


@attrs.frozen(eq=False)
class Plan:
    """What the numbers of a text will be: `top` is the level of its chapter heading in the file, `above` what that heading shows there.

    `levels` are those of the file. `captions` has the form of the number of a chapter in captions and what stands behind it (`THROUGH`
    where they have none); `taken` the last number of each kind of caption that ours follow.
    """

    top: int
    above: str
    levels: Mapping[int, LevelNumbers]
    counting: Counting
    captions: tuple[str, str] = ("decimal", ".")
    taken: Mapping[str, int] = attrs.field(factory=dict)
    before: str = ""
    """The number of the chapter before the text, where the text brings a chapter heading of its own."""
    styled: frozenset[int] = frozenset()
    """The levels whose style numbers by itself, though headings there are not numbered so."""
    restarts: frozenset[int] = frozenset()
    """The levels that count anew below each heading above them, by a list that would count on."""


def read_headings(body: Any, sheet: Sheet, lists: Lists, until: Any) -> tuple[tuple[Headed, ...], Counting]:
    """The headings of a file with the numbers they show, and the state of its lists behind the block `until` (None: at the end)."""
    headings: list[Headed] = []
    counting, state = Counting(lists), None
    hidden = {p for fallback in body.iter(_FALLBACK) for p in fallback.iter(f"{_W}p")}
    last = ([until] if until.tag == f"{_W}p" else list(until.iter(f"{_W}p")))[-1:] if until is not None else []
    for paragraph in body.iter(f"{_W}p"):
        if paragraph in hidden:
            continue
        place, level = place_of(paragraph, sheet, lists), level_of(paragraph, sheet)
        printed = counting.label(place) if place is not None else ""
        words = words_of(paragraph)
        shown = printed if any(c.isalnum() for c in printed) else ""
        number = (shown or typed_number(words)) if len(words) < LONGEST else ""
        if level is not None and words:
            headings.append(Headed(paragraph, level + 1, words, place, number, bool(shown)))
        if last and paragraph is last[0]:
            state = counting.copy()
    return tuple(headings), state or counting


def typed_headings(body: Any, sheet: Sheet, lists: Lists) -> Mapping[Any, int]:
    """Paragraphs of a file without heading styles that were typed as headings, with their level from 0.

    They are all bold and have few words: the number of a chapter ("BAB II") with its title in it or below it, or a number of several
    parts or a letter.
    """
    if sum(level_of(p, sheet) in (0, 1) for p in body.iter(f"{_W}p")) >= STYLED:
        return {}
    typed: dict[Any, int] = {}
    counting = Counting(lists)
    alone = False
    for paragraph in body.iterfind(f"{_W}p"):
        place = place_of(paragraph, sheet, lists)
        printed = counting.label(place) if place is not None else ""
        words = words_of(paragraph)
        if not words:
            continue
        bold = len(words) < LONGEST and all_bold(paragraph)
        number = typed_number(words) or printed if bold else ""
        counts, worded = counts_in(number), any(len(w) > 2 for w in re.findall(r"[^\W\d_]+", number)) and shape_of(number) is not None
        chapter = worded and (shape_of(number) or Shape()).before != ""
        if bold and (chapter or (alone and not number)):
            typed[paragraph] = 0
        elif counts and (len(counts) > 1 or number.strip(".)").isalpha()):
            typed[paragraph] = max(len(counts) - 1, 1)
        alone = bold and chapter and words == number
    return typed if sum(level == 0 for level in typed.values()) > 1 else {}


def all_bold(paragraph: Any) -> bool:
    """Whether all words of a paragraph are bold by hand."""
    runs = [r for r in paragraph.iterfind(f"{_W}r") if "".join(t.text or "" for t in r.iterfind(f"{_W}t")).strip()]
    return bool(runs) and all((b := r.find(f"{_W}rPr/{_W}b")) is not None and b.get(f"{_W}val") not in ("0", "false") for r in runs)


def _named_alone(headings: Sequence[Headed], at: int) -> str:
    """The number of a chapter that stands in a heading of its own right before ("BAB II", then its title)."""
    before = headings[at - 1] if at else None
    alone = before is not None and before.number and before.level == headings[at].level and before.words in (before.number, "")
    return before.number if before is not None and alone else ""


def plan(
    body: Any,
    sheet: Sheet,
    lists: Lists,
    ids: Mapping[str, str],
    headings: Sequence[Headed],
    counting: Counting,
    chapter: Any,
    place: Any,
    offset: int,
    within: Sequence[Any],
) -> Plan:
    """How a text is numbered that goes behind `place`, into the chapter of the heading `chapter` (None: it brings its own)."""
    inside = {id(e) for e in within}
    at = next((n for n, h in enumerate(headings) if h.element is chapter), None)
    near = [h for h in headings if _stands_in(h.element, inside)] if chapter is not None else []
    top = offset + 1
    above = ""
    if at is not None:
        above = headings[at].number or _named_alone(headings, at) or _typed_before(chapter)
    here = headings[at].place if at is not None else None
    levels: dict[int, LevelNumbers] = {}
    for level in range(1, LEVELS + 1):
        others = [h for h in headings if h.level == level and h.element is not chapter]
        inner = [h for h in near if h.level == level]
        levels[level] = _level(level, others, inner, _Around(chapter is None, here, top), sheet, lists, ids)
        if level > top + 1 and _counts_above(levels[level], levels[level - 1], lists):
            levels[level] = LevelNumbers("typed", shape=levels[level].shape)
        if chapter is None and level == top:
            here = levels[level].place
    before = _before(headings, body, place) if chapter is None else ""
    chapters = counts_in(above)
    texts = [words_of(p) for p in body.iter(f"{_W}p")]
    form = _caption_form(texts, levels.get(top + 1))
    taken = _taken([words_of(e) for e in within], chapters[:1])
    through = numbered_through(body, ids["Caption"])
    if through and len(through) > sum(_CAPTION.match(text) is not None for text in texts):
        form, taken = THROUGH, last_numbers(through)
    if sections := [h for h in near if h.level == top + 1 and h.number and not h.listed]:
        taken = {**taken, f"heading {top + 1}": (counts_in(sections[-1].number) or (0,))[-1]}
    styled = frozenset(n for n, how in levels.items() if how.place is None and styled_place(ids[f"Heading{n}"], sheet, lists) is not None)
    places = {n: how.place for n, how in levels.items() if how.kind in ("style", "list") and how.place is not None}
    restarts = frozenset(n for n in restarting(headings, places, lists) if n > top + 1)
    return Plan(top, above, levels, counting, form, taken, before, styled, restarts)


def _stands_in(element: Any, blocks: set[int]) -> bool:
    return id(element) in blocks or any(id(e) in blocks for e in element.iterancestors())


def _typed_before(heading: Any) -> str:
    """A number that stands alone in the paragraph before a heading, whatever its style."""
    before = heading.getprevious()
    while before is not None and before.tag == f"{_W}p" and not words_of(before):
        before = before.getprevious()
    words = words_of(before) if before is not None and before.tag == f"{_W}p" else ""
    return words if words and typed_number(words) == words else ""


def _before(headings: Sequence[Headed], body: Any, place: Any) -> str:
    """The number of the last chapter before a place."""
    order = {e: n for n, e in enumerate(body.iter(f"{_W}p"))}
    if place is not None:
        ends = [order[p] for p in ([place] if place.tag == f"{_W}p" else place.iter(f"{_W}p")) if p in order]
        limit = max(ends, default=len(order))
    else:
        limit = len(order)
    chapters = [h for h in headings if h.level == 1 and h.number and order.get(h.element, 0) <= limit]
    return chapters[-1].number if chapters else ""


@attrs.frozen
class _Around:
    """What a level stands in: whether the text brings its chapter heading itself, the list of that, its level."""

    own: bool
    here: Place | None
    top: int


def _level(
    level: int, others: Sequence[Headed], near: Sequence[Headed], around: _Around, sheet: Sheet, lists: Lists, ids: Mapping[str, str]
) -> LevelNumbers:
    """How the headings of a level are numbered: as those in the chapter, else as those of others, as far as no list of theirs goes on."""
    style = styled_place(ids[f"Heading{level}"], sheet, lists)
    if _whole(others) and not _whole(near):  # steps of a list in a style of headings are no sections
        near = [h for h in near if not h.number or (s := shape_of(h.number)) is None or s.whole or s.form != "decimal"]
    numbered = [h for h in near if h.number] or ([h for h in others if h.number] if not near else [])
    shape = _commonest([s for h in numbered if (s := shape_of(h.number)) is not None]) or Shape()
    if not shape.whole and shape.form == "decimal" and level > around.top:
        shape = attrs.evolve(shape, whole=True, tail="")
    if numbered and 2 * len(numbered) >= len(near):
        place = _commonest([h.place if h.listed else None for h in numbered])
        first = numbered[0].place
        if place is not None and first is not None and first.level < place.level and _one(lists, place, first):
            place = first  # sections and what is below them in one style: a chapter begins with a section
        if place is None:
            silent = style is not None and _commonest([h.place for h in numbered]) == style
            return LevelNumbers("typed", style if silent else None, shape)
        shares = _one(lists, place, around.here) or (around.own and level == around.top)
        if place == style and (near or shares or around.own or place.level):
            return LevelNumbers("style", place, shape)
        return LevelNumbers("list", place, shape) if near or shares else LevelNumbers("typed", shape=shape)
    if near or (others and not numbered):
        return LevelNumbers("typed" if level == around.top else "none", shape=shape)
    if style is not None and (around.here is None or _one(lists, style, around.here) or (style.level and level > around.top + 1)):
        return LevelNumbers("style", style)
    return LevelNumbers("typed")


def _counts_above(how: LevelNumbers, above: LevelNumbers, lists: Lists) -> bool:
    """Whether a list prints the count of headings above that it does not count: these are typed, or of another list, or fixed in it."""
    if how.place is None or how.kind not in ("style", "list") or (above.place is not None and _one(lists, how.place, above.place)):
        return False
    level = lists.levels.get(lists.shared.get(how.place.list, -1), {}).get(how.place.level)
    if level is None:
        return False
    return re.search(r"(?<!%)\d", level.text) is not None or any(int(n) <= how.place.level for n in re.findall(r"%(\d)", level.text))


def _whole(headings: Sequence[Headed]) -> bool:
    """Whether most numbers of these headings hold that of their chapter."""
    shapes = [s for h in headings if h.number and (s := shape_of(h.number)) is not None]
    return sum(s.whole for s in shapes) * 2 > len(shapes)


def _one(lists: Lists, place: Place, other: Place | None) -> bool:
    """Whether two lists count together."""
    return other is not None and lists.shared.get(place.list) == lists.shared.get(other.list)


def _commonest(values: Sequence[Any]) -> Any:
    return Counter(values).most_common(1)[0][0] if values else None


def _caption_form(texts: Sequence[str], sections: LevelNumbers | None) -> tuple[str, str]:
    """How captions of the file give the number of their chapter, and what stands behind it."""
    marks = [(m[2], m[3]) for text in texts if (m := _CAPTION.match(text))]
    if marks:
        form, mark = _commonest([("decimal" if first.isdigit() else "upperRoman", mark) for first, mark in marks])
        return str(form), str(mark)
    roman = sections is not None and sections.shape.first == "upperRoman" and sections.shape.whole
    return ("upperRoman" if roman else "decimal", ".")


def _taken(texts: Sequence[str], chapter: Sequence[int]) -> Mapping[str, int]:
    last: dict[str, int] = {}
    for text in texts:
        m = _CAPTION.match(text)
        if m and chapter and counts_in(m[2]) == tuple(chapter):
            last[m[1].casefold()] = max(last.get(m[1].casefold(), 0), int(m[4]))
    return last


def renumbered(document: Document, plan: Plan) -> Document:
    """The document with the numbers that its headings, tables and figures have in the file, and cross references that say them."""
    old = next((h.number for h in document.blocks if isinstance(h, Heading) and h.level == 1 and h.number), None)
    if old is None:
        return document
    blocks, chapter = _headings(document.blocks, plan)
    sections = [counts_in(b.number) for b in blocks if isinstance(b, Heading) and b.number and b.level == 2]
    was, now = counts_in(old)[-1:], counts_in(chapter)[:1] or next((s[:1] for s in sections if len(s) > 1), ())
    if now or plan.captions == THROUGH:
        blocks = _captions(blocks, plan, was, now)
    headed = tuple(new if isinstance(new, Heading) else old for old, new in zip(document.blocks, blocks, strict=True))
    numbers = {block.key: block.number for block in blocks if isinstance(block, Table | Figure)}
    return numbered_anew(attrs.evolve(document, blocks=headed), numbers)


def _headings(blocks: Sequence[Block], plan: Plan) -> tuple[tuple[Block, ...], str]:
    """The blocks with the numbers of their headings, and the number of the chapter."""
    done: list[Block] = []
    counting, chapter = plan.counting.copy(), plan.above
    counts: dict[int, int] = {}
    path: dict[int, tuple[int, ...]] = {plan.top: counts_in(plan.above)}
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            level = min(max(block.level + plan.top - 1, 1), LEVELS)
            if level > plan.top or not plan.above:
                number = _number(plan, level, block, counting, counts, path)
                chapter = number or block.number if level == plan.top else chapter
                block = attrs.evolve(block, number=number or None)
            else:
                block = attrs.evolve(block, number=plan.above)
        done.append(block)
    return tuple(done), chapter


def _number(plan: Plan, level: int, heading: Heading, counting: Counting, counts: dict[int, int], path: dict[int, tuple[int, ...]]) -> str:
    how = plan.levels[level]
    for deeper in [d for d in counts if d > level]:
        del counts[deeper]
    counts[level] = counts.get(level, 0) + 1
    above = path.get(level - 1, ())
    own = counts_in(heading.number or "")
    if how.kind in ("style", "list") and how.place is not None:
        anew = level in plan.restarts
        number = restarted_label(counting.lists, how.place, counts[level]) if anew else counting.label(how.place).strip()
        path[level] = counts_in(number) if how.shape.whole and len(counts_in(number)) > 1 else (*above, *counts_in(number)[-1:])
        return number
    if how.kind == "none":
        path[level] = (*above, counts[level])
        return ""
    if how.place is not None:
        counting.label(how.place)
    if level == plan.top:
        first = counts_in(plan.before)[-1:]
        count = first[0] + 1 if first else own[-1]
        shape = shape_of(plan.before) if first else None
        path[level] = (count,)
        return shape.number((), count) if shape is not None else heading.number or ""
    count = counts[level] + plan.taken.get(f"heading {level}", 0)
    path[level] = (*above, count) if above else own
    return how.shape.number(above, count) if above else heading.number or ""


def _captions(blocks: Sequence[Block], plan: Plan, was: Sequence[int], now: Sequence[int]) -> tuple[Block, ...]:
    counts: dict[str, int] = {}
    form, mark = plan.captions
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table | Figure) and re.fullmatch(rf"{was[0]}\.\d+" if was else r"\d+\.\d+", block.number):
            kind = block.label.casefold()
            counts[kind] = counts.get(kind, plan.taken.get(kind, 0)) + 1
            chapter = written(now[0], form) if plan.captions != THROUGH else ""
            block = attrs.evolve(block, number=f"{chapter}{mark}{counts[kind]}")
        done.append(block)
    return tuple(done)
