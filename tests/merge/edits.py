"""Edits as a writer makes them in a Word file, each a value: what is done, where, and words that nothing else has.

`edit` applies one to the XML of a body; the place is a share of what there is to choose from, so that every script fits every file.
"""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Sequence
from typing import Any, Literal

import attrs
import docx
from hypothesis import strategies as st
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Kind = Literal[
    "type", "type-start", "type-inside", "retype", "split", "join", "delete", "move", "copy", "restyle", "heading", "cell", "row", "table",
    "picture", "comment", "note", "insertion", "deletion", "uncite", "locator", "cite",
]  # fmt: skip
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8"
    b"\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


@attrs.frozen
class Edit:
    """One edit; `place` and `other` choose among the paragraphs there are, `word` is typed."""

    kind: Kind
    place: float
    other: float
    word: str


def scripts(most: int = 8) -> st.SearchStrategy[tuple[Edit, ...]]:
    """Scripts of edits whose typed words are all different."""
    share = st.floats(0, 0.999)
    one = st.tuples(st.sampled_from(KINDS), share, share)
    return st.lists(one, min_size=1, max_size=most).map(
        lambda drawn: tuple(Edit(kind, place, other, f"kata{number}zq") for number, (kind, place, other) in enumerate(drawn))
    )


def edited(data: bytes, script: Sequence[Edit], key: str = "") -> tuple[bytes, tuple[str, ...]]:
    """The file after the edits, and the words that were typed and must not be lost. `key` is a work that may be cited."""
    word = docx.Document(io.BytesIO(data))
    typed: list[str] = []
    for one in script:
        typed += apply(word, one, key)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue(), tuple(word_ for word_ in typed if word_ in everything(out.getvalue()))


def everything(data: bytes) -> str:
    """All characters of the text, the notes and the comments of a file, whether inserted or deleted."""
    word = docx.Document(io.BytesIO(data))
    roots = [word.element]
    roots += [etree.fromstring(r.target_part.blob) for r in word.part.rels.values() if r.reltype.endswith(("/comments", "/footnotes"))]
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for root in roots for p in root.iter(f"{W}p"))


def texts(word: Any, style: str = "BodyText") -> list[Any]:
    """The paragraphs of the body in one of our styles, whatever a program made of its name."""
    named = [
        p for p in word.element.body.iter(f"{W}p") if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(f"{W}val").startswith(style)
    ]
    return [p for p in named if content(p).strip()]


