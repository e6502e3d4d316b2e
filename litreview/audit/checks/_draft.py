"""A chapter made ready for the checks: its sentences, what each was generated as, the works it cites, and the sources of those."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, cached_property

import attrs

from litreview.audit.chapters import DraftText, Passage
from litreview.audit.chapters.saved import Making, Said, is_own
from litreview.audit.checks._citations import citations
from litreview.audit.checks._cited import Cited
from litreview.audit.checks._lines import Line, bases, known, lines_of
from litreview.audit.checks._managed import with_records
from litreview.audit.checks._sources import Sources, flat, sources_of, unquoted, words
from litreview.audit.checks._tokens import names
from litreview.audit.checks._typed_citations import note_works
from litreview.audit.checks._works import Works, works_of
from litreview.languages import COMMON, Language, language
from litreview.languages.detect import detect
from litreview.languages.detect import known as recognised
from litreview.languages.marks import any_mark
from litreview.record import LangText, Library
from litreview.review.claims import Claim

READ = ("paragraph", "item", "cell")
"""The kinds of passages that are cut into sentences and judged."""


@attrs.frozen(slots=False, eq=False)
class Draft:
    """A draft, the ledger it was made from (None where neither the file nor anybody has it) and the sources (None where not given)."""

    text: DraftText
    saved: Making | None
    library: Library | None
    language: Language
    works: Works
    sources: Sources
    lines: tuple[Line, ...]
    notes: Mapping[int, tuple[str, ...]] = attrs.field(factory=dict)
    """The works that each footnote cites."""

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the ledger by their id."""
        return {claim.id: claim for claim in self.saved.ledger.claims} if self.saved else {}

    @cached_property
    def prose(self) -> tuple[Line, ...]:
        """The sentences of running text and lists."""
        return tuple(line for line in self.lines if line.passage.kind != "cell")

    @cached_property
    def cited(self) -> Mapping[str, Line]:
        """Every work that the draft cites, with the first place."""
        places: dict[str, Line] = {}
        for line in self.lines:
            for key in line.keys:
                places.setdefault(key, line)
        return places

    @cached_property
    def cited_elsewhere(self) -> frozenset[str]:
        """The works that other chapters of the same file cite."""
        outside, notes = self.text.elsewhere, self.text.notes_elsewhere
        keys = {key for passage in outside for cite in citations(passage, self.works, {}) if not cite.unknown for key in cite.keys}
        return frozenset(keys | {key for note in notes for key in note_works(note, self.works)})

    @cached_property
    def own_titles(self) -> frozenset[str]:
        """What the draft itself calls its sections, themes and values: between quotation marks they quote nobody."""
        titles = [re.sub(r"^[\W\d]+|\t", " ", p.text) for p in self.text.passages if p.kind == "heading"]
        if self.saved is not None:
            titles += [text for theme, _ in self.saved.ledger.themes for text in theme.title.values()]
            titles += [text for c in self.claims.values() for group in c.groups for text in group.value.text.values()]
        return frozenset(unquoted(flat(text)) for text in titles)

    @cached_property
    def names_within(self) -> frozenset[str]:
        """The words, in small letters, that some sentence of the draft writes with a capital though none begins there."""
        within = (name for line in self.lines for name in names(line.prose) if re.search(r"[\w,]\s$", line.prose[: name.start]))
        return frozenset(name.value.casefold() for name in within)

    @cached_property
    def frameworks(self) -> frozenset[str]:
        """The theories and concepts that the sources name, in every language."""
        names = (text for study in self.library or () for framework in study.aspects.framework for text in framework.text.values())
        return frozenset(unquoted(flat(text)) for text in names)

    @cached_property
    def _entries(self) -> Mapping[str, str]:
        return {key: flat(entry.text) for key, entry in self.works.listed if key}

    def dates(self, keys: tuple[str, ...]) -> frozenset[str]:
        """The years by which these works may be cited: of issue, or an earlier one that their records name as a date."""
        years = {work.year for key in keys if (work := self.works.by_key.get(key)) and work.year}
        texts = (s.text for key in keys for s in self.sources.texts.get(key, ()) if s.field.endswith("date") or s.field == "issued")
        return frozenset(years | {year for text in texts for year in re.findall(r"\d{4}", text)})

    def shown_words(self, keys: tuple[str, ...]) -> frozenset[str]:
        """The words that a citation of these works may show: of their records and of their entries in the bibliography."""
        texts: list[str] = []
        for key in keys:
            work = self.works.by_key.get(key)
            texts += [flat(" ".join((*work.names, work.given, *work.titles, work.year or "")))] if work else []
            texts += [self.sources.of(key), self._entries.get(key, "")]
        return frozenset(word for text in texts for word in words(text.replace("-", " ")))

    def claim(self, line: Line) -> Claim | None:
        """The claim that a line was made from, as far as it still is that sentence."""
        return self.claims.get(line.base.said.claim or "") if line.base else None

    def planned(self, line: Line) -> bool:
        """Whether a line is the writer's own words from the outline, unchanged: they are hers, and nothing is asked of them."""
        return line.status == "generated" and line.base is not None and line.base.said.own

    def generated(self, line: Line) -> bool:
        """Whether a line is as litreview made it; the writer's own words from the outline are not."""
        return line.status == "generated" and line.base is not None and not line.base.said.own


