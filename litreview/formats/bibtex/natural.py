"""A study as fields that BibTeX and biblatex know: the way back of `mapping`.

What is found here need not be exact: `entry` reads it back and adds what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from litreview.formats.bibtex import types
from litreview.formats.bibtex.blocks import NO_ENTRIES
from litreview.formats.bibtex.databases import KEYWORD_FIELDS
from litreview.formats.bibtex.dates import NOT_YET
from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.eprint import address
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.keywords import join_keywords
from litreview.formats.bibtex.names import EDITOR_TYPES
from litreview.formats.bibtex.options import BibtexOptions
from litreview.formats.bibtex.raw_entry import ENTRY_TYPE, EXTRA
from litreview.formats.bibtex.variables import ARTICLES, AUTHORITIES, LANGUAGE_VARIANTS, NUMBERED, TITLES
from litreview.formats.bibtex.verbatim import encode_verbatim
from litreview.formats.bibtex.volumes import variant_of, written_titles
from litreview.formats.bibtex.write_names import write_names
from litreview.record import Date, Study
from litreview.record.csl_json.fields import tag_of
from litreview.record.fields import LANGUAGE_FIELDS
from litreview.record.languages import language_tag

_DATABASE_FIELDS = frozenset(KEYWORD_FIELDS) - {"keywords", "keyword"}

Field = tuple[str, str]
"""A field name and its value as written, delimiters included."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_RANGE = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_BABEL = {
    "id": "indonesian", "ms": "malay", "en": "english", "en-US": "american", "en-GB": "british", "de": "german", "nl": "dutch",
    "fr": "french",
    "es": "spanish", "it": "italian", "pt": "portuguese", "ja": "japanese", "zh": "chinese", "ko": "korean", "ar": "arabic",
    "jv": "javanese",
    "ru": "russian", "tr": "turkish", "vi": "vietnamese", "th": "thai", "pl": "polish", "sv": "swedish", "da": "danish", "fi": "finnish",
}  # fmt: skip
_SIMPLE = {
    "collection-title": "series", "edition": "edition", "volume": "volume", "number-of-volumes": "volumes", "number-of-pages": "pagetotal",
    "chapter-number": "chapter", "part-number": "part", "version": "version", "event-title": "eventtitle", "event-place": "venue",
    "container-title-short": "shortjournal", "title-short": "shorttitle", "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation", "original-title": "origtitle", "status": "pubstate", "call-number": "callnumber",
    "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid", "note": "note", "DOI": "doi", "page": "pages",
}  # fmt: skip
_VARIANT_FIELDS = {variable: field for field, variable in reversed(LANGUAGE_VARIANTS.items())}


def fresh(study: Study) -> Study:
    """The study without the entry type it was once read with, where its type is another by now."""
    stale = [pair for pair in study.extra if pair[0] == ENTRY_TYPE and _leads_to(pair[1]) != study.type]
    if not study.keywords:
        stale += [pair for pair in study.extra if not pair[1] and pair[0].removeprefix(EXTRA) in KEYWORD_FIELDS]
    return attrs.evolve(study, extra=tuple(pair for pair in study.extra if pair not in stale)) if stale else study


def _leads_to(entry_type_: str) -> str | None:
    usable = re.fullmatch(r"[^\W_]+", entry_type_) and entry_type_.casefold() not in NO_ENTRIES
    return types.TO_CSL.get(entry_type_, "document") if usable else None


def entry_type(study: Study, options: BibtexOptions) -> str:
    """The entry type: the one it was read with if that fits (pandoc stops at one that is no plain word), else by the tables."""
    stated = dict(study.extra).get(ENTRY_TYPE)
    if stated is not None and _leads_to(stated) == study.type:
        return stated
    genre = study.genre[base_tag(study, "genre")] if study.genre else ""
    return types.entry_type(study.type, genre, options.flavour == "biblatex")


