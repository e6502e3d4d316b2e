"""Ovid's citation export as text: records numbered ``<1>``, field names on lines of their own, values indented below them."""

import re

from litreview._parts import Later
from litreview.formats import Format

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[^\r\n<]{0,200}\r?\n){0,12}?\s*<\s*\d+\s*>[ \t]*\r?\n"
    rb"(?:[ \t]*\r?\n)*[A-Z][\w /()&'.-]{0,60}[ \t]*\r?\n[ \t]+\S"
)

FORMAT = Format(
    "ovid",
    "Ovid",
    (".txt", ".ovd"),
    read=Later("litreview.formats.ovid.reading", "read"),
    sniff=lambda head: _HEAD.match(head) is not None,
)
