"""Many scripts of edits by a machine, each followed by changes of the sources and regeneration.

``python -m tests.merge.scripts [COUNT [SEED]]`` runs 300 and tells what did not hold, each with its number.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

import litreview
from tests.benchmarks.draft_studies import bibtex
from tests.merge.edits import KINDS, Edit
from tests.merge.proof import CHANGES, Case, prove


def main(count: int = 300, seed: int = 1) -> int:
    """Run so many scripts; gives the number of those that do not hold."""
    case = Case(litreview.loads(bibtex(7)), Path(tempfile.mkdtemp()))
    bad = 0
    for number in range(count):
        chosen = random.Random(f"{seed} {number}")
        script = tuple(
            Edit(chosen.choice(KINDS), chosen.random() * 0.999, chosen.random() * 0.999, f"kata{n}zq") for n in range(chosen.randint(1, 14))
        )
        changes = tuple(chosen.choice(CHANGES) for _ in range(chosen.randint(1, 5)))
        try:
            prove(case, script, changes, judged=True)
        except AssertionError as error:
            bad += 1
            print(f"{number}: {changes} {[edit.kind for edit in script]}: {str(error)[:600]}", flush=True)
    print(f"{count - bad} of {count} scripts hold")
    shutil.rmtree(case.folder, ignore_errors=True)
    return bad


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])) and 1)
