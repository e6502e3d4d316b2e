"""A study from an item of Zotero: its CSL item with tags, collections, address and what was marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from litreview.errors import Origin, Problem
from litreview.record import Highlight, Study
from litreview.record.csl_json.fields import tag_of
from litreview.record.csl_json.read import read_item
from litreview.record.langtext import LangList
from litreview.record.study import ADDRESS, COLLECTION, REPLACED

PREFIX = "zotero:"
OWN_TAG = "zotero:own-tag"
"""The name of a tag that the user gave, not the publisher."""
RELATED = "zotero:related"


@attrs.frozen
class Beside:
    """What Zotero says of an item beside its fields."""

    uri: str = ""
    tags: Sequence[str] = ()
    automatic: Sequence[str] = ()
    collections: Sequence[str] = ()
    replaces: Sequence[str] = ()
    related: Sequence[str] = ()
    rest: Sequence[tuple[str, str]] = ()
    """What has no place in a record, by Zotero's names."""


def study_of(item: Mapping[str, Any], beside: Beside, marks: Iterable[Highlight], origin: Origin) -> tuple[Study, tuple[Problem, ...]]:
    """The study, and what is odd in its fields; that it has no key yet is no fault."""
    study, problems = read_item(item, Study)
    words = tuple(dict.fromkeys((*beside.tags, *beside.automatic)))
    kinds = ((REPLACED, beside.replaces), (OWN_TAG, beside.tags), (COLLECTION, beside.collections), (RELATED, beside.related))
    rest = ((PREFIX + name, text) for name, text in beside.rest)
    extra = [*([(ADDRESS, beside.uri)] if beside.uri else []), *((name, value) for name, values in kinds for value in values), *rest]
    keywords = LangList({tag_of("keyword", study.language): words} if words else {})
    whole = attrs.evolve(study, keywords=keywords, highlights=tuple(marks), extra=(*study.extra, *extra), origin=origin)
    return whole, tuple(problem for problem in problems if problem.code != "missing-id")
