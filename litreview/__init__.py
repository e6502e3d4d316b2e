"""litreview: citations and literature reviews, from study records to a review chapter in Word.

>>> import litreview
>>> litreview.language("id").label("bibliography")
'Daftar Pustaka'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from litreview.errors import LitreviewError, Problem
    from litreview.languages import explain, language
    from litreview.record import Library, Name, Study

__version__ = "0.1.0"

# Name -> module it lives in. Nothing is imported before it is asked for: `import litreview` stays cheap.
_PUBLIC = {
    "Library": "litreview.record",
    "LitreviewError": "litreview.errors",
    "Name": "litreview.record",
    "Problem": "litreview.errors",
    "Study": "litreview.record",
    "explain": "litreview.languages",
    "language": "litreview.languages",
}

__all__ = [
    "Library",
    "LitreviewError",
    "Name",
    "Problem",
    "Study",
    "explain",
    "language",
]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'litreview' has no attribute {name!r}")
    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
