"""litreview: citations and literature reviews, from study records to a review chapter in Word.

>>> import litreview
>>> from litreview._resources import folder
>>> library = litreview.load(folder("references"))
>>> len(library)
5
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from litreview.api.bibliography import Bibliography, bibliography
    from litreview.api.check import check
    from litreview.api.convert import convert
    from litreview.api.draft import Review, draft
    from litreview.api.library import Library
    from litreview.api.load import load
    from litreview.api.styles import styles
    from litreview.errors import LitreviewError, Problem
    from litreview.languages import explain, language
    from litreview.record import Name, Study

__version__ = "0.1.0"

# Name -> module it lives in. Nothing is imported before it is asked for: `import litreview` stays cheap.
_PUBLIC = {
    "Bibliography": "litreview.api.bibliography",
    "Library": "litreview.api.library",
    "LitreviewError": "litreview.errors",
    "Name": "litreview.record",
    "Problem": "litreview.errors",
    "Review": "litreview.api.draft",
    "Study": "litreview.record",
    "bibliography": "litreview.api.bibliography",
    "check": "litreview.api.check",
    "convert": "litreview.api.convert",
    "draft": "litreview.api.draft",
    "explain": "litreview.languages",
    "language": "litreview.languages",
    "load": "litreview.api.load",
    "styles": "litreview.api.styles",
}

__all__ = [
    "Bibliography",
    "Library",
    "LitreviewError",
    "Name",
    "Problem",
    "Review",
    "Study",
    "bibliography",
    "check",
    "convert",
    "draft",
    "explain",
    "language",
    "load",
    "styles",
]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'litreview' has no attribute {name!r}")
    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
