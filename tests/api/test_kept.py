"""What stands at the place of an output is kept or refused, and told: from Python and from the command line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import litreview
from litreview._resources import folder
from litreview.errors import WriteError
from litreview.library.safe.seal import seal, sealed
from litreview.library.safe.standing import standing
from litreview.library.save import NOTHING, save, save_all
from litreview.record import LangText, Library, Study

STUDIES = Library((Study("lee", "book", title=LangText({"en": "Motives"})),))
MEMO = b"satu baris\n"


def word(*paragraphs: str, old: bytes | None = None) -> bytes:
    """A Word file as Word would save it: that of `old` with these paragraphs added."""
    document = docx.Document(io.BytesIO(old)) if old else docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def open_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("meta.xml", "<office:document-meta><office:meta></office:meta></office:document-meta>")
        package.writestr("content.xml", "<a/>")
    return out.getvalue()


def code(error: pytest.ExceptionInfo[WriteError]) -> str:
    assert error.value.problem is not None
    return error.value.problem.code


@pytest.mark.parametrize("name", ["bab2.md", "bab2.html", "bab2.tex", "bab2.docx", "bab2.odt"])
def test_a_sealed_file_says_itself_whether_it_is_as_it_was(name: str) -> None:
    data = open_document() if name.endswith("odt") else word("satu") if name.endswith("docx") else MEMO
    if name.endswith("docx"):  # as ours are, with properties of its own
        bibliography = litreview.bibliography(STUDIES)
        data = litreview.writers.named("docx").write(bibliography.document)
    whole = sealed(data, name)
    assert whole is not None
    assert whole == sealed(data, name)
    assert (seal(whole, name), seal(data, name)) == ("whole", "broken" if name.endswith("docx") else None)
    again = sealed(whole, name)
    assert again == whole, "a seal is renewed, never doubled"


def test_a_broken_seal_is_that_of_an_edited_file() -> None:
    whole = sealed(MEMO, "bab2.md") or b""
    for edited in (
        whole + b"sambungan\n",
        whole.replace(b"satu", b"dua"),
        whole.replace(b"\n", b"\r\n"),
        whole.decode().encode("utf-16"),
        b"depan\n" + whole,
    ):
        assert seal(edited, "bab2.md") == "broken"
    package = litreview.writers.named("docx").write(litreview.bibliography(STUDIES).document)
    assert seal(word("tulisan saya", old=sealed(package, "a.docx")), "a.docx") == "broken"
    assert seal(word("skripsi"), "a.docx") is None


@pytest.mark.parametrize("name", ["bab2.docx", "bab2.md", "bab2.txt", "bab2.html", "bab2.tex"])
def test_an_edited_output_is_kept_beside_the_new_one_and_told(tmp_path: Path, name: str) -> None:
    made, target = litreview.bibliography(STUDIES), tmp_path / name
    assert made.save(target).problems == ()
    assert made.save(target).problems == ()
    edited = word("TULISAN SAYA", old=target.read_bytes()) if name.endswith("docx") else target.read_bytes() + b"TULISAN SAYA"
    target.write_bytes(edited)
    assert standing(target).state == "edited"
    saved = made.save(target)
    copy = tmp_path / name.replace(".", ".bak1.")
    assert [(p.code, p.get("copy")) for p in saved.problems] == [("copy-of-edited", str(copy))]
    assert copy.read_bytes() == edited
    assert standing(target).state == "unchanged"
    assert made.save(target).problems == ()


@pytest.mark.parametrize("name", ["skripsi.docx", "library.bib", "catatan.txt"])
def test_a_foreign_file_is_refused_and_with_a_word_replaced(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(foreign := word("skripsi") if name.endswith("docx") else b"@book{own, title = {Mine}}\n")
    write: Callable[..., litreview.Saved] = (
        litreview.convert(STUDIES, "bibtex").save if name.endswith("bib") else litreview.bibliography(STUDIES).save
    )
    with pytest.raises(WriteError, match="--overwrite") as refused:
        write(target)
    assert code(refused) == "output-foreign"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [foreign]
    assert [problem.code for problem in write(target, overwrite=True)] == ["copy-of-foreign"]
    assert target.with_name(name.replace(".", ".bak1.")).read_bytes() == foreign


def test_the_last_five_copies_stay_and_none_that_litreview_did_not_make(tmp_path: Path) -> None:
    target = tmp_path / "bab2.txt"
    (tmp_path / "bab2.bak1.txt").write_text("a copy of her own")
    save(target, b"0", NOTHING)
    for n in range(1, 9):
        target.write_bytes(b"edited %d" % n)
        save(target, b"new %d" % n, NOTHING)
    names = {path.name: path.read_text() for path in tmp_path.iterdir() if "bak" in path.name}
    assert names == {"bab2.bak1.txt": "a copy of her own"} | {f"bab2.bak{n + 1}.txt": f"edited {n}" for n in range(4, 9)}


def test_what_is_kept_already_is_not_kept_twice(tmp_path: Path) -> None:
    target = tmp_path / "bab2.txt"
    save(target, b"0", NOTHING)
    for n in range(3):
        target.write_bytes(b"the same words")
        save(target, b"%d" % n, NOTHING)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bab2.bak1.txt", "bab2.txt"]


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("bab2.docx", "~$bab2.docx"),
        ("skripsi.docx", "~$skripsi.docx"),
        ("lampiran.docx", "~$mpiran.docx"),
        ("bab2.docx", ".~lock.bab2.docx#"),
        ("a.md", ".~lock.a.md#"),
    ],
)
def test_an_open_file_is_refused(tmp_path: Path, name: str, lock: str) -> None:
    lock = "~$kripsi.docx" if lock == "~$skripsi.docx" else lock
    save(tmp_path / name, MEMO, NOTHING)
    before = (tmp_path / name).read_bytes()
    (tmp_path / lock).write_bytes(b"")
    for overwrite in (False, True):
        with pytest.raises(WriteError, match="open") as refused:
            save(tmp_path / name, b"baru", NOTHING, overwrite=overwrite)
        assert code(refused) == "output-open"
    assert (tmp_path / name).read_bytes() == before
    (tmp_path / lock).unlink()
    save(tmp_path / name, b"baru", NOTHING)


def test_one_foreign_file_beside_refuses_all(tmp_path: Path) -> None:
    files = {tmp_path / "bab2.tex": b"tex\n", tmp_path / "bab2.bib": b"@book{a}\n"}
    (tmp_path / "bab2.bib").write_bytes(b"@book{own}\n")
    with pytest.raises(WriteError, match=r"bab2\.bib"):
        save_all(files, NOTHING)
    assert [path.name for path in tmp_path.iterdir()] == ["bab2.bib"]


def test_without_the_memory_of_an_earlier_machine_what_belongs_to_ours_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {tmp_path / "bab2.tex": b"tex\n", tmp_path / "bab2.bib": b"@book{a}\n"}
    save_all(files, NOTHING)
    monkeypatch.setenv("LITREVIEW_STATE", str(tmp_path / "other"))
    assert save_all(files, NOTHING).problems == ()
    saved = save_all({tmp_path / "bab2.tex": b"new\n", tmp_path / "bab2.bib": b"@book{b}\n"}, NOTHING)
    assert [problem.code for problem in saved] == ["copy-of-foreign"]
    assert (tmp_path / "bab2.bak1.bib").read_bytes() == b"@book{a}\n"


def test_an_outline_that_is_brought_up_to_date_is_not_overwritten_while_it_changes(tmp_path: Path) -> None:
    target, references = tmp_path / "kerangka.yaml", litreview.load(folder("references"))
    litreview.outline(references).save(target)
    new = litreview.outline(references, target)
    target.write_text(target.read_text(encoding="utf-8") + "# catatan saya\n", encoding="utf-8")
    with pytest.raises(WriteError) as refused:
        new.save(target)
    assert code(refused) == "source-changed-meanwhile"
    assert target.read_text(encoding="utf-8").endswith("# catatan saya\n")
    litreview.outline(references, target).save(target)
