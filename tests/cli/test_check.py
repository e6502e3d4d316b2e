"""``litreview check`` on records: its formats and ``--fix``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, list[str], list[str]]]

WRONG = """\
- key: a
  type: article-journal
  title: {en: "Ports: 100%, and more"}
  author: [{family: Lee, given: Ann}]
  issued: 2019
  container-title: Journal
  volume: 3
  page: 320-298
- {key: b, type: book, title: {en: Tides}, author: null, issued: 2019, publisher: Acme, DOI: 'doi:10.1000/x'}
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_lines_to_read(run: Run, wrong: Path) -> None:
    code, out, err = run("check", "wrong.yaml")
    assert code == 1
    assert out == [
        "wrong.yaml:1: a: the pages 320-298 run backwards: compare them with the work",
        'wrong.yaml:9: b: DOI "doi:10.1000/x" should be "10.1000/x": litreview check --fix changes it',
    ]
    assert err == ["problems: 2; notes: 1 (--verbose lists them)"]


def test_json_for_programs(run: Run, wrong: Path) -> None:
    code, out, err = run("check", "wrong.yaml", "--format", "json", lang="id_ID")
    found = json.loads("\n".join(out))
    assert (code, err) == (1, [])
    assert {one["code"] for one in found} == {"pages-reversed", "untidy-field", "field-not-stated"}
    (pages,) = (one for one in found if one["code"] == "pages-reversed")
    assert pages == {
        "code": "pages-reversed", "severity": "warning", "message": "halaman 320-298 terbalik: bandingkan dengan karyanya",
        "file": "wrong.yaml", "line": 1, "key": "a", "data": {"value": "320-298"},
    }  # fmt: skip


def test_annotations_of_a_build(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a,b.yaml").write_text(
        WRONG.replace("320-298", '"n/a"').replace("Ports: 100%, and more", "Ports &amp; 100%, and"), encoding="utf-8"
    )
    code, out, _ = run("check", "a,b.yaml", "--format", "github")
    assert code == 1
    assert out[0].startswith("::notice file=a%2Cb.yaml,line=9,title=field-not-stated::b: ") or out[0].startswith("::warning ")
    assert any(line.startswith("::warning file=a%2Cb.yaml,line=1,title=untidy-field::a: title") and "100%25, and" in line for line in out)
    assert all(line.startswith(("::warning ", "::notice ", "::error ")) for line in out)


def test_nothing_wrong(run: Run) -> None:
    assert run("check", "lee.yaml") == (0, [], ["problems: 0; notes: 0"])
    assert run("check", "lee.yaml", "--format", "json") == (0, ["[]"], [])
    assert run("check", "lee.yaml", "--format", "github") == (0, [], [])


def test_fix_changes_what_is_certain_and_tells_the_rest(run: Run, wrong: Path) -> None:
    code, out, err = run("check", "wrong.yaml", "--fix")
    assert code == 1
    assert out == ["wrong.yaml:1: a: the pages 320-298 run backwards: compare them with the work"]
    assert err[:2] == ['wrong.yaml:9: b: DOI: "doi:10.1000/x" was changed to "10.1000/x"', "wrong.yaml: rewritten"]
    assert wrong.read_text(encoding="utf-8") == WRONG.replace("'doi:10.1000/x'", "10.1000/x")


def test_a_format_that_does_not_exist(run: Run, wrong: Path) -> None:
    code, out, err = run("check", "wrong.yaml", "--format", "jsn", "--fix")
    assert (code, out) == (2, [])
    assert 'unknown format of findings "jsn"; did you mean "json"?' in err[0]
    assert wrong.read_text(encoding="utf-8") == WRONG
