"""Whole documents: citations in order, letters, positions, languages, narrative citations, changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.csl import Cite, Cluster, Item, Processor, Style, compile_style, item
from litreview.document.nodes import Foreign, Inlines, Link, Styled, Text
from litreview.document.walk import entry_inlines, nodes, plain

WORKS: dict[str, dict[str, Any]] = {
    "wulandari2021": {"type": "article-journal", "author": ["Wulandari, Sri", "Putri, Dewi", "Sari, Ayu"], "language": "id",
                      "title": "Kota kembar dan diplomasi", "container-title": "Jurnal Kota",
                      "volume": "3", "issue": "2", "page": "1-12", "year": 2021},
    "wulandari2021b": {"type": "article-journal", "author": ["Wulandari, Sri", "Putri, Dewi", "Sari, Ayu"], "title": "Desa kembar",
                       "language": "id", "container-title": "Jurnal Kota", "volume": "4", "page": "101-112", "year": 2021},
    "lee2019": {"type": "article-journal", "author": ["Lee, Ann", "Kim, Bo", "Roe, Jo"], "title": "Sister cities of the world",
                "language": "en", "container-title": "Journal of Ports", "volume": "31",
                "page": "321-358", "DOI": "10.5555/jp.321", "year": 2019},
    "skripsi": {"type": "thesis", "author": ["Anggraini"], "title": "Peran pemerintah kota", "language": "id", "genre": "Skripsi",
                "publisher": "Universitas Tirta", "year": 2020},
    "web": {"type": "webpage", "title": "Sister harbours network", "language": "en", "URL": "https://ports.example.org/",
            "accessed": {"date-parts": [[2024, 5, 4]]}},
    "report": {"type": "report", "author": ["Ferris, Neil"], "title": "Bridges", "genre": "Technical report", "number": "9",
               "publisher": "Bureau", "language": "en", "year": 2017},
}  # fmt: skip


def works() -> list[Item]:
    done = []
    for key, given_ in WORKS.items():
        mapping = {"id": key, **{k: v for k, v in given_.items() if k not in ("author", "year")}}
        mapping["author"] = [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in given_.get("author", [])]
        if "year" in given_:
            mapping["issued"] = {"date-parts": [[given_["year"]]]}
        one, problems = item(mapping)
        assert not problems
        done.append(one)
    return done


def processor(style: str | Style = "apa", locale: str | None = None, **options: Any) -> Processor:
    return Processor(compile_style(style, locale) if isinstance(style, str) else style, works(), **options)


def cite(*cites: str | Cite, note: int | None = None, mode: Any = "parenthetical") -> Cluster:
    return Cluster(tuple(Cite(one) if isinstance(one, str) else one for one in cites), note, mode)


def texts(rendered: Sequence[Inlines]) -> list[str]:
    return [plain(one) for one in rendered]


def test_letters_stand_in_cites_and_entries_by_the_order_of_the_bibliography() -> None:
    made = processor()
    assert texts(made.citations([cite("wulandari2021"), cite("wulandari2021b"), cite("lee2019")])) == [
        "(Wulandari et al., 2021b)",
        "(Wulandari et al., 2021a)",
        "(Lee et al., 2019)",
    ]
    years = [plain(entry.children).split("(")[1][:5] for entry in made.bibliography().entries]
    assert years == ["2019)", "2021a", "2021b"]


def test_no_letter_where_the_other_work_is_not_cited() -> None:
    assert texts(processor().citations([cite("wulandari2021")])) == ["(Wulandari et al., 2021)"]


def test_a_suffix_stays_with_a_name_that_has_no_given_one() -> None:
    pope, _ = item({"id": "a", "type": "book", "title": "Letters", "author": [{"family": "Pius", "suffix": "IX"}]})
    made = Processor(compile_style("apa", "en-US"), [pope], uncited=["a"])
    (entry,) = made.bibliography().entries
    assert plain(entry.children) == "Pius, IX. (n.d.). Letters."


@pytest.mark.parametrize(("said", "near"), [("", 5), ('near-note-distance="2"', 2), ('near-note-distance="many"', 5)])
def test_a_work_is_near_within_as_many_notes_as_the_style_says(said: str, near: int) -> None:
    text = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>T</title><id>t</id>'
        f"<updated>2026-01-01T00:00:00Z</updated></info><citation {said}><layout><choose>"
        '<if position="near-note"><text value="near"/></if><else-if position="subsequent"><text value="far"/></else-if>'
        '<else><text value="new"/></else></choose></layout></citation></style>'
    )
    for apart in range(1, 8):
        made = processor(compile_style(text.encode()))
        assert texts(made.citations([cite("lee2019", note=1), cite("lee2019", note=1 + apart)])) == [
            "new",
            "near" if apart <= near else "far",
        ]


@pytest.mark.parametrize(
    ("variable", "value", "target"),
    [
        ("DOI", "10.5555/a", "https://doi.org/10.5555/a"),
        ("DOI", "10.5555/a b", None),
        ("URL", "https://example.org/a", "https://example.org/a"),
        ("URL", "https://example.org/a b", None),
        ("URL", "www.example.org", None),
    ],
)
def test_what_is_no_address_is_printed_but_leads_nowhere(variable: str, value: str, target: str | None) -> None:
    work, _ = item({"id": "a", "type": "webpage", "title": "Ports", variable: value})
    made = Processor(compile_style("apa", "en-US"), [work], uncited=["a"])
    (entry,) = made.bibliography().entries
    assert value in plain(entry.children)
    assert [node.target for node in nodes(entry_inlines(entry)) if isinstance(node, Link)] == ([target] if target else [])


def test_entries_in_english_and_indonesian() -> None:
    def entries(locale: str) -> list[str]:
        made = processor("apa", locale, uncited=["skripsi", "web", "report", "wulandari2021", "lee2019"])
        return [plain(entry.children) for entry in made.bibliography().entries]

    assert entries("en-US") == [
        "Anggraini. (2020). Peran pemerintah kota [Skripsi]. Universitas Tirta.",
        "Ferris, N. (2017). Bridges (Technical Report No. 9). Bureau.",
        "Lee, A., Kim, B., & Roe, J. (2019). Sister cities of the world. Journal of Ports, 31, 321–358. https://doi.org/10.5555/jp.321",
        "Sister harbours network. (n.d.). Retrieved May 4, 2024, from https://ports.example.org/",
        "Wulandari, S., Putri, D., & Sari, A. (2021). Kota kembar dan diplomasi. Jurnal Kota, 3(2), 1–12.",
    ]
    assert entries("id-ID")[3] == "Sister harbours network. (t.t.). Diambil 4 Mei 2024, dari https://ports.example.org/"


def test_each_work_in_its_own_language() -> None:
    clusters = [cite(Cite("wulandari2021", "4"), Cite("lee2019", "330-331"))]
    assert texts(processor("apa", "id-ID").citations(clusters)) == ["(Lee dkk., 2019, hlm. 330–331; Wulandari dkk., 2021, hlm. 4)"]
    made = processor("apa", "id-ID", item_locale="terms")
    assert texts(made.citations(clusters)) == ["(Lee et al., 2019, hlm. 330–331; Wulandari dkk., 2021, hlm. 4)"]
    tags = [node.tag for node in nodes(made.citations(clusters)[0]) if isinstance(node, Foreign)]
    assert tags == ["en-US"]
    assert not any(isinstance(node, Foreign) for node in nodes(processor("apa", "id-ID").citations(clusters)[0]))


def test_quotation_marks_follow_the_work_only_on_wish() -> None:
    def entry(how: Any) -> str:
        made = processor("modern-language-association", "en-GB", item_locale=how, uncited=["wulandari2021"])
        return plain(made.bibliography().entries[0].children)

    assert "‘Kota kembar dan diplomasi’." in entry("terms")
    assert "“Kota kembar dan diplomasi.”" in entry("all")
    assert "dkk." in entry("terms")


def test_modes() -> None:
    made = processor()
    clusters = [cite("lee2019", mode=mode) for mode in ("parenthetical", "narrative", "suppress-author", "author-only")]
    assert texts(made.citations(clusters)) == ["(Lee et al., 2019)", "Lee et al. (2019)", "(2019)", "Lee et al."]
    narrative = cite(Cite("lee2019", "5"), "skripsi", mode="narrative")
    assert texts(made.citations([narrative])) == ["Anggraini (2020; Lee et al., 2019, p. 5)"]
    assert texts(made.citations([cite("web", mode="narrative")])) == ["Sister Harbours Network (n.d.)"]
    single = cite(Cite("lee2019", mode="suppress-author"), Cite("skripsi", mode="author-only"))
    assert texts(made.citations([single])) == ["(Anggraini; 2019)"]


def test_modes_of_numbered_styles() -> None:
    made = processor("ieee")
    assert texts(made.citations([cite("skripsi"), cite("lee2019", mode="narrative"), cite("lee2019", mode="author-only")])) == [
        "[1]",
        "Lee et al. [2]",
        "Lee et al.",
    ]
    entries = made.bibliography()
    assert entries.align == "flush"
    assert [plain(entry.margin) for entry in entries.entries] == ["[1]", "[2]"]


def test_notes() -> None:
    made = processor("chicago-notes-bibliography-17th-edition")
    clusters = [cite(Cite("lee2019", "325"), note=1), cite(Cite("lee2019", "326"), note=2)]
    clusters += [cite("skripsi", note=3), cite("lee2019", note=4)]
    assert texts(made.citations(clusters)) == [
        "Ann Lee, Bo Kim, and Jo Roe, “Sister Cities of the World,” Journal of Ports 31 (2019): 325, https://doi.org/10.5555/jp.321.",
        "Lee, Kim, and Roe, 326.",
        "Anggraini, “Peran pemerintah kota” (Skripsi, Universitas Tirta, 2020).",
        "Lee, Kim, and Roe, “Sister Cities of the World.”",
    ]


def test_ibid_begins_a_note_with_a_capital_and_not_a_cite_within() -> None:
    text = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
      <citation><layout delimiter="; " suffix="."><choose><if position="ibid"><text term="ibid" suffix="."/></if>
      <else><text variable="title"/></else></choose></layout></citation></style>"""
    made = processor(compile_style(text, trusted=True))
    clusters = [cite("report", note=1), cite("report", note=2), cite("lee2019", "lee2019", note=3)]
    clusters += [cite("report", note=4), cite("report")]
    assert texts(made.citations(clusters)) == ["Bridges.", "Ibid.", "Sister cities of the world; ibid.", "Bridges.", "Bridges."]


