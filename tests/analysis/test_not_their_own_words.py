"""What an abstract speaks of, but the study neither did, used nor found: it fills no cell."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import Aspects, LangText, Statement, Study


def _read(words: str, tag: str = "en") -> Aspects:
    return annotate(Study("a", abstract=LangText({tag: words})))[0].aspects


def _texts(words: str, aspect: str, tag: str = "en") -> list[str]:
    return [text for value in _read(words, tag).values(aspect) if isinstance(value, Statement) for text in value.text.values()]


AIM = "This study examines how ferry timetables shape commuting. "
INDONESIAN_AIM = "Penelitian ini bertujuan mengkaji jadwal feri. "


def test_what_is_proposed_is_no_finding_where_a_test_is_reported_behind_it() -> None:
    tested = AIM + "We propose that frequent ferries can shorten queues. The results show that queues were shorter on Mondays."
    assert _texts(tested, "findings") == ["queues were shorter on Mondays"]
    last = AIM + "The results show that queues were shorter on Mondays. We propose that frequent ferries depend on the tide."
    assert len(_texts(last, "findings")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The obtained data were processed using a spreadsheet and ordinary least squares to test the hypotheses and reach conclusions.",
        "The instrument was divided into three sections.",
        "Secondly, reasons for boarding late (12 items).",
        "In this course, students might learn about the factors that influence queues.",
        "The sample is limited to the harbour of one town and may be influenced by the season.",
    ],
)
def test_no_finding(sentence: str) -> None:
    words = AIM + "A survey of 200 passengers was conducted. The results show that queues were shorter. " + sentence
    assert not any(text[:12] in sentence for text in _texts(words, "findings")[1:])


def test_persons_asked_belong_to_the_asking() -> None:
    words = AIM + "Interviews with captains, teachers and residents, and policy documents were analysed thematically."
    assert _texts(words, "data") == ["Interviews with captains, teachers and residents", "policy documents"]
    indonesian = INDONESIAN_AIM + "Data dikumpulkan melalui wawancara dengan kepala dinas, guru, dan warga serta dokumen kebijakan."
    assert _texts(indonesian, "data", "id")[0] == "wawancara dengan kepala dinas, guru, dan warga"


def test_the_first_of_several_places_is_left_out() -> None:
    words = "Conducting surveys of 90 sailors in Norway, the Faroe Islands, and Malta, this research investigates attitudes to fog."
    assert _texts(words, "data") == ["surveys of 90 sailors"]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("We tested the model using a sample of 120 blog readers.", "blog"),
        ("Passengers were assigned to one of three websites and answered a questionnaire.", "website"),
        ("The six directions include research on queues and on using real social media data.", "social media"),
        ("The study is based on an analysis of 60 complaints submitted to a hearing, which led to 12 testimonies.", "which"),
    ],
)
def test_no_source_of_data(sentence: str, never: str) -> None:
    assert not any(never in text for text in _texts(AIM + sentence, "data"))


def test_what_could_be_done_is_no_method() -> None:
    words = AIM + "In-depth interviews with nine captains were held. The risks can be mitigated by a comprehensive feasibility study."
    assert "feasibility-analysis" not in {value.concept for value in _read(words).method}
    indonesian = INDONESIAN_AIM + "Wawancara dilakukan. Risikonya dapat dikurangi dengan studi kelayakan."
    assert "feasibility-analysis" not in {value.concept for value in _read(indonesian, "id").method}


def test_several_methods_of_one_kind_are_not_mixed() -> None:
    assert {v.concept for v in _read("Employing a multi-method qualitative approach, the study looks at queues.").method} == {"qualitative"}


def test_where_a_concept_is_studied_is_no_framework() -> None:
    words = AIM + "We use the concept of waiting as studied in ethnology and psychoanalysis, which helps to understand queues."
    assert "psychoanalysis" not in {value.concept for value in _read(words).framework}


@pytest.mark.parametrize(
    "sentence",
    [
        "Recent studies have shown that ferries will face many challenges.",
        "This paper identified and addressed the impact of fog on ferries.",
        "Data collection resulted in 170 unique timetables.",
        "A total of 200 respondents who board often shared their opinions through a survey form.",
        "Commuters comprise 33.75% of the total population.",
    ],
)
def test_neither_others_nor_announced_nor_counted(sentence: str) -> None:
    words = AIM + "A survey was conducted. The results show that queues were shorter. " + sentence
    assert _texts(words, "findings") == ["queues were shorter"]


def test_who_belongs_to_a_sample_together() -> None:
    assert _texts(AIM + "Data were collected from interviews of 40 women and men.", "sample") == ["40 women and men"]


def test_statistics_that_describe_are_no_descriptive_design() -> None:
    words = AIM + "Data from a survey were subjected to both descriptive and inferential statistical analysis."
    assert "descriptive" not in {value.concept for value in _read(words).method}


def test_a_perspective_to_which_a_study_contributes_is_none_it_takes() -> None:
    words = AIM + "Interviews were held. The study offers new insights into queues from Islamic perspective."
    assert not _texts(words, "framework")


def test_values_that_are_pragmatic_are_no_pragmatics() -> None:
    words = "This article reviews ferries. It provides theoretical and pragmatic values for research."
    assert not _texts(words, "framework")


def test_what_is_proposed_in_a_model_is_no_finding_where_tests_follow() -> None:
    words = AIM + "In the conceptual model, we propose that fog raises queues. The results show that queues were shorter on Mondays."
    assert _texts(words, "findings") == ["queues were shorter on Mondays"]


def test_what_a_result_led_others_to_is_no_finding() -> None:
    words = (
        AIM
        + "Interviews were held. These findings supported legal action that prompted owners to change. We suggest a number of guidelines."
    )
    assert not any(text.startswith("prompted") for text in _texts(words, "findings"))
    assert not any("guidelines" in text for text in _texts(words, "findings"))


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("We developed an adhesive layer of anisotropic conductive film composed of copper.", "data"),
        ("Questions can be answered with compact data products that are generated on board.", "data"),
        ("We present a co-design approach for building networks of chips.", "method"),
    ],
)
def test_words_of_engineers_are_no_sources_and_methods_of_the_humanities(sentence: str, aspect: str) -> None:
    named = {value.concept for value in _read(sentence).values(aspect) if isinstance(value, Statement)}
    assert not named & {"films", "participatory-research"}
    assert not _texts(sentence, "data")
