"""Adding studies: new ones are written, known ones are said, and nothing that stands there is ever overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview
from litreview.errors import ReadError, WriteError
from litreview.languages import language
from litreview.online import Client
from litreview.online.answer import Answer
from litreview.record import Study
from tests.api.files import put, word

PAGE = """\
Alasan Dua Kota Bekerja Sama dalam Pengelolaan Sampah

Oleh: Sri Wulandari
NIM: 2017330045
sri.wulandari@contoh.example

Abstrak

Sampah kota menjadi beban yang berat bagi banyak daerah. Penelitian ini bertujuan menjelaskan alasan dua kota bekerja sama. \
Penelitian ini menggunakan metode kualitatif dengan wawancara. Hasil penelitian menunjukkan bahwa biaya menjadi alasan utama.

Kata kunci: kota, sampah
"""
DOUBTFUL = PAGE.replace("Oleh: Sri Wulandari\nNIM: 2017330045\nsri.wulandari@contoh.example\n", "Sri Wulandari Rahayu Ningsih Putri Ayu\n")
BIB = """\
% my library
@book{lee2019,
  title   = {Motives of Towns and Ports},
  author  = {Lee, Ann},
  year    = 2019, publisher = {Acme},
}
"""


def states(done: litreview.Additions) -> list[str]:
    return [entry.state for entry in done.entries]


class Registry(Client):
    """Services that know one work by its DOI, and nothing else."""

    def get(self, url: str, accept: str, until: float | None = None) -> Answer:
        if "10.1000" not in url or "crossref" not in url:
            return Answer(404)
        work = {
            "DOI": "10.1000/ports",
            "type": "journal-article",
            "title": ["Ports of call in small cities"],
            "author": [{"family": "Putri", "given": "Dewi"}],
            "issued": {"date-parts": [[2020]]},
            "container-title": ["Journal of Examples"],
        }
        return Answer(200, json.dumps({"status": "ok", "message-type": "work", "message": work}).encode())


def test_a_page_becomes_a_new_file_that_says_what_was_found(tmp_path: Path) -> None:
    done = litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs")
    (entry,) = done.entries
    assert (entry.state, entry.study.key) == ("added", "wulandari-alasan-nd")
    assert [p.name for p in (tmp_path / "refs").iterdir()] == ["wulandari-alasan-nd.yaml"]
    assert "issued" in entry.missing
    (study,) = litreview.load(tmp_path / "refs")
    assert study.author[0].family == "Wulandari"
    assert study.aspects.aim is not None
    assert study.keywords["id"] == ("kota", "sampah")


def test_no_address_is_kept(tmp_path: Path) -> None:
    litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs")
    assert b"@" not in (tmp_path / "refs" / "wulandari-alasan-nd.yaml").read_bytes()


@pytest.mark.parametrize("again", ["page.txt", "other.md", "page.docx", "pasted"])
def test_a_page_added_again_changes_nothing_however_it_is_kept(tmp_path: Path, again: str) -> None:
    litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs")
    file = tmp_path / "refs" / "wulandari-alasan-nd.yaml"
    corrected = file.read_text(encoding="utf-8").replace("Alasan Dua Kota", "Sebab Dua Kota").replace("wulandari-alasan-nd", "sri")
    corrected = corrected.replace("Sampah kota menjadi", "Sampah menjadi")
    file.write_text(corrected, encoding="utf-8")
    if again == "pasted":
        done = litreview.add(into=tmp_path / "refs", text=PAGE)
    else:
        done = litreview.add(put(tmp_path, again, word(PAGE) if again.endswith("docx") else PAGE), into=tmp_path / "refs")
    assert states(done) == ["there"]
    assert done.entries[0].study.key == "sri"
    assert "title" in done.entries[0].differing
    assert file.read_text(encoding="utf-8") == corrected
    assert len(list((tmp_path / "refs").iterdir())) == 1


def test_a_page_that_lies_in_the_library_itself_gets_its_record(tmp_path: Path) -> None:
    page = put(tmp_path, "refs/page.txt", PAGE)
    assert states(litreview.add(page, into=tmp_path / "refs")) == ["added"]
    assert states(litreview.add(page, into=tmp_path / "refs")) == ["there"]
    assert litreview.load(tmp_path / "refs").keys() == ("wulandari-alasan-nd",)


@pytest.mark.parametrize(("lang", "mark"), [("id", "# periksa: "), ("en", "# check: ")])
def test_doubtful_values_are_marked_and_the_record_reads_the_same(tmp_path: Path, lang: str, mark: str) -> None:
    (entry,) = litreview.add(put(tmp_path, "page.txt", DOUBTFUL), into=tmp_path / "refs", lang=lang).entries
    assert entry.file is not None
    lines = Path(entry.file).read_text(encoding="utf-8").splitlines()
    marked = [lines[n + 1].strip() for n, line in enumerate(lines) if line.strip().startswith(mark)]
    assert entry.check
    assert marked
    assert {line.partition(":")[0] for line in marked} >= {known.path()[0] for known in entry.check if known.path()[0] != "aspects"}
    (study,) = litreview.load(entry.file)
    assert study == entry.study


def test_every_reason_has_its_words() -> None:
    for tag in ("id", "en"):
        words = language(tag).section("confidence")
        study, _ = litreview.read_abstract(DOUBTFUL)
        assert all(reason in words for known in study.confidence for reason in known.reasons)


def test_empty_fields_are_filled_when_asked_and_emptied_ones_never(tmp_path: Path) -> None:
    page = put(tmp_path, "page.txt", PAGE)
    litreview.add(page, into=tmp_path / "refs")
    file = tmp_path / "refs" / "wulandari-alasan-nd.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("  keywords:"))
    del lines[start]
    file.write_text("# mine\n" + "".join(lines), encoding="utf-8")
    before = file.read_bytes()
    done = litreview.add(page, into=tmp_path / "refs", fill=True)
    assert (states(done), done.entries[0].new) == (["there"], ("keywords",))
    assert file.read_bytes() == before

    dated = put(tmp_path, "dated.txt", PAGE.replace("NIM: 2017330045", "Tahun: 2021"))
    assert states(litreview.add(dated, into=tmp_path / "refs")) == ["there"]
    assert file.read_bytes() == before
    done = litreview.add(dated, into=tmp_path / "refs", fill=True)
    assert states(done) == ["filled"]
    (study,) = litreview.load(file)
    assert study.issued is not None
    assert study.issued.year == 2021
    assert not study.keywords
    assert file.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_field_that_a_person_left_open_on_purpose_stays_open(tmp_path: Path) -> None:
    title = "Alasan Dua Kota Bekerja Sama dalam Pengelolaan Sampah"
    record = put(tmp_path, "refs/own.yaml", f"key: own\ntitle: {{id: {title}}}\nauthor: [{{family: Wulandari}}]\nkeywords: null\n")
    done = litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs", fill=True)
    assert states(done) == ["filled"]
    (study,) = litreview.load(record)
    assert "keywords" in study.looked_for
    assert study.abstract


def test_a_bibliography_grows_at_its_end_and_keeps_its_bytes(tmp_path: Path) -> None:
    library = put(tmp_path, "library.bib", BIB)
    done = litreview.add(put(tmp_path, "page.txt", PAGE), into=library)
    assert states(done) == ["added"]
    text = library.read_text(encoding="utf-8")
    assert text.startswith(BIB)
    assert "@misc{wulandari-alasan-nd" in text or "wulandari-alasan-nd" in text
    grown = library.read_bytes()
    assert states(litreview.add(tmp_path / "page.txt", into=library)) == ["there"]
    assert library.read_bytes() == grown


def test_a_bibliography_pasted_or_given_goes_into_a_folder_one_file_each(tmp_path: Path) -> None:
    ris = "TY  - BOOK\nTI  - Cities and Harbours of the North\nAU  - Putri, Dewi\nPY  - 2020\nER  -\n"
    done = litreview.add(put(tmp_path, "mine.bib", BIB), into=tmp_path / "refs", text=ris)
    assert states(done) == ["added", "added"]
    assert len(list((tmp_path / "refs").glob("*.yaml"))) == 2
    assert (tmp_path / "refs" / "lee2019.yaml").exists()
    assert states(litreview.add(tmp_path / "mine.bib", into=tmp_path / "refs", text=ris)) == ["there", "there"]


def test_another_work_under_the_same_key_gets_a_key_and_a_file_of_its_own(tmp_path: Path) -> None:
    first, second = put(tmp_path, "a.bib", BIB), put(tmp_path, "b.bib", BIB.replace("Motives of Towns and Ports", "Glass and Sand"))
    litreview.add(first, into=tmp_path / "refs")
    before = (tmp_path / "refs" / "lee2019.yaml").read_bytes()
    done = litreview.add(second, into=tmp_path / "refs")
    assert (states(done), done.entries[0].study.key) == (["added"], "lee2019a")
    assert "duplicate-key" in [problem.code for problem in done.problems]
    assert (tmp_path / "refs" / "lee2019.yaml").read_bytes() == before


def test_a_file_of_the_name_is_never_overwritten(tmp_path: Path) -> None:
    notes = put(tmp_path, "refs/wulandari-alasan-nd.yaml", "- key: another\n  title: Other\n")
    before = notes.read_bytes()
    (entry,) = litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs").entries
    assert entry.file == str(tmp_path / "refs" / "wulandari-alasan-nd-2.yaml")
    assert notes.read_bytes() == before


def test_an_identifier_is_looked_up_and_known_again(tmp_path: Path) -> None:
    (entry,) = litreview.add("10.1000/ports", into=tmp_path / "refs", client=Registry()).entries
    assert (entry.state, entry.study.author[0].family, entry.missing) == ("added", "Putri", ("abstract",))
    done = litreview.add(into=tmp_path / "refs", text="https://doi.org/10.1000/ports\n", client=Registry())
    assert states(done) == ["there"]


def test_an_identifier_that_nobody_knows_is_told(tmp_path: Path) -> None:
    done = litreview.add("10.9999/nothing", into=tmp_path / "refs", client=Registry())
    assert (done.entries, done.not_found) == ((), ("10.9999/nothing",))
    assert done.problems
    assert not (tmp_path / "refs").exists()


def test_several_pages_in_one_text_are_several_records(tmp_path: Path) -> None:
    other = PAGE.replace("Wulandari", "Santoso").replace("Sampah", "Air Bersih").replace("sampah", "air").replace("Alasan", "Syarat")
    done = litreview.add(into=tmp_path / "refs", text=PAGE + "\n\n" + other)
    assert states(done) == ["added", "added"]
    assert {entry.study.author[0].family for entry in done.entries} == {"Wulandari", "Santoso"}


@pytest.mark.parametrize("given", ["no-such-file.txt", "10.1000", "sri"])
def test_what_is_neither_a_file_nor_an_identifier_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(ReadError):
        litreview.add(given, into=tmp_path / "refs", client=Registry())
    assert not (tmp_path / "refs").exists()


def test_a_place_that_cannot_be_written_is_refused_before_anything_is(tmp_path: Path) -> None:
    page = put(tmp_path, "page.txt", PAGE)
    with pytest.raises(WriteError):
        litreview.add(page, into=tmp_path / "no" / "such" / "refs")
    with pytest.raises(litreview.LitreviewError):
        litreview.add(page, into=tmp_path / "chapter.docx")


def test_nothing_pasted_is_told(tmp_path: Path) -> None:
    done = litreview.add(into=tmp_path / "refs", text=" \n")
    assert [problem.code for problem in done.problems] == ["nothing-pasted"]


def test_the_record_added_is_the_one_that_load_gives(tmp_path: Path) -> None:
    (entry,) = litreview.add(put(tmp_path, "page.txt", PAGE), into=tmp_path / "refs").entries
    (study,) = litreview.load(tmp_path / "refs")
    assert isinstance(entry.study, Study)
    assert study == entry.study
