"""Time a merge into an edited draft beside a first draft of the same studies: seconds of the processor, so that other programs do not count.

    python tests/benchmarks/merge.py [--runs 5] [--profile]

Five studies, one of them new, ten edits: the whole command as a user runs it, and load, draft and save in a process that has drafted
before; the bar is 1.5 times a first draft. 150 studies, one of them new, 400 edited units: the bar is 5 s for the whole command.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import litreview
from tests.benchmarks.draft_studies import bibtex
from tests.merge.edits import Edit, Kind, edited

KINDS: tuple[Kind, ...] = ("type", "type-inside", "retype", "cell")
FEW, MANY = 1.5, 5.0


def command(source: Path, target: Path) -> float:
    """Seconds of the whole command, in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    line = [sys.executable, "-m", "litreview", "draft", str(source), "-o", str(target), "--lang", "id"]
    subprocess.run(line, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def inside(source: Path, target: Path) -> float:
    """Seconds of load, draft and save in this process."""
    started = time.process_time()
    litreview.draft(litreview.load(source), lang="id").save(target)
    return time.process_time() - started


def prepared(folder: Path, studies: int, edits: int) -> tuple[Path, bytes]:
    """A source of so many studies, and the draft of all but the last of them with so many edits."""
    source, fewer, target = folder / f"{studies}.bib", folder / f"{studies - 1}.bib", folder / "edited.docx"
    source.write_text(bibtex(studies), encoding="utf-8")
    fewer.write_text(bibtex(studies - 1), encoding="utf-8")
    litreview.draft(litreview.load(fewer), lang="id").save(target)
    chosen = random.Random(5)
    script = [Edit(chosen.choice(KINDS), chosen.random() * 0.999, chosen.random() * 0.999, f"kata{n}zq") for n in range(edits)]
    data, typed = edited(target.read_bytes(), script)
    print(f"{studies} studies, {len(typed)} of {edits} edits typed")
    return source, data


def both(way: Callable[[Path, Path], float], source: Path, data: bytes, runs: int) -> tuple[float, float]:
    """The median of a first draft and of a merge, taken in turns."""
    first, merge = [], []
    for _ in range(runs):
        folder = Path(tempfile.mkdtemp())
        first.append(way(source, folder / "new.docx"))
        (folder / "edited.docx").write_bytes(data)
        merge.append(way(source, folder / "edited.docx"))
        shutil.rmtree(folder)
    return statistics.median(first), statistics.median(merge)


def profiled(source: Path, data: bytes, sort: str) -> None:
    """Where the time of a merge goes."""
    target = Path(tempfile.mkdtemp()) / "edited.docx"
    target.write_bytes(data)
    review = litreview.draft(litreview.load(source), lang="id")
    profile = cProfile.Profile()
    profile.runcall(review.save, target)
    pstats.Stats(profile).sort_stats(sort).print_stats(60)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", choices=("cumtime", "tottime"))
    parser.add_argument("--only", choices=("few", "many"))
    chosen = parser.parse_args(arguments)
    missed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        if chosen.only != "many":
            source, data = prepared(folder, 5, 10)
            if chosen.profile:
                profiled(source, data, chosen.profile)
            for words, way in (("whole command", command), ("in a process that runs", inside)):
                first, merge = both(way, source, data, chosen.runs)
                missed = missed or merge > FEW * first
                print(f"five studies, {words}: first {first:.2f} s, merge {merge:.2f} s: {merge / first:.2f} x (bar {FEW})")
        if chosen.only != "few":
            source, data = prepared(folder, 150, 500)  # some hit the same place, or one where nothing can be typed
            if chosen.profile:
                profiled(source, data, chosen.profile)
            first, merge = both(command, source, data, max(1, chosen.runs // 2))
            missed = missed or merge > MANY
            print(f"150 studies, whole command: first {first:.2f} s, merge {merge:.2f} s (bar {MANY} s)")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
