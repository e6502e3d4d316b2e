"""Places named in a text: those of the gazetteer, and those that a word such as "Desa" or "Village" makes known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from litreview.analysis.lexicon import Lexicon
from litreview.analysis.patterns import Patterns
from litreview.analysis.thresholds import LONGEST_SENTENCE
from litreview.concepts.places import Place
from litreview.languages.marks import marks

_CAPITALISED = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,4}")
_BEFORE = re.compile(r"(?:[^\W\d_-]+[\s]+){1,4}$")
_AFTER = re.compile(r"(?:\s+[^\W\d_]+(?:-[^\W\d_]+)?){1,3}")


@attrs.frozen
class Mention:
    """One place named in a text: `start` to `end` with its level and words like "Pemerintah", `name_start` to `name_end` without.

    `level` is the level the text gives it, or None; `places` what the gazetteer knows by that name (empty for an unknown place).
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    level: str | None
    places: tuple[Place, ...]
    country: str | None = None
    """The country that the text names behind it (ISO 3166-1 alpha-2), or None."""

    def is_country(self) -> bool:
        """Whether the name is that of a country."""
        return bool(self.places) and all(p.level == "country" for p in self.places)


@lru_cache(maxsize=512)
def mentions(text: str, table: Patterns, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The places named in `text`, in order, a country behind another place taken as part of it.

    Kept for a while: one sentence is asked for its places by one attribute after another. What is too long for a sentence has none.
    """
    if len(text) > LONGEST_SENTENCE:
        return ()
    concepts = [(hit.start, hit.end) for hit in lexicon.find(text, table.tag)]
    named: list[Mention] = []
    for hit in lexicon.find_places(text):
        if any(a < hit.end and hit.start < b and (b - a) > (hit.end - hit.start) for a, b in concepts):
            continue
        mention = _with_level(text, hit.start, hit.end, hit.value, table)
        if mention.level is None and all(p.common for p in hit.value):
            continue
        named.append(mention)
    known = [(m.start, m.end) for m in named]
    for m in _places_by_level_word(text, table):
        if not any(a < m.end and m.start < b for a, b in known) and not any(a < m.name_end and m.name_start < b for a, b in concepts):
            named.append(m)
    return tuple(_with_countries(sorted(named, key=lambda m: m.start), text))


def _with_level(text: str, start: int, end: int, places: tuple[Place, ...], table: Patterns) -> Mention:
    first, last, level = start, end, None
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before:
        words = [(m.group().casefold(), m.start()) for m in re.finditer(r"\S+", text[before.start() : start])]
        offset = before.start()
        for count in (2, 1):
            phrase = " ".join(w for w, _ in words[-count:])
            if len(words) >= count and phrase in table.level_before:
                level, first = table.level_before[phrase], offset + words[-count][1]
                words = words[:-count]
                break
        while words and words[-1][0] in table.fillers:
            first = offset + words.pop()[1]
    after = _AFTER.match(text, end)
    if after and level is None:
        words_after = [(m.group().casefold(), m.end()) for m in re.finditer(r"[^\s]+", after.group())]
        for count in (2, 1):
            phrase = " ".join(w for w, _ in words_after[:count])
            if len(words_after) >= count and phrase in table.level_after:
                level, last = table.level_after[phrase], end + words_after[count - 1][1]
                break
    return Mention(first, last, start, end, text[start:end], level, places)


def _places_by_level_word(text: str, table: Patterns) -> Iterator[Mention]:
    """Names that only their level word shows to be places."""
    for match in table.before_name.finditer(text):
        name = _CAPITALISED.match(text, match.end())
        end = _before_level(name, table) if name else match.end()
        if end > match.end():
            level = table.level_before[" ".join(match[1].casefold().split())]
            yield Mention(match.start(), end, match.end(), end, text[match.end() : end], level, ())
    for match in table.after_name.finditer(text):
        start, words = match.start(), match[1].strip()
        while " " in words and words.split()[0] in marks("before_a_place"):
            start += len(words.split()[0]) + 1
            words = words.partition(" ")[2]
        yield Mention(start, match.end(), start, start + len(words), words, table.level_after[match[2].casefold()], ())


def _before_level(name: re.Match[str], table: Patterns) -> int:
    """Where a run of capitalised words ends, or the next level word begins ("Sukatani" in "Sukatani Kecamatan Cisurupan")."""
    end = name.start()
    for word in re.finditer(r"\S+", name.group()):
        if word.group().casefold() in table.level_before or word.group().casefold() in table.fillers:
            break
        end = name.start() + word.end()
    return end


def _with_countries(candidates: list[Mention], text: str) -> Iterator[Mention]:
    """Let overlapping names go, and let a country directly behind a place of it belong to that place."""
    previous: Mention | None = None
    for mention in candidates:
        if previous is not None:
            if mention.start < previous.end:
                continue
            if mention.is_country() and not previous.is_country() and re.fullmatch(r"\s*[,(]?\s*", text[previous.end : mention.start]):
                closing = text[mention.end : mention.end + 1] == ")" and "(" in text[previous.end : mention.start]
                previous = attrs.evolve(previous, end=mention.end + closing, country=mention.places[0].country)
                continue
            yield previous
        previous = mention
    if previous is not None:
        yield previous
