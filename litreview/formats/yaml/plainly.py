"""A study as the plain mapping that stands for it in YAML: the shortest form of each value that is read back as the same value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.formats.yaml.extras import OWN, put_back, under_extra
from litreview.formats.yaml.fields import ORDER
from litreview.record import (
    ASPECTS,
    Aspects,
    Date,
    Evidence,
    Highlight,
    LangList,
    LangText,
    Name,
    Span,
    Statement,
    Study,
    locate,
    parse_date,
)
from litreview.record.csl_json.fields import tag_of
from litreview.record.csl_values import dates as csl_dates
from litreview.record.fields import LANGUAGE_FIELDS

Plain = dict[str, Any]
OTHERS = "others"
"""The last of a list of names that goes on with persons whom the source does not name."""


def record_of(study: Study) -> Plain:
    """The study as a mapping from field to plain value, in the order of `fields.ORDER`; what was looked for in vain is None.

    >>> record_of(Study("lee2019", title=LangText({"id": "Kota"}), language="id", looked_for=("author",)))
    {'key': 'lee2019', 'type': 'document', 'title': 'Kota', 'author': None, 'language': 'id'}
    """
    record: Plain = {"key": study.key, "type": study.type}
    record.update((field, None) for field in study.looked_for)
    texts = {**{field: study.tagged(field) for field in LANGUAGE_FIELDS}, **study.variables}
    record.update((field, text_of(text, tag_of(field, study.language))) for field, text in texts.items() if text)
    record.update((role, [name_of(name) for name in names]) for role, names in study.names.items() if names)
    record.update((role, [*(record.get(role) or ()), OTHERS]) for role in sorted(study.others))
    record.update((variable, date_of(date)) for variable, date in study.dates.items())
    if study.keywords:
        record["keywords"] = keywords_of(study.keywords, tag_of("keyword", study.language))
    if study.language:
        record["language"] = study.language
    if study.aspects != Aspects():
        record["aspects"] = aspects_of(study)
    if study.highlights:
        record["highlights"] = [_highlight(one, study) for one in study.highlights]
    if study.paraphrased:
        record["paraphrased"] = list(study.paraphrased)
    if study.screening:
        record["screening"] = study.screening.plain()
    if study.type == "document" and any(name == OWN + "type" for name, _ in study.extra):
        del record["type"]
    if others := put_back(record, study.extra):
        record["extra"] = under_extra(others)
    return {field: record[field] for field in (*ORDER[:-1], *(f for f in record if f != "extra"), "extra") if field in record}


def text_of(text: LangText, tag: str) -> Any:
    """Text by language, or the text alone if it stands under the record's own language `tag`."""
    return text[tag] if list(text) == [tag] else dict(text)


def keywords_of(words: LangList, tag: str) -> Any:
    """Lists of text by language, or one list under the record's own language `tag`."""
    return list(words[tag]) if list(words) == [tag] else {language: list(listed) for language, listed in words.items()}


def name_of(name: Name) -> Plain:
    """The parts of a name that are stated; the name as found in the source only where it says something else."""
    parts: Plain = {}
    for field in attrs.fields(Name):
        value = getattr(name, field.name)
        if value not in (None, False) and field.name != "raw":
            parts[field.name.replace("_", "-")] = value
    if name.raw and _letters(name.raw) != _letters("".join(value for value in parts.values() if isinstance(value, str))):
        parts["raw"] = name.raw
    return parts


def _letters(text: str) -> list[str]:
    return sorted(letter for letter in text if letter.isalnum())


def date_of(date: Date) -> Any:
    """EDTF where it is read back as the same date, else a mapping as in CSL-JSON."""
    return date.edtf() if parse_date(date.edtf()) == date else csl_dates.to_json(date)


def aspects_of(study: Study) -> Plain:
    """The aspects that are stated, and None for those looked for in vain."""
    stated: Plain = {}
    for name in ASPECTS:
        value = getattr(study.aspects, name)
        if isinstance(value, tuple) and value:
            stated[name] = [_aspect(entry, study) for entry in value]
        elif value:
            stated[name] = _aspect(value, study)
        elif name in study.aspects.looked_for:
            stated[name] = None
    return stated


def _highlight(highlight: Highlight, study: Study) -> Plain:
    members: Plain = {}
    for field in attrs.fields(Highlight):
        part = getattr(highlight, field.name)
        if part != field.default:
            members[field.name] = text_of(part, tag_of("abstract", study.language)) if isinstance(part, LangText) else _listed(part)
    return members


def _listed(part: Any) -> Any:
    return list(part) if isinstance(part, tuple) else part


def _aspect(value: Any, study: Study) -> Any:
    tag = tag_of("abstract", study.language)
    if isinstance(value, Statement) and attrs.evolve(value, text=LangText()) == Statement(LangText()):
        return text_of(value.text, tag)
    members: Plain = {}
    for field in attrs.fields(type(value)):
        part = getattr(value, field.name)
        if field.name == "evidence":
            part = [_evidence(evidence, study) for evidence in part]
        elif isinstance(part, Mapping):
            part = text_of(part, tag) if isinstance(part, LangText) else dict(part)
        if part not in (None, False, [], {}):
            members[field.name] = part
    return members


def _evidence(evidence: Evidence, study: Study) -> Plain:
    members: Plain = {} if evidence.field == "abstract" else {"field": evidence.field}
    members |= {"language": evidence.language, "quote": evidence.quote}
    text = study.tagged(evidence.field).only(evidence.language)
    if text is not None and evidence.start is not None and locate(evidence.quote, text) != (evidence.start, evidence.end):
        members |= {"start": evidence.start, "end": evidence.end}
    if isinstance(evidence.page, Span):
        members["page"] = attrs.asdict(evidence.page)
    if evidence.locator:
        members["locator"] = evidence.locator
    return members
