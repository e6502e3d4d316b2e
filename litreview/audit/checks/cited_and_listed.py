"""The citations against the bibliography and the sources, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.audit.chapters.text import tokens
from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._cited import Cited
from litreview.audit.checks._lines import Line, place
from litreview.audit.checks._works import folded
from litreview.errors import Problem

NEVER_LISTED = frozenset({"personal_communication"})
"""Types of works that most styles cite and do not list."""


def run(draft: Draft) -> Iterator[Problem]:
    """Works cited and not listed, listed and not cited, and citations of works that nobody knows."""
    listed = {key for key, _ in draft.works.listed if key}
    without_entry = _without_entry(draft)
    by_key = not draft.works.entries and any(cite.kind == "key" for line in draft.lines for cite in line.cites)
    if not draft.works.entries and draft.cited and not by_key:
        yield found("draft-no-bibliography", draft, severity="error", count=len(draft.cited))
    for key, line in draft.cited.items():
        if key not in draft.works.by_key:
            yield found("draft-unknown-citation", draft, severity="error", place=line.place, citation=key)
            continue
        if draft.works.entries and key not in listed and key not in without_entry:
            yield found("draft-not-listed", draft, severity="error", place=line.place, citation=_short_name(draft, key))
        if draft.library is not None and key not in draft.library:
            yield found("draft-source-missing", draft, place=line.place, citation=_short_name(draft, key))
    yield from _unknown(draft)
    yield from _uncited(draft)


def _without_entry(draft: Draft) -> set[str]:
    """The works that the style lists nowhere: those that the generated text cites so, as Chicago's notes do with some that have no title,
    and letters, which most styles only cite (Publication Manual of the APA, 8.9; Chicago Manual of Style, 14.214)."""
    blocks = [key for key, _ in draft.text.blocks]
    listed = {key.partition("/")[2] for key in blocks if key.startswith("references/")}
    said = draft.saved.said if draft.saved is not None and listed else ()
    letters = {study.key for study in draft.library or () if study.type in NEVER_LISTED}
    return {key for sentence in said for key in tokens(sentence.text.only(draft.language.tag) or "")} - listed | letters


def _unknown(draft: Draft) -> Iterator[Problem]:
    """Citations that name no work at hand; one whose work the bibliography lists lacks its record only."""
    seen: set[str] = set()
    for line in draft.lines:
        for cite in line.cites:
            citation = " ".join(line.passage.text[cite.start : cite.end].split()) or ", ".join(cite.keys)
            if not cite.unknown or citation in seen or _quoted_with(draft, line, citation):
                continue
            seen.add(citation)
            if any(key is None and _fits_entry(cite, line, entry.text) for key, entry in draft.works.listed):
                yield found("draft-citation-without-record", draft, place=line.place, citation=citation)
            else:
                yield found("draft-unknown-citation", draft, severity="error", place=line.place, citation=citation)
        for mark in re.findall(r"(?<!\w)\?([\w:.-]+)\?(?!\w)", line.text):
            yield found("draft-unknown-citation", draft, severity="error", place=line.place, citation=f"?{mark}?")


def _quoted_with(draft: Draft, line: Line, citation: str) -> bool:
    """Whether a citation is one that a study the line cites makes itself, in the words of its abstract that are quoted."""
    studies = (draft.library[key] for key in line.known if key in draft.library) if draft.library is not None else ()
    return any(citation in " ".join(text.split()) for study in studies for text in study.abstract.values())


def _fits_entry(cite: Cited, line: Line, entry: str) -> bool:
    """Whether an entry is that of a work cited as in `one`: the first name and the year stand in it."""
    cited = folded(line.passage.text[cite.start : cite.end])
    name, year = re.search(r"[A-Z][\w'-]+", cited), re.search(r"\d{4}", cited)
    return bool(name) and name.group() in folded(entry) and (year is None or year.group() in entry) if name else False


def _uncited(draft: Draft) -> Iterator[Problem]:
    cited = set(draft.cited) | draft.cited_elsewhere
    for key, entry in draft.works.listed:
        if key is None and draft.text.elsewhere:
            continue  # an entry of hers, for another chapter
        if (key is not None and key not in cited) or (key is None and not _is_cited(draft, entry.text)):
            yield found("draft-not-cited", draft, place=place(entry))


def _is_cited(draft: Draft, entry: str) -> bool:
    return any(cite.unknown and _fits_entry(cite, line, entry) for line in draft.lines for cite in line.cites)


def _short_name(draft: Draft, key: str) -> str:
    work = draft.works.by_key[key]
    name = work.names[0] if work.names else work.titles[0] if work.titles else key
    return f"{name}, {work.year}" if work.year else name


CHECK = DraftCheck("cited-and-listed", run)
