"""The pages of a Word file: the paper, the margins, and the room between the edge and the page number."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from litreview.document.nodes import Document, Paragraph, Text
from litreview.writers import Options, named
from tests.writers.test_citations import W

CM = 1440 / 2.54
"""Twips, the unit of Word files, in a centimetre."""


def page(layout: str) -> dict[str, float]:
    """The sizes of the only page of a small file, in centimetres."""
    data = named("docx").write(Document("", "id", (Paragraph((Text("Satu."),), "p"),)), Options(layout=layout))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    (section,) = root.iter(f"{W}sectPr")
    sizes = {**section.find(f"{W}pgSz").attrib, **section.find(f"{W}pgMar").attrib}  # type: ignore[union-attr]
    return {name.removeprefix(W): round(int(value) / CM, 3) for name, value in sizes.items() if value.isdigit()}


A4 = {"w": 21.001, "h": 29.7}


def test_a_thesis_has_the_margins_of_the_manuals() -> None:
    assert page("skripsi-id") == {
        **A4, "left": 4.0, "top": 4.0, "right": 3.0, "bottom": 3.0, "header": 2.0, "footer": 1.499, "gutter": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize(("said", "left"), [("", 2.54), ('[page]\nleft = "3cm"\n', 3.0), ('[page]\nleft = "1.5in"\n', 3.81)])
def test_a_look_that_says_nothing_of_its_page_has_an_inch_around_a4(said: str, left: float, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('title = "Own"\n' + said, encoding="utf-8")
    assert page(str(tmp_path / "own.toml")) == {
        **A4, "left": left, "top": 2.54, "right": 2.54, "bottom": 2.54, "header": 1.249, "footer": 1.249, "gutter": 0.0,
    }  # fmt: skip
