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
    from litreview.api.add import Additions, add
    from litreview.api.bibliography import Bibliography, bibliography
    from litreview.api.check import check
    from litreview.api.check_draft import check_draft
    from litreview.api.convert import convert
    from litreview.api.dedupe import Duplicates, find_duplicates, merge_duplicates, plan_merge
    from litreview.api.draft import Review, draft
    from litreview.api.evidence import evidence
    from litreview.api.fix import Fixed, fix
    from litreview.api.grid import Grid
    from litreview.api.keys import keys, rename_keys
    from litreview.api.ledger import read_ledger, save_ledger
    from litreview.api.library import Library
    from litreview.api.load import load
    from litreview.api.manuscript import Manuscript, citation
    from litreview.api.matrix import matrix
    from litreview.api.pages import page_text, read_abstract
    from litreview.api.styles import styles
    from litreview.api.themes import OutlineFile, outline
    from litreview.claims import Claim, Ledger
    from litreview.errors import LitreviewError, Problem
    from litreview.languages import explain, language
    from litreview.record import Name, Study

__version__ = "0.1.0"

# Name -> module it lives in. Nothing is imported before it is asked for: `import litreview` stays cheap.
_PUBLIC = {
    "Additions": "litreview.api.add",
    "Bibliography": "litreview.api.bibliography",
    "Claim": "litreview.claims",
    "Duplicates": "litreview.api.dedupe",
    "Fixed": "litreview.api.fix",
    "Grid": "litreview.api.grid",
    "Ledger": "litreview.claims",
    "Library": "litreview.api.library",
    "LitreviewError": "litreview.errors",
    "Manuscript": "litreview.api.manuscript",
    "Name": "litreview.record",
    "OutlineFile": "litreview.api.themes",
    "Problem": "litreview.errors",
    "Review": "litreview.api.draft",
    "Study": "litreview.record",
    "add": "litreview.api.add",
    "bibliography": "litreview.api.bibliography",
    "check": "litreview.api.check",
    "check_draft": "litreview.api.check_draft",
    "citation": "litreview.api.manuscript",
    "convert": "litreview.api.convert",
    "draft": "litreview.api.draft",
    "evidence": "litreview.api.evidence",
    "explain": "litreview.languages",
    "find_duplicates": "litreview.api.dedupe",
    "fix": "litreview.api.fix",
    "keys": "litreview.api.keys",
    "language": "litreview.languages",
    "load": "litreview.api.load",
    "matrix": "litreview.api.matrix",
    "merge_duplicates": "litreview.api.dedupe",
    "outline": "litreview.api.themes",
    "page_text": "litreview.api.pages",
    "plan_merge": "litreview.api.dedupe",
    "read_abstract": "litreview.api.pages",
    "read_ledger": "litreview.api.ledger",
    "rename_keys": "litreview.api.keys",
    "save_ledger": "litreview.api.ledger",
    "styles": "litreview.api.styles",
}

__all__ = [
    "Additions",
    "Bibliography",
    "Claim",
    "Duplicates",
    "Fixed",
    "Grid",
    "Ledger",
    "Library",
    "LitreviewError",
    "Manuscript",
    "Name",
    "OutlineFile",
    "Problem",
    "Review",
    "Study",
    "add",
    "bibliography",
    "check",
    "check_draft",
    "citation",
    "convert",
    "draft",
    "evidence",
    "explain",
    "find_duplicates",
    "fix",
    "keys",
    "language",
    "load",
    "matrix",
    "merge_duplicates",
    "outline",
    "page_text",
    "plan_merge",
    "read_abstract",
    "read_ledger",
    "rename_keys",
    "save_ledger",
    "styles",
]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'litreview' has no attribute {name!r}")
    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
