"""Layer 9: an entry to a study.

The tables are in `types` and `variables`; here is what depends on more than one field. Nothing is dropped: a field that no variable
holds goes to `Study.extra` as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from litreview.errors import Origin
from litreview.formats._dates import worded
from litreview.formats.bibtex import dates, own_fields, types
from litreview.formats.bibtex.databases import KEYWORD_FIELDS, PUBLISHED_FIELDS, counts_citations, is_arxiv, is_document_type
from litreview.formats.bibtex.eprint import address, archive
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.keywords import split_keywords
from litreview.formats.bibtex.latex import decode, is_plain
from litreview.formats.bibtex.names import EDITOR_TYPES
from litreview.formats.bibtex.raw_entry import ENTRY_TYPE, EXTRA, RawEntry, Reading
from litreview.formats.bibtex.text_fields import is_wrapped
from litreview.formats.bibtex.variables import (
    ARTICLE_NUMBERS,
    ARTICLES,
    AUTHORITIES,
    DATES,
    INSTITUTIONS,
    NUMBERED,
    PARTS,
    PLAIN,
    RANK,
    TITLES,
)  # fmt: skip
from litreview.formats.bibtex.volumes import Places, title_places, variant_of
from litreview.record import Date, FrozenMap, LangList, LangText, Study
from litreview.record.csl_json.fields import IDENTIFIERS
from litreview.record.languages import language_tag
from litreview.record.name_words import braced
from litreview.record.variables import NUMBER_VARIABLES

_BARE = IDENTIFIERS | frozenset(NUMBER_VARIABLES)
_DASHES = re.compile(r"(?<!\s)\s*(?:[–—‒−]|-{2,3})\s*|(?<! ) +- +")
_NEXT_TAG = re.compile(r"(?<!\s)\s+[A-Z][A-Z0-9]  ?- .*", re.DOTALL)
"""A field of RIS that Rayyan left behind a DOI."""
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_STRAIGHT = frozenset(name for name, kind in types.TO_CSL.items() if kind != "thesis" and types.entry_type(kind, "", True) == name)
"""Entry types to which the type of the study leads back."""

_SHORT = 32
_NO_TEXT, _NO_LIST = LangText(), LangList()
_PUNCTUATION = tuple("?!.:…")
_URL = re.compile(r"https?://\S+")
_ADDRESS = re.compile(r"https?:|www\.|\S\.\w+/")
_PAPERS = ARTICLES | PARTS
_KEYWORD_FIELDS, _ARTICLE_NUMBERS, _OTHER_DATES = frozenset(KEYWORD_FIELDS), frozenset(ARTICLE_NUMBERS), frozenset(DATES)


def to_studies(raw_entries: Iterable[RawEntry], reading: Reading) -> Iterator[tuple[RawEntry, Study]]:
    """Each raw entry with its study; an entry without a key has the key ""."""
    for raw_entry in raw_entries:
        yield raw_entry, _Mapping(raw_entry).study()


class _Mapping:
    """One entry while it becomes a study; `used` are the fields that have found their place."""

    def __init__(self, raw_entry: RawEntry) -> None:
        self.raw_entry, self.texts = raw_entry, raw_entry.texts
        self.used: set[str] = set()
        self.variables: dict[str, LangText] = {}
        self.dates: dict[str, Date] = {}
        self.looked_for: list[str] = []
        self.places: Places = {}

    def study(self) -> Study:
        raw_entry = self.raw_entry
        self.language = self.take_language()
        kind = self.take_type()
        if "editor" in raw_entry.fields and self.texts.get("editortype", "").casefold() in EDITOR_TYPES:
            self.used.add("editortype")
        title = self.titles(kind)
        self.plain(kind)
        self.publisher(kind)
        self.numbers(kind)
        self.take_dates()
        self.electronic()
        if "note" in self.texts or "addendum" in self.texts:
            self.notes()
        genre = self.genre(kind)
        self.remember_type(kind, genre)
        abstract = self.take("abstract", "abstractnote")
        study = Study(
            raw_entry.block.key,
            kind,
            title=self.tagged("title", title) if title else _NO_TEXT,
            abstract=self.tagged("abstract", abstract) if abstract else _NO_TEXT,
            keywords=self.keywords(),
            genre=genre,
            language=self.language,
            names=FrozenMap(raw_entry.names),
            others=raw_entry.others,
            dates=FrozenMap(self.dates),
            variables=FrozenMap(self.variables),
            looked_for=tuple(self.looked_for),
            origin=Origin(raw_entry.reading.name, raw_entry.block.line, "bibtex", raw_entry.block.start, raw_entry.block.end),
        )
        study = self.own(study)
        foreign = raw_entry.fields.get(own_fields.FOREIGN)
        if foreign is not None:
            self.used.add(own_fields.FOREIGN)
            self.keep_rest()
            extra = own_fields.ordered_extra(foreign, raw_entry.extra)
            return attrs.evolve(study, extra=(*raw_entry.extra, (EXTRA + own_fields.FOREIGN, foreign)) if extra is None else extra)
        self.keep_rest()
        return attrs.evolve(study, extra=tuple(raw_entry.extra)) if raw_entry.extra else study

    def take(self, *fields: str) -> str | None:
        """The text of the first of `fields` that is there; it alone is used."""
        for field in fields:
            text = self.texts.get(field)
            if text:
                self.used.add(field)
                return text
        return None

    def tagged(self, variable: str, text: str) -> LangText:
        tag = "und" if variable in _BARE or not self.language else self.language
        if len(text) > _SHORT:
            return LangText({tag: text})
        shared = self.raw_entry.reading.shared
        lang_text = shared.get((tag, text))
        if lang_text is None:
            lang_text = shared[tag, text] = LangText({tag: text})
        return lang_text

    def put(self, variable: str, text: str | None) -> None:
        if text and variable not in self.variables:
            self.variables[variable] = self.tagged(variable, text)

    def take_language(self) -> str | None:
        exact = self.raw_entry.fields.get(own_fields.CSL + "language")
        if exact:
            return decode(exact)
        for field in ("langid", "hyphenation", "language"):
            if text := self.texts.get(field):
                tag = language_tag(text)
                if tag is not None:
                    self.used.update(f for f in ("langid", "hyphenation", "language") if language_tag(self.texts.get(f, "")) == tag)
                    return tag
                self.raw_entry.fault("unknown-language", "info", field=field, value=text)
        return None

    def take_type(self) -> str:
        raw_entry = self.raw_entry
        name = raw_entry.type
        kind = types.TO_CSL.get(name)
        if kind is None:
            kind = "document"
            raw_entry.fault("bibtex-type-unknown", value=raw_entry.block.name)
        if kind == "article-journal" and "entrysubtype" in self.texts:
            kind = types.SUBTYPES.get(self.texts["entrysubtype"].casefold(), kind)
            if kind != "article-journal":
                self.used.add("entrysubtype")
        elif name == "unpublished" and ("eventtitle" in self.texts or "eventdate" in self.texts):
            kind = "speech"
        return kind

    def remember_type(self, kind: str, genre: LangText) -> None:
        """Keep the entry type where the study alone would not lead back to it."""
        if self.raw_entry.type in _STRAIGHT:
            return
        best = genre.best(self.language or "")
        words = best[1] if best else ""
        name = self.raw_entry.type
        if types.entry_type(kind, words, True) != name != types.entry_type(kind, words, False):
            self.raw_entry.extra.insert(0, (ENTRY_TYPE, name))

    def title(self, which: str) -> str | None:
        """A title in one piece: "Title: Subtitle. Addition"."""
        main, sub, addition = TITLES[which]
        text = self.take(main)
        if text is None:
            return None
        if sub in self.texts and (more := self.take(sub)):
            text += (" " if text.endswith(_PUNCTUATION) else ": ") + more
        if addition in self.texts and (more := self.take(addition)):
            text += (" " if text.endswith(_PUNCTUATION) else ". ") + more
        return text

    def titles(self, kind: str) -> str | None:
        """The title of the study; those of what contains it, of its volume and of the event are put down."""
        texts = self.texts
        self.places = title_places(kind, texts)
        own = None
        for which, variable in self.places.items():
            if which == "journal" and "journal" in texts and "journaltitle" not in texts:
                texts["journaltitle"] = texts["journal"]
                self.used.add("journal")
            text = self.title(which)
            if variable == "title":
                own = text
            else:
                self.put(variable, text)
        if "eventtitle" in texts:
            self.put("event-title", self.title("event"))
        return own

    def plain(self, kind: str) -> None:
        texts = self.texts
        placed: dict[str, str] = {}
        for field, text in texts.items():
            variable = PLAIN.get(field)
            if variable is None or not text:
                continue
            if variable in placed and RANK[field] < RANK[placed[variable]]:
                self.used.discard(placed[variable])
                del self.variables[variable]
            if variable not in self.variables:
                placed[variable] = field
                self.used.add(field)
                self.put(variable, text)
        if "location" in texts and "address" in texts and kind == "paper-conference" and "venue" not in texts:
            self.used.add("address")
            self.variables["publisher-place"] = self.tagged("publisher-place", texts["address"])
            self.put("event-place", texts["location"])  # so the ACM has it
        doi = self.take("doi")
        if doi:
            bare = _NEXT_TAG.sub("", doi)
            self.put("DOI", _DOI.sub("", bare, count=1) if _DOI.match(bare) else bare)
        pages = self.take("pages")
        if pages:
            self.put("page", _DASHES.sub("-", pages) if "-" in pages or not pages.isascii() else pages)

    def publisher(self, kind: str) -> None:
        order = ("publisher", "institution", "school", "organization")
        if kind in INSTITUTIONS:
            order = ("institution", "school", "publisher", "organization")
        elif kind in AUTHORITIES:
            self.put("authority", self.take("institution", "organization"))
        elif kind == "webpage":
            order = ("publisher", "organization", "institution", "school")
        self.put("publisher", self.take(*(f for f in order if f not in self.used)))
        if "howpublished" in self.texts and "publisher" not in self.variables and not _ADDRESS.search(self.texts["howpublished"]):
            self.put("publisher", self.take("howpublished"))

    def numbers(self, kind: str) -> None:
        if "number" in self.texts:
            if kind in ARTICLES:
                self.put("issue", self.take("number"))
            elif "series" in self.texts and kind not in NUMBERED:
                self.put("collection-number", self.take("number"))
            else:
                self.put("number", self.take("number"))
        if "issue" in self.texts and "issue" not in self.variables:
            self.put("issue", self.take("issue"))
        if "number" not in self.variables and not _ARTICLE_NUMBERS.isdisjoint(self.texts):
            article = next((field for field in ARTICLE_NUMBERS if self.texts.get(field)), None)
            if article and self.texts[article] != self.texts.get("pages"):
                self.put("number", self.take(article))

    def take_dates(self) -> None:
        texts = self.texts
        if "date" in texts:
            stated = dates.from_edtf(texts["date"])
            self.used.add("date")
            start = stated.date.start if stated.date is not None else None
            if start is not None and "year" in texts:
                again = dates.from_parts(texts["year"], texts.get("month"), texts.get("day"))
                other = again.date.start if again.date is not None else None
                if other is not None and other.year == start.year:
                    self.used.add("year")
                    if (other.month, other.season) == (start.month, start.season):
                        self.used.update(("month", "day") if other.day == start.day else ("month",))
        elif "year" in texts or "month" in texts:
            stated = dates.from_parts(texts.get("year"), texts.get("month"), texts.get("day"))
            if "year" in texts:
                self.used.add("year")
            if stated.leftover is None and "month" in texts:
                with_day = stated.date is not None and stated.date.start is not None and stated.date.start.day is not None
                self.used.update(("month", "day") if with_day else ("month",))
        else:
            self.take_published()
        if "date" in texts or "year" in texts or "month" in texts:
            self.put_date("issued", "date" if "date" in texts else "year" if "year" in texts else "month", stated)
        for field, variable in () if _OTHER_DATES.isdisjoint(texts) else DATES.items():
            if field in texts and variable not in self.dates:
                self.used.add(field)
                self.put_date(variable, field, dates.from_edtf(texts[field]))

    def take_published(self) -> None:
        """The day of publication as other programs than BibTeX call it, where it is one."""
        for field in PUBLISHED_FIELDS:
            if field in self.texts and "issued" not in self.dates and (day := worded(self.texts[field])).literal is None:
                self.dates["issued"] = day
                self.used.add(field)

    def put_date(self, variable: str, field: str, stated: dates.ReadDate) -> None:
        if stated.date is not None:
            self.dates[variable] = stated.date
            if stated.date.literal is not None and (stated.status is None or variable != "issued"):
                self.raw_entry.fault("date-as-words", field=field, value=stated.date.literal)
        if stated.status is not None and variable == "issued":
            self.put("status", stated.status)
        if stated.none_stated:
            self.looked_for.append(variable)
            self.used.discard(field)
        if stated.letter is not None:
            self.raw_entry.fault("bibtex-year-letter", field=field, letter=stated.letter)
        if stated.leftover is not None:
            self.raw_entry.fault("bibtex-date-part", field="month", value=stated.leftover)

    def electronic(self) -> None:
        texts = self.texts
        number = texts.get("eprint")
        kind = number and (texts.get("eprinttype") or texts.get("archiveprefix") or ("arXiv" if is_arxiv(number) else None))
        if number and kind:
            self.used.add("eprint")
            self.used.update(name for name in ("eprinttype", "archiveprefix") if texts.get(name) == kind)
            if kind.casefold() in ("pubmed", "pmid"):
                self.put("PMID", number)
            else:
                self.put("archive", archive(kind))
                self.put("archive_location", number)
                if "URL" not in self.variables:
                    self.put("URL", address(kind, number))
        if "URL" not in self.variables and ("howpublished" in texts or self.raw_entry.addresses):
            how = texts.get("howpublished", "")
            where = _URL.search(how)
            if where:
                self.put("URL", where[0].rstrip(".,;>)"))
                if _bare(how) == where[0].rstrip(".,;>)"):
                    self.used.add("howpublished")
            elif self.raw_entry.addresses:
                self.put("URL", self.raw_entry.addresses[0])

    def notes(self) -> None:
        note = self.texts.get("note", "")
        counted = counts_citations(note)
        if note and "accessed" not in self.dates and (day := dates.accessed(note)) is not None:
            self.dates["accessed"] = day
            self.used.add("note")
            counted = True
        parts = [text for text in (None if counted else self.take("note"), self.take("addendum")) if text]
        if parts:
            joint = " " if parts[0].endswith(_PUNCTUATION) else ". "
            self.put("note", joint.join(parts))

    def genre(self, kind: str) -> LangText:
        has_type = "type" in self.texts
        text = None if not has_type or (kind in _PAPERS and is_document_type(self.texts["type"])) else self.take("type")
        key = types.TYPE_KEYS.get(text.casefold()) if text else types.IMPLIED.get(self.raw_entry.type)
        if key is not None:
            tag, words = types.worded(key, self.language)
            return LangText({tag: words})
        return self.tagged("genre", text) if text else _NO_TEXT

    def keywords(self) -> LangList:
        fields = self.raw_entry.fields
        if _KEYWORD_FIELDS.isdisjoint(fields):
            return _NO_LIST
        field = next(name for name in KEYWORD_FIELDS if name in fields)
        whole = braced(fields[field]) if fields[field][:1] == "{" and is_wrapped(fields) else None
        words = split_keywords(whole or fields[field])
        if not words:
            return _NO_LIST
        self.used.add(field)
        if field not in ("keywords", "keyword"):
            self.raw_entry.extra.append((EXTRA + field, ""))
        return LangList({self.language or "und": words})

    def own(self, study: Study) -> Study:
        """The study with second languages and with what litreview itself wrote into fields of its own."""
        fields = self.raw_entry.fields
        marked = [field for field in fields if "_" in field]
        if not marked:
            return study
        for field in marked:
            base, _, tag = field.partition("_")
            variable = variant_of(base, self.places)
            if variable is not None and (language := language_tag(tag)) is not None:
                text = self.texts.get(field) or decode(fields[field])
                study = own_fields.with_language(study, variable, language, text, fields[field])
                self.used.add(field)
        if any(field.startswith(own_fields.PREFIXES) for field in marked):
            study = own_fields.read_own(study, self.raw_entry, self.used)
        return study

    def keep_rest(self) -> None:
        """What no variable holds, as written."""
        raw_entry = self.raw_entry
        for field in raw_entry.fields:
            if field not in self.used and KIND.get(field) != "names":
                raw_entry.keep(field)


def _bare(text: str) -> str:
    return (text if is_plain(text) else decode(text)).strip(" .<>()")
