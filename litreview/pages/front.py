"""The front matter of a page: which of its lines are a title, authors, institutions, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from litreview.languages import detect
from litreview.pages.front_items import TOWN_AND_YEAR, Field, Item, Sign, line_values
from litreview.pages.front_places import citation_items, is_place_under_name, together, with_towns
from litreview.pages.furniture.words import furniture_words
from litreview.pages.leads import printed_as_title
from litreview.pages.letters import letters
from litreview.pages.names import are_persons, cut_persons
from litreview.pages.notes import NOTE, NOTE_END
from litreview.pages.part import Part
from litreview.pages.titlecase import in_capitals, main_part, mostly_capitals
from litreview.pages.tongues import tongue_short, word_count
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_FOUND: tuple[Field, ...] = ("institution", "unit", "programme", "skip", "address")
"""What stands under a name."""
_PLACES: tuple[Field, ...] = ("institution", "unit", "programme")
_COVER = 8
"""The lines of a title on a cover, and those between the kind of work and its author, are not more."""
APART = 3
"""How many lines further down the next line of a cover may stand."""
_CUT_OFF = re.compile(r"(?<!\s)\s+[-–|]\s*\w{0,2}$")
"""What is left of the name of a site behind a title that it cuts short."""
_SAME = 0.5
"""From this share of words on that the abstracts use, a line is rather a title than a name."""
_SAYS_ENOUGH = 25
"""Letters from which on a line that is printed twice is a title."""
_HEAD_REACHES = 40
"""The title under a running head stands among so many of the next lines."""
_FULL = 50
"""A line of so many characters is broken because it is full."""
_LONG_ENOUGH = 4
"""Words from which on a line behind the authors can still be a title."""
_LONGEST_TITLE = 500
_FEW = 2
"""More names on a line are no end of a title, though that ends with "in"."""
_MOST_LINES = 24
"""The lines of one title stand no further apart."""
_LONGEST_LIST = 1500
"""What is longer, in characters, is no title, no list of names: no further line is joined to it."""


def read_front(group: Sequence[Part], body: frozenset[str], behind: int | None = None) -> tuple[Item, ...]:
    """The values stated in one group of front matter, in order. `body` are the words (small letters) of the abstracts:
    a line of capitalised words that occur there is rather a title than a name. Behind the line with the number `behind` no abstract
    follows: what stands there is a title only where it is printed as one.
    """
    vocab = vocabulary()
    items: list[Item] = []
    waiting: Field | None = None
    for part in group:
        if part.label == "citation":
            items += citation_items(part, vocab)
            continue
        part_items = list(_line_items(part.lines, vocab, items, waiting))
        waiting = part_items.pop().field if part_items and not part_items[-1].flat.text and part_items[-1].field != "skip" else None
        items += _continued(part_items)
    return tuple(item for item in _with_open_titles(_decided(_joined(items, body), body)) if not _is_remainder(item, behind))


def _with_open_titles(items: Iterable[Item]) -> Iterator[Item]:
    """The items, a title marked where straight behind it stands a line of which nothing is known, and that is no name."""
    for item, after in pairwise([*items, None]):
        if item is not None and item.field == "title" and item.sign != "label" and after is not None:
            near = item.line.number < after.line.number <= item.line.number + APART
            unknown = after.field == "skip" and after.sign == "position" and len(after.text.split()) > 1 and not are_persons(after.text)
            second = after.field == "title" and after.sign == "position" != item.sign
            alike = second and tongue_short(after.text) in (tongue_short(item.text), detect.UNDETERMINED)
            item = attrs.evolve(item, unended=near and (unknown or alike))
        if item is not None:
            yield item


def _is_remainder(item: Item, behind: int | None) -> bool:
    """Whether what looks like a title is a sentence that is left over behind the last abstract."""
    late = behind is not None and (item.begins or item.line.number) > behind
    return late and item.field == "title" and item.sign == "position" and not printed_as_title(item.text)


def _line_items(lines: Sequence[Line], vocab: Vocabulary, before: Sequence[Item], waiting: Field | None) -> Iterator[Item]:
    """The values of one part line by line; a label alone at its end is given as an empty value: it waits for the next part."""
    bracketed = bool(lines) and lines[0].text[:1] == "("
    dated = bool(lines) and bool(before) and before[-1].field in _PLACES and bool(TOWN_AND_YEAR.fullmatch(lines[0].text))
    previous: Item | None = before[-1] if before and (before[-1].field == "supervisor" or bracketed or dated) else None
    first = True
    for line in lines:
        line_items = list(line_values(line, vocab, None if first and previous is None else previous, waiting, first))
        waiting = None
        first = False
        for item in line_items:
            if not item.flat.text and item.field != "skip":
                waiting = item.field
                continue
            previous = item
            yield item
    if waiting and lines:
        yield Item(waiting, lines[-1].flat[:0], lines[-1])


def _continued(items: list[Item]) -> list[Item]:
    """Put the lines of one labelled or placed value together again."""
    merged: list[Item] = []
    for item in items:
        last = merged[-1] if merged else None
        goes_on = last is not None and last.field == item.field and (item.continues or (item.field == "title" and last.labelled))
        if last is not None and goes_on and len(last.flat) <= _LONGEST_LIST:
            merged[-1] = together(last, item)
        else:
            merged.append(item)
    return merged


def _recurrence(text: str, body: frozenset[str]) -> float:
    """The share of the words of `text` that occur in the abstracts."""
    words = _WORD.findall(text.casefold())
    return sum(w in body for w in words) / len(words) if words else 0.0


def _is_name(item: Item, body: frozenset[str]) -> bool:
    """Whether a line without a label can be names: several or with notes beyond doubt, one alone where no abstract uses its words."""
    text = item.text
    if not are_persons(text) or (in_capitals(text) and _recurrence(text, body) >= _SAME):
        return False
    several = len(cut_persons(text)) > 1 and not in_capitals(text)
    return bool(NOTE.search(text)) or (several and _recurrence(text, body) < 0.7) or _recurrence(text, body) < _SAME


def _joined(items: Sequence[Item], body: frozenset[str]) -> list[Item]:
    """The lines of one title made one value, and a list of names that goes on in the next line."""
    joined: list[Item] = []
    items = _without_heads(_over_kind(with_towns(items)))
    for number, item in enumerate(items):
        last = joined[-1] if joined else None
        if last is not None and _in_title(last, item):
            # The rest of its line is part of the title, too.
            joined[-1] = last if last.line is item.line else together(last, attrs.evolve(item, field="free", flat=item.line.flat))
            continue
        free = last is not None and last.field == item.field == "free"
        if free and last is not None and (_list_goes_on(last, item) or _title_goes_on(last, item, items[number + 1 : number + 2], body)):
            joined[-1] = together(last, item)
        else:
            joined.append(item)
    return joined


def _in_title(last: Item, item: Item) -> bool:
    """Whether a place is the end of the title over it: that ends with a word that asks for one ("… di", "… pada mahasiswa"), and is printed
    alike.
    """
    holder = item.field == "skip" and in_capitals(item.text) and bool(vocabulary().holder.fullmatch(item.text))
    if last.field != "free" or not (item.field in _PLACES or holder):
        return False
    if last.line is item.line:
        return last.begins > 0
    near = last.line.number < item.line.number <= last.line.number + 2
    if not near or len(last.text.split()) < _LONG_ENOUGH or in_capitals(last.line.text) != in_capitals(item.line.text):
        return False
    end = last.text.split()[-1]
    if not end.isalpha() or are_persons(last.text):
        return False
    if holder:
        return True
    return vocabulary().is_open(last.text) or bool(vocabulary().holder.fullmatch(end))


def _over_kind(items: Sequence[Item]) -> list[Item]:
    """The lines in capitals straight over the kind of work made one title, where the author is named under it: a cover set in steps."""
    kind = next((n for n, item in enumerate(items) if item.field == "genre"), 0)
    named = any(item.field == "author" and item.sign != "position" for item in items[kind : kind + _COVER])
    first = kind
    while named and first and items[first - 1].field == "free" and in_capitals(items[first - 1].text):
        if first < kind and items[first].line.number > items[first - 1].line.number + APART:
            break
        first -= 1
    if kind - first < 2 or kind - first > _COVER or any(NOTE.search(item.text) for item in items[first:kind]):
        return list(items)
    title = items[first]
    for item in items[first + 1 : kind]:
        title = together(title, item)
    return [*items[:first], title, *items[kind:]]


def _without_heads(items: Sequence[Item]) -> list[Item]:
    """Without lines that only print again what free lines further down print: running heads over the title."""
    letters = ["".join(_WORD.findall(_before_bars(item.text).casefold())) if item.field == "free" else "\n" for item in items]
    kept: list[Item] = []
    begun = ""  # of the line before, where that is left out: the rest of a broken title goes with it
    for number, item in enumerate(items):
        own = letters[number]
        beginnings = tuple(start for start in (own[:_SAYS_ENOUGH], begun) if start)
        following = letters[number + 1 : number + 1 + _HEAD_REACHES] if len(own) >= _SAYS_ENOUGH or (begun and own) else []
        behind = "".join(each for each in following if len(each) <= len(own) or each.startswith(beginnings))
        if item.field == "free" and behind and own in behind:
            begun = begun or own[:_SAYS_ENOUGH]
            continue
        begun = ""
        kept.append(item)
    return kept


def _before_bars(text: str) -> str:
    """A title without what a site sets behind it ("Title | Author | Journal")."""
    text = text.partition(" | ")[0] if text.count(" | ") > 1 else text
    return _CUT_OFF.sub("", text)


def _list_goes_on(last: Item, item: Item) -> bool:
    """Whether a list of names is broken inside: at a mark between names, or inside a name whose note stands in the next line."""
    if len(last.flat) > _LONGEST_LIST or last.line.number + 1 < item.line.number or not are_persons(f"{last.text} {item.text}"):
        return False
    noted = bool(NOTE.search(last.text))
    open_end = last.text.endswith((",", ";", "&")) or vocabulary().is_open(last.text)
    unmarked = noted and not NOTE_END.search(last.text) and bool(NOTE.search(item.text))
    pieces = [piece.strip() for piece in last.text.split(",")]
    cut_off = len(pieces) > 1 and len(last.text) >= _FULL and " " not in pieces[-1] and all(" " in piece for piece in pieces[:-1])
    if cut_off and not noted:
        return True
    return (open_end and are_persons(last.text.rstrip(" ,;&"))) or unmarked


def _title_goes_on(last: Item, item: Item, after: Sequence[Item], body: frozenset[str]) -> bool:
    """Whether a line without a label goes on with the title in the line above it."""
    if len(last.flat) > _LONGEST_TITLE or item.line.number - (last.begins or last.line.number) > _MOST_LINES:
        return False
    if last.text.count("(") > last.text.count(")") and item.text.count(")") > item.text.count("("):
        return last.line.number + APART >= item.line.number
    begins_low = item.text[:1].islower() or item.text.startswith("(") or _first_word(item.text) in vocabulary().title_small
    open_end = vocabulary().is_open(last.text)
    if vocabulary().by.fullmatch(last.text.rsplit(None, 1)[-1]) and are_persons(item.text):
        return False
    if _is_species(item.text) and mostly_capitals(main_part(last.text)):
        several = len(item.text.split()) > _FEW and last.line.number + APART > item.line.number
        if several or _capitals_follow(last, item, after):
            return True
    alike = (last.line.strong, last.line.heading) == (item.line.strong, item.line.heading)
    outside = item.text.partition("(")[0].strip()
    alike = alike and (not outside or mostly_capitals(main_part(last.text)) == mostly_capitals(outside))
    tags = detect.detect_short(last.text), detect.detect_short(item.text)
    if detect.UNDETERMINED not in tags and tags[0] != tags[1] and not open_end and len(item.text.split()) >= _LONG_ENOUGH:
        return False
    if open_end and len(cut_persons(item.text)) > _FEW and _is_name(item, body):
        return False
    if open_end and not are_persons(item.text) and last.line.number + 4 > item.line.number:
        return True
    starts = _recurrence(last.text, body) > 0 and not NOTE.search(last.text)
    if _is_name(last, body) and not (alike and (open_end or begins_low or starts)):
        return False
    if last.line.number + 1 < item.line.number:
        used = _recurrence(item.text, body) >= 0.6 and len(item.text.split()) > 1
        capitals = in_capitals(last.text) and in_capitals(main_part(item.text))
        near = last.line.number + 4 > item.line.number
        words = [word.casefold() for word in item.text.split()]
        worded = len(last.text) >= _FULL - 5 and len(words) >= _LONG_ENOUGH and any(word in furniture_words().no_person for word in words)
        goes_on = bool(after) and in_capitals(last.text) and in_capitals(item.text) and _is_more_title(after[0])
        return alike and near and (goes_on or open_end or begins_low or ((capitals or used or worded) and not _is_name(item, body)))
    if open_end or (begins_low and alike):
        return True
    if not alike:
        return False
    if not _is_name(item, body):
        return True
    following = after[0] if after else None
    wrapped = len(last.line.text) >= _FULL and last.line.number + 1 == item.line.number and not NOTE.search(item.text)
    if wrapped and _recurrence(item.text, body) > 0:
        return True
    if in_capitals(last.text) and in_capitals(item.text) and following is not None and _is_more_title(following):
        return True
    named = following is not None and (following.field == "author" or (following.field == "free" and _is_name(following, body)))
    return in_capitals(last.text) and in_capitals(item.text) and named


def _is_more_title(item: Item) -> bool:
    """Whether a line in capitals is more of a title for sure: words that no name holds."""
    return item.field == "free" and in_capitals(item.text) and not are_persons(item.text)


def _is_species(text: str) -> bool:
    """Whether a line is a word or two in small letters, as a species is printed within a title in capitals, or two of these with "AND"."""
    pieces = vocabulary().joint.split(text)
    if len(pieces) > 1 and in_capitals("".join(text[len(pieces[0]) :].split()[:1])):
        return all(_is_species(piece) for piece in pieces)
    words = text.split()
    return 0 < len(words) <= _FEW and text[1:].islower() and all(word.isalpha() for word in words)


def _capitals_follow(last: Item, item: Item, after: Sequence[Item]) -> bool:
    """Whether a title in capitals goes on behind a line that is not, no further than its lines stand apart."""
    near = last.line.number + APART > item.line.number
    return (
        near
        and any(each.field == "free" and (in_capitals(each.text) or _is_species(each.text)) for each in after)
        and after[0].line.number < item.line.number + APART
    )


def _first_word(text: str) -> str:
    return text.split()[0].casefold().strip("(") if text else ""


def _decided(items: Sequence[Item], body: frozenset[str]) -> Iterator[Item]:
    """Decide what the lines without any label are: title, authors, or nothing of the work, by order and looks."""
    named = any(item.field == "author" and item.flat.text for item in items)
    by_label = named
    taken = _title_like_name(items, body)
    titled = any(item.field == "title" for item in items)
    previous: Item | None = None
    for number, item in enumerate(items):
        decided = item
        if item.field == "free":
            decided = _one(items, number, body, previous, titled, named, by_label, item is taken)
            after = items[number + 1].text if number + 1 < len(items) else ""
            if decided.field == "title" and vocabulary().joint.match(f" {after}") and are_persons(after):
                decided = attrs.evolve(decided, sure=False)  # the first of the names stands at its end
            titled = titled or decided.field == "title"
            named = named or decided.field == "author"
        previous = decided
        if decided.field != "free":
            yield decided


def _one(
    items: Sequence[Item], number: int, body: frozenset[str], previous: Item | None, titled: bool, named: bool, by_label: bool, taken: bool
) -> Item:
    item = items[number]
    after = items[number + 1] if number + 1 < len(items) else None
    over_number = after is not None and after.field == "skip" and after.sign == "number" and after.line.number <= item.line.number + 2
    close = previous is not None and previous.field in ("author", "supervisor") and previous.line.number + 2 >= item.line.number
    under_place = previous is not None and previous.field in _FOUND and previous.line.number + 1 == item.line.number
    if under_place and " " not in item.text.strip() and items[0] is not item:
        return attrs.evolve(item, field="skip")
    if titled and previous is not None and is_place_under_name(item, previous):
        return attrs.evolve(item, field="skip")
    listed = after is not None and after.field in _FOUND and len(cut_persons(item.text)) > _FEW and not in_capitals(item.text)
    if not taken and (_is_name(item, body) or ((over_number or listed) and are_persons(item.text))):
        noted = bool(NOTE.search(item.text))
        alone = " " not in item.text.strip()
        bullet = item.text.startswith(("•", "·", "▪"))
        if by_label and (bullet or (noted and len(cut_persons(item.text)) > 1)):
            return attrs.evolve(item, field="author", sure=True, sign="notes")
        if close and previous is not None and (not by_label or previous.sign != "label" or noted or item.text.startswith(("•", "·"))):
            return attrs.evolve(item, field=previous.field, sure=True, sign=previous.sign)
        over_place = after is not None and (after.field in _FOUND or _is_holder(after))
        fits = noted or over_place or over_number or bullet or len(cut_persons(item.text)) > 1
        weak = not fits and not titled
        if (not named or (not by_label and fits)) and (not alone or fits) and not weak:
            sign: Sign = "number" if over_number else "notes" if noted or bullet else "position"
            return attrs.evolve(item, field="author", sure=over_number or noted or bullet, sign=sign)
    if _is_title(item.text):
        printed = item.line.heading or item.line.strong or in_capitals(main_part(item.text))
        late = named and titled and not (printed and len(item.text.split()) >= _LONG_ENOUGH)
        if (not late and not are_persons(item.text)) or (taken or not titled):
            return attrs.evolve(item, field="title", sure=printed or not titled, sign="print" if printed else "position")
    return attrs.evolve(item, field="skip")


def _is_holder(item: Item) -> bool:
    """Whether a line begins with what a person is at a place ("Dosen …")."""
    return item.field in ("skip", "free") and bool(vocabulary().holder.match(item.text))


def _title_like_name(items: Sequence[Item], body: frozenset[str]) -> Item | None:
    """Where nothing says what is the title and two lines could be names: the one printed as a heading, else the one whose words the
    abstracts use more, else the first; a line over names with their notes.
    """
    if any(item.field == "title" for item in items):
        return None
    free = [item for item in items if item.field == "free" and _is_title(item.text)]
    headed = [item for item in free if item.line.heading]
    if len(headed) == 1 and len(free) > 1:
        return headed[0]
    names = [item for item in free if are_persons(item.text) and not NOTE.search(item.text)]
    noted = [item for item in free if item not in names and are_persons(item.text)]
    if len(names) == 1 and noted and len(free) == len(noted) + 1 and free[0] is names[0]:
        return names[0]
    if len(names) < 2 or len(names) < len(free):
        return None
    return max(names[:2], key=lambda item: _recurrence(item.text, body))


def _is_title(text: str) -> bool:
    """Whether a line of front matter can be a title at all."""
    if vocabulary().kind_by.match(text):
        return False
    return (
        2 <= word_count(text) <= 60
        and len(text) <= _LONGEST_TITLE
        and letters(text) >= 0.6 * len(text)
        and not (text.endswith((".", ",")) and len(text.split()) > 25)
    )
