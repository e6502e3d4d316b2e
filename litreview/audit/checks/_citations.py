"""Every citation of a passage: those the file marks, and those typed as text, each with the works it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import attrs

from litreview.audit.chapters import Passage
from litreview.audit.checks._cited import Cited, with_name
from litreview.audit.checks._typed_citations import bare_names, keyed, typed
from litreview.audit.checks._works import Works, date_pattern, folded
from litreview.languages import language, tags

_NUMBERS = re.compile(r"\[(\d{1,4}(?:\s*[-–,;]\s*\[?\d{1,4}\]?)*)(?:,\s*[^\[\]\d][^\[\]]{0,40})?\]")


def citations(passage: Passage, works: Works, notes: Mapping[int, tuple[str, ...]], names: bool = False) -> tuple[Cited, ...]:
    """The citations of `passage` in order; `notes` are the works that each footnote cites.

    With `names` the family name of an author is a citation too, as in styles that cite without dates.
    """
    text = passage.text
    marked = [_with_range(text, _without_lead(text, cite), works) for cite in _joined(text, _marked(passage, works, notes))]
    cites = [with_name(text, cite, works) for cite in marked]
    covered = [(cite.start, cite.end) for cite in cites if cite.end > cite.start]
    for cite in (*keyed(text, works), *_numbers_of(passage, works), *typed(text, works)):
        if not any(cite.start < end and start < cite.end for start, end in covered):
            cites.append(cite)
            covered.append((cite.start, cite.end))
    cites += [
        cite
        for cite in (bare_names(text, works) if names else ())
        if not any(cite.start < end and start < cite.end for start, end in covered)
    ]
    return tuple(sorted(cites, key=lambda cite: (cite.start, cite.end)))


def _marked(passage: Passage, works: Works, notes: Mapping[int, tuple[str, ...]]) -> list[Cited]:
    """What the file marks; of stretches in each other the outermost, with the works of both."""
    cites: list[Cited] = []
    for mark in sorted(passage.marks, key=lambda m: (m.start, -m.end)):
        if mark.note is not None:
            if keys := notes.get(mark.note, ()):
                cites.append(Cited(mark.start, mark.end, keys, "note"))
        elif mark.keys:
            last = cites[-1] if cites else None
            if last and last.kind != "note" and mark.end <= last.end and mark.start >= last.start and last.end > last.start:
                cites[-1] = attrs.evolve(last, keys=tuple(dict.fromkeys([*last.keys, *mark.keys])))
            else:
                cites.append(Cited(mark.start, mark.end, mark.keys, _kind(passage.text[mark.start : mark.end])))
    return [attrs.evolve(cite, unknown=not any(key in works.by_key for key in cite.keys)) for cite in cites]


def _without_lead(text: str, cite: Cited) -> Cited:
    """A citation without the words that lead it in within its brackets ("five studies, e.g.,"): they are the draft's own."""
    leads = list(re.finditer(rf"(?<!\w)(?:{_leads()})\s*", text[cite.start : cite.end]))
    if not leads or cite.kind == "note":
        return cite
    start = cite.start + leads[-1].end()
    opened = text[cite.start : cite.start + 1] in ("(", "[") and text[cite.end - 1 : cite.end] in (")", "]") and cite.end - 1 > start
    balanced = text[start : cite.end].count("(") + text[start : cite.end].count("[") == text[start : cite.end].count(")") + text[
        start : cite.end
    ].count("]")
    end = cite.end - 1 if opened and not balanced else cite.end
    return attrs.evolve(cite, start=start, end=end, kind=_kind(text[start:end]))


@cache
def _separators() -> re.Pattern[str]:
    words = "|".join(re.escape(str(word)) for tag in tags() for word in language(tag).section("sentences")["ands"])
    return re.compile(rf"[\s;,–&-]*(?:(?:{words})\s+)?")


