"""Publishers' lines are no sentences of the study; sentences that only look like them are."""

from __future__ import annotations

import pytest

from litreview.analysis import read
from litreview.analysis.sentences import study_text
from litreview.record import LangText, Study


@pytest.mark.parametrize(
    ("abstract", "kept"),
    [
        ("We asked why. Nobody knew. © 2020, The Author(s)", "We asked why. Nobody knew."),
        ("We asked why. Nobody knew. All Rights Reserved", "We asked why. Nobody knew."),
        ("We asked why. Nobody knew (c) 2019 Example Press. All rights reserved.", "We asked why. Nobody knew"),
        ("Copyright 2019 by Example Press. We asked why.", "We asked why."),
        ("We asked why. Supplementary materials: notes for teachers only.", "We asked why."),
        ("Kami bertanya mengapa. Hak cipta 2020 oleh Penerbit Contoh.", "Kami bertanya mengapa."),
        ("We asked who holds the copyright of maps published by states. Nobody knew.",) * 2,
        ("Licences of music are studied. The songs were published by two firms.",) * 2,
        ("© 2020", "© 2020"),
        ("", ""),
    ],
)
def test_the_publishers_lines_are_left_out(abstract: str, kept: str) -> None:
    start, end = study_text(abstract)
    assert abstract[start:end].strip() == kept


def test_the_sentences_keep_their_places() -> None:
    text = "© 2021 Example Press Ltd. All rights reserved. This study aims to ask why. The results show that nobody knew. © 2021"
    sentences = read(Study("a", abstract=LangText({"en": text}))).sentences
    assert [s.role for s in sentences] == ["aim", "result"]
    assert all(text[s.start : s.end] == s.text for s in sentences)
