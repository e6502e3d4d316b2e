"""Which language a text is in: never one that nobody can name, never the wrong one of two."""

from __future__ import annotations

import pytest

from litreview.languages.detect import detect, detect_short


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Kerja sama antara dua kota itu tidak selalu berjalan dengan baik.", "id"),
        ("The cooperation between the two cities did not always go well.", "en"),
        ("Kajian ini bertujuan meneliti kesan program bandar berkembar terhadap pelancongan di negeri itu.", "id"),
        ("La coopération entre les deux villes n'a pas toujours bien marché.", "und"),
        ("Die Zusammenarbeit der beiden Städte lief nicht immer gut.", "und"),
        ("Panaliten menika nggadhahi ancas kangge njlentrehaken kawontenan wonten ing kitha.", "und"),
        ("Semarang, Da Nang 2018-2022", "und"),
        ("", "und"),
    ],
)
def test_running_text(text: str, tag: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Diplomasi Kebudayaan Pemerintah Daerah", "id"),
        ("Community Empowerment and Regional Autonomy", "en"),
        ("Kerjasama Sistercity antara Kota Bogor dan Kota Kisarazu", "id"),
        ("JSONField for Django-Supported Databases", "en"),
        ("Semarang", "und"),
        ("", "und"),
    ],
)
def test_titles_and_lists(text: str, tag: str) -> None:
    assert detect_short(text) == tag
