"""Claims about the corpus as a whole: its size, its languages, what no record states, what it was read from."""

from __future__ import annotations

from collections.abc import Callable

from litreview.languages import CHAPTER, COMMON
from litreview.record import LangText, Library, Study, state
from litreview.record.highlights import full_text_read
from litreview.review.claims.claim import Claim, Group, Part, Value
from litreview.review.claims.order import newest_first, year_of, years_told
from litreview.review.thresholds import STUDIES_NAMED_IN_ONE_SENTENCE
from litreview.themes.keywords import keywords

NAME = "corpus"

UNSTATED: tuple[tuple[str, Callable[[Study], bool]], ...] = (
    ("issued", lambda study: study.issued is not None),
    ("author", lambda study: bool(study.author)),
    ("title", lambda study: bool(study.title) and not study.descriptive()),
    ("publisher", lambda study: study.text("publisher") is not None or study.text("container-title") is not None),
)
"""What a citation needs, and whether a study states it."""


def corpus_claims(library: Library) -> tuple[Claim, ...]:
    """How many studies, from when, their commonest keywords, in which languages, what is not stated, which full texts were read."""
    keys = library.keys()
    claims = [Claim("corpus.size" if len(keys) <= STUDIES_NAMED_IN_ONE_SENTENCE else "corpus.size.many", NAME, keys)]
    claims += _years(library)
    claims += _keywords(library)
    claims += _abstracts(library)
    claims += _unstated(library)
    described = tuple(study.key for study in library if study.descriptive())
    if described:
        claims.append(Claim("corpus.described", NAME, described))
    return tuple(claims)


def _unstated(library: Library) -> list[Claim]:
    """What a citation needs and is not recorded, or said not to be stated; fields that the same studies lack are told together."""
    keys = library.keys()
    lacking: dict[tuple[str, ...], list[str]] = {}
    for name, states in UNSTATED:
        missing = tuple(study.key for study in library if not states(study))
        if missing:
            lacking.setdefault(missing, []).append(name)
    claims: list[Claim] = []
    for missing, names in lacking.items():
        without = frozenset(missing)
        stated = tuple(key for key in keys if key not in without)
        if not stated and "issued" in names:
            said = all(state(library[key], "issued") == "not-stated" for key in missing)
            claims.append(Claim(f"corpus.{'unstated' if said else 'unrecorded'}.years", NAME, stated, missing, opens=not claims))
            names = [name for name in names if name != "issued"]
        if names:
            groups = tuple(Group(Value(name, LangText(), aspect="field"), ()) for name in names)
            said = all(state(library[key], name) == "not-stated" for key in missing for name in names)
            kind = f"corpus.{'unstated' if said else 'unrecorded'}.{'some' if stated else 'all'}"
            claims.append(Claim(kind, NAME, stated, missing, groups, opens=not claims))
    return claims


def _years(library: Library) -> list[Claim]:
    """From when to when many studies appeared, and since when the newer half of them."""
    dated = [(year, key) for key in newest_first(library, library.keys()) if (year := year_of(library[key])) is not None]
    if len(dated) <= STUDIES_NAMED_IN_ONE_SENTENCE or dated[0][0] == dated[-1][0]:
        return []
    first, last, since, recent = years_told([year for year, _ in dated])
    kind = "corpus.years.all" if len(dated) == len(library) else "corpus.years"
    return [Claim(kind, NAME, tuple(key for _, key in dated), numbers=(first, last, since, ("dated", len(dated)), recent))]


def _keywords(library: Library) -> list[Claim]:
    """The two keywords that most studies give, if two studies share one."""
    ranked = sorted(keywords(library), key=lambda keyword: (-len(keyword.listed), keyword.name))
    groups = tuple(
        Group(Value(k.name, k.title, aspect="keywords"), tuple(Part(key) for key in newest_first(library, k.listed)))
        for k in ranked[:2]
        if len(k.listed) > 1
    )
    return [Claim("corpus.keywords.one" if len(groups) == 1 else "corpus.keywords.two", NAME, groups=groups)] if groups else []


def _abstracts(library: Library) -> list[Claim]:
    with_abstract = tuple(study.key for study in library if study.abstract)
    without = tuple(study.key for study in library if not study.abstract)
    read = tuple(study.key for study in library if full_text_read(study.highlights))
    claims: list[Claim] = []
    if with_abstract:
        both = tuple(study.key for study in library if {CHAPTER, COMMON} <= set(study.abstract))
        single = frozenset(with_abstract) - frozenset(both)
        kind = "all" if len(both) == len(library) else "some" if both else "none"
        claims.append(Claim(f"corpus.bilingual.{kind}", NAME, both, tuple(k for k in with_abstract if k in single)))
        if not read:
            claims.append(Claim("corpus.abstracts-only", NAME, with_abstract))
    if read:
        abstracts = tuple(key for key in with_abstract if key not in frozenset(read))
        claims.append(Claim(f"corpus.full-text.{'some' if abstracts else 'all'}", NAME, read, abstracts))
    if len(library) > STUDIES_NAMED_IN_ONE_SENTENCE:
        claims.append(Claim("corpus.examples", NAME, library.keys()))
    if without:
        unread = tuple(key for key in without if key not in frozenset(read))
        if unread:
            claims.append(Claim("corpus.no-abstract", NAME, with_abstract, unread))
    return claims