def test_unknown_ids_and_labels_are_seen() -> None:
    made = processor()
    rendered = made.citations([cite("nowhere"), cite(Cite("lee2019", "5", "shelf")), cite("lee2019", "nowhere", mode="narrative")])
    assert texts(rendered) == ["(?nowhere?)", "(Lee et al., 2019, 5)", "Lee et al. (2019; ?nowhere?)"]
    assert sorted((p.code, p.key) for p in made.problems) == [("csl-unknown-cite", "nowhere"), ("csl-unknown-label", "lee2019")]
    assert [entry.key for entry in made.bibliography().entries] == ["lee2019"]
    made.citations([cite("lee2019")])
    assert made.problems == ()


def test_a_change_touches_only_what_it_must() -> None:
    made = processor()
    clusters = [cite("lee2019"), cite("wulandari2021"), cite("skripsi")]
    assert made.update(clusters) == (0, 1, 2)
    assert made.update(clusters) == ()
    assert made.update([*clusters, cite("report")]) == (3,)
    assert made.update([*clusters, cite("wulandari2021b")]) == (1, 3)
    assert made.update([clusters[0], cite(Cite("wulandari2021", "4")), clusters[2]]) == (1,)


def test_links_lead_to_the_work() -> None:
    made = processor(uncited=["lee2019", "web"])
    links = [node for entry in made.bibliography().entries for node in nodes(entry_inlines(entry)) if isinstance(node, Link)]
    assert [(link.target, plain(link.children)) for link in links] == [
        ("https://doi.org/10.5555/jp.321", "https://doi.org/10.5555/jp.321"),
        ("https://ports.example.org/", "https://ports.example.org/"),
    ]


