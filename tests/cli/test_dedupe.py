"""``litreview dedupe``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, list[str], list[str]]]

TWICE = """\
- {key: a, type: book, title: {en: Ports of call and small cities}, author: [{family: Lee}], issued: 2019, DOI: 10.1000/x}
- {key: b, type: book, title: {en: Ports of call and small cities}, author: [{family: Lee}], issued: 2019, DOI: 10.1000/x, publisher: Acme}
- {key: c, type: book, title: {en: Ports of call and small cities}, author: [{family: Lee}], issued: 2020}
"""


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    (tmp_path / "twice.yaml").write_text(TWICE, encoding="utf-8")
    return tmp_path / "twice.yaml"


def test_pairs_are_shown_with_reasons_in_the_readers_language(run: Run, twice: Path) -> None:
    code, out, err = run("dedupe", "twice.yaml", lang="id_ID")
    assert code == 0
    assert out[:7] == [
        "pasti (1.00): a = b",
        "  a: Lee · 2019 · Ports of call and small cities · twice.yaml:1",
        "  b: Lee · 2019 · Ports of call and small cities · twice.yaml:2",
        "  - keduanya memiliki DOI 10.1000/x",
        "  - judulnya sama",
        "  - keduanya karya lee",
        "  - keduanya terbit tahun 2019",
    ]
    assert "studi: 3; pasangan yang pasti: 1, kemungkinan besar: 2, mungkin: 0" in err
    assert twice.read_text(encoding="utf-8") == TWICE


def test_a_dry_run_tells_what_applying_does(run: Run, twice: Path) -> None:
    _, _, told = run("dedupe", "twice.yaml", "--dry-run", "--confirm", "c=a")
    assert told[-3:] == ["b would be merged into a", "c would be merged into a", "twice.yaml: would be rewritten"]
    assert twice.read_text(encoding="utf-8") == TWICE
    _, _, told = run("dedupe", "twice.yaml", "--apply", "--confirm", "c=a")
    assert told[-3:] == ["b was merged into a", "c was merged into a", "twice.yaml: rewritten"]
    assert "publisher: Acme" in twice.read_text(encoding="utf-8")
    assert run("dedupe", "twice.yaml")[2] == ["studies: 1; none is there twice"]


def test_the_result_may_go_to_a_file(run: Run, twice: Path, tmp_path: Path) -> None:
    assert run("dedupe", "twice.yaml", "--dry-run", "-o", "out.bib")[2][-1] == "out.bib: would be written (studies: 2)"
    assert not (tmp_path / "out.bib").exists()
    assert run("dedupe", "twice.yaml", "--apply", "-o", "out.bib")[2][-1] == "out.bib: written (studies: 2)"
    assert (tmp_path / "out.bib").exists()
    assert twice.read_text(encoding="utf-8") == TWICE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "a source is needed"),
        (("twice.yaml", "--apply", "--dry-run"), "not both"),
        (("twice.yaml", "--confirm", "a b"), '"a b" is no pair'),
        (("twice.yaml", "--apart", "a=z"), 'unknown citation key "z"'),
        (("twice.yaml", "-o", "out.xyz"), ".xyz"),
    ],
)
def test_misuse(run: Run, twice: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("dedupe", *arguments)
    assert (code, out, len(err)) == (2, [], 1)
    assert said in err[0]
