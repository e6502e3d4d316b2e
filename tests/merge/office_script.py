"""Run by a Python that has LibreOffice's bridge ("uno"): opens each file, makes the edits that stand beside it as JSON, saves it.

Usage: python3 office_script.py JOBS.json, a list of {"source", "target", "odt": bool, "edits": [[kind, share, share, word], …]}.
"""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:  # the Python of the tests has no bridge: it only starts one that has
    uno = PropertyValue = None

BREAK = 0


def named(name: str, value: object) -> object:
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


def unseen() -> tuple[object, ...]:
    """How a file is opened: hidden, in the view that draws no comments, as an office without windows breaks down where it does."""
    return named("Hidden", True), named("ViewId", uno.Any("short", 7))


def started(profile: str) -> tuple[subprocess.Popen[bytes], object]:
    program = [
        shutil.which("soffice"),
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        f"--accept=pipe,name=merge{os.getpid()};urp;",
    ]
    process = subprocess.Popen([*program, "-env:UserInstallation=" + pathlib.Path(profile).as_uri()])
    resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", uno.getComponentContext()
    )
    for _ in range(200):
        try:
            context = resolver.resolve(f"uno:pipe,name=merge{os.getpid()};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.3)
    process.kill()
    raise RuntimeError("LibreOffice did not start")


def paragraphs(text: object) -> list[object]:
    items, found = text.createEnumeration(), []
    while items.hasMoreElements():
        item = items.nextElement()
        if (
            item.supportsService("com.sun.star.text.Paragraph")
            and item.ParaStyleName in ("Text body", "Body Text")
            and len(item.String) > 40
        ):
            found.append(item)
    return found


def edit(document: object, kind: str, place: float, other: float, word: str) -> bool:
    text = document.getText()
    listed = paragraphs(text)
    if not listed:
        return False
    chosen = listed[int(place * len(listed))]
    cursor = text.createTextCursorByRange(chosen.Start)
    if kind == "type":
        text.insertString(chosen.End, f" Menurut saya {word} penting.", False)
    elif kind == "type-start":
        text.insertString(chosen.Start, f"Pertama {word} dibahas. ", False)
    elif kind == "type-inside":
        cursor.goRight(int(other * len(chosen.String)), False)
        text.insertString(cursor, f" {word} ", False)
    elif kind == "split":
        cursor.goRight(1 + int(other * (len(chosen.String) - 2)), False)
        text.insertControlCharacter(cursor, BREAK, False)
        text.insertString(cursor, f"{word} ", False)
    elif kind == "join":
        text.insertString(chosen.End, f" {word} ", False)
        cursor = text.createTextCursorByRange(chosen.End)
        cursor.goRight(1, True)
        cursor.String = ""
    elif kind == "delete":
        if "kata" in chosen.String:
            return False
        cursor.gotoEndOfParagraph(True)
        cursor.String = ""
        return False
    elif kind == "cut":
        if "kata" in chosen.String:
            return False
        cursor.goRight(int(other * len(chosen.String) * 0.5), False)
        cursor.goRight(25, True)
        cursor.String = ""
        return False
    elif kind == "add":
        cursor = text.createTextCursorByRange(chosen.End)
        text.insertControlCharacter(cursor, BREAK, False)
        text.insertString(cursor, f"Paragraf saya {word}.", False)
    elif kind == "tracked":
        document.RecordChanges = True
        text.insertString(chosen.End, f" Sisipan {word}.", False)
        document.RecordChanges = False
    elif kind == "comment":
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = "Pembimbing", f"Komentar {word}"
        cursor.gotoEndOfParagraph(True)
        text.insertTextContent(cursor, note, True)
    elif kind == "note":
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(text.createTextCursorByRange(chosen.End), note, False)
        note.String = f"Catatan {word}"
    elif kind == "table":
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 2)
        text.insertTextContent(text.createTextCursorByRange(chosen.End), table, False)
        table.getCellByName("A1").String = f"Tabel {word}"
    elif kind == "cell":
        names = document.getTextTables().getElementNames()
        table = document.getTextTables().getByName(names[int(place * len(names))])
        cells = table.CellNames
        cell = table.getCellByName(cells[int(other * len(cells))])
        cell.String = f"{cell.String} {word}"
    return True


def one(job: dict[str, object], profile: str) -> None:
    """One file, in a LibreOffice of its own: where that breaks down the others go on."""
    process = desktop = None
    try:
        process, desktop = started(profile)
        copied = shutil.copy(job["source"], os.path.join(profile, "source.docx"))
        document = desktop.loadComponentFromURL(pathlib.Path(copied).as_uri(), "_blank", 0, unseen())
        job["typed"] = []
        for kind, place, other, word in job["edits"]:
            job["at"] = kind
            if edit(document, kind, place, other, word):
                job["typed"].append(word)
        job["at"] = "save"
        if job["odt"]:
            detour = pathlib.Path(profile, "detour.odt").as_uri()
            document.storeToURL(detour, (named("FilterName", "writer8"),))
            document.close(True)
            document = desktop.loadComponentFromURL(detour, "_blank", 0, unseen())
        document.storeToURL(pathlib.Path(job["target"]).absolute().as_uri(), (named("FilterName", "MS Word 2007 XML"),))
        document.close(True)
        job["at"] = ""
    except Exception as error:
        job["failed"] = repr(error)
    finally:
        try:
            desktop.terminate()
            process.wait(30)
        except Exception:
            if process is not None:
                process.kill()
                process.wait()


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        jobs = json.load(file)
    for job in jobs:
        profile = tempfile.mkdtemp()
        one(job, profile)
        shutil.rmtree(profile, ignore_errors=True)
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            json.dump(jobs, file)


if __name__ == "__main__":
    main()
