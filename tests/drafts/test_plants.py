"""What a person may put into a chapter in Word and no source supports: each is found, whatever the citations are and whoever saved the file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from litreview.audit.judging import check_draft
from tests.drafts.chapters import appended, body, cell, chapter, codes, ports, replaced

Plant = tuple[str, str, Callable[[Path], None], str]

PLANTS: list[Plant] = [
    ("id", "an uncited claim", lambda p: appended(p, " Kerja sama ini meningkatkan PAD sebesar 40 persen."), "draft-uncited"),
    ("id", "an uncited claim without numbers", lambda p: appended(p, " Program itu menyejahterakan nelayan di kedua kota."), "draft-uncited"),
    ("en", "an uncited claim", lambda p: appended(p, " Such links raise the income of both towns."), "draft-uncited"),
    ("id", "an unknown work", lambda p: appended(p, " Negara bukan satu-satunya aktor (Keohane, 1984)."), "draft-unknown-citation"),
    ("id", "unknown authors in the sentence", lambda p: appended(p, " Keohane dan Nye (1977) menulis tentangnya."), "draft-unknown-citation"),
    ("en", "an unknown work among known ones", lambda p: appended(p, " States share power (Rahmat, 2019; Nye, 2004)."), "draft-unknown-citation"),
    ("en", "a foreign name", lambda p: appended(p, " According to Keohane, this lasts (Rahmat, 2019)."), "draft-name-unsupported"),
    ("en", "a foreign name at the beginning", lambda p: appended(p, " Keohane argues that this lasts (Rahmat, 2019)."), "draft-name-unsupported"),
    ("id", "a foreign city", lambda p: replaced(p, "Makassar", "Balikpapan", lambda one: body(one) or cell(one)), "draft-name-unsupported"),
    ("id", "another year", lambda p: replaced(p, "2010–2018", "2010–2019", body), "draft-number-changed"),
    ("id", "another count", lambda p: replaced(p, "empat studi", "tujuh studi", body), "draft-number-changed"),
    ("en", "another count", lambda p: replaced(p, "four studies", "five studies", body), "draft-number-changed"),
    ("en", "another year in a cell", lambda p: replaced(p, "2019", "2018", cell), "draft-citation-altered"),
    ("en", "a false quotation", lambda p: appended(p, " It is “a partnership of equals” (Sari & Kim, 2021)."), "draft-quote-not-found"),
    ("en", "a quotation with one word changed", lambda p: replaced(p, "for the sake of investment", "for the sake of prestige", body), "draft-quote-differs"),
    ("en", "the same in a cell", lambda p: replaced(p, "for the sake of investment", "for the sake of prestige", cell), "draft-quote-differs"),
]  # fmt: skip


def named(plant: Plant) -> str:
    return f"{plant[0]}: {plant[1]}"


@pytest.mark.slow
@pytest.mark.parametrize("plant", PLANTS, ids=named)
def test_a_plant_in_the_file_is_found(plant: Plant, tmp_path: Path) -> None:
    tag, _, put, code = plant
    path = tmp_path / "bab2.docx"
    chapter(tag).save(path)
    assert codes(check_draft(path, ports())) == []
    put(path)
    assert code in codes(check_draft(path, ports()))
    alone = codes(check_draft(path))
    assert code in alone or (code == "draft-quote-not-found" and "draft-quote-not-carried" in alone)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["zotero", "zotero-bookmarks", "word"])
@pytest.mark.parametrize("plant", [PLANTS[0], PLANTS[3], PLANTS[6], PLANTS[10], PLANTS[13]], ids=named)
def test_a_plant_beside_live_citations_is_found(plant: Plant, mode: str, tmp_path: Path) -> None:
    tag, _, put, code = plant
    path = tmp_path / "bab2.docx"
    chapter(tag).save(path, citations=mode)
    assert codes(check_draft(path, ports())) == []
    put(path)
    assert code in codes(check_draft(path, ports()))


@pytest.mark.slow
@pytest.mark.parametrize("style", ["ieee", "chicago-notes-bibliography", "modern-language-association"])
@pytest.mark.parametrize("plant", [PLANTS[0], PLANTS[4], PLANTS[10], PLANTS[14]], ids=named)
def test_a_plant_in_another_style_is_found(plant: Plant, style: str, tmp_path: Path) -> None:
    tag, _, put, code = plant
    path = tmp_path / "bab2.docx"
    chapter(tag, style).save(path)
    put(path)
    assert code in codes(check_draft(path, ports()))


def test_a_plant_in_markdown_is_found(tmp_path: Path) -> None:
    path = tmp_path / "bab2.md"
    chapter("id").save(path)
    assert codes(check_draft(path, ports())) == []
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("empat studi", "enam studi", 1).replace("\n\n## ", " Kota Kupang ikut serta.\n\n## ", 3), encoding="utf-8")
    found = codes(check_draft(path, ports()))
    assert {"draft-number-changed", "draft-uncited", "draft-name-unsupported"} <= set(found)


@pytest.mark.parametrize("remark", ["Menurut Keohane, hal ini lazim [@rahmat2019].", "Hal ini meningkatkan pendapatan warga."])
def test_the_writers_own_remarks_are_hers(remark: str, tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text(f"themes:\n- facet: aims\n  remarks: |\n    {remark}\n", encoding="utf-8")
    path = tmp_path / "bab2.docx"
    chapter("id", "apa", str(outline)).save(path)
    assert not {"draft-name-unsupported", "draft-uncited"} & set(codes(check_draft(path, ports())))


def through_libreoffice(files: list[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice opens and saves them."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", str(folder / "out"), *map(str, files)], check=True, capture_output=True, timeout=300)
    return [folder / "out" / file.name for file in files]


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["plain", "zotero", "word"])
def test_plants_are_found_in_a_file_saved_by_libreoffice(mode: str, tmp_path: Path) -> None:
    planted: list[tuple[Path, str]] = []
    for number, (tag, _, put, code) in enumerate(PLANTS):
        path = tmp_path / f"{number}.docx"
        chapter(tag).save(path, citations=mode)
        if mode == "plain" or code != "draft-citation-altered":  # a live citation is a field, whose text stands in one piece with others
            put(path)
            planted.append((path, code))
    for path, (_, code) in zip(through_libreoffice([path for path, _ in planted], tmp_path), planted, strict=True):
        assert code in codes(check_draft(path, ports())), path.name


@pytest.mark.slow
@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date", "modern-language-association"])
def test_a_clean_chapter_stays_clean_in_libreoffice(style: str, tmp_path: Path) -> None:
    files: list[Path] = []
    for tag in ("id", "en"):
        for mode in ("plain", "zotero", "zotero-bookmarks", "word"):
            files.append(tmp_path / f"{tag}-{mode}.docx")
            chapter(tag, style).save(files[-1], citations=mode)
    for path in through_libreoffice(files, tmp_path):
        assert codes(check_draft(path, ports())) == [], path.name
        assert codes(check_draft(path)) == [], path.name
