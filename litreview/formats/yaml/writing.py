"""Studies as a fresh YAML file."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.errors import Problem
from litreview.formats._yaml import emit
from litreview.formats.yaml.plainly import record_of
from litreview.record import Study


def write(studies: Sequence[Study]) -> tuple[bytes, tuple[Problem, ...]]:
    """A list of studies, with an empty line between them; UTF-8. YAML holds everything, so there are no problems.

    >>> from litreview.record import LangText
    >>> print(write([Study("lee2019", "book", title=LangText({"id": "Kota", "en": "City"}))])[0].decode(), end="")
    - key: lee2019
      type: book
      title: {id: Kota, en: City}
    """
    return ("\n".join(emit.item(record_of(study), whole=True) + "\n" for study in studies) or "[]\n").encode(), ()
