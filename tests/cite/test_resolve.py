"""A whole document: citations in order, bibliography, sources."""

from __future__ import annotations

import attrs
import pytest

from litreview.cite import bibliography_document, resolve
from litreview.csl import Style, compile_style
from litreview.document.nodes import (
    Cell,
    Cite,
    CiteItem,
    CiteMode,
    Document,
    Heading,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    References,
    Sentence,
    Table,
    Text,
)  # fmt: skip
from litreview.document.walk import cites, entry_inlines, nodes, plain
from litreview.languages import explain, tags
from litreview.record import Dates, LangText, Library, Name, Names, Study, Variables, library_of, parse_date


def study(key: str, family: str | None, year: str | None, title: str, kind: str = "book", language: str = "en") -> Study:
    return Study(
        key,
        kind,
        title=LangText({language: title}),
        abstract=LangText({language: "Never printed."}),
        language=language,
        names=Names({"author": (Name(family=family, given="Ann"),)} if family else {}),
        dates=Dates({"issued": parse_date(year)} if year else {}),
        variables=Variables({"publisher": LangText({"und": "Northgate"})}),
    )


LIBRARY = library_of(
    [
        study("lee2019", "Lee", "2019", "Twin cities"),
        study("lee2019b", "Lee", "2019", "A second look"),
        study("kim2020", "Kim", "2020", "Harbours"),
        study("noname1", None, None, "[Implementation of an agreement]", "document"),
        study("noname2", None, None, "[Obstacles of an agreement]", "document"),
    ]
)


def cite(*keys: str, mode: CiteMode = "parenthetical", **place: str) -> Cite:
    return Cite(tuple(CiteItem(key, **place) for key in keys), mode)


def document(*paragraphs: Inlines, language: str = "en") -> Document:
    blocks = tuple(Paragraph(inlines, f"p{number}") for number, inlines in enumerate(paragraphs))
    return Document("A draft", language, (*blocks, References("references")))


def text_of(resolved: Document) -> list[str]:
    return [plain(block.children) for block in resolved.blocks if isinstance(block, Paragraph)]


def entries_of(resolved: Document) -> list[str]:
    return [plain(entry_inlines(entry)) for block in resolved.blocks if isinstance(block, References) for entry in block.entries]


@pytest.fixture(scope="module")
def apa() -> Style:
    return compile_style("apa", "en-US")


@pytest.fixture(scope="module")
def notes() -> Style:
    return compile_style("chicago-notes-bibliography-17th-edition", "en-US")


def test_citations_bibliography_and_sources_are_filled(apa: Style) -> None:
    draft = document(
        (Text("As "), cite("kim2020", mode="narrative"), Text(" says "), cite("lee2019", "lee2019b"), Text(".")),
        (Sentence("claim", "template", (Text("Again "), cite("lee2019", locator="12"))),),
    )
    resolved, problems = resolve(draft, LIBRARY, apa)
    assert problems == ()
    assert text_of(resolved) == ["As Kim (2020) says (Lee, 2019b, 2019a).", "Again (Lee, 2019b, p. 12)"]
    assert entries_of(resolved) == [
        "Kim, A. (2020). Harbours. Northgate.", "Lee, A. (2019a). A second look. Northgate.", "Lee, A. (2019b). Twin cities. Northgate.",
    ]  # fmt: skip
    references = resolved.blocks[-1]
    assert isinstance(references, References)
    assert references.hanging
    assert [entry.key for entry in references.entries] == ["kim2020", "lee2019b", "lee2019"]
    assert [key for key, _ in resolved.sources] == ["kim2020", "lee2019", "lee2019b"]
    source = dict(resolved.sources)["lee2019"]
    assert source["title"] == "Twin cities"
    assert "abstract" not in source


def test_only_cited_works_are_listed_and_items_stay(apa: Style) -> None:
    resolved, _ = resolve(document((cite("kim2020"),)), LIBRARY, apa)
    assert len(entries_of(resolved)) == 1
    assert [c.items for c in cites(resolved)] == [(CiteItem("kim2020"),)]


@pytest.mark.parametrize("name", ["apa", "ieee", "chicago-notes-bibliography-17th-edition"])
def test_resolving_twice_changes_nothing(name: str) -> None:
    style = compile_style(name, "en-US")
    draft = document(
        (cite("kim2020", "lee2019"), Note((Text("see "), cite("lee2019b"))), cite("lee2019", mode="narrative"), cite("gone")),
        (cite("lee2019"),),
    )
    once, problems = resolve(draft, LIBRARY, style)
    assert resolve(once, LIBRARY, style) == (once, problems)


def test_a_change_of_style_leaves_nothing_of_the_old_one(apa: Style, notes: Style) -> None:
    draft = document((cite("kim2020"), cite("lee2019", mode="narrative")))
    there, _ = resolve(draft, LIBRARY, notes)
    back, _ = resolve(there, LIBRARY, apa)
    assert back == resolve(draft, LIBRARY, apa)[0]


