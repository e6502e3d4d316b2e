"""YAML text as parser events: by libyaml where PyYAML has it, which is some forty times as fast, else by PyYAML's own parser.

Both take a few characters for more than YAML 1.2 does: line breaks of other scripts, and a question mark inside a word of a list on one
line. Private characters stand in for these while they read.
Source: YAML 1.2.2, 5.4 (line breaks) and 7.3.3 (plain scalars).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from litreview.errors import ReadError
from litreview.formats._refusal import refusal

Parser = type[yaml.SafeLoader | yaml.CSafeLoader]
PARSERS: tuple[Parser, ...] = (yaml.CSafeLoader, yaml.SafeLoader) if yaml.__with_libyaml__ else (yaml.SafeLoader,)
"""In the order of trying: libyaml refuses a little that YAML allows, such as ``{a:, b: 1}``, and PyYAML's own parser has the last word."""

_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# One set of characters at the start, so that searching leaps from one of them to the next.
_ORDINARY = re.compile(r"[\x85\u2028\u2029?](?:(?<!\?)|(?<=[^\s,\[\]{}]\?)|(?<=[^\s,\[\]{}:?-] \?))")
_PRIVATE = range(0xF0000, 0xFFFFE)
_REASONS = (
    ("mapping values are not allowed", "yaml-colon"), ("cannot start any token", "yaml-character"), ("quoted scalar", "yaml-open-text"),
    ("unexpected end of stream", "yaml-open-text"), ("flow", "yaml-open-list"), ("could not find expected ':'", "yaml-no-colon"),
    ("block", "yaml-block"), ("alias", "yaml-alias"), ("simple key", "yaml-no-colon"),
)  # fmt: skip


class Source:
    """A text made ready for the parsers: `text` is as long as the one given, and `restored` gives back what stood in it."""

    def __init__(self, text: str, name: str) -> None:
        """Raises ReadError, with `name` and the line, for a character that no YAML may hold."""
        if wrong := _UNPRINTABLE.search(text):
            line = text.count("\n", 0, wrong.start()) + 1
            raise refusal("yaml-character", name, line, character=f"U+{ord(wrong[0]):04X}")
        characters = sorted({match[0] for match in _ORDINARY.finditer(text)})
        stand_ins = dict(zip(characters, islice((chr(n) for n in _PRIVATE if chr(n) not in text), len(characters)), strict=False))
        self._own = {ord(stand_in): character for character, stand_in in stand_ins.items()}
        self.name = name
        self.text = _ORDINARY.sub(lambda match: stand_ins.get(match[0], match[0]), text) if stand_ins else text
        self.shift = 1 if text.startswith("\ufeff") else 0
        """What to add to the offsets that the events state: their parsers do not count a byte order mark alike."""

    def events(self, parser: Parser) -> Iterator[yaml.Event]:
        """The events that one of `PARSERS` finds. Iterating raises yaml.YAMLError."""
        return iter(parser(self.text[self.shift :]).get_event, None)

    def restored(self, words: str) -> str:
        """Words of an event as they stood in the text given."""
        return words.translate(self._own) if self._own else words


def refused(error: Exception, source: Source) -> ReadError:
    """What a parser could not read, as the refusal of the file: its own words are English only."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return refusal("not-yaml", source.name, reason="yaml-syntax")
    mark = error.problem_mark or error.context_mark
    last = len(f"{source.text}.".splitlines())  # libyaml counts the end of a text without line end as a line of its own
    message = f"{error.problem or ''} {error.context or ''}"
    reason = next((word for part, word in _REASONS if part in message), "yaml-syntax")
    return refusal("not-yaml", source.name, min(mark.line + 1, last) if mark else None, reason=reason)
