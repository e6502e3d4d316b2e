"""Scripts of edits through a real LibreOffice, saved as .docx or by way of .odt, each followed by changes of the sources.

``python -m tests.merge.office [COUNT [SEED]]`` runs 30 rounds and tells what did not hold, each with its number; it needs soffice and a Python with "uno".
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import litreview
from tests.benchmarks.draft_studies import bibtex
from tests.merge.edits import everything
from tests.merge.proof import CHANGES, Case, holds

SCRIPT = Path(__file__).with_name("office_script.py")
KINDS = ("type", "type-start", "type-inside", "split", "join", "delete", "cut", "add", "tracked", "comment", "note", "table", "cell")


def bridge() -> str | None:
    """A Python that can talk to LibreOffice, or None."""
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        if found and shutil.which("soffice") and subprocess.run([found, "-c", "import uno"], capture_output=True).returncode == 0:
            return found
    return None


TRIES = 3
"""So often a round is begun anew, with other edits, where LibreOffice breaks down."""


def main(count: int = 30, seed: int = 1) -> int:
    """Run so many rounds; gives the number of those that do not hold. One in which LibreOffice broke down is none."""
    python = bridge()
    if python is None:
        print("LibreOffice with its Python bridge is not at hand")
        return 1
    case = Case(litreview.loads(bibtex(7)), Path(tempfile.mkdtemp()))
    sources = {name: case.folder / f"{name}.docx" for name in ("first", "notes-first")}
    for name, path in sources.items():
        case.drafted(name)[0].save(path)
    bad = ran = broken = 0
    for number in range(count):
        for attempt in range(TRIES):
            chosen = random.Random(f"{seed} {number} {attempt}")
            edits = [(chosen.choice(KINDS), chosen.random(), chosen.random(), f"kata{n}zq") for n in range(chosen.randint(2, 8))]
            target = case.folder / f"{number}-edited.docx"
            source = sources["notes-first" if number % 5 == 4 else "first"]
            job = edited(python, {"source": str(source), "target": str(target), "odt": number % 2 == 1, "edits": edits}, case.folder)
            if not job.get("failed"):
                break
            broken += 1
        else:
            continue
        ran += 1
        changes = [chosen.choice(CHANGES) for _ in range(chosen.randint(1, 3))]
        try:
            prove_saved(case, target, tuple(job["typed"]), changes)
        except AssertionError as error:
            bad += 1
            print(f"{number}: odt={job['odt']} {changes} {[edit[0] for edit in edits]}: {str(error)[:200]} {places(error)}", flush=True)
    print(f"{ran - bad} of {ran} rounds hold; LibreOffice broke down {broken} times")
    shutil.rmtree(case.folder, ignore_errors=True)
    return bad


def edited(python: str, job: dict[str, Any], folder: Path) -> dict[str, Any]:
    """One file edited and saved by a LibreOffice of its own; "failed" is set where that broke down."""
    listed = folder / "job.json"
    listed.write_text(json.dumps([job]), encoding="utf-8")
    try:
        subprocess.run([python, str(SCRIPT), str(listed)], check=True, timeout=300, capture_output=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return job | {"failed": repr(error)}
    done: dict[str, Any] = json.loads(listed.read_text(encoding="utf-8"))[0]
    return done


def places(error: AssertionError) -> str:
    """Where an assertion failed."""
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[::-1][:2])


def prove_saved(case: Case, path: Path, typed: tuple[str, ...], changes: list[str]) -> None:
    """Regenerate a file that LibreOffice saved, after each change."""
    there = everything(path.read_bytes())
    typed = tuple(word for word in typed if word in there)
    for change in changes:
        review, save = case.drafted(change)
        before = path.read_bytes()
        review.save(path, **save)
        if path.read_bytes() != before:  # what LibreOffice wrote itself need not be sound
            holds(path, typed, review)
        again = path.read_bytes()
        review.save(path, **save)
        assert path.read_bytes() == again, f"a second regeneration after {change} changes the file"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
