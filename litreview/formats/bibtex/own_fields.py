"""Fields of our own: what a study says and BibTeX has no field for, in ordinary fields that other programs pass over.

- ``title_en``, ``abstract_en``, ``keywords_en`` …: the same field in another language (BCP 47).
- ``csl_…``: a CSL variable, date or list of persons that no field means; ``csl_type`` a type that no entry type means.
- ``litreview_texts``: as JSON, texts whose languages the plain fields cannot say.
- ``litreview_language_tags``: languages of plain fields that are not the language of the work (``title=en``).
- ``litreview_…`` with the name of an aspect: its values as JSON, evidence included (see `aspect_fields`);
  ``litreview_highlights`` the same of
  what was marked in the full text. ``litreview_paraphrased`` and
  ``litreview_not_stated``: lists. ``litreview_screening``: where it was found and what was decided, as JSON.
- ``litreview_extra``: what other formats said, as JSON; a name alone stands for the field of that name. ``litreview_key``: a key with
  characters
  that BibTeX does not take.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import attrs

from litreview.formats.bibtex.aspect_fields import unpacked
from litreview.formats.bibtex.keywords import split_keywords
from litreview.formats.bibtex.latex import decode
from litreview.formats.bibtex.names import parse_item, split_list
from litreview.formats.bibtex.raw_entry import RawEntry
from litreview.formats.bibtex.verbatim import verbatim
from litreview.record import ASPECTS, HIGHLIGHTS, LangList, LangText, Study, Variables, parse_date
from litreview.record.csl_json.aspects import highlights_of
from litreview.record.csl_json.custom import lang_list, lang_text, plain, strings
from litreview.record.csl_json.fields import tag_of
from litreview.record.screening import read_screening
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES

PREFIXES = ("csl_", "litreview_")
CSL, OURS = PREFIXES
TAGS = OURS + "language_tags"
PARAPHRASED, LOOKED_FOR, FOREIGN = OURS + "paraphrased", OURS + "not_stated", OURS + "extra"
SCREENING = OURS + "screening"
MARKS = OURS + HIGHLIGHTS
KEY, TEXTS = OURS + "key", OURS + "texts"
_VARIABLES = {name.casefold(): name for name in VARIABLES}


def with_language(study: Study, variable: str, tag: str, text: str, raw: str) -> Study:
    """The study with one text (`raw` is it in LaTeX) in one more language; a text that it has already stays."""
    if variable == "keyword":
        return study if tag in study.keywords else attrs.evolve(study, keywords=LangList({**study.keywords, tag: split_keywords(raw)}))
    texts = study.tagged(variable)
    return study if tag in texts or not text else with_text(study, variable, LangText({**texts, tag: text}))


def with_text(study: Study, variable: str, value: LangText) -> Study:
    """The study with `value` for a text variable."""
    if variable == "title":
        return attrs.evolve(study, title=value)
    if variable == "abstract":
        return attrs.evolve(study, abstract=value)
    if variable == "genre":
        return attrs.evolve(study, genre=value)
    rest = {name: text for name, text in study.variables.items() if name != variable}
    return attrs.evolve(study, variables=Variables({**rest, variable: value} if value else rest))


def read_own(study: Study, raw_entry: RawEntry, used: set[str]) -> Study:
    """The study with what our own fields say; `used` grows by those that could be read."""
    aspects: dict[str, Any] = {}
    for field, value in raw_entry.fields.items():
        if field.startswith(CSL):
            study = _csl(study, field, value, used)
        elif field == PARAPHRASED:
            study = attrs.evolve(study, paraphrased=_list(value))
            used.add(field)
        elif field == LOOKED_FOR:
            names = tuple(name for name in _list(value) if not name.startswith("aspects."))
            study = attrs.evolve(study, looked_for=names)
            used.add(field)
            searched = [name.removeprefix("aspects.") for name in _list(value) if name.startswith("aspects.")]
            if searched:
                aspects["looked_for"] = searched
        elif field == SCREENING:
            if (screening := read_screening(from_json(value))) is not None:
                study = attrs.evolve(study, screening=screening)
                used.add(field)
        elif field == MARKS:
            study = _marked(study, raw_entry, used)
        elif field == KEY:
            study = attrs.evolve(study, key=verbatim(value))
            used.add(field)
        elif field.removeprefix(OURS) in ASPECTS:
            aspects[field.removeprefix(OURS)] = from_json(value)
            used.add(field)
    if TAGS in raw_entry.fields:
        study = _retagged(study, _list(raw_entry.fields[TAGS]))
        used.add(TAGS)
    if TEXTS in raw_entry.fields:
        study = _all_texts(study, raw_entry, used)
    if aspects:
        read_aspects = unpacked(aspects, study, raw_entry)
        if read_aspects is None:
            used.difference_update(OURS + name for name in aspects)
        else:
            study = attrs.evolve(study, aspects=read_aspects)
    return study


def _marked(study: Study, raw_entry: RawEntry, used: set[str]) -> Study:
    highlights, reason = highlights_of(from_json(raw_entry.fields[MARKS]))
    if highlights is None:
        raw_entry.fault("custom-unreadable", field=MARKS, reason=reason)
        return study
    used.add(MARKS)
    return attrs.evolve(study, highlights=highlights)


def _all_texts(study: Study, raw_entry: RawEntry, used: set[str]) -> Study:
    texts = from_json(raw_entry.fields[TEXTS])
    try:
        for name, value in texts.items() if isinstance(texts, dict) else ():
            if name == "keyword":
                study = attrs.evolve(study, keywords=lang_list(value))
            elif name in VARIABLES:
                study = with_text(study, name, lang_text(value))
        used.add(TEXTS)
    except ValueError as error:
        raw_entry.fault("custom-unreadable", field=TEXTS, reason=error)
    return study


def ordered_extra(value: str, own: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...] | None:
    """What ``litreview_extra`` says, its lone names filled from `own` (what the fields of the entry left over), then the rest of `own`.

    None where `value` is not what we write.
    """
    pairs = from_json(value)
    lists = [strings(pair) for pair in pairs] if isinstance(pairs, list) else [None]
    if any(pair is None or len(pair) not in (1, 2) for pair in lists):
        return None
    rest = list(own)
    extra: list[tuple[str, str]] = []
    for pair in pairs:
        left_over = next((r for r in rest if r[0] == pair[0] and (len(pair) == 1 or r[1] == pair[1])), None)
        if left_over is not None:
            rest.remove(left_over)
        if left_over is not None or len(pair) == 2:
            extra.append(left_over or (pair[0], pair[1]))
    return (*extra, *rest)


def _csl(study: Study, field: str, value: str, used: set[str]) -> Study:
    name = field.removeprefix(CSL)
    variable = _VARIABLES.get(name)
    if name == "type" and decode(value) in TYPES:
        used.add(field)
        return attrs.evolve(study, type=decode(value))
    if variable is None:
        return study
    used.add(field)
    if variable in NAME_VARIABLES:
        items, further, _ = split_list(value)
        people = {**study.names, variable: tuple(parse_item(item)[0] for item in items)}
        others = study.others | {variable} if further else study.others - {variable}
        return attrs.evolve(study, names=type(study.names)({role: listed for role, listed in people.items() if listed}), others=others)
    if variable in DATE_VARIABLES:
        return attrs.evolve(study, dates=type(study.dates)({**study.dates, variable: parse_date(verbatim(value))}))
    text = verbatim(value) if variable in ("DOI", "URL") else decode(value, nocase=True, lines=True)
    if variable == "language":
        return study
    return with_text(study, variable, LangText({tag_of(variable, study.language): text}))


def _retagged(study: Study, pairs: tuple[str, ...]) -> Study:
    for pair in pairs:
        field, _, tag = pair.partition("=")
        if field == "keyword":
            own = study.language or "und"
            study = attrs.evolve(study, keywords=LangList({tag if t == own else t: v for t, v in study.keywords.items()}))
        else:
            own = tag_of(field, study.language)
            study = with_text(study, field, LangText({tag if t == own else t: v for t, v in study.tagged(field).items()}))
    return study


def _list(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in verbatim(value).split(",") if word.strip())


def to_json(value: Any) -> str:
    """JSON for a field: braces inside strings are escaped, so that those of the value balance, and backslashes, so that none begins
    a command.

    >>> to_json({"a": "{"})
    '{"a": "\\\\u007b"}'
    """
    text = json.dumps(plain(value), ensure_ascii=False)
    out: list[str] = []
    inside = escaped = False
    for char in text:
        if escaped and char == "\\":
            out[-1], char, escaped = "", r"\u005c", False
            out.append(char)
            continue
        if inside and char in "{}" and not escaped:
            char = f"\\u{ord(char):04x}"
        if char == '"' and not escaped:
            inside = not inside
        escaped = char == "\\" and not escaped
        out.append(char)
    return "".join(out)


def from_json(value: str) -> Any:
    """The value of such a field, or None where it is no JSON."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None
