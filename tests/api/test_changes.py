"""Changes of sources: all files or none, nobody's change in between lost, and the last one can be taken back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import litreview
from litreview.errors import WriteError
from litreview.library.adding import add as adding
from litreview.library.safe import journal, locks
from litreview.library.safe.commit import commit, locked, recover
from litreview.library.safe.journal import Change, FileChange
from litreview.library.safe.state import folder, state_id

BIB = "@book{one, title = {Towns and Ports}, author = {Lee, Ann}, year = {2001}, publisher = {P}}\n"
NEW = "@book{newk, title = {Rivers}, author = {Kim, Bo}, year = {2003}, publisher = {Q}}\n"
BETWEEN = "@book{two, title = {Saved in between}, author = {Tan, C}, year = {2002}, publisher = {P}}\n"
PLAN = "themes:\n  - studies: [one]\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library, something new, and an outline; what is remembered is remembered there alone."""
    monkeypatch.setenv("LITREVIEW_STATE", str(tmp_path / "state"))
    work = tmp_path / "work"
    work.mkdir()
    for name, text in (("lib.bib", BIB), ("new.bib", NEW), ("plan.yaml", PLAN)):
        (work / name).write_text(text, encoding="utf-8")
    return work


def code(error: pytest.ExceptionInfo[WriteError]) -> str:
    assert error.value.problem is not None
    return error.value.problem.code


def two(place: Path) -> Change:
    """A change of a file that is there and of one that is not."""
    files = (
        FileChange("lib.bib", place / "lib.bib", BIB.encode(), b"changed"),
        FileChange("made.bib", place / "made.bib", None, b"made"),
    )
    return Change(files, "keys --rename", {"one": "lee2001"}, undoable=True)


def test_what_another_program_saves_while_a_study_is_added_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = adding.homes

    def later(*given: object) -> object:
        with (place / "lib.bib").open("a", encoding="utf-8") as file:
            file.write(BETWEEN)
        return homes(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "homes", later)
    with pytest.raises(WriteError) as refused:
        litreview.add(place / "new.bib", into=place / "lib.bib")
    assert code(refused) == "source-changed-meanwhile"
    assert (place / "lib.bib").read_text(encoding="utf-8") == BIB + BETWEEN


@pytest.mark.parametrize(
    "work",
    [
        lambda library, path: library.save(path),
        lambda library, path: litreview.fix(library),
        lambda library, path: litreview.rename_keys(library),
    ],
)
def test_what_was_saved_since_a_library_was_read_stays(place: Path, work: Callable[[litreview.Library, Path], object]) -> None:
    library = litreview.load(place / "lib.bib")
    (place / "lib.bib").write_text(BIB + BETWEEN, encoding="utf-8")
    with pytest.raises(WriteError) as refused:
        work(library, place / "lib.bib")
    assert code(refused) == "source-changed-meanwhile"
    assert (place / "lib.bib").read_text(encoding="utf-8") == BIB + BETWEEN


def test_a_library_is_saved_again_and_again(place: Path) -> None:
    library = litreview.load(place / "lib.bib")
    more = library | litreview.load(place / "new.bib")
    more.filter(lambda study: study.key == "one").save(place / "lib.bib")
    more.save(place / "out.bib")
    library.save(place / "lib.bib")
    litreview.add(place / "new.bib", into=place / "lib.bib")
    with pytest.raises(WriteError):
        library.save(place / "lib.bib")


@pytest.mark.slow
def test_two_processes_that_add_lose_no_record(place: Path) -> None:
    twenty = [place / f"n{n}.bib" for n in range(6)]
    for n, path in enumerate(twenty):
        path.write_text(NEW.replace("newk", f"k{n}").replace("Rivers", f"Rivers of the {n} hills"), encoding="utf-8")
    (place / "folder").mkdir()
    for into in ("lib.bib", "folder", "records.yaml"):
        script = "import sys, litreview\nfor path in sys.argv[2:]: litreview.add(path, into=sys.argv[1])"
        running = [
            subprocess.Popen([sys.executable, "-c", script, str(place / into), *map(str, half)]) for half in (twenty[:3], twenty[3:])
        ]
        assert [process.wait() for process in running] == [0, 0]
        keys = litreview.load(place / into).keys()
        assert {f"k{n}" for n in range(6)} <= set(keys), into
    assert not list(place.rglob(".*"))


def test_the_last_change_is_taken_back_and_then_the_one_before(place: Path) -> None:
    litreview.add(place / "new.bib", into=place / "lib.bib")
    added = (place / "lib.bib").read_bytes()
    litreview.rename_keys(place / "lib.bib", outline=place / "plan.yaml")
    assert (place / "plan.yaml").read_text(encoding="utf-8") != PLAN
    undone = litreview.undo(place)
    assert (undone.command, undone.keys["one"][:3]) == ("keys --rename", "lee")
    assert ((place / "lib.bib").read_bytes(), (place / "plan.yaml").read_text(encoding="utf-8")) == (added, PLAN)
    litreview.undo(place / "lib.bib")
    assert (place / "lib.bib").read_text(encoding="utf-8") == BIB
    with pytest.raises(WriteError) as refused:
        litreview.undo(place)
    assert code(refused) == "nothing-to-undo"


