"""The seal of an output: a digest, inside the file, of everything else in it. It is broken as soon as somebody changes the file.

Word, LibreOffice and editors keep it when they save, so that an edited chapter is still known as one that litreview began.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Literal

import attrs

Seal = Literal["whole", "broken"]

PROPERTY = "litreview-written"
"""The name of the property of a Word or OpenDocument file that holds the digest."""

_LARGEST = 256 * 2**20
"""A package that unpacks to more is not looked into."""
_DIGEST = rb"[0-9a-f]{64}"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of user-defined properties. Source: ECMA-376 part 1, 22.3.2.2."""


@attrs.frozen
class _Kind:
    """How files of one kind are sealed, and how a seal is read."""

    sealed: Callable[[bytes], bytes | None]
    seal: Callable[[bytes], Seal | None]


def sealed(data: bytes, name: str) -> bytes | None:
    """`data`, the bytes of an output called `name`, with their seal; None where files of that kind have no place for one.

    >>> sealed(b"Kota\\n", "bab2.md")[:30], sealed(b"Kota\\n", "bab2.txt")
    (b'Kota\\n\\n<!-- litreview sha256:4d', None)
    """
    kind = _kind(name)
    return kind.sealed(data) if kind is not None else None


def seal(data: bytes, name: str) -> Seal | None:
    """The state of the seal in a file called `name`; None where there is none.

    >>> whole = sealed(b"Kota\\n", "bab2.md")
    >>> seal(whole, "bab2.md"), seal(whole.replace(b"Kota", b"Desa"), "bab2.md"), seal(b"Kota\\n", "bab2.md")
    ('whole', 'broken', None)
    """
    kind = _kind(name)
    return kind.seal(data) if kind is not None else None


def _kind(name: str) -> _Kind | None:
    suffix = PurePath(name).suffix.casefold()
    return next((kind for suffixes, kind in _KINDS.items() if suffix in suffixes), None)


def _line(opening: bytes, closing: bytes) -> _Kind:
    """A comment in a line of its own, behind everything else."""
    pattern = re.compile(rb"\r?\n?" + re.escape(opening) + rb"(" + _DIGEST + rb")" + re.escape(closing) + rb"\r?\n?")

    def sealed(data: bytes) -> bytes:
        marks = list(pattern.finditer(data))
        if marks and marks[-1].end() == len(data):
            data = data[: marks[-1].start()]
        data = pattern.sub(b"\n", data)
        return b"%s\n%s%s%s\n" % (data, opening, hashlib.sha256(data).hexdigest().encode(), closing)

    def seal(data: bytes) -> Seal | None:
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if wide:
            data = data.decode("utf-16", "replace").encode("utf-8", "replace")
        marks = list(pattern.finditer(data))
        if not marks:
            return None
        last = marks[-1]
        digest = hashlib.sha256(data[: last.start()]).hexdigest().encode()
        return "whole" if not wide and last[1] == digest and last.end() == len(data) else "broken"

    return _Kind(sealed, seal)


def _package(part: str, element: Callable[[bytes, str], str], end: bytes, trace: bytes) -> _Kind:
    """A property in the XML part `part` of a zip package: `element` makes it, before the tag `end`; `trace` shows that one was there."""
    pattern = re.compile(rb"<[^<>]*" + PROPERTY.encode() + rb"[^<>]*>(?:<vt:lpwstr>)?(" + _DIGEST + rb")(?:</vt:lpwstr>)?</[^<>]*>")

    def sealed(data: bytes) -> bytes | None:
        parts = _parts(data)
        if parts is None or end not in parts.get(part, b""):
            return None
        parts[part] = pattern.sub(b"", parts[part])
        before, _, after = parts[part].rpartition(end)
        parts[part] = before + element(parts[part], _digest(parts)).encode() + end + after
        return _zipped(data, parts)

    def seal(data: bytes) -> Seal | None:
        parts = _parts(data)
        if parts is None or trace not in parts.get(part, b""):
            return None
        stands = pattern.search(parts[part])
        parts[part] = pattern.sub(b"", parts[part])
        return "whole" if stands is not None and stands[1].decode() == _digest(parts) else "broken"

    return _Kind(sealed, seal)


def _digest(parts: Mapping[str, bytes]) -> str:
    lines = (f"{hashlib.sha256(content).hexdigest()} {name}\n" for name, content in sorted(parts.items()))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _parts(data: bytes) -> dict[str, bytes] | None:
    """Every part of a package by name, or None for what is no package, or an unreasonable one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _LARGEST or len({entry.filename for entry in entries}) < len(entries):
                return None
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError):
        return None


def _zipped(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package `data` with the contents `parts`, everything else of each entry as it was."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, entry.date_time)
            info.compress_type, info.create_system, info.external_attr = entry.compress_type, entry.create_system, entry.external_attr
            new.writestr(info, parts[entry.filename])
    return out.getvalue()


def _word_property(part: bytes, digest: str) -> str:
    used = [int(number) for number in re.findall(rb'\bpid="(\d{1,9})"', part)]
    number = max([1, *used]) + 1
    return f'<property fmtid="{_FORMAT}" pid="{number}" name="{PROPERTY}"><vt:lpwstr>{digest}</vt:lpwstr></property>'


def _open_document_property(_: bytes, digest: str) -> str:
    return f'<meta:user-defined meta:name="{PROPERTY}">{digest}</meta:user-defined>'


def _worksheet_seal(data: bytes) -> Seal | None:
    """A worksheet of ours is known by the page that keeps what was in it, and cannot say itself whether it was changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("xl/workbook.xml")
            pages = archive.read(entry) if entry.file_size < _LARGEST else b""
    except (KeyError, zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, EOFError, OSError):
        return None
    return "broken" if re.search(rb'<(?:\w+:)?sheet\b[^<>]*\bname="litreview"', pages) else None


_KINDS: Mapping[tuple[str, ...], _Kind] = {
    (".md", ".markdown", ".html", ".htm"): _line(b"<!-- litreview sha256:", b" -->"),
    (".tex",): _line(b"% litreview sha256:", b""),
    (".docx",): _package("docProps/custom.xml", _word_property, b"</Properties>", b'name="litreview'),
    (".xlsx",): _Kind(lambda data: None, _worksheet_seal),
    (".odt",): _package("meta.xml", _open_document_property, b"</office:meta>", PROPERTY.encode()),
}