@cache
def _leads() -> str:
    words = {str(word) for tag in tags() for word in language(tag).section("drafts")["lead_in"]}
    words |= {str(language(tag).section("lists")["for_example"]) for tag in tags()}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _with_range(text: str, cite: Cited, works: Works) -> Cited:
    """A citation by number with the works within a range ("3–5") of which only the ends are marked."""
    if cite.kind != "number" or not works.numbers:
        return cite
    within = _by_number(cite.start, cite.end, text[cite.start : cite.end], works)
    return attrs.evolve(cite, keys=tuple(dict.fromkeys([*cite.keys, *(key for key in within.keys if key in works.by_key)])))


def _kind(text: str) -> str:
    """How a citation with this text looks."""
    if not text:
        return "note"
    if re.search(r"@[\w{]", text):
        return "key"
    if re.search(r"\[\d{1,4}\]\s*$", text):  # a title before the number may hold a year
        return "number"
    if re.search(date_pattern(), folded(text)):
        return "date"
    return "number" if re.fullmatch(r"[\s\[\](),;–-]*\d[\d\s\[\](),;–-]*", text) else "name"


def _joined(text: str, cites: list[Cited]) -> list[Cited]:
    """Citations with nothing but separators between them as one, with the brackets around it if they hold nothing else."""
    joined: list[Cited] = []
    for cite in cites:
        last = joined[-1] if joined else None
        between = text[last.end : cite.start] if last else ""
        if (last and cite.end > cite.start and last.end > last.start and _separators().fullmatch(between) and ";" in between) or (
            last
            and cite.end > cite.start
            and last.end > last.start
            and last.kind == "number" == cite.kind
            and re.fullmatch(r"[\s,–-]*", between)
        ):
            joined[-1] = attrs.evolve(last, end=cite.end, keys=tuple(dict.fromkeys([*last.keys, *cite.keys])))
        else:
            joined.append(cite)
    return [_bracketed(text, cite) for cite in joined]


def _bracketed(text: str, cite: Cited) -> Cited:
    if cite.start == cite.end:
        return cite
    before, behind = text[: cite.start].rstrip(), text[cite.end :]
    closing = re.match(r"\s*[)\]]", behind)
    if before[-1:] in ("(", "[") and closing and text[cite.start : cite.start + 1] != "(":
        return attrs.evolve(cite, start=len(before) - 1, end=cite.end + closing.end())
    return cite


def _numbers_of(passage: Passage, works: Works) -> list[Cited]:
    """Typed numbers, those next to each other as one, each with the name before it."""
    by_number = sorted([*_numbered(passage.text, works), *_raised(passage, works)], key=lambda cite: cite.start)
    return [with_name(passage.text, cite, works) for cite in _joined(passage.text, by_number)]


def _numbered(text: str, works: Works) -> list[Cited]:
    """``[3]``, ``[1, 4–6]`` in a draft whose bibliography is numbered."""
    if not works.numbers:
        return []
    return [_by_number(match.start(), match.end(), match[1], works) for match in _NUMBERS.finditer(text)]


def _raised(passage: Passage, works: Works) -> list[Cited]:
    """Superscript digits in a draft whose bibliography is numbered."""
    if not works.numbers:
        return []
    stretches: list[tuple[int, int]] = []
    for mark in passage.marks:
        if mark.raised and re.fullmatch(r"[\d\s,;–-]+", passage.text[mark.start : mark.end]):
            if stretches and stretches[-1][1] == mark.start:
                stretches[-1] = (stretches[-1][0], mark.end)
            else:
                stretches.append((mark.start, mark.end))
    return [_by_number(s, e, passage.text[s:e], works) for s, e in stretches if re.search(r"\d", passage.text[s:e])]


def _by_number(start: int, end: int, text: str, works: Works) -> Cited:
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,4})\]?(?:\s*[-–]\s*\[?(\d{1,4}))?", text):
        numbers += range(int(first), min(int(last or first), int(first) + 500) + 1)
    keys = tuple(dict.fromkeys(works.numbers.get(number, f"[{number}]") for number in numbers))
    return Cited(start, end, keys, "number", unknown=not any(key in works.by_key for key in keys))