def test_a_file_that_a_change_made_goes_with_it_unless_it_was_changed(place: Path) -> None:
    litreview.add(place / "new.bib", into=place / "refs")
    (made,) = (place / "refs").iterdir()
    text = made.read_text(encoding="utf-8")
    made.write_text(text + "# checked\n", encoding="utf-8")
    with pytest.raises(WriteError) as refused:
        litreview.undo(place)
    assert code(refused) == "changed-since"
    made.write_text(text, encoding="utf-8")
    litreview.undo(place)
    assert list((place / "refs").iterdir()) == []


@pytest.mark.parametrize("done", [0, 1, 2])
def test_an_interrupted_change_is_finished_or_has_not_begun(place: Path, done: int) -> None:
    change = two(place)
    journal.write_down(change)
    change.beside(0).write_bytes(b"half of it")
    if done > 0:
        (place / "lib.bib").write_bytes(b"changed")
    if done > 1:
        (place / "made.bib").write_bytes(b"made")
    told = [problem.code for problem in recover()]
    assert told == ["change-finished" if done else "change-dropped"]
    after = {path.name: path.read_bytes() for path in place.iterdir() if path.name in ("lib.bib", "made.bib") or path.name[0] == "."}
    assert after == ({"lib.bib": b"changed", "made.bib": b"made"} if done else {"lib.bib": BIB.encode()})
    assert recover() == ()
    if done:
        assert litreview.undo(place).keys == {"one": "lee2001"}, "the list of keys outlives the kill"


def test_an_interrupted_change_leaves_alone_what_was_changed_since(place: Path) -> None:
    journal.write_down(two(place))
    (place / "lib.bib").write_bytes(b"changed")
    (place / "made.bib").write_bytes(b"written by hand")
    (problem,) = recover()
    assert (problem.code, problem.get("changed")) == ("change-in-conflict", "made.bib")
    assert ((place / "lib.bib").read_text(), (place / "made.bib").read_bytes()) == (BIB, b"written by hand")


def test_an_interrupted_change_waits_for_a_disk_that_is_away(place: Path) -> None:
    journal.write_down(two(place))
    (place / "lib.bib").write_bytes(b"changed")
    place.rename(place.with_name("away"))
    assert [problem.code for problem in recover()] == ["change-waits"]
    place.with_name("away").rename(place)
    assert [problem.code for problem in recover()] == ["change-finished"]


def test_a_new_file_is_made_exclusively(place: Path) -> None:
    change = two(place)
    (place / "made.bib").write_bytes(b"somebody was first")
    with locked({place}), pytest.raises(WriteError):
        commit(change)
    assert ((place / "lib.bib").read_text(), (place / "made.bib").read_bytes()) == (BIB, b"somebody was first")
    assert not list(journal.entries())


def test_a_lock_of_a_process_that_is_gone_is_taken_over_and_told(place: Path) -> None:
    owner = {"host": "here", "process": 1, "state": state_id()}
    (place / locks.NAME).write_text(json.dumps(owner), encoding="utf-8")
    done = litreview.add(place / "new.bib", into=place / "lib.bib")
    assert [problem.code for problem in done.problems] == ["lock-taken-over"]
    assert not (place / locks.NAME).exists()


def test_a_lock_of_another_machine_is_waited_for_until_it_is_old(place: Path) -> None:
    owner = {"host": "lab-7", "process": 1, "state": "another"}
    (place / locks.NAME).write_text(json.dumps(owner), encoding="utf-8")
    waits: list[float] = []
    with pytest.raises(WriteError, match="lab-7"), locks.folder_locks([place], wait=1.0, sleep=waits.append):
        pass
    assert sum(waits) == pytest.approx(1.0, abs=0.15)
    assert (place / locks.NAME).exists(), "a lock of somebody else stays"
    os.utime(place / locks.NAME, (1, 1))
    with locks.folder_locks([place], wait=0.0) as held:
        assert [problem.code for problem in held.problems] == ["lock-taken-over"]
    assert not list(place.glob(".*"))


def test_where_nothing_can_be_remembered_files_are_written_all_the_same(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "file").write_bytes(b"")
    monkeypatch.setenv("LITREVIEW_STATE", str(place / "file" / "state"))
    assert folder().name == "state"
    litreview.add(place / "new.bib", into=place / "lib.bib")
    assert len(litreview.load(place / "lib.bib")) == 2


def test_a_preview_changes_nothing(place: Path) -> None:
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    added = litreview.add(place / "new.bib", into=place / "lib.bib", dry_run=True)
    renamed = litreview.rename_keys(place / "lib.bib", outline=place / "plan.yaml", dry_run=True)
    fixed = litreview.fix(place / "lib.bib", dry_run=True)
    assert "+@book{newk" in added.files[0].diff
    assert ["-@book{one" in renamed.files[0].diff, "-  - studies: [one]" in renamed.files[1].diff] == [True, True]
    assert fixed.files == ()
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def test_nobody_waits_for_a_lock_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    litreview.add(text="@book{a, title={Ports}, author={Lee, Ann}, year=2001}", into=tmp_path / "refs")
    assert waits == []
