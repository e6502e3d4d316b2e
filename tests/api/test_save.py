"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from litreview.api.library import Library
from litreview.errors import Origin, WriteError, fault
from litreview.library.save import NOTHING, check_target, protected, save, save_all
from litreview.record import SourceFile, Study

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    save(tmp_path / "bab2.txt", b"satu", NOTHING)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"bab2.txt": b"satu"}


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    save(tmp_path / "new", b"", NOTHING)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "bab2.md"
    save(target, b"satu", NOTHING)
    target.chmod(0o640)
    save(target, b"dua", NOTHING)
    assert (target.read_bytes()[:4], stat.S_IMODE(target.stat().st_mode)) == (b"dua\n", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    save(tmp_path / "real.md", b"satu", NOTHING)
    (tmp_path / "link.md").symlink_to("real.md")
    save(tmp_path / "link.md", b"dua", NOTHING)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes().startswith(b"dua\n")


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_failure_midway_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "bab2.md"
    save(target, b"old", NOTHING)
    old = target.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"litreview.library.safe.putting.os.{step}", fail)
    with pytest.raises(WriteError, match="No space left") as raised:
        save(target, b"new", NOTHING)
    monkeypatch.undo()
    assert raised.value.problem is not None
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"bab2.md": old}


def test_an_open_word_file_is_said_to_be_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("litreview.library.safe.putting.os.replace", refuse)
    with pytest.raises(WriteError, match="Word"):
        save(tmp_path / "bab2.docx", b"new", NOTHING)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [("", "output-is-folder"), ("no/such/bab2.md", "output-folder-missing"), ("pipe", "output-not-a-file"), ("x" * 300, "output-failed")],
)
def test_what_cannot_be_written_is_known_before(tmp_path: Path, path: str, code: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError) as raised:
        check_target(tmp_path / path, NOTHING)
    assert raised.value.problem is not None
    assert raised.value.problem.code == code


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WriteError, match="permission"):
        check_target(tmp_path / "bab2.md", NOTHING)
    tmp_path.chmod(0o755)


def test_a_zero_byte_in_a_name_is_refused_in_words() -> None:
    with pytest.raises(WriteError):
        check_target("a\0b.md", NOTHING)


def test_a_source_is_never_replaced(tmp_path: Path) -> None:
    source = tmp_path / "a.bib"
    source.write_bytes(b"")
    held = Library((Study("a", origin=Origin(file=str(source))),))
    told = Library(problems=(fault("missing-field", file=str(source)),))
    read = Library(sources=(SourceFile("a.bib", str(source)),))
    for keep in (protected(held), protected(told), protected(read), protected(Library(), source), NOTHING.also(source)):
        for write in (lambda keep: save(source, b"", keep), lambda keep: save_all({source: b""}, keep)):
            with pytest.raises(WriteError, match="one of the sources"):
                write(keep)
    for keep in (NOTHING, protected(Library()), protected(Library(sources=(SourceFile("a.bib", str(source), role="copy"),)))):
        assert check_target(source, keep) == source
    check_target(tmp_path / "new.bib", protected(held))


def test_a_source_is_known_by_another_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.bib").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WriteError):
        save("a.bib", b"", NOTHING.also(tmp_path / "a.bib"))
