"""Live citations: what Zotero and Word need to go on with a file, read back by programs that are not ours."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import docx
import pytest
from lxml import etree

from litreview.document.nodes import Cite, CiteItem, Document, Entry, Link, Paragraph, References, Styled, Text
from litreview.document.works import frozen_item
from litreview.errors import UnknownName
from litreview.writers import Citations, Options, named
from litreview.writers.docx.package.custom import add_data, add_properties
from tests.writers.sample import chapter, in_notes, source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
DOCX = named("docx")
STYLE = "http://www.zotero.org/styles/apa"


def written(document: Document, mode: Citations, style: str = STYLE) -> dict[str, bytes]:
    data = DOCX.write(document, Options(citations=mode, style=style, locale="id-ID"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fields(part: bytes) -> list[tuple[str, str, bool]]:
    """(code, shown text, whether a link is inside) of each field of one part."""
    done: list[tuple[str, str, bool]] = []
    open_fields: list[list[Any]] = []
    for element in etree.fromstring(part).iter():
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                open_fields.append(["", "", False, False])
            elif kind == "separate":
                open_fields[-1][3] = True
            else:
                code, shown, link, _ = open_fields.pop()
                done.append((code, shown, link))
        elif open_fields and element.tag == f"{W}instrText":
            open_fields[-1][0] += element.text
        elif open_fields and element.tag == f"{W}t":
            open_fields[-1][1] += element.text
        elif open_fields and element.tag == f"{W}hyperlink":
            open_fields[-1][2] = True
    return done


def zotero(part: bytes) -> list[tuple[dict[str, Any], str, bool]]:
    """The JSON of each Zotero citation, with its shown text and whether a link is inside."""
    prefix = " ADDIN ZOTERO_ITEM CSL_CITATION "
    return [(json.loads(code.removeprefix(prefix)), shown, link) for code, shown, link in fields(part) if code.startswith(prefix)]


def properties(parts: dict[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(parts["docProps/custom.xml"])
    return {str(p.get("name")): "".join(p.itertext()) for p in root}


def joined(values: dict[str, str], name: str) -> str:
    """A text that was cut into ``name_1``, ``name_2`` …"""
    found, number = "", 1
    while f"{name}_{number}" in values:
        found += values[f"{name}_{number}"]
        number += 1
    return found


def test_zotero_fields_hold_the_shown_text_and_the_works() -> None:
    found = zotero(written(chapter("id"), "zotero")["word/document.xml"])
    assert len(found) == 15
    assert len({code["citationID"] for code, _, _ in found}) == 15
    for code, shown, link in found:
        assert code["properties"]["plainCitation"] == shown != ""
        assert not link
        for item in code["citationItems"]:
            assert item["uris"][-1].startswith("urn:litreview:")
            assert item["itemData"]["id"] == item["id"]
            assert not {"abstract", "note", "keyword"} & set(item["itemData"])
    two = next(code for code, shown, _ in found if shown == "(Okafor, 2020, hlm. 4; Lestari, 2021a)")
    assert [(i["id"], i.get("locator"), i.get("label")) for i in two["citationItems"]] == [
        ("okafor2020", "4", "page"),
        ("lestari2021a", None, None),
    ]


def test_of_a_narrative_citation_the_name_stays_outside_the_field() -> None:
    part = written(chapter("id"), "zotero")["word/document.xml"]
    narrative = [(code, shown) for code, shown, _ in zotero(part) if shown == "(2017)"]
    assert all(code["citationItems"][0]["suppress-author"] for code, _ in narrative)
    text = "".join(t.text or "" for t in etree.fromstring(part).iter(f"{W}t"))
    assert "Müller (2017) menemukan" in text
    number = Cite((CiteItem("a"),), "narrative", (Text("Lee"), Styled("superscript", (Text("3"),))))
    odd = Cite((CiteItem("a"),), "narrative", (Text("Lee in 2019"),))
    part = written(Document("", "id", (Paragraph((number, odd), "p"),)), "zotero")["word/document.xml"]
    (first, shown, _), (second, whole, _) = zotero(part)
    assert (shown, first["citationItems"][0]["suppress-author"]) == ("3", True)
    assert (whole, second["properties"]["dontUpdate"]) == ("Lee in 2019", True), "what cannot be taken apart is not made anew"


def test_each_work_has_an_address_of_its_own() -> None:
    same = tuple((key, frozen_item({"id": key, "DOI": "10.1234/one"})) for key in ("a", "b"))
    other = (("c", frozen_item({"DOI": "10.1234/TWO"})), ("http://zotero.org/groups/1/items/X", {}), ("bare", {}))
    keys = [key for key, _ in same + other]
    cite = Cite(tuple(CiteItem(key) for key in keys), "parenthetical", (Text("(all)"),))
    ((code, _, _),) = zotero(written(Document("", "id", (Paragraph((cite,), "p"),), same + other), "zotero")["word/document.xml"])
    uris = [item["uris"] for item in code["citationItems"]]
    assert uris == [
        ["urn:litreview:a"],
        ["urn:litreview:b"],
        ["https://doi.org/10.1234/two", "urn:litreview:c"],
        ["http://zotero.org/groups/1/items/X", "urn:litreview:http%3A%2F%2Fzotero.org%2Fgroups%2F1%2Fitems%2FX"],
        ["urn:litreview:bare"],
    ]


def test_the_bibliography_is_one_field_and_names_what_nothing_cites() -> None:
    document = chapter("id")
    extra = (("uncited1", frozen_item({"title": "Tanpa kutipan"})),)
    more = References("references/list", (*document.blocks[-1].entries, Entry("uncited1", (Text("Tanpa kutipan."),))))  # type: ignore[union-attr]
    document = attrs.evolve(document, blocks=(*document.blocks[:-1], more), sources=document.sources + extra)
    codes = [(code, shown) for code, shown, _ in fields(written(document, "zotero")["word/document.xml"]) if "ZOTERO_BIBL" in code]
    ((code, shown),) = codes
    assert json.loads(re.findall(r"\{.*\}", code)[0])["uncited"] == [["urn:litreview:uncited1"]]
    assert shown.startswith("Hartono, D. (2019)")
    assert shown.endswith("Tanpa kutipan.")


def test_the_preferences_say_which_style_and_which_notes() -> None:
    values = properties(written(chapter("id"), "zotero"))
    assert all(len(text.encode("utf-16-le")) // 2 <= 255 for text in values.values())
    told = etree.fromstring(joined(values, "ZOTERO_PREF"))
    assert told.find("style").get("id") == STYLE
    assert {p.get("name"): p.get("value") for p in told.iter("pref")} == {"fieldType": "Field", "noteType": "0"}
    notes = etree.fromstring(joined(properties(written(in_notes(chapter("id")), "zotero")), "ZOTERO_PREF"))
    assert [p.get("value") for p in notes.iter("pref") if p.get("name") == "noteType"] == ["1"]
    packed = {name for name in values if name.startswith("litreview_kept_")}
    assert set(properties(written(chapter("id"), "zotero", style=""))) == {"litreview"} | packed, "without a style Zotero asks"


def test_in_notes_the_field_stands_in_the_footnote() -> None:
    parts = written(in_notes(chapter("id")), "zotero")
    assert not zotero(parts["word/document.xml"])
    found = zotero(parts["word/footnotes.xml"])
    notes = etree.fromstring(parts["word/footnotes.xml"]).findall(f"{W}footnote")[2:]
    assert len(notes) == len(found) == 16
    assert [code["properties"]["noteIndex"] for code, _, _ in found] == list(range(1, 17))


def test_bookmarks_carry_their_code_in_the_properties() -> None:
    parts = written(chapter("id"), "zotero-bookmarks")
    values = properties(parts)
    root = etree.fromstring(parts["word/document.xml"])
    marks = [str(b.get(f"{W}name")) for b in root.iter(f"{W}bookmarkStart") if str(b.get(f"{W}name")).startswith("ZOTERO_BREF_")]
    codes = [joined(values, name) for name in marks]
    assert sum(code.startswith("ZOTERO_ITEM CSL_CITATION {") for code in codes) == 15, "the sixteenth stands in a footnote"
    assert sum(code.startswith("ZOTERO_BIBL {") for code in codes) == 1
    assert 'value="Bookmark"' in joined(values, "ZOTERO_PREF")
    assert all(len(text.encode("utf-16-le")) // 2 <= 255 for text in values.values())
    assert not [code for code, _, _ in fields(parts["word/document.xml"]) if "ZOTERO" in code]


def test_word_has_its_own_sources() -> None:
    parts = written(chapter("id"), "word")
    sources = etree.fromstring(parts["customXml/item1.xml"])
    tags = [str(tag.text) for tag in sources.iter(f"{B}Tag")]
    assert sorted(tags) == ["hartono2019", "lestari2021a", "lestari2021b", "muller2017", "okafor2020"]
    muller = next(s for s in sources if s.findtext(f"{B}Tag") == "muller2017")
    assert muller.findtext(f"{B}SourceType") == "JournalArticle"
    assert muller.findtext(f".//{B}Last") == "Müller"
    assert muller.findtext(f"{B}URL") == "https://doi.org/10.1234/sample.müller2017"
    codes = [code for code, _, _ in fields(parts["word/document.xml"])]
    assert ' CITATION okafor2020 \\p "4" \\l 1057 \\m lestari2021a ' in codes
    assert " CITATION muller2017 \\n \\l 1057 " in codes
    used = {tag for code in codes for tag in re.findall(r"(?:CITATION|\\m) (\w+)", code)}
    assert used == set(tags)
    assert codes.count(" BIBLIOGRAPHY ") == 1
    assert b"updateFields" not in parts["word/settings.xml"]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ({"type": "thesis", "title": "A", "publisher": "UGM", "genre": "Skripsi"}, ("Report", "Institution", "UGM")),
        ({"type": "chapter", "title": "A", "container-title": "Buku"}, ("BookSection", "BookTitle", "Buku")),
        ({"type": "webpage", "title": "A", "URL": "https://a.b/"}, ("InternetSite", "URL", "https://a.b/")),
        ({"type": "book", "title": "<i>A</i> & B", "issued": {"date-parts": [[2020, 5]]}}, ("Book", "Month", "5")),
        (
            {"type": "no such type", "title": "A", "author": [{"literal": "Badan Pusat"}]},
            ("Misc", "Author/{B}Author/{B}Corporate", "Badan Pusat"),
        ),
    ],
)
def test_kinds_of_works_find_their_place_in_word(item: dict[str, Any], wanted: tuple[str, str, str]) -> None:
    cite = Cite((CiteItem("a"),), "parenthetical", (Text("(A)"),))
    parts = written(Document("", "id", (Paragraph((cite,), "p"),), (("a", frozen_item(item)),)), "word")
    root = etree.fromstring(parts["customXml/item1.xml"])[0]
    kind, path, text = wanted
    assert root.findtext(f"{B}SourceType") == kind
    assert root.findtext(f"{B}{path.format(B=B)}") == text


@pytest.mark.parametrize("mode", ["zotero", "zotero-bookmarks", "word"])
def test_visible_text_is_the_same_in_every_mode(mode: Citations) -> None:
    def text(mode: Citations) -> str:
        parts = written(chapter("en"), mode)
        return "".join(t.text or "" for n in ("word/document.xml", "word/footnotes.xml") for t in etree.fromstring(parts[n]).iter(f"{W}t"))

    without = Options(backlinks="none")
    with zipfile.ZipFile(io.BytesIO(DOCX.write(chapter("en"), without))) as archive:
        parts = [etree.fromstring(archive.read(n)) for n in ("word/document.xml", "word/footnotes.xml")]
    assert text(mode) == "".join(t.text or "" for part in parts for t in part.iter(f"{W}t"))


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(UnknownName, match="zotero"):
        DOCX.write(chapter("id"), Options(citations="zotera"))  # type: ignore[arg-type]


def test_links_do_not_nest_in_live_citations() -> None:
    cite = Cite((CiteItem("a"),), "parenthetical", (Text("("), Link("https://example.org", (Text("here"),)), Text(")")))
    parts = written(Document("", "id", (Paragraph((cite,), "p"),), (("a", source("hartono2019")),)), "zotero")
    assert zotero(parts["word/document.xml"])[0][1:] == ("(here)", False)


def test_custom_properties_and_data_of_others_stay() -> None:
    document = docx.Document(io.BytesIO(DOCX.write(chapter("id"), Options(citations="zotero", style=STYLE))))
    add_properties(document, [("mine", "1"), ("ZOTERO_PREF_1", "new")])
    add_data(document, "urn:a", b"<a xmlns='urn:a'/>")
    add_data(document, "urn:b", b"<b xmlns='urn:b'/>")
    add_data(document, "urn:a", b"<a xmlns='urn:a'>2</a>")
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        values = properties({n: archive.read(n) for n in archive.namelist()})
        data = sorted(archive.read(n) for n in archive.namelist() if re.fullmatch(r"customXml/item\d+\.xml", n))
    assert (values["mine"], values["ZOTERO_PREF_1"]) == ("1", "new")
    assert "ZOTERO_PREF_2" in values
    assert data[1:] == [b"<a xmlns='urn:a'>2</a>", b"<b xmlns='urn:b'/>"]


def pandoc() -> str:
    """pandoc 3 or later, of the path or of the package pypandoc-binary; else the test is skipped. Older ones cannot read citations."""
    found = shutil.which("pandoc")
    if found and subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.split()[1] < "3":
        found = None
    if found is None:
        found = pytest.importorskip("pypandoc", reason="pandoc is not installed (pypandoc-binary)").get_pandoc_path()
    return str(found)


@pytest.mark.parametrize("notes", [False, True])
def test_pandoc_reads_the_zotero_fields_back(notes: bool, tmp_path: Path) -> None:
    program = pandoc()
    document = in_notes(chapter("id")) if notes else chapter("id")
    path = tmp_path / "live.docx"
    path.write_bytes(DOCX.write(document, Options(citations="zotero", style=STYLE)))
    done = subprocess.run([program, "-f", "docx+citations", "-t", "json", str(path)], capture_output=True, check=True)
    tree = json.loads(done.stdout)
    listed = {str(entry["c"]["id"]["c"]) for entry in tree["meta"]["references"]["c"]}
    assert listed == {"hartono2019", "müller2017", "lestari2021a", "lestari2021b", "okafor2020"}
    text = done.stdout.decode()
    assert text.count('"t":"Cite"') == 16
    located = [item for item in _dicts(tree) if item.get("citationId") == "okafor2020" and "4" in json.dumps(item["citationSuffix"])]
    assert len(located) == 1, "the locator comes back"


def _dicts(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
    for inner in found.values() if isinstance(found, dict) else found if isinstance(found, list) else ():
        yield from _dicts(inner)
