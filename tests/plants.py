"""``python -m tests.plants [--rounds N] [--seed N] [--libreoffice] [--sources SOURCE]``: faults put into chapters as people and programs edit.

A chapter is drafted in each language; each round puts one fault of each kind at a random place and dresses the file as Word leaves files
(runs parted with rsids and marks of the spelling checker, smart tags and content controls, tracked changes) or has LibreOffice save it.
Printed is a table: faults of each kind planted and found, and the false alarms in the same files before the fault. A fault is found where
`check_draft` tells a problem more than it told before.
"""

from __future__ import annotations

import argparse
import copy
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx

import litreview
from litreview._resources import folder

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Words = tuple[tuple[str, str], ...]
COUNTS: dict[str, Words] = {
    "id": (("tiga", "tujuh"), ("dua", "sembilan"), ("empat", "delapan"), ("lima", "sebelas"), ("2015", "2013"), ("2018", "2019")),
    "en": (("three", "seven"), ("two", "nine"), ("four", "eight"), ("five", "eleven"), ("2015", "2013"), ("2018", "2019")),
}
TURNS: dict[str, Words] = {
    "id": (("Tidak satu pun", "Semua"), (" tidak ", " "), (" memakai ", " tidak memakai "), (" menunjukkan ", " tidak menunjukkan ")),
    "en": (("None of", "All of"), (" not ", " "), (" use ", " do not use "), (" is ", " is not "), (" name ", " do not name ")),
}
NAMES: Words = (("Bandung", "Balikpapan"), ("Seoul", "Osaka"), ("Kyoto", "Medan"), ("Bogor", "Manado"), ("Kisarazu", "Penang"))
CLAIMS = {
    "id": (" Program itu menyejahterakan nelayan di kedua kota.", " Kerja sama ini meningkatkan pendapatan daerah sebesar 40 persen."),
    "en": (" The programme made fishermen in both towns prosper.", " These links raised local revenue by 40 per cent."),
}
UNKNOWN = {"id": " Negara bukan satu-satunya aktor (Keohane, 1984).", "en": " States are not the only actors (Keohane, 1984)."}
CELLS: dict[str, Words] = {
    "id": (("kualitatif", "kuantitatif"), ("wawancara", "kuesioner"), ("paradiplomasi", "realisme"), ("literatur", "laboratorium")),
    "en": (("qualitative", "quantitative"), ("interviews", "questionnaires"), ("paradiplomacy", "realism"), ("literature", "laboratory")),
}


