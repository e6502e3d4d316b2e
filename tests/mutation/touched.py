"""Which tests touch which lines, and how long each takes: one run of the tests under coverage, each test a context of its own.

As a plugin of pytest (``-p tests.mutation.touched``) it writes what the run saw into the folder that the environment names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import coverage
import pytest

FOLDER, PACKAGES = "MUTANTS_FOLDER", "MUTANTS_PACKAGES"
QUIET = ("no-data-collected", "module-not-measured", "already-imported", "module-not-imported")


@attrs.frozen
class Touched:
    """The tests by file and line, the seconds and the number of lines of each test, and the tests that failed."""

    lines: dict[str, dict[int, frozenset[str]]]
    seconds: dict[str, float]
    width: dict[str, int]
    failed: tuple[str, ...]

    def tests(self, file: str, lines: Sequence[int] | None = None) -> frozenset[str]:
        """The tests that touch one of these lines of a file, or any."""
        known = self.lines.get(file, {})
        return frozenset[str]().union(*(known.get(line, ()) for line in (known if lines is None else lines)))

    def spread(self, tests: frozenset[str]) -> list[str]:
        """Tests in order: one of each function, then another of each …, and first those that touch least."""
        functions: dict[str, list[str]] = {}
        for test in sorted(tests, key=lambda test: (self.width[test], test)):
            functions.setdefault(test.partition("[")[0], []).append(test)
        return [test for _, _, test in sorted((turn, self.width[t], t) for same in functions.values() for turn, t in enumerate(same))]


def touched(root: Path, packages: Sequence[str], tests: Sequence[str], work: Path, marked: Sequence[str] = ()) -> Touched:
    """Run `tests` of the checkout at `root` once, on two cores, and read what they touched of `packages`; `marked` is given to pytest too."""
    folder = work / "touched"
    if not [*folder.glob("tests*")]:
        folder.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "PYTHONPATH": str(root), "COVERAGE_CORE": "ctrace", FOLDER: str(folder), PACKAGES: ":".join(packages)}
        command = [sys.executable, "-m", "pytest", "-n", "2", "-p", "no:cacheprovider", "-p", "tests.mutation.touched", *marked, *tests]
        subprocess.run(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, check=False)
    seconds: dict[str, float] = {}
    failed: set[str] = set()
    for path in sorted(folder.glob("tests*")):
        times, failures = json.loads(path.read_text(encoding="utf-8"))
        seconds |= times
        failed |= set(failures)
    lines: dict[str, dict[int, frozenset[str]]] = {}
    width = dict.fromkeys(seconds, 0)
    for path in sorted(folder.glob("lines*")):
        data = coverage.CoverageData(str(path))
        data.read()
        for file in data.measured_files():
            of_file = lines.setdefault(Path(file).relative_to(root).as_posix(), {})
            for line, contexts in data.contexts_by_lineno(file).items():
                passed = {test for test in contexts if test in seconds and test not in failed}
                of_file[line] = of_file.get(line, frozenset()) | passed
                for test in passed:
                    width[test] += 1
    return Touched(lines, seconds, width, tuple(sorted(failed)))


class Recorder:
    """Tells coverage which test is running, and takes the time of the processor for each, which no other program lengthens."""

    def __init__(self, folder: Path, name: str, measured: coverage.Coverage) -> None:
        self.folder, self.name, self.measured = folder, name, measured
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.measured.switch_context(item.nodeid)
        start = time.process_time()
        done = yield
        self.seconds[item.nodeid] = round(time.process_time() - start, 3)
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        self.measured.stop()
        self.measured.save()
        text = json.dumps([self.seconds, sorted(self.failed)], ensure_ascii=False, indent=0)
        (self.folder / f"tests-{self.name}.json").write_text(text, encoding="utf-8")


def pytest_configure(config: Any) -> None:
    """Watch the tests in the process that runs them, not in the one that hands them out."""
    name = getattr(config, "workerinput", {}).get("workerid", "")
    if not name and config.getoption("numprocesses", None):
        return
    folder = Path(os.environ[FOLDER])
    packages = [str(config.rootpath / package) for package in os.environ[PACKAGES].split(":")]
    measured = coverage.Coverage(data_file=str(folder / f"lines-{name}"), source=packages, config_file=False)
    measured.set_option("run:disable_warnings", [*QUIET])
    measured.start()
    config.pluginmanager.register(Recorder(folder, name, measured))
