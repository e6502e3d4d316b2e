"""A library of Zotero with 10,000 works and 50,000 annotations, read. Run it: python -m tests.benchmarks.zotero [WORKS] [MARKS]

Seconds of the processor for reading it, from the file to studies with their highlights, and at the first call of the program, too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import litreview
from litreview import Zotero
from tests.zotero.database import Database

COLOURS = ("#ffd400", "#ff6666", "#5fb236", "#2ea8e5", "#a28ae5", "#f19837")
_SENTENCE = "The partnership of harbour towns was kept alive by letters, visits and the patience of clerks in case {n} of the survey."


def filled(file: Path, works: int, marks: int) -> Path:
    """A database with as many works, each with authors, tags, a collection and a file; the marks are spread over the files."""
    db = Database(file)
    collections = [db.collection(f"Collection {n}") for n in range(40)]
    for n in range(works):
        work = db.item(
            f"W{n:07}", title=f"Towns and their letters {n}", by=["Lee, Min", "Sari, Dewi", "Kim, Jo"], date=f"{1990 + n % 35}-05-00 May",
            publicationTitle=f"Journal {n % 300}", volume=str(n % 40), pages=f"{n}-{n + 12}", DOI=f"10.5555/town.{n}", language="en",
            abstractNote=f"This study asks how towns keep letters. {_SENTENCE.format(n=n)} " * 6,
        )  # fmt: skip
        db.connection.execute("INSERT INTO collectionItems VALUES (?, ?, ?)", [collections[n % 40], work, n])
        db.tag(work, f"tag {n % 500}")
        db.tag(work, f"keyword {n % 900}", automatic=True)
        pdf = db.pdf(work, f"P{n:07}")
        for at in range(marks // works):
            comment = "hasil: kota menjaga surat" if at % 2 else None
            db.mark(pdf, f"M{n:05}{at:02}", _SENTENCE.format(n=n * 100 + at), COLOURS[at % 6], str(300 + at), comment=comment, at=at)
    return db.save()


def main(works: int, marks: int) -> None:
    """Print the seconds in this process, then those of the whole program."""
    with tempfile.TemporaryDirectory() as folder:
        file = filled(Path(folder) / "zotero.sqlite", works, marks)
        print(f"{works} works, {marks} annotations, {file.stat().st_size / 2**20:.0f} MB")
        for _ in range(3):
            before = time.process_time()
            library = litreview.load(Zotero("", file))
            seconds = time.process_time() - before
            print(f"  read in {seconds:.2f} s: {len(library)} works, {sum(len(study.highlights) for study in library)} highlights")
        code = "import sys, litreview, time; litreview.load(litreview.Zotero('', sys.argv[1])); print(f'{time.process_time():.2f}')"
        done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
        print(f"  a process of its own, imports included: {done.stdout.strip()} s")


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*(given or (10_000, 50_000)))
