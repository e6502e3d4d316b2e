"""`litreview add` at the command line: a table a reader can check, and its exit codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.test_add import BIB, DOUBTFUL, PAGE

Run = Callable[..., tuple[int, list[str], list[str]]]


def paste(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_the_table_shows_what_was_found_and_what_is_missing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    code, out, err = run("add", "page.txt", "--into", "refs", lang="id_ID.UTF-8")
    assert code == 0, err
    assert out[0] == "wulandari-alasan-nd: ditambahkan, refs/wulandari-alasan-nd.yaml (dari page.txt)"
    assert any(line.split() == ["penulis", "Sri", "Wulandari"] for line in out)
    assert out[-2:] == [
        "    belum ada: tahun, penerbit atau lembaga",
        "    belum terbaca: pertanyaan, sampel, teori, periode, pihak, tempat, keberhasilan",
    ]
    assert err[-1] == "refs: ditambahkan 1, sudah ada 0, diisi 0, tidak ditemukan 0"
    assert all(len(line) < 140 for line in out)


def test_what_is_doubtful_is_marked_in_the_table_and_in_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(DOUBTFUL, encoding="utf-8")
    code, out, _ = run("add", "page.txt", "--into", "refs")
    assert code == 0
    assert any(line.startswith("  ? author") and "check:" in line for line in out)
    (file,) = (tmp_path / "refs").iterdir()
    assert "# check: " in file.read_text(encoding="utf-8")


def test_pasted_text_is_read_from_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paste(monkeypatch, BIB)
    assert run("add", "-", "--into", "library.bib")[0] == 0
    assert b"lee2019" in (tmp_path / "library.bib").read_bytes()
    paste(monkeypatch, BIB)
    code, out, _ = run("add", "-", "--into", "library.bib")
    assert (code, len(out)) == (0, 1)
    assert out[0].startswith("lee2019: there already")


@pytest.mark.parametrize(
    ("words", "said"),
    [(("add",), "identifiers"), (("add", "lee.yaml"), "--into references"), (("add", "nothing.txt", "--into", "refs"), "no such file")],
)
def test_misuse_is_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(*words)
    assert (code, out, len(err)) == (2, [], 1)
    assert said in err[0]


def test_without_a_connection_one_line_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for service in ("CROSSREF", "DATACITE", "OPENALEX", "DOI_ORG"):
        monkeypatch.setenv(f"LITREVIEW_URL_{service}", "http://127.0.0.1:1")
    monkeypatch.setenv("LITREVIEW_CACHE", "off")
    monkeypatch.setattr("litreview.online.client.time.sleep", lambda _: None)
    code, out, err = run("add", "10.1000/xyz", "--into", "refs")
    assert (code, out) == (1, [])
    assert len([line for line in err if "10.1000/xyz" in line]) == 1
