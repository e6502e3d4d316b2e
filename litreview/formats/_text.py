"""Bytes of a text file to text, and what had to be assumed for it."""

from __future__ import annotations

import codecs

from litreview.errors import Problem, fault
from litreview.formats._refusal import refusal

MAX_BYTES = 256 * 1024 * 1024
"""No bibliography that a person keeps is larger; what is larger is refused before it fills the memory."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, name: str, fallback: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file: by its byte order mark, else UTF-8, else the one-byte encoding `fallback`, with a problem that says so.

    Raises ReadError where there is no fallback, naming the line of the first byte that is not UTF-8.

    >>> decode(b"caf\\xe9", "a.ris", "cp1252")[0]
    'café'
    """
    if len(data) > MAX_BYTES:
        raise refusal("source-too-large", name, limit=MAX_BYTES >> 20)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError:
                raise refusal("not-utf-16", name, encoding=encoding.upper()) from None
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if fallback is None or b"\0" in data:
            raise refusal("not-utf-8", name, line, byte=f"0x{data[error.start]:02X}") from None
        return data.decode(fallback, errors="replace"), (fault("encoding-assumed", file=name, line=line, encoding=fallback),)
