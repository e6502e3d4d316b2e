"""Figures: counted from what records state, left out where too few state it, drawn the same each time."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import attrs
import pytest
from lxml import etree

import litreview
from litreview.document.nodes import Document, Figure, Heading, Paragraph, Reference
from litreview.document.walk import block_inlines, nodes, plain
from litreview.errors import MissingExtra, UnknownName
from litreview.languages import language
from litreview.record import Aspects, Dates, LangList, LangText, Library, Partner, Period, Statement, Study, parse_date
from litreview.review.choices import choices
from litreview.review.figures import Corpus, charts, every_kind
from litreview.review.figures.chart import Bars, Bubbles, Chart, Dots, Net
from litreview.themes import Outline, Theme, structure_outline

ID = language("id")
FIGURES = ("years", "periods", "methods", "themes", "partners", "keywords")


def study(key: str, year: str | None = None, period: Period | None = None, countries: tuple[str, ...] = (), method: bool = False) -> Study:
    """A study of which little is known."""
    dates = Dates({"issued": parse_date(year)}) if year else Dates({})
    partners = tuple(Partner(LangText({"en": code}), country=code, country_inferred=code == "KR") for code in countries)
    methods = (Statement(LangText({"en": "a survey"})),) if method else ()
    return Study(
        key, "article-journal", title=LangText({"en": key}), dates=dates, aspects=Aspects(period=period, partners=partners, method=methods)
    )


LIBRARY = Library((
    study("a", "2019", Period(2015, 2017), ("ID", "KR"), method=True),
    study("b", "2021", Period(2017), ("ID", "JP")),
    study("c", "2021", None, ("ID",), method=True),
    study("d"),
))  # fmt: skip
THEMES = ((Theme("methods", LIBRARY.keys()), "Metode"), (Theme("topic", ("a", "d"), name="x"), "Topik"))


def counted(library: Library = LIBRARY, themes: tuple[tuple[Theme, str], ...] = THEMES) -> dict[str, Chart]:
    made, _ = charts(Corpus(library, themes, {"a": "A (2019)"}, ID), FIGURES)
    return {kind.name: chart for kind, chart in made}


def test_each_figure_has_a_name_an_outline_may_use() -> None:
    assert tuple(kind.name for kind in every_kind()) == choices().figures == FIGURES


def test_years_without_a_study_have_their_place() -> None:
    chart = counted()["years"]
    assert chart.drawing == Bars(("2019", "2020", "2021"), (1, 0, 2))
    assert (chart.stated, chart.total) == (3, 4)
    assert chart.description == "Studi menurut tahun terbit. 2019: 1; 2021: 2; belum tercatat: 1."


def test_a_study_of_several_years_counts_in_each() -> None:
    assert counted()["periods"].drawing == Bars(("2015", "2016", "2017"), (1, 1, 2))


def test_a_long_time_is_counted_by_stretches_and_none_is_left_out() -> None:
    long = Library((study("a", None, Period(1890, 2004)), study("b", None, Period(1996, 2004))))
    drawing = counted(long, ())["periods"].drawing
    assert isinstance(drawing, Bars)
    assert (drawing.names[0], drawing.names[-1], len(drawing.names)) == ("1890–1894", "2000–2004", 23)
    assert drawing.counts == (*[1] * 21, 2, 2)


def test_countries_are_named_in_the_language_and_the_inferred_are_told() -> None:
    chart = counted()["partners"]
    assert chart.drawing == Bars(("Indonesia", "Jepang", "Korea Selatan"), (3, 1, 1), upright=False)
    assert chart.note
    assert chart.description.endswith(chart.note)
    plain_library = Library((study("a", countries=("ID",)), study("b", countries=("JP",))))
    assert not counted(plain_library)["partners"].note


def test_a_theme_has_a_dot_where_a_study_states_something_of_it() -> None:
    drawing = counted()["themes"].drawing
    assert isinstance(drawing, Dots)
    assert drawing.rows == ("Metode", "Topik")
    assert drawing.columns == ("A (2019)", "b", "c", "d")
    assert drawing.filled == {(0, 0), (0, 2), (1, 0), (1, 3)}


def test_many_studies_are_counted_not_listed() -> None:
    many = Library(tuple(study(f"s{n}", method=True) for n in range(31)))
    themes = ((Theme("methods", many.keys()), "Metode"), (Theme("topic", many.keys()[:3], name="x"), "Topik"))
    assert counted(many, themes)["themes"].drawing == Bars(("Metode", "Topik"), (31, 3), upright=False)


def test_what_fewer_than_two_state_is_left_out_and_said() -> None:
    made, problems = charts(Corpus(Library((study("a", "2019"), study("b"))), (), {}, ID), FIGURES)
    assert made == ()
    assert [p.get("figure") for p in problems] == [ID.section("figures")[name]["title"] for name in FIGURES]
    with pytest.raises(UnknownName, match="years"):
        charts(Corpus(LIBRARY, (), {}, ID), ("yeers",))


def test_an_outline_may_name_figures() -> None:
    assert structure_outline({"figures": ["partners", "years"]}, choices()).figures == ("partners", "years")
    assert structure_outline({"figures": True}, choices()).figures == FIGURES
    assert structure_outline({"figures": False}, choices()).figures == structure_outline({}, choices()).figures == ()


def drafted(**more: object) -> litreview.Review:
    pytest.importorskip("matplotlib", reason="matplotlib (extra plots) is not installed")
    return litreview.draft(LIBRARY, lang="id", **more)  # type: ignore[arg-type]


def figures(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


@pytest.mark.slow
def test_a_chapter_has_only_the_figures_that_were_asked_for() -> None:
    assert figures(drafted().document) == []
    assert [f.key for f in figures(drafted(figures=["years"]).document)] == ["figure/years"]
    assert [f.key for f in figures(drafted(outline=Outline(figures=("years",))).document)] == ["figure/years"]
    assert figures(drafted(outline=Outline(figures=("years",)), figures=False).document) == []
    with pytest.raises(UnknownName, match="yeers"):
        drafted(figures=["yeers"])


def test_figures_are_numbered_led_to_and_told_in_words() -> None:
    document = drafted(figures=True).document
    found = figures(document)
    assert [f.number for f in found] == [f"2.{n}" for n in range(1, len(found) + 1)]
    assert len(found) >= 3
    for figure in found:
        place = document.blocks.index(figure)
        lead = document.blocks[place - 1]
        assert isinstance(lead, Paragraph)
        assert any(isinstance(node, Reference) and node.key == figure.key for run in block_inlines(lead) for node in nodes(run))
        assert plain(lead.children).startswith(f"Gambar {figure.number} menunjukkan")
        assert figure.description.startswith(plain(figure.caption))
        assert not isinstance(document.blocks[place + 1 : place + 2], Figure)
        width, height = struct.unpack(">II", figure.image[16:24])
        assert abs(width / height - figure.width / figure.height) < 0.02
        assert abs(width / figure.width * 2.54 - 300) < 3, "300 dots an inch"
    assert isinstance(document.blocks[0], Heading)


@pytest.mark.slow
def test_two_runs_draw_the_same_bytes_in_grey() -> None:
    image = pytest.importorskip("PIL.Image", reason="Pillow comes with matplotlib")
    first, second = (figures(drafted(figures=True).document) for _ in range(2))
    assert [f.image for f in first] == [f.image for f in second]
    for figure in first:
        colours = image.open(io.BytesIO(figure.image)).convert("RGB").getcolors(1 << 24)
        assert all(max(colour) - min(colour) <= 2 for _, colour in colours), "a figure must survive a black-and-white printer"


HOSTILE = ("$x^2$ \\frac{1}{2}", "x" * 10_000, "北京 서울", "\x00\x07", "<script>", "عنوان", "", " ")


def test_any_name_can_be_drawn() -> None:
    pytest.importorskip("matplotlib", reason="matplotlib (extra plots) is not installed")
    from litreview.review.figures.draw import draw

    for drawing in (Bars(HOSTILE, tuple(range(1, 9))), Bars(HOSTILE, (1,) * 8, upright=False), Dots(HOSTILE, HOSTILE, frozenset({(0, 0)}))):
        image, _, height = draw(Chart("x", HOSTILE[0], drawing, HOSTILE[1][:80], HOSTILE[2], "", 1, 1))
        assert image.startswith(b"\x89PNG")
        assert height <= 20


def test_without_the_extra_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in [n for n in sys.modules if n == "litreview.review.figures.draw" or n.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.axes", None)
    with pytest.raises(MissingExtra, match=r"plots"):
        litreview.draft(LIBRARY, figures=True)


def test_every_output_shows_or_names_the_picture(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    review = drafted(figures=["years"])
    picture = figures(review.document)[0]
    for suffix in ("docx", "html", "md", "tex", "txt"):
        saved = review.save(folder / f"bab2.{suffix}")
        assert [path.suffix for path in saved.beside] == ([".png"] if suffix in ("md", "tex") else [])
        for path in saved.beside:
            assert path.read_bytes() == picture.image
            assert path.name in (folder / f"bab2.{suffix}").read_text(encoding="utf-8")
    with zipfile.ZipFile(folder / "bab2.docx") as archive:
        assert archive.read("word/media/image1.png") == picture.image
        root = etree.fromstring(archive.read("word/document.xml"))
    alt = [e.get("descr") for e in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")]
    assert alt == [picture.description]
    assert picture.description in (folder / "bab2.txt").read_text(encoding="utf-8")
    assert attrs.evolve(picture, image=b"").description in (folder / "bab2.html").read_text(encoding="utf-8")


def in_year(key: str, year: str, keywords: tuple[str, ...], *methods: str) -> Study:
    stated = tuple(Statement(LangText({"en": method}), method) for method in methods)
    return attrs.evolve(study(key, year), keywords=LangList({"en": keywords}), aspects=Aspects(method=stated))


APPROACHES = Library((
    in_year("a", "2019", ("city diplomacy", "water supply"), "qualitative"),
    in_year("b", "2019", ("city diplomacy", "water supply", "trade fair"), "qualitative", "case-study"),
    in_year("c", "2021", ("city diplomacy", "trade fair"), "case-study"),
    in_year("d", "2021", ()),
))  # fmt: skip


def test_approaches_stand_by_year_each_with_its_count() -> None:
    chart = counted(APPROACHES)["methods"]
    assert chart.drawing == Bubbles(("kualitatif", "studi kasus"), ("2019", "2020", "2021"), ((0, 0, 2), (1, 0, 1), (1, 2, 1)))
    assert (chart.stated, chart.total) == (3, 4)
    assert "kualitatif: 2019: 2; studi kasus: 2019: 1, 2021: 1" in chart.description


def test_keywords_that_stand_together_are_linked() -> None:
    chart = counted(APPROACHES)["keywords"]
    assert chart.drawing == Net(("diplomasi kota", "trade fair", "water supply"), (3, 2, 2), ((0, 1, 2), (0, 2, 2), (1, 2, 1)))
    assert "diplomasi kota + trade fair: 2" in chart.description


def test_a_figure_is_saved_on_its_own(tmp_path: Path) -> None:
    made = litreview.figures(APPROACHES, ["methods", "keywords", "periods"], lang="en")
    assert [figure.name for figure in made.figures] == ["methods", "keywords"]
    assert [problem.code for problem in made.problems] == ["figure-left-out"]
    for figure in made.figures:
        figure.save(tmp_path / f"{figure.name}.png")
        figure.save(tmp_path / f"{figure.name}.svg")
        assert (tmp_path / f"{figure.name}.png").read_bytes().startswith(b"\x89PNG")
        drawing = (tmp_path / f"{figure.name}.svg").read_bytes()
        assert figure.description in "".join(etree.fromstring(drawing).itertext())
        assert drawing == figure.svg.encode()  # the same bytes each time
    with pytest.raises(UnknownName):
        made.figures[0].save(tmp_path / "x.gif")
