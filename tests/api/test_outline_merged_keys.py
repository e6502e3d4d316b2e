"""Two works that are merged stand once in a list of the outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.themes.outline.keys import outline_with
from litreview.themes.outline.plan import Choices


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[lee, abe]", "[lee]"), ("[abe, lee]", "[lee]"), ("[oh, abe, lee]", "[oh, lee]"), ("[abe]", "[lee]"), ("[abe, low]", "[lee]"),
        ("\n    - lee\n    - abe  # again\n    - oh", "\n    - lee\n    - oh"), ("\n    - abe\n    - oh", "\n    - lee\n    - oh"),
    ],
)  # fmt: skip
def test_a_merged_key_stands_once(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "outline.yaml"
    path.write_text(f"themes:\n  - title: Kota\n    studies: {before}\n    remarks: see @abe\n", encoding="utf-8")
    made = outline_with(path, {"abe": "lee", "low": "lee"}, Choices((), (), ()))
    assert made is not None
    assert made.after.decode() == f"themes:\n  - title: Kota\n    studies: {after}\n    remarks: see @lee\n"
