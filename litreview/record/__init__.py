"""The record: what a study is, before anyone reads, formats or prints it.

Nothing comes in but values and short texts (a name, a date, an identifier), which become frozen values: `Study` with its names, dates,
texts by language, aspects and evidence, and `Library`, the studies in order under their keys. Out of it come citation keys and CSL-JSON
items (`csl_json`). No file is opened and no word of a chapter is written here.
Every layer above may call it; the citation processor (`csl`) uses names, dates, variables and `csl_values` alone.
"""

from litreview.record.aspects import ASPECT, ASPECTS, OUTCOMES, Aspect, Aspects, Partner, Period, Statement
from litreview.record.concept import Concept
from litreview.record.confidence import Confidence
from litreview.record.dates import Date, DateParts, parse_date
from litreview.record.evidence import Evidence, Span, locate
from litreview.record.fields import Dates, Names, Variables
from litreview.record.frozen_map import FrozenMap
from litreview.record.highlights import COMMENTS, GAP, HIGHLIGHTS, Highlight, Legend
from litreview.record.langtext import LangList, LangText, Tagged
from litreview.record.library import Library, SourceFile, library_of, unique_keys
from litreview.record.names import Name
from litreview.record.screening import DECISIONS, Screening
from litreview.record.states import State, has_field, state
from litreview.record.study import Study

__all__ = [
    "ASPECT",
    "ASPECTS",
    "COMMENTS",
    "DECISIONS",
    "GAP",
    "HIGHLIGHTS",
    "OUTCOMES",
    "Aspect",
    "Aspects",
    "Concept",
    "Confidence",
    "Date",
    "DateParts",
    "Dates",
    "Evidence",
    "FrozenMap",
    "Highlight",
    "LangList",
    "LangText",
    "Legend",
    "Library",
    "Name",
    "Names",
    "Partner",
    "Period",
    "Screening",
    "SourceFile",
    "Span",
    "State",
    "Statement",
    "Study",
    "Tagged",
    "Variables",
    "has_field",
    "library_of",
    "locate",
    "parse_date",
    "state",
    "unique_keys",
]
