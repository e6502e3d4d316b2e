"""Filling the aspects of a record from its abstracts."""

from __future__ import annotations

import attrs

from litreview.analysis.attributes import ATTRIBUTES
from litreview.analysis.disagreement import disagreements
from litreview.analysis.lexicon import STANDARD, Lexicon
from litreview.analysis.reading import read
from litreview.errors import Problem
from litreview.record import ASPECTS, Study


def annotate(study: Study, lexicon: Lexicon = STANDARD) -> tuple[Study, tuple[Problem, ...]]:
    """Fill every aspect of `study` that its abstracts state and its record does not hold yet; what is recorded stays as it is.

    Each value carries the stretch of the abstract it was taken from. Aspects that were not found are in ``aspects.looked_for``. The
    problems say where the language versions contradict each other. `lexicon` adds tables of concepts and places to those of the
    library. A study without an abstract is returned unchanged.

    >>> from litreview.record import LangText
    >>> abstract = LangText({"en": "This study aims to explain why two cities cooperate. It uses a qualitative method with interviews."})
    >>> study, problems = annotate(Study("a", abstract=abstract))
    >>> study.aspects.aim.text["en"], study.aspects.method[0].concept, study.aspects.aim.evidence[0].quote
    ('explain why two cities cooperate', 'qualitative', 'explain why two cities cooperate')
    """
    if not study.abstract:
        return study, ()
    reading = read(study, lexicon)
    aspects = study.aspects
    given = {name for name in ASPECTS if aspects.stated(name)} | set(aspects.looked_for)
    for attribute in ATTRIBUTES:
        if attribute.aspect not in given:
            value = attribute.extract(reading, study, aspects)
            if value:
                aspects = attrs.evolve(aspects, **{attribute.aspect: value})
    missing = tuple(name for name in ASPECTS if not aspects.stated(name))
    aspects = attrs.evolve(aspects, looked_for=missing)
    return attrs.evolve(study, aspects=aspects), disagreements(study, reading)