def read(text: DraftText, saved: Making | None, library: Library | None) -> Draft:
    """Make a draft ready: find its language, its citations and its sentences."""
    text = with_records(text, library)
    tag = _language(text, saved)
    text = attrs.evolve(text, passages=tuple(_foreign_alone(passage, tag) for passage in text.passages))
    works = works_of(text, library, saved.works if saved else ())
    notes = _notes(text, works)
    said = saved.said if saved else _from_blocks(text, tag)
    register = known(bases(said, tag))
    named = _by_names(text, works, notes)
    lines: list[Line] = []
    rows: dict[tuple[int, int], tuple[str, ...]] = {}
    taken: set[int] = set()
    for passage in text.passages:
        if passage.kind not in READ:
            continue
        cites = citations(passage, works, notes, named)
        if passage.cell:
            keys = [key for cite in cites if not cite.unknown for key in cite.keys]
            at = passage.cell[:2]
            rows[at] = tuple(dict.fromkeys([*rows.get(at, ()), *keys]))
        lines += _lines_of_passage(passage, cites, tag, register.by_words)
    placed = [attrs.evolve(line, row=rows.get(line.passage.cell[:2], ())) if line.passage.cell else line for line in lines]
    matched = [register.matched(line, taken) for line in placed]
    return Draft(text, saved, library, language(tag), works, sources_of(text, library, saved), tuple(matched), notes)


def _foreign_alone(passage: Passage, tag: str) -> Passage:
    """A passage of which only that is marked as foreign that is not in the language of the draft, whatever the file is in by itself."""
    foreign = tuple(stretch for stretch in passage.foreign if stretch.tag.split("-")[0] != tag)
    return passage if foreign == passage.foreign else attrs.evolve(passage, foreign=foreign)


def _notes(text: DraftText, works: Works) -> dict[int, tuple[str, ...]]:
    """The works that each footnote cites; one that says "ibid." cites what the note before it does."""
    cited: dict[int, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    for note in text.notes:
        keys = note_works(note, works)
        if not keys and _same_work().match(note.text):
            keys = last
        last = keys or last
        if note.number is not None:
            cited[note.number] = keys
    return cited


@cache
def _same_work() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_mark('work_of_the_note_before')}", re.IGNORECASE)


def _lines_of_passage(passage: Passage, cites: tuple[Cited, ...], tag: str, made: Collection[str]) -> tuple[Line, ...]:
    """A passage that was generated as one piece (a cell, a gap) stays one; any other is cut into sentences."""
    whole = Line(passage, 0, len(passage.text), cites)
    if whole.bare in made:
        return (whole,)
    return tuple(part for line in lines_of(passage, cites, tag) for part in _as_generated(line, made))


def _as_generated(line: Line, made: Collection[str]) -> tuple[Line, ...]:
    """A line as it is, or as the two generated sentences that it is: one that begins with a quotation may look like the end of another."""
    if not line.bare or line.bare in made:
        return (line,)
    for match in re.finditer(r"[.?!]['\"”’)]*\s+", line.text):
        cut = line.start + match.end()
        before = attrs.evolve(
            line, end=line.start + match.start() + len(match.group().rstrip()), cites=tuple(c for c in line.cites if c.start < cut)
        )
        behind = attrs.evolve(line, start=cut, cites=tuple(c for c in line.cites if c.start >= cut))
        if before.bare in made and (behind.bare in made or any(part.bare in made for part in _as_generated(behind, made))):
            return (before, *_as_generated(behind, made))
    return (line,)


def _by_names(text: DraftText, works: Works, notes: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether the draft cites by names alone: most citations in it show neither date nor number nor note."""
    kinds = [cite.kind for p in text.passages if p.kind in READ for cite in citations(p, works, notes)]
    return not works.numbers and kinds.count("name") > len(kinds) / 2


def _language(text: DraftText, saved: Making | None) -> str:
    stated = (saved.language if saved else None) or text.language or ""
    if stated.split("-")[0] in recognised() and (saved or text.generated):
        return stated.split("-")[0]
    detected = detect(" ".join(p.text for p in text.passages if p.kind in ("paragraph", "item"))[:20_000])
    return detected if detected in recognised() else stated.split("-")[0] if stated.split("-")[0] in recognised() else COMMON


def _from_blocks(text: DraftText, tag: str) -> tuple[Said, ...]:
    """What was generated, from the texts of the blocks alone: sentence by sentence, or cell by cell."""
    sentences: list[Said] = []
    for key, block in text.blocks:
        parts = block.split(" | ") if "/row/" in key or key.endswith("/header") else [block]
        for part in parts:
            lines = lines_of(Passage("paragraph", part), (), tag)
            sentences += [Said(LangText({tag: line.text}), key, own=is_own(key)) for line in lines]
            if len(lines) > 1:
                sentences.append(Said(LangText({tag: part}), key, own=is_own(key)))
    return tuple(sentences)
