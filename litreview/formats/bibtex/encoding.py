"""Layer 1: bytes to text and back, every byte.

In this order: what the caller says; a byte order mark; strict UTF-8; the ``% Encoding:`` line that JabRef writes; Windows-1252, with a
Problem.
A file that is UTF-8 but for a few bytes stays UTF-8, those bytes being read as Windows-1252. Further guesses would change names.
"""

from __future__ import annotations

import codecs
import re

import attrs

from litreview.errors import Problem, ReadError, fault

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"%\s*encoding:\s*([\w.-]+)", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UNDEFINED = {b: chr(b) for b in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that Windows-1252 leaves open; as in the WHATWG Encoding Standard they stand for the control characters of the same number."""
_WINDOWS = [_UNDEFINED.get(b) or bytes([b]).decode("cp1252") for b in range(256)]
_FROM_WINDOWS = {char: bytes([b]) for b, char in enumerate(_WINDOWS)}
WINDOWS = "windows-1252"


@attrs.frozen
class Source:
    """A decoded file. `exact` has the length of `text` and holds what `to_bytes` needs; both are the same string in a sound file."""

    text: str
    exact: str
    encoding: str = "utf-8"
    bom: bytes = b""
    tail: bytes = b""

    @property
    def newline(self) -> str:
        """The line end that the file uses most."""
        windows = self.exact.count("\r\n")
        return "\r\n" if windows * 2 > self.exact.count("\n") else "\n" if "\n" in self.exact or "\r" not in self.exact else "\r"

    def to_bytes(self, text: str) -> bytes:
        """`text` (parts of `exact` and new words) in the encoding of the file. Raises UnicodeEncodeError where it has no such character."""
        if self.encoding != WINDOWS:
            return self.bom + text.encode(self.encoding, _errors(self.encoding)) + self.tail
        for at, char in enumerate(text):
            if char not in _FROM_WINDOWS:
                raise UnicodeEncodeError(WINDOWS, text, at, at + 1, "no such character")
        return self.bom + b"".join(map(_FROM_WINDOWS.__getitem__, text)) + self.tail


def decode(data: bytes, name: str = "", encoding: str | None = None) -> tuple[Source, tuple[Problem, ...]]:
    """The text of a ``.bib`` file. `encoding` is a codec name of Python, or None to find out. Raises ReadError for an unknown codec.

    >>> source, problems = decode("@misc{a, title = {Caf\u00e9}}".encode("cp1252"))
    >>> source.text[18:22], [p.code for p in problems]
    ('Café', ['encoding-assumed'])
    """
    if encoding is not None:
        return _by_name(data, name, encoding), ()
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, mark), ()
    if _looks_wide(data):
        return _decoded(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be", b""), ()
    try:
        return _source(data.decode("utf-8"), "utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    declared = _declared(data)
    if declared is not None and declared != "utf-8":
        return (_source("".join(map(_WINDOWS.__getitem__, data)), WINDOWS) if declared == WINDOWS else _by_name(data, name, declared)), ()
    exact = data.decode("utf-8", "surrogateescape")
    bad = [n for n, char in enumerate(exact) if "\udc80" <= char <= "\udcff"]
    if len(_MULTIBYTE.findall(data)) > len(bad):
        characters = list(exact)
        for n in bad:
            characters[n] = _WINDOWS[ord(exact[n]) - 0xDC00]
        return Source(_lines("".join(characters)), exact), (fault("bibtex-bad-bytes", file=name or None, line=line, count=len(bad)),)
    assumed = fault("encoding-assumed", file=name or None, line=line, encoding="Windows-1252")
    return _source("".join(map(_WINDOWS.__getitem__, data)), WINDOWS), (assumed,)


def _source(text: str, encoding: str) -> Source:
    return Source(_lines(text), text, encoding)


def _decoded(data: bytes, codec: str, mark: bytes) -> Source:
    odd = len(data) % 2 if codec.startswith("utf-16") else 0
    body, tail = (data[:-1], data[-1:]) if odd else (data, b"")
    exact = body.decode(codec, _errors(codec))
    text = re.sub("[\ud800-\udfff]", "\ufffd", exact)
    return Source(_lines(text), exact, codec, mark, tail)


def _by_name(data: bytes, name: str, encoding: str) -> Source:
    try:
        text = data.decode(encoding, "replace" if encoding.startswith("utf-16") else "strict")
        if text.encode(encoding) != data:
            raise UnicodeError("not one to one")
        return _source(text, encoding)
    except (LookupError, UnicodeError) as error:
        raise ReadError(f'this is not text in the encoding "{encoding}" ({error}): save it as UTF-8', name or None) from None


def _lines(text: str) -> str:
    """The text with old Macintosh line ends as new ones (one for one)."""
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def _errors(codec: str) -> str:
    return "surrogatepass" if codec.startswith("utf-16") else "surrogateescape" if codec == "utf-8" else "strict"


def _looks_wide(data: bytes) -> bool:
    head = data[:400]
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return len(head) >= 4 and zeros[1] > len(head) // 4 and zeros[0] == 0


_JAVA_NAMES = {
    "utf8": "utf-8", "utf-8": "utf-8", "cp1252": WINDOWS, "windows-1252": WINDOWS, "iso-8859-1": WINDOWS, "iso8859_1": WINDOWS,
    "latin1": WINDOWS,
}  # fmt: skip


def _declared(data: bytes) -> str | None:
    """The codec that the file names, if Python has it and it fits; Latin-1 is read as its superset."""
    match = _DECLARED.search(data[:2000])
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").casefold()
    if name in _JAVA_NAMES:
        return _JAVA_NAMES[name]
    try:
        codec = codecs.lookup(name).name
        return codec if data.decode(codec).encode(codec) == data else None
    except (LookupError, UnicodeError, ValueError):
        return None
