"""A library of Zotero as a source: what is in it, what is asked of it, and that it is never touched."""

from __future__ import annotations

import os
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

import litreview
from litreview import Zotero
from litreview.cli import main
from litreview.zotero.places import data_folders
from tests.conftest import SHARED
from tests.zotero.counts import by_sql, by_us
from tests.zotero.database import TYPES, Database, better_bibtex

URI = "http://zotero.org/users/local/abcdEFGH/items/"


@pytest.fixture
def library(tmp_path: Path) -> Database:
    """Two works in nested collections, one in a group, one in the trash, one in a feed, a note and a file of their own."""
    db = Database(tmp_path / "zotero.sqlite")
    lee = db.item(
        "LEE00001", title="Ports", date="2019-05-00 May 2019", by=["Lee, Min", "Port Office"], publicationTitle="Docks", language="en"
    )
    sari = db.item(
        "SARI0001", "thesis", title="Kota kembar", date="2021-00-00 2021", by=["Sari, Dewi"], university="Universitas Contoh", language="id"
    )
    kota = db.collection("Kota", [sari])
    db.collection("Hidup", [lee], under=kota)
    db.tag(sari, "kota")
    db.tag(sari, "city diplomacy", automatic=True)
    db.relate(lee, "dc:replaces", URI + "OLD00001")
    db.trash(db.item("OLD00001", title="Ports", by=["Lee, Min"]))
    db.trash_collection(db.collection("Lama", [lee]))
    group = db.group(77, "Kelompok", 2)
    db.collection("Bersama", [db.item("GRUP0001", title="Shared", by=["Kim, Jo"], library=group)], library=group)
    db.item("FEED0001", title="News", library=db.feed(3))
    db.pdf(None, "PDF00001")
    db.note(None, "NOTE0001", "<p>beli kopi</p>")
    db.save()
    return db


def titles(folder: Path, wanted: str = "") -> list[str]:
    return [str(study.text("title")) for study in litreview.load(Zotero(wanted, folder))]


def test_my_library_and_the_groups_without_trash_feeds_and_what_is_no_work(library: Database) -> None:
    assert titles(library.file.parent) == ["Ports", "Kota kembar", "Shared"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Kota", ["Kota kembar", "Ports"]),  # what is in subcollections stands behind
        ("Kota/Hidup", ["Ports"]),
        ("hidup", ["Ports"]),
        ("Kelompok", ["Shared"]),
        ("Kelompok/Bersama", ["Shared"]),
        ("tag:KOTA", ["Kota kembar"]),
        ("tag:city diplomacy", ["Kota kembar"]),
    ],
)
def test_collections_by_their_path_and_tags(library: Database, wanted: str, expected: list[str]) -> None:
    assert titles(library.file.parent, wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "said"), [("Kotaa", 'did you mean "Kota"?'), ("Lama", "there are: "), ("tag:kotta", 'did you mean "kota"?')]
)
def test_what_zotero_does_not_have_is_one_line_with_what_it_has(library: Database, wanted: str, said: str) -> None:
    with pytest.raises(litreview.ReadError) as caught:
        titles(library.file.parent, wanted)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_that_two_collections_have_is_asked_for_by_its_path(library: Database) -> None:
    library.collection("Hidup", under=library.collection("Desa"))
    library.save()
    with pytest.raises(litreview.ReadError, match="zotero:Desa/Hidup, zotero:Kota/Hidup"):
        titles(library.file.parent, "Hidup")


def test_the_fields_of_an_item_and_where_it_stands_in_zotero(library: Database) -> None:
    lee, sari, shared = litreview.load(Zotero("", library.file))
    assert [(name.family, name.given, name.literal) for name in lee.author] == [("Lee", "Min", None), (None, None, "Port Office")]
    assert lee.issued is not None
    assert lee.issued.edtf() == "2019-05"
    assert (lee.type, lee.text("container-title"), lee.key) == ("article-journal", "Docks", "lee-ports-2019")
    assert (sari.type, sari.text("publisher"), sari.language) == ("thesis", "Universitas Contoh", "id")
    assert sari.keywords == {"id": ("kota", "city diplomacy")}
    assert sari.extra == (("zotero:uri", URI + "SARI0001"), ("zotero:own-tag", "kota"), ("zotero:collection", "Kota"))
    assert ("zotero:replaces", URI + "OLD00001") in lee.extra
    assert ("zotero:collection", "Kota/Hidup") in lee.extra
    assert ("zotero:uri", "http://zotero.org/groups/77/items/GRUP0001") in shared.extra


