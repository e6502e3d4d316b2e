"""What is so in general, or argued, is no doing and no result of the study; what it did is read wherever it says so."""

from __future__ import annotations

import pytest

from litreview.analysis import annotate
from litreview.record import LangText, Study


def read(tag: str, *sentences: str) -> Study:
    """A study whose abstract in `tag` consists of `sentences`, with its aspects."""
    return annotate(Study("a", abstract=LangText({tag: " ".join(sentences)})))[0]


def texts(study: Study, aspect: str, tag: str) -> list[str]:
    return [value.text[tag] for value in study.aspects.values(aspect) if tag in value.text]


def test_a_technique_of_the_field_in_general_is_no_method_of_the_study() -> None:
    general = "In recent years, neural networks have become the state of the art in machine learning."
    study = read("en", general, "This study asks how farmers choose seeds.", "The results show that price decides.")
    assert texts(study, "method", "en") == []


def test_a_technique_that_opens_an_abstract_is_the_study_s_own() -> None:
    study = read(
        "en", "From a content analysis of 90 leaflets, four promises were identified.", "This study asks what farmers are promised."
    )
    assert [value.concept for value in study.aspects.method] == ["content-analysis"]


@pytest.mark.parametrize(
    ("tag", "aim", "argument"),
    [
        ("en", "This article discusses the future of seed markets.", "Free trade reduces the choice of small farmers in many ways."),
        ("id", "Artikel ini membahas masa depan pasar benih.", "Perdagangan bebas menyebabkan pilihan petani kecil berkurang."),
    ],
)
def test_an_essay_that_only_argues_has_no_finding(tag: str, aim: str, argument: str) -> None:
    assert texts(read(tag, aim, argument), "findings", tag) == []


@pytest.mark.parametrize(
    ("tag", "aim", "doing", "result"),
    [
        (
            "en",
            "This article discusses the future of seed markets.",
            "We interviewed 30 farmers.",
            "Free trade reduces the choice of small farmers in many ways.",
        ),
        ("en", "This article discusses the future of seed markets.", "", "Price significantly affects the choice of seeds."),
        (
            "id",
            "Artikel ini membahas masa depan pasar benih.",
            "Data dikumpulkan melalui wawancara dengan 30 petani.",
            "Perdagangan bebas menyebabkan pilihan petani kecil berkurang.",
        ),
        ("id", "Artikel ini membahas masa depan pasar benih.", "", "Harga berpengaruh signifikan terhadap pilihan benih."),
    ],
)
def test_what_follows_the_doing_or_was_measured_is_a_finding(tag: str, aim: str, doing: str, result: str) -> None:
    assert texts(read(tag, aim, doing, result), "findings", tag) == [result.rstrip(".")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Comparative results demonstrate the gain of early sowing.",
        "Further, women were more likely to save seeds.",
        "The results show that it is more efficient by several measures to sow early.",
    ],
)
def test_how_a_result_begins_does_not_hide_it(sentence: str) -> None:
    study = read("en", "This study examines how farmers sow.", "A survey of 80 farmers was conducted.", sentence)
    assert len(study.aspects.findings) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "It is widely believed that seeds were better in the past.",
        "We believe that markets will recover.",
        "The article concludes with implications for traders.",
        "The article ends by discussing the duties of traders.",
        "In practice, our findings suggest that teachers can help researchers.",
        "Hence a targeted campaign is needed to reach the villages.",
        "Eighty farmers participated in the survey.",
        "Key issues of seed trade were examined.",
    ],
)
def test_belief_advice_and_announcement_are_no_finding(sentence: str) -> None:
    study = read(
        "en", "This study examines sowing.", "Interviews were held with traders.", "The results show that price decides.", sentence
    )
    assert texts(study, "findings", "en") == ["price decides"]


@pytest.mark.parametrize(
    ("tag", "sentences", "aim"),
    [
        (
            "en",
            (
                "The aims of this study are: first, to test the effect of price.",
                "Second, to explain the effect of quality.",
                "We used a survey.",
            ),
            "test the effect of price; explain the effect of quality",
        ),
        (
            "id",
            ("Tujuan penelitian ini adalah: pertama, untuk menguji pengaruh harga.", "Kedua, untuk menjelaskan pengaruh mutu."),
            "menguji pengaruh harga; menjelaskan pengaruh mutu",
        ),
    ],
)
def test_aims_that_are_counted_over_sentences_are_one(tag: str, sentences: tuple[str, ...], aim: str) -> None:
    study = read(tag, *sentences)
    assert study.aspects.aim is not None
    assert study.aspects.aim.text[tag] == aim
    assert study.aspects.aim.evidence[0].quote in " ".join(sentences)