def test_an_unknown_key_shows_and_is_said(apa: Style) -> None:
    resolved, problems = resolve(document((cite("lee2091"),), (cite("kim2020", "zzz"),), (cite("zzz"),)), LIBRARY, apa)
    assert text_of(resolved) == ["?lee2091?", "(Kim, 2020) ?zzz?", "?zzz?"]
    assert [(p.code, p.key, p.get("nearest")) for p in problems] == [
        ("unknown-key-near", "lee2091", "lee2019"),
        ("unknown-key", "zzz", None),
    ]
    for tag in tags():
        assert all("<" not in explain(problem, tag) for problem in problems)


def test_note_styles_put_citations_into_footnotes(notes: Style) -> None:
    draft = document(
        (Text("One."), cite("kim2020"), Text(" Two."), cite("kim2020", locator="3")), (Text("Three."), cite("lee2019"), cite("kim2020"))
    )
    resolved, problems = resolve(draft, LIBRARY, notes)
    assert problems == ()
    found = [
        plain(node.children)
        for node in nodes(tuple(n for b in resolved.blocks if isinstance(b, Paragraph) for n in b.children))
        if isinstance(node, Note)
    ]
    assert found == ["Ann Kim, Harbours (Northgate, 2020).", "Kim, 3.", "Ann Lee, Twin Cities (Northgate, 2019).", "Kim, Harbours."]


def test_footnotes_of_the_document_keep_their_citations_and_are_counted(notes: Style) -> None:
    draft = document(
        (cite("kim2020"), Note((Text("Own words, see "), cite("lee2019"), Text("."))), Note((Text("No citation."),)), cite("lee2019"))
    )
    resolved, _ = resolve(draft, LIBRARY, notes)
    paragraph = resolved.blocks[0]
    assert isinstance(paragraph, Paragraph)
    own = paragraph.children[1]
    assert isinstance(own, Note)
    assert isinstance(own.children[1], Cite)
    assert not any(isinstance(node, Note) for node in nodes(own.children))


def test_a_narrative_citation_in_a_note_style_keeps_the_name_in_the_sentence(notes: Style) -> None:
    resolved, _ = resolve(document((cite("kim2020", mode="narrative"), Text(" says."), cite("kim2020"))), LIBRARY, notes)
    first, _, second = resolved.blocks[0].children  # type: ignore[union-attr]
    assert plain(first.children[:1]) == "Kim"
    assert plain(first.children[1].children) == "Ann Kim, Harbours (Northgate, 2020)."
    assert plain(second.children[0].children).startswith("Kim")


def test_the_author_alone_needs_no_footnote(notes: Style) -> None:
    resolved, _ = resolve(document((cite("kim2020", mode="author-only"), cite("kim2020"))), LIBRARY, notes)
    first, second = resolved.blocks[0].children  # type: ignore[union-attr]
    assert not any(isinstance(node, Note) for node in first.children)
    assert plain(second.children[0].children) == "Ann Kim, Harbours (Northgate, 2020)."


@pytest.mark.parametrize(("mode", "expected"), [("suppress-author", "(2020)"), ("author-only", "Kim"), ("narrative", "Kim (2020)")])
def test_modes(apa: Style, mode: CiteMode, expected: str) -> None:
    resolved, _ = resolve(document((cite("kim2020", mode=mode),)), LIBRARY, apa)
    assert text_of(resolved) == [expected]


def test_citations_stand_in_reading_order_wherever_they_are() -> None:
    style = compile_style("ieee", "en-US")
    table = Table("t", "Table", "1", (cite("lee2019"),), (Cell(((cite("kim2020"),),)),), ((Cell(((cite("lee2019b"),),)),),), (1.0,))
    blocks = (
        Heading(1, (Text("Title "), cite("noname1")), "h"),
        table,
        ListBlock(((cite("noname2"),), (cite("lee2019"),)), "l"),
        References("r"),
    )
    resolved, _ = resolve(Document("", "en", blocks), LIBRARY, style)
    assert [plain(c.children) for c in cites(resolved)] == ["[1]", "[2]", "[3]", "[4]", "[5]", "[2]"]
    references = resolved.blocks[-1]
    assert isinstance(references, References)
    assert plain(references.entries[0].margin) == "[1]"
    assert references.align == "flush"


