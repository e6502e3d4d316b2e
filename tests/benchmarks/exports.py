"""Exports of 10,000 works as databases give them (long abstracts, many authors), read and turned into each other, beside peers.

    python -m tests.benchmarks.exports [WORKS] [--peers FOLDER]

Seconds of the processor, children included, each in a process of its own and the better of two runs (one where it takes over a minute): RIS
beside .bib, CSL-JSON to .bib beside pandoc, and the same .bib and .ris read by bibtexparser, pybtex, citation-js, pandoc and rispy, which
splits lines into tags and makes no names or dates. FOLDER holds ``node_modules`` with @citation-js/core, plugin-bibtex and plugin-ris. Last
comes how the time of ours grows from a tenth of the works to all.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from litreview.formats import named
from litreview.record import Dates, LangList, LangText, Name, Names, Study, Variables, parse_date
from litreview.record.csl_json.fields import tag_of
from tests.benchmarks.bibtex_entries import WORDS

PEERS = Path(__file__).with_name("bibtex_peers")
FORMATS = {"bib": "bibtex", "ris": "ris", "json": "csl-json", "yaml": "yaml"}
_FAMILIES = (
    "Wulandari",
    "Hidayat",
    "Müller",
    "García",
    "Nguyễn",
    "O'Connor",
    "Smith",
    "Lee",
    "Tanaka",
    "van der Meer",
    "Santoso",
    "Öztürk",
)
_GIVEN = ("Sri", "Ahmad", "J. R.", "María", "Anna-Lena", "Budi", "S. H.", "John A.", "François", "Dewi", "P.")


def works(count: int, seed: int = 11) -> tuple[Study, ...]:
    """As many articles, each with four to twelve authors, an abstract of some 1,600 characters and eight keywords."""
    chance = random.Random(seed)
    return tuple(_work(chance, n) for n in range(count))


def _work(chance: random.Random, n: int) -> Study:
    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))

    people = tuple(Name(family=chance.choice(_FAMILIES), given=chance.choice(_GIVEN)) for _ in range(chance.randint(4, 12)))
    said = {
        "container-title": f"Journal of {words(2, 4)}", "volume": str(n % 60), "issue": str(n % 12), "page": f"{n}-{n + 14}",
        "DOI": f"10.5555/city.{n}", "ISSN": "2049-3630", "URL": f"https://example.org/articles/{n}", "publisher": "Example Press",
    }  # fmt: skip
    abstract = " ".join(f"{words(12, 26).capitalize()}." for _ in range(12))
    return Study(
        f"city-{n}",
        "article-journal",
        LangText({"en": f"{words(5, 9).capitalize()}: {words(4, 8)}"}),
        LangText({"en": abstract}),
        keywords=LangList({"en": tuple(words(1, 3) for _ in range(8))}),
        language="en",
        names=Names({"author": people}),
        dates=Dates({"issued": parse_date(f"{1990 + n % 35}-{1 + n % 12:02d}")}),
        variables=Variables({name: LangText({tag_of(name, "en"): value}) for name, value in said.items()}),
    )


def seconds(command: Sequence[str], peers: str = "") -> float | None:
    """Of the processor; None where the command fails or takes over ten minutes."""
    spent: list[float] = []
    environment = {**os.environ, "NODE_PATH": f"{peers}/node_modules"}
    while len(spent) < 2 and (not spent or spent[0] < 60):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            if subprocess.run(command, capture_output=True, timeout=600, env=environment).returncode:
                return None
        except (OSError, subprocess.TimeoutExpired):
            return None
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def main(count: int, peers: str) -> None:
    """Print a line for each way."""
    read = "import sys, litreview; litreview.load(sys.argv[1])"
    rispy = "import sys, rispy; rispy.load(open(sys.argv[1], encoding='utf-8'))"
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for suffix, format in FORMATS.items():
            write = named(format).write
            assert write is not None
            files[suffix] = Path(folder) / f"works.{suffix}"
            files[suffix].write_bytes(write(works(count))[0])
        out = str(Path(folder) / "out.bib")
        python, program = sys.executable, [sys.executable, "-m", "litreview", "convert"]
        ways = {f"read .{suffix}": [python, "-c", read, str(file)] for suffix, file in files.items()}
        ways["rispy, read .ris"] = [python, "-c", rispy, str(files["ris"])]
        ways["citation-js, read .ris"] = ["node", str(PEERS / "citation.js"), str(files["ris"])]
        ways["citation-js, read .bib"] = ["node", str(PEERS / "citation.js"), str(files["bib"])]
        ways["bibtexparser, bare split"] = [python, str(PEERS / "bibtexparser_split.py"), str(files["bib"])]
        ways["bibtexparser, read .bib"] = [python, str(PEERS / "bibtexparser_full.py"), str(files["bib"])]
        ways["pybtex, read .bib"] = [python, str(PEERS / "pybtex_read.py"), str(files["bib"])]
        ways["CSL-JSON to .bib"] = [*program, str(files["json"]), "-o", out, "--overwrite"]
        ways["RIS to .bib"] = [*program, str(files["ris"]), "-o", out, "--overwrite"]
        if shutil.which("pandoc"):
            ways["pandoc, CSL-JSON to .bib"] = ["pandoc", "-f", "csljson", "-t", "bibtex", "-o", out, str(files["json"])]
            ways["pandoc, .bib to CSL-JSON"] = ["pandoc", "-f", "bibtex", "-t", "csljson", "-o", out, str(files["bib"])]
        print(f"{count} works; " + ", ".join(f".{suffix} {file.stat().st_size / 2**20:.0f} MB" for suffix, file in files.items()))
        for name, command in ways.items():
            spent = seconds(command, peers)
            print(f"  {name:26} {'failed' if spent is None else f'{spent:.1f} s'}", flush=True)
        for suffix, file in files.items():
            small = Path(folder) / f"tenth.{suffix}"
            write = named(FORMATS[suffix]).write
            assert write is not None
            small.write_bytes(write(works(count // 10))[0])
            first, whole = seconds([python, "-c", read, str(small)]), seconds([python, "-c", read, str(file)])
            print(f"  ten times the works, .{suffix:5} × {(whole or 0) / (first or 1):.1f}", flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    folder = given[given.index("--peers") + 1] if "--peers" in given else ""
    numbers = [int(word) for word in given if word.isdigit()]
    main(numbers[0] if numbers else 10_000, folder)
