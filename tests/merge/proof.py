"""What must hold of a file after any edits, any change of sources, and regeneration."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import docx
from lxml import etree

import litreview
from litreview.merge.docx.found import base_in
from tests.merge.edits import SPACE, Edit, W, edited, everything
from tests.merge.judged import faults, untold

CHANGES = ("none", "added", "removed", "corrected", "reordered", "style", "language", "citations", "notes")


@attrs.frozen
class Case:
    """A library of seven studies, of which six are drafted first, and the folder for files."""

    library: litreview.Library
    folder: Path
    made: dict[str, tuple[litreview.Review, dict[str, str]]] = attrs.field(factory=dict, eq=False, repr=False)

    def drafted(self, change: str) -> tuple[litreview.Review, dict[str, str]]:
        """The chapter after a change of the sources, made once, and how it is saved."""
        if change not in self.made:
            self.made[change] = self._drafted(change)
        return self.made[change]

    def _drafted(self, change: str) -> tuple[litreview.Review, dict[str, str]]:
        studies = self.library.studies
        choices: dict[str, Any] = {"lang": "id", "style": "apa"}
        save: dict[str, str] = {}
        if change in ("first", "notes-first"):
            studies = studies[:-1]
        elif change == "removed":
            studies = studies[1:]
        elif change == "corrected":
            studies = _renamed(studies)
        elif change == "none":
            studies = studies[:-1]
        notes = {"style": "chicago-notes-bibliography"}
        choices |= {"style": {"style": "ieee"}, "notes": notes, "notes-first": notes, "language": {"lang": "en"}}.get(change, {})
        if change == "citations":
            save["citations"] = "zotero"
        library = attrs.evolve(self.library, studies=studies)
        if change == "reordered":
            outline = litreview.outline(library, lang="id").outline
            choices["outline"] = attrs.evolve(outline, themes=outline.themes[::-1])
        return litreview.draft(library, **choices), save


def _renamed(studies: tuple[Any, ...]) -> tuple[Any, ...]:
    first = studies[0]
    name = attrs.evolve(first.author[0], family="Koreksiwati")
    return (attrs.evolve(first, names=type(first.names)({"author": (name, *first.author[1:])})), *studies[1:])


def prove(case: Case, script: tuple[Edit, ...], changes: tuple[str, ...], judged: bool = False) -> None:
    """Draft, edit, and regenerate after each change; raises AssertionError where something does not hold.

    Where the file is `judged` too, a check may find nothing that it did not find after the edits, but in what she wrote or is told of.
    """
    path = case.folder / "bab2.docx"
    path.unlink(missing_ok=True)
    first, save = case.drafted("first")
    first.save(path, **save)
    data, typed = edited(path.read_bytes(), script, case.library.studies[2].key)
    path.write_bytes(data)
    hers = faults(path, first.library) if judged else Counter()
    for change in changes:
        review, save = case.drafted(change)
        review.save(path, **save)
        holds(path, typed, review)
        again = path.read_bytes()
        review.save(path, **save)
        assert path.read_bytes() == again, f"a second regeneration after {change} changes the file"
        if judged:
            more = untold(path, review.library, hers)
            assert not more, f"a check finds after {change} what no edit did: {more}"


def holds(path: Path, typed: tuple[str, ...], review: litreview.Review) -> None:
    """No typed word is lost, no unit stands twice, the bibliography is what is cited, the XML is sound."""
    data = path.read_bytes()
    text = everything(data)
    assert [word for word in typed if word not in text] == [], "words are lost"
    word = docx.Document(io.BytesIO(data))
    body = word.element.body
    no_unit_twice(body, data)
    bibliography_is_what_is_cited(body, review)
    sound(word)


def no_unit_twice(body: Any, data: bytes) -> None:
    names = Counter(str(mark.get(f"{W}name")).casefold() for mark in body.iter(f"{W}bookmarkStart"))
    twice = [name for name, count in names.items() if count > 1]
    assert not twice, f"bookmarks stand twice: {twice}"
    base = base_in(data, "x.docx")
    assert base is not None
    lines = [
        p
        for p in body.iter(f"{W}p")
        if (style := p.find(f"{W}pPr/{W}pStyle")) is not None and str(style.get(f"{W}val")).startswith("Heading")
    ]
    shown = Counter(" ".join("".join(t.text or "" for t in p.iter(f"{W}t")).split()) for p in lines)
    headings = [block.text for block in base.blocks if block.kind == "heading" and len(block.text) > 12]
    twice = [heading for heading in headings if shown[heading] > 1]
    assert not twice, f"headings stand twice: {twice}"


def bibliography_is_what_is_cited(body: Any, review: litreview.Review) -> None:
    """Each work that has an entry is cited, and each work that is cited has one."""
    entries = [m.get(f"{W}name") for m in body.iter(f"{W}bookmarkStart") if str(m.get(f"{W}name")).startswith("_ref_")]
    links = {str(link.get(f"{W}anchor")) for link in body.iter(f"{W}hyperlink") if str(link.get(f"{W}anchor")).startswith("_ref_")}
    assert links <= set(entries), "a citation leads nowhere"
    assert len(entries) == len(set(entries))


def sound(word: Any) -> None:
    """Fields are closed, marks have both ends, notes and comments are there, blanks are kept."""
    body = word.element.body
    depth = 0
    for mark in body.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(str(mark.get(f"{W}fldCharType")), 0)
        assert depth >= 0
    assert depth == 0
    starts = Counter(m.get(f"{W}id") for m in body.iter(f"{W}bookmarkStart"))
    ends = Counter(m.get(f"{W}id") for m in body.iter(f"{W}bookmarkEnd"))
    assert [i for i, n in starts.items() if n > 1] == []
    assert set(starts) <= set(ends), f"bookmarks have no end: {sorted(set(starts) - set(ends))}"
    notes = {
        r.reltype.rsplit("/", 1)[1]: etree.fromstring(r.target_part.blob)
        for r in word.part.rels.values()
        if r.reltype.endswith(("/comments", "/footnotes"))
    }
    for kind, name in (("footnotes", "footnoteReference"), ("comments", "commentReference")):
        there = {n.get(f"{W}id") for n in notes.get(kind, ())}
        assert {r.get(f"{W}id") for r in body.iter(f"{W}{name}")} <= there, f"{kind} are missing"
    for text in body.iter(f"{W}t"):
        assert text.text is None or text.text == text.text.strip(" ") or text.get(SPACE) == "preserve"
