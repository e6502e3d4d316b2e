"""Functions under their former names: see `litreview._former`."""

from __future__ import annotations

import os

from litreview.api.dedupe import Duplicates, merge_duplicates
from litreview.api.draft import Review
from litreview.audit.ledger import ledger_json
from litreview.errors import Problem
from litreview.library.rewrite import Rewrite
from litreview.library.save import Saved, save


def plan_merge(
    found: Duplicates, *sources: str | os.PathLike[str], outline: str | os.PathLike[str] | None = None
) -> tuple[tuple[Rewrite, ...], tuple[Problem, ...]]:
    """What `merge_duplicates` would write."""
    merged = merge_duplicates(found, *sources, outline=outline, dry_run=True)
    return merged.files, merged.problems


def save_ledger(review: Review, path: str | os.PathLike[str]) -> Saved:
    """The ledger of `review` written to `path`, whatever its name."""
    return save(path, ledger_json(review).encode(), review.keep)
