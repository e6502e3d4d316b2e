"""``-`` as a source: what another program writes into this one."""

from __future__ import annotations

import io
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from tests.cli.conftest import RECORD

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.mark.parametrize("argv", [("bibliography", "-", "--lang", "en"), ("convert", "-", "--from", "yaml", "--to", "bibtex")])
def test_records_come_in_by_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(RECORD.encode())))
    code, out, _ = run(*argv)
    assert code == 0
    assert "Motives" in "".join(out)


def test_a_pipe_stands_beside_files(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin", SimpleNamespace(buffer=io.BytesIO(RECORD.replace("lee2019", "kim2020").replace("Lee", "Kim").encode()))
    )
    _, out, _ = run("bibliography", "lee.yaml", "-", "--lang", "en")
    assert "Kim, A." in "".join(out)
    assert "Lee, A." in "".join(out)
