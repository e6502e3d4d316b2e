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

from litreview._version import __version__ as __version__

if TYPE_CHECKING:
    from litreview.api.bibliography import Bibliography, bibliography
    from litreview.api.dedupe import Duplicates, find_duplicates, merge_duplicates, plan_merge
    from litreview.api.draft import Review, draft
    from litreview.api.keys import keys, rename_keys
    from litreview.api.library import Library
    from litreview.api.load import load
    from litreview.api.manuscript import Manuscript, citation
    from litreview.audit.evidence import evidence
    from litreview.audit.judging import check_draft
    from litreview.audit.ledger import read_ledger, save_ledger
    from litreview.cite.styles import styles
    from litreview.errors import LitreviewError, Problem
    from litreview.languages import explain, language
    from litreview.library.adding.add import Additions, add
    from litreview.library.check import check
    from litreview.library.convert import convert
    from litreview.library.fix import Fixed, fix
    from litreview.library.pages import page_text, read_abstract
    from litreview.record import Name, Study
    from litreview.review.claims import Claim, Ledger
    from litreview.review.tables.grid import Grid
    from litreview.review.tables.matrix import matrix
    from litreview.themes.outline.file import OutlineFile, outline

# Name -> module it lives in. Nothing is imported before it is asked for: `import litreview` stays cheap.
_PUBLIC = {
    "Additions": "litreview.library.adding.add",
    "Bibliography": "litreview.api.bibliography",
    "Claim": "litreview.review.claims",
    "Duplicates": "litreview.api.dedupe",
    "Fixed": "litreview.library.fix",
    "Grid": "litreview.review.tables.grid",
    "Ledger": "litreview.review.claims",
    "Library": "litreview.api.library",
    "LitreviewError": "litreview.errors",
    "Manuscript": "litreview.api.manuscript",
    "Name": "litreview.record",
    "OutlineFile": "litreview.themes.outline.file",
    "Problem": "litreview.errors",
    "Review": "litreview.api.draft",
    "Study": "litreview.record",
    "add": "litreview.library.adding.add",
    "bibliography": "litreview.api.bibliography",
    "check": "litreview.library.check",
    "check_draft": "litreview.audit.judging",
    "citation": "litreview.api.manuscript",
    "convert": "litreview.library.convert",
    "draft": "litreview.api.draft",
    "evidence": "litreview.audit.evidence",
    "explain": "litreview.languages",
    "find_duplicates": "litreview.api.dedupe",
    "fix": "litreview.library.fix",
    "keys": "litreview.api.keys",
    "language": "litreview.languages",
    "load": "litreview.api.load",
    "matrix": "litreview.review.tables.matrix",
    "merge_duplicates": "litreview.api.dedupe",
    "outline": "litreview.themes.outline.file",
    "page_text": "litreview.library.pages",
    "plan_merge": "litreview.api.dedupe",
    "read_abstract": "litreview.library.pages",
    "read_ledger": "litreview.audit.ledger",
    "rename_keys": "litreview.api.keys",
    "save_ledger": "litreview.audit.ledger",
    "styles": "litreview.cite.styles",
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
