"""A library made ready for a review: aspects read from the abstracts, a title for every study, and an order that no source decides."""

from __future__ import annotations

import logging
import unicodedata

import attrs

from litreview.analysis import annotate
from litreview.analysis.description import describe, shorten
from litreview.analysis.highlights import unassigned, with_highlights
from litreview.analysis.lexicon import Lexicon
from litreview.errors import Problem, fault
from litreview.record import ASPECTS, Library, Study
from litreview.record.langtext import COMPARED
from litreview.record.states import state

LOG = logging.getLogger("litreview")


def prepared(library: Library) -> tuple[Library, tuple[Problem, ...]]:
    """Every study with its aspects (what is marked in it, then what its abstract says) and with a title to be cited by, in review order.

    The order, see `review_order`, depends on the studies alone: the same studies make the same review, whatever file they came from.
    """
    problems: list[Problem] = []
    studies: list[Study] = []
    lexicon = Lexicon(library.concepts)
    for done, recorded in enumerate(sorted(library, key=review_order), 1):
        study = recorded
        LOG.info("preparing %s", study.key, extra={"step": "preparing", "done": done, "of": len(library)})
        if study.abstract and _open(study):
            study, found = annotate(study, lexicon)
            problems += found
        if study.highlights:
            study, found = with_highlights(recorded, study, library.legend, lexicon)
            problems += found
        if not study.title:
            problems.append(fault("title-described", key=study.key, severity="info"))
            study = describe(study)
        studies.append(shorten(study))
    return attrs.evolve(library, studies=tuple(studies)), (*problems, *unassigned(library))


def _open(study: Study) -> bool:
    """Whether some aspect has no value and nobody says that the source does not state it: one filled in by hand silences no other."""
    return any(state(study, name) == "not-read" for name in ASPECTS)


def review_order(study: Study) -> tuple[int, str, str, str]:
    """What studies are sorted by in a review: year of issue (undated last), first author or else title, title, key.

    >>> from litreview.record import Dates, parse_date
    >>> dated = Study("b", dates=Dates({"issued": parse_date("2019")}))
    >>> [study.key for study in sorted([Study("a"), dated], key=review_order)]
    ['b', 'a']
    """
    issued = study.issued
    year = issued.year if issued and issued.year is not None else 9999
    titled = study.title.best(*COMPARED)
    title = _folded(titled[1]) if titled else ""
    return year, _folded(_first(study)) or title, title, study.key


def _first(study: Study) -> str:
    """The name by which the first author is filed."""
    if not study.author:
        return ""
    name = study.author[0]
    return f"{name.family} {name.given or ''}" if name.family else name.text()


def _folded(words: str) -> str:
    """Words without case, accents and leading marks."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words.casefold()) if not unicodedata.combining(c))
    return plain.lstrip(" [(“\"‘'")
