"""Where below the parties a study was made: a village, a district, a town."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.mentions import Mention, mentions
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import Patterns, patterns
from litreview.analysis.reading import Reading
from litreview.analysis.scope import owners
from litreview.record import Aspects, Evidence, Statement, Study

_NEXT = re.compile(r"\s+([A-Z][\w’'-]*)")
_ORGANISATION = re.compile(r"Efek|Stock|Exchange|Bank|University|Airlines?|Press|Group|Motors?|Post|Times|Council")


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """Places that stand behind "in" in sentences on aim or method and are no party of the cooperation.

    Where there are no parties the title counts as well, a country too, and words may stand between ("in three schools of Binjai").
    """
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        if table is None:
            continue
        named: list[tuple[Mention, Draft]] = []
        for sentence in reading.of(tag, "aim", "method"):
            for m in _places(sentence.text, table, reading.lexicon, so_far):
                named.append((m, Draft(sentence.text[m.start : m.end], sentence.evidence(m.start, m.end))))
        title = study.title.get(tag)
        if title is not None and not so_far.partners and tag in study.abstract and not named:
            for m in _places(title, table, reading.lexicon, so_far, title=True):
                named.append((m, Draft(title[m.start : m.end], Evidence("title", tag, title[m.start : m.end], m.start, m.end))))
        drafts[tag] = list(_each_once(named))
    return joined(drafts)


def _places(text: str, table: Patterns, lexicon: Lexicon, so_far: Aspects, title: bool = False) -> list[Mention]:
    pattern = table.single["site" if so_far.partners or title else "site_far"]
    sites: list[Mention] = []
    for m in mentions(text, table, lexicon):
        if (so_far.partners and m.is_country()) or not _is_placed(m) or not pattern.search(text[: m.start]):
            continue
        if _within_name(text, m, title):
            continue
        if so_far.partners and owners(so_far.partners, text[m.start : m.end], table, lexicon):
            continue
        sites.append(m)
    return sites


def _within_name(text: str, mention: Mention, title: bool) -> bool:
    """Whether a place is only a part of another name ("Bank Indonesia", "Indonesia Stock Exchange"). In a title all words have capitals."""
    before, behind = text[: mention.start].split(), _NEXT.match(text, mention.end)
    if behind and (_ORGANISATION.fullmatch(behind[1]) or not title):
        return True
    return bool(before) and len(before) > 1 and not title and before[-1].isalpha() and before[-1][0].isupper() and mention.level is None


def _each_once(named: list[tuple[Mention, Draft]]) -> Iterator[Draft]:
    """Each place once, under the first words for it; a country goes where a place of it is named."""
    seen: set[object] = set()
    lower = {p.country for m, _ in named if not m.is_country() for p in m.places} | {m.country for m, _ in named}
    for m, draft in named:
        name = m.places[0] if m.places else m.name.casefold()
        if name in seen or (m.is_country() and m.places[0].country in lower):
            continue
        seen.add(name)
        text = draft.text.removeprefix("the ")
        cut = len(draft.text) - len(text)
        e = draft.evidence
        yield Draft(text, Evidence(e.field, e.language, text, None if e.start is None else e.start + cut, e.end))


def _is_placed(mention: Mention) -> bool:
    return mention.level is not None or bool(mention.places)


ATTRIBUTE = Attribute("site", extract, place=80)