def content(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def run(text: str) -> Any:
    made = etree.Element(f"{W}r")
    child = etree.SubElement(made, f"{W}t")
    child.text = text
    child.set(SPACE, "preserve")
    return made


def apply(word: Any, one: Edit, key: str) -> list[str]:
    """Apply one edit; gives what was typed."""
    paragraphs = texts(word, "Heading" if one.kind == "heading" else "TableText" if one.kind == "cell" else "BodyText")
    if not paragraphs:
        return []
    chosen = paragraphs[int(one.place * len(paragraphs))]
    second = paragraphs[int(one.other * len(paragraphs))]
    done = _EDITS[one.kind](word, chosen, second, one, key)
    return [one.word] if done else []


def _runs(paragraph: Any) -> list[Any]:
    """The runs of text that belong to the paragraph itself, outside fields and links."""
    runs, depth = [], 0
    for child in paragraph:
        if child.tag == f"{W}r":
            mark = child.find(f"{W}fldChar")
            if mark is not None:
                depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
            elif not depth and child.find(f"{W}t") is not None:
                runs.append(child)
    return runs


def _type(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    p.append(run(f" Menurut saya {one.word} penting."))
    return True


def _type_start(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    first = next((r for r in _runs(p)), None)
    (first.addprevious if first is not None else p.append)(run(f"Pertama {one.word} dibahas. "))
    return True


def _type_inside(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    runs = [r for r in _runs(p) if len(content(r)) > 8 and " " in content(r)]
    if not runs:
        return False
    text = runs[int(one.other * len(runs))].find(f"{W}t")
    at = text.text.find(" ", int(one.other * len(text.text) * 0.6))
    text.text = f"{text.text[:at]} {one.word}{text.text[at:]}" if at >= 0 else f"{text.text} {one.word}"
    text.set(SPACE, "preserve")
    return True


def _retype(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    runs = [r for r in _runs(p) if len(content(r)) > 30]
    if not runs:
        return False
    runs[int(one.other * len(runs))].find(f"{W}t").text = f"Kalimat lain sama sekali {one.word} tanpa kata lama."
    return True


def _split(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    children = [c for c in p if c.tag == f"{W}r" and c.find(f"{W}t") is not None and c in _runs(p)]
    if len(children) < 3:
        return False
    at = children[1 + int(one.other * (len(children) - 2))]
    other = etree.Element(f"{W}p")
    properties = p.find(f"{W}pPr")
    if properties is not None:
        other.append(copy.deepcopy(properties))
        for section in properties.findall(f"{W}sectPr"):
            properties.remove(section)
    for child in list(p)[list(p).index(at) :]:
        other.append(child)
    p.addnext(other)
    other.insert(1 if properties is not None else 0, run(f"{one.word} "))
    return True


def _join(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    following = p.getnext()
    if (
        following is None
        or following.tag != f"{W}p"
        or following.find(f"{W}pPr/{W}sectPr") is not None
        or p.find(f"{W}pPr/{W}sectPr") is not None
    ):
        return False
    if not content(following).strip() or "Heading" in str(
        following.find(f"{W}pPr/{W}pStyle").get(f"{W}val") if following.find(f"{W}pPr/{W}pStyle") is not None else ""
    ):
        return False
    p.append(run(f" {one.word} "))
    for child in [c for c in following if c.tag != f"{W}pPr"]:
        p.append(child)
    following.getparent().remove(following)
    return True


def _delete(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    if p.find(f"{W}pPr/{W}sectPr") is None and "kata" not in content(p):
        p.getparent().remove(p)
    return False


def _move(word: Any, p: Any, q: Any, one: Edit, key: str) -> bool:
    if p is not q and p.find(f"{W}pPr/{W}sectPr") is None and q.find(f"{W}pPr/{W}sectPr") is None:
        q.addnext(p)
    return False


def _copy(word: Any, p: Any, q: Any, one: Edit, key: str) -> bool:
    other = copy.deepcopy(p)
    for section in other.iter(f"{W}sectPr"):
        section.getparent().remove(section)
    for mark in list(other.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)
    for reference in list(other.iter(f"{W}footnoteReference", f"{W}commentReference", f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        reference.getparent().remove(reference)
    other.append(run(f" Salinan {one.word}."))
    if q.find(f"{W}pPr/{W}sectPr") is None:
        q.addnext(other)
        return True
    return False


def _restyle(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    for r in p.iter(f"{W}r"):
        properties = r.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            r.insert(0, properties)
        if properties.find(f"{W}b") is None:
            bold = etree.Element(f"{W}b")
            style = properties.find(f"{W}rStyle")
            properties.insert(1 if style is not None else 0, bold)
    return False


def _heading(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    runs = [r for r in _runs(p) if len(content(r)) > 3]
    if runs:
        runs[-1].find(f"{W}t").text = f"Judul {one.word}"
    return bool(runs)


def _cell(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    p.append(run(f" isian {one.word}"))
    return True


def _row(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    rows = [r for r in word.element.body.iter(f"{W}tr") if r.find(f"{W}trPr/{W}tblHeader") is None]
    if not rows:
        return False
    pattern = rows[int(one.other * len(rows))]
    row = copy.deepcopy(pattern)
    for cell in row.findall(f"{W}tc"):
        for extra in cell.findall(f"{W}p")[1:]:
            cell.remove(extra)
        first = cell.find(f"{W}p")
        for child in [c for c in first if c.tag != f"{W}pPr"]:
            first.remove(child)
    row.find(f"{W}tc/{W}p").append(run(one.word))
    pattern.addnext(row)
    return True


def _table(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    if p.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    table = word.add_table(1, 2)
    table.cell(0, 0).text = f"Tabel saya {one.word}"
    p.addnext(table._tbl)
    table._tbl.addnext(etree.Element(f"{W}p"))
    return True


def _picture(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    paragraph = next(x for x in word.paragraphs if x._p is p) if p.getparent().tag == f"{W}body" else None
    if paragraph is None:
        return False
    paragraph.add_run().add_picture(io.BytesIO(PICTURE))
    paragraph.add_run(f" gambar {one.word}")
    return True


def _comment(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    paragraph = next((x for x in word.paragraphs if x._p is p), None)
    if paragraph is None or not paragraph.runs:
        return False
    word.add_comment(paragraph.runs, text=f"Komentar {one.word}", author="Pembimbing", initials="P")
    return True


def _note(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    part = next((r.target_part for r in word.part.rels.values() if r.reltype.endswith("/footnotes")), None)
    if part is None:
        return False
    root = etree.fromstring(part.blob)
    number = max(int(n.get(f"{W}id")) for n in root) + 1
    note = etree.SubElement(root, f"{W}footnote")
    note.set(f"{W}id", str(number))
    etree.SubElement(note, f"{W}p").append(run(f"Catatan {one.word}"))
    part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    mark = etree.Element(f"{W}r")
    etree.SubElement(mark, f"{W}footnoteReference").set(f"{W}id", str(number))
    p.append(mark)
    return True


def _tracked(name: str, p: Any, made: Any) -> Any:
    mark = etree.Element(f"{W}{name}")
    mark.set(f"{W}id", str(900 + len(list(p.iter()))))
    mark.set(f"{W}author", "Pembimbing")
    mark.append(made)
    return mark


def _insertion(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    p.append(_tracked("ins", p, run(f" sisipan {one.word}")))
    return True


def _deletion(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    runs = [r for r in _runs(p) if len(content(r)) > 20 and "kata" not in content(r)]
    if runs:
        chosen = runs[int(one.other * len(runs))]
        place, parent = chosen.getprevious(), chosen.getparent()
        for text in chosen.iter(f"{W}t"):
            text.tag = f"{W}delText"
        mark = _tracked("del", p, chosen)
        parent.insert(0 if place is None else list(parent).index(place) + 1, mark)
    return False


def _uncite(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    marks = [m for m in p if m.tag == f"{W}bookmarkStart" and str(m.get(f"{W}name")).startswith("_lrc_")]
    if marks:
        start = marks[int(one.other * len(marks))]
        inside = []
        for element in start.itersiblings():
            if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
                break
            inside.append(element)
        for element in inside:
            if element.tag not in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                p.remove(element)
    return False


def _locator(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    """A place typed before the bracket that closes a citation of one work."""
    for mark in p:
        if mark.tag == f"{W}bookmarkStart" and str(mark.get(f"{W}name")).startswith("_lrc_"):
            runs = []
            for element in mark.itersiblings():
                if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == mark.get(f"{W}id"):
                    break
                runs += list(element.iter(f"{W}t"))
            shown = "".join(t.text or "" for t in runs)
            if runs and re.fullmatch(r"\([^;]*\)", shown) and runs[-1].text == ")":
                runs[-1].text = ", hlm. 7)"
                return False
    return False


def _cite(word: Any, p: Any, _: Any, one: Edit, key: str) -> bool:
    p.append(run(f" Lihat {one.word} [@{key}, hlm. 12]." if key else f" Lihat {one.word}."))
    return True


_EDITS = {
    "type": _type, "type-start": _type_start, "type-inside": _type_inside, "retype": _retype, "split": _split, "join": _join,
    "delete": _delete, "move": _move, "copy": _copy, "restyle": _restyle, "heading": _heading, "cell": _cell, "row": _row, "table": _table,
    "picture": _picture, "comment": _comment, "note": _note, "insertion": _insertion, "deletion": _deletion, "uncite": _uncite,
    "locator": _locator, "cite": _cite,
}  # fmt: skip
