"""Abstract pages as Word and PDF files through the library: named or in a folder, sound or not."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import litreview
from litreview.errors import MissingExtra, ReadError
from litreview.pages.sources.pdf import read as pdf
from litreview.record import Study
from tests.api.files import word
from tests.pages.labelled import FOLDER, cases

PAGE = """\
Alasan Dua Kota Bekerja Sama dalam Pengelolaan Sampah

Oleh: Sri Wulandari

Abstrak

Sampah kota menjadi beban yang berat bagi banyak daerah. Penelitian ini bertujuan menjelaskan alasan dua kota bekerja sama. \
Penelitian ini menggunakan metode kualitatif dengan wawancara. Hasil penelitian menunjukkan bahwa biaya menjadi alasan utama.

Kata kunci: kota, sampah
"""
needs_pypdf = pytest.mark.skipif(pdf.pypdf is None, reason="pypdf, the extra [pdf], is not installed")


def a_pdf(*pages: str) -> bytes:
    """A PDF with a text layer of these pages, a line of text each; built by hand, without compression."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for number, page in enumerate(pages):
        height, shown = 800, []
        for line in page.split("\n"):
            height -= 14
            if line:
                shown.append(f"BT /F 9 Tf 1 0 0 1 40 {height} Tm ({line.replace('(', '').replace(')', '')}) Tj ET")
        stream = "\n".join(shown).encode("latin-1")
        kid = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>"
        objects += [kid.encode(), b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def wrapped(text: str, width: int = 110) -> str:
    lines = []
    for paragraph in text.split("\n"):
        words, line = paragraph.split(), ""
        for w in words:
            if len(line) + len(w) > width:
                lines.append(line)
                line = ""
            line += (" " if line else "") + w
        lines.append(line)
    return "\n".join(lines)


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def said(study: Study) -> tuple[object, ...]:
    return study.title, study.names, study.abstract, study.keywords, study.variables, study.genre, study.dates


@needs_pypdf
@pytest.mark.parametrize(("name", "data"), [("page.docx", word(PAGE)), ("page.pdf", a_pdf(wrapped(PAGE)))], ids=["word", "pdf"])
def test_a_page_is_read_whether_named_or_found(tmp_path: Path, name: str, data: bytes) -> None:
    path = put(tmp_path, name, data)
    wanted, _ = litreview.read_abstract(PAGE)
    for source in (path, tmp_path):
        (study,) = litreview.load(source)
        assert said(study) == said(wanted)
        text = litreview.page_text(path)
        places = [e.page for v in (*study.aspects.method, *study.aspects.findings) for e in v.evidence]
        assert places
        assert all(place is not None and text[place.start : place.end] == place.quote for place in places)


@needs_pypdf
def test_one_page_kept_three_ways_is_one_study(tmp_path: Path) -> None:
    for name, data in (("a.txt", PAGE.encode()), ("b.docx", word(PAGE)), ("c.pdf", a_pdf(wrapped(PAGE)))):
        put(tmp_path, name, data)
    library = litreview.load(tmp_path)
    assert len(library) == 1
    assert [p.code for p in library.problems if p.code == "page-recorded"] == ["page-recorded"] * 2
    assert not [p for p in library.problems if p.severity != "info"]


def test_a_record_of_the_page_takes_its_place(tmp_path: Path) -> None:
    put(tmp_path, "page.docx", word(PAGE))
    put(tmp_path, "own.yaml", "key: own\ntype: thesis\ntitle: {id: Alasan dua kota bekerja sama dalam pengelolaan sampah}\nlanguage: id\n")
    assert litreview.load(tmp_path).keys() == ("own",)


def _spaced(values: tuple[object, ...]) -> str:
    """Values without regard to paragraphs: a program may make one of each line."""
    return " ".join(str(values).replace("\\n", " ").split())


def encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def locked_pdf() -> bytes:
    writer = pdf.pypdf.PdfWriter(clone_from=io.BytesIO(a_pdf(wrapped(PAGE))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def own_chapter() -> bytes:
    out = io.BytesIO(word(PAGE))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("customXml/item9.xml", '<draft xmlns="urn:litreview:draft:1"/>')
    return out.getvalue()


@needs_pypdf
@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("bad.docx", lambda: b"not a package", "page-not-word"),
        ("cut.docx", lambda: word(PAGE)[:900], "page-not-word"),
        ("locked.docx", encrypted, "page-word-locked"),
        ("chapter.docx", own_chapter, "page-own-draft"),
        ("bad.pdf", lambda: b"%PDF-1.7 nothing", "page-not-pdf"),
        ("locked.pdf", locked_pdf, "page-pdf-locked"),
        ("scan.pdf", lambda: a_pdf(""), "page-scanned"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_of_the_folder_is_read(tmp_path: Path, name: str, make: object, code: str) -> None:
    assert callable(make)
    path = put(tmp_path, name, make())
    with pytest.raises(ReadError) as caught:
        litreview.load(path)
    assert caught.value.problem is not None
    assert (caught.value.problem.code, caught.value.path) == (code, str(path))
    for tag in ("id", "en"):
        assert str(path) in litreview.explain(caught.value.problem, tag)
    put(tmp_path, "page.txt", PAGE)
    library = litreview.load(tmp_path)
    assert len(library) == 1
    (told,) = [p for p in library.problems if p.code == code]
    assert told.severity == ("info" if code == "page-own-draft" else "error")


def test_without_the_extra_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "pypdf", None)
    path = put(tmp_path, "page.pdf", a_pdf(PAGE))
    put(tmp_path, "page.txt", PAGE)
    with pytest.raises(MissingExtra, match=r"\[pdf\]"):
        litreview.load(path)
    library = litreview.load(tmp_path)
    assert len(library) == 1
    assert [p.code for p in library.problems if p.severity == "error"] == ["page-needs-extra"]


@needs_pypdf
def test_other_documents_in_a_folder_are_no_studies(tmp_path: Path) -> None:
    prose = "Dengan ini saya menyatakan bahwa skripsi ini adalah karya saya sendiri dan bukan salinan karya orang lain. " * 3
    put(tmp_path, "page.txt", PAGE)
    put(tmp_path, "letter.docx", word(f"SURAT PERNYATAAN\n\n{prose}"))
    put(tmp_path, "~$page.docx", b"\x05lock")
    put(tmp_path, "article.pdf", a_pdf(*[wrapped(PAGE.replace("sampah", "tanah"))] * 6))
    library = litreview.load(tmp_path)
    assert len(library) == 1
    assert not [p for p in library.problems if p.severity != "info"]
    assert len([p for p in library.problems if p.code == "page-passed-over"]) == 2


def test_a_template_is_read_like_a_document(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(PAGE))) as package, zipfile.ZipFile(out, "w") as changed:
        for entry in package.infolist():
            data = package.read(entry)
            if entry.filename == "[Content_Types].xml":
                data = data.replace(b"document.main+xml", b"template.main+xml")
            changed.writestr(entry, data)
    (study,) = litreview.load(put(tmp_path, "page.docx", out.getvalue()))
    assert study.author[0].family == "Wulandari"


@needs_pypdf
def test_of_a_whole_article_only_the_front_is_read(tmp_path: Path) -> None:
    body = "\n1. Pendahuluan\n" + "Kota-kota di Indonesia tumbuh dengan cepat dan sampahnya ikut bertambah setiap tahun. " * 40
    study, problems = litreview.read_abstract(PAGE + body)
    wanted, _ = litreview.read_abstract(PAGE)
    assert said(study) == said(wanted)
    assert [p.origin.line for p in problems if p.code == "body-left-out"] == [PAGE.count("\n") + 2]
    (read,) = litreview.load(put(tmp_path, "article.pdf", a_pdf(wrapped(PAGE), *[wrapped(body)] * 7)))
    assert said(read) == said(wanted)


@pytest.mark.slow
def test_hostile_pages_end_in_words_and_soon(tmp_path: Path) -> None:
    hostile = {
        "empty.txt": b"",
        "stars.txt": b"*" * 200_000,
        "one-word.txt": b"a" * 300_000,
        "binary.txt": bytes(range(32)) * 4000,
        "keywords.txt": b"Kata kunci: kota; desa\n",
        "many.txt": (PAGE + "\n").encode() * 100,
        "large.txt": ("Kota dan desa itu bekerja sama. " * 160_000).encode(),
        "empty.docx": word(""),
        "stars.docx": word("*" * 100_000),
    }
    for name, data in hostile.items():
        library = litreview.load(put(tmp_path, name, data))
        assert library.problems, name
        for problem in library.problems[:50]:
            assert litreview.explain(problem, "id")


@pytest.mark.slow
@needs_pypdf
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_what_an_office_program_makes_of_the_pages_gives_the_same_records(tmp_path: Path, kind: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice, which makes the files, is not installed")
    chosen = [case for case in cases() if "*" not in case.text and "^" not in case.text and "#" not in case.text][::3]
    for case in chosen:
        put(tmp_path, f"{case.name}.txt", case.text)
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, *(str(tmp_path / f"{case.name}.txt") for case in chosen)], check=True, capture_output=True, timeout=240)
    wrong = []
    for case in chosen:
        (study,) = litreview.load(tmp_path / f"{case.name}.{kind}")
        wanted, _ = litreview.read_abstract(case.text)
        if _spaced(said(study)) != _spaced(said(wanted)):
            wrong.append(case.name)
        text = litreview.page_text(tmp_path / f"{case.name}.{kind}")
        for name in ("aim", "method", "data", "findings"):
            for value in study.aspects.values(name):
                for evidence in value.evidence:
                    assert evidence.page is None or text[evidence.page.start : evidence.page.end] == evidence.page.quote
    assert FOLDER.is_dir()
    assert wrong == []
