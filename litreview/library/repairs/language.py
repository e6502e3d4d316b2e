"""The language as a tag of BCP 47: "Indonesian" and "ind" are "id"."""

from __future__ import annotations

import attrs

from litreview.library.repairs import Repair
from litreview.record import Study
from litreview.record.languages import language_tag


def run(study: Study) -> Study:
    """Write the language of the work as its tag, where it is a known one."""
    tag = language_tag(study.language) if study.language else None
    return attrs.evolve(study, language=tag) if tag else study


REPAIR = Repair("language", run)
