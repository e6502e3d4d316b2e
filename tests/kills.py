"""``python -m tests.kills``: every command that writes, killed at every rename, removal and write to disk; and the same with a full disk.

Each command runs in a process of its own (a fork), which kills itself just before and just after the n-th step. Then any command is run
once more, as on the next day. Then every file must be as before or every file as after, and nothing else may lie about. With a full disk
the command must say so and leave everything as before. POSIX only.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import docx

from litreview.cli import main
from litreview.library.safe.state import VARIABLE

STEPS = ("replace", "rename", "fsync", "unlink", "rmdir")
COMMANDS = {
    "add to a file": ["add", "new.bib", "--into", "s/0.bib"],
    "add to a folder": ["add", "new.bib", "--into", "s"],
    "add and fill": ["add", "more.bib", "--into", "s/0.bib", "--fill"],
    "keys": ["keys", "s", "--rename", "--outline", "o.yaml"],
    "dedupe": ["dedupe", "s", "--apply"],
    "fix": ["check", "s", "--fix"],
    "themes": ["themes", "s", "-o", "k.yaml", "--overwrite"],
    "draft": ["draft", "s", "-o", "bab2.docx"],
    "draft with files beside": ["draft", "s", "--citations", "keys", "-o", "bab2.tex"],
    "convert": ["convert", "s", "-o", "out.bib", "--overwrite"],
    "matrix taken back": ["matrix", "--take", "m.csv", "--into", "s"],
    "undo": ["undo", "s"],
    "undo a merge": ["undo", "bab3.docx"],
}
Files = dict[str, bytes]


def lay_out(place: Path) -> None:
    """Sources with doubles and untidy values, an outline, an edited chapter, a foreign .bib, and a change that can be taken back."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "s").mkdir(parents=True)
    entry = "@book{old%dx%d,title={Title number %d of %s},author={Lee, Ann},year=2001,publisher={P},url={https://doi.org/10.1000/ABC%d}}\n"
    for i in range(3):
        entries = (entry % (i, j, i * 10 + j, "xyz"[i] * 5, i * 10 + j) for j in range(3))
        (place / "s" / f"{i}.bib").write_text("".join(entries), encoding="utf-8")
    double = entry % (9, 9, 0, "xxxxx", 0)
    (place / "s" / "dup.bib").write_text(double.replace("publisher={P}", "note={extra}"), encoding="utf-8")
    (place / "o.yaml").write_text('themes:\n  - studies: [old0x1, old1x1]\n    remarks: "my remark @old2x1"\n', encoding="utf-8")
    (place / "k.yaml").write_text("# mine\nthemes:\n  - studies: [old0x1, gone]\n    remarks: my own\n", encoding="utf-8")
    (place / "new.bib").write_text("@book{newk,title={New Thing},author={Kim, B},year=2003,publisher={Q}}\n", encoding="utf-8")
    (place / "more.bib").write_text((entry % (0, 0, 0, "xxxxx", 0)).replace("publisher", "address={Bogor},publisher"), encoding="utf-8")
    (place / "out.bib").write_text("@book{foreign,title={Mine}}\n", encoding="utf-8")
    (place / "bab2.tex").write_text("", encoding="utf-8")


def prepared(place: Path) -> None:
    """What an earlier day left: chapters that she has edited since, a change of keys in a file, and one chapter merged after it."""
    lay_out(place)
    os.chdir(place)
    quiet(["matrix", "s", "-o", "m.csv"])
    sheet = Path("m.csv").read_text(encoding="utf-8-sig")
    Path("m.csv").write_text(sheet.replace("of xxxxx", "of new xxxxx").replace("of yyyyy", "of new yyyyy"), encoding="utf-8-sig")
    for name in ("bab2.docx", "bab3.docx"):
        quiet(["draft", "s", "-o", name])
        document = docx.Document(str(place / name))
        document.add_paragraph("MY OWN WRITING")
        document.save(str(place / name))
    quiet(["keys", "s/0.bib", "--rename", "--formula", "{family}-{year}"])
    quiet(["draft", "s", "-o", "bab3.docx"])
    shutil.copytree(place, place.with_name("kept"), dirs_exist_ok=True)


