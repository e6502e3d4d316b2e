"""The studies of most merges: seven now, and before the last of them was added."""

from __future__ import annotations

import attrs

import litreview
from tests.benchmarks.draft_studies import bibtex

LIBRARY = litreview.loads(bibtex(7))
FEWER = attrs.evolve(LIBRARY, studies=LIBRARY.studies[:-1])
