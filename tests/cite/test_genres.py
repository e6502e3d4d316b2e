"""The kind of a thesis is named in the language of the draft, however the record came by it."""

from __future__ import annotations

import pytest

from litreview.cite import bibliography_document
from litreview.csl import compile_style
from litreview.document.nodes import References
from litreview.document.walk import plain
from litreview.formats.bibtex import read_bibtex
from litreview.record import Library


@pytest.mark.parametrize(
    ("entry", "indonesian", "english"),
    [
        ("@mastersthesis{a, school = {U}, ", "Tesis", "Master’s thesis"),
        ("@phdthesis{a, school = {U}, ", "Disertasi", "Doctoral dissertation"),
        ("@thesis{a, type = {skripsi}, institution = {U}, langid = {indonesian}, ", "Skripsi", "Bachelor’s thesis"),
        ("@skripsi{a, school = {U}, ", "Skripsi", "Bachelor’s thesis"),
        ("@tesis{a, school = {U}, ", "Tesis", "Master’s thesis"),
        ("@disertasi{a, school = {U}, ", "Disertasi", "Doctoral dissertation"),
        ("@thesis{a, type = {mathesis}, institution = {U}, ", "Tesis", "Master’s thesis"),
        ("@mastersthesis{a, type = {Tesis tentang kota}, school = {U}, ", "Tesis tentang kota", "Tesis tentang kota"),
    ],
)
def test_kinds_of_theses(entry: str, indonesian: str, english: str) -> None:
    library = Library(read_bibtex(f"{entry} author = {{Lee, Ann}}, title = {{Judul}}, year = 2019}}".encode())[0])
    for language, locale, word in (("id", "id-ID", indonesian), ("en", "en-US", english)):
        document, _ = bibliography_document(library, compile_style("apa", locale), language)
        (references,) = (block for block in document.blocks if isinstance(block, References))
        assert f"[{word}]" in plain(references.entries[0].children)
