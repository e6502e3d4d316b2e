"""The record: what a study is, before anyone reads, formats or prints it."""

from litreview.record.aspects import ASPECT, ASPECTS, OUTCOMES, Aspect, Aspects, Partner, Period, Statement
from litreview.record.confidence import Confidence
from litreview.record.dates import Date, DateParts, parse_date
from litreview.record.evidence import Evidence, Span, locate
from litreview.record.fields import Dates, Names, Variables
from litreview.record.frozen_map import FrozenMap
from litreview.record.langtext import LangList, LangText, Tagged
from litreview.record.library import Library, SourceFile, library_of, unique_keys
from litreview.record.names import Name
from litreview.record.study import Study

__all__ = [
    "ASPECT",
    "ASPECTS",
    "OUTCOMES",
    "Aspect",
    "Aspects",
    "Confidence",
    "Date",
    "DateParts",
    "Dates",
    "Evidence",
    "FrozenMap",
    "LangList",
    "LangText",
    "Library",
    "Name",
    "Names",
    "Partner",
    "Period",
    "SourceFile",
    "Span",
    "Statement",
    "Study",
    "Tagged",
    "Variables",
    "library_of",
    "locate",
    "parse_date",
    "unique_keys",
]
