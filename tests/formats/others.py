"""The ``.bib`` files that litreview writes, read by the other programs: bibtex, biber, pybtex and pandoc, as far as they are installed.

Every file of the folders is read, and its records are written anew, in both flavours, in parts of some hundred entries::

    python -m tests.formats.others ../shared/bib-corpus ../shared/formats/ris

A line for each program: parts and entries read, errors; then the first errors, each with the entry where it can be told.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import attrs

from litreview.errors import ReadError
from litreview.formats import by_suffix
from litreview.formats.bibtex import write_bibtex
from litreview.formats.bibtex.options import BibtexOptions
from litreview.record import Study, unique_keys

PART = 400
"""Entries in one file."""
_MINUTES = 5


def studies_in(folders: Sequence[Path]) -> Iterator[Study]:
    """The records of every file that a reader knows."""
    for path in sorted(file for folder in folders for file in ([folder] if folder.is_file() else folder.rglob("*")) if file.is_file()):
        data = path.read_bytes()
        format = by_suffix(path.name, data[:4096])
        if format is None or format.read is None or ".expected" in path.name or path.name in ("expected.json", "INDEX.tsv", "README.md"):
            continue
        try:
            yield from format.read(data, path.name)[0]
        except ReadError:
            continue


def bibtex(file: Path) -> list[str]:
    """What bibtex calls an error."""
    aux = f"\\citation{{*}}\n\\bibdata{{{file.stem}}}\n\\bibstyle{{plain}}\n"
    file.with_suffix(".aux").write_text(aux, encoding="ascii")
    told = _run(["bibtex", "-min-crossrefs=1000", file.stem], file.parent)
    lines = told.splitlines()
    return [f"{line} {lines[n - 1] if n else ''}" for n, line in enumerate(lines) if line.startswith("---") or "error message" in line]


def biber(file: Path) -> list[str]:
    """What biber calls an error, and what its parser warns of."""
    told = _run(["biber", "--tool", "--nolog", "--output-file", "out.bib", file.name], file.parent)
    return [line for line in told.splitlines() if "ERROR" in line or "subsystem" in line]


def pybtex(file: Path) -> list[str]:
    """The error on which pybtex stops."""
    told = _run(["pybtex-convert", file.name, "out.yaml"], file.parent)
    return [line for line in told.splitlines() if line.startswith("ERROR") or "Error:" in line]


def pandoc(file: Path) -> list[str]:
    """The error on which pandoc stops."""
    flavour = "biblatex" if "biblatex" in file.name else "bibtex"
    return [
        line for line in _run(["pandoc", "-f", flavour, "-t", "csljson", "-o", "out.json", file.name], file.parent).splitlines() if line
    ]


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=60 * _MINUTES)
    return done.stdout + done.stderr if command[0] != "pandoc" or done.returncode else ""


@attrs.define
class Tally:
    """What one program made of one flavour."""

    parts: int = 0
    entries: int = 0
    errors: list[str] = attrs.Factory(list)


Flavour = Literal["bibtex", "biblatex"]
PROGRAMS: dict[str, tuple[Callable[[Path], list[str]], tuple[Flavour, ...]]] = {
    "bibtex": (bibtex, ("bibtex",)),
    "biber": (biber, ("biblatex",)),
    "pybtex": (pybtex, ("bibtex",)),
    "pandoc": (pandoc, ("bibtex", "biblatex")),
}
"""Each with the flavours that are meant for it."""

COMMANDS = {"pybtex": "pybtex-convert"}
"""The programs whose command has another name."""


def main(folders: Sequence[Path], only: Sequence[str]) -> int:
    """Print the table; the number of errors is the exit code, at most 1."""
    studies = unique_keys(tuple(studies_in(folders)))[0]
    print(f"{len(studies)} records of {', '.join(map(str, folders))}")
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (reads, flavours) in PROGRAMS.items():
            if (only and name not in only) or shutil.which(COMMANDS.get(name, name)) is None:
                print(f"{name}: not run")
                continue
            for flavour in flavours:
                tally = Tally()
                for at in range(0, len(studies), PART):
                    file = Path(folder) / f"{flavour}-{at}.bib"
                    file.write_bytes(write_bibtex(studies[at : at + PART], BibtexOptions(flavour=flavour))[0])
                    tally.parts += 1
                    tally.entries += len(studies[at : at + PART])
                    tally.errors += [f"{file.name}: {_placed(error, file)}" for error in reads(file)]
                print(f"{name} ({flavour}): {tally.parts} parts, {tally.entries} entries, {len(tally.errors)} errors", flush=True)
                print("\n".join(f"    {error[:240]}" for error in tally.errors[:12]))
                total += len(tally.errors)
    return int(total > 0)


def _placed(error: str, file: Path) -> str:
    """The error with the key of the entry on the line that it names."""
    line = re.search(r"line (\d+)", error)
    if line is None:
        return error
    before = file.read_text(encoding="utf-8").splitlines()[: int(line[1])]
    keys = [text for text in before if text.startswith("@")]
    return f"{error} [{keys[-1] if keys else '?'}]"


if __name__ == "__main__":
    given = sys.argv[1:]
    named = [word for word in given if word in PROGRAMS]
    raise SystemExit(main([Path(word) for word in given if word not in PROGRAMS], named))
