"""What a study says and CSL-JSON has no place for, as plain data for the item's ``custom`` object."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from litreview.record.langtext import LangList, LangText

NAMESPACE = "litreview"
"""The member of ``custom`` that is ours."""


def plain(value: Any) -> Any:
    """Frozen values as mappings, lists and strings; whatever has its default value is left out."""
    if value is None or isinstance(value, str | int | float):
        return value
    fields = _fields(value.__class__)
    if fields is not None:
        members = {}
        for name, default in fields:
            part = getattr(value, name)
            if default is attrs.NOTHING or part != default:
                members[name] = plain(part)
        return members
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...] | None:
    """The fields of a class of values, each with its default; None for any other class."""
    return tuple((field.name, field.default) for field in attrs.fields(kind)) if attrs.has(kind) else None


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
