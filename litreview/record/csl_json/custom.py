"""What a study says and CSL-JSON has no place for, as plain data for the item's ``custom`` object."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError

from litreview.record.aspects import Aspects
from litreview.record.langtext import LangList, LangText

NAMESPACE = "litreview"
"""The member of ``custom`` that is ours."""


def plain(value: Any) -> Any:
    """Frozen values as mappings, lists and strings; whatever has its default value is left out."""
    if attrs.has(type(value)):
        found = {}
        for field in attrs.fields(type(value)):
            part = getattr(value, field.name)
            if field.default is attrs.NOTHING or part != field.default:
                found[field.name] = plain(part)
        return found
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def aspects_of(value: object) -> tuple[Aspects | None, str | None]:
    """Read back what `plain` made of aspects: the aspects, or None and what does not fit.

    >>> aspects_of({"methods": []})
    (None, 'extra fields found (methods)')
    """
    try:
        return _converter().structure(value, Aspects), None
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
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"expected a whole number, not {type(value).__name__}")
    return value


def _flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {type(value).__name__}")
    return value


def lang_text(value: object) -> LangText:
    """Text by language tag. Raises ValueError if `value` is anything else."""
    if not isinstance(value, Mapping) or not all(isinstance(k, str) and isinstance(v, str) for k, v in value.items()):
        raise ValueError("expected text by language")
    return LangText(value)


def lang_list(value: object) -> LangList:
    """Lists of text by language tag. Raises ValueError if `value` is anything else."""
    if not isinstance(value, Mapping) or not all(isinstance(k, str) and strings(v) is not None for k, v in value.items()):
        raise ValueError("expected lists of text by language")
    return LangList({key: tuple(texts) for key, texts in value.items()})


def strings(value: object) -> tuple[str, ...] | None:
    """A list of strings as a tuple, or None if `value` is anything else."""
    if isinstance(value, list | tuple) and all(isinstance(text, str) for text in value):
        return tuple(value)
    return None
