"""Keys with characters that BibTeX, LaTeX or Pandoc do not allow in a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.record import Library
from litreview.record.faults import study_fault

_FORBIDDEN = re.compile(r"""[\s,{}%#\\~"'()=@\[\];]""")


def run(library: Library) -> Iterator[Problem]:
    """A warning for each such key, naming the first of the characters; for information where a key is not ASCII."""
    for study in library:
        if wrong := _FORBIDDEN.search(study.key):
            yield study_fault("key-with-space", study) if wrong[0].isspace() else study_fault("key-character", study, value=wrong[0])
        elif not study.key.isascii():
            character = next(c for c in study.key if not c.isascii())
            yield study_fault("key-not-ascii", study, "info", value=character)


CHECK = RecordCheck("key-shapes", run)