YEARS_ONLY = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Years only</title><id>years-only</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")" delimiter="; ">
<group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group>
</layout></citation>
<bibliography><layout><group delimiter=". "><names variable="author"><substitute><text variable="title"/></substitute></names>
<date variable="issued"><date-part name="year"/></date><text variable="title"/></group></layout></bibliography></style>"""


@pytest.mark.parametrize(
    "name", ["apa", "chicago-author-date", "modern-language-association", "institut-pertanian-bogor", "harvard-cite-them-right"]
)
def test_works_without_author_and_date_can_be_told_apart(name: str) -> None:
    draft = document((cite("noname1"),), (cite("noname2"),), (cite("noname1", "noname2"),))
    resolved, _ = resolve(draft, LIBRARY, compile_style(name, "en-US"))
    first, second, both = text_of(resolved)
    assert first != second
    assert "implementation" in first.lower()
    assert "obstacles" in second.lower()
    assert "implementation" in both.lower()
    assert "obstacles" in both.lower()


def test_a_work_without_author_is_cited_by_its_short_title_where_the_style_has_none() -> None:
    library = library_of(
        [
            attrs.evolve(study("ports", None, "2001", "Ports: A history"), variables=Variables({"title-short": LangText({"en": "Ports"})})),
            study("towns", None, "2001", "Towns"),
            study("lee2019", "Lee", "2019", "Twin cities"),
        ]
    )
    draft = document((cite("ports"), cite("towns"), cite("lee2019")))
    resolved, _ = resolve(draft, library, compile_style(YEARS_ONLY.encode(), trusted=True))
    assert text_of(resolved) == ["(Ports 2001)(Towns 2001)(Lee 2019)"]
    assert sorted(entries_of(resolved)) == ["Ann Lee. 2019. Twin cities", "Ports: A history. 2001", "Towns. 2001"]


def test_equal_short_titles_give_way_to_whole_titles() -> None:
    def called(key: str, title: str) -> Study:
        return attrs.evolve(study(key, None, None, title), variables=Variables({"title-short": LangText({"en": "Ports"})}))

    library = library_of([called("a", "Ports: A history"), called("b", "Ports: An atlas")])
    resolved, problems = resolve(document((cite("a"), cite("b"))), library, compile_style(YEARS_ONLY.encode(), trusted=True))
    assert text_of(resolved) == ["(Ports: A history)(Ports: An atlas)"]
    assert problems == ()


def test_works_that_are_cited_alike_are_a_problem() -> None:
    library = library_of([study("a", "Lee", None, "One"), study("b", "Lee", None, "Two"), study("c", "Kim", None, "Three")])
    resolved, problems = resolve(document((cite("a", "b"), cite("c"))), library, compile_style(YEARS_ONLY.encode(), trusted=True))
    assert text_of(resolved) == ["(Lee; Lee)(Kim)"]
    assert [(p.code, p.key, p.get("citation"), p.get("others")) for p in problems] == [("same-citation", "a", "(Lee)", "b")]
    for tag in tags():
        assert "<" not in explain(problems[0], tag)
    assert resolve(document((cite("a", "b"),)), library, compile_style("ieee"))[1] == ()


def test_a_work_keeps_its_title_in_every_language_and_gets_a_translation_if_asked_for() -> None:
    both = Study(
        "a",
        "book",
        title=LangText({"id": "Kota kembar", "en": "Twin cities"}),
        language="id",
        names=Names({"author": (Name(family="Sari"),)}),
    )
    library = Library((both,))
    for language, asked, title in (("id", True, "Kota kembar"), ("en", False, "Kota kembar"), ("en", True, "Kota kembar [Twin cities]")):
        document_ = document((cite("a"),), language=language)
        resolved, _ = resolve(document_, library, compile_style("apa", "en-US"), translated_titles=asked)
        assert f"Sari. (n.d.). {title}." in entries_of(resolved)[0]
        assert resolved.sources[0][1]["title"] == title


def test_the_language_of_each_work_decides_its_terms_if_asked_for() -> None:
    people = tuple(Name(family=family) for family in ("Sari", "Putra", "Dewi", "Rini"))
    library = library_of(
        [
            Study("id", "book", title=LangText({"id": "Kota"}), language="id", names=Names({"author": people})),
            Study("en", "book", title=LangText({"en": "City"}), language="en", names=Names({"author": people[::-1]})),
        ]
    )
    draft = document((cite("id"), Text(" "), cite("en")), language="id")
    style = compile_style("apa", "id-ID")
    assert text_of(resolve(draft, library, style)[0]) == ["(Sari dkk., t.t.) (Rini dkk., t.t.)"]
    assert text_of(resolve(draft, library, style, item_locale="terms")[0]) == ["(Sari dkk., t.t.) (Rini et al., n.d.)"]


def test_a_style_without_bibliography_is_said() -> None:
    bare = YEARS_ONLY[: YEARS_ONLY.index("<bibliography>")] + "</style>"
    resolved, problems = resolve(document((cite("kim2020"),)), LIBRARY, compile_style(bare.encode(), trusted=True))
    assert text_of(resolved) == ["(Kim 2020)"]
    assert [p.code for p in problems] == ["csl-no-bibliography"]


def test_a_bibliography_alone_lists_every_study(apa: Style) -> None:
    made, problems = bibliography_document(LIBRARY, apa, "en", title="References")
    assert problems == ()
    assert isinstance(made.blocks[0], Heading)
    assert len(entries_of(made)) == len(LIBRARY)
    assert [key for key, _ in made.sources] == list(LIBRARY.keys())
    assert not any(isinstance(block, Heading) for block in bibliography_document(LIBRARY, apa, "en")[0].blocks)


def test_an_empty_document_and_an_empty_library_are_fine(apa: Style) -> None:
    empty = Document("", "en", ())
    assert resolve(empty, Library(), apa) == (empty, ())
    assert bibliography_document(Library(), apa, "en")[0].blocks == (
        References("references", hanging=True, line_spacing=2, entry_spacing=0),
    )