def files(place: Path) -> Files:
    return {str(path.relative_to(place)): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def quiet(argv: list[str]) -> int:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return main(argv)


def apart(work: Callable[[], object]) -> int:
    """Do something in a process of its own; gives how that ended (negative: the signal)."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(3)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def at_step(number: int, act: Callable[[bool], None], steps: tuple[str, ...] = STEPS) -> Iterator[list[int]]:
    """Call `act` before (with True) and after (False) the step `number` of the steps on the disk, counted from 1."""
    count = [0]

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **named: Any) -> Any:
            count[0] += 1
            here = count[0] == number
            if here:
                act(True)
            value = real(*args, **named)
            if here:
                act(False)
            return value

        return step

    real = {name: getattr(os, name) for name in steps}
    for name, function in real.items():
        setattr(os, name, counted(function))
    try:
        yield count
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def run_with(argv: list[str], number: int, act: Callable[[bool], None], steps: tuple[str, ...], end: Callable[[int, int], None]) -> None:
    with at_step(number, act, steps) as count:
        code = quiet(argv)
    end(code, count[0])


def trial(kept: Path, place: Path, argv: list[str], number: int, act: Callable[[bool], None], steps: tuple[str, ...]) -> tuple[int, Files]:
    """One run with a fault, from the same beginning; gives how the process ended, and the files as it left them."""
    for name in ("work", "state"):
        shutil.rmtree(place.with_name(name), ignore_errors=True)
    shutil.copytree(kept.with_name("kept"), place)
    shutil.copytree(kept.with_name("kept-state"), place.with_name("state"))
    os.chdir(place)
    code = apart(lambda: run_with(argv, number, act, steps, lambda code, count: os._exit(100 + code if count < number else code)))
    return code, files(place)


def die(before: bool, wanted: bool) -> None:
    if before is wanted:
        os.kill(os.getpid(), signal.SIGKILL)


def full(before: bool) -> None:
    if before:
        raise OSError(errno.ENOSPC, "No space left on device")


def check(name: str, argv: list[str], base: Path) -> list[str]:
    """What went wrong with one command, a line each."""
    place = base / "work"
    faults: list[str] = []
    old = files(base / "kept")
    _, new = trial(place, place, argv, 0, lambda before: None, STEPS)
    if old == new:
        return [f"{name}: changes nothing"]
    number, tried = 1, 0
    while True:
        ends = []
        for before in (True, False):
            code, left = trial(place, place, argv, number, lambda now, wanted=before: die(now, wanted), STEPS)
            ends.append(code)
            if code != -signal.SIGKILL:
                continue
            tried += 1
            apart(lambda: os._exit(quiet(["styles"])))
            after = files(place)
            if after not in (old, new):
                odd = [file for file in {*after, *old, *new} if after.get(file) not in (old.get(file), new.get(file))]
                states = {file: "old" if after.get(file) == old.get(file) else "new" for file in new if old.get(file) != new.get(file)}
                litter = [file for file in after if file not in old and file not in new]
                faults.append(f"{name}: killed {'before' if before else 'after'} step {number}: {states}, odd: {odd}, litter: {litter}")
            if (base / "state" / "locks").exists() or any(not (p / "end").exists() for p in (base / "state" / "changes").glob("*")):
                faults.append(f"{name}: killed at step {number}: the journal still waits")
        if all(code != -signal.SIGKILL for code in ends):
            break
        number += 1
    for step in range(1, number + 1):
        code, left = trial(place, place, argv, step, full, ("fsync", "replace"))
        if code >= 100:
            break
        tried += 1
        if left not in (old, new) or (code not in (0, 1) and left != old):
            apart(lambda: os._exit(quiet(["styles"])))
            healed = files(place)
            changed = [file for file in {*left, *old} if left.get(file) != old.get(file)]
            faults += [] if healed == old else [f"{name}: full disk at step {step}: exit {code}, {changed} after {healed == new}"]
    print(f"{name}: {tried} faults, {len(faults)} wrong", flush=True)
    return faults


def run(names: list[str]) -> list[str]:
    """Every command of `names` (all by default): what went wrong."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        base = Path(os.path.realpath(folder))
        place = base / "work"
        os.environ[VARIABLE] = str(base / "state")
        prepared(place)
        shutil.copytree(base / "state", base / "kept-state")
        for name in names or COMMANDS:
            faults += check(name, COMMANDS[name], base)
        os.chdir(folder)
    return faults


if __name__ == "__main__":
    found = run(sys.argv[1:])
    print("\n".join(found) or "all as before or all as after, each time")
    sys.exit(1 if found else 0)
