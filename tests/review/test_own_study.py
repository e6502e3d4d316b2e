"""The writer's own study beside the others: values known to be the same, printed once, in the language of the draft, overlaps told."""

from __future__ import annotations

import attrs
import pytest

import litreview
from litreview.record import Aspects, Dates, LangText, Period, Statement, Study, library_of, parse_date
from litreview.review.claims import Own
from litreview.review.novelty import nearest
from litreview.themes import Outline, OwnStudy


def reading(key: str, **aspects: object) -> Study:
    abstract = LangText({"id": "Kota itu dikaji."})
    dates = Dates({"issued": parse_date("2020")})
    return Study(
        key, "book", title=LangText({"id": f"Kota {key}"}), abstract=abstract, language="id", dates=dates, aspects=Aspects(**aspects)
    )  # type: ignore[arg-type]


def said(*words: str, tag: str = "id") -> tuple[Statement, ...]:
    return tuple(Statement(LangText({tag: one})) for one in words)


def cells(own: OwnStudy, *studies: Study, lang: str = "id") -> list[tuple[str, str]]:
    review = litreview.draft(library_of(list(studies)), lang=lang, outline=Outline(own_study=own))
    return [(str(row[-2]), str(row[-1])) for row in review.tables[0]]


def test_several_values_typed_into_one_text_are_compared_one_by_one() -> None:
    ((same, other),) = cells(OwnStudy(method=("kuantitatif, survei",)), reading("a", method=said("metode survei")))
    assert same == "Sama-sama memakai pendekatan metode survei"
    assert other == "Penelitian penulis juga memakai pendekatan kuantitatif"


@pytest.mark.parametrize(
    ("theirs", "same", "other"),
    [
        (("purposive sampling",), "tidak ada aspek yang tercatat pada keduanya", "tidak ada aspek yang tercatat pada keduanya"),
        (
            ("purposive sampling", "kuantitatif"),
            "tidak ada pada aspek yang dibandingkan",
            "Memakai pendekatan kuantitatif (penelitian penulis: kualitatif)",
        ),
        (("kualitatif", "analisis tematik"), "Sama-sama memakai pendekatan kualitatif", "tidak ada pada aspek yang dibandingkan"),
    ],
)
def test_a_technique_is_set_against_no_approach(theirs: tuple[str, ...], same: str, other: str) -> None:
    assert cells(OwnStudy(method=("kualitatif",)), reading("a", method=said(*theirs))) == [(same, other)]


def test_techniques_are_compared_with_techniques_and_called_so() -> None:
    own = OwnStudy(method=("kuantitatif", "purposive sampling"))
    ((same, other),) = cells(own, reading("a", method=said("purposive sampling")))
    assert (same, other) == ("Sama-sama memakai teknik purposive sampling", "tidak ada pada aspek yang dibandingkan")


def test_own_values_are_printed_once_and_in_the_language_of_the_draft() -> None:
    own = OwnStudy(method=("kualitatif", "studi kasus"))
    ((_, other),) = cells(own, reading("a", method=said("kualitatif")), lang="en")
    assert other == "Own study also takes a case study approach"


def test_periods_that_overlap_are_told_with_the_years_in_common() -> None:
    own = OwnStudy(period="2019-2024")
    ((same, other),) = cells(own, reading("a", period=Period(2015, 2023)))
    assert same == "Periodenya beririsan pada 2019–2023"
    assert other == "Mencakup periode 2015–2023 (penelitian penulis: 2019–2024)"
    ((same, other),) = cells(own, reading("a", period=Period(2001, 2003)))
    assert same == "tidak ada pada aspek yang dibandingkan"


@pytest.mark.parametrize(
    "text", ["Kerangka implementasi kebijakan Edwards III digunakan.", "The framework of policy implementation is used."]
)
def test_nothing_is_new_that_a_record_speaks_of_in_another_field(text: str) -> None:
    own = OwnStudy(framework=("implementasi kebijakan",))
    first = reading("a", framework=said("paradiplomasi"))
    document = litreview.draft(library_of([first, reading("b")]), lang="id", outline=Outline(own_study=own))
    assert "belum ada studi yang memakai kerangka implementasi kebijakan" in str(document.document)
    speaking = attrs.evolve(reading("b"), abstract=LangText({"id" if "Kerangka" in text else "en": text}))
    document = litreview.draft(library_of([first, speaking]), lang="id", outline=Outline(own_study=own))
    assert "belum ada studi yang memakai kerangka implementasi kebijakan" not in str(document.document)


def test_the_nearest_studies_are_those_that_share_most() -> None:
    near = reading("near", method=said("kualitatif"), data=said("wawancara"), period=Period(2018, 2020))
    far = reading("far", method=said("kuantitatif"), data=said("kuesioner"))
    review = litreview.draft(
        library_of([near, far]), outline=Outline(own_study=OwnStudy(method=("kualitatif",), data=("wawancara",), period="2019-2024"))
    )
    text = str(review.document)
    assert "Studi yang paling dekat dengan penelitian penulis ialah" in text
    assert "beririsan pada 2019–2020" in text
    from_claims = litreview.draft(library_of([far]), outline=Outline(own_study=OwnStudy(method=("kualitatif",))))
    assert "paling dekat" not in str(from_claims.document)
    assert nearest(library_of([far]), Own((("method", ("kualitatif",)),))) == ()
