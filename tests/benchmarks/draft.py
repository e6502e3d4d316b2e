"""Time the whole way from a .bib file to a Word chapter, by stage, in processes of their own: seconds and memory.

    python tests/benchmarks/draft.py [--sizes 5 150 500 5000] [--lang en] [--profile]

Load -> read the abstracts -> themes -> claims -> prose and tables -> citations -> .docx. The bar: 500 studies under 10 s, 5,000
under 90 s, in seconds of the processor, so that other programs running beside it do not count; wall seconds are printed too. ``--profile`` prints the functions that take longest at the largest size instead.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from draft_studies import bibtex

BARS = {500: 10.0, 5000: 90.0}


def whole(source: Path, target: Path, lang: str) -> dict[str, float]:
    """The way as a caller goes it: seconds of loading, drafting and saving."""
    wall, started = time.perf_counter(), time.process_time()
    import litreview

    imported = time.process_time()
    library = litreview.load(source)
    loaded = time.process_time()
    review = litreview.draft(library, lang=lang)
    drafted = time.process_time()
    review.save(target)
    saved = time.process_time()
    return {
        "import": imported - started,
        "load": loaded - imported,
        "draft": drafted - loaded,
        "save": saved - drafted,
        "wall": time.perf_counter() - wall,
    }


def stages(source: Path, lang: str) -> dict[str, float]:
    """The inside of drafting, stage by stage, each with what the one before it gave."""
    import litreview
    from litreview.analysis.prepared import prepared
    from litreview.cite.resolve import resolve
    from litreview.csl import compile_style
    from litreview.languages import language
    from litreview.review.chapter import compose
    from litreview.review.claims import build_ledger
    from litreview.themes import Outline, apply

    library = litreview.load(source)
    seconds: dict[str, float] = {}
    at = time.process_time()

    def lap(name: str) -> None:
        nonlocal at
        now = time.process_time()
        seconds[name], at = now - at, now

    ready, _ = prepared(library)
    lap("abstracts")
    themes, used, _ = apply(Outline(), ready)
    lap("themes")
    ledger = build_ledger(used, themes)
    lap("claims")
    composed = compose(ledger, used, Outline(), language(lang))
    lap("review")
    resolve(composed, used, compile_style("apa", "en-US" if lang == "en" else "id-ID"))
    lap("citations")
    return seconds


def alone(mode: str, source: Path, lang: str) -> dict[str, float]:
    """One measurement in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "--alone", mode, str(source), lang], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def profiled(source: Path, lang: str) -> None:
    """Where the time goes."""
    profile = cProfile.Profile()
    profile.enable()
    whole(source, source.with_suffix(".docx"), lang)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    pstats.Stats(profile).sort_stats("cumtime").print_stats("litreview", 60)


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5, 150, 500, 5000])
    parser.add_argument("--lang", default="en")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--alone", nargs=3, metavar=("MODE", "SOURCE", "LANG"), help="for the processes of their own")
    arguments = parser.parse_args()
    if arguments.alone:
        mode, source, lang = arguments.alone
        told = whole(Path(source), Path(source).with_suffix(".docx"), lang) if mode == "whole" else stages(Path(source), lang)
        print(json.dumps(told | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
        return
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes:
            source = Path(folder) / f"studies-{size}.bib"
            source.write_text(bibtex(size), encoding="utf-8")
            if arguments.profile and size == max(arguments.sizes):
                profiled(source, arguments.lang)
                continue
            told = alone("whole", source, arguments.lang)
            memory, wall = told.pop("memory"), told.pop("wall")
            total = sum(told.values())
            bar = BARS.get(size)
            missed = missed or (bar is not None and total > bar)
            verdict = "" if bar is None else f" (bar {bar:.0f} s: {'met' if total <= bar else 'MISSED'})"
            print(
                f"{size} studies: {total:.2f} s ({wall:.2f} by the clock), {memory:.0f} MB{verdict}; "
                + ", ".join(f"{n} {s:.2f}" for n, s in told.items())
            )
            inside = alone("stages", source, arguments.lang)
            inside.pop("memory")
            print("    of drafting: " + ", ".join(f"{n} {s:.2f}" for n, s in inside.items()))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
