"""A study as a CSL-JSON item."""

from __future__ import annotations

import json
from typing import Any

from litreview.record.csl_json.custom import NAMESPACE, plain
from litreview.record.csl_json.fields import GIVEN_BACK, plain_keywords, tag_of
from litreview.record.csl_values import dates, names
from litreview.record.fields import LANGUAGE_FIELDS
from litreview.record.langtext import LangText
from litreview.record.study import Study


def to_csl_json(study: Study, *languages: str) -> dict[str, Any]:
    """The study as a CSL-JSON item, valid against ``csl-data.json`` 1.0.2.

    Text is given in the first of `languages` that it has, else in the study's own language, else in any. What one item cannot hold
    (other languages, keywords as a list, aspects, what other formats said) is under ``custom``; `read_item` puts it back.

    >>> study = Study("lee2019", "book", title=LangText({"id": "Kota kembar", "en": "Twin cities"}), language="id")
    >>> item = to_csl_json(study, "en")
    >>> item["title"], item["language"], item["custom"]
    ('Twin cities', 'id', {'litreview': {'text': {'title': {'id': 'Kota kembar', 'en': 'Twin cities'}}}})
    """
    preferred = (*languages, study.language) if study.language else languages
    item: dict[str, Any] = {"id": study.key, "type": study.type}
    texts: dict[str, Any] = {}
    for variable, value in _texts(study):
        best = value.best(*preferred)
        if best is None:
            continue
        item[variable] = best[1]
        if value != {tag_of(variable, study.language): best[1]}:
            texts[variable] = plain(value)
    if study.language:
        item["language"] = study.language
    for variable in dict.fromkeys((*study.names, *sorted(study.others))):
        people = [names.to_json(name) for name in study.names.get(variable, ())]
        if variable in study.others:
            people.append(dict(names.OTHERS))
        if people:
            item[variable] = people
    for variable, date in study.dates.items():
        item[variable] = dates.to_json(date)
    keywords = study.keywords.best(*preferred)
    if keywords and keywords[1]:
        item["keyword"] = ("; " if any("," in word for word in keywords[1]) else ", ").join(keywords[1])
    own = {"text": texts, **_rest(study, item.get("keyword", ""))}
    return _with_extra(item, {name: value for name, value in own.items() if value}, study)


def _texts(study: Study) -> list[tuple[str, LangText]]:
    fields = [(name, study.tagged(name)) for name in LANGUAGE_FIELDS]
    return [*fields, *((name, value) for name, value in study.variables.items() if name not in LANGUAGE_FIELDS)]


def _rest(study: Study, joined: str) -> dict[str, Any]:
    return {
        "keywords": {} if study.keywords == plain_keywords(joined, study.language) else plain(study.keywords),
        "dates": {name: date.edtf() for name, date in study.dates.items() if dates.from_json(dates.to_json(date))[0] != date},
        "aspects": plain(study.aspects),
        "highlights": plain(study.highlights),
        "paraphrased": list(study.paraphrased),
        "looked_for": list(study.looked_for),
        "screening": study.screening.plain(),
    }


def _with_extra(item: dict[str, Any], own: dict[str, Any], study: Study) -> dict[str, Any]:
    """Give back what CSL-JSON itself once said, where its schema has room for it; keep the rest for ourselves."""
    custom: dict[str, Any] = {}
    returned = []
    for name, value in study.extra:
        content = _decoded(value) if name in GIVEN_BACK else None
        if isinstance(content, list) and name == GIVEN_BACK[1] and name not in returned:
            item["categories"] = content
        elif isinstance(content, dict) and name == GIVEN_BACK[0] and name not in returned and NAMESPACE not in content:
            custom.update(content)
        else:
            continue
        returned.append(name)
    if returned != [name for name in GIVEN_BACK if name in returned] or len(returned) < len(study.extra):
        own["extra"] = [list(pair) for pair in study.extra]
    if own:
        custom[NAMESPACE] = own
    if custom:
        item["custom"] = custom
    return item


def _decoded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
