"""What stands behind a citation for the program that goes on with it: Zotero's JSON, Word's sources and fields."""

from __future__ import annotations

import json
import re
from typing import Any

import attrs
import pytest

from litreview.document.nodes import Cite, Cited, CiteItem, CiteMode, Document, Paragraph, Quoted, Text
from litreview.document.works import frozen_item
from litreview.writers import Citations, Options, named
from litreview.writers.docx.citations.codes import Works, citation_code
from tests.writers.packages import parts

DOCX = named("docx")
B = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"


def written(mode: Citations, *cites: Cite, sources: tuple[tuple[str, Any], ...] = (), language: str = "id") -> dict[str, str]:
    """The parts of a file of these citations."""
    data = DOCX.write(Document("", language, (Paragraph(cites, "p"),), sources), Options(citations=mode, style="x"))
    return {name: blob.decode() for name, blob in parts(data).items() if name.endswith("xml")}


def codes(found: dict[str, str]) -> list[str]:
    texts = re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", found["word/document.xml"])
    return [text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") for text in texts]


def zotero(*cites: Cite, sources: tuple[tuple[str, Any], ...] = ()) -> list[dict[str, Any]]:
    found = codes(written("zotero", *cites, sources=sources))
    return [json.loads(code.partition("CSL_CITATION ")[2]) for code in found]


def cite(*items: CiteItem, mode: CiteMode = "parenthetical", text: str = "(Lee)") -> Cite:
    return Cite(items, mode, (Text(text),))


WORK = frozen_item(
    {
        "type": "book",
        "title": "Motives",
        "note": "private",
        "keyword": "a",
        "author": [{"family": "Lee", "note": "of the name"}],
        "custom": {"note": "private"},
        "flag": True,
        "volume": 3,
    }
)


def test_an_item_carries_what_a_citation_needs_and_nothing_private() -> None:
    ((item,),) = [code["citationItems"] for code in zotero(cite(CiteItem("lee")), sources=(("lee", WORK),))]
    assert item["itemData"] == {
        "id": "lee",
        "type": "book",
        "title": "Motives",
        "author": [{"family": "Lee", "note": "of the name"}],
        "flag": True,
        "volume": 3,
    }


def test_a_work_that_is_not_known_is_a_document_of_its_key() -> None:
    ((item,),) = [code["citationItems"] for code in zotero(cite(CiteItem("no body")))]
    assert item["itemData"] == {"id": "no body", "type": "document", "title": "no body"}
    assert item["uris"] == ["urn:litreview:no%20body"]


@pytest.mark.parametrize(
    ("item", "mode", "told"),
    [
        (CiteItem("a"), "parenthetical", {}),
        (CiteItem("a", "4"), "parenthetical", {"locator": "4", "label": "page"}),
        (CiteItem("a", "4", "chapter"), "parenthetical", {"locator": "4", "label": "chapter"}),
        (CiteItem("a", prefix="see ", suffix=", too"), "parenthetical", {"prefix": "see ", "suffix": ", too"}),
        (CiteItem("a"), "suppress-author", {"suppress-author": True}),
        (CiteItem("a"), "author-only", {"author-only": True}),
    ],
)
def test_what_a_citation_says_of_its_work(item: CiteItem, mode: CiteMode, told: dict[str, Any]) -> None:
    ((found,),) = [code["citationItems"] for code in zotero(cite(item, mode=mode))]
    assert {name: value for name, value in found.items() if name not in ("id", "uris", "itemData")} == told


def test_only_the_first_work_of_a_narrative_citation_loses_its_author() -> None:
    both = Cite((CiteItem("a"), CiteItem("b")), "narrative", (Text("Lee (2019; Kim, 2020)"),))
    (code,) = zotero(both)
    assert [item.get("suppress-author") for item in code["citationItems"]] == [True, None]
    assert code["properties"]["plainCitation"] == "(2019; Kim, 2020)"
    assert code["properties"]["dontUpdate"], "a refresh would leave out the second author too"
    assert re.fullmatch(r"[0-9a-z]{8}", code["citationID"]), "as long as those of Zotero"


def test_numbers_in_a_row_are_one_citation_behind_a_name() -> None:
    (code,) = zotero(Cite((CiteItem("a"), CiteItem("b")), "narrative", (Text("Lee [1], [3]"),)))
    assert code["properties"]["plainCitation"] == "[1], [3]"


def test_the_text_behind_a_code_has_its_quotation_marks_and_no_signs_that_cannot_be_printed() -> None:
    (code,) = zotero(Cite((CiteItem("a"),), "parenthetical", (Text("(Lee\x02 "), Quoted((Text("so"),)), Text(")"))))
    assert code["properties"]["formattedCitation"] == code["properties"]["plainCitation"] == "(Lee “so”)"
    assert code["properties"]["noteIndex"] == 0


@pytest.mark.parametrize(
    ("doi", "uri"),
    [
        ("10.1234/ABC", ["https://doi.org/10.1234/abc"]),
        ("https://doi.org/10.1234/abc", ["https://doi.org/10.1234/abc"]),
        (" 10.1234/a b ", ["https://doi.org/10.1234/a%20b"]),
        ("  ", []),
        (10.1234, []),
    ],
)
def test_a_work_has_the_address_of_its_doi(doi: object, uri: list[str]) -> None:
    ((item,),) = [code["citationItems"] for code in zotero(cite(CiteItem("a")), sources=(("a", {"DOI": doi}),))]
    assert item["uris"] == [*uri, "urn:litreview:a"]


def test_an_address_in_a_zotero_library_goes_before_a_doi() -> None:
    own = {"id": "https://www.zotero.org/users/1/items/A", "DOI": "10.1234/abc"}
    ((item,),) = [code["citationItems"] for code in zotero(cite(CiteItem("a")), sources=(("a", own),))]
    assert item["uris"] == ["https://www.zotero.org/users/1/items/A", "urn:litreview:a"]


@pytest.mark.parametrize(
    ("items", "mode", "code"),
    [
        ((CiteItem("lee"),), "parenthetical", " CITATION lee \\l 1057 "),
        ((CiteItem("lee", "4"),), "parenthetical", ' CITATION lee \\p "4" \\l 1057 '),
        ((CiteItem("lee", prefix="lihat "),), "parenthetical", ' CITATION lee \\f "lihat " \\l 1057 '),
        ((CiteItem("lee", suffix=' "x"'),), "parenthetical", ' CITATION lee \\s " ’x’" \\l 1057 '),
        ((CiteItem("lee"),), "suppress-author", " CITATION lee \\n \\l 1057 "),
        ((CiteItem("lee"), CiteItem("kim")), "suppress-author", " CITATION lee \\n \\l 1057 \\m kim \\n "),
        ((CiteItem("lee"), CiteItem("kim", "9")), "parenthetical", ' CITATION lee \\l 1057 \\m kim \\p "9" '),
    ],
)
def test_the_field_of_word(items: tuple[CiteItem, ...], mode: CiteMode, code: str) -> None:
    assert codes(written("word", cite(*items, mode=mode))) == [code]


def test_an_author_alone_stays_text_as_word_has_no_such_form() -> None:
    assert codes(written("word", cite(CiteItem("lee"), mode="author-only", text="Lee"))) == []
    assert codes(written("word", cite(CiteItem("lee"), text=""))) == []
    assert codes(written("word", cite(CiteItem("lee")), language="tlh")) == [" CITATION lee \\l 1033 "], (
        "English where Word knows no language"
    )


def source(item: dict[str, Any]) -> list[tuple[str, str]]:
    """The leaves of Word's source for a work, in their order, without tag and identity."""
    xml = written("word", cite(CiteItem("lee")), sources=(("lee", frozen_item(item)),))["customXml/item1.xml"]
    leaves = re.findall(r"<b:(\w+)>([^<]*)</b:\1>", xml)
    return [(name, text) for name, text in leaves if name not in ("Tag", "Guid", "RefOrder")]


@pytest.mark.parametrize(
    ("item", "leaves"),
    [
        ({}, [("SourceType", "Misc"), ("Title", "lee")]),
        (
            {"type": "article-journal", "title": "A <i>B</i>", "container-title": "J", "volume": 3, "issue": "2", "page": "1–9", "DOI": "10.1/x"},
            [("SourceType", "JournalArticle"), ("Title", "A B"), ("JournalName", "J"), ("Volume", "3"), ("Issue", "2"), ("Pages", "1–9"),
             ("URL", "https://doi.org/10.1/x")],
        ),
        (
            {"type": "paper-conference", "title": "A", "event-title": "C", "URL": "https://a.b/", "publisher-place": "Bogor"},
            [("SourceType", "ConferenceProceedings"), ("Title", "A"), ("ConferenceName", "C"), ("City", "Bogor"), ("URL", "https://a.b/")],
        ),
        (
            {"type": "book", "title": "A", "publisher": "P", "container-title": "no place for it", "DOI": "https://doi.org/10.1/x", "URL": "u"},
            [("SourceType", "Book"), ("Title", "A"), ("Publisher", "P"), ("URL", "https://doi.org/10.1/x")],
        ),
        (
            {"type": "thesis", "title": "A", "publisher": "UGM", "genre": "Skripsi"},
            [("SourceType", "Report"), ("Title", "A"), ("Institution", "UGM"), ("ThesisType", "Skripsi")],
        ),
        ({"type": "thesis", "title": "A"}, [("SourceType", "Report"), ("Title", "A"), ("ThesisType", "Thesis")]),
        ({"type": "report", "title": "A", "publisher": "BPS"}, [("SourceType", "Report"), ("Title", "A"), ("Institution", "BPS")]),
        (
            {"type": "webpage", "title": "A", "issued": {"date-parts": [[2020, 5, 17]]}, "accessed": {"date-parts": [[2021, 2]]}},
            [("SourceType", "InternetSite"), ("Title", "A"), ("Year", "2020"), ("Month", "5"), ("Day", "17"), ("YearAccessed", "2021"),
             ("MonthAccessed", "2")],
        ),
        ({"title": "A", "issued": {"date-parts": []}, "accessed": {"raw": "x"}}, [("SourceType", "Misc"), ("Title", "A")]),
        ({"title": "A", "volume": True}, [("SourceType", "Misc"), ("Title", "A")]),
        (
            {"title": "A", "author": [{"family": "Berg", "given": "Ann", "non-dropping-particle": "van den", "suffix": "Jr."}, {"given": "Sri"}]},
            [("SourceType", "Misc"), ("Last", "van den Berg"), ("First", "Ann Jr."), ("Last", "Sri"), ("Title", "A")],
        ),
        (
            {"title": "A", "author": [{"family": "Lee"}, {"literal": "Badan"}], "editor": [{"literal": "Tim"}]},
            [("SourceType", "Misc"), ("Last", "Lee"), ("Last", "Badan"), ("Title", "A")],
        ),
        (
            {"title": "A", "author": [{"literal": "Badan"}, {"literal": "Dinas"}]},
            [("SourceType", "Misc"), ("Corporate", "Badan; Dinas"), ("Title", "A")],
        ),
        ({"title": "A", "author": "Lee", "editor": ["Kim"]}, [("SourceType", "Misc"), ("Title", "A")]),
    ],
)  # fmt: skip
def test_a_source_of_word(item: dict[str, Any], leaves: list[tuple[str, str]]) -> None:
    assert source(item) == leaves


def test_tags_of_word_are_different_whatever_the_case() -> None:
    found = written("word", *(cite(CiteItem(key)) for key in ("lee-2019", "Lee2019", "李", "a" * 50)))
    tags = re.findall(r"<b:Tag>([^<]*)</b:Tag>", found["customXml/item1.xml"])
    assert tags[0] == "lee2019"
    assert tags[1].startswith("Lee2019_")
    assert tags[2].startswith("source")
    assert tags[3] == "a" * 40
    assert re.findall(r"<b:RefOrder>(\d)</b:RefOrder>", found["customXml/item1.xml"]) == ["1", "2", "3", "4"]


def shown(*parts: tuple[str, str]) -> Cite:
    return Cite(tuple(CiteItem(key) for key, _ in parts), "parenthetical", tuple(Cited(key, (Text(text),)) for key, text in parts))


@pytest.mark.parametrize(
    ("parts", "keys", "unsorted"),
    [
        ((("a", "Ports"), ("lee", "Lee"), ("b", "Ties")), ["a", "lee", "b"], True),
        ((("a", "Ports"), ("b", "Ties"), ("lee", "Lee")), ["a", "b", "lee"], None),
        ((("lee", "Lee"), ("a", "Ports"), ("kim", "Kim")), ["lee", "a", "kim"], None),
        ((("a", "[1]"), ("lee", "[2]"), ("b", "[3]")), ["a", "lee", "b"], None),
    ],
)
def test_works_without_author_that_stand_apart_keep_their_places_in_zotero(
    parts: tuple[tuple[str, str], ...], keys: list[str], unsorted: bool | None
) -> None:
    sources = tuple((key, {"type": "book", **({"author": [{"family": key}]} if key in ("lee", "kim") else {})}) for key, _ in parts)
    jumbled = attrs.evolve(shown(*parts), items=tuple(CiteItem(key) for key in sorted(keys)))
    code = json.loads(citation_code(Works(dict(sources), {}), shown(*parts) if unsorted is None else jumbled, "x", number=1, note=0))
    assert ([item["id"] for item in code["citationItems"]], code["properties"].get("unsorted")) == (keys, unsorted)