def natural(study: Study, options: BibtexOptions) -> Iterator[Field]:
    """The fields of a study, in the order in which they are usually read."""
    writer = _Natural(study, options)
    yield from writer.people()
    stated = {*study.variables, *LANGUAGE_FIELDS}
    for variable, field in writer.texts():
        if variable in stated:
            yield from writer.text(variable, field)
    yield from writer.issued()
    yield from writer.other_dates()
    yield from writer.eprint()
    yield from writer.language()
    yield from writer.text("abstract", "abstract")
    yield from writer.keywords()


_LISTS = frozenset(("publisher", "institution", "school", "organization", "location", "origpublisher", "origlocation"))
_EMPTY_ITEM = re.compile(r"(?<!\S)and(?=\s+and(?!\S))|^and(?!\S)|(?<!\S)and$", re.IGNORECASE)
"""An "and" beside which a list of BibLaTeX would have nothing: in braces it parts no list."""


class _Natural:
    def __init__(self, study: Study, options: BibtexOptions) -> None:
        self.study, self.options = study, options
        self.biblatex = options.flavour == "biblatex"
        self.kind = types.TO_CSL.get(entry_type(study, options), "document")
        self.places = written_titles(self.kind, {*study.variables, *(("title",) if study.title else ())})

    def people(self) -> Iterator[Field]:
        names = self.study.names
        others = self.study.others
        roles = [("author", "author"), ("editor", "editor"), ("translator", "translator"), ("container-author", "bookauthor")]
        if "editor" not in names and "editor" not in others:
            editor_role = next(((role, word) for word, role in EDITOR_TYPES.items() if role in names), None)
            if editor_role:
                roles[1] = (editor_role[0], "editor")
        for role, field in roles:
            if names.get(role) or role in others:
                yield field, f"{{{write_names(names.get(role, ()), self.options, role in others)[0]}}}"
                if field == "editor" and role != "editor":
                    yield "editortype", f"{{{next(word for word, r in EDITOR_TYPES.items() if r == role)}}}"

    def texts(self) -> Iterator[tuple[str, str]]:
        """Which variable goes to which field."""
        has, kind, biblatex = self.study.variables, self.kind, self.biblatex
        for which, variable in self.places.items():
            yield variable, "journal" if which == "journal" and not biblatex else TITLES[which][0]
        if kind in AUTHORITIES:
            yield "authority", "institution"
        yield "publisher", self.publisher()
        yield "publisher-place", "location" if biblatex else "address"
        yield "annote", "annotation" if biblatex else "annote"
        yield "genre", "type"
        series = "collection-title" in has and kind not in NUMBERED
        if kind in ARTICLES:
            yield "issue", "number"
            yield "number", "eid"
        elif series and "collection-number" in has:
            yield "collection-number", "number"
            yield "number", "eid"
        else:
            yield "number", "eid" if series else "number"
            yield "issue", "issue"
        yield from _SIMPLE.items()
        url = self.study.text("URL")
        where = address(self.study.text("archive") or "", self.study.text("archive_location") or "")
        if url is None or url != where:
            yield "URL", "url"

    def publisher(self) -> str:
        if self.kind == "thesis":
            return "institution" if self.biblatex else "school"
        if self.kind == "report":
            return "institution"
        return "organization" if self.kind == "webpage" and self.biblatex else "publisher"

    def text(self, variable: str, field: str) -> Iterator[Field]:
        """The plain field and one more for each further language."""
        value = self.study.tagged(variable)
        if not value:
            return
        base = base_tag(self.study, variable)
        yield field, f"{{{self.latex(field, value[base])}}}"
        other = field if variant_of(field, self.places) == variable else _VARIANT_FIELDS.get(variable)
        for tag, text in value.items():
            if tag != base and other is not None:
                yield f"{other}_{tag.lower()}", f"{{{self.latex(other, text)}}}"

    def latex(self, field: str, text: str) -> str:
        kind = KIND.get(field, "text")
        if kind == "verbatim":
            return encode_verbatim(text)
        if field == "pages":
            text = _RANGE.sub("\0", text)
            return self.encoded(text, markup=False).replace("\0", "--")
        encoded = self.encoded(text, nocase=kind == "title", lines=kind == "long")
        return _EMPTY_ITEM.sub(r"{\g<0>}", encoded) if self.biblatex and field in _LISTS else encoded

    def encoded(self, text: str, *, markup: bool = True, nocase: bool = False, lines: bool = False) -> str:
        options = self.options
        return encode(text, unicode=options.unicode, markup=markup, nocase=nocase, lines=lines, commands=options.commands)

    def issued(self) -> Iterator[Field]:
        date = self.study.issued
        if date is None:
            return
        if date.literal is not None:
            status = NOT_YET.get(" ".join(date.literal.casefold().split()).rstrip("."))
            if status == self.study.text("status"):
                yield "year", f"{{{self.encoded(date.literal)}}}"
        elif self.biblatex:
            yield "date", f"{{{date.edtf()}}}"
        else:
            yield from _classic_date(date)

    def other_dates(self) -> Iterator[Field]:
        for variable, field in (("accessed", "urldate"), ("event-date", "eventdate"), ("original-date", "origdate")):
            date = self.study.dates.get(variable)
            if date is not None:
                yield field, f"{{{encode_verbatim(date.edtf())}}}"

    def eprint(self) -> Iterator[Field]:
        kind, number = self.study.text("archive"), self.study.text("archive_location")
        if kind and number:
            yield "eprint", f"{{{encode_verbatim(number)}}}"
            yield "eprinttype" if self.biblatex else "archiveprefix", f"{{{self.encoded(kind)}}}"

    def language(self) -> Iterator[Field]:
        tag = self.study.language
        if tag:
            name = _BABEL.get(tag, "")
            known = language_tag(name) == tag if name else False
            yield ("langid" if self.biblatex and known else "language"), f"{{{name if known else self.encoded(tag)}}}"

    def keywords(self) -> Iterator[Field]:
        lists = self.study.keywords
        if not lists:
            return
        base = base_tag(self.study, "keyword")
        for tag in [base, *(t for t in lists if t != base)]:
            if lists[tag]:
                field = _keyword_field(self.study) if tag == base else f"keywords_{tag.lower()}"
                yield field, f"{{{join_keywords(lists[tag], self.options.unicode, field in _DATABASE_FIELDS, self.options.commands)}}}"


