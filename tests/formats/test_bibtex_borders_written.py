"""Texts and names as BibTeX writes them: what must be escaped, what is markup, which form of a name is read back the same."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.options import BibtexOptions
from litreview.formats.bibtex.write_names import write_names
from litreview.record import Name

NOCASE = '<span class="nocase">{}</span>'


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        # Signs that mean something else in LaTeX.
        ("R&D 5% a_b #1 $2", r"R\&D 5\% a\_b \#1 \$2"), ("a\\b", r"a\textbackslash{}b"), ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"), ("`a", r"\textasciigrave{}a"),
        ("{a}", r"\{a\}"), ("{a", r"\textbraceleft{}a"), ("a}b{", r"a\textbraceright{}b\textbraceleft{}"), ("a--b", "a-{}-b"), ("a---b", "a-{}-{}-b"), ("a-b", "a-b"),
        ("''a", "'{}'a"), ("'a", "'a"), ("a\u00a0b", "a~b"), ("a\nb", "a b"), ("a\n\nb", "a b"), ("a < b", "a < b"), ("é", "é"),
        # Tags with a partner are markup.
        ("<i>a</i>", r"\emph{a}"), ("<i>a", "<i>a"), ("a</i>", "a</i>"), ("<b><i>a</b></i>", r"<b>\emph{a</b>}"), ("<sup>2</sup>H<sub>2</sub>", r"\textsuperscript{2}H\textsubscript{2}"),
        ('<span style="font-variant:small-caps;">a</span>', r"\textsc{a}"), ('<span style="font-variant: small-caps">a</span>', r"\textsc{a}"),
        (NOCASE.format("NASA"), NOCASE.format("NASA")),
        # Formulas and commands of others stay, where they are no danger and have no plain form.
        (r"$\frac{1}{2}$", r"$\frac{1}{2}$"), ("$5 and $6", r"\$5 and \$6"), (r"\foo{a}", r"\foo{a}"), (r"\emph{a}", r"\textbackslash{}emph\{a\}"),
        (r"\input{a}", r"\textbackslash{}input\{a\}"),
    ],
)  # fmt: skip
def test_a_text_is_written_so_that_it_prints_the_same(text: str, latex: str) -> None:
    assert encode(text) == latex


@pytest.mark.parametrize(
    ("text", "options", "latex"),
    [
        ("a\nb", {"lines": True}, r"a\newline b"), ("a\n\nb", {"lines": True}, r"a\par b"), ("<i>a</i>", {"markup": False}, "<i>a</i>"),
        (NOCASE.format("NASA"), {"nocase": True}, "{NASA}"), (NOCASE.format("\\a"), {"nocase": True}, r"{{}\textbackslash{}a}"),
        (r"\foo{a}", {"commands": False}, r"\textbackslash{}foo\{a\}"),
        # In ASCII every character with a command becomes one.
        ("Müller – “Łódź”", {"unicode": False}, "M{\\\"u}ller -- ``{\\L}{\\'o}d{\\'z}''"), ("ï", {"unicode": False}, '{\\"\\i}'), ("e\u0301", {"unicode": False}, "{\\'e}"),
        ("ß a", {"unicode": False}, r"{\ss} a"), ("Đặng", {"unicode": False}, r"{\DJ}{\u{\d{a}}}ng"), ("日本", {"unicode": False}, "日本"), ("fi’s", {"unicode": False}, r"fi{\textquoteright}s"),
    ],
)  # fmt: skip
def test_how_a_text_is_written_can_be_said(text: str, options: dict[str, Any], latex: str) -> None:
    assert encode(text, **options) == latex


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Lee", "Ann"), "Lee, Ann"), (Name("Lee"), "Lee"), (Name("Badan Kota"), "Badan{ }Kota"), (Name(literal="Badan Kota"), "{Badan Kota}"),
        (Name("Berg", "Jan", non_dropping_particle="van der"), "van der Berg, Jan"), (Name("Beauvoir", "Simone", dropping_particle="de"), "Beauvoir, Simone de"),
        (Name("Fontaine", "Jean", dropping_particle="de", non_dropping_particle="la"), "la Fontaine, Jean de"), (Name("van Berg", "Jan"), "{van Berg}, Jan"),
        (Name("King", "Martin", suffix="Jr."), "King Jr., Martin"), (Name("King", "Martin", suffix="Jr.", comma_suffix=True), "King, Jr., Martin"),
        (Name("Lee and Roe", "Ann"), "{Lee and Roe}, Ann"), (Name("and", "Bo"), "and, Bo"), (Name("O'Neil", "X, Y"), "O'Neil, {X, Y}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("flavour", "own"), [("bibtex", False), ("biblatex", False), ("bibtex", True)])
def test_a_name_is_written_in_the_shortest_form_that_is_read_back_the_same(
    name: Name, written: str, flavour: Literal["bibtex", "biblatex"], own: bool
) -> None:
    assert write_names((name,), BibtexOptions(flavour=flavour), own=own) == (written, ())


@pytest.mark.parametrize(
    ("name", "plain", "extended"),
    [
        (Name("King", "Martin", suffix="MD"), "King, MD, Martin", "family={King}, given={Martin}, suffix={MD}"), (Name("Lee", suffix="III"), "Lee III", "family={Lee}, suffix={III}"),
        (Name("Lee", "A", dropping_particle="lee"), "Lee, A lee", "family={Lee}, given={A}, prefix={lee}, useprefix=false"),
    ],
)  # fmt: skip
def test_what_no_plain_form_can_say_is_told_or_written_at_length(name: Name, plain: str, extended: str) -> None:
    assert write_names((name,), BibtexOptions()) == (plain, (name,))
    assert write_names((name,), BibtexOptions(flavour="biblatex")) == (extended, ())
