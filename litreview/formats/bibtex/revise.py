"""One entry changed in place: only the fields that differ are touched, all else stays as it was typed."""

from __future__ import annotations

import re

import attrs

from litreview.formats.bibtex.entry import Entry

_HEAD = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,={}\"()]*)\s*(,?)")
_NAME = re.compile(r"\s*([^\s,={}\"#%()@]+)(\s*=\s*)")
_MARK = re.compile(r"\\.|[{}\",)]", re.DOTALL)

_COMMA = re.compile(r"\s*,")
_LINE_END = re.compile(r"[ \t]*(\r?\n|\r)")

_GROUPS = (
    ("title", "subtitle", "titleaddon"), ("booktitle", "booksubtitle", "booktitleaddon"), ("maintitle", "mainsubtitle", "maintitleaddon"),
    ("journal", "journaltitle", "journalsubtitle"), ("issuetitle", "issuesubtitle"),
    ("year", "month", "day", "date"), ("address", "location"),
    ("school", "institution", "publisher", "organization"), ("annote", "annotation"), ("language", "langid", "hyphenation"),
    ("archiveprefix", "eprinttype"), ("note", "addendum"),
    ("keywords", "keyword"), ("pagetotal", "numpages"), ("eventtitle", "eventtitleaddon"),
)  # fmt: skip
"""Fields that say one thing together, or the same thing under two names."""

_ONE_OF = frozenset(("address", "school", "annote", "language", "archiveprefix", "keywords", "pagetotal"))
"""Groups (by their first name) whose members are names for the same field."""


@attrs.frozen
class Place:
    """Where a field stands in the text of an entry: its name, its value, and where it ends (comma not included)."""

    name: str
    start: int
    value: int
    end: int


def places(raw: str) -> tuple[Place, ...] | None:
    """The fields of an entry by their places, or None where it is not plainly ``name = value, …``."""
    head = _HEAD.match(raw)
    if head is None or not head[3]:
        return () if head is not None and raw[head.end() :].strip() in ("}", ")") else None
    fields: list[Place] = []
    at = head.end()
    while True:
        name = _NAME.match(raw, at)
        if name is None:
            return tuple(fields) if raw[at:].strip() in ("}", ")") else None
        end = _value_end(raw, name.end())
        if end is None:
            return None
        length = len(raw[name.end() : end].rstrip())
        fields.append(Place(name[1], name.start(1), name.end(), name.end() + length))
        if raw[end] != ",":
            return tuple(fields) if end == len(raw) - 1 else None
        at = end + 1


def _value_end(raw: str, start: int) -> int | None:
    depth = 0
    quoted = False
    for mark in _MARK.finditer(raw, start):
        char = mark[0]
        if char == "{":
            depth += 1
        elif char == "}":
            if depth == 0 and not quoted:
                return mark.start()
            depth -= 1
        elif char == '"' and depth == 0:
            quoted = not quoted
        elif depth == 0 and not quoted and (char == "," or (char == ")" and mark.end() == len(raw))):
            return mark.start()
    return None


def revise(raw: str, old: Entry, new: Entry, newline: str) -> str | None:
    """The text `raw` of an entry, which was read as `old`, changed to `new`; None where that cannot be done in place.

    >>> old, new = Entry("misc", "a", (("title", "{A}"),)), Entry("misc", "a", (("title", "{B}"), ("note", "{n}")))
    >>> print(revise('@Misc{a,' + chr(10) + '   TITLE = "A" }', old, new, chr(10)))
    @Misc{a,
       TITLE = "B",
       NOTE = {n} }
    """
    written = places(raw)
    head = _HEAD.match(raw)
    if written is None or head is None:
        return None
    edits: list[tuple[int, int, str]] = []
    if old.type != new.type:
        edits.append((head.start(1), head.end(1), new.type))
    if old.key != new.key:
        edits.append((head.start(2), head.end(2), new.key))
    before, after = dict(old.fields), dict(new.fields)
    added: list[tuple[str, str]] = []
    revised: set[str] = set()
    for name in dict.fromkeys((*before, *after)):
        group = next((g for g in _GROUPS if name in g), (name,))
        if group[0] in revised or all(before.get(n) == after.get(n) for n in group):
            continue
        revised.add(group[0])
        values = {n: after[n] for n in group if n in after}
        standing = [p for p in written if p.name.lower() in group]
        if group[0] in _ONE_OF and standing and values:
            values = {(standing[0].name.lower() if len(values) == 1 else n): value for n, value in values.items()}
        for place in standing:
            value = values.pop(place.name.lower(), None)
            if value is None:
                edits.append((*_whole_line(raw, place), ""))
            elif before.get(place.name.lower()) != value or len(standing) > 1:
                edits.append((place.value, place.end, _delimited(raw[place.value : place.end], value)))
        added += values.items()
    if added:
        where, text = _addition(raw, written, head.end(), added, newline)
        edits.append((where, where, text))
    for start, end, text in sorted(edits, key=lambda e: (e[0], e[1]), reverse=True):
        raw = raw[:start] + text + raw[end:]
    return raw


def _delimited(was: str, value: str) -> str:
    """The new value between delimiters such as the old one has, where it can stand there."""
    inner = value[1:-1] if value.startswith("{") else value
    if was.startswith('"') and was.endswith('"') and '"' not in inner and was.count('"') == 2:
        return f'"{inner}"'
    return inner if was.isdigit() and inner.isdigit() else value


def _whole_line(raw: str, place: Place) -> tuple[int, int]:
    """The stretch to cut so that a field is gone: with its comma and, if it stands alone on it, its line."""
    start = place.start
    while start > 0 and raw[start - 1] in " \t":
        start -= 1
    comma = _COMMA.match(raw, place.end)
    end = comma.end() if comma else place.end
    line = _LINE_END.match(raw, end)
    if line and raw[start - 1 : start] == "\n":
        return start, line.end()
    return (place.start if comma else start), end


def _addition(raw: str, written: tuple[Place, ...], head: int, added: list[tuple[str, str]], newline: str) -> tuple[int, str]:
    """Where new fields go and how they look, after the fields that are there."""
    if not written:
        lead = "" if raw[:head].rstrip().endswith(",") else ","
        return head, lead + "".join(f"{newline}  {name} = {value}," for name, value in added) + ("" if "\n" in raw[head:] else newline)
    last = written[-1]
    line = raw[: last.start].rfind("\n")
    indent = raw[line + 1 : last.start]
    gap = raw[last.start + len(last.name) : last.value]
    aligned = len({p.value - (raw[: p.start].rfind("\n") + 1) for p in written}) == 1 and len({len(p.name) for p in written}) > 1
    width = len(last.name) + len(gap) if aligned else 0
    equals = gap.strip(" \t") if aligned and gap.rstrip(" \t") != gap and gap.strip() == "=" else gap
    upper = last.name.isupper()
    break_ = newline + indent if line >= 0 and not indent.strip() else " "
    out = []
    for name, value in added:
        name = name.upper() if upper else name
        joint = f"{' ' * max(width - len(name) - 2, 1)}= " if aligned and equals == "=" and len(gap) - len(gap.rstrip()) == 1 else gap
        out.append(f"{break_}{name}{joint}{value}")
    comma = _COMMA.match(raw, last.end)
    if comma:
        return comma.end(), ",".join(out) + ","
    return last.end, "," + ",".join(out)
