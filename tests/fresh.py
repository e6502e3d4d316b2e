"""``python -m tests.fresh [FOLDER]``: fresh drafts of every corpus, in every language, style and output, with and without outline, checked.

FOLDER holds material that may not be shipped (``shared`` beside the checkout, if it is not named). Each draft is written, read back and
checked against its sources, as ``litreview check`` does; whatever is found but notes is printed with the draft it is in. Exit code 1 if
anything was. ``--quick`` takes one style.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import litreview
from litreview.errors import LitreviewError, Problem

ROOT = Path(__file__).parents[1]
LANGUAGES = ("id", "en")
STYLES = ("apa", "ieee", "chicago-note-bibliography")
OUTPUTS = (".docx", ".md", ".json")
OWN = """own-study:
  title: Pembelajaran lintas batas di kota pelabuhan
  question: Bagaimana kota pelabuhan belajar dari mitranya?
  method: [kualitatif, studi kasus]
  data: [wawancara]
  period: 2015-2020
themes:
  - facet: findings
    introduction: Bagian ini ditulis sendiri oleh penulis tanpa sitasi.
    remarks: |
      Catatan penulis sendiri, tentang 12 kota dan “kata kunci”.
  - facet: methods
"""


def corpora(shared: Path) -> Iterator[tuple[str, list[Path], list[Path | None]]]:
    """The name of each corpus, its sources, and the outlines to draft it with (None: without one)."""
    yield (
        "references",
        [ROOT / "references"],
        [None, *_there(shared / "cases/review/own.yaml", shared / "cases/first-use/readme-outline.yaml")],
    )
    review, first = shared / "cases/review", shared / "cases/first-use"
    for name, source, outlines in (
        ("mixed", review / "mixed", [review / "mixed-outline.yaml"]),
        ("minimal", review / "minimal.yaml", []),
        ("bilingual", first / "bilingual", [first / "own.yaml"]),
        ("survei", first / "survei.yaml", []),
        ("doubled", first / "doubled.yaml", [first / "doubled-own.yaml"]),
        ("nocase", first / "nocase.bib", []),
    ):
        if source.exists():
            yield name, [source], [None, *_there(*outlines)]
    for source in sorted((shared / "bibliographies").glob("*.*")):
        if source.suffix in (".bib", ".ris"):
            yield source.stem, [source], [None]
    for source in sorted((shared / "zotero").glob("library-?.sqlite")):
        yield source.stem, [source], [None]


def loaded(source: list[Path]) -> litreview.Library:
    """The studies of files, or in a database of Zotero."""
    return litreview.load(litreview.Zotero(data=source[0])) if source[0].suffix == ".sqlite" else litreview.load(*source)


def _there(*paths: Path) -> list[Path]:
    return [path for path in paths if path.exists()]


def drafts(
    source: list[Path], outlines: list[Path | None], styles: tuple[str, ...], place: Path
) -> Iterator[tuple[str, tuple[Problem, ...] | str]]:
    """What each draft is called, and what was found in it; or why there is none."""
    try:
        library = loaded(source)
    except LitreviewError as error:
        yield "load", str(error)
        return
    own = place / "own.yaml"
    own.write_text(OWN, encoding="utf-8")
    for outline in (*outlines, own):
        for language in LANGUAGES:
            for style in styles:
                head = f"{language} {style} {outline.name if outline else '-'}"
                try:
                    review = litreview.draft(library, lang=language, style=style, outline=outline)
                except LitreviewError as error:
                    yield head, str(error)
                    continue
                for suffix in OUTPUTS:
                    path = place / f"draft{suffix}"
                    review.save(path, overwrite=True)
                    yield f"{head} {suffix}", litreview.check_draft(path, library, outline)


def main() -> int:
    """Draft and check all; a line for each draft in which something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--quick", action="store_true", help="one style")
    parser.add_argument("--only", help="the corpora whose name holds this")
    arguments = parser.parse_args()
    count: Counter[str] = Counter()
    for name, source, outlines in corpora(arguments.shared):
        if arguments.only and arguments.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            for head, found in drafts(source, outlines, STYLES[:1] if arguments.quick else STYLES, Path(folder)):
                count["drafts"] += 1
                problems = [] if isinstance(found, str) else [problem for problem in found if problem.severity != "info"]
                if isinstance(found, str) or problems:
                    count["bad"] += 1
                    told = found if isinstance(found, str) else "; ".join(f"{problem.code}: {problem}" for problem in problems[:3])
                    print(f"{name} {head}: {len(problems)} found: {told[:600]}", flush=True)
    print(f"{count['drafts']} drafts, {count['bad']} with problems")
    return 1 if count["bad"] else 0


if __name__ == "__main__":
    sys.exit(main())
