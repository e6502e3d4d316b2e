"""A CSL-JSON item as a study."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from litreview._parts import Later
from litreview.errors import Problem, fault, nearest
from litreview.record.aspects import Aspects
from litreview.record.csl_json.custom import NAMESPACE, lang_list, lang_text, strings
from litreview.record.csl_json.fields import EXTRA, GIVEN_BACK, STRINGS, plain_keywords, tag_of
from litreview.record.csl_values import dates, names
from litreview.record.csl_values.texts import clean, kind_of, renamed, text_of
from litreview.record.dates import Date, parse_date
from litreview.record.fields import Dates, Names, Variables
from litreview.record.highlights import Highlight
from litreview.record.langtext import LangList, LangText
from litreview.record.languages import language_tag
from litreview.record.names import Name, without_others
from litreview.record.screening import Screening, read_screening
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES

_aspects_of, _highlights_of = (Later("litreview.record.csl_json.aspects", name) for name in ("aspects_of", "highlights_of"))

T = TypeVar("T")
S = TypeVar("S")
"""What is made: a study. It knows how to be read from an item, so the reader is handed it."""

_APART = frozenset(("id", "type", "language", "keyword", "custom"))


def read_item(mapping: Mapping[str, Any], make: Callable[..., S]) -> tuple[S, tuple[Problem, ...]]:
    """Read one CSL-JSON item: the study that `make` makes of its fields, and what was wrong with the item.

    A plain string is tagged with the item's ``language`` ("und" without one, and where language does not matter). Numbers become text,
    ``null`` and empty values are not stated, an item without type is a ``document``, without id it has the key "" (for the caller
    to fill). Nothing is dropped: what no field holds goes to `Study.extra`, named ``csl-json:…``.

    >>> from litreview.record import Study
    >>> study, problems = read_item({"id": 7, "type": "book", "title": "Twin cities", "autor": "Lee"}, Study)
    >>> study.key, study.title, [(p.code, p.get("field"), p.get("nearest")) for p in problems]
    ('7', LangText({'und': 'Twin cities'}), [('unknown-field-near', 'autor', 'author')])
    """
    reader = _Reader(mapping)
    return reader.study(make), tuple(reader.problems)


class _Reader:
    """One item while it is read."""

    def __init__(self, mapping: Mapping[str, Any]) -> None:
        self.item = mapping
        self.problems: list[Problem] = []
        self.extra: list[tuple[str, str]] = []
        self.key = self._id()
        self.language = self._language()
        self.own = self._custom()

    def study(self, make: Callable[..., S]) -> S:
        apart = self.own.get("item")
        item = renamed({**(apart if isinstance(apart, Mapping) else {}), **self.item})
        texts: dict[str, LangText] = {}
        people: dict[str, tuple[Name, ...]] = {}
        others: list[str] = []
        days: dict[str, Date] = {}
        kind = self._type()
        for field, value in item.items():
            if field in _APART or value is None:
                continue
            if field in NAME_VARIABLES:
                listed, further = without_others(self._names(field, value))
                if listed:
                    people[field] = listed
                if further:
                    others.append(field)
            elif field in DATE_VARIABLES:
                if date := self._date(field, value):
                    days[field] = date
            elif field in STRINGS:
                if text := self._text(field, value):
                    texts[field] = text
            else:
                self._unknown(str(field), value)
        return make(
            self.key,
            kind,
            title=texts.pop("title", LangText()),
            abstract=texts.pop("abstract", LangText()),
            genre=texts.pop("genre", LangText()),
            keywords=self._keywords(),
            language=self.language,
            names=Names(people),
            others=others,
            dates=Dates(days),
            variables=Variables(texts),
            aspects=self._aspects(),
            highlights=self._highlights(),
            paraphrased=strings(self.own.get("paraphrased", ())) or (),
            looked_for=strings(self.own.get("looked_for", ())) or (),
            screening=self._screening(),
            extra=self._extra(),
        )

    def fault(self, code: str, field: str, **data: str | None) -> None:
        slots = (("field", field), *((name, value) for name, value in data.items() if value is not None))
        self.problems.append(Problem(code, slots, key=self.key or None))

    def keep(self, field: str, value: object) -> None:
        self.extra.append((EXTRA + field, value if isinstance(value, str) else _encoded(value)))

    def _id(self) -> str:
        text = clean(text_of(self.item.get("id")) or "").strip()
        if not text:
            title = self.item.get("title")
            self.problems.append(fault("missing-id", severity="error", title=title if isinstance(title, str) else "…"))
        return text

    def _language(self) -> str | None:
        """The language as a BCP 47 tag ("German" is "de"); what names no known language is kept as it stands."""
        text = self._string("language", self.item.get("language"))
        tag = language_tag(text) if text else None
        if text and tag is None:
            self.fault("unknown-language", "language", value=text)
        return tag or text

    def _type(self) -> str:
        value = self.item.get("type")
        if value in TYPES:
            return str(value)
        if value in (None, ""):
            self.fault("missing-type", "type")
        else:
            near = nearest(str(value), TYPES)
            self.fault("unknown-type-near" if near else "unknown-type", "type", value=str(value), nearest=near)
            self.keep("type", value)
        return "document"

    def _string(self, field: str, value: object) -> str | None:
        text = text_of(value)
        if text is not None:
            cleaned = clean(text)
            if cleaned != text:
                self.fault("control-characters", field)
            return cleaned if cleaned.strip() else None
        if value is not None and value != []:
            self.fault("wrong-kind", field, expected="string", found=kind_of(value))
            self.keep(field, value)
        return None

    def _text(self, field: str, value: object) -> LangText | None:
        text = self._string(field, value)
        if text is None:
            return None
        tag = tag_of(field, self.language)
        every = self._ours("text", field, lang_text)
        if every and text not in every.values():
            self.fault("custom-changed", field)
        return every if every and text in every.values() else LangText({**(every or {}), tag: text})

    def _names(self, field: str, value: object) -> tuple[Name, ...]:
        if not isinstance(value, list | tuple):
            value = [value]
        people: list[Name] = []
        for entry in value:
            read = names.from_json(entry)
            for code in read.faults:
                self.fault(code, field, value=read.name.text() if read.name else _encoded(entry))
            for member in read.unknown:
                self.fault("unknown-field", f"{field}: {member}")
                self.keep(f"{field}.{len(people)}.{member}", entry[member] if isinstance(entry, Mapping) else None)
            if read.name is not None:
                people.append(read.name)
            if (read.name is None and read.faults) or "name-literal-and-parts" in read.faults:
                self.keep(field, entry)
        return tuple(people)

    def _date(self, field: str, value: object) -> Date | None:
        date, lost = dates.from_json(value)
        if lost is not None:
            self.fault("date-not-understood" if date is None else "date-shortened", field, value=lost, kept=date.edtf() if date else None)
            self.keep(field, value)
        elif isinstance(value, Mapping):
            for member in value:
                if member not in dates.MEMBERS:
                    self.fault("unknown-field", f"{field}: {member}")
                    self.keep(f"{field}.{member}", value[member])
        elif date is not None and date.literal is not None:
            self.fault("date-as-words", field, value=date.literal)
        written = self._ours("dates", field, _day)
        return written if written is not None and date == dates.from_json(dates.to_json(written))[0] else date

    def _keywords(self) -> LangList:
        value = self.item.get("keyword")
        listed = strings(value)
        if listed is None:
            plain = plain_keywords(self._string("keyword", value) or "", self.language)
        else:
            cleaned = tuple(word.strip() for word in (self._string("keyword", word) for word in listed) if word)
            plain = LangList({tag_of("keyword", self.language): cleaned} if cleaned else {})
        try:
            every = lang_list(self.own.get("keywords", {}))
        except ValueError as error:
            self.fault("custom-unreadable", "keywords", reason=str(error))
            every = LangList()
        words = [_single_words(entry) for entry in plain.values()]
        if not words or any(_single_words(entry) in words for entry in every.values()):
            return every if words else plain
        if every:
            self.fault("custom-changed", "keyword")
        return LangList({**every, **plain})

    def _unknown(self, field: str, value: object) -> None:
        if field != "categories":
            near = nearest(field, VARIABLES)
            self.fault("unknown-field-near" if near else "unknown-field", field, nearest=near)
        self.keep(field, value)

    def _custom(self) -> Mapping[str, Any]:
        value = self.item.get("custom")
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.keep("custom", value)
            return {}
        own = value.get(NAMESPACE)
        others = {name: part for name, part in value.items() if name != NAMESPACE or not isinstance(own, Mapping)}
        if others:
            self.keep("custom", others)
        return own if isinstance(own, Mapping) else {}

    def _ours(self, member: str, field: str, read: Callable[[object], T]) -> T | None:
        """The value of `field` in one member of our own part, or None where there is none; what cannot be read is a problem."""
        part = self.own.get(member)
        if part is None or not isinstance(part, Mapping) or field not in part:
            return None
        try:
            return read(part[field])
        except ValueError as error:
            self.fault("custom-unreadable", field, reason=str(error))
            return None

    def _aspects(self) -> Aspects:
        if "aspects" not in self.own:
            return Aspects()
        aspects, reason = _aspects_of(self.own["aspects"])
        if aspects is None:
            self.fault("custom-unreadable", "aspects", reason=reason)
            self.keep("aspects", self.own["aspects"])
        return aspects or Aspects()

    def _screening(self) -> Screening:
        said = self.own.get("screening", {})
        screening = read_screening(said)
        if screening is None:
            self.fault("custom-unreadable", "screening", reason="expected found-in, decision and reason")
            self.keep("screening", said)
        return screening or Screening()

    def _highlights(self) -> tuple[Highlight, ...]:
        if "highlights" not in self.own:
            return ()
        highlights, reason = _highlights_of(self.own["highlights"])
        if highlights is None:
            self.fault("custom-unreadable", "highlights", reason=reason)
            self.keep("highlights", self.own["highlights"])
        return highlights or ()

    def _extra(self) -> tuple[tuple[str, str], ...]:
        """What we kept of other formats, and what this item itself says that no field holds, once and in the order it had."""
        listed = self.own.get("extra", ())
        pairs = [strings(pair) for pair in listed] if isinstance(listed, list | tuple) else []
        earlier = [(pair[0], pair[1]) for pair in pairs if pair is not None and len(pair) == 2]
        current = dict(self.extra)
        done = [(name, current.get(name, value) if name in GIVEN_BACK else value) for name, value in earlier]
        return (*done, *(pair for pair in self.extra if pair not in done))


def _day(value: object) -> Date:
    if not isinstance(value, str):
        raise ValueError("expected a date")
    return parse_date(value)


def _single_words(words: tuple[str, ...]) -> list[str]:
    """Keywords as the words between commas and semicolons, whichever of them joined the list."""
    return [word.strip() for word in re.split("[,;]", ",".join(words)) if word.strip()]


def _encoded(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        return str(type(value).__name__)
