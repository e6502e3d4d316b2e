"""The encoding of a style's file, and of single characters in it. Source: XML 1.0, appendix F, "Autodetection of Character Encodings"."""

from __future__ import annotations

import re

_ESCAPED = re.compile(rb"&amp;(#(?:\d{1,7}|x[0-9A-Fa-f]{1,6});)")
"""A character by its number whose ampersand was escaped once more: a program that writes HTML would show the character."""
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_SAYS_WIDE = re.compile(rb"encoding\s*=\s*[\"']utf-?(?:16|32)", re.IGNORECASE)
_WIDE = (
    (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)  # fmt: skip
"""How files in units of two or four bytes begin: with a mark, or with a sign that XML begins with."""


def in_utf8(text: bytes) -> bytes:
    """A style in UTF-16 or UTF-32 as UTF-8, its lines as they were; so is one that only says that it is. Any other stays as it is.

    >>> in_utf8('<?xml version="1.0" encoding="utf-16"?>\\n<style/>'.encode("utf-16")), in_utf8(b"<style/>")
    (b'\\n<style/>', b'<style/>')
    """
    encoding = next((name for mark, name in _WIDE if text.startswith(mark)), None)
    if encoding is not None:
        text = text.decode(encoding, errors="replace").encode()
    declaration = _DECLARATION.match(text)
    wide = encoding is not None or (declaration is not None and _SAYS_WIDE.search(declaration[0]))
    return text[declaration.end() :] if declaration is not None and wide else text


def with_characters(text: bytes) -> bytes:
    """A style with its doubly escaped characters escaped once.

    >>> with_characters(b'<text value="Vol.&amp;#160;" suffix="&amp;#0;&amp;lt;"/>')
    b'<text value="Vol.&#160;" suffix="&amp;#0;&amp;lt;"/>'
    """
    return _ESCAPED.sub(lambda match: b"&" + match[1] if _is_character(match[1]) else match[0], text) if b"&amp;#" in text else text


def _is_character(reference: bytes) -> bool:
    """Whether XML allows the character of a reference such as ``#160;``."""
    digits = reference[1:-1].decode()
    number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
