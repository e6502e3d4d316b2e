"""Names that were another before: they work for one version more, and say what to write instead."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from types import MappingProxyType

FORMER: Mapping[str, str] = MappingProxyType(
    {
        "plan_merge": "merge_duplicates(found, dry_run=True)",
        "save_ledger": 'Review.save with a name that ends in ".json"',
        "Fixed.told": "Fixed.problems",
    }
)
"""What is now written for each former name of `litreview`, or of a member of one of its types."""


def warn(name: str, level: int = 3) -> None:
    """Give the DeprecationWarning for a former name; `level` is how far above the user stands."""
    warnings.warn(f"litreview.{name} is now {FORMER[name]}; the old name goes with the next version", DeprecationWarning, stacklevel=level)
