"""The page on the processor alone: its examples run, and print what stands below them."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

import pytest

import litreview

PAGE = (Path(litreview.__file__).parent / "csl" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
PRINTED = re.findall(r"^```text\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
CSL_JSON = """[
 {"id": "lee", "type": "book", "title": "Ports", "author": [{"family": "Lee", "given": "Ann"}], "issued": {"date-parts": [[2019]]}, "publisher": "Acme"},
 {"id": "kim", "type": "book", "title": "Towns", "author": [{"family": "Kim", "given": "Bo"}], "issued": {"date-parts": [[2020]]}, "publisher": "Acme"}
]"""


def run(example: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(example, "README.md", "exec"), {"CSL_JSON": CSL_JSON})
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_ten_lines_are_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert len([line for line in EXAMPLES[0].splitlines() if line.strip()]) <= 10
    assert run(EXAMPLES[0], capsys) == PRINTED[0].splitlines()


def test_both_sides_cite_the_same_works(capsys: pytest.CaptureFixture[str]) -> None:
    theirs, ours = run(EXAMPLES[1], capsys), run(EXAMPLES[2], capsys)
    assert ours == PRINTED[1].splitlines()
    assert len(theirs) == len(ours)
    assert theirs[0] == ours[0]


def test_the_way_from_bibtex_is_there() -> None:
    library = litreview.loads("@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019}")
    assert json.loads(library.to_csl_json())[0]["title"] == "Ports"
