"""``python -m tests.templates FOLDER [--sources SOURCE] [--libreoffice] [--validator COMMAND] [--keep FOLDER]``: real files, before and after.

A chapter is set into each ``.docx`` and ``.dotx`` of FOLDER, below the heading of its review chapter where it has one, else at its end.
Then everything that was there is compared: blocks of the body, sections, headers, footers, notes, comments, styles, lists. With
``--libreoffice`` the lines that LibreOffice prints, with the numbers that it counts itself, must all still be there in their order; with
``--validator`` no kind of error may come in that the file did not have. One line a file and one for each thing that changed.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shlex
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
from lxml import etree

import litreview
from litreview._resources import folder
from litreview.errors import LitreviewError
from litreview.writers.docx.package.safe_package import checked
from litreview.writers.docx.template.chapter import level_of, words_of
from litreview.writers.docx.template.styles import Sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVIEWS = "tinjauan pustaka|landasan teori|kajian pustaka|kajian teori|telaah pustaka|studi pustaka|literature review|marco te.rico|background|bab ii"
"""What the chapter is called into which a review goes."""
OPENS = ("type", "titlePg", "pgNumType")
"""How a section opens: the first part of a section that is parted keeps it."""


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name.removeprefix("/"): archive.read(name) for name in archive.namelist()}


def canonical(element: Any, *, without: Sequence[str] = ()) -> str:
    """An element alone, in one spelling; places of ours in it (bookmarks), the numbers of notes and the named children left out."""
    copy: Any = etree.fromstring(etree.tostring(element, with_tail=False))
    ours = {e.get(f"{W}id") for e in copy.iter(f"{W}bookmarkStart") if re.match(r"_(?:lr_|Toc|Ref|ref_|cite_)", str(e.get(f"{W}name")))}
    for mark in [e for e in copy.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd") if e is not copy and e.get(f"{W}id") in ours]:
        mark.getparent().remove(mark)
    for note in copy.iter(f"{W}footnoteReference", f"{W}footnote"):
        note.attrib.pop(f"{W}id", None)
    for name in without:
        for child in list(copy.iter(f"{W}{name}")):
            child.getparent().remove(child)
    return bytes(etree.tostring(copy, method="c14n", exclusive=True)).decode()


def lacking(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """What of a sequence is not there any more, or not in its order."""
    gone: list[str] = []
    place = 0
    for one in before:
        try:
            place = after.index(one, place) + 1
        except ValueError:
            gone.append(one)
    return gone


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())[:90]


def story(data: bytes, name: str) -> list[Any]:
    blob = parts(data).get(name)
    return list(etree.fromstring(blob)) if blob else []


def sections(data: bytes) -> list[str]:
    root = etree.fromstring(parts(data)["word/document.xml"])
    return [canonical(e, without=OPENS) for e in root.iter(f"{W}sectPr")]


def openings(data: bytes) -> Counter[str]:
    """How the sections open, and how their pages are counted."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    return Counter(canonical(e) for section in root.iter(f"{W}sectPr") for e in section if etree.QName(e).localname in OPENS[1:])


def changes(before: bytes, after: bytes) -> Iterator[str]:
    """What of a file is not as it was in the file that was made of it; the mark and what it stood for is left out by the caller."""
    old, new = parts(before), parts(after)
    body = [
        [canonical(e, without=("sectPr",)) for e in etree.fromstring(p["word/document.xml"])[0] if e.tag != f"{W}sectPr"]
        for p in (old, new)
    ]
    yield from (f"block: {words(block)}" for block in lacking(*body))
    yield from (f"section: {section[:120]}" for section in lacking(sections(before), sections(after)))
    yield from (f"opening of a section: {one[-80:]}" for one in openings(before) - openings(after))
    for name in sorted(old):
        if re.fullmatch(
            r"word/(?:header|footer)\d*\.xml|word/comments\w*\.xml|word/theme/.*|word/media/.*|word/embeddings/.*|word/settings.xml", name
        ):
            if name not in new:
                yield f"part: {name}"
            elif name.endswith(".xml") and name != "word/comments.xml":
                same = canonical(etree.fromstring(old[name]), without=("footnotePr",)) == canonical(
                    etree.fromstring(new[name]), without=("footnotePr",)
                )
                if not same:
                    yield f"part: {name}"
    for name in ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/styles.xml", "word/numbering.xml"):
        gone = lacking([canonical(e) for e in story(before, name)], [canonical(e) for e in story(after, name)])
        yield from (f"{name}: {words(one) or one[:90]}" for one in gone)


def printed(data: bytes) -> list[str]:
    """The lines that LibreOffice prints, with the numbers of lists and captions that it counts."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "file.docx")
        file.write_bytes(data)
        profile = f"-env:UserInstallation=file://{place}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", place, str(file)]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
        text = Path(place, "file.txt")
        return [line for raw in text.read_text(encoding="utf-8").splitlines() if (line := " ".join(raw.split()))] if text.is_file() else []


def errors(data: bytes, validator: str) -> Counter[str]:
    """The kinds of error that a validator finds, with their number."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "file.docx")
        file.write_bytes(data)
        told = subprocess.run([*shlex.split(validator), str(file)], check=False, capture_output=True, text=True, timeout=300).stdout
    try:
        listed = json.loads(told)
    except json.JSONDecodeError:
        return Counter(line.strip() for line in told.splitlines() if line.strip())
    found = listed.get("errors", listed) if isinstance(listed, dict) else listed
    return Counter(str(one.get("description", one)) for one in found)


def place_in(data: bytes) -> str | None:
    """The heading of the review chapter, the first of those with such words."""
    word = docx.Document(io.BytesIO(data))
    sheet = Sheet(word.styles.element, word.element.body)
    for paragraph in word.element.body.iter(f"{W}p"):
        level, text = level_of(paragraph, sheet), words_of(paragraph)
        if level is not None and level <= 1 and re.search(REVIEWS, text, re.IGNORECASE):
            return text
    return None


def tried(file: Path, review: litreview.Review, target: Path) -> tuple[bytes, bytes, str | None]:
    """The file as it is opened, and what was made of it."""
    data, _ = checked(file.read_bytes(), file.name)
    place = place_in(data)
    review.save(target, template=file, insert_at=place, overwrite=True)
    return data, target.read_bytes(), place


def main(arguments: Sequence[str]) -> int:
    """Try every file of a folder; the exit code is 1 where something changed."""
    parser = argparse.ArgumentParser(prog="python -m tests.templates")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", default=str(folder("references")))
    parser.add_argument("--lang", default="id")
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--validator")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    review = litreview.draft(given.sources, lang=given.lang)
    changed = 0
    with tempfile.TemporaryDirectory() as elsewhere:
        keep = given.keep or Path(elsewhere)
        keep.mkdir(exist_ok=True)
        for file in sorted(f for f in given.folder.iterdir() if f.suffix.casefold() in (".docx", ".dotx")):
            try:
                before, after, place = tried(file, review, keep / f"{file.stem}.docx")
            except LitreviewError as error:
                print(f"{file.name}: refused: {error}")
                continue
            told = list(changes(before, after))
            if given.libreoffice:
                told += [f"line: {line[:100]}" for line in lacking(printed(before), printed(after))]
            if given.validator:
                told += [f"error: {one[:150]}" for one in errors(after, given.validator) - errors(before, given.validator)]
            print(f"{file.name}: at {place!r}: {len(told)} changed")
            for line in told[:12]:
                print(f"    {line}")
            changed += bool(told)
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
