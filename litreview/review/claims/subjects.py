"""What a statement speaks of, by name: concepts and the study's own keywords that its words hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.concepts import find
from litreview.concepts.places import find_places
from litreview.concepts.terms import fold
from litreview.record import Concept, LangText, Statement, Study
from litreview.review.thresholds import SUBJECTS_TOLD
from litreview.themes.texts import general_words

KINDS = ("topic", "framework", "sector")
"""What a statement can be about; how a study was made, and what any aim asks, is left out."""


def subjects(study: Study, statement: Statement, own: tuple[Concept, ...] = ()) -> tuple[LangText, ...]:
    """The names of what `statement` speaks of, in the order of mention, at most `SUBJECTS_TOLD`; a longer name covers those within it.

    >>> from litreview.record import LangList
    >>> study = Study("a", keywords=LangList({"en": ("night markets", "trust")}))
    >>> [dict(text) for text in subjects(study, Statement(LangText({"en": "Trust grew where night markets stayed"})))]
    [{'en': 'trust'}, {'en': 'night markets'}]
    """
    subjects = [hit for tag, words in statement.text.items() for hit in _named(study, tag, words, own)]
    kept: list[tuple[int, int, LangText]] = []
    for start, end, text in sorted(subjects, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if not any(start < other_end and other_start < end for other_start, other_end, _ in kept):
            kept.append((start, end, text))
    named = dict.fromkeys(text for _, _, text in sorted(kept, key=lambda hit: hit[0]))
    return tuple(named)[:SUBJECTS_TOLD]


def _named(study: Study, tag: str, words: str, own: tuple[Concept, ...]) -> Iterator[tuple[int, int, LangText]]:
    for kind in KINDS:
        for hit in find(words, tag, kind, own):
            yield hit.start, hit.end, hit.value.labels
    places = [(place.start, place.end) for place in find_places(words)]
    for keyword in study.keywords.get(tag, ()):
        mention = re.search(rf"(?<![\w-]){re.escape(keyword)}(?![\w-])", words, re.IGNORECASE) if len(keyword) > 1 else None
        if mention and mention.span() not in places and fold(keyword, tag) not in general_words(tag):
            yield mention.start(), mention.end(), LangText({tag: mention[0] if mention.start() else keyword})
