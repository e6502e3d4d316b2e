"""The tables: which there are for few, for some and for many studies, that no cell is blank, and that a mark means what it says."""

from __future__ import annotations

import itertools

import attrs
import pytest

import litreview
from litreview.document.nodes import Cite, Document, Heading, ListBlock, PageBreak, Paragraph, Reference, Table
from litreview.document.walk import block_inlines, nodes, plain
from litreview.languages import language, tags
from litreview.record import Aspects, Dates, LangText, Library, Statement, Study, library_of, parse_date
from litreview.record.aspects import ASPECTS
from litreview.review import thresholds
from litreview.review.chapter import compose
from litreview.review.claims import build_ledger
from litreview.review.composition import Composition
from litreview.review.novelty import unjoined, unshared
from litreview.review.prose import Voice
from litreview.review.sections import usual_names
from litreview.review.tables import concept_matrix, cross_table, previous_studies, theme_counts
from litreview.themes import Outline, OwnStudy, Theme, apply
from tests.review.reading import corpus, words

METHODS = ("qualitative", "quantitative", "descriptive")
FRAMEWORKS = ("paradiplomacy", "soft-power", "interdependence")


def study(number: int) -> Study:
    """A study whose method and framework go by its number; every fifth states neither."""
    silent = number % 5 == 4
    method = () if silent else (Statement(LangText({"en": METHODS[number % 3]}), METHODS[number % 3]),)
    framework = () if silent else (Statement(LangText({"en": FRAMEWORKS[number % 2]}), FRAMEWORKS[number % 2]),)
    finding = Statement(
        LangText({"en": f"Furthermore it is shown {number} times over that the twinning of the two towns was kept up by volunteers"})
    )
    stated = Aspects(
        method=method, framework=framework, findings=(finding, attrs.evolve(finding, text=LangText({"en": finding.text["en"][12:]})))
    )
    return Study(
        f"s{number}",
        "book",
        title=LangText({"en": f"Twins {number}"}),
        abstract=LangText({"en": "Some towns."}),
        dates=Dates({"issued": parse_date(str(2001 + number % 20))}),
        aspects=attrs.evolve(stated, looked_for=tuple(name for name in ASPECTS if not stated.stated(name))),
    )


def many(count: int) -> Library:
    return library_of([study(number) for number in range(count)])


def made(library: Library, tag: str = "en", topics: tuple[Theme, ...] = ()) -> Composition:
    themes, used, _ = apply(Outline(), library)
    return Composition(build_ledger(used, (*topics, *themes)), used, Outline(), Voice(language(tag)))


