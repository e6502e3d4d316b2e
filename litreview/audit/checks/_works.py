"""The works a draft may cite, and how a citation typed by hand names them: by the first author or a title, and the year."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, cached_property
from typing import Any

import attrs

from litreview.audit.chapters import DraftText, Passage
from litreview.document.works import Json
from litreview.languages import language, tags
from litreview.record import Library, Study
from litreview.record.csl_item import to_csl_json

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\t": " "})
"""Characters that programs exchange for one another, one for one, so that places in a text stay the same."""

REACH_OF_A_NAME = 80
"""Within so many letters of an entry its next author is looked for."""

_YEAR = r"(?<![\d-])(?:1[5-9]|20)\d\d(?!\d)"

_TAG = re.compile(r"<[^<>]{1,40}>")
"""What sets letters of a title apart; no style prints it."""


def folded(text: str) -> str:
    """`text` with dashes, quotation marks and spaces evened out; as long as before."""
    return text.translate(_QUOTES)


@attrs.frozen
class Work:
    """One work: `names` are the family names of its authors in order, `titles` every title it is known by."""

    key: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    year: str | None = None
    given: str = ""
    """The given names of the first author, by which some styles tell two of one family name apart."""

    @property
    def handles(self) -> tuple[str, ...]:
        """What a citation of it may begin with."""
        return (*self.names[:1], *self.titles)


def undated() -> str:
    """A regular expression for "no date", in any language there is."""
    words = {str(word) for tag in tags() for word in language(tag).section("drafts")["no_date"]}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def joining_words() -> tuple[str, ...]:
    """What stands between the names of a citation, or for further ones, in any language there is; the longest first."""
    words = {str(word) for tag in tags() for word in language(tag).section("drafts")["between_names"]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def date_pattern() -> str:
    """A regular expression for the date of a citation: a year, with a letter, or "no date"."""
    return rf"(?:{_YEAR}[a-z]?(?![\w])|(?:{undated()})(?:-?[a-z](?![\w]))?)"


def of_study(study: Study) -> Work:
    """The work that a record describes."""
    item = to_csl_json(study)
    work = of_item(study.key, item)
    own = (_TAG.sub("", title) for title in (*study.title.values(), *study.tagged("title-short").values()))
    return attrs.evolve(work, titles=tuple(dict.fromkeys([*own, *work.titles])))


def of_item(key: str, item: Mapping[str, Any]) -> Work:
    """The work that a CSL-JSON item describes, however incomplete."""
    people = next(
        (
            listed
            for role in ("author", "editor", "translator", "director")
            if isinstance(listed := item.get(role), list | tuple) and listed
        ),
        (),
    )
    names = tuple(name for person in people if isinstance(person, Mapping) and (name := _name(person)))
    titles = tuple(_TAG.sub("", str(item[field])) for field in ("title-short", "shortTitle", "title") if item.get(field))
    issued = item.get("issued")
    year = None
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts")
        year = str(parts[0][0]) if isinstance(parts, list | tuple) and parts and isinstance(parts[0], list | tuple) and parts[0] else None
        if year is None and (match := re.search(_YEAR, str(issued.get("raw") or issued.get("literal") or ""))):
            year = match.group()
    given = next((str(p.get("given") or "") for p in people if isinstance(p, Mapping)), "")
    return Work(key, names, titles, year, given)


def _name(person: Mapping[str, Any]) -> str:
    if person.get("literal"):
        return str(person["literal"])
    particle = str(person.get("non-dropping-particle") or "")
    return " ".join(part for part in (particle, str(person.get("family") or person.get("given") or "")) if part)


@attrs.frozen(slots=False, eq=False)
class Works:
    """All works at hand, those of the sources first, and the bibliography of the draft."""

    works: tuple[Work, ...]
    entries: tuple[Passage, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Work]:
        """The works by key."""
        return {work.key: work for work in self.works}

    @cached_property
    def listed(self) -> tuple[tuple[str | None, Passage], ...]:
        """Each entry of the bibliography with the work it lists, None where no work at hand fits; lines of one entry count once."""
        pairs: list[tuple[str | None, Passage]] = []
        marked = any(entry.works for entry in self.entries)
        for entry in self.entries:
            if not entry.text.strip():
                continue
            if entry.works:
                pairs += [(key, entry) for key in entry.works]
            elif (key := self._entry_of(entry.text, taken := {k for k, _ in pairs})) is not None:
                if key not in taken:
                    pairs.append((key, entry))
            elif not marked or re.search(date_pattern(), entry.text):
                pairs.append((None, entry))
        return tuple(pairs)

    @cached_property
    def _listed_keys(self) -> frozenset[str]:
        return frozenset(key for key, _ in self.listed if key)

    @cached_property
    def letters(self) -> dict[str, str]:
        """The letter behind the date by which the bibliography tells a work from others of its author."""
        letters: dict[str, str] = {}
        for key, entry in self.listed:
            dates = (dated.group() for dated in re.finditer(date_pattern(), entry.text))  # a title may hold a year of its own
            letter = next((end.group() for date in dates if (end := re.search(r"(?<=[\d-])[a-z]$", date))), None)
            if key is not None and letter:
                letters[key] = letter
        return letters

    @cached_property
    def numbers(self) -> dict[int, str]:
        """The works by the number before their entry, in a style that numbers."""
        numbers: dict[int, str] = {}
        for key, entry in self.listed:
            number = re.match(r"\s*[\[(]?(\d{1,4})(?:[\])]|\.(?=\s))", entry.text) or re.match(r"\s*(\d{1,4})\t", entry.text)
            if number:
                numbers.setdefault(int(number[1]), key or f"[{number[1]}]")
        return numbers

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, Work]]]:
        index: dict[str, list[tuple[str, Work]]] = {}
        for work in self.works:
            for handle in work.handles:
                text = folded(handle).strip("[]\"' .")
                first = re.match(r"\w+", text)
                if first:
                    index.setdefault(first.group().casefold(), []).append((text, work))
        return {word: sorted(pairs, key=lambda pair: -len(pair[0])) for word, pairs in index.items()}

    def named_at(self, text: str, at: int) -> list[tuple[int, Work]]:
        """The works whose handle stands in `text` (folded) at `at`, with the place behind it; the longest handle first."""
        first = re.compile(r"\w+").match(text, at)
        if not first:
            return []
        named: list[tuple[int, Work]] = []
        for handle, work in self._index.get(first.group().casefold(), []):
            end = at + len(handle)
            written = text[at:end]
            same = written == handle or (written.casefold() == handle.casefold() and (written.isupper() or handle not in work.names))
            if same and not text[end : end + 1].isalnum():
                named.append((end, work))
        return named

    def choose(self, candidates: Iterable[Work], date: str | None, rest: str, before: str = "") -> Work | None:
        """The one of `candidates` that fits the date, the names (`rest`) and the initials (`before`) of a citation; None if none does."""
        year = re.match(_YEAR, date or "")
        letter = re.search(r"(?<=[\d-])[a-z]$", date or "")
        fitting = [w for w in candidates if date is None or ((w.year == year.group()) if year else w.year is None)]
        if letter and len(fitting) > 1:
            fitting = [w for w in fitting if self.letters.get(w.key) == letter.group()] or fitting
        further = any(re.search(rf"(?<!\w){re.escape(word)}", rest) for word in joining_words() if " " in word or "." in word)
        second = bool(re.search(r"&|(?<!\w)(?:" + "|".join(map(re.escape, joining_words())) + r")(?!\w)", rest))
        size = 3 if further else 2 if second else 1
        initials = re.sub(r"\W", "", match.group()) if (match := re.search(r"(?:(?<!\w)[^\W\d_a-z]\.[\s-]?)+$", before)) else ""

        listed = self._listed_keys if len(fitting) > 1 else frozenset[str]()

        def fit(work: Work) -> tuple[int, int, bool, bool]:
            own = "".join(word[0] for word in re.findall(r"\w+", work.given))
            named = [name in rest for name in work.names[1:]]
            in_order = named.index(False) if False in named else len(named)
            return in_order, (2 if own == initials else own.startswith(initials)), min(len(work.names), 3) == size, work.key in listed

        return max(fitting, key=fit, default=None)

    def _entry_of(self, text: str, taken: Collection[str | None]) -> str | None:
        """The work that an entry lists: the one whose longest title stands in it; of several with that title, by author and year.

        Of works that are alike in all of these it is one that is not `taken` by another entry.
        """
        within = _letters(text)
        best: tuple[tuple[int, int, bool, bool], str] | None = None
        for work in self.works:
            for sought in map(_letters, work.titles):
                told = sought in within if len(sought) > _SHORT else _begins_with(text, sought, work)
                if told and (best is None or len(sought) >= best[0][0]):
                    fit = (len(sought), _names_at_head(text, work), work.year is not None and work.year in text, work.key not in taken)
                    if best is None or fit > best[0]:
                        best = (fit, work.key)
        return best[1] if best else self._entry_by_author(folded(text))

    def _entry_by_author(self, text: str) -> str | None:
        """The one work whose first author begins an entry that has its year, where the title was typed otherwise."""
        start = text[:60]
        fitting = [w for w in self.works if w.year and w.year in text and _names_at_head(start, w)]
        return fitting[0].key if len(fitting) == 1 else None


def _begins_with(text: str, title: str, work: Work) -> bool:
    """Whether an entry begins with a short title (its letters): that of a work without authors, and nothing else, stands there."""
    return bool(title) and not work.names and any(_letters(text[: mark.start()]) == title for mark in re.finditer(r"\W+", text[:_HEAD]))


_SHORT, _HEAD = 7, 40
"""So few letters of a title may stand anywhere in an entry by chance; a short title ends within so many characters of its beginning."""


def _names_at_head(text: str, work: Work) -> int:
    """How many of the authors of `work` an entry names in their order, the first of them behind nothing but its number and initials."""
    at = 0
    for count, name in enumerate(map(folded, work.names)):
        found = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, at, at + REACH_OF_A_NAME)
        if found is None or (not at and re.search(r"[^\W\d_]{2,}", text[: found.start()])):
            return count
        at = found.end()
    return len(work.names)


def _letters(text: str) -> str:
    return "".join(c for c in _TAG.sub("", text).casefold() if c.isalnum())


def works_of(draft: DraftText, library: Library | None, saved: Iterable[tuple[str, Mapping[str, Json]]] = ()) -> Works:
    """The works of the sources, and those of which the draft itself knows enough."""
    works: dict[str, Work] = {study.key: of_study(study) for study in library or ()}
    for key, item in (*saved, *draft.works):
        if key not in works:
            works[key] = of_item(key, item)
    return Works(tuple(works.values()), tuple(p for p in draft.passages if p.kind == "entry"))