def test_layout_parameters() -> None:
    found = processor(uncited=["report"]).bibliography()
    assert (found.hanging, found.align, found.entry_spacing, found.line_spacing) == (True, None, 0, 2)


def test_what_a_style_leaves_out_of_the_bibliography_is_said() -> None:
    letter, _ = item({"id": "letter", "type": "personal_communication", "author": [{"family": "Lee"}], "issued": {"raw": "2020-05-04"}})
    made = Processor(compile_style("apa"), [letter], uncited=["letter"])
    assert made.bibliography().entries == ()
    assert [p.code for p in made.problems] == ["csl-nothing-printed"]


def test_markup_of_a_field_is_structure_and_never_text() -> None:
    odd, _ = item({"id": "a", "type": "book", "title": "On <i>Homo</i> & <script>x</script>", "language": "id"})
    made = Processor(compile_style("apa"), [odd], uncited=["a"])
    children = made.bibliography().entries[0].children
    assert "On Homo & <script>x</script>" in plain(children)
    marks = [node.mark for node in nodes(children) if isinstance(node, Styled)]
    assert marks == ["italic", "upright"]
    assert all("<i>" not in node.text for node in nodes(children) if isinstance(node, Text))


STYLES = {name: compile_style(name) for name in ("apa", "chicago-author-date", "ieee", "chicago-notes-bibliography")}
CITES = st.builds(
    Cite, st.sampled_from(sorted(WORKS)), locator=st.none() | st.sampled_from(["3", "4-9"]), prefix=st.none() | st.just("see"),
    suffix=st.none() | st.just(", passim"),
)  # fmt: skip
DOCUMENTS = st.lists(st.builds(Cluster, st.lists(CITES, min_size=1, max_size=3).map(tuple), st.integers(1, 9) | st.none()), max_size=5)


@pytest.mark.parametrize("name", sorted(STYLES))
@given(before=DOCUMENTS, document=DOCUMENTS)
def test_the_way_to_a_document_leaves_no_trace(name: str, before: list[Cluster], document: list[Cluster]) -> None:
    fresh, used = processor(STYLES[name]), processor(STYLES[name])
    used.citations(before)
    used.bibliography()
    assert used.citations(document) == fresh.citations(document)
    assert used.citations(document) == fresh.citations(document)
    assert used.bibliography() == fresh.bibliography()


@given(order=st.permutations(sorted(WORKS)))
def test_the_order_of_the_works_means_nothing(order: list[str]) -> None:
    by_key = {work.id: work for work in works()}
    clusters = [cite(key) for key in sorted(WORKS)]
    one = Processor(STYLES["apa"], [by_key[key] for key in order])
    two = processor(STYLES["apa"])
    assert one.citations(clusters) == two.citations(clusters)
    assert one.bibliography() == two.bibliography()
