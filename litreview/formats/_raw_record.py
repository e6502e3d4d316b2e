"""A study while a reader of a flat format fills it in: the first value of a variable counts, every other is kept as it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import attrs

from litreview.errors import Origin, Problem
from litreview.formats._entities import without_entities
from litreview.formats._listed import NO_INITIALS
from litreview.formats._markup import unmarked
from litreview.formats._records import keyed
from litreview.record import Date, Dates, LangList, LangText, Name, Names, Study, Variables
from litreview.record.csl_json.fields import tag_of
from litreview.record.csl_values.texts import clean as printable
from litreview.record.identifiers import find_doi, is_doi, isbn, issn, short_doi
from litreview.record.languages import language_tag
from litreview.record.name_parser import NamePolicy, parse_name
from litreview.record.names import without_others


class RawRecord:
    """One record of the format `format` in the file `name`; `line` is where it begins.

    `tag` in each method is what the format calls the field: under it, what has no place goes to `Study.extra` (``ris:N1``).
    """

    def __init__(self, format: str, name: str, line: int | None) -> None:
        self.format, self.name, self.line = format, name, line
        self.key, self.type = "", "document"
        self.language: str | None = None
        self.texts: dict[str, dict[str | None, str]] = {}
        self.people: dict[str, list[Name]] = {}
        self.dates: dict[str, Date] = {}
        self.words: dict[str | None, dict[str, None]] = {}
        self.extra: list[tuple[str, str]] = []
        self.problems: list[Problem] = []

    def text(self, variable: str, value: str | None, tag: str, language: str | None = None) -> bool:
        """State a text variable, in `language` (the record's own if None). False if it is empty or was stated differently before."""
        words = clean(value)
        if "<" in words and variable in _MARKED:
            words = unmarked(words, variable == "abstract")
        if not words:
            return False
        stated = self.texts.setdefault(variable, {})
        if stated.setdefault(language, words) != words:
            self.keep(tag, words)
            return False
        return True

    def abstract(self, value: str | None, language: str | None = None) -> None:
        """State the abstract; a second one in the same language is a further paragraph of it."""
        stated = self.texts.setdefault("abstract", {})
        words = clean(value)
        if "<" in words:
            words = unmarked(words, long=True)
        if words and words not in stated.get(language, ""):
            stated[language] = f"{stated[language]}\n\n{words}" if language in stated else words

    def person(self, role: str, name: Name | None) -> None:
        """Add a name, if there is one."""
        if name is not None and (name.family or name.literal):
            self.people.setdefault(role, []).append(name)

    def date(self, variable: str, date: Date | None, tag: str, value: str, line: int | None = None) -> None:
        """State a date; words that hold figures and are no date are reported."""
        if date is None:
            return
        if self.dates.setdefault(variable, date) != date:
            self.keep(tag, value)
        elif date.literal is not None and re.search(r"\d", date.literal):
            self.fault("date-as-words", line, field=variable, value=date.literal)

    def keyword(self, words: Iterable[str], language: str | None = None) -> None:
        """Add keywords, each once; a stray separator is none."""
        keywords = self.words.setdefault(language, {})
        for word in map(clean, words):
            if word.strip(" ,;"):
                keywords[word] = None

    def in_language(self, text: str | None, tag: str, line: int | None = None) -> None:
        """State the language of the work by a tag, code or name; one that is not known is kept as it stands and reported."""
        words = clean(text)
        if not words:
            return
        known_tag = language_tag(words)
        if known_tag is None:
            self.fault("unknown-language", line, field="language", value=words)
        if self.language is None:
            self.language = known_tag or words
        if known_tag is None or known_tag != self.language:
            self.keep(tag, words)

    def doi(self, value: str | None, tag: str) -> None:
        """State a DOI, without its resolver; what holds none is kept."""
        words = clean(value)
        if words:
            alone = is_doi(words)
            first = words if alone else words.split(maxsplit=1)[0]
            short = None if alone else short_doi(words)
            doi = find_doi(first) if alone or is_doi(first) else short
            if doi:
                self.text("DOI", doi, tag)
            if not doi or not (alone or short):
                self.keep(tag, words)

    def address(self, value: str | None, tag: str) -> None:
        """State the URL, unless it is the resolver's for the DOI and says no more than that."""
        words = clean(value)
        doi = self.texts.get("DOI", {}).get(None, "")
        if words and not (doi and is_doi(words) and (find_doi(words) or "").casefold() == doi.casefold()):
            self.text("URL", words, tag)

    def serial(self, value: str | None, book: bool) -> None:
        """State ISSNs or ISBNs, told apart by their digits; where these decide nothing, by whether the work is a `book`."""
        words = clean(value)
        for variable, bare in _serials(words, book) if words else ():
            stated = self.texts.setdefault(variable, {})
            known = stated.get(None, "")
            if bare and bare not in known.split(", "):
                stated[None] = f"{known}, {bare}" if known else bare

    def keep(self, tag: str, value: str | None) -> None:
        """Keep what no field holds."""
        if value and value.strip():
            self.extra.append((f"{self.format}:{tag}", value))

    def fault(self, code: str, line: int | None = None, **data: object) -> None:
        """Report a problem of this record."""
        slots = tuple((slot, str(value)) for slot, value in data.items() if value is not None)
        self.problems.append(Problem(code, slots, Origin(self.name, line or self.line, self.format)))

    def study(self) -> Study:
        """The study as far as it is filled in, with key "" where none was found."""
        texts = {variable: self._tagged(variable, stated) for variable, stated in self.texts.items() if stated}
        people = {role: without_others(names) for role, names in self.people.items()}
        words = {self._tag("keyword", language): tuple(listed) for language, listed in self.words.items() if listed}
        return Study(
            self.key,
            self.type,
            title=texts.pop("title", LangText()),
            abstract=texts.pop("abstract", LangText()),
            genre=texts.pop("genre", LangText()),
            keywords=LangList(words),
            language=self.language,
            names=Names({role: listed for role, (listed, _) in people.items() if listed}),
            others=(role for role, (_, further) in people.items() if further),
            dates=Dates(self.dates),
            variables=Variables(texts),
            extra=tuple(self.extra),
            origin=Origin(self.name, self.line, self.format),
        )

    def _tagged(self, variable: str, stated: dict[str | None, str]) -> LangText:
        own = stated.get(None)
        if own is not None and len(stated) == 1:  # as most are
            return LangText({tag_of(variable, self.language): own})
        return LangText({self._tag(variable, language): text for language, text in stated.items()})

    def _tag(self, variable: str, language: str | None) -> str:
        return language if language is not None else tag_of(variable, self.language)


def finished(raw_records: Iterable[RawRecord], problems: Iterable[Problem] = ()) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of the records, each with a key, and all problems with the keys of their studies, in the order of their lines."""
    faults: list[tuple[int, Problem]] = []
    unkeyed: list[Study] = []
    for number, raw_record in enumerate(raw_records):  # one after the other: thousands kept at once cost the time of looking after them
        unkeyed.append(raw_record.study())
        faults += [(number, problem) for problem in raw_record.problems]
    studies = keyed(unkeyed)
    record_problems = [Problem(p.code, p.data, p.origin, studies[number].key, p.severity) for number, p in faults]
    return studies, tuple(sorted((*problems, *record_problems), key=lambda p: p.origin.line or 0))


_MARKED = frozenset(("title", "container-title", "title-short", "collection-title", "abstract", "note"))
_SUFFIX_LAST = NamePolicy(suffix_last=True)
_WITHIN = re.compile(r"(?<=[^\s,]),,(?= ?[^\s,])")
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-ÿ]\.-?){1,4}")
_BARE_INITIALS = re.compile(r"[A-Z]{1,2}")
_WORD = re.compile(r"[^\W\d_]{2}|[^\W\d_]['’]")


@lru_cache(4096)  # journals recur
def _serials(words: str, book: bool) -> tuple[tuple[str, str], ...]:
    """The numbers of a field for them, each with its variable."""
    serials: list[tuple[str, str]] = []
    for part in re.split(r"(?:(?<!\s)\s+)?[;,]\s*|(?<!\s)\s+(?=97[89])|(?<=\d)\s+(?=\d{4}-)|(?<=\))\s+", words):
        bare = re.sub(r"(?:(?<!\s)\s+)?\([^()]*\)", "", part).strip()
        digits = len(re.sub(r"[^0-9Xx]", "", bare))
        is_isbn = isbn(bare) or digits in (10, 13)
        serials.append(("ISBN" if is_isbn else "ISSN" if issn(bare) or digits == 8 else "ISBN" if book else "ISSN", bare))
    return tuple(serials)


def clean(value: str | None) -> str:
    """A text without entities of HTML, without characters that cannot be printed and without space around it."""
    if not value:
        return ""
    return printable(without_entities(value) if "&" in value else value).strip()


@lru_cache(20_000)
def inverted(text: str | None) -> Name | None:
    """A name of a format in which persons have a comma (``Last, First, Suffix``): one without is a single name or an institution.

    Of EndNote's it takes the comma behind an institution, and the doubled comma for one within its name.

    >>> inverted("Santoso, Budi").given, inverted("Sukarno").family, inverted("Pusat Kota").literal, inverted("WHO,").literal
    ('Budi', 'Sukarno', 'Pusat Kota', 'WHO')
    >>> inverted("Barnes and Noble,, Inc.").literal
    'Barnes and Noble, Inc.'
    """
    words = " ".join(clean(text).split())
    if not words.strip(",; "):
        return None
    if words.endswith(",") and words.count(",") == 1:
        return Name(literal=words[:-1].strip(), raw=text)
    if _WITHIN.search(words):
        return Name(literal=_WITHIN.sub(",", words.removesuffix(",")), raw=text)
    if "," in words:
        return parse_name(words, _SUFFIX_LAST)
    if " " not in words:
        return Name(family=words, raw=text)
    return with_initials(words) or Name(literal=words, raw=text)


def with_initials(text: str) -> Name | None:
    """A person written without a comma whose given names are initials, before the family name or behind it; None for anything else.

    >>> written = ("S. K. Das", "Adler D.G.", "van Dijk J.-P.", "Liu R", "Kemenkes RI", "I Made")
    >>> [(n.given, n.family) if (n := with_initials(text)) else n for text in written]
    [('S. K.', 'Das'), ('D.G.', 'Adler'), ('J.-P.', 'Dijk'), ('R', 'Liu'), None, None]
    """
    tokens = text.split()
    behind = len(tokens)
    while behind > 1 and _INITIALS.fullmatch(tokens[behind - 1]):
        behind -= 1
    if behind == len(tokens) and len(tokens) == 2 and _BARE_INITIALS.fullmatch(tokens[1]) and tokens[0] != tokens[0].upper():
        behind = 0 if tokens[1] in NO_INITIALS else 1
    front = 0
    while front < len(tokens) - 1 and _INITIALS.fullmatch(tokens[front]):
        front += 1
    if 0 < behind < len(tokens) and not front and _WORD.match(tokens[behind - 1]):
        return attrs.evolve(parse_name(f"{' '.join(tokens[:behind])}, {' '.join(tokens[behind:])}"), raw=text)
    if front and behind == len(tokens) and _WORD.match(tokens[-1]) and len(tokens) - front < 4:
        return attrs.evolve(parse_name(f"{' '.join(tokens[front:])}, {' '.join(tokens[:front])}"), raw=text)
    return None


def without_full_stop(title: str) -> str:
    """A title without the full stop that a database puts behind every title.

    >>> without_full_stop("Ports of call."), without_full_stop("And so on...")
    ('Ports of call', 'And so on...')
    """
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def initials(text: str) -> str:
    """Initials that a database runs together, apart and with dots; anything else as it is.

    >>> initials("JP"), initials("J-P"), initials("Ann"), initials("A.B.")
    ('J. P.', 'J.-P.', 'Ann', 'A.B.')
    """
    if not re.fullmatch(r"[^\W\d_]{1,4}|[^\W\d_](?:-[^\W\d_])+", text) or text != text.upper():
        return text
    return "-".join(" ".join(f"{letter}." for letter in part) for part in text.split("-"))


def as_inverted(name: Name) -> str:
    """A name as `inverted` reads it.

    >>> as_inverted(Name(family="Berg", given="Jan", non_dropping_particle="van den")), as_inverted(Name(literal="Pusat Kota"))
    ('van den Berg, Jan', 'Pusat Kota')
    """
    if name.literal is not None:
        if "," in name.literal.strip(", "):
            return re.sub(r"(?<=[^\s,]),(?= ?[^\s,])", ",,", name.literal)
        return name.literal if " " in name.literal and "," not in name.literal else name.literal + ","
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    if not given:
        return f"{family}, , {name.suffix}" if name.suffix else family
    return ", ".join(part for part in (family, given, name.suffix) if part)
