"""The lines of a page without its furniture, and the facts that the furniture states."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from litreview.pages.furniture.facts import Fact, FactField, Source
from litreview.pages.furniture.feet import read_foot
from litreview.pages.furniture.heads import without_first_page, without_head, without_uploader
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.references import article_reference
from litreview.pages.furniture.running import is_head, is_name_alone, is_titled, own_doi, read_running, without_site
from litreview.pages.furniture.shapes import (
    can_be_name,
    ends_title,
    field_named,
    goes_on,
    is_acronym_over,
    is_date,
    is_site_field,
    quote_end,
    says_nothing,
)
from litreview.pages.furniture.words import Words, furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.offsets import Flat
from litreview.pages.titlecase import in_capitals
from litreview.pages.unwrap import Line

_LONE_NUMBER = re.compile(r"[-–\s(\[]*(?:(?!(?:19|20)\d\d\W*$)\d{1,4}|[ivxlc]{1,7})[-–\s)\].]*")
_WITH_BUTTON: dict[str, Source] = {"DOI": "list", "year": "foot"}
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3
_BUTTON = 400
_LONGEST = 4000
"""A line of more characters holds running text; a shorter one can be of a site, or a whole front."""
_PAGE_FIRST = re.compile(r"\d{1,4}\s+(?=[A-Z]{2})")
"""The number of a page between a masthead and a title in capitals."""
_SITE = re.compile(r"https?://\S+")
_LONG_NAME = 12
_MOST_WORDS = 18
"""A longer name of a journal is none."""


@attrs.frozen(eq=False)
class Furnished:
    """Lines without furniture (a line of it is left blank, or out of the middle of a text), and what it states, in order."""

    lines: tuple[Line, ...]
    facts: tuple[Fact, ...]


def without_furniture(lines: Sequence[Line], body: int | None = None) -> Furnished:
    """Take the furniture of one page off its lines. Of those from `body` on nothing is kept; a DOI alone on its line still counts.

    >>> from litreview.pages.unwrap import unwrap
    >>> page = unwrap("Jurnal Kota Vol. 3, No. 1, Juli 2019\\n\\nKota Kembar di Jawa\\n\\nShow Abstract | Download Original")
    >>> furnished = without_furniture(page)
    >>> [line.text for line in furnished.lines if line.text], [(fact.field, fact.value) for fact in furnished.facts]
    (['Kota Kembar di Jawa'], [('volume', '3'), ('issue', '1'), ('year', '2019'), ('container-title', 'Jurnal Kota')])
    """
    reading = _Reading(lines[:body], furniture_words())
    furnished = reading.read()
    behind = [] if body is None else [fact for line in lines[body:] for fact in own_doi(line)]
    listed = {fact.value for fact in behind}
    return attrs.evolve(furnished, facts=(*furnished.facts, *(behind if len(listed) == 1 else ())))


class _Reading:
    """One pass over the lines of a page."""

    def __init__(self, lines: Sequence[Line], words: Words) -> None:
        self.lines, self.words = without_uploader(lines, words), words
        self.kept: list[Line | None] = list(self.lines)
        self.facts: list[Fact] = []
        self.headed = False
        self.marked: list[int] = []

    def read(self) -> Furnished:
        at = next((n for n, line in enumerate(self.lines[:_BUTTON]) if line.text and self.words.list_begins.match(line.text)), 0)
        for over in range(at + 1 if at else 0):
            self._drop(over)
        while at < len(self.lines):
            at = self._line(at)
        self._broken_name()
        self._journal_line()
        self._repeated_name()
        pages = [fact.value.partition("-")[0] for fact in self.facts if fact.field == "page"]
        self.kept = without_first_page(self.kept, pages[0]) if pages else self.kept
        return Furnished(tuple(line for line in self.kept if line is not None), tuple(self.facts))

    def _repeated_name(self) -> None:
        """The journal's name once more, alone on a line or before the title."""
        names = [fact.flat.text for fact in self.facts if fact.field == "container-title" and fact.source == "masthead"]
        name = " ".join(names[0].split()).casefold() if names else ""
        for at, line in enumerate(self.kept):
            if len(name) > 8 and line is not None and line.text.casefold().startswith(name):
                rest = line.flat[len(name) :].strip(" \t,;:|–-")
                marked = next(iter(mastheads(rest.text)), None)
                if marked is not None and marked.start == 0:
                    rest = rest[:0]
                self.kept[at] = attrs.evolve(line, flat=rest if len(rest.text) > 3 else line.flat[:0], lead=0)
            elif len(name) > _LONG_NAME and line is not None:
                self.kept[at] = without_head(line, name)

    def _drop(self, at: int) -> None:
        line = self.lines[at]
        self.kept[at] = None if self.headed else attrs.evolve(line, flat=line.flat[:0], heading=False, strong=False, lead=0)

    def _fact(self, field: FactField, value: str, flat: Flat, at: int, source: Source = "masthead") -> None:
        self.facts.append(Fact(field, " ".join(value.split()), flat, self.lines[at], source))

    def _line(self, at: int) -> int:
        """Read the line at `at`; the place of the next one."""
        line = self.lines[at]
        text = line.text
        if not text:
            return at + 1
        for pattern, kind in ((self.words.repository, "thesis"), (self.words.article_site, "article-journal")):
            if len(text) < _BUTTON and pattern.match(text):
                self._fact("type", kind, line.flat, at, "list")
        if begins_abstract(text):
            if not self.headed and is_site_field(self.lines, at):
                self._fact("type", "article-journal", line.flat, at, "list")
            self.headed = True
            return at + 1
        button = len(text) < _BUTTON and bool(self.words.button.match(text))
        if len(text) < _BUTTON and (following := self._running(at, button)):
            return following
        if (button or _LONE_NUMBER.fullmatch(text)) and not ends_title(self.kept[max(at - 2, 0) : at], text):
            for mark in mastheads(text) if len(text) < 400 else ():
                for field, value, start, end in mark.values:
                    if field in _WITH_BUTTON:
                        self._fact(field_named(field), value, line.flat[start:end], at, _WITH_BUTTON[field])
            end = quote_end(self.lines, at)
            for number in range(at, end):
                self._drop(number)
            return end
        if not self.headed and self.words.article_kind.match(text) and self._is_first(at):
            self._drop(at)
            return at + 1
        if len(text) < 400 and (following := self._label(at) or self._dated(at)):
            return following
        self._masthead(at)
        return at + 1

    def _is_first(self, at: int) -> bool:
        """Whether nothing but furniture stands above a line, and an empty line below it."""
        return at < _BUTTON and not any(map(self._stands, range(at))) and at + 1 < len(self.lines) and not self.lines[at + 1].text

    def _running(self, at: int, button: bool) -> int | None:
        """A running head with volume and pages, or the line of a licence that names the journal."""
        running = read_running(self.lines, at, button)
        if running is None or (self.headed and running.head):
            return None
        self.facts += running.facts
        self.marked += [at] if running.head else []
        for number in running.lines:
            self._drop(number)
        return at + 1

    def _label(self, at: int) -> int | None:
        """A line with a label of furniture (a reference, a publisher), read with what stands under it."""
        text = self.lines[at].text
        if cite := self.words.cite.match(text):
            end = at + 1
            pieces = [self.lines[at].flat[cite.end() :]]
            while not pieces[-1].text and end < len(self.lines) and not self.lines[end].text:
                end += 1
            while end < len(self.lines) and self.lines[end].text and not self.words.button.match(self.lines[end].text):
                pieces.append(self.lines[end].flat)
                end += 1
            self.facts += article_reference(Flat.join([piece for piece in pieces if piece.text], " "), self.lines[at])
            for number in range(at, end):
                self._drop(number)
            return end
        if publisher := self.words.publisher.match(text):
            self._fact("publisher", text[publisher.end() :], self.lines[at].flat[publisher.end() :], at, "list")
            self._drop(at)
            return at + 1
        return None

    def _dated(self, at: int) -> int | None:
        """A line of dates: of arrival, of publication, or the name of a journal with month and year behind it."""
        line = self.lines[at]
        text = line.text
        named = self.words.dated_name.match(text) if text.endswith(")") else None
        if named and not self.headed and len(named["name"].split()) <= _MOST_WORDS:
            self._fact("container-title", named["name"], line.flat[slice(*named.span("name"))], at)
            self._fact("year", named["year"], line.flat[slice(*named.span("year"))], at)
            self._drop(at)
            return at + 1
        for pattern, source in ((self.words.published, "published"), (self.words.received, "received")):
            label = pattern.match(text.lstrip("(*[ "))
            if not label:
                continue
            alone = not text.lstrip("(*[ ")[label.end() :].strip(" :()[]")
            following = next((n for n in range(at + 1, min(at + _NEAR, len(self.lines))) if self.lines[n].text), None)
            if alone and following is not None and is_date(self.lines[following].text, self.words):
                self._dates(following, "published" if source == "published" else "received")
                self._drop(at)
                self._drop(following)
                return following + 1
            if alone or is_date(text, self.words):
                self._dates(at, "published" if source == "published" else "received")
                self._drop(at)
                return at + 1
        date = self.words.full_date.search(text) if self.marked and at - self.marked[-1] <= _NEAR and not self.headed else None
        if date and len(text.split()) <= _MOST_WORDS and not self._knows_year(text):
            self._fact("year", date["year"], line.flat[slice(*date.span("year"))], at)
            self._drop(at)
            return at + 1
        return None

    def _knows_year(self, text: str) -> bool:
        return any(fact.field == "year" for fact in self.facts) or any("volume" in mark.fields for mark in mastheads(text))

    def _dates(self, at: int, source: Source) -> None:
        """The years of a line of dates, each by the label before it."""
        text = self.lines[at].text
        for year in _YEAR.finditer(text):
            labels = [(m.start(), "published") for m in self.words.published.finditer(text, 0, year.start())]
            labels += [(m.start(), "received") for m in self.words.received.finditer(text, 0, year.start())]
            own = max(labels)[1] if labels else source
            self._fact(
                "year", year.group(), self.lines[at].flat[slice(*year.span())], at, "published" if own == "published" else "received"
            )

    def _masthead(self, at: int) -> None:
        line = self.lines[at]
        text = line.text
        if len(text) > (_BUTTON if self.headed else _LONGEST):
            return
        found = mastheads(text)
        if not found:
            self._foot(at)
            return
        outside = len(_WORD.findall(text)) - sum(len(_WORD.findall(text[m.start : m.end])) for m in found)
        named_late = len(found) > 1 and found[0].fields <= {"ISSN"} and "volume" in found[1].fields
        first, behind = (found[1], found[0].end) if named_late else (found[0], 0)
        before = text[behind : first.start]
        named = can_be_name(before, self.words)
        if outside > (3 if self.headed else 10) and not (not self.headed and "volume" in first.fields and (named or not before.strip())):
            return
        self.marked.append(at)
        for mark in found if outside <= 10 else [first]:
            for field, value, start, end in mark.values:
                self._fact(field_named(field), value, line.flat[start:end], at)
        numbered = first.fields & {"volume", "issue"} or first.fields <= {"year"} or first.fields >= {"ISSN", "page", "year"}
        if named and (numbered or self.words.journal.search(before) or self.words.conference.search(before)):
            self._name(line.flat[behind : first.start], at)
        elif not self.headed and (numbered or "URL" in first.fields):
            self._name_above(at, bool(numbered))
        rest = line.flat[(first if outside > 10 else found[-1]).end :].strip(" \t,.;:|")
        rest = self._name_behind(rest, at) if outside > 10 else rest
        page = _PAGE_FIRST.match(rest.text)
        rest = rest[page.end() :] if page else rest
        repeated = rest.text and rest.text.casefold() in before.casefold()
        if outside > 10 or (rest.text and not repeated and len(_WORD.findall(rest.text)) > 3 and not says_nothing(rest.text, self.words)):
            self.kept[at] = attrs.evolve(line, flat=rest, lead=0)
        else:
            self._drop(at)

    def _name_behind(self, rest: Flat, at: int) -> Flat:
        """What follows the journal's whole name and its address behind a masthead that only has its acronym ("JK 4(1), Jurnal …")."""
        known = next((f for f in self.facts if f.field == "container-title"), None)
        site = _SITE.search(rest.text, 0, _BUTTON)
        named = site and self.words.journal.search(rest.text, 0, site.start()) and len(rest.text[: site.start()].split()) <= _LONG_NAME
        if not site or not named or (known is not None and " " in known.value):
            return rest
        self.facts = [fact for fact in self.facts if fact is not known]
        self._name(rest[: site.start()], at)
        return rest[site.end() :].strip()

    def _name(self, flat: Flat, at: int) -> None:
        flat = flat.strip(" \t,;:.|(–-")
        number = re.match(r"\d{1,4}\s+(?=[^\W\d_])", flat.text)
        flat = flat[number.end() :] if number else flat
        spaced = len(flat.text.split()) > _NEAR and all(len(letter) == 1 for letter in flat.text.split())
        if flat.text.count("(") > flat.text.count(")"):
            flat = flat[: flat.text.rfind("(")].strip(" \t,;:")
        last = flat.text.rsplit(None, 1)
        if len(last) == 2 and not spaced and last[1].casefold().strip(".,") in self.words.filler:
            flat = flat[: len(last[0])].strip(" \t,;:")
        flat = without_site(flat)
        bare = self.words.journal.fullmatch(flat.text) or self.words.conference.fullmatch(flat.text)
        if (
            _WORD.search(flat.text)
            and not bare
            and not any(fact.field in ("container-title", "event") and fact.source == "masthead" for fact in self.facts)
        ):
            event = self.words.conference.search(flat.text) and not self.words.journal.search(flat.text)
            self._fact("event" if event else "container-title", flat.text.replace(" ", "") if spaced else flat.text, flat, at)

    def _name_above(self, at: int, numbered: bool) -> None:
        """The lines straight over a masthead, from the top of the page, are the journal's name; over its address alone, its acronym."""
        first = at
        if not numbered:
            acronym = next((n for n in range(at - 1, max(at - _NEAR, -1), -1) if self._stands(n)), None)
            if acronym is not None and self.lines[acronym].text.isupper() and len(self.lines[acronym].text.split()) < _NEAR:
                self._drop(acronym)
            return
        if is_acronym_over(self.lines, at):
            self._name(self.lines[at - 2].flat, at)
            self._drop(at - 2)
            return
        while first and self._stands(first - 1) and first - 1 not in self.marked and at - first < _NEAR:
            first -= 1
        above = self.lines[first:at]
        if above and (first == 0 or not self._stands(first - 1) or first - 1 in self.marked):
            flat = Flat.join([line.flat for line in above], " ")
            top = not any(map(self._stands, range(first)))
            if self.words.journal.search(flat.text) or (top and can_be_name(flat.text, self.words) and len(above) <= 2):
                self._name(flat, at)
                for number in range(first, at):
                    self._drop(number)

    def _stands(self, at: int) -> bool:
        return bool((line := self.kept[at]) and line.text)

    def _broken_name(self) -> None:
        """The word for a journal alone on its line at the top of a page: its name goes on in the next."""
        full = [n for n, line in enumerate(self.kept) if line is not None and line.text][:2]
        lines = [self.kept[n] for n in full]
        first, second = lines if len(lines) == 2 else (None, None)
        if first is None or second is None or not self.marked or full[0] > self.marked[0]:
            return
        if self.words.journal.fullmatch(first.text) and first.text[0].isupper() and 1 < len(_WORD.findall(second.text)) <= _MOST_WORDS:
            flat = Flat.join([first.flat, second.flat], " ")
            numbered = any(fact.field in ("volume", "issue", "ISSN") for fact in self.facts)
            if not numbered:
                self._drop(full[0])
            elif in_capitals(second.text) and full[1] < self.marked[-1]:
                self.facts = [fact for fact in self.facts if fact.field != "container-title"]
                self._name(flat, full[0])
                self._drop(full[0])
                self._drop(full[1])

    def _journal_line(self) -> None:
        """A line of its own with the word for a journal or a conference in it, close to a masthead or at the top of the page."""
        known = next((f for f in self.facts if f.field in ("container-title", "event") and f.source == "masthead"), None)
        if known is not None and (self.words.journal.search(known.value) or len(known.value.split()) > 1):
            return
        near = [n for n, line in enumerate(self.kept) if line is not None and line.text]
        ends = [bisect_left(near, mark) for mark in self.marked]
        candidates = [n for end in ends for n in (*reversed(near[max(end - 2, 0) : end]), *near[end : end + 3])]
        candidates += [n for n in near if is_head(self.lines, n, self.kept[n - 1] if n else None)]
        heading = next((n for n in near if begins_abstract(self.lines[n].text)), 0)
        candidates += [n for n in near if n < heading and is_name_alone(self.lines, n)]
        first = [n for n in near[:1] if self.marked or is_titled(self.lines, n)]
        candidates += [n for n in first if self.words.journal.match(self.lines[n].text.lstrip())]
        for at in candidates:
            line = self.kept[at]
            text = line.text if line is not None else ""
            top = at == near[0] and bool(self.marked) and at < self.marked[0] and self.words.journal.search(text)
            named = (
                top
                or self.words.journal.match(text.lstrip())
                or self.words.conference.search(text)
                or is_head(self.lines, at, self.kept[at - 1] if at else None)
            )
            named = named or (known is not None and text.startswith(known.value) and bool(self.words.journal.search(text)))
            if line is None or not named or not 2 <= len(_WORD.findall(text)) <= 12 or text.rstrip().endswith("."):
                continue
            if known is not None:
                self.facts.remove(known)
            year = re.search(r"(?<![\s,(])[\s,(]+(?:19|20)\d\d\)?$", text)
            folio = re.search(r"(?<!\s)\s+[\d]{1,4}$", text)
            end = year.start() if year and not self.words.conference.search(text) else folio.start() if folio and not year else len(text)
            flat = line.flat[:end]
            after = self.kept[at + 1] if at + 1 < len(self.kept) else None
            if end == len(text) and after is not None and goes_on(self.lines, at):
                flat = Flat.join([flat, after.flat], " ")
                self._drop(at + 1)
            joined = known is not None and ":" in self.lines[self.marked[0]].text.partition(known.value)[2][:2]
            self._name(flat, at)
            if joined and known is not None:
                self.facts[-1] = attrs.evolve(self.facts[-1], value=f"{known.value}: {self.facts[-1].value}")
            self.headed = False
            self._drop(at)
            return

    def _foot(self, at: int) -> None:
        """A running head or foot is taken off the line at `at`; a kind of work that it names is a fact."""
        line = self.lines[at]
        foot = read_foot(line, self.headed, self.words)
        if foot is None:
            return
        for field, flat in foot.stated:
            self._fact(field, flat.text, flat, at, "foot")
        if foot.rest is None:
            self._drop(at)
        else:
            self.kept[at] = attrs.evolve(line, flat=foot.rest, lead=0)