def test_an_account_that_is_known_stands_in_the_addresses(tmp_path: Path) -> None:
    db = Database(tmp_path / "zotero.sqlite", account="475425")
    db.item("LEE00001", title="Ports")
    (study,) = litreview.load(Zotero("", db.save()))
    assert study.extra == (("zotero:uri", "http://zotero.org/users/475425/items/LEE00001"),)


@pytest.mark.parametrize(
    ("kind", "fields", "by", "expected"),
    [
        ("bookSection", {"title": "A", "bookTitle": "B", "place": "Medan"}, ["Lee, Min", "editor: Kim, Jo"],
         {"type": "chapter", "container-title": "B", "publisher-place": "Medan", "editor": "Jo Kim"}),
        ("conferencePaper", {"title": "A", "proceedingsTitle": "P", "conferenceName": "Meet"}, [], {"type": "paper-conference", "event-title": "Meet"}),
        ("report", {"title": "A", "institution": "BPS", "reportNumber": "7", "reportType": "Laporan"}, [],
         {"type": "report", "publisher": "BPS", "number": "7", "genre": "Laporan"}),
        ("case", {"caseName": "X v Y", "court": "MA", "dateDecided": "2010-01-02 2010-01-02"}, [],
         {"type": "legal_case", "title": "X v Y", "authority": "MA", "issued": "2010-01-02"}),
        ("preprint", {"title": "A", "repository": "arXiv", "archiveID": "arXiv:1"}, [], {"type": "article", "publisher": "arXiv", "number": "arXiv:1"}),
        ("film", {"title": "A"}, ["director: Lee, Min"], {"type": "motion_picture", "director": "Min Lee"}),
        ("interview", {"title": "A"}, ["interviewee: Lee, Min", "interviewer: Kim, Jo"], {"author": "Min Lee", "interviewer": "Jo Kim"}),
        ("computerProgram", {"title": "A", "programmingLanguage": "C"}, ["programmer: Lee, Min"], {"type": "software", "author": "Min Lee"}),
        ("statute", {"nameOfAct": "UU 5", "dateEnacted": "2014-00-00 2014"}, [], {"type": "legislation", "title": "UU 5", "issued": "2014"}),
        ("email", {"subject": "Hi"}, [], {"type": "personal_communication", "title": "Hi"}),
        ("journalArticle", {"title": "A", "extra": "PMID: 25\nOriginal Date: 1890\nOCLC: 9"}, [],
         {"PMID": "25", "original-date": "1890", "note": "OCLC: 9"}),
        ("document", {"title": "A", "extra": "type: dataset"}, [], {"type": "dataset"}),
        ("book", {"title": "A", "date": "0000-00-00 in press"}, [], {"issued": "in press"}),
    ],
)  # fmt: skip
def test_types_fields_and_creators_are_those_of_zoteros_own_export(
    tmp_path: Path, kind: str, fields: dict[str, str], by: list[str], expected: dict[str, str]
) -> None:
    db = Database(tmp_path / "zotero.sqlite")
    db.item("AAAA0001", kind, by=by, **fields)
    (study,) = litreview.load(Zotero("", db.save()))
    for name, value in expected.items():
        if name == "type":
            assert study.type == value
        elif name in study.names:
            assert [person.text() for person in study.names[name]] == [value]
        elif name in study.dates:
            assert (study.dates[name].literal or study.dates[name].edtf()) == value
        else:
            assert study.text(name) == value


TYPES_OF_CSL = """
artwork graphic, audioRecording song, bill bill, blogPost post-weblog, book book, bookSection chapter, case legal_case, computerProgram software,
conferencePaper paper-conference, dataset dataset, dictionaryEntry entry-dictionary, document document, email personal_communication,
encyclopediaArticle entry-encyclopedia, film motion_picture, forumPost post, hearing hearing, instantMessage personal_communication,
interview interview, journalArticle article-journal, letter personal_communication, magazineArticle article-magazine, manuscript manuscript, map map,
newspaperArticle article-newspaper, patent patent, podcast broadcast, preprint article, presentation speech, radioBroadcast broadcast,
report report, standard standard, statute legislation, thesis thesis, tvBroadcast broadcast, videoRecording motion_picture, webpage webpage
"""


