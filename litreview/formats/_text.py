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
    if wide := _wide(data):
        try:
            return data.decode(wide), (fault("encoding-assumed", file=name, line=1, encoding=wide.upper()),)
        except UnicodeDecodeError:
            pass  # a file of bytes of which some are null
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if fallback is None or b"\0" in data:
            raise refusal("not-utf-8", name, line, byte=f"0x{data[error.start]:02X}") from None
        return data.decode(fallback, errors="replace"), (fault("encoding-assumed", file=name, line=line, encoding=fallback),)


def head_of(data: bytes) -> bytes:
    """The first bytes of a file without byte order mark, and in UTF-8 where they are UTF-16: a format is known by its letters.

    >>> head_of("TY".encode("utf-16")), head_of(b"\\xef\\xbb\\xbfTY")
    (b'TY', b'TY')
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _wide(data)
    return data.decode(encoding, errors="ignore").encode("utf-8", "replace") if encoding else data.removeprefix(codecs.BOM_UTF8)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark, which shows in a null beside each of the first letters; None for anything else."""
    head = data[:8]
    if len(head) < 8 or 0 not in head:
        return None
    even, odd = head[0::2], head[1::2]
    if not any(odd) and all(even):
        return "utf-16-le"
    return "utf-16-be" if not any(even) and all(odd) else None