def test_questions_in_a_row_are_one_question() -> None:
    asked = "(1) Bagaimana benih dipilih? (2) Mengapa mutunya turun?"
    study = read("id", f"Fokus penelitian ini adalah: {asked}", "Penelitian ini menggunakan pendekatan kualitatif.")
    assert texts(study, "question", "id") == [asked]


def test_an_aim_behind_an_aside_and_behind_an_adverb() -> None:
    for sentence in (
        "This paper, based on the theory of games, examines how traders bluff.",
        "This study comparatively examines how traders bluff.",
    ):
        assert texts(read("en", sentence), "aim", "en") == ["examine how traders bluff"]


def test_data_of_a_named_survey() -> None:
    study = read("en", "Using data over 25 years from the Lowland Farm Survey, we investigated the loss of seeds.")
    assert texts(study, "data", "en") == ["data over 25 years from the Lowland Farm Survey"]


def test_two_theories_of_two_versions_are_reported_and_not_merged() -> None:
    study, problems = annotate(
        Study(
            "a",
            abstract=LangText(
                {
                    "id": "Penelitian ini membahas krisis. Penelitian ini menggunakan paradigma konstruktivis.",
                    "en": "This study discusses a crisis. The analysis was carried out with the Situational Crisis Communication Theory.",
                }
            ),
        )
    )
    assert [value.concept for value in study.aspects.framework] == ["constructivist-paradigm", "situational-crisis-communication"]
    assert [problem.code for problem in problems].count("versions-framework") == 2


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        ("The study found that: prices decide.", "prices decide"),
        ("It is critical to interrupt the loss of seeds.", None),
        ("Participants were predominantly male (70%).", None),
        ("Loss of seeds has been associated with debt.", None),
        ("The conclusions are drawn by analyzing the letters of traders.", None),
    ],
)
def test_marks_and_descriptions_of_a_sample_are_no_part_of_a_finding(sentence: str, finding: str | None) -> None:
    study = read("en", "This study examines how farmers sow.", "Interviews were held with traders.", sentence)
    assert texts(study, "findings", "en") == ([finding] if finding else [])


def test_a_verb_and_a_number_are_no_data() -> None:
    study = read("en", "This review covers 1 078 farms and notes a growing use of seeds.", "We surveyed 1 078 farms in 2013.")
    assert not {"1", "078 farms"} & set(texts(study, "data", "en"))
    assert all(value.concept != "notes" for value in study.aspects.data)


def test_a_finding_has_its_subject() -> None:
    study = read(
        "en",
        "This study examines how farmers sow.",
        "Interviews were held with traders.",
        "The results of that could then be used as a guide to seeds that prices decide.",
        "The results show that prices decide.",
    )
    assert texts(study, "findings", "en")[-1] == "prices decide"
    assert not any(text.startswith(("could", "then", "be")) for text in texts(study, "findings", "en"))


@pytest.mark.parametrize(
    ("tag", "sentence", "sample"),
    [
        ("en", "Interviews were conducted with a sample of 30 rice farmers who had sold land.", "30 rice farmers"),
        ("en", "We surveyed 433 students from the uplands.", "433 students"),
        ("id", "Sampel penelitian ini adalah 30 petani yang dipilih secara acak.", "30 petani"),
    ],
)
def test_a_sample_ends_with_those_who_were_asked(tag: str, sentence: str, sample: str) -> None:
    opening = {"en": "This study examines how farmers sow.", "id": "Penelitian ini bertujuan menjelaskan cara petani menanam."}[tag]
    assert [text.split(" from ")[0] for text in texts(read(tag, opening, sentence), "sample", tag)] == [sample]


def test_adjectives_of_a_source_are_no_source() -> None:
    study = read("en", "This study examines how farmers sow.", "Data were collected through in-depth, individual interviews and letters.")
    assert "in-depth" not in texts(study, "data", "en")
    assert "interview" in {value.concept for value in study.aspects.data}


def test_a_judgement_of_the_study_stays_with_what_it_judges() -> None:
    sentence = "We find it troublesome that poor towns pay more."
    study = read("en", "This study examines how towns plan.", "Interviews were held with mayors.", sentence)
    assert texts(study, "findings", "en") == [sentence.rstrip(".")]
