"""Time reading BibTeX to full records beside its peers, in one run: CPU seconds, children included, median of several.

    python tests/benchmarks/bibtex.py [--peers FOLDER] [--runs 5] [--count 10000] [--memory 50000] [--only NAME ...]

Each reader is a process of its own that reads the same generated file (`bibtex_entries`): names split, LaTeX decoded. The measure is the bare
split of bibtexparser, which does neither. Peers come from the public registries: pybtex and pandoc (pypandoc-binary) from PyPI, citation-js
from npm; they are installed in FOLDER (kept for the next run) or in a temporary folder. A peer that cannot be had, fails or takes more than
ten minutes is reported as such.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bibtex_entries import bibliography

HERE = Path(__file__).parent
PEERS = HERE / "bibtex_peers"
PYPI = ("pybtex", "pypandoc-binary")
NPM = ("@citation-js/core", "@citation-js/plugin-bibtex")
TIMEOUT = 600
REFERENCE = "bibtexparser, bare split"


def main() -> None:
    """Run the benchmark and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="folder to install the peers in, and to keep them")
    parser.add_argument("--runs", type=int, default=5, help="runs of each reader; the median counts")
    parser.add_argument("--count", type=int, default=10_000, help="entries")
    parser.add_argument("--memory", type=int, default=50_000, help="entries for the memory of litreview (0: none)")
    parser.add_argument("--only", nargs="+", help="words in the names of the readers to run")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = (asked.peers or Path(folder) / "peers").resolve()
        wanted = [name for name in commands(home, Path()) if not asked.only or any(word in name for word in asked.only)]
        if any(name in wanted for name in ("pybtex", "pandoc", "citation-js")):
            install(home)
        file = Path(folder) / "entries.bib"
        file.write_text(bibliography(asked.count), encoding="utf-8")
        print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}; {file.stat().st_size / 1e6:.1f} MB\n")
        print(f"| {asked.count} entries | CPU seconds | × bare split | entries | peak MB |\n|---|---|---|---|---|")
        reference = None
        for name in wanted:
            cells, seconds = row(commands(home, file)[name], home, asked.runs, reference)
            reference = seconds if name == REFERENCE else reference
            print(f"| {name} | {cells} |", flush=True)
        if asked.memory:
            file.write_text(bibliography(asked.memory), encoding="utf-8")
            cells, _ = row(commands(home, file)["litreview"], home, 1, None)
            print(f"| litreview, {asked.memory} entries | {cells} |")


def commands(home: Path, file: Path) -> dict[str, list[str]]:
    """How each reader is called."""
    python = str(home / "python" / "bin" / "python")
    pandoc = next((str(path) for path in home.glob("python/lib/python*/site-packages/pypandoc/files/pandoc*")), "pandoc")
    return {
        REFERENCE: [sys.executable, str(PEERS / "bibtexparser_split.py"), str(file)],
        "litreview": [sys.executable, str(PEERS / "ours.py"), str(file)],
        "pybtex": [python, str(PEERS / "pybtex_read.py"), str(file)],
        "citation-js": ["node", str(PEERS / "citation.js"), str(file)],
        "pandoc": [pandoc, "-f", "bibtex", "-t", "csljson", "-o", os.devnull, str(file)],
        "bibtexparser, names and LaTeX": [sys.executable, str(PEERS / "bibtexparser_full.py"), str(file)],
    }


def install(home: Path) -> None:
    """Install what is not there yet; what could not be installed is named with the reason."""
    home.mkdir(parents=True, exist_ok=True)
    python = home / "python"
    if not (python / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(python)], check=True)
    steps = [[str(python / "bin" / "pip"), "install", "--quiet", *PYPI]]
    if (npm := shutil.which("npm")) and not (home / "node_modules" / NPM[0]).exists():
        steps.append([npm, "install", "--silent", "--prefix", str(home), *NPM])
    for step in steps:
        run = subprocess.run(step, capture_output=True, text=True)
        if run.returncode:
            print(f"not installed: {' '.join(step[-2:])}: {(run.stderr.strip().splitlines() or ['failed'])[-1]}")


def row(command: list[str], home: Path, runs: int, reference: float | None) -> tuple[str, float | None]:
    """The cells for one reader, and its seconds (None if it failed)."""
    spent: list[float] = []
    said = ""
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            environment = {**os.environ, "NODE_PATH": str(home / "node_modules")}
            run = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, env=environment)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"failed: {str(error)[-60:]} | | |", None
        if run.returncode:
            return f"failed: {(run.stderr.strip().splitlines() or ['?'])[-1][:80]} | | |", None
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        said = run.stdout.strip()
        if spent[0] > 60:
            break
    seconds = statistics.median(spent)
    entries, _, memory = said.partition(" ")
    return (
        f"{seconds:.2f} | {seconds / reference:.2f} | {entries} | {memory}" if reference else f"{seconds:.2f} | | {entries} | {memory}",
        seconds,
    )


if __name__ == "__main__":
    main()