def test_every_type_of_zotero_has_its_type_of_csl(tmp_path: Path) -> None:
    pairs = [pair.split() for pair in TYPES_OF_CSL.replace("\n", " ").split(",")]
    assert sorted(kind for kind, _ in pairs) == sorted(set(TYPES) - {"note", "attachment", "annotation"})
    db = Database(tmp_path / "zotero.sqlite")
    for n, (kind, _) in enumerate(pairs):
        db.item(f"AAAA{n:04d}", kind, title=kind)
    assert [[study.text("title"), study.type] for study in litreview.load(Zotero("", db.save()))] == pairs


@pytest.mark.parametrize("documents", [False, True])
def test_keys_of_better_bibtex_and_those_that_are_pinned(tmp_path: Path, documents: bool) -> None:
    db = Database(tmp_path / "zotero.sqlite")
    db.item("AAAA0001", title="One")
    db.item("AAAA0002", title="Two", extra="Citation Key: pinned2020")
    db.item("AAAA0003", title="Three", citationKey="field2021")
    db.save()
    better_bibtex(
        tmp_path / "better-bibtex.sqlite", [("AAAA0001", "leeOne"), ("AAAA0002", "leeTwo"), ("AAAA0003", "leeThree")], documents=documents
    )
    assert litreview.load(Zotero("", tmp_path)).keys() == ("leeOne", "pinned2020", "field2021")


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_while_zotero_writes_the_last_whole_state_is_read_and_nothing_is_touched(library: Database, mode: str) -> None:
    folder = library.file.parent
    library.connection.execute(f"PRAGMA journal_mode = {mode}")
    library.item("NEW00001", title="Committed")
    library.save()
    library.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    library.connection.execute("BEGIN EXCLUSIVE")
    library.item("NEW00002", title="Half done")
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}
    assert titles(folder) == ["Ports", "Kota kembar", "Shared", "Committed"]
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()} == before


