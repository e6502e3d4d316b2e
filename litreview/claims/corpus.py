"""Claims about the corpus as a whole: its size, its languages, what no record states, what it was read from."""

from __future__ import annotations

from collections.abc import Callable

from litreview.claims.claim import Claim, Group, Part, Value
from litreview.claims.facets.framework import keyword_concepts
from litreview.concepts import concept
from litreview.record import LangText, Library, Study

NAME = "corpus"

UNSTATED: tuple[tuple[str, Callable[[Study], bool]], ...] = (
    ("issued", lambda study: study.issued is not None),
    ("author", lambda study: bool(study.author)),
    ("title", lambda study: bool(study.title) and not study.descriptive()),
    ("publisher", lambda study: study.text("publisher") is not None or study.text("container-title") is not None),
)
"""What a citation needs, and whether a study states it."""


def corpus_claims(library: Library) -> tuple[Claim, ...]:
    """How many studies, in which languages, their commonest keywords, what is not stated, and that only abstracts were read."""
    keys = library.keys()
    claims = [Claim("corpus.size", NAME, keys, numbers=(("languages", len(_languages(library))),))]
    claims += _keywords(library)
    claims += _abstracts(library)
    claims += _unstated(library)
    described = tuple(study.key for study in library if study.descriptive())
    if described:
        claims.append(Claim("corpus.described", NAME, described))
    return tuple(claims)


def _unstated(library: Library) -> list[Claim]:
    """What a citation needs and studies do not state; fields that the same studies lack are told together."""
    keys = library.keys()
    lacking: dict[tuple[str, ...], list[str]] = {}
    for name, states in UNSTATED:
        missing = tuple(study.key for study in library if not states(study))
        if missing:
            lacking.setdefault(missing, []).append(name)
    claims: list[Claim] = []
    for missing, names in lacking.items():
        stated = tuple(key for key in keys if key not in missing)
        if not stated and "issued" in names:
            claims.append(Claim("corpus.unstated.years", NAME, stated, missing, opens=not claims))
            names = [name for name in names if name != "issued"]
        if names:
            groups = tuple(Group(Value(name, LangText(), aspect="field"), ()) for name in names)
            claims.append(Claim(f"corpus.unstated.{'some' if stated else 'all'}", NAME, stated, missing, groups, opens=not claims))
    return claims


def _languages(library: Library) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for study in library for tag in study.abstract))


def _keywords(library: Library) -> list[Claim]:
    """The two concepts that most studies have among their keywords, if two studies share one."""
    found: dict[str, list[str]] = {}
    for study in library:
        for name in sorted(keyword_concepts(study)):
            found.setdefault(name, []).append(study.key)
    common = sorted(((name, keys) for name, keys in found.items() if len(keys) > 1), key=lambda item: (-len(item[1]), item[0]))[:2]
    groups = tuple(
        Group(
            Value(name, concept(name).labels, name, "keywords"),
            tuple(Part(k) for k in keys),
        )
        for name, keys in common
    )
    return [Claim("corpus.keywords.one" if len(groups) == 1 else "corpus.keywords.two", NAME, groups=groups)] if groups else []


def _abstracts(library: Library) -> list[Claim]:
    with_abstract = tuple(study.key for study in library if study.abstract)
    without = tuple(study.key for study in library if not study.abstract)
    claims: list[Claim] = []
    if with_abstract:
        both = tuple(study.key for study in library if {"id", "en"} <= set(study.abstract))
        kind = "all" if len(both) == len(library) else "some" if both else "none"
        claims.append(Claim(f"corpus.bilingual.{kind}", NAME, both, tuple(k for k in with_abstract if k not in both)))
        claims.append(Claim("corpus.abstracts-only", NAME, with_abstract))
    if without:
        claims.append(Claim("corpus.no-abstract", NAME, with_abstract, without))
    return claims
