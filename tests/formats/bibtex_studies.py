"""Random studies such as a `.bib` file can hold: text without control characters, composed (NFC), white space in single blanks."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

from litreview.record import (
    Aspects,
    Date,
    DateParts,
    Dates,
    Evidence,
    LangList,
    LangText,
    Name,
    Names,
    Partner,
    Period,
    Screening,
    Statement,
    Study,
    Variables,
)  # fmt: skip
from litreview.record.csl_json.fields import STRINGS
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES

WORDS = st.sampled_from(
    "kota kembar sister city Müller Łódź Đặng 北京 R&D 100% a_b C# $5 $x^2$ {x} } \\ \\emph{x} \\foo{x} -- --- - ' '' ` \" ~ ^ < > "
    "<i>dan</i> "
    '<span class="nocase">NASA</span> NASA and , ; = @misc{ # % “ ” – — … ? ! é ı ff nd Ph.D. van de'.split()
)
NAME_WORDS = st.sampled_from(
    "Sri Wulandari van de O'Neill Łukasiewicz Nguyễn Jr. Dr. and 李 A. B. {x} Siti binti M.A. Gusti I Made others".split()
)
TAGS = st.sampled_from(["id", "en", "ms", "und", "zh-Hans", "en-GB"])


def tidy(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


letters = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)
texts = (
    st.one_of(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), st.lists(WORDS, min_size=1, max_size=5).map("".join), letters)
    .map(tidy)
    .filter(bool)
)
lines = st.lists(texts, min_size=1, max_size=3).map("\n\n".join)
lang_texts = st.dictionaries(TAGS, texts, min_size=1, max_size=3).map(LangText)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    def part() -> DateParts:
        year = draw(st.integers(-999, 9999))
        kind = draw(st.sampled_from(["year", "month", "day", "season"]))
        if kind == "season":
            return DateParts(year, season=draw(st.integers(1, 4)))
        month = draw(st.integers(1, 12)) if kind != "year" else None
        return DateParts(year, month, draw(st.integers(1, 28)) if kind == "day" else None)

    shape = draw(st.sampled_from(["one", "range", "open", "literal"]))
    circa = draw(st.booleans())
    if shape == "literal":
        return Date(literal=draw(st.sampled_from(["in press", "forthcoming", "n.d.", "Mei–Juni", "tahun ke-2", "{x}"])))
    if shape == "range":
        return Date(part(), part(), circa=circa)
    return Date(part(), open_end=shape == "open", circa=circa)


@st.composite
def names(draw: st.DrawFn) -> Name:
    def part(most: int) -> str:
        return tidy(" ".join(draw(st.lists(NAME_WORDS, min_size=1, max_size=most))))

    if draw(st.booleans()) and draw(st.booleans()):
        return Name(literal=part(4))
    return Name(
        family=part(2),
        given=draw(st.none() | st.just(part(2))),
        non_dropping_particle=draw(st.none() | st.sampled_from(["van", "de la", "al"])),
        suffix=draw(st.none() | st.sampled_from(["Jr.", "III"])),
    )


evidence = st.builds(Evidence, st.sampled_from(["abstract", "title"]), TAGS, texts, st.none() | st.integers(0, 9), st.none())
statements = st.builds(Statement, lang_texts, st.none() | st.just("qualitative"), st.lists(evidence, max_size=2).map(tuple), st.booleans())
partners = st.builds(Partner, lang_texts, st.none() | st.just("city"), st.none() | st.just("ID"), st.booleans())
aspects = st.builds(
    Aspects,
    aim=st.none() | statements,
    method=st.lists(statements, max_size=2).map(tuple),
    period=st.none() | st.builds(Period, st.integers(1900, 2030), st.none() | st.integers(1900, 2030)),
    partners=st.lists(partners, max_size=2).map(tuple),
    outcome=st.none() | statements,
    looked_for=st.lists(st.sampled_from(["method", "framework"]), unique=True, max_size=2).map(tuple),
)  # fmt: skip
KEPT = ("abstract", "title", "genre", "keyword", "language", "citation-key")
VARIABLE_NAMES = st.sampled_from(sorted(STRINGS - set(KEPT)))


def _variables(pairs: dict[str, LangText]) -> Variables:
    return Variables(pairs)


studies = st.builds(
    Study,
    st.from_regex(r"[a-zA-Z][a-zA-Z0-9:_.+/-]{0,12}", fullmatch=True) | texts,
    st.sampled_from(TYPES),
    title=st.just(LangText()) | lang_texts,
    abstract=st.just(LangText()) | st.dictionaries(TAGS, lines, min_size=1, max_size=2).map(LangText),
    keywords=st.dictionaries(TAGS, st.lists(texts, min_size=1, max_size=3).map(tuple), max_size=2).map(LangList),
    genre=st.just(LangText()) | lang_texts | st.sampled_from(["Skripsi", "Tesis", "Disertasi"]).map(lambda t: LangText({"id": t})),
    language=st.none() | TAGS.filter(lambda t: t != "und"),
    names=st.dictionaries(st.sampled_from(NAME_VARIABLES), st.lists(names(), min_size=1, max_size=2).map(tuple), max_size=3).map(Names),
    others=st.frozensets(st.sampled_from(NAME_VARIABLES), max_size=2) | st.just(frozenset({"author"})),
    dates=st.dictionaries(st.sampled_from(DATE_VARIABLES), dates(), max_size=3).map(Dates),
    variables=st.dictionaries(VARIABLE_NAMES, lang_texts, max_size=5).map(_variables),
    aspects=st.just(Aspects()) | aspects,
    paraphrased=st.lists(st.sampled_from(["title", "abstract"]), unique=True).map(tuple),
    screening=st.sampled_from([Screening(), Screening(("Scopus", "A, B"), "included"), Screening((), "excluded", "{no} city")]),
    looked_for=st.lists(st.sampled_from(["author", "issued", "publisher"]), unique=True).map(tuple),
    extra=st.lists(
        st.tuples(st.sampled_from(["bibtex:file", "bibtex:crossref", "bibtex:%", "bibtex:raw", "ris:M1", "bibtex:keywords"]), texts),
        max_size=3,
    ).map(tuple),
)  # fmt: skip
