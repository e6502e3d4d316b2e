"""Marks that a list leaves behind at the end of a name."""

from __future__ import annotations

from litreview.library.repairs import Repair, on_names
from litreview.record import Study


def run(study: Study) -> Study:
    """``Lee,`` becomes ``Lee``."""
    return on_names(study, lambda text: text.strip(" ,;"))


REPAIR = Repair("names", run)
