"""LaTeX to text and back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.formats.bibtex import read_bibtex
from litreview.formats.bibtex.encode import encode, latex_character
from litreview.formats.bibtex.latex import Notes, decode
from litreview.formats.bibtex.latex_tables import ACCENTS, SYMBOLS
from litreview.formats.bibtex.verbatim import encode_verbatim, verbatim

ATOMS = st.sampled_from(
    ["<i>", "</i>", "<b>", "</b>", '<span class="nocase">', "</span>", "<sup>", "</sup>", "<", ">", "$", "\\", "{", "}", "--", "-", "'", "`", '"', "\n", "\n\n", "a",
     "b ", " ", "5", "é", "ặ", "Đ", "–", "—", "“", "”", "‘", "’", "?", "!", "~", "\u00a0", "\u2009", "%", "&", "#", "_", "^", "α", "ά", "ı", "í", "ij", "…",
     "\\foo{x}", "\\emph{x}", "$x^2$"]
)  # fmt: skip
TEXTS = st.lists(ATOMS, max_size=12).map("".join) | st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=15)


def tidy(text: str, lines: bool) -> str:
    """As the record holds text: composed, white space in single blanks or (where lines count) in line and paragraph breaks."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[ \t\r\f\v]+" if lines else r"[ \t\r\n\f\v]+", " ", text)
    if lines:
        text = re.sub(r"\n{2,}", "\n\n", re.sub(r" *\n *", "\n", text))
    return re.sub(r"<(i|b|sup|span class=\"nocase\")></(i|b|sup|span)>", "", text).strip(" \n" if lines else " ")


@settings(max_examples=80)
@given(TEXTS, st.booleans(), st.booleans(), st.booleans())
def test_what_is_encoded_is_decoded(text: str, unicode: bool, nocase: bool, lines: bool) -> None:
    text = tidy(text, lines)
    if nocase and re.search(r'<span class="nocase">(\W?</span>|.*<span class="nocase">)', text):
        return  # a sign has no case to protect, and none is protected twice
    assert decode(encode(text, unicode=unicode, nocase=nocase, lines=lines), nocase=nocase, lines=lines) == text


@given(TEXTS.map(lambda t: tidy(t, False)))
def test_what_is_verbatim_stays_so(text: str) -> None:
    assert verbatim(encode_verbatim(text)) == text


@given(TEXTS)
def test_anything_is_decoded_in_one_pass_and_nothing_but_marks_is_lost(text: str) -> None:
    done = decode(text)
    assert [c for c in done if c.isdigit()] == [c for c in text if c.isdigit()]


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize(
    "form", ["{{\\{a}{{{l}}}}}", "\\{a}{{{l}}}", "{{\\{a} {l}}}", "\\{a}{{\\{l}}}"], ids=["braced", "argument", "spaced", "dotless"]
)
def test_every_accent_in_every_form(accent: str, form: str) -> None:
    letter = "i" if "\\{l}" in form else "a"
    expected = unicodedata.normalize("NFC", letter + ACCENTS[accent])
    assert decode("x" + form.format(a=accent, l=letter) + "y") == f"x{expected}y"


@pytest.mark.parametrize("name", [n for n, c in SYMBOLS.items() if c.strip()])
def test_every_symbol_ends_at_its_name(name: str) -> None:
    assert decode(f"a{{\\{name}}}b") == decode(f"a\\{name}{{}}b") == decode(f"a\\{name} b") == f"a{SYMBOLS[name]}b"


@pytest.mark.parametrize("char", [*"éÈñçşğłŁøÅßæŒþđĐżőạặếıºª§©€–—“”…×αάΩ→", "\u2009"])
def test_a_letter_has_a_command_that_means_it(char: str) -> None:
    command = latex_character(char)
    assert command.isascii()
    assert decode(f"a{command}b") == f"a{char}b"


def test_a_letter_without_a_command_stays() -> None:
    assert latex_character("北") == "北"
    assert latex_character("И") == "И"


@pytest.mark.parametrize(
    ("latex", "text", "commands", "math"),
    [
        (r"\foo{a {b} \'e} x", r"\foo{a {b} \'e} x", ["\\foo"], False),
        (r"\bar baz", r"\bar baz", ["\\bar"], False),
        (r"\baz{open", r"\bazopen", ["\\baz"], False),
        (r"$\alpha$-helix", "α-helix", [], False),
        (r"$\frac{a}{b}$ of", r"$\frac{a}{b}$ of", [], True),
        ("from $5 to $10", "from $5 to $10", [], True),
        (r"$5 and \$6", "$5 and $6", [], False),
        (r"\'{\emph{e}}", "<i>é</i>", [], False),
        (r"}{", "", [], False),
        ("{" * 3 + "x", "x", [], False),
        ("\\", "\\", [], False),
        (r"\"", "¨", [], False),
        (r"\v", "ˇ", [], False),
    ],
)
def test_odd_latex(latex: str, text: str, commands: list[str], math: bool) -> None:
    notes = Notes()
    assert decode(latex, notes) == text
    assert (notes.commands, notes.math) == (commands, math)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (r"A {The \emph{big {NASA}}} day", 'A <span class="nocase">The <i>big NASA</i></span> day'),
        (r"A \emph{big {NASA}} day", 'A <i>big <span class="nocase">NASA</span></i> day'),
        (r"A \'{{E}}x {Y}", 'A Éx <span class="nocase">Y</span>'),
    ],
)
def test_what_is_protected_is_not_protected_again_within(title: str, read: str) -> None:
    (study,), _ = read_bibtex(f"@misc{{a, title = {{{title}}}}}".encode())
    assert study.title["und"] == read
