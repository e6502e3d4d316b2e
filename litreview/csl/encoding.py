"""The encoding of a style's file. Source: XML 1.0, appendix F, "Autodetection of Character Encodings"."""

from __future__ import annotations

import re

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
