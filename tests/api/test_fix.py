"""Putting right what is certain, in the sources themselves."""

from __future__ import annotations

from pathlib import Path

import litreview

YAML = """# mine
- key: a   # first
  type: article-journal
  title: {en: "Ports &amp; harbours"}   # a title
  DOI: https://doi.org/10.1000/x
  page: 12–20
  ISSN: '03785955'
  my-own-field: 7

- key: b
  type: book
  title: {en: Tides}
"""


def test_the_file_changes_in_these_values_only(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(YAML, encoding="utf-8")
    fixed = litreview.fix(path)
    assert path.read_text(encoding="utf-8") == (
        YAML.replace("Ports &amp; harbours", "Ports & harbours")
        .replace("https://doi.org/10.1000/x", "10.1000/x")
        .replace("12–20", "12-20")
        .replace("03785955", "0378-5955")
        .replace("'0378-5955'", "0378-5955")
        .replace('"Ports & harbours"', "Ports & harbours")
    )
    assert [(p.code, p.key, p.get("field"), p.get("value"), p.get("new")) for p in fixed.problems] == [
        ("fixed", "a", "title", "Ports &amp; harbours", "Ports & harbours"),
        ("fixed", "a", "DOI", "https://doi.org/10.1000/x", "10.1000/x"),
        ("fixed", "a", "page", "12–20", "12-20"),
        ("fixed", "a", "ISSN", "03785955", "0378-5955"),
    ]
    assert litreview.fix(path).files == ()
    assert litreview.fix(path).problems == ()


def test_a_bib_file_keeps_every_other_byte(tmp_path: Path) -> None:
    text = (
        '% mine\n@string{jp = "Journal of Ports"}\n'
        "@article{a,  author = {Lee, Ann}, title = {Ports},\n   journal = jp, year = 2019, issn = {ISSN 0378-5955},\n   volume = 3 }\n"
        "@comment{kept}\n@book{b, author={Abe, K.}, title={Tides}, isbn={978 0 306 40615 7}, year=2001, publisher={Acme}}\n"
    )
    path = tmp_path / "a.bib"
    path.write_text(text, encoding="utf-8")
    fixed = litreview.fix(path)
    assert path.read_text(encoding="utf-8") == text.replace("ISSN 0378-5955", "0378-5955").replace("978 0 306 40615 7", "978-0-306-40615-7")
    assert {(p.key, p.get("field")) for p in fixed.problems} == {("a", "ISSN"), ("b", "ISBN")}


def test_nothing_to_do_leaves_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    data = b"@article{a, title = {Ports \\& tides}, pages={1--2}, doi={https://doi.org/10.1000/x}}\r\n\r\n"
    path.write_bytes(data)
    assert litreview.fix(path).files == ()
    assert path.read_bytes() == data


def test_what_is_not_certain_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = "- key: a\n  type: book\n  title: {en: PORTS OF CALL AND SMALL CITIES}\n  ISBN: 978-0-306-40615-8\n  page: 320-298\n  URL: www.example.org\n"
    path.write_text(text, encoding="utf-8")
    assert litreview.fix(path).files == ()
    assert path.read_text(encoding="utf-8") == text


def test_a_source_of_another_format_is_left_with_a_word(tmp_path: Path) -> None:
    ris = tmp_path / "a.ris"
    ris.write_text(
        "TY  - BOOK\nTI  - Ports \\& harbours\nAU  - Lee, Ann\nPY  - 2001\nSN  - ISBN 978 0 306 40615 7\nER  - \n", encoding="utf-8"
    )
    yaml = tmp_path / "b.yaml"
    yaml.write_text("- {key: b, type: book, title: {en: Tides}, DOI: 'doi:10.1000/x'}\n", encoding="utf-8")
    before = ris.read_bytes()
    fixed = litreview.fix(tmp_path)
    assert ris.read_bytes() == before
    assert [Path(file.path).name for file in fixed.files] == ["b.yaml"]
    assert [(p.code, p.severity) for p in fixed.problems] == [("source-not-rewritable", "warning"), ("fixed", "info")]
    assert "DOI: 10.1000/x" in yaml.read_text(encoding="utf-8")
