"""Layer 8: LaTeX to text, per field and per part of a name.

One pass over the tokens with a stack, so that depth and length cost no more than their size. Nothing is lost: a command that the
tables do not know, and a formula that is more than text (`formulas`), stays as written and is noted. ``%`` is an ordinary character:
BibTeX has no comments inside a value.
Clean text, which is most text, is never taken apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import attrs

from litreview.formats.bibtex.formulas import formula_text
from litreview.formats.bibtex.latex_tables import (
    ACCENTS,
    CHARACTERS,
    DROPPED,
    SKIP_FIRST,
    SPACING,
    SWITCHES,
    SYMBOLS,
    TRANSPARENT,
    VERBATIM_ARGUMENT,
    WRAPPED,
)  # fmt: skip

_NOCASE = ('<span class="nocase">', "</span>")
"""What CSL-JSON puts around words that keep their case."""

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z@]+)(?P<gap>\*?[ \t\r\n]*)|\\(?P<sign>.)|(?P<open>\{)|(?P<close>\})|(?P<math>\$)|(?P<tie>~)|(?P<dash>---?)|"
    r"(?P<left>``?)|(?P<right>''?)|(?P<text>[^\\{}$~`'-]+|-|\\)",
    re.DOTALL,
)
_MATH = re.compile(r"(\$\$?)(?:\\.|[^$\\])+\1", re.DOTALL)
_ESCAPED_SIGN = re.compile(r"\\([&%$#_{}~])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
SPACES = re.compile(r"[ \t\r\n\f\v]+")
WHITE = " \t\r\n\f\v"
_BLANK_LINE = re.compile(r"\r?\n[ \t\r]*\n[ \t\r\n]*")
_BREAK = re.compile(r"(?:(?<! ) +)?\n *")
_LEADING_TAG = re.compile(r"<(?:i|b|sup|sub|span [^<>]*)>")
_MANY_BREAKS = re.compile(r"\n{3,}")
_BREAKS = {"par": "\n\n", "newline": "\n", "linebreak": "\n", "\\": "\n"}


@attrs.define
class Notes:
    """What a decoder met beside text: commands it does not know, whether there was math, addresses of links."""

    commands: list[str] = attrs.field(factory=list)
    math: bool = False
    addresses: list[str] = attrs.field(factory=list)


def decode(text: str, notes: Notes | None = None, *, markup: bool = True, nocase: bool = False, lines: bool = False) -> str:
    """The text that LaTeX would print, white space collapsed.

    `markup` keeps italics and the like as CSL-JSON markup, `nocase` does the same with words in braces, `lines` keeps paragraphs
    (blank lines, ``\\par``) and line breaks; `notes` is filled.

    >>> decode(r"M{\\"u}ller \\& {S}{\\o}n, \\'{\\i}ndice"), decode(r"The {NASA} \\emph{way}", nocase=True)
    ('Müller & Søn, índice', 'The <span class="nocase">NASA</span> <i>way</i>')
    """
    if is_plain(text):
        return text.strip(" ")
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        if lines and _BLANK_LINE.search(text):
            text = _BLANK_LINE.sub(r"\\par ", text.strip(WHITE))
        text = SPACES.sub(" ", text)
    decoded = _Decoder(text, notes if notes is not None else Notes(), markup, nocase, lines).run()
    if lines and "\n" in decoded:
        return _MANY_BREAKS.sub("\n\n", _BREAK.sub("\n", decoded)).strip(" \n")
    return decoded.strip(" ")


def is_plain(text: str) -> bool:
    """Whether a text is nothing but characters: no LaTeX, no ligature, no white space to collapse. (Searches for one character each are
    fastest.)"""
    return not (
        "\\" in text or "{" in text or "--" in text or "$" in text or "\n" in text or "  " in text or "~" in text or "''" in text
        or "`" in text or "\t" in text or "}" in text or "\r" in text
    )  # fmt: skip


def compose(accent: str, text: str) -> str:
    """`text` with the accent (its LaTeX command) on its first letter.

    >>> compose("'", "ı"), compose('"', "Ubung"), compose("~", "")
    ('í', 'Übung', '~')
    """
    rest = text.lstrip(" ")
    if not rest:
        return SPACING.get(accent, "")
    if rest[0] == "<" and (tag := _LEADING_TAG.match(rest)):
        return tag[0] + compose(accent, rest[tag.end() :])
    first = {"ı": "i", "ȷ": "j"}.get(rest[0], rest[0])
    if accent in "dbck" and not first.isalpha():
        return rest
    return unicodedata.normalize("NFC", first + ACCENTS[accent]) + rest[1:]


Action = Callable[[str], str]

_MOST_ACCENTS = 8


def _accent(sign: str) -> Action:
    return lambda text: compose(sign, text)


def _around(pair: tuple[str, str]) -> Action:
    return lambda text: f"{pair[0]}{text}{pair[1]}" if text else ""


def _protect(text: str) -> str:
    """`text` with its case protected, unless it has none (braces around a quotation mark)."""
    return f"{_NOCASE[0]}{text}{_NOCASE[1]}" if len(text) > 1 or text.isalnum() else text


def _bare(text: str) -> str:
    return text


def _nothing(text: str) -> str:
    return ""


_ACTIONS: dict[str, Action] = {
    **{name: _around(pair) for name, pair in WRAPPED.items()},
    **dict.fromkeys(TRANSPARENT, _bare),
    **dict.fromkeys(DROPPED, _nothing),
}
_ACCENT_ACTIONS = {sign: _accent(sign) for sign in ACCENTS}


@attrs.define
class _Group:
    """What waits outside while the inside of a group is decoded."""

    actions: tuple[Action, ...]
    out: list[str]
    switches: list[tuple[int, Action]]
    open: bool


class _Decoder:
    """One text on its way through `decode`."""

    def __init__(self, text: str, notes: Notes, markup: bool, nocase: bool, lines: bool) -> None:
        self.text, self.notes, self.markup, self.lines = text, notes, markup, lines
        self.out: list[str] = []
        self.stack: list[_Group] = []
        self.switches: list[tuple[int, Action]] = []
        self.pending: list[Action] = []
        self.open = nocase
        """Whether a brace here protects case: true as long as no group that already does, or is no more than a group, is around."""
        self.ends: dict[int, int] | None = None
        self.quotes = 0

    def run(self) -> str:
        text, at, size = self.text, 0, len(self.text)
        match = _TOKEN.match
        while at < size:
            token = match(text, at)
            assert token is not None  # every character begins some token
            kind, at = token.lastgroup, token.end()
            if kind == "text":
                if self.pending:
                    self.put(token[0])
                else:
                    self.out.append(token[0])
            elif kind == "open":
                self.enter(at)
            elif kind == "close":
                self.leave()
            elif kind == "gap":
                at = self.command(token["command"], token.start(), at - len(token["gap"]), at)
            elif kind == "sign":
                self.sign(token["sign"])
            elif kind == "math":
                at = self.math(token.start())
            elif kind == "tie":
                self.put("\u00a0")
            elif kind == "dash":
                self.put("—" if len(token[0]) == 3 else "–")
            elif kind == "left":
                at = self.left(token[0], at)
            else:
                at = self.right(token[0], at)
        while self.stack:
            self.leave()
        if self.pending:
            self.put("")
        return self.finished()

    def put(self, piece: str) -> None:
        if self.pending:
            for action in reversed(self.pending):
                piece = action(piece) if action in _ACCENTED else action(piece[:1]) + piece[1:]
            self.pending = []
        self.out.append(piece)

    def enter(self, at: int) -> None:
        actions, was_open = tuple(self.pending), self.open
        self.pending = []
        if actions:
            self.open = was_open and not any(a in _ACCENTED for a in actions)
        elif was_open and self.text[at : at + 1] != "\\":
            actions, self.open = (_protect,), False
        self.stack.append(_Group(actions, self.out, self.switches, was_open))
        self.out, self.switches = [], []

    def leave(self) -> None:
        if self.pending:
            self.put("")
        if not self.stack:
            return
        piece = self.finished()
        group = self.stack.pop()
        for action in reversed(group.actions):
            piece = action(piece)
        self.out, self.switches, self.open = group.out, group.switches, group.open
        self.out.append(piece)

    def finished(self) -> str:
        for start, action in reversed(self.switches):
            self.out[start:] = [action("".join(self.out[start:]))]
        return "".join(self.out)

    def command(self, name: str, start: int, end: int, after: int) -> int:
        """Act on a command; `end` is where its name ends, `after` where what follows it begins."""
        if self.lines and name in _BREAKS:
            self.put(_BREAKS[name])
        elif name in SYMBOLS:
            self.put(SYMBOLS[name])
        elif name in ACCENTS:
            self.accent(_ACCENT_ACTIONS[name])
        elif name in SWITCHES:
            if self.markup:
                self.switches.append((len(self.out), _ACTIONS[SWITCHES[name]]))
        elif name in VERBATIM_ARGUMENT and (close := self.close(after)):
            self.put(_ESCAPED_SIGN.sub(r"\1", self.text[after + 1 : close]))
            return close + 1
        elif name in _ACTIONS:
            self.pending.append(_bare if name in WRAPPED and not self.markup and "<" in WRAPPED[name][0] else _ACTIONS[name])
        elif name == "href" and (close := self.close(after)):
            self.notes.addresses.append(_ESCAPED_SIGN.sub(r"\1", self.text[after + 1 : close]))
            self.pending.append(_bare)
            return close + 1
        elif name in SKIP_FIRST and (close := self.close(after)):
            self.pending.append(_bare)
            return close + 1
        else:
            return self.unknown(name, start, end)
        return after

    def unknown(self, name: str, start: int, end: int) -> int:
        self.notes.commands.append("\\" + name)
        if self.text[end : end + 1] == "*":
            end += 1
        while close := self.close(end):
            end = close + 1
        self.put(self.text[start:end])
        return end

    def close(self, at: int) -> int:
        """The index of the brace that closes the group beginning at `at`; 0 where none begins there or it has no end."""
        if self.text[at : at + 1] != "{":
            return 0
        if self.ends is None:
            self.ends = brace_pairs(self.text)
        return self.ends.get(at, 0)

    def sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self.accent(_ACCENT_ACTIONS[sign])
        elif sign in CHARACTERS:
            self.put(_BREAKS[sign] if self.lines and sign in _BREAKS else CHARACTERS[sign])
        else:
            self.notes.commands.append("\\" + sign)
            self.put("\\" + sign)

    def accent(self, action: Action) -> None:
        """Let an accent wait for its letter; where more wait than any letter has, they stand alone."""
        if len(self.pending) == _MOST_ACCENTS:
            self.put("")
        self.pending.append(action)

    def math(self, start: int) -> int:
        formula = _MATH.match(self.text, start)
        if formula is None:
            self.put("$")
            return start + 1
        inner = formula[0].strip("$")
        price = inner != inner.strip() or self.text[formula.end() : formula.end() + 1].isdigit()  # "$5 or $10" is no formula
        text = None if price else formula_text(inner, self.markup)
        self.notes.math = self.notes.math or text is None
        self.put(formula[0] if text is None else text)
        return formula.end()

    def left(self, marks: str, at: int) -> int:
        before = self.out[-1][-1:] if self.out else ""
        if before in ("?", "!") and not self.pending:
            self.out[-1] = self.out[-1][:-1] + ("¿" if before == "?" else "¡")
            return at - len(marks) + 1
        if len(marks) == 1:
            self.quotes += 1
        self.put("“" if len(marks) == 2 else "‘")
        return at

    def right(self, marks: str, at: int) -> int:
        if len(marks) == 2:
            self.put("”")
        elif self.quotes and not self.text[at : at + 1].isalnum():
            self.quotes -= 1
            self.put("’")
        else:
            self.put("'")
        return at


_ACCENTED = frozenset(_ACCENT_ACTIONS.values())


def brace_pairs(text: str) -> dict[int, int]:
    """Each opening brace that is closed, with its closing one."""
    ends: dict[int, int] = {}
    open_at: list[int] = []
    for mark in _BRACE.finditer(text):
        if mark[0] == "{":
            open_at.append(mark.start())
        elif mark[0] == "}" and open_at:
            ends[open_at.pop()] = mark.start()
    return ends
