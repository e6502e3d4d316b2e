"""Formulas between dollar signs as text, as far as letters, signs, small figures above and below can say them."""

from __future__ import annotations

import re

from litreview.formats.bibtex.latex_tables import LETTERS, MATH_LETTERS

_TOKEN = re.compile(r"\\([A-Za-z]+)\s*|\\(.)|([{}^_~])|([^\\{}^_~]+)", re.DOTALL)
_SPACES = {",": "\u2009", ";": " ", ":": " ", " ": " ", "!": "", "quad": " ", "qquad": " "}
_SIGNS = {"{": "{", "}": "}", "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "|": "‖"}
_BARE = frozenset("mathrm mathit mathbf mathsf mathtt mathcal mathnormal text textrm textit textbf textsf mbox rm it bf boldsymbol bm "
                  "displaystyle textstyle left right operatorname ensuremath".split())  # fmt: skip
_NAMES = frozenset("log ln exp sin cos tan min max lim det dim mod sup inf".split())
_RAISED = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}


def formula_text(formula: str, markup: bool = True) -> str | None:
    """What a formula (without its dollar signs) prints, or None where it takes more than text to print it.

    >>> formula_text(r"{\\mathit{K}}_{24} < \\mu^2"), formula_text(r"\\frac{a}{b}")
    ('K<sub>24</sub> < μ<sup>2</sup>', None)
    """
    groups: list[tuple[list[str], str]] = []
    out: list[str] = []
    raised = ""
    for token in _TOKEN.finditer(formula):
        name, sign, mark, text = token.groups()
        if mark in ("^", "_"):
            if raised:
                return None
            raised = mark
            continue
        if mark == "{":
            groups.append((out, raised))
            out, raised = [], ""
            continue
        if mark == "}":
            if not groups or raised:
                return None
            inner = "".join(out)
            out, raised = groups.pop()
            out.append(_placed(inner, raised, markup))
            raised = ""
            continue
        if name in _BARE or (text is not None and not text.strip()):
            if text and not raised:
                out.append(text)
            continue
        piece = _spelled(name, sign, mark, text)
        if piece is None:
            return None
        if raised and text is not None:
            first = piece.lstrip()
            out.append(_placed(first[:1], raised, markup) + first[1:])
        else:
            out.append(_placed(piece, raised, markup))
        raised = ""
    return "".join(out) if not groups and not raised else None


def _spelled(name: str | None, sign: str | None, mark: str | None, text: str | None) -> str | None:
    if name is not None:
        return MATH_LETTERS.get(name) or LETTERS.get(name) or _SPACES.get(name) or (name if name in _NAMES else None)
    if sign is not None:
        return _SPACES.get(sign, _SIGNS.get(sign))
    return "\u00a0" if mark == "~" else (text or "").replace("-", "−").replace("'", "′")


def _placed(piece: str, raised: str, markup: bool) -> str:
    if not raised or not markup or not piece:
        return piece
    return piece.join(_RAISED[raised])


def in_text_mode(latex: str) -> str:
    """LaTeX with the half of ``\\ifmmode … \\else … \\fi`` that is meant for text, and ``\\begin{it}`` as a group.

    >>> in_text_mode(r"\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}umer \\begin{it}E. coli\\end{it}")
    '{\\\\v{Z}}umer {\\\\it E. coli}'
    """
    if "\\begin{" in latex:
        latex = _END.sub("}", _BEGIN.sub(r"{\\\1 ", latex))
    pieces: list[str] = []
    at = 0
    while (start := latex.find("\\ifmmode", at)) >= 0:
        middle = latex.find("\\else", start)
        end = latex.find("\\fi", middle) if middle >= 0 else -1
        if end < 0:
            break
        pieces += [latex[at:start], "{", latex[middle + 5 : end].strip(), "}"]
        at = end + 3
        at += 2 if latex.startswith("{}", at) else 0
    return "".join((*pieces, latex[at:]))


_SHAPES = "it|em|bf|sl|sc|itshape|bfseries|slshape|scshape"
_BEGIN, _END = re.compile(rf"\\begin\{{({_SHAPES})\}}\s*"), re.compile(rf"\\end\{{(?:{_SHAPES})\}}")
