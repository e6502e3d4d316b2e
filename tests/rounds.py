"""``python -m tests.rounds [N]``: N rounds (20 by default) of two programs that write to one place at the same time.

The place is a .bib, a .yaml and a folder of records; the two are two ``litreview add``, ``add`` beside ``keys --rename``, and ``add`` beside
another program that saves an entry of its own by replacing the file. Each must have said that it wrote, and then its record is there, or
have refused with exit code 2, and then the other's is; nothing else may lie about.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import litreview
from litreview.library.safe.state import VARIABLE

FIRST = "@article{lee2019, title={Sister cities of Java}, author={Lee, Ann}, year=2019, journal={J}}\n"
SECOND = "@article{lee2019, title={Digital health in Papua}, author={Lee, Bo}, year=2019, journal={K}}\n"
HERS = "@book{hers, title={Saved in between}, author={Tan, Citra}, year=2002, publisher={P}}\n"
THERE = "@book{one, title={Towns and Ports}, author={Lim, Adi}, year=2001, publisher={P}}\n"
PLACES = ("lib.bib", "lib.yaml", "folder")
REFUSED = 2


def command(*argv: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "litreview", *argv], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def lay_out(into: str) -> None:
    """Two new entries, and the place they go to with one work in it."""
    Path("a.bib").write_text(FIRST, encoding="utf-8")
    Path("b.bib").write_text(SECOND, encoding="utf-8")
    Path("there.bib").write_text(THERE, encoding="utf-8")
    if into == "folder":
        Path(into).mkdir()
    litreview.load("there.bib").save(Path(into) / "there.bib" if into == "folder" else into)


def titles(into: str) -> set[str]:
    return {study.text("title") or "" for study in litreview.load(into)}


def ended(process: subprocess.Popen[bytes]) -> int:
    process.communicate()
    return process.returncode


def two_adds(into: str) -> list[str]:
    """What went wrong when two processes add at the same time."""
    codes = [ended(process) for process in [command("add", name, "--into", into) for name in ("a.bib", "b.bib")]]
    wanted = [title for code, title in zip(codes, ("Sister cities of Java", "Digital health in Papua"), strict=True) if code != REFUSED]
    lost = {"Towns and Ports", *wanted} - titles(into)
    return [f"{into}: exit codes {codes}, lost: {sorted(lost)}"] if lost or codes == [REFUSED, REFUSED] else []


def add_and_rename(into: str) -> list[str]:
    """What went wrong when keys are renamed while something is added."""
    running = [command("keys", into, "--rename", "--formula", "{family}-{year}"), command("add", "a.bib", "--into", into)]
    codes = [ended(process) for process in running]
    wanted = {"Towns and Ports", *(["Sister cities of Java"] if codes[1] != REFUSED else [])}
    lost = wanted - titles(into)
    return [f"{into}: keys beside add: exit codes {codes}, lost: {sorted(lost)}"] if lost or codes == [REFUSED, REFUSED] else []


def add_and_editor(into: str, delay: float) -> list[str]:
    """What went wrong when a program that knows no lock saves the .bib `delay` seconds after ``add`` began: hers must stay."""
    adding = command("add", "a.bib", "--into", into)
    time.sleep(delay)
    seen = Path(into).read_text(encoding="utf-8")
    Path("hers.tmp").write_text(seen + HERS, encoding="utf-8")
    os.replace("hers.tmp", into)
    code = ended(adding)
    lost = {"Towns and Ports", "Saved in between"} - titles(into)
    if code != REFUSED and "Sister" in seen:
        lost |= {"Sister cities of Java"} - titles(into)
    return [f"{into}: an editor {delay:.2f} s after add: exit code {code}, lost: {sorted(lost)}"] if lost else []


def rounds(number: int) -> list[str]:
    """What went wrong in `number` rounds over every place, a line each."""
    faults: list[str] = []
    home = Path.cwd()
    for n in range(number):
        for into in PLACES:
            trials = [two_adds, add_and_rename]
            if into == "lib.bib":
                trials.append(lambda place, n=n: add_and_editor(place, 0.9 * n / number))  # type: ignore[misc]
            for trial in trials:
                with tempfile.TemporaryDirectory() as folder:
                    os.environ[VARIABLE] = str(Path(folder) / "state")
                    work = Path(folder) / "work"
                    work.mkdir()
                    os.chdir(work)
                    lay_out(into)
                    faults += trial(into)
                    faults += [f"{into}: left over: {path}" for path in work.rglob(".*")]
                    os.chdir(home)
    return faults


if __name__ == "__main__":
    wrong = rounds(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    print("\n".join(wrong) or "nothing lost")
    sys.exit(bool(wrong))
