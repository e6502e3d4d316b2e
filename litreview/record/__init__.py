"""The record: what a study is, before anyone reads, formats or prints it.

Nothing comes in but values and short texts (a name, a date, an identifier), which become frozen values: `Study` with its names, dates,
texts by language, aspects and evidence, and `Library`, the studies in order under their keys. Out of it come citation keys and CSL-JSON
items (`csl_json`). No file is opened and no word of a chapter is written here.
Every layer above may call it; the citation processor (`csl`) uses names, dates, variables and `csl_values` alone.
"""

from __future__ import annotations

import importlib as _importlib
import typing as _typing

if _typing.TYPE_CHECKING:  # the same names for type checkers
    from litreview.record.aspects import ASPECT as ASPECT
    from litreview.record.aspects import ASPECTS as ASPECTS
    from litreview.record.aspects import OUTCOMES as OUTCOMES
    from litreview.record.aspects import Aspect as Aspect
    from litreview.record.aspects import Aspects as Aspects
    from litreview.record.aspects import Partner as Partner
    from litreview.record.aspects import Period as Period
    from litreview.record.aspects import Statement as Statement
    from litreview.record.concept import Concept as Concept
    from litreview.record.confidence import Confidence as Confidence
    from litreview.record.dates import Date as Date
    from litreview.record.dates import DateParts as DateParts
    from litreview.record.dates import parse_date as parse_date
    from litreview.record.evidence import Evidence as Evidence
    from litreview.record.evidence import Span as Span
    from litreview.record.evidence import locate as locate
    from litreview.record.fields import Dates as Dates
    from litreview.record.fields import Names as Names
    from litreview.record.fields import Variables as Variables
    from litreview.record.frozen_map import FrozenMap as FrozenMap
    from litreview.record.highlights import COMMENTS as COMMENTS
    from litreview.record.highlights import GAP as GAP
    from litreview.record.highlights import HIGHLIGHTS as HIGHLIGHTS
    from litreview.record.highlights import Highlight as Highlight
    from litreview.record.highlights import Legend as Legend
    from litreview.record.langtext import LangList as LangList
    from litreview.record.langtext import LangText as LangText
    from litreview.record.langtext import Tagged as Tagged
    from litreview.record.library import Library as Library
    from litreview.record.library import SourceFile as SourceFile
    from litreview.record.library import library_of as library_of
    from litreview.record.library import unique_keys as unique_keys
    from litreview.record.names import Name as Name
    from litreview.record.screening import DECISIONS as DECISIONS
    from litreview.record.screening import Screening as Screening
    from litreview.record.states import State as State
    from litreview.record.states import has_field as has_field
    from litreview.record.states import state as state
    from litreview.record.study import Study as Study

_HOMES = {
    "litreview.record.aspects": "ASPECT ASPECTS OUTCOMES Aspect Aspects Partner Period Statement",
    "litreview.record.concept": "Concept",
    "litreview.record.confidence": "Confidence",
    "litreview.record.dates": "Date DateParts parse_date",
    "litreview.record.evidence": "Evidence Span locate",
    "litreview.record.fields": "Dates Names Variables",
    "litreview.record.frozen_map": "FrozenMap",
    "litreview.record.highlights": "COMMENTS GAP HIGHLIGHTS Highlight Legend",
    "litreview.record.langtext": "LangList LangText Tagged",
    "litreview.record.library": "Library SourceFile library_of unique_keys",
    "litreview.record.names": "Name",
    "litreview.record.screening": "DECISIONS Screening",
    "litreview.record.states": "State has_field state",
    "litreview.record.study": "Study",
}
"""The names by the module they live in. Nothing is imported before it is asked for: the citation processor needs names and dates alone."""

_PUBLIC = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> _typing.Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_importlib.import_module(_PUBLIC[name]), name)
