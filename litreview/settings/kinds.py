"""Kinds of settings: from the plain value of a key to what it means, or what was expected there."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from litreview.analysis.highlights import BadLegend, legend_of
from litreview.errors import nearest
from litreview.languages import tags
from litreview.record import Legend
from litreview.zotero.selection import SCHEME

Reader = Callable[[object, str], Any]
"""Reads the value of a key; paths in it start from the folder given. Raises Unfit."""


class Unfit(ValueError):
    """A value that is not of its kind: the code and the slots of what is to be said."""

    def __init__(self, code: str, **slots: str) -> None:
        self.code, self.slots = code, slots
        super().__init__(code)


def text(value: object, folder: str) -> str:
    """Some words."""
    if not isinstance(value, str) or not value.strip():
        raise Unfit("setting-not-text", found=shown(value))
    return value.strip()


def flag(value: object, folder: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Unfit("setting-not-flag", found=shown(value))
    return value


def path(value: object, folder: str) -> str:
    """A path, as seen from where the folder is seen.

    >>> path("kampus.docx", "..").replace(os.sep, "/")
    '../kampus.docx'
    """
    return os.path.normpath(os.path.join(folder, text(value, folder)))


def data_folder(value: object, folder: str) -> str:
    """The path of a folder; the address of a program on this machine stays as it is.

    >>> data_folder("http://localhost:23119/api", "..")
    'http://localhost:23119/api'
    """
    return text(value, folder) if isinstance(value, str) and value.strip().startswith("http://") else path(value, folder)


def paths(value: object, folder: str) -> tuple[str, ...]:
    """A list of paths; one alone may stand without brackets. What is asked of Zotero (``zotero:Kota``) is no path and stays as it is."""
    if isinstance(value, str):
        return (_place(value, folder),)
    if not isinstance(value, list):
        raise Unfit("setting-not-list", found=shown(value))
    return tuple(_place(one, folder) for one in value)


def _place(value: object, folder: str) -> str:
    return text(value, folder) if isinstance(value, str) and value.strip().startswith(SCHEME) else path(value, folder)


def texts(value: object, folder: str) -> tuple[str, ...]:
    """A list of words; one alone may stand without brackets."""
    if isinstance(value, str):
        return (text(value, folder),)
    if not isinstance(value, list):
        raise Unfit("setting-not-list", found=shown(value))
    return tuple(text(one, folder) for one in value)


def name_or_path(suffix: str) -> Reader:
    """A name, or a path: what ends in `suffix` or has a separator in it."""

    def read(value: object, folder: str) -> str:
        written = text(value, folder)
        is_path = written.casefold().endswith(suffix) or "/" in written or os.sep in written
        return os.path.join(folder, os.path.normpath(written)) if is_path else written

    return read


def one_of(known: Callable[[], Sequence[str]]) -> Reader:
    """One of the words that `known` gives."""

    def read(value: object, folder: str) -> str:
        return _known(text(value, folder), known())

    return read


def some_of(known: Callable[[], Sequence[str]]) -> Reader:
    """A list of some of the words that `known` gives; true for all of them, false for none."""

    def read(value: object, folder: str) -> tuple[str, ...]:
        if isinstance(value, bool):
            return tuple(known()) if value else ()
        if not isinstance(value, list):
            raise Unfit("setting-not-names", found=shown(value), known=", ".join(known()))
        return tuple(dict.fromkeys(_known(text(one, folder), known()) for one in value))

    return read


def legend(value: object, folder: str) -> Legend:
    """What marks mean: a table of colours and tags with aspects."""
    if not isinstance(value, dict) or not all(isinstance(meaning, str) for meaning in value.values()):
        raise Unfit("setting-not-legend", found=shown(value))
    try:
        return legend_of(value)
    except BadLegend as error:
        raise _unknown(error.meaning, error.nearest, error.known) from error


def language(value: object, folder: str) -> str:
    """The tag of a language of ours, with or without a region."""
    found = text(value, folder)
    _known(found.split("-")[0].casefold(), tags())
    return found


def shown(value: object) -> str:
    """A value as a message shows it: short.

    >>> shown(True), shown([1]), shown("x" * 100) == '"' + "x" * 60 + ' …"'
    ('true', '[…]', True)
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    words = str(value)
    return f'"{words if len(words) <= 60 else words[:60] + " …"}"'


def _known(word: str, known: Sequence[str]) -> str:
    if word in known:
        return word
    raise _unknown(word, nearest(word, known), ", ".join(known))


def _unknown(word: str, close: str | None, known: str) -> Unfit:
    return Unfit("setting-unknown-value-near" if close else "setting-unknown-value", found=shown(word), known=close or known)
