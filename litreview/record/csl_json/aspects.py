"""Aspects and highlights read back from plain data. Apart, since few items have them and cattrs takes time to load."""

from __future__ import annotations

from functools import cache
from typing import Any

from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError

from litreview.record.aspects import Aspects
from litreview.record.csl_json.custom import lang_list, lang_text
from litreview.record.highlights import Highlight
from litreview.record.langtext import LangList, LangText


def aspects_of(value: object) -> tuple[Aspects | None, str | None]:
    """Read back what `plain` made of aspects: the aspects, or None and what does not fit.

    >>> aspects_of({"methods": []})
    (None, 'extra fields found (methods)')
    """
    return _structured(value, Aspects)


def highlights_of(value: object) -> tuple[tuple[Highlight, ...] | None, str | None]:
    """Read back what `plain` made of highlights: the highlights, or None and what does not fit.

    >>> highlights_of([{"text": {"en": "Ports grew."}, "page": "3"}])[0][0].page
    '3'
    """
    return _structured(value, tuple[Highlight, ...])


def _structured(value: object, kind: Any) -> tuple[Any, str | None]:
    try:
        return _converter().structure(value, kind), None
    except (BaseValidationError, StructureHandlerNotFoundError, ValueError, TypeError, KeyError, AttributeError) as error:
        return None, "; ".join(line.removesuffix(" @ $") for line in transform_error(error))


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _string)
    converter.register_structure_hook(int, _integer)
    converter.register_structure_hook(bool, _flag)
    converter.register_structure_hook(LangText, lambda value, _: lang_text(value))
    converter.register_structure_hook(LangList, lambda value, _: lang_list(value))
    return converter


def _string(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text, not {type(value).__name__}")
    return value


def _integer(value: object, _: object) -> int:
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:  # CSL-YAML has every value as text
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"expected a whole number, not {type(value).__name__}")
    return value


def _flag(value: object, _: object) -> bool:
    if value in ("true", "false"):
        return value == "true"
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {type(value).__name__}")
    return value
