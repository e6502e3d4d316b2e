"""Text to LaTeX: the way back of `latex`, so that ``decode(encode(text)) == text``.

What LaTeX would take for a command is escaped; CSL-JSON markup becomes commands, ``nocase`` becomes braces. A formula between dollar signs
and a command that the tables do not know, with its arguments, are taken for LaTeX that came from a ``.bib`` file and stand as they are,
unless they do more than print (`commands`). Braces balance as BibTeX counts them, which knows no backslash.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from litreview.formats.bibtex.braces import counted
from litreview.formats.bibtex.commands import harmful, prints_only
from litreview.formats.bibtex.formulas import formula_text
from litreview.formats.bibtex.latex_tables import (
    ACCENTS,
    DROPPED,
    LETTERS,
    MATH_LETTERS,
    SKIP_FIRST,
    SWITCHES,
    SYMBOLS,
    TEXT_SYMBOLS,
    TRANSPARENT,
    WRAPPED,
)  # fmt: skip

_KNOWN = frozenset((*SYMBOLS, *ACCENTS, *SWITCHES, *WRAPPED, *TRANSPARENT, *DROPPED, *SKIP_FIRST, "href"))
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}", "\u00a0": "~",
}  # fmt: skip
_PIECE = re.compile(
    r"(?P<math>\$(?![\s$])(?:[^$\\{}\n]|\\[A-Za-z,;!]|\{[^${}\\\n]*\})*(?<![\s\\])\$(?!\d))|"
    r"(?P<command>\\([A-Za-z]+)\*?(?:\{(?:[^{}\\$\n]|\\[A-Za-z'\"`^~=.&%#_])*\})+)|"
    r"(?P<tag></?(?:i|b|sup|sub|span)\b[^<>]*>)|(?P<breaks>\n+)|(?P<joined>--+|''+)|(?P<special>[\\{}$&%#_~^`\u00a0])"
)
_PLAIN = re.compile(r"[\\{}$&%#_~^`<\n\u00a0]|--|''")
_OPENING = {
    "<i>": r"\emph{", "<b>": r"\textbf{", "<sup>": r"\textsuperscript{", "<sub>": r"\textsubscript{",
    '<span style="font-variant:small-caps;">': r"\textsc{",
}  # fmt: skip
_NOCASE = '<span class="nocase">'
_LONE_BRACE = re.compile(r"\\([{}])")
_NAMED_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def encode(
    text: str, *, unicode: bool = True, markup: bool = True, nocase: bool = False, lines: bool = False, commands: bool = True
) -> str:
    """LaTeX that prints `text`. Without `unicode` every character outside ASCII that has a command becomes one.

    `markup` says whether tags of CSL-JSON are markup here or characters (as in names), `nocase` the same of case protection (in titles);
    `lines` keeps line breaks. Unless `commands` may stand as they are, every one is text, and a formula is one only where it just prints.

    >>> encode('R&D in <i>Müller</i>, <span class="nocase">NASA</span>', unicode=False, nocase=True)
    'R\\\\&D in \\\\emph{M{\\\\"u}ller}, {NASA}'
    """
    if not unicode:
        text = unicodedata.normalize("NFC", text)
    if not _PLAIN.search(text):
        return _characters(text, 0, len(text), unicode)
    roles = _tags(text, nocase) if markup and "<" in text else {}
    out: list[str] = []
    protected: list[int] = []
    unknown: list[int] = []
    at = plain = 0
    while piece := _PIECE.search(text, at):
        start, kind, latex = piece.start(), piece.lastgroup or "command", piece[0]
        at = piece.end()
        if kind == "tag" and start not in roles:
            at = start + 1
            continue
        out.append(_characters(text, plain, start, unicode))
        if kind == "math" and (harmful(latex) or not (commands or prints_only(latex)) or formula_text(latex[1:-1]) is not None):
            at, latex = start + 1, _ESCAPES["$"]
        elif kind == "command" and (piece[3] in _KNOWN or not commands or harmful(latex)):
            at, latex = start + 1, _ESCAPES["\\"]
        elif kind == "command":
            unknown.append(len(out))
        elif kind == "tag":
            latex = roles[start]
            if latex == "{":
                protected.append(len(out))
        elif kind == "breaks":
            latex = (r"\par " if len(latex) > 1 else r"\newline ") if lines else " "
        elif kind == "joined":
            latex = "{}".join(latex)
        elif kind == "special":
            latex = _ESCAPES[latex]
        out.append(latex)
        plain = at
    out.append(_characters(text, plain, len(text), unicode))
    for index in protected:  # a backslash just behind the brace would make it a special character, whose case is not kept
        if "".join(out[index + 1 : index + 4]).startswith("\\"):
            out[index] = "{{}"
    for index in unknown:  # nor may what follows a command of somebody else's look like one more argument
        if "".join(out[index + 1 : index + 4]).startswith("{"):
            out[index] += r"\relax"
    latex = "".join(out)
    return latex if counted(latex) else _LONE_BRACE.sub(lambda brace: _NAMED_BRACES[brace[1]], latex)


def _tags(text: str, nocase: bool) -> dict[int, str]:
    """What each tag that has its partner becomes, by position."""
    roles: dict[int, str] = {}
    waiting: list[tuple[int, str, str]] = []
    for piece in _PIECE.finditer(text):
        tag = piece["tag"]
        if tag is None:
            continue
        if not tag.startswith("</"):
            opening = "{" if tag == _NOCASE and nocase else _OPENING.get(tag.replace(": ", ":").replace('caps"', 'caps;"'))
            waiting.append((piece.start(), tag.split()[0].strip("<>"), opening or ""))
        elif waiting and tag == f"</{waiting[-1][1]}>":
            start, _, opening = waiting.pop()
            if opening:
                roles[start], roles[piece.start()] = opening, "}"
    return roles


def _characters(text: str, start: int, end: int, unicode: bool) -> str:
    piece = text[start:end]
    return piece if unicode or piece.isascii() else _ascii_latex(piece, text[start - 1 : start] if start else "", text[end : end + 1])


def _ascii_latex(text: str, before: str = "", after: str = "") -> str:
    """`text` with a LaTeX command for each character outside ASCII that has one; the others stay.

    `before` and `after` are the characters around it, for the sake of ligatures.

    >>> _ascii_latex("Đặng – “Łódź”")
    "{\\\\DJ}{\\\\u{\\\\d{a}}}ng -- ``{\\\\L}{\\\\'o}d{\\\\'z}''"
    """
    text = unicodedata.normalize("NFC", text)
    out: list[str] = []
    around = f"{before or ' '}{text}{after or ' '}"
    for n, char in enumerate(text):
        if char < "\x80":
            out.append(char)
            continue
        short = _SHORT.get(char)
        crowded = {around[n], around[n + 2]} & _CROWDS if short else None
        out.append(short if short and not crowded else latex_character(char))
    return "".join(out)


_SHORT = {"–": "--", "—": "---", "“": "``", "”": "''", "\u00a0": "~"}
_CROWDS = frozenset("-–—“”'`‘’?!")


@lru_cache(4096)
def latex_character(char: str) -> str:
    """One character as LaTeX, in braces; itself where LaTeX has no command for it."""
    if char in _COMMANDS:
        return _COMMANDS[char]
    pieces = unicodedata.normalize("NFD", char)
    base, marks = pieces[0], pieces[1:]
    if not marks or not all(mark in _MARKS for mark in marks):
        return char
    if base in "ij" and _MARKS[marks[0]] not in "dbck":
        inner = "\\" + base
    elif base.isascii() and base.isalpha():
        inner = base
    elif base in _COMMANDS:
        inner = _COMMANDS[base].removeprefix("{")
        inner = inner[:-1] if inner is not _COMMANDS[base] else inner
    else:
        return char
    for mark in marks:
        command = _MARKS[mark]
        bare = len(inner) == 1 or inner in ("\\i", "\\j")
        inner = f"\\{command}{inner}" if bare and not command.isalpha() else f"\\{command}{{{inner}}}"
    return "{" + inner + "}"


_MARKS = {mark: command for command, mark in reversed(ACCENTS.items())}
_COMMANDS: dict[str, str] = {
    **{char: f"\\ensuremath{{\\{name}}}" for name, char in reversed(MATH_LETTERS.items()) if len(char) == 1 and char > "\x7f"},
    **{char: f"{{\\{name}}}" for name, char in reversed(TEXT_SYMBOLS.items()) if len(char) == 1 and char > "\x7f"},
    **{char: f"{{\\{name}}}" for name, char in reversed(LETTERS.items()) if len(char) == 1},
    "\u2009": "\\,",
}  # fmt: skip
