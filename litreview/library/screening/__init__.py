"""The screening of a systematic review: which records were found where, which of them are in the review, and the counts of both.

In come records with their `Screening`, or the exports of several databases. Out come the records made one where they are one work
(`found`), the studies of the review (`screened`), and the numbers of the flow diagram (`flow`). Nothing is decided here.

The making of the chapter and the public functions may call it.
"""

from litreview.library.screening.flow import Flow, flow, screened
from litreview.library.screening.joining import found

__all__ = ["Flow", "flow", "found", "screened"]
