"""The readers against records that other programs expect from the same files (the material is not part of the project).

Every difference is in ``pairs-kept.toml`` with its reason, and everything in there is still a difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.errors import ReadError
from tests.formats.pairs import EXPORTS, broken_and_read, kept, pairs, read

UNPAIRED = {"cff", "csl-json", "pandoc-csl-yaml"}


@pytest.fixture
def folder(shared: Path) -> Path:
    found = shared / "formats"
    if not found.is_dir():
        pytest.skip("the folder ../shared/formats with pairs of files is absent")
    return found


def test_records_are_what_other_programs_expect(folder: Path) -> None:
    found = list(pairs(folder))
    different = {one.name: one for one in found if not one.equal}
    reasons = kept()
    unexplained = [f"{one.name}: expected {one.expected!r}, got {one.ours!r}" for name, one in different.items() if name not in reasons]
    assert not unexplained, "mend, or explain in pairs-kept.toml:\n" + "\n".join(unexplained)
    assert not reasons.keys() - different.keys(), "no difference any more, delete from pairs-kept.toml"
    assert len(found) > 600, "the pairs are compared at all"
    assert sum(one.equal for one in found) / len(found) >= 0.98, "and few differ, even with a reason"
    assert sum(one.stated for one in found) / len(found) > 0.98, "most of them only in where the value stands"


def test_a_file_that_is_broken_on_purpose_is_told(folder: Path) -> None:
    found = dict(broken_and_read(folder))
    assert found
    assert all(any(problem.severity != "info" for problem in problems) for problems in found.values())


def test_every_file_is_known_and_read(folder: Path) -> None:
    files = [p for p in sorted(folder.glob("*/*")) if ".expected." not in p.name and p.parent.name in {*EXPORTS, *UNPAIRED}]
    assert len(files) > 120
    for path in files:
        if f"{path.parent.name}/{path.name}" == "pubmed-xml/06.xml":
            with pytest.raises(ReadError, match="XML"):
                read(path)
        elif path.name != "expected.json":
            assert read(path) or path.parent.name == "mods", f"{path}: no record at all"
