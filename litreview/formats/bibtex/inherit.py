"""Layer 5: what an entry takes over from its parent (``crossref``) and from shared data (``xdata``).

Names change on the way as in biblatex (manual, appendix B: the title of a book is the booktitle of its chapter). A field of the child's own
always counts. Parents that refer to each other in a circle, and parents that do not exist, are Problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from litreview.formats.bibtex.blocks import Block
from litreview.formats.bibtex.granular import with_single_values
from litreview.formats.bibtex.raw_entry import Reading

_SLICE = 1 << 18
_NEVER = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype "
    "shorthand shorthandintro sortkey sortname sortshorthand sorttitle sortyear keywords abstract note annotation annote file timestamp "
    "date-added date-modified owner groups bdsk-url-1 bdsk-file-1 %".split()
)
"""Fields that belong to one entry alone."""

_TITLES = (("title", "booktitle"), ("subtitle", "booksubtitle"), ("titleaddon", "booktitleaddon"))
_MAIN = (("title", "maintitle"), ("subtitle", "mainsubtitle"), ("titleaddon", "maintitleaddon"))
_JOURNAL = (("title", "journaltitle"), ("subtitle", "journalsubtitle"))
_BOOKS = frozenset(("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference"))
_PARTS = frozenset("inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference".split())
_VOLUMES = frozenset(("mvbook", "mvcollection", "mvproceedings", "mvreference"))
_SHORT = ("shorttitle", "sorttitle", "indextitle", "indexsorttitle")


def inherit(blocks: Iterable[Block], reading: Reading) -> Iterator[Block]:
    """The entries, each with what it inherits. Entries without references pass one by one."""
    if not _refers(reading.text):
        yield from blocks
        return
    entries = list(blocks)
    index: dict[str, Block] = {}
    for entry in entries:
        index.setdefault(entry.key, entry)
    for entry in entries:
        for alias in next((value for name, value in entry.fields if name.lower() == "ids"), "").split(","):
            index.setdefault(alias.strip(), entry)
    for entry in entries:
        index.setdefault(entry.key.casefold(), entry)
    if "xdata" in reading.text.lower():
        entries = with_single_values(entries, index, reading)
    inherited: dict[int, Block] = {}
    for entry in entries:
        yield _inherited(entry, index, inherited, reading)


def _refers(text: str) -> bool:
    """Whether either field stands anywhere in the text. (In slices: the whole text in small letters would need three times its memory.)"""
    slices = (text[start : start + _SLICE + len("crossref")].lower() for start in range(0, len(text), _SLICE))
    return any("crossref" in piece or "xdata" in piece for piece in slices)


def _inherited(entry: Block, index: dict[str, Block], inherited: dict[int, Block], reading: Reading) -> Block:
    """`entry` with what it inherits; ancestors first, without recursion, so that a long chain is no danger."""
    chain: list[tuple[Block, int]] = [(entry, -1)]
    unfinished: set[int] = set()
    while chain:
        current, _ = chain[-1]
        if current.start in inherited:
            chain.pop()
            continue
        parents = _parents(current, index, reading, report=current.start not in unfinished)
        unfinished.add(current.start)
        missing = [p for _, p in parents if p.start not in inherited and p.start not in unfinished]
        if missing:
            chain.append((missing[0], 0))
            continue
        fields = current.fields
        for kind, parent in parents:
            if parent.start not in inherited:
                reading.fault("bibtex-reference-circle", current, field=kind, other=parent.key)
                continue
            fields = _merged(current, fields, inherited[parent.start], kind)
        inherited[current.start] = attrs.evolve(current, fields=fields)
        chain.pop()
    return inherited[entry.start]


def _parents(entry: Block, index: dict[str, Block], reading: Reading, report: bool) -> list[tuple[str, Block]]:
    """The entries that `entry` names, shared data first (it counts more than what a parent says)."""
    named = {name.casefold(): value for name, value in reversed(entry.fields)}
    parents: list[tuple[str, Block]] = []
    for kind in ("xdata", "crossref"):
        for key in named.get(kind, "").split(",") if kind == "xdata" else [named.get(kind, "")]:
            key = key.strip()
            if not key:
                continue
            parent = index.get(key) or index.get(key.casefold())
            if parent is not None:
                parents.append((kind, parent))
            elif report:
                reading.fault("bibtex-parent-missing", entry, field=kind, other=key)
    return parents


def _merged(child: Block, fields: tuple[tuple[str, str], ...], parent: Block, kind: str) -> tuple[tuple[str, str], ...]:
    own = {name.casefold() for name, _ in fields}
    if own & {"date", "year"}:
        own |= {"date", "year", "month", "day"}
    renamed = _renamings(parent.name.casefold(), child.name.casefold()) if kind == "crossref" else {}
    added: dict[str, str] = {}
    for name, value in parent.fields:
        folded = name.casefold()
        if folded in _NEVER or (kind == "crossref" and folded in _SHORT):
            continue
        for target in renamed.get(folded, (folded,)):
            if target not in own and (target not in added or target == folded):
                added[target] = value
    return (*fields, *added.items())


def _renamings(parent: str, child: str) -> dict[str, tuple[str, ...]]:
    pairs: tuple[tuple[str, str], ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    if child in _PARTS and parent in _BOOKS:
        pairs = _MAIN if parent in _VOLUMES else _TITLES
        if parent in ("book", "mvbook") and child in ("inbook", "bookinbook", "suppbook"):
            names["author"] = ("author", "bookauthor")
    elif child in _BOOKS and parent in _VOLUMES:
        pairs = _MAIN
    elif parent == "periodical" and child in ("article", "suppperiodical", "review"):
        pairs = _JOURNAL
    names.update((source, (target,)) for source, target in pairs)
    return names
