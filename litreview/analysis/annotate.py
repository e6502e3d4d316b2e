"""Filling the aspects of a record from its abstracts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.analysis.attributes import attributes
from litreview.analysis.confidence import confidences
from litreview.analysis.disagreement import disagreements
from litreview.analysis.lexicon import STANDARD, Lexicon
from litreview.analysis.reading import Reading, read
from litreview.errors import Problem
from litreview.languages import detect
from litreview.record import ASPECTS, Aspects, Evidence, LangText, Study


def annotate(study: Study, lexicon: Lexicon = STANDARD) -> tuple[Study, tuple[Problem, ...]]:
    """Fill every aspect of `study` that its abstracts state and its record does not hold yet; what is recorded stays as it is.

    Each value carries the stretch of the abstract it was taken from. Aspects that were not found stay as they are: that rules find nothing
    says nothing of the abstract, and only a person writes that it does not state them (``aspects.looked_for``). The problems say where
    the language versions contradict each other. An abstract is read in the language of its words, whatever its tag: values get that
    language, their evidence keeps the tag. `lexicon` adds concepts and places to those that come with litreview. A study without an
    abstract is returned unchanged.

    >>> abstract = LangText({"en": "This study aims to explain why two cities cooperate. It uses a qualitative method with interviews."})
    >>> study, problems = annotate(Study("a", abstract=abstract))
    >>> study.aspects.aim.text["en"], study.aspects.method[0].concept, study.aspects.aim.evidence[0].quote
    ('explain why two cities cooperate', 'qualitative', 'explain why two cities cooperate')
    """
    if not study.abstract:
        return study, ()
    spoken, written = _spoken(study)
    reading = read(spoken, lexicon)
    found, given = _filled(spoken, reading)
    told = tuple(confidences(found, reading, tuple(name for name in ASPECTS if name not in given)))
    kept = tuple(known for known in study.confidence if known.path()[0] != "aspects" or known.path()[1] in given)
    aspects = _retagged(found, given, written) if written else found
    return attrs.evolve(study, aspects=aspects, confidence=(*kept, *told)), disagreements(spoken, reading, found)


def _spoken(study: Study) -> tuple[Study, Mapping[str, str]]:
    """The study with each abstract (and its title) under the language of its own words, and the tags that changed (new -> as recorded).

    A source may tag a text "und", or with a language that it is not in: its words decide, where they do so beyond doubt.
    """
    written: dict[str, str] = {}
    for recorded, text in study.abstract.items():
        tag = detect.detect(text)
        if tag not in (detect.UNDETERMINED, recorded.partition("-")[0]) and tag not in study.abstract and tag not in written:
            written[tag] = recorded
    if not written:
        return study, {}
    spoken = {recorded: tag for tag, recorded in written.items()}

    def retagged(texts: LangText) -> LangText:
        taken = {spoken.get(t, t) for t in texts}
        return LangText((spoken.get(t, t), value) for t, value in texts.items()) if len(taken) == len(texts) else texts

    return attrs.evolve(study, abstract=retagged(study.abstract), title=retagged(study.title)), written


def _filled(study: Study, reading: Reading) -> tuple[Aspects, frozenset[str]]:
    """The aspects filled, and the names of those that were filled, or said by a person not to be stated, before."""
    aspects = study.aspects
    given = frozenset({name for name in ASPECTS if aspects.stated(name)} | set(aspects.looked_for))
    for attribute in attributes():
        if attribute.aspect not in given:
            value = attribute.extract(reading, study, aspects)
            if value:
                aspects = attrs.evolve(aspects, **{attribute.aspect: value})
    return aspects, given


def _retagged(aspects: Aspects, given: frozenset[str], written: Mapping[str, str]) -> Aspects:
    return attrs.evolve(aspects, **{name: _as_written(getattr(aspects, name), written) for name in ASPECTS if name not in given})


def _as_written(value: Any, written: Mapping[str, str]) -> Any:
    """A value (or several) whose evidence names the languages as the record tags them."""
    if isinstance(value, tuple):
        return tuple(_as_written(one, written) for one in value)
    if value is None:
        return None
    evidence: tuple[Evidence, ...] = value.evidence
    return attrs.evolve(value, evidence=tuple(attrs.evolve(e, language=written.get(e.language, e.language)) for e in evidence))
