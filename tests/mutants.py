"""How many small faults the tests notice: ``python -m tests.mutants``.

Random lines of the packages below get one small fault each (``==`` for ``!=``, ``and`` for ``or``, ``[0]`` for ``[-1]`` …) in a copy of
the checkout, and the tests that touch the line are run. Those that no test notices are listed, to be read: each is a test that is
missing, or code that does nothing. Not a part of the default run: two hundred take some half an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

import attrs

from tests.mutation.changes import Change, changes
from tests.mutation.touched import Touched, touched
from tests.mutation.trials import Outcome, copied, doubled, trials

PARTS: dict[str, tuple[str, ...]] = {
    "litreview.csl": ("csl", "cite", "contracts", "api"),
    "litreview.formats.bibtex": ("formats", "contracts", "api"),
    "litreview.pages": ("pages", "api"),
    "litreview.review.claims": ("claims", "review", "drafts", "checks"),
    "litreview.writers.docx": ("writers", "drafts", "contracts", "api"),
}
"""The packages that get faults, and the folders of tests that are to notice them; the examples in a package's docstrings count too."""

EVERY = ("-m", "")
"""What tells pytest to take the slow tests too."""

CHECKOUT = Path(__file__).resolve().parent.parent


@attrs.frozen
class Fault:
    """A change of one file, which is named from the checkout's root."""

    file: str
    change: Change

    def __str__(self) -> str:
        return f"{self.file}:{self.change.line}  {self.change.before}  →  {self.change.after}"


def folder(package: str) -> str:
    return package.replace(".", "/")


def faults(root: Path, packages: list[str]) -> list[Fault]:
    """Every fault that could be put into the packages, in the order of the files."""
    files = [path for package in packages for path in sorted((root / folder(package)).rglob("*.py"))]
    return [Fault(path.relative_to(root).as_posix(), change) for path in files for change in changes(path.read_text(encoding="utf-8"))]


def candidates(file: str, change: Change, known: Touched, seconds: float) -> list[str]:
    """The tests to try, those of the line first: as many as take `seconds` together, of many functions rather than many of one."""
    of_line = known.tests(file, range(change.first, change.last + 1))
    tried: list[str] = []
    took = 0.0
    for group in (of_line, known.tests(file) - of_line):
        for test in known.spread(group):
            if tried and took + known.seconds[test] > seconds:
                continue
            tried.append(test)
            took += known.seconds[test]
    return tried


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many faults")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="which; the same number gives the same ones")
    parser.add_argument("--part", action="append", choices=PARTS, metavar="PACKAGE", help=f"only of this: {', '.join(PARTS)}")
    parser.add_argument("--at", action="append", metavar="FILE[:LINE]", help="every fault of this file or line instead of random ones")
    parser.add_argument(
        "--seconds", type=float, default=30, help="how long the tests tried for one fault may take, as measured under coverage"
    )
    parser.add_argument("--slow", action="store_true", help="the slow tests of the part too, which CI runs: what they notice is noticed")
    parser.add_argument("--of", type=Path, default=CHECKOUT, metavar="FOLDER", help="the checkout to try, this one if none is named")
    parser.add_argument("--work", type=Path, help="a folder for the copies and what the tests touch, which a later run takes up again")
    return parser.parse_args(argv)


def chosen(options: argparse.Namespace, root: Path) -> list[Fault]:
    every = faults(root, options.part or [*PARTS])
    if options.at:
        return [f for f in every if f.file in options.at or f"{f.file}:{f.change.line}" in options.at]
    return random.Random(options.seed).sample(every, min(options.count, len(every)))


def main(argv: list[str]) -> int:
    options = arguments(argv)
    with tempfile.TemporaryDirectory() as passing:
        work = options.work or Path(passing)
        copy = work / "one" / "litreview"
        copied(options.of, CHECKOUT, copy)
        packages = options.part or [*PARTS]
        tests = {f"tests/{name}" for package in packages for name in PARTS[package]} | {folder(package) for package in packages}
        marked = EVERY if options.slow else ()
        known = touched(copy, [folder(package) for package in packages], sorted(tests), work, marked)
        for test in known.failed:
            print(f"fails without any fault, and is left out: {test}", flush=True)
        tried = [
            (fault.file, fault.change, candidates(fault.file, fault.change, known, options.seconds)) for fault in chosen(options, copy)
        ]
        killed = 0
        for number, outcome in trials(doubled(copy, work / "two" / "litreview"), tried, options.seconds, marked):
            killed += outcome is not Outcome.SURVIVED
            file, change, by = tried[number]
            print(f"{outcome.value:<9} {Fault(file, change)}{'' if by else '  (no test touches the file)'}", flush=True)
    print(f"{killed} of {len(tried)} killed ({killed / max(len(tried), 1):.1%}), seed {options.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