def chapter(library: Library, tag: str, outline: Outline | None = None) -> Document:
    plan = outline or Outline()
    themes, used, _ = apply(plan, library)
    return compose(build_ledger(used, themes), used, plan, language(tag))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[" / ".join(words(p) for p in cell.paragraphs) for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("count", [2, 5, 8, 9, 30, 41, 90])
def test_no_cell_of_any_table_is_blank(tag: str, count: int) -> None:
    found = tables(chapter(many(count), tag))
    assert found[0].key == (previous_studies.KEY if count <= 40 else previous_studies.CHOSEN)
    for table in found:
        assert len(table.widths) == len(table.header)
        assert abs(sum(table.widths) - 1) < 0.02
        for row in cells(table):
            assert len(row) == len(table.header)
            assert all(cell.strip() for cell in row), table.key


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("count", [5, 20, 60])
def test_tables_are_numbered_in_order_and_named_in_the_text(tag: str, count: int) -> None:
    document = chapter(many(count), tag)
    found = tables(document)
    assert [table.number for table in found] == [f"2.{n}" for n in range(1, len(found) + 1)]
    text = [b for b in document.blocks if isinstance(b, Paragraph | ListBlock)]
    references = [node for block in text for run in block_inlines(block) for node in nodes(run) if isinstance(node, Reference)]
    assert {node.key for node in references} == {table.key for table in found}
    shown = {table.key: f"{table.label} {table.number}" for table in found}
    assert all(plain(node.children) == shown[node.key] for node in references)


def test_few_studies_are_columns_and_more_are_rows_and_many_are_counted() -> None:
    for count, shape in ((5, "columns"), (8, "columns"), (9, "rows"), (40, "rows"), (41, "counts")):
        composed = made(many(count))
        matrix = concept_matrix.concept_matrix(composed)
        if shape == "counts":
            assert not matrix
            assert [t.key for t in theme_counts.theme_counts(composed)] == [theme_counts.BY_PERIOD, theme_counts.BY_METHOD]
        else:
            cited = [node for cell in matrix[0].header for run in cell.paragraphs for node in nodes(run) if isinstance(node, Cite)]
            assert (len(cited) == count) is (shape == "columns")
            assert shape == "columns" or len(matrix[0].rows) == count


@pytest.mark.parametrize("tag", tags())
def test_a_mark_stands_where_the_study_states_the_value(tag: str) -> None:
    library = many(5)
    composed = made(library, tag)
    marks = composed.table_words
    rows = cells(concept_matrix.concept_matrix(composed)[0])
    row = next(row for row in rows if row[1].casefold() in ("paradiplomacy", "paradiplomasi"))
    assert row[2:] == [marks["stated"], marks["other"], marks["stated"], marks["other"], language(tag).label("not_stated")]


def test_a_wide_matrix_becomes_several_tables() -> None:
    library = many(20)
    topics = tuple(Theme("topic", library.keys()[n : n + 3], LangText({"en": f"Topic {n}"}), name=f"t{n}") for n in range(12))
    found = concept_matrix.concept_matrix(made(library, topics=topics))
    assert [len(table.header) <= thresholds.THEMES_BESIDE_EACH_OTHER + 2 for table in found] == [True] * len(found)
    assert len({table.key for table in found}) == len(found) > 1
    assert {words(cell.paragraphs[0]) for table in found for cell in table.header[2:]} >= {f"Topic {n}" for n in range(12)}


@pytest.mark.parametrize("count", [7, 30])
def test_methods_and_frameworks_are_crossed(count: int) -> None:
    library = many(count)
    composed = attrs.evolve(made(library), tables=(previous_studies.previous_studies(library, Voice(language("en")), None),))
    table = cross_table.cross_table(composed)
    assert table is not None
    rows = cells(table)
    at = rows[0].index("Paradiplomacy")
    expected = [s.key for n, s in enumerate(library) if n % 5 != 4 and n % 3 == 0 and n % 2 == 0]
    cell = next(row for row in rows if row[0] == "Qualitative")[at]
    if count <= thresholds.STUDIES_CITED_IN_CELLS:
        assert cell == " / ".join(f"<{key}>" for key in expected)
    else:
        assert cell == f"{len(expected)} (no. {', '.join(str(library.keys().index(key) + 1) for key in expected)})"
    assert rows[-1][0] == "Not stated"
    assert {row[0] for row in rows[1:]} == {"Qualitative", "Quantitative", "Descriptive", "Not stated"}


def test_counts_add_up() -> None:
    library = many(60)
    by_period, by_method = theme_counts.theme_counts(made(library))
    for row in cells(by_period)[1:]:
        numbers = [int(cell) if cell.isdigit() else 0 for cell in row[1:]]
        assert sum(numbers[:-1]) == numbers[-1]
    rows = cells(by_method)
    methods = next(row for row in rows if row[0] == "Methods and sources")
    assert int(methods[-1]) == sum(1 for s in library if s.aspects.method)


def test_quoted_findings_are_few_and_short_and_stand_by_themselves() -> None:
    for count, most in ((5, 3), (30, 2), (60, 1)):
        table = previous_studies.previous_studies(many(count), Voice(language("en")), None)
        for row in table.rows:
            assert len(row[5].paragraphs) <= most
            assert not words(row[5].paragraphs[0]).strip("“").startswith("Furthermore")
    long = Statement(LangText({"en": " ".join(["word"] * 60)}))
    one = attrs.evolve(study(1), aspects=attrs.evolve(study(1).aspects, findings=(long,)))
    table = previous_studies.previous_studies(library_of([one]), Voice(language("en")), None)
    assert words(table.rows[0][5].paragraphs[0]) == "“" + " ".join(["word"] * thresholds.LONGEST_FINDING) + " …”"


@pytest.mark.parametrize("tag", tags())
def test_the_outline_orders_the_sections(tag: str) -> None:
    order = ("gaps", "previous", "themes")
    document = chapter(corpus("ports"), tag, Outline(sections=order))
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert [b.key for b in headings] == [*order, "bibliography"]
    assert [b.number for b in headings] == ["2.1", "2.2", "2.3", None]


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("left", usual_names())
def test_no_reference_leads_to_a_table_that_is_not_there(tag: str, left: str) -> None:
    for library in (corpus("ports"), many(60)):
        document = chapter(library, tag, Outline(sections=tuple(name for name in usual_names() if name != left)))
        there = {table.key for table in tables(document)}
        for block in document.blocks:
            for run in block_inlines(block):
                assert all(node.key in there and node.children for node in nodes(run) if isinstance(node, Reference))


@pytest.mark.parametrize("tag", tags())
def test_gaps_name_the_table_they_are_read_from(tag: str) -> None:
    document = chapter(corpus("ports"), tag)
    items = next(block for block in document.blocks if isinstance(block, ListBlock) and block.key == "gaps/list").items
    assert all(any(isinstance(node, Reference) for node in nodes(item)) for item in items)


def own(**values: tuple[str, ...]) -> Composition:
    return Composition(build_ledger(many(6), ()), many(6), Outline(own_study=OwnStudy(**values)), Voice(language("en")))  # type: ignore[arg-type]


def test_novelty_is_what_no_study_shares() -> None:
    library = many(6)
    new = own(framework=("soft power", "theory of gift chains"), method=("qualitative",)).own
    assert new is not None
    assert unshared(library, new) == (("framework", (LangText({"und": "theory of gift chains"}),)),)
    both = own(framework=("soft power", "paradiplomacy")).own
    assert both is not None
    assert [(aspect, [text["en"] for text in values]) for aspect, values in unshared(library, both)] == [
        ("framework", ["soft power", "paradiplomacy"])
    ]
    spoken = attrs.evolve(library.studies[0], abstract=LangText({"id": "Paradiplomasi dan soft power dibahas."}))
    assert unshared(library_of([spoken, *library.studies[1:]]), both) == (), "a record speaks of both, though its cell holds one"
    unstated = own(data=("interviews",)).own
    assert unstated is not None
    assert unshared(library, unstated) == ()


def test_novelty_may_lie_in_joining_two_aspects() -> None:
    library = library_of([study(number) for number in (0, 1)])  # qualitative with paradiplomacy, quantitative with soft power
    new = own(framework=("soft power",), method=("qualitative",)).own
    assert new is not None
    assert unshared(library, new) == ()
    assert [(aspect, [text["en"] for text in values]) for aspect, values in unjoined(library, new)] == [
        ("method", ["qualitative"]), ("framework", ["soft power"]),
    ]  # fmt: skip
    document = chapter(library, "en", Outline(own_study=OwnStudy(framework=("soft power",), method=("qualitative",))))
    said = next(b for b in document.blocks if isinstance(b, Paragraph) and b.key == "novelty/joined")
    assert words(said.children) == "As far as this corpus records, no single study takes a qualitative approach and works with soft power."


def test_a_concept_is_described_by_an_abstract_or_not_at_all() -> None:
    told = "Soft power is the ability of a town to attract others without paying them. We interview mayors."
    plainly = study(1)
    described = attrs.evolve(plainly, key="told", abstract=LangText({"en": told}))
    document = chapter(library_of([plainly, described]), "en")
    section = [words(b.children) for b in document.blocks if isinstance(b, Paragraph) and b.key.startswith("concepts/")]
    assert "“Soft power is the ability of a town to attract others without paying them” (told)" in section[0]
    silent = chapter(library_of([plainly, attrs.evolve(plainly, key="other")]), "en")
    section = [words(b.children) for b in silent.blocks if isinstance(b, Paragraph) and b.key.startswith("concepts/")]
    assert "“" not in section[0]


@pytest.mark.slow
def test_every_pair_of_references_that_come_with_it_can_be_drafted() -> None:
    library = litreview.load("references")
    for pair in itertools.combinations(library.keys(), 2):
        review = litreview.draft(library.filter(lambda s, pair=pair: s.key in pair), lang="en")
        assert review.tables[0].column("No.") == ("1", "2")


@pytest.mark.parametrize("tag", tags())
def test_a_large_corpus_is_represented_in_the_text_and_listed_in_the_appendix(tag: str) -> None:
    library = many(60)
    document = chapter(library, tag)
    keys = [block.key for block in document.blocks if not isinstance(block, PageBreak)]
    assert keys.index("references") < keys.index("all-studies") < keys.index(previous_studies.KEY)
    whole = next(table for table in tables(document) if table.key == previous_studies.KEY)
    chosen = next(table for table in tables(document) if table.key == previous_studies.CHOSEN)
    assert [row[0] for row in cells(whole)[1:]] == [str(n) for n in range(1, 61)]
    assert [row[0] for row in cells(chosen)[1:]] == [str(n) for n in range(1, len(chosen.rows) + 1)]
    assert {tuple(row[1:]) for row in cells(chosen)} < {tuple(row[1:]) for row in cells(whole)}
    assert 1 < len(chosen.rows) <= 30
    telling = {f"<s{n}>" for n in range(60) if n % 5 != 4}
    assert {row[1].split(" / ")[0] for row in cells(chosen)[1:]} <= telling
    said = next(block for block in document.blocks if isinstance(block, Paragraph) and block.key == "previous/intro")
    assert Voice(language(tag)).studies(len(chosen.rows)) in words(said.children)
