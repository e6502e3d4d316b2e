"""LaTeX commands that may not reach a file we write: what reads, writes or runs something, or changes what TeX takes for a command."""

from __future__ import annotations

import re

from litreview.formats.bibtex.latex_tables import ACCENTS, DROPPED, MATH_LETTERS, SYMBOLS, TRANSPARENT, WRAPPED

_FORBIDDEN = frozenset((
    "input include openin openout read readline write immediate directlua latelua luadirect luaexec catcode csname endcsname def edef gdef "
    "xdef let futurelet special ShellEscape InputIfFileExists IfFileExists lstinputlisting verbatiminput import subimport inputminted "
    "newwrite newread newcommand renewcommand providecommand DeclareRobustCommand usepackage RequirePackage documentclass scantokens "
    "expandafter escapechar endlinechar everyjob everypar output loop pdfobj pdfliteral makeatletter bibliography addbibresource"
).split())  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z@]+)")
_IN_FORMULAS = frozenset((
    *SYMBOLS, *ACCENTS, *MATH_LETTERS, *WRAPPED, *TRANSPARENT, *DROPPED,
    "mathbf", "mathit", "mathcal", "mathbb", "mathsf", "mathtt", "mathfrak", "boldsymbol", "bm", "frac", "left", "right", "overline", "bar",
    "hat", "tilde", "vec", "dot", "ddot", "operatorname", "log", "ln", "exp", "sin", "cos", "tan", "min", "max", "lim",
))  # fmt: skip
"""Commands that do no more than print inside a formula."""


def harmful(latex: str) -> bool:
    """Whether LaTeX holds a command that does more than print, or the ``^^`` by which any character can be written.

    >>> harmful(r"\\vec{x}"), harmful(r"\\x{\\input y}"), harmful(r"\\openout"), harmful("^^5cinput")
    (False, True, True, True)
    """
    return "^^" in latex or any(name[1].strip("@") in _FORBIDDEN or "@" in name[1] for name in _COMMAND.finditer(latex))


def prints_only(formula: str) -> bool:
    """Whether every command of a formula is known, and known to do no more than print."""
    return "^^" not in formula and all(name[1] in _IN_FORMULAS for name in _COMMAND.finditer(formula))
