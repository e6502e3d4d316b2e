"""How abstracts of regional journals speak: numbered aims, samples beside their population, sources explained, results told as tests."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import Aspects, LangText, Statement, Study


def _read(words: str, tag: str) -> Aspects:
    return annotate(Study("a", abstract=LangText({tag: words})))[0].aspects


def _texts(words: str, aspect: str, tag: str = "id") -> list[str]:
    return [text for value in _read(words, tag).values(aspect) if isinstance(value, Statement) for text in value.text.values()]


AIM, ENGLISH_AIM = "Penelitian ini bertujuan mengkaji pelayanan pelabuhan. ", "This study aims to analyze port services. "


def test_a_second_aim_is_no_finding() -> None:
    words = (
        "Penelitian ini bertujuan untuk: 1) Mengetahui pengaruh tarif terhadap penumpang. 2) Menganalisis faktor keterlambatan kapal. "
        "Sampel berjumlah 40 penumpang. Hasil penelitian menunjukkan bahwa tarif berpengaruh positif."
    )
    assert _texts(words, "findings") == ["tarif berpengaruh positif"]


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("Nilai p sebesar 0,4, berarti bahwa tarif tidak berpengaruh terhadap jumlah penumpang.", "tarif tidak berpengaruh"),
        ("Uji statistik memberi p 0,01, dari penelitian ini ada hubungan tarif dengan jumlah penumpang.", "ada hubungan tarif"),
    ],
)
def test_results_told_as_tests(result: str, told: str) -> None:
    found = _texts(AIM + "Data dikumpulkan dengan kuesioner. " + result, "findings")
    assert any(text.startswith(told) for text in found)


@pytest.mark.parametrize(
    ("sentence", "sample", "tag"),
    [
        ("The population was 720 workers and 42 workers were selected as sample.", "42 workers", "en"),
        ("Data dikumpulkan dengan kuesioner dengan besar sampel 124 ibu nelayan yang terdiri dari 62 ibu muda.", "124 ibu nelayan", "id"),
        ("Penelitian dilakukan di pelabuhan itu dengan subyek 11 guru.", "11 guru", "id"),
    ],
)
def test_the_sample_and_not_the_population(sentence: str, sample: str, tag: str) -> None:
    assert _texts((AIM if tag == "id" else ENGLISH_AIM) + sentence, "sample", tag) == [sample]


def test_those_asked_are_no_source() -> None:
    words = AIM + "Pengumpulan data dilakukan dengan menggunakan kuesioner yaitu membagikan lembar pertanyaan kepada responden."
    assert _texts(words, "data") == ["kuesioner"]


def test_who_was_asked_is_no_finding() -> None:
    words = (
        ENGLISH_AIM
        + "The method is qualitative. The informants used in the study were village officials. The results show that fares rose."
    )
    assert _texts(words, "findings", "en") == ["fares rose"]


def test_rupiah_end_no_sentence() -> None:
    words = ENGLISH_AIM + "Interviews were held. The results show that subsidies of Rp. 608,000 were spent on boats."
    assert _texts(words, "findings", "en") == ["subsidies of Rp. 608,000 were spent on boats"]


def test_steps_of_action_research_are_no_source() -> None:
    words = AIM + "Desainnya penelitian tindakan dengan prosedur: perencanaan, pelaksanaan tindakan, pengamatan, dan refleksi."
    assert not _texts(words, "data")


def test_data_beside_an_approach_are_no_approach() -> None:
    words = ENGLISH_AIM + "The data were analysed by a qualitative approach and supported by quantitative data."
    assert [value.concept for value in _read(words, "en").method] == ["qualitative"]


def test_where_data_come_from_is_no_aim() -> None:
    aim = _read("Ferries sink. The secondary data in this research is obtained through reports on ferries.", "en").aim
    assert aim is None