def _keyword_field(study: Study) -> str:
    """The field in which the keywords stood, or ``keywords``."""
    fields = (name.removeprefix(EXTRA) for name, value in study.extra if not value)
    return next((field for field in fields if field in KEYWORD_FIELDS), "keywords")


def behind_keywords(field: str, study: Study) -> bool:
    """Whether a further list of keywords in `field` would not be read as the keywords of the study."""
    return bool(study.keywords) and KEYWORD_FIELDS.index(_keyword_field(study)) < KEYWORD_FIELDS.index(field)


def base_tag(study: Study, variable: str) -> str:
    """The language tag of the text that stands in the plain field: what the reader takes it for if there is such a text, else the first."""
    value = study.keywords if variable == "keyword" else study.tagged(variable)
    plain = tag_of(variable, study.language)
    return plain if plain in value else next(iter(value))


def _classic_date(date: Date) -> Iterator[Field]:
    """Year, month and day, and ``date`` as well where they cannot say it."""
    start = date.start
    if start is None or not 0 <= start.year <= 9999 or (date.circa and start.year < 1000):
        yield "date", f"{{{date.edtf()}}}"
        return
    end = date.end
    whole_years = start.month is None and start.season is None
    ranged = end is not None and end.month is None and end.season is None and whole_years
    if ranged and end is not None and not date.circa and start.year >= 1000 and end.year <= 9999:
        yield "year", f"{{{start.year}--{end.year}}}"
        return
    yield "year", f"{{{'ca. ' if date.circa and end is None and whole_years else ''}{start.year}}}"
    if start.season is not None:
        yield "month", f"{{{_SEASONS[start.season - 1]}}}"
    elif start.month is not None:
        yield "month", _MONTHS[start.month - 1]
        if start.day is not None:
            yield "day", f"{{{start.day}}}"
    if end is not None or date.open_end or date.open_start or (date.circa and not whole_years) or not 1000 <= start.year <= 9999:
        yield "date", f"{{{date.edtf()}}}"
