"""Citations that are typed as text, by author and year, key or name, each with the works it names."""

from __future__ import annotations

import re

from litreview.audit.chapters import Passage
from litreview.audit.checks._cited import Cited, before_family, before_opening_marks, joining_pattern, only_names
from litreview.audit.checks._works import Works, date_pattern, folded

_KEY = re.compile(r"(?<![\w\\])@(\{[^{}]+\}|\w(?:[\w:.#$%&+?<>~/-]*\w)?)")
_KEYED = re.compile(r"\[[^\[\]@]{0,80}(?<![\w\\])@[\w{][^\[\]]{0,400}\]")
_GROUP = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


def typed(text: str, works: Works) -> list[Cited]:
    """Citations in brackets that nobody marked."""
    flat = folded(text)
    cites: list[Cited] = []
    for group in _GROUP.finditer(flat):
        inside = group[1]
        date = re.match(rf"\s*({date_pattern()})", inside)
        if date and re.fullmatch(r"[^;]{0,40}", inside[date.end() :]) and (cite := _narrative(flat, group, date[1], works)):
            cites.append(cite)
            continue
        pieces = _pieces(group, works)
        if pieces and all(cite.start <= group.start(1) + len(_leading_space(inside)) for cite in pieces[:1]):
            keys = tuple(dict.fromkeys(key for cite in pieces for key in cite.keys))
            whole = pieces[0].start == group.start(1) + len(inside) - len(inside.lstrip()) and pieces[-1].end >= group.end(1)
            if whole and len({cite.unknown for cite in pieces}) == 1:
                cites.append(Cited(group.start(), group.end(), keys, pieces[0].kind, pieces[0].unknown))
                continue
        cites += pieces
    return cites


def keyed(text: str, works: Works) -> list[Cited]:
    """``[@key, p. 5; @other]`` typed into a file that marks nothing so."""
    cites: list[Cited] = []
    for group in _KEYED.finditer(text):
        keys = tuple(dict.fromkeys(key.strip("{}") for key in _KEY.findall(group.group())))
        cites.append(Cited(group.start(), group.end(), keys, "key", unknown=not any(key in works.by_key for key in keys)))
    return cites


def _leading_space(inside: str) -> str:
    return inside[: len(inside) - len(inside.lstrip())]


def _narrative(text: str, group: re.Match[str], date: str, works: Works) -> Cited | None:
    """``Name (2019)``: the name stands before the brackets."""
    window = max(0, group.start() - 300)
    for match in re.finditer(r"(?<!\w)\w", text[window : group.start()]):
        at = window + match.start()
        named = works.named_at(text, at)
        ending = [work for end, work in named if end <= group.start() and only_names(text[end : group.start()].strip("]\"'*., "), work)]
        chosen = works.choose(ending, date, text[at : group.start()], text[:at])
        if chosen:
            return Cited(before_opening_marks(text, before_family(text, at, chosen)), group.end(), (chosen.key,), "date")
    name = re.search(rf"((?:[A-Z][\w'-]+(?:\s+|,\s*|\s+(?:{joining_pattern()})\s*))+)$", text[window : group.start()])
    if name:
        words = name[1].split()
        return Cited(window + name.start(), group.end(), (" ".join(words),), "date", unknown=True)
    return None


def _pieces(group: re.Match[str], works: Works) -> list[Cited]:
    """The citations within one pair of brackets, separated by semicolons."""
    cites: list[Cited] = []
    at = group.start(1)
    for piece in group[1].split(";"):
        end = at + len(piece)
        if cite := _piece(group.string, at, end, works):
            cites.append(cite)
        at = end + 1
    return cites


def _piece(text: str, start: int, end: int, works: Works) -> Cited | None:
    piece = text[start:end]
    dated = list(re.finditer(date_pattern(), piece))
    date = dated[-1].group() if dated else None
    for match in re.finditer(r"(?<!\w)\w", piece):
        at = start + match.start()
        named = works.named_at(text, at)
        last = max((e for e, _ in named), default=0)
        rest = text[last:end]
        if date is None and not re.fullmatch(r"[\s\]\"'*.,]*(?:\d[\d\s–-]*)?", rest):
            continue
        dates: list[str | None] = [*(d.group() for d in dated if start + d.start() >= last)] or [date]
        chosen = [work for cited_date in dates if (work := works.choose([work for _, work in named], cited_date, piece, text[:at]))]
        if chosen:
            begin = max(before_opening_marks(text, before_family(text, at, chosen[0])), start)
            return Cited(begin, end, tuple(dict.fromkeys(work.key for work in chosen)), "date" if date else "name")
    if dated:
        before = piece[: dated[-1].start()]
        name = re.search(rf"([A-Z][\w'.-]*(?:\s*,?\s+(?:[A-Z][\w'.-]*|{joining_pattern()}))*)\s*,?\s*$", before)
        if name:
            return Cited(start + name.start(), end, (f"{' '.join(name[1].split())}, {dated[-1].group()}",), "date", unknown=True)
    return None


def bare_names(text: str, works: Works) -> list[Cited]:
    """The name of a work's author, or its title, in the sentence without a date: how some styles cite."""
    flat = folded(text)
    cites: list[Cited] = []
    behind = 0
    for match in re.finditer(r"(?<![\w-])[^\W\d_a-z]\w{3,}", flat):
        at = match.start()
        named = [(end, work) for end, work in works.named_at(flat, at) if work.names[:1] == (text[at:end],) or _set_apart(flat, at, end)]
        if named and at >= behind:
            behind = named[0][0] + len(re.match(r"[\]\"']*", flat[named[0][0] :]).group())  # type: ignore[union-attr]
            keys = dict.fromkeys(work.key for end, work in named if end == named[0][0])
            cites.append(Cited(before_opening_marks(flat, at), behind, tuple(keys), "name"))
    return cites


def _set_apart(text: str, start: int, end: int) -> bool:
    """Whether a title stands between quotation marks or brackets, or is too long to be anything else."""
    return end - start > 24 or (start > 0 and text[start - 1] in "[\"'" and text[end : end + 1] in tuple("]\"',."))


def note_works(note: Passage, works: Works) -> tuple[str, ...]:
    """The works that a footnote cites: marked, or named by author or title; "ibid." names none."""
    keys = [key for mark in note.marks for key in mark.keys]
    text = folded(note.text)
    at = 0
    for piece in text.split(";"):
        if key := _work_in_note(text, at, at + len(piece), works):
            keys.append(key)
        at += len(piece) + 1
    return tuple(dict.fromkeys(keys))


def _plain(text: str) -> str:
    return folded(text).strip("[]\"' .").casefold()


def _work_in_note(text: str, start: int, end: int, works: Works) -> str | None:
    """The work that a piece of a note names: the first that stands in it, of several of one author the one whose title does too."""
    piece = text[start:end]
    for match in re.finditer(r"(?<!\w)\w", piece):
        named = works.named_at(text, start + match.start())
        if named:
            within = {work.key: max((len(t) for t in map(_plain, work.titles) if t in _plain(piece)), default=0) for _, work in named}
            titled = [work for _, work in named if within[work.key] == max(within.values()) > 0]
            dated = re.search(date_pattern(), piece)
            initials = text[start : start + match.start()]
            chosen = works.choose(titled or [work for _, work in named], dated.group() if dated and not titled else None, piece, initials)
            if chosen:
                return chosen.key
    return None