def broken(folder: Path, how: str) -> Path:
    whole, file = Database(folder / "whole.sqlite"), folder / "zotero.sqlite"
    whole.item("AAAA0001", title="One")
    data = whole.save().read_bytes()
    if how == "of another program":
        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE places (url TEXT)")
        connection.commit()
    else:
        file.write_bytes({"cut off": data[: len(data) // 3], "empty": b"", "encrypted": bytes(b ^ 0xA5 for b in data)}[how])
    return file


@pytest.mark.parametrize("how", ["cut off", "empty", "encrypted", "of another program"])
@pytest.mark.parametrize("language", ["en_GB.UTF-8", "id_ID.UTF-8"])
def test_a_file_that_is_no_library_is_one_line(
    tmp_path: Path, how: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    file = broken(tmp_path, how)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main(["convert", "zotero:", "--zotero", str(file), "-o", str(tmp_path / "out.bib")]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "zotero.sqlite" in said.err
    assert said.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_newer_zotero_is_read_with_a_note(tmp_path: Path) -> None:
    db = Database(tmp_path / "zotero.sqlite", userdata=999)
    db.item("AAAA0001", title="One")
    db.connection.execute("ALTER TABLE items ADD COLUMN mood TEXT")
    read = litreview.load(Zotero("", db.save()))
    assert [problem.code for problem in read.problems if problem.severity == "info"] == ["zotero-newer"]
    assert len(read) == 1


def test_an_old_zotero_without_the_newer_tables_is_read(tmp_path: Path) -> None:
    db = Database(tmp_path / "zotero.sqlite", userdata=77)
    db.item("AAAA0001", title="One", by=["Lee, Min"])
    for table in ("itemAnnotations", "deletedCollections", "feeds", "groups", "itemTypeCreatorTypes"):
        db.connection.execute(f"DROP TABLE {table}")
    (study,) = litreview.load(Zotero("", db.save()))
    assert (study.text("title"), study.author[0].family) == ("One", "Lee")


def test_every_command_with_sources_takes_zotero(library: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ["--zotero", str(library.file)]
    out = tmp_path / "out"
    out.mkdir()
    assert main(["convert", "zotero:Kota", *at, "-o", str(out / "a.bib")]) == 0
    assert main(["bibliography", "zotero:Kota", *at, "--style", "apa"]) == 0
    assert main(["themes", "zotero:Kota", *at, "-o", str(out / "kerangka.yaml")]) == 0
    assert main(["draft", "zotero:", *at, "-o", str(out / "bab2.docx"), "--citations", "zotero"]) == 0
    assert main(["keys", "zotero:", *at]) in (0, 1)
    assert main(["dedupe", "zotero:", *at]) in (0, 1)
    assert main(["check", str(out / "bab2.docx"), "--sources", "zotero:", *at]) in (0, 1)
    assert main(["evidence", str(out / "bab2.docx"), "--sources", "zotero:", *at]) in (0, 1)
    assert main(["add", "zotero:Kota", *at, "--into", str(out / "references")]) == 0
    assert sorted(path.name for path in (out / "references").iterdir()) == ["lee-ports-2019.yaml", "sari-kota-2021.yaml"]
    assert "Traceback" not in capsys.readouterr().err


def test_keys_of_zotero_are_not_rewritten(library: Database, capsys: pytest.CaptureFixture[str]) -> None:
    before = library.file.read_bytes()
    assert main(["keys", "zotero:", "--zotero", str(library.file), "--rename", "--formula", "{family}_{year}"]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert library.file.read_bytes() == before


def test_live_citations_carry_the_true_addresses(library: Database, tmp_path: Path) -> None:
    file = tmp_path / "bab2.docx"
    litreview.draft(litreview.load(Zotero("", library.file)), lang="en").save(file, citations="zotero")
    with zipfile.ZipFile(file) as package:
        text = package.read("word/document.xml").decode()
    uris = set(re.findall(r'"uris":\["([^"]+)"', text.replace("&quot;", '"')))
    assert uris == {URI + "LEE00001", URI + "SARI0001", "http://zotero.org/groups/77/items/GRUP0001"}
    assert '"custom":{' not in text.replace("&quot;", '"')


def test_the_settings_say_where_the_library_is(library: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "skripsi"
    work.mkdir()
    (work / "litreview.toml").write_text('sources = ["zotero:Kota"]\nzotero = ".."\n', encoding="utf-8")
    monkeypatch.chdir(work)
    assert main(["convert", "-o", "a.bib"]) == 0
    assert "Ports" in (work / "a.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("platform", "root"),
    [("linux", ".zotero/zotero"), ("darwin", "Library/Application Support/Zotero"), ("win32", "AppData/Roaming/Zotero/Zotero")],
)
def test_the_data_folder_is_where_the_profile_says(tmp_path: Path, platform: str, root: str) -> None:
    profile = tmp_path / root / "Profiles" / "x1.default"
    profile.mkdir(parents=True)
    ini = "[General]\nStartWithLastProfile=1\n\n[Profile0]\nName=default\nIsRelative=1\nPath=Profiles/x1.default\nDefault=1\n"
    (tmp_path / root / "profiles.ini").write_text(ini, encoding="utf-8")
    preferences = (
        'user_pref("extensions.zotero.dataDir", "/data/Perpustakaan \\u00e9");\nuser_pref("extensions.zotero.useDataDir", true);\n'
    )
    (profile / "prefs.js").write_text(preferences, encoding="utf-8")
    folders = list(data_folders(tmp_path, {}, platform))
    assert folders[0] == Path("/data/Perpustakaan é")
    assert tmp_path / "Zotero" in folders


@pytest.mark.skipif(not (SHARED / "zotero").is_dir(), reason="the two real libraries are not shipped")
@pytest.mark.parametrize("name", ["library-a", "library-b"])
def test_two_real_libraries_are_counted_as_sql_counts_them(name: str) -> None:
    file = SHARED / "zotero" / f"{name}.sqlite"
    assert by_us(file) == by_sql(file)


def test_what_is_asked_of_zotero_is_a_path_for_whatever_takes_one() -> None:
    assert os.fspath(Zotero("zotero:Kota")) == str(Zotero("Kota")) == "zotero:Kota"
