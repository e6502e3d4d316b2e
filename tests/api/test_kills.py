"""Commands that write, killed at every step on the disk. ``python -m tests.kills`` tries them all, which takes long: each step is a run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("name", ["convert", "undo", "undo a merge"])
def test_all_files_are_as_before_or_all_as_after(name: str) -> None:
    run = subprocess.run([sys.executable, "-m", "tests.kills", name], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
