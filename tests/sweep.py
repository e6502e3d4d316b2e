"""``python -m tests.sweep [--validator COMMAND] [--lint COMMAND] [--pandoc COMMAND] [--keep FOLDER] [--template FILE] [SOURCE...]``: all kinds of Word file.

The chapter in every way of citing, language and style, each with our own layouts, with comments and with an appendix, and in a template;
a bibliography, and a text of somebody with ``[@key]`` in each way. `--validator` and `--lint` are run on every file (one file a call; the
exit code says whether it is clean); with `--pandoc` pandoc must read from each file with fields of Zotero as many citations as it holds.
One line for each file that is not clean, and how many there were.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx

import litreview
from litreview._resources import folder
from litreview.errors import LitreviewError

STYLES = ("apa", "ieee", "modern-language-association", "chicago-notes-bibliography")
LANGUAGES = ("id", "en")
WAYS = ("plain", "zotero", "zotero-bookmarks", "word")
EXTRAS: tuple[dict[str, Any], ...] = (
    {},
    {"evidence": "comments", "layout": "neutral"},
    {"evidence": "appendix", "contents": True},
)


def files(sources: Sequence[str], keep: Path, template: Path | None) -> Iterator[tuple[Path, str]]:
    """Every file, and how it was asked for; a combination that is refused gives none."""
    library = litreview.load(sources)
    typed = keep / "typed.docx"
    word = docx.Document()
    word.add_paragraph("".join(f"Kata [@{key}, hlm. 3; @{library.keys()[0]}] dan @{key}. " for key in library.keys()[:20]))
    word.save(str(typed))
    extras = (*EXTRAS, *(({"template": template},) if template else ()))
    for style in STYLES:
        for tag in LANGUAGES:
            review = litreview.draft(library, lang=tag, style=style)
            for way in WAYS:
                for number, extra in enumerate(extras):
                    path = keep / f"{style}-{tag}-{way}-{number}.docx"
                    try:
                        review.save(path, citations=way, overwrite=True, **extra)
                    except LitreviewError:
                        continue  # told and refused: bookmarks of Zotero in a style that cites in notes
                    yield path, f"{style} {tag} {way} {extra}"
                path = keep / f"{style}-{tag}-{way}-cited.docx"
                try:
                    litreview.cite_paper(typed, library, style=style, lang=tag).save(path, citations=way, overwrite=True)
                except LitreviewError:
                    continue
                yield path, f"{style} {tag} {way} cited"
            path = keep / f"{style}-{tag}-bibliography.docx"
            litreview.bibliography(library, style=style, lang=tag).save(path, overwrite=True)
            yield path, f"{style} {tag} bibliography"


def told(command: str, path: Path) -> str:
    """What a command has against a file; empty where nothing."""
    run = subprocess.run([*shlex.split(command), str(path)], check=False, capture_output=True, text=True, timeout=300)
    return "" if run.returncode == 0 else (run.stdout + run.stderr).strip()[:400]


def fields(path: Path) -> int:
    """How many citations of Zotero a file holds."""
    with zipfile.ZipFile(path) as archive:
        return sum(archive.read(name).count(b"ADDIN ZOTERO_ITEM") for name in archive.namelist() if name.startswith("word/"))


def read_by_pandoc(command: str, path: Path) -> int:
    """How many citations pandoc finds in the fields of a file."""
    run = subprocess.run(
        [*shlex.split(command), "-f", "docx+citations", "-t", "json", str(path)], check=True, capture_output=True, timeout=300
    )

    def count(value: Any) -> int:
        if isinstance(value, dict):
            return (value.get("t") == "Cite") + sum(count(inner) for inner in value.values())
        return sum(count(inner) for inner in value) if isinstance(value, list) else 0

    return count(json.loads(run.stdout)["blocks"])


def main(arguments: Sequence[str]) -> int:
    """Make and check all of them; the exit code is 1 where one is not clean."""
    parser = argparse.ArgumentParser(prog="python -m tests.sweep")
    parser.add_argument("sources", nargs="*", default=[str(folder("references"))])
    parser.add_argument("--validator")
    parser.add_argument("--lint")
    parser.add_argument("--pandoc", metavar="COMMAND")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--template", type=Path)
    given = parser.parse_args(arguments)
    made = faulty = held = read = 0
    with tempfile.TemporaryDirectory() as elsewhere:
        keep = given.keep or Path(elsewhere)
        keep.mkdir(exist_ok=True, parents=True)
        for path, asked in files(given.sources, keep, given.template):
            made += 1
            faults = [text for command in (given.validator, given.lint) if command and (text := told(command, path))]
            if given.pandoc and (count := fields(path)):
                seen = read_by_pandoc(given.pandoc, path)
                held, read = held + count, read + seen
                faults += [f"pandoc reads {seen} of {count} citations"] if seen != count else []
            faulty += bool(faults)
            for fault in faults:
                print(f"{asked}: {fault}")
    print(f"files {made}, not clean {faulty}; citations of Zotero {held}, read by pandoc {read}")
    return 1 if faulty or not made else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
