"""Citation styles as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

import litreview
from litreview.cite.named_style import style_name
from litreview.cite.short_names import short_names
from litreview.cite.styles import existing_name, styles
from litreview.cite.wording import Wording
from litreview.errors import UnknownName


@pytest.mark.parametrize(("typed", "name"), [
    ("APA", "apa"), ("Apa", "apa"), ("MLA", "modern-language-association"), ("Chicago", "chicago-author-date"),
    ("harvard", "harvard-cite-them-right"), ("IEEE", "ieee"), ("Vancouver", "nlm-citation-sequence"), ("IPB", "institut-pertanian-bogor"),
    ("Harvard cite them right", "harvard-cite-them-right"), ("modern-language-association-8th-edition",) * 2,
])  # fmt: skip
def test_a_style_is_found_as_it_is_typed(typed: str, name: str) -> None:
    assert style_name(typed) == name


def test_every_short_name_leads_to_a_style() -> None:
    assert {name: existing_name(name) for name in short_names().everyday.values()} == {n: n for n in short_names().everyday.values()}


def test_a_university_with_two_styles_has_both_listed() -> None:
    with pytest.raises(UnknownName) as failure:
        style_name("UGM")
    assert failure.value.known == tuple(style.name for style in styles("UGM"))
    assert len(failure.value.known) == 2


def test_a_university_without_a_style_is_called_by_its_name() -> None:
    with pytest.raises(UnknownName, match="Universitas Pendidikan Indonesia"):
        style_name("UPI")


@pytest.mark.parametrize(("typed", "near"), [("chigago", "chicago"), ("havard", "harvard"), ("APA 7", "apa")])
def test_what_is_misspelt_leads_to_what_is_common(typed: str, near: str) -> None:
    with pytest.raises(UnknownName, match=f'did you mean "{near}"'):
        style_name(typed)


def test_a_style_of_the_working_folder_is_there_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "styles").mkdir()
    own = next(style.path for style in styles("skripsi-id")).read_text(encoding="utf-8").replace("Skripsi Indonesia", "Fakultas Kami")
    (tmp_path / "styles" / "fakultas-kami.csl").write_text(own, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert style_name("Fakultas Kami") == "fakultas-kami"
    assert [style.title for style in litreview.styles("fakultas")][:1] == ["Fakultas Kami (pengarang–tahun)"]


def test_the_words_of_entries_can_be_chosen() -> None:
    studies = litreview.loads(
        "@book{lee, author={Lee, Ann and Wu, Bo and Sun, Cy}, title={Ports}, edition={2}, year=2019, langid={english}}"
    )
    chosen = [Wording(), Wording("off"), Wording("off", terms="public")]
    entries = [litreview.bibliography(studies, "chicago-author-date", "id", wording=wording).entries[0] for wording in chosen]
    assert entries == [
        "Lee, Ann, Bo Wu, and Cy Sun. 2019. Ports. 2nd ed.",
        "Lee, Ann, Bo Wu, dan Cy Sun. 2019. Ports. Ed. ke-2.",
        "Lee, Ann, Bo Wu, dan Cy Sun. 2019. Ports. 2 ed.",
    ]