def prose(body: Any) -> list[Any]:
    """The texts of paragraphs of ours that run on: no heading, caption, entry or contents."""
    paragraphs = [p for p in body.iterfind(f"{W}p") if sum(len(t.text or "") for t in p.iter(f"{W}t")) > 80]
    usual = [p for p in paragraphs if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val") == "BodyText"]
    return [t for p in usual for t in p.iter(f"{W}t") if not any(e.tag == f"{W}hyperlink" for e in t.iterancestors())]


def changed(texts: Sequence[Any], words: Words, chance: random.Random) -> tuple[Any, str] | None:
    """A text and what it becomes; None where no text has any of the words."""
    fits: list[tuple[Any, str]] = []
    for text in texts:
        for old, new in words:
            pattern = re.escape(old) if old != old.strip() else rf"\b{re.escape(old)}\b"
            if re.search(pattern, text.text or ""):
                fits.append((text, re.sub(pattern, new, text.text, count=1)))
    return chance.choice(fits) if fits else None


def appended(texts: Sequence[Any], sentence: str, chance: random.Random) -> tuple[Any, str] | None:
    ends = [t for t in texts if (t.text or "").endswith(".")]
    text = chance.choice(ends) if ends else None
    return (text, (text.text or "").rstrip() + sentence) if text is not None else None


def uncited(body: Any, chance: random.Random) -> bool:
    """Take the runs of a whole citation out, as a keyboard does; its bookmarks may stay."""
    starts = [m for m in body.iter(f"{W}bookmarkStart") if str(m.get(f"{W}name")).startswith("_lrc_") and m.getparent().getparent() is body]
    if not starts:
        return False
    start = chance.choice(starts)
    end = next(e for e in body.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == start.get(f"{W}id"))
    element = start.getnext()
    while element is not None and element is not end:
        following = element.getnext()
        if element.tag not in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            element.getparent().remove(element)
        element = following
    return True


def typed(edit: tuple[Any, str] | None, tracked: bool) -> bool:
    """Make an edit, as typed or as a tracked change."""
    if edit is None:
        return False
    text, new = edit
    if not tracked:
        text.text = new
        return True
    run = text.getparent()
    gone, come = copy.deepcopy(run), copy.deepcopy(run)
    for one in gone.iter(f"{W}t"):
        one.tag = f"{W}delText"
    next(come.iter(f"{W}t")).text = new
    for name, inner in (("del", gone), ("ins", come)):
        mark = run.makeelement(f"{W}{name}", {f"{W}id": str(90_000 + len(name) + hash(new) % 999), f"{W}author": "Ani"})
        mark.append(inner)
        run.addprevious(mark)
    run.getparent().remove(run)
    return True


def fault(kind: str, body: Any, tag: str, chance: random.Random, tracked: bool) -> bool:
    """Plant one fault; False where the chapter has no place for it."""
    texts = prose(body)
    if kind == "citation deleted":
        return uncited(body, chance)
    if kind in ("claim added", "unknown work"):
        return typed(appended(texts, chance.choice(CLAIMS[tag]) if kind == "claim added" else UNKNOWN[tag], chance), tracked)
    if kind == "cell changed":
        cells = [t for table in body.iter(f"{W}tbl") for t in list(table.iter(f"{W}t"))]
        return typed(changed(cells, CELLS[tag], chance), tracked)
    words = {"count changed": COUNTS[tag], "negation turned": TURNS[tag], "name changed": NAMES}[kind]
    return typed(changed(texts, words, chance), tracked)


KINDS = ("citation deleted", "claim added", "unknown work", "count changed", "negation turned", "name changed", "cell changed")


def parted(body: Any, chance: random.Random) -> None:
    """Runs parted in two, with rsids and marks of the spelling checker, as Word saves what was typed in several goes."""
    for text in [t for t in body.iter(f"{W}t") if len(t.text or "") > 12 and len(list(t.getparent())) <= 2]:
        if chance.random() < 0.5:
            run, at = text.getparent(), chance.randrange(3, len(text.text) - 3)
            second = copy.deepcopy(run)
            whole = text.text
            text.text, next(second.iter(f"{W}t")).text = whole[:at], whole[at:]
            for one in (text, next(second.iter(f"{W}t"))):
                one.set(SPACE, "preserve")
            second.set(f"{W}rsidR", f"00{chance.randrange(16**6):06X}")
            run.addnext(second)
            for kind in ("spellEnd", "spellStart"):
                run.addnext(run.makeelement(f"{W}proofErr", {f"{W}type": kind}))


def wrapped(body: Any, chance: random.Random) -> None:
    """Runs in smart tags and content controls."""
    for run in [r for p in body.iterfind(f"{W}p") for r in p.iterfind(f"{W}r") if r.find(f"{W}t") is not None]:
        if chance.random() < 0.15:
            tag = run.makeelement(f"{W}smartTag", {f"{W}uri": "urn:schemas-microsoft-com:office:smarttags", f"{W}element": "place"})
            run.addprevious(tag)
            tag.append(run)
        elif chance.random() < 0.1:
            control = run.makeelement(f"{W}sdt", {})
            control.append(run.makeelement(f"{W}sdtPr", {}))
            control.append(run.makeelement(f"{W}sdtContent", {}))
            run.addprevious(control)
            control[1].append(run)


def as_it_is(body: Any, chance: random.Random) -> None:
    """Nothing."""


DRESSES: dict[str, Callable[[Any, random.Random], None]] = {"typed": as_it_is, "rsids": parted, "wrapped": wrapped, "tracked": as_it_is}


def saved_by_libreoffice(path: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        command = ["soffice", f"-env:UserInstallation=file://{place}/p", "--headless", "--convert-to", "docx", "--outdir", place, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        path.write_bytes(Path(place, path.name).read_bytes())


def told(path: Path, library: litreview.Library) -> Counter[tuple[str, str]]:
    problems = litreview.check_draft(path, library)
    return Counter((p.code, litreview.explain(p)) for p in problems if p.severity != "info")


def main(arguments: Sequence[str]) -> int:
    """Plant and count; the exit code is 1 where fewer than 95 % are found or a chapter has more than one false alarm."""
    parser = argparse.ArgumentParser(prog="python -m tests.plants")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--sources", default=str(folder("references")))
    given = parser.parse_args(arguments)
    library = litreview.load(given.sources)
    planted, found, alarms, files = Counter[str](), Counter[str](), 0, 0
    missed: list[str] = []
    dresses = [*DRESSES, *(["libreoffice"] if given.libreoffice else [])]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "chapter.docx")
        for tag in ("id", "en"):
            litreview.draft(library, lang=tag).save(path, overwrite=True)
            clean = path.read_bytes()
            for dress in dresses:
                for number in range(given.rounds):
                    seed = f"{given.seed}/{tag}/{dress}/{number}"
                    before = _written(path, clean, "", tag, dress, seed, library)
                    alarms, files = alarms + sum(before.values()), files + 1
                    for kind in KINDS:
                        after = _written(path, clean, kind, tag, dress, seed, library)
                        if after is None:
                            continue
                        planted[kind] += 1
                        found[kind] += bool(after - before)
                        if not after - before:
                            missed.append(f"{kind}: {seed}")
    for kind in KINDS:
        print(f"{kind:18} planted {planted[kind]:3}  found {found[kind]:3}  missed {planted[kind] - found[kind]:3}")
    share = sum(found.values()) / max(sum(planted.values()), 1)
    print(
        f"all                planted {sum(planted.values()):3}  found {sum(found.values()):3}  ({share:.1%}); false alarms {alarms} in {files} chapters"
    )
    for line in missed:
        print(f"    missed {line}")
    return 0 if share >= 0.95 and alarms <= files else 1


def _written(path: Path, clean: bytes, kind: str, tag: str, dress: str, seed: str, library: litreview.Library) -> Any:
    """What is told of the chapter with a fault of a kind (none: as it was), dressed; None where it has no place for the fault."""
    path.write_bytes(clean)
    word, chance = docx.Document(str(path)), random.Random(seed)
    if kind and not fault(kind, word.element.body, tag, chance, dress == "tracked"):
        return None
    DRESSES.get(dress, as_it_is)(word.element.body, random.Random(seed))
    word.save(str(path))
    if dress == "libreoffice":
        saved_by_libreoffice(path)
    return told(path, library)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
