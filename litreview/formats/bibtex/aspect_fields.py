"""Aspects as JSON in fields of their own: short, since what the abstract shows need not be said again.

Evidence in the abstract is written as language and quote; where it stands there is found again when it is read.
"""

from __future__ import annotations

from typing import Any

from litreview.formats.bibtex.raw_entry import RawEntry
from litreview.record import ASPECTS, Aspects, Study, locate
from litreview.record.csl_json.aspects import aspects_of
from litreview.record.csl_json.custom import plain

_FIELD = "abstract"


def packed(study: Study, name: str) -> Any:
    """The values of one aspect as plain data.

    >>> from litreview.record import Evidence, LangText, Statement
    >>> aim = Statement(LangText({"en": "aims"}), evidence=(Evidence("abstract", "en", "aims", 3, 7),))
    >>> packed(Study("a", abstract=LangText({"en": "It aims."}), aspects=Aspects(aim=aim)), "aim")
    {'text': {'en': 'aims'}, 'evidence': [{'language': 'en', 'quote': 'aims'}]}
    """
    data = plain(getattr(study.aspects, name))
    for quote in _quotes(data):
        span = _span_of(study, quote)
        if quote.get("start") is not None and span == (quote["start"], quote.get("end")):
            del quote["start"], quote["end"]
        elif span is not None and quote.get("start") is None:
            quote["start"] = None  # the record does not say where it stands, though it could be found
        if quote["field"] == _FIELD:
            del quote["field"]
    return data


def unpacked(data: dict[str, Any], study: Study, raw_entry: RawEntry) -> Aspects | None:
    """The aspects of such data, by name of aspect; None, with a problem, where it does not fit. `study` must have its abstract."""
    for name, value in data.items():
        for quote in _quotes(value) if name in ASPECTS else ():
            quote.setdefault("field", _FIELD)
            if "start" not in quote and (span := _span_of(study, quote)) is not None:
                quote["start"], quote["end"] = span
            elif quote.get("start", 0) is None:
                del quote["start"]
    aspects, reason = aspects_of(data)
    if aspects is None:
        raw_entry.fault("custom-unreadable", field="aspects", reason=reason)
    return aspects


def _quotes(data: Any) -> list[dict[str, Any]]:
    """Every piece of evidence in plain data of one aspect."""
    values = data if isinstance(data, list) else [data]
    listed = [value.get("evidence") for value in values if isinstance(value, dict)]
    return [quote for quotes in listed if isinstance(quotes, list) for quote in quotes if isinstance(quote, dict)]


def _span_of(study: Study, quote: dict[str, Any]) -> tuple[int, int] | None:
    field, language, words = quote.get("field", _FIELD), quote.get("language"), quote.get("quote")
    text = study.tagged(field).get(language, "") if isinstance(field, str) and isinstance(language, str) else ""
    return locate(words, text) if text and isinstance(words, str) else None
