"""What all tests share: how inputs are invented, the flag that re-accepts goldens, and the place of the material that is never shipped.

Hypothesis invents the same inputs in every run, so that a run says something about the code and not about luck. Fresh ones, from a
seed that is printed, come where CI is set to ``true``, or with ``--hypothesis-profile=fresh`` or ``--hypothesis-seed=N``; the latter
repeats a run. Nothing is kept between runs.
"""

from __future__ import annotations

import atexit
import difflib
import gc
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from litreview.library.safe.state import VARIABLE
from litreview.settings.search import settings_file
from tests.quick import QUICK

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

settings.register_profile(
    "same",
    derandomize=True,
    database=None,
    deadline=None,  # how busy the machine is must decide nothing
    max_examples=8,  # fresh inputs, and more of them, come in CI
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("fresh", settings.get_profile("same"), derandomize=False, print_blob=True, max_examples=50)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Before Hypothesis looks at its options, and before a worker is started, which gets them as they are then."""
    folder = tempfile.mkdtemp(prefix="litreview-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ[VARIABLE] = str(Path(folder) / "state")  # what tests write is remembered there and in no home folder
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):  # every process of a test would compile the whole package: it is kept elsewhere
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(Path(folder) / "compiled")
        sys.dont_write_bytecode = False
    option = config.option
    if getattr(option, "dist", "no") == "load":
        option.dist = "worksteal"  # neighbours stay together, so that what they share is made in one process
    if option.hypothesis_profile is None:
        option.hypothesis_profile = "fresh" if option.hypothesis_seed is not None or os.environ.get("CI") == "true" else "same"
    if option.hypothesis_profile == "fresh" and option.hypothesis_seed is None:
        option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))
    if option.markexpr == "quick":
        option.ignore = [*(option.ignore or ()), str(config.rootpath / "litreview")]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Opening the files of which nothing will be run takes longer than the quick tests."""
    quick = config.option.markexpr != "quick" or collection_path.is_dir() or collection_path.relative_to(config.rootpath) in QUICK
    return None if quick else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(config.rootpath) in QUICK and item.get_closest_marker("slow") is None:
            item.add_marker("quick")


def pytest_collection_finish() -> None:
    """What was collected lives to the end: Python need not look through it for cycles again and again, which takes a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.option.hypothesis_profile == "fresh":
        terminalreporter.write_line(f"inputs were fresh; the same again with --hypothesis-seed={config.option.hypothesis_seed}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the code gives now as the expected text of every golden case")


@pytest.fixture(autouse=True, scope="session")
def _no_settings_from_above(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands run in folders of their own, or in the checkout: no file of settings above them is to count."""
    (tmp_path_factory.getbasetemp() / ".git").mkdir()  # as at the root of a repository, nothing above it is looked at
    stray = settings_file()
    if stray is not None:
        pytest.exit(f"{stray} would be used by the commands under test: put it elsewhere while they run", 4)


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """What tests write need not survive a power cut: that `fsync` is called where it must be is proved by ``python -m tests.kills``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``golden(path, text)``: the file must hold exactly `text`; with --accept it is written instead, to be read in the diff."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing: run pytest --accept and read what it writes"
        accepted = path.read_text(encoding="utf-8")
        if text != accepted:  # compared here: what pytest shows of two long texts that differ takes it minutes
            lines = difflib.unified_diff(accepted.splitlines(), text.splitlines(), "accepted", "now", lineterm="", n=1)
            pytest.fail(f"{path.name} differs; if the new text is right, run pytest --accept\n" + "\n".join(lines), pytrace=False)

    return check


@pytest.fixture
def shared() -> Path:
    """The folder of test material beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with test material that is not part of the project is absent")
    return SHARED
