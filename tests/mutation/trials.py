"""Trying faults: each is put into a copy of the checkout, the tests chosen for it are run until one fails, and it is taken out again."""

from __future__ import annotations

import enum
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tests.mutation.changes import Change
from tests.mutation.chosen import LIMIT, LIST

NEEDED = ("litreview", "tests", "styles", "references", "pyproject.toml", "README.md")
STARTING = 40
"""Seconds of the processor that a run may take besides its tests, which are quicker than they were when they were measured."""

NEVER = 1800
"""Seconds after which a run that only waits is given up."""


class Outcome(enum.Enum):
    """What became of a fault. Tests that never end have noticed it."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"


def copied(checkout: Path, tool: Path, copy: Path) -> None:
    """Make `copy` like a checkout, with the plugins of `tool`'s checkout; what is alike already, and what is compiled of it, stays."""
    for source in (checkout / name for name in NEEDED):
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            if path.is_file() and not {"__pycache__", ".hypothesis"} & {*path.parts}:
                _alike(path, copy / path.relative_to(checkout))
    for path in (tool / "tests" / "mutation").glob("*.py"):
        _alike(path, copy / path.relative_to(tool))
    _with_material(checkout, copy)


def _with_material(checkout: Path, copy: Path) -> None:
    """The folder ``../shared`` beside a copy too, where there is one: tests that need it are a part of the default run."""
    material, beside = checkout.resolve().parent / "shared", copy.parent / "shared"
    if material.is_dir() and not beside.exists():
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.symlink_to(material.resolve())


def _alike(path: Path, copy: Path) -> None:
    if not copy.exists() or copy.read_bytes() != path.read_bytes():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)


def doubled(copy: Path, other: Path) -> tuple[Path, Path]:
    """A copy and another one of it, both compiled, so that no trial has to."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "--collect-only"]
    subprocess.run(command, cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, capture_output=True, check=False)
    shutil.rmtree(other, ignore_errors=True)
    shutil.copytree(copy, other)
    _with_material(copy, other)
    return copy, other


def trials(
    copies: Sequence[Path], faults: Sequence[tuple[str, Change, list[str]]], seconds: float, marked: Sequence[str] = ()
) -> Iterator[tuple[int, Outcome]]:
    """Try every fault (its file, the change, the tests) in whichever copy is free: its number and the outcome, as they come.

    `marked` is given to pytest too.
    """
    free: queue.Queue[Path] = queue.Queue()
    for copy in copies:
        free.put(copy)

    def run(number: int) -> tuple[int, Outcome]:
        copy = free.get()
        try:
            return number, _tried(copy, *faults[number], round(seconds) + STARTING, marked)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        for done in as_completed([pool.submit(run, number) for number in range(len(faults))]):
            yield done.result()


def _tried(copy: Path, file: str, change: Change, tests: list[str], limit: int, marked: Sequence[str]) -> Outcome:
    if not tests:
        return Outcome.SURVIVED
    path = copy / file
    source, stat = path.read_text(encoding="utf-8"), path.stat()
    chosen = copy.parent / "chosen.json"
    chosen.write_text(json.dumps(tests), encoding="utf-8")
    files = sorted({test.partition("::")[0] for test in tests})
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", LIST: str(chosen), LIMIT: str(limit)}
    command = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-p", "no:cacheprovider", "-p", "tests.mutation.chosen", *marked, *files]
    path.write_text(change.made(source), encoding="utf-8")
    try:
        run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False, timeout=NEVER)
    except subprocess.TimeoutExpired:
        return Outcome.TIMED_OUT
    finally:
        path.write_text(source, encoding="utf-8")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # so that what is compiled stays good
    if run.returncode == -signal.SIGXCPU:
        return Outcome.TIMED_OUT
    if run.returncode == 3:
        raise RuntimeError(f"pytest failed by itself for {file}:{change.line}\n{run.stdout}{run.stderr}")
    return Outcome.SURVIVED if run.returncode in (0, 5) else Outcome.KILLED
