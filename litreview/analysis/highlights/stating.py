"""A highlight as values of its aspect: known methods, sources and theories by their concepts, all else in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from litreview.analysis.annotate import annotate
from litreview.analysis.attributes import attributes
from litreview.analysis.highlights.assigning import Mark
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.reading import read
from litreview.languages import language, tags
from litreview.languages.marks import any_mark
from litreview.record import COMMENTS, GAP, HIGHLIGHTS, Aspects, Evidence, Highlight, LangText, Partner, Period, Statement, Study

Value = Statement | Period | Partner
_READ = ("data", "method")
"""Aspects whose values the reader of abstracts cuts out of what is marked, sources of data before methods."""
_SENTENCES = ("aim", "question", "background", "findings")
"""Aspects of which the comment and the words of the source both tell; of the others a comment says the value itself."""
_KINDS = {"framework": "framework", "sectors": "sector"}
_NAME = 8
"""Words that a name of a partner has at most."""


def evidence_of(highlight: Highlight) -> tuple[Evidence, ...]:
    """What a highlight lets one say rests on: its words in the source and the comment, with the page."""
    fields = ((HIGHLIGHTS, highlight.text), (COMMENTS, highlight.comment))
    return tuple(Evidence(field, tag, words, locator=highlight.page) for field, text in fields for tag, words in text.items())


def told(highlight: Highlight) -> LangText:
    """The words to tell a sentence by: the reader's own, and in languages in which she wrote nothing the source's."""
    rest = {tag: words for tag, words in highlight.text.items() if tag not in highlight.comment}
    return LangText({**highlight.comment, **rest})


def values_of(mark: Mark, lexicon: Lexicon) -> Iterator[tuple[str, Value]]:
    """What one mark states, as (aspect, value); `GAP` is an aspect here."""
    meaning, highlight = mark.meaning, mark.highlight
    evidence = evidence_of(highlight)
    words = next(iter((highlight.comment or highlight.text).items()))
    if meaning == "period":
        years = _years().findall(words[1])
        if len(years) == 1:
            yield meaning, Period(int(years[0][0]), int(years[0][1]) if years[0][1] else None, evidence)
    elif meaning == "outcome":
        named = _outcomes().get(words[1].strip(" .").casefold())
        if named is not None:
            yield meaning, Statement(highlight.comment or highlight.text, named, evidence)
    elif meaning == "partners":
        if len(words[1].split()) <= _NAME:
            yield meaning, Partner(LangText([words]), evidence=evidence)
    else:
        quoted = not highlight.comment
        known = [] if _denies(*words) else list(_known(meaning, *words, lexicon)) if quoted or meaning != "aim" else []
        yield from ((name, attrs.evolve(value, evidence=evidence)) for name, value in known)
        if not known:
            asked = lexicon.first(words[1], words[0], "aim") if meaning in ("aim", "question") else None
            text = told(highlight) if meaning in _SENTENCES else highlight.comment or highlight.text
            yield meaning, Statement(text, asked, evidence)


def _known(meaning: str, tag: str, words: str, lexicon: Lexicon) -> Iterator[tuple[str, Statement]]:
    """The values of known concepts that the words name."""
    if meaning == "aim":
        aim = annotate(Study("", abstract=LangText({tag: words})), lexicon)[0].aspects.aim
        yield from [(meaning, aim)] if aim is not None else []
    elif meaning in _READ and tag.split("-")[0] in tags():
        heading = str(language(tag.split("-")[0]).section("cues")["headings"]["method"][0])
        reading = read(Study("", abstract=LangText({tag: f"{heading.capitalize()}: {words}"})), lexicon)
        so_far = Aspects()
        for attribute in attributes():
            if attribute.aspect in _READ:
                so_far = attrs.evolve(so_far, **{attribute.aspect: attribute.extract(reading, Study(""), so_far)})
        yield from ((name, value) for name in _READ for value in getattr(so_far, name) if value.concept)
    elif meaning in _KINDS:
        hits = lexicon.find(words, tag, _KINDS[meaning])
        yield from ((meaning, Statement(LangText({tag: words[hit.start : hit.end]}), hit.value.id)) for hit in hits)


def _denies(tag: str, words: str) -> bool:
    """Whether the words set something aside: what they name may then be what the study did not do."""
    pattern = _denials(tag.split("-")[0])
    return pattern is not None and bool(pattern.search(words))


@cache
def _denials(tag: str) -> re.Pattern[str] | None:
    if tag not in tags():
        return None
    words = "|".join(re.escape(str(word)) for word in language(tag).section("highlights")["denials"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _outcomes() -> dict[str, str]:
    named = ((str(word).casefold(), str(name)) for tag in tags() for name, word in language(tag).section("worksheet")["outcomes"].items())
    return {**dict(named)}


def is_gap(mark: Mark) -> bool:
    """Whether a mark says what nobody has done yet."""
    return mark.meaning == GAP


@cache
def _years() -> re.Pattern[str]:
    """A year, or two with what stands between them."""
    return re.compile(rf"(?<!\d)((?:1[5-9]|20)\d\d)(?:\s*(?:[-–—/]|{any_mark('until')})\s*((?:1[5-9]|20)\d\d))?(?!\d)")
