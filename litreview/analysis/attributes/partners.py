"""The parties of the cooperation studied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from litreview.analysis.attributes import Attribute
from litreview.analysis.mentions import Mention, mentions
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading
from litreview.analysis.thresholds import WEIGHT_OF_A_PAIR, WORDS_BETWEEN_PARTNERS
from litreview.concepts.places import Place, country_spellings
from litreview.record import Aspects, Evidence, LangText, Partner, Study

REGIONAL = ("province", "prefecture")


@attrs.frozen
class Named:
    """A mention with the text it stands in: field, language, offset of that text in the field, and how much it weighs there."""

    mention: Mention
    field: str
    language: str
    offset: int
    weight: float
    text: str

    def evidence(self) -> Evidence:
        """The mention as evidence."""
        m = self.mention
        return Evidence(self.field, self.language, self.text[m.start : m.end], self.offset + m.start, self.offset + m.end)


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Partner, ...]:
    """Two or more places that the text joins ("between A and B", "A with B") where it speaks of cooperation; in order of first mention.

    Countries count only where no places below them are joined. A pair that only the background names is no party.
    """
    if not _about_cooperation(reading, study):
        return ()
    passages = list(_passages(reading, study))
    named = [n for listed, _ in passages for n in listed]
    groups = _groups(named)
    weights: dict[tuple[int, int], float] = {}
    supported: set[tuple[int, int]] = set()
    for listed, cooperative in passages:
        for one, two in _joined_pairs(listed, cooperative):
            a, b = groups[one], groups[two]
            if a != b:
                pair = (min(a, b), max(a, b))
                weights[pair] = weights.get(pair, 0.0) + one.weight * (1.0 if cooperative else 0.5)
                if one.weight >= 1:
                    supported.add(pair)
    lower = {g for n, g in groups.items() if not n.mention.is_country()}
    pairs = {p: w for p, w in weights.items() if p in supported and w >= WEIGHT_OF_A_PAIR}
    below = {p: w for p, w in pairs.items() if set(p) <= lower}
    pairs = below or {p: w for p, w in pairs.items() if not set(p) & lower}
    if not pairs:
        return ()
    best = max(pairs.values())
    chosen = {g for pair, weight in pairs.items() if weight >= 0.5 * best for g in pair}
    order = sorted(chosen, key=lambda g: next(i for i, n in enumerate(_by_weight(named)) if groups[n] == g))
    chosen_named = [[n for n in named if groups[n] == g] for g in order]
    regional = any(_regional(listed) for listed in chosen_named)
    return tuple(_partner(listed, study, regional) for listed in chosen_named)


def _by_weight(named: Sequence[Named]) -> list[Named]:
    return sorted(named, key=lambda n: -n.weight)


def _about_cooperation(reading: Reading, study: Study) -> bool:
    """Whether any title or sentence speaks of cooperation."""
    texts = (*study.title.items(), *((sentence.language, sentence.text) for sentence in reading.sentences))
    return any(table is not None and table.has("cooperation", text) for table, text in ((patterns(tag), text) for tag, text in texts))


def _passages(reading: Reading, study: Study) -> Iterator[tuple[list[Named], bool]]:
    """The places of each title and sentence, and whether it speaks of cooperation."""
    for tag, title in study.title.items():
        table = patterns(tag)
        if table is not None:
            places = [m for m in mentions(title, table, reading.lexicon) if m.places]
            yield [Named(m, "title", tag, 0, 2.0, title) for m in places], table.has("cooperation", title)
    for sentence in reading.sentences:
        table = patterns(sentence.language)
        if table is not None:
            weight = {"aim": 2.0, "background": 0.75}.get(sentence.role or "", 1.0)
            named = [
                Named(m, "abstract", sentence.language, sentence.start, weight, sentence.text)
                for m in mentions(sentence.text, table, reading.lexicon)
            ]
            yield named, table.has("cooperation", sentence.text)


def _joined_pairs(listed: Sequence[Named], cooperative: bool) -> Iterator[tuple[Named, Named]]:
    """Neighbours with nothing but "and", "with" or a dash between them; in a sentence on cooperation also "… with B" further on."""
    for one, two in pairwise(listed):
        table = patterns(one.language)
        between = one.text[one.mention.end : two.mention.start]
        if table is None:
            continue
        if table.single["between"].match(between) or (cooperative and _ends_in_with(between, table)):
            yield one, two


def _ends_in_with(between: str, table: Patterns) -> bool:
    """Whether the words between two places end in a "with" that no sentence end or colon cuts off."""
    words = between.split()
    if not words or len(words) > WORDS_BETWEEN_PARTNERS or set(";:.") & set(between):
        return False
    return bool(table.single["between"].match(f" {words[-1]} ")) and not table.single["joints"].fullmatch(f" {words[-1]} ")


def _groups(named: Sequence[Named]) -> dict[Named, int]:
    """The same number for mentions of one place: names that share a place of the gazetteer, or are written alike."""
    groups: dict[Named, int] = {}
    known: list[tuple[set[Place], set[str]]] = []
    for naming in named:
        name = naming.mention.name.casefold()
        fitting = _candidate_places(naming.mention)
        number = next((i for i, (places, names) in enumerate(known) if places & fitting or (not fitting and name in names)), len(known))
        if number == len(known):
            known.append((set(fitting), {name}))
        places, names = known[number]
        if places & fitting:
            places &= fitting
        names.add(name)
        groups[naming] = number
    return groups


def _candidate_places(mention: Mention) -> set[Place]:
    level = "city" if mention.level == "metropolitan city" else mention.level
    at_level = {p for p in mention.places if p.level == level}
    return at_level or set(mention.places)


def _regional(named: Sequence[Named]) -> bool:
    """Whether a party is a province beyond doubt: the text says so, or the gazetteer knows nothing else of that name."""
    levels = {n.mention.level for n in named} | {p.level for p in _common_places(named)}
    return bool(levels - {None}) and levels <= {None, *REGIONAL}


def _partner(named: Sequence[Named], study: Study, regional: bool) -> Partner:
    by_language: dict[str, list[Named]] = {}
    for naming in named:
        by_language.setdefault(naming.language, []).append(naming)
    names: dict[str, str] = {}
    evidence: list[Evidence] = []
    for tag in study.abstract:
        listed = by_language.get(tag, [])
        if listed:
            counts = Counter(n.mention.name for n in listed if n.field == "abstract") or Counter(n.mention.name for n in listed)
            names[tag] = max(counts, key=lambda name: counts[name])
            evidence.append(_by_weight([n for n in listed if n.field == "abstract"] or listed)[0].evidence())
    if not names:
        names = {n.language: n.mention.name for n in named}
        evidence = [named[0].evidence()]
    place = _best_place(named, regional)
    stated = [n.mention.level for n in named if n.mention.level]
    level = Counter(stated).most_common(1)[0][0] if stated else place.level if place else None
    country = place.country if place else None
    return Partner(LangText(names), level, country, bool(country) and not _names_country(study, country), tuple(evidence))


def _best_place(named: Sequence[Named], regional: bool) -> Place | None:
    """The place of the gazetteer that fits all mentions; a city before a region of the same name, unless its partner is a region."""
    order = (*REGIONAL, "city") if regional else ("country", "city", *REGIONAL, "regency", "district", "village")
    common = _common_places(named)
    return min(common, key=lambda p: (order.index(p.level) if p.level in order else 9, p.country != "ID", p.name)) if common else None


def _common_places(named: Sequence[Named]) -> set[Place]:
    common: set[Place] | None = None
    for naming in named:
        fitting = _candidate_places(naming.mention)
        if fitting:
            common = fitting if common is None or not common & fitting else common & fitting
    return common or set()


def _names_country(study: Study, code: str | None) -> bool:
    if code is None:
        return False
    spellings = country_spellings(code)
    texts = [*study.abstract.values(), *study.title.values()]
    return any(_has_word(text, name) for text in texts for name in spellings)


def _has_word(text: str, name: str) -> bool:
    at = text.find(name)
    return at >= 0 and not text[at + len(name) : at + len(name) + 1].isalpha()


ATTRIBUTE = Attribute("partners", extract, place=10)
