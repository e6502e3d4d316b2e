"""What litreview made lies among the studies, or a file is broken: the studies alone are read, and each other file has one line."""

from __future__ import annotations

from pathlib import Path

import litreview
from litreview._resources import folder

PAGE = "Kota Kembar \xe9 dan Desa\n\nSri Wulandari\n\nAbstrak\n\nStudi ini bertujuan menjelaskan alasan dua kota bekerja sama."


def studies(place: Path) -> litreview.Library:
    for path in folder("references").glob("*.yaml"):
        (place / path.name).write_bytes(path.read_bytes())
    return litreview.load(place)


def test_of_a_folder_with_every_kind_of_own_product_the_studies_alone_are_read(tmp_path: Path) -> None:
    library = studies(tmp_path)
    for suffix in ("md", "txt", "docx", "json", "html"):
        litreview.draft(library, lang="en" if suffix == "md" else "id").save(tmp_path / f"bab2.{suffix}")
    for suffix in ("md", "txt", "docx"):
        litreview.bibliography(library).save(tmp_path / f"pustaka.{suffix}")
    litreview.outline(library).save(tmp_path / "kerangka.yaml")
    for name in ("bab2.md", "bab2.txt"):
        (tmp_path / name).write_text((tmp_path / name).read_text(encoding="utf-8") + "\nTulisan saya.\n", encoding="utf-8")
    litreview.draft(library).save(tmp_path / "bab2.md")
    again = litreview.load(tmp_path)
    assert again.keys() == library.keys()
    ours = [Path(problem.origin.file or "").name for problem in again.problems if problem.code == "page-own-draft"]
    assert sorted(ours) == [
        "bab2.bak1.md",
        "bab2.docx",
        "bab2.json",
        "bab2.md",
        "bab2.txt",
        "kerangka.yaml",
        "pustaka.docx",
        "pustaka.md",
        "pustaka.txt",
    ]
    assert not [problem for problem in again.problems if problem.severity != "info"]


def test_a_copy_of_a_library_beside_it_is_no_second_library(tmp_path: Path) -> None:
    text = "@book{one, title = {Towns}, author = {Lee, Ann}, year = {2001}, publisher = {P}}\n"
    for name in ("lib.bib", "lib.bak1.bib"):
        (tmp_path / name).write_text(text.replace("one", name[:-4].replace(".", "")), encoding="utf-8")
    assert litreview.load(tmp_path).keys() == ("lib",)


def test_one_broken_file_stops_one_file(tmp_path: Path) -> None:
    library = studies(tmp_path)
    (tmp_path / "ansi.txt").write_bytes(PAGE.encode("cp1252"))
    (tmp_path / "broken.json").write_text('[{"id": ', encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("- key: [b", encoding="utf-8")
    again = litreview.load(tmp_path)
    assert set(again.keys()) == {*library.keys(), "wulandari-kota-nd"}
    assert "Kota Kembar é dan Desa" in again["wulandari-kota-nd"].title.values()
    told = {Path(p.origin.file or "").name: p.severity for p in again.problems if p.severity == "error" or "1252" in p.code}
    assert told == {"ansi.txt": "warning", "broken.json": "error", "broken.yaml": "error"}
