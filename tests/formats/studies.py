"""Hypothesis strategies for studies: `plain_studies` that every format can hold, `whole_studies` with all that a record has room for."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from litreview.record import (
    ASPECTS,
    OUTCOMES,
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
    locate,
    parse_date,
)  # fmt: skip
from litreview.record.aspects import LEVELS
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, TYPES

_WORDS = "kota kembar pelabuhan Kerja sama ports of call Why twin çéüñ naïve Đặng 北京 x2 aid ASEAN über Bogor".split()
WORDS = st.sampled_from(_WORDS)
NAMES = st.sampled_from("Lee Abe Santoso Wijaya Güneş Đặng Ratna Ann Budi O'Neil Smith-Jones Ken".split())
SENTENCES = st.builds(
    lambda start, step, length: " ".join(_WORDS[(start + step * n) % len(_WORDS)] for n in range(length)),
    st.integers(0, 18), st.integers(1, 7), st.integers(1, 40),
)  # fmt: skip
ODD = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), min_size=1, max_size=12).filter(
    lambda t: t.strip() != ""
)
SNIPPETS = st.lists(
    st.sampled_from([": ", "# ", "- ", "yes", "1.10", "{", "'", '"', "\n", "\n\n", "null", "&", "<i>x</i>", "%", "word"]),
    min_size=1,
    max_size=6,
)
TEXTS = SENTENCES | SENTENCES | ODD | SNIPPETS.map("".join).filter(lambda t: t.strip() != "")
TAGS = st.sampled_from(["id", "en", "ms", "jv", "pt-BR", "und"])
KEYS = st.from_regex(r"[a-z][a-z0-9]{1,12}(-[a-z0-9]{1,5})?", fullmatch=True)
YEARS = st.integers(1000, 2100)


@st.composite
def day_parts(draw: st.DrawFn) -> DateParts:
    year = draw(YEARS)
    month = draw(st.none() | st.integers(1, 12))
    if month is None:
        return DateParts(year, season=draw(st.none() | st.integers(1, 4)))
    return DateParts(year, month, draw(st.none() | st.integers(1, 28)))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    start = draw(day_parts())
    kind = draw(st.sampled_from(["single", "range", "open", "words"]))
    if kind == "words":
        return Date(literal=draw(st.sampled_from(["in press", "forthcoming", "tanpa tahun"])))
    end = attrs.evolve(start, year=start.year + draw(st.integers(1, 9))) if kind == "range" else None
    return Date(start, end, open_end=kind == "open", circa=draw(st.booleans()))


def lang_texts(texts: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[LangText]:
    return st.dictionaries(TAGS, texts, min_size=1, max_size=3).map(LangText)


@st.composite
def names(draw: st.DrawFn) -> Name:
    if draw(st.integers(0, 3)) == 0:
        return Name(literal=draw(SENTENCES))
    given = draw(st.none() | NAMES)
    return Name(
        family=draw(NAMES),
        given=given,
        non_dropping_particle=draw(st.sampled_from([None, "van", "de la"])),
        dropping_particle=draw(st.sampled_from([None, "von"])) if given else None,
        suffix=draw(st.sampled_from([None, "Jr."])) if given else None,
    )


@st.composite
def evidence(draw: st.DrawFn, abstract: LangText) -> tuple[Evidence, ...]:
    found = []
    for tag, text in abstract.items():
        start = draw(st.integers(0, max(0, len(text) - 1)))
        quote = text[start : start + draw(st.integers(1, 30))]
        if quote.strip():
            span = locate(quote, text)
            found.append(Evidence("abstract", tag, quote, *(span or (None, None))))
    return tuple(found)


@st.composite
def aspects(draw: st.DrawFn, abstract: LangText) -> Aspects:
    def statement(concepts: st.SearchStrategy[str | None] = WORDS) -> Statement:
        return Statement(draw(lang_texts()), draw(st.none() | concepts), draw(evidence(abstract)), draw(st.booleans()))

    found: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(ASPECTS), unique=True, max_size=4)):
        if name == "period":
            start = draw(YEARS)
            found[name] = Period(start, draw(st.none() | st.just(start + 2)), draw(evidence(abstract)))
        elif name == "partners":
            level, country = draw(st.none() | st.sampled_from(LEVELS)), draw(st.none() | st.sampled_from(["ID", "JP"]))
            found[name] = (Partner(draw(lang_texts()), level, country, draw(st.booleans()), draw(evidence(abstract))),)
        elif name == "outcome":
            found[name] = statement(st.sampled_from(OUTCOMES))
        else:
            found[name] = statement() if name in ("aim", "question") else tuple(statement() for _ in range(draw(st.integers(1, 2))))
    absent = [name for name in ASPECTS if name not in found]
    return Aspects(**found, looked_for=tuple(absent[: draw(st.integers(0, 2))]))


@st.composite
def whole_studies(draw: st.DrawFn, key: str | None = None) -> Study:
    """A study with anything in it, as the native format and CSL-JSON hold it."""
    language = draw(st.none() | st.sampled_from(["id", "en", "ms"]))
    abstract = draw(st.just(LangText()) | lang_texts(SENTENCES))
    apart = ("abstract", "title", "genre", "keyword", "language", "event", "shortTitle", "journalAbbreviation", "citation-key")
    variables = [v for v in (*TEXT_VARIABLES, *NUMBER_VARIABLES) if v not in apart]
    found = Study(
        key or draw(KEYS),
        draw(st.sampled_from(TYPES)),
        title=draw(st.just(LangText()) | lang_texts()),
        abstract=abstract,
        genre=draw(st.just(LangText()) | lang_texts()),
        keywords=LangList(draw(st.dictionaries(TAGS, st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=2))),
        language=language,
        names=Names(
            draw(st.dictionaries(st.sampled_from(NAME_VARIABLES), st.lists(names(), min_size=1, max_size=3).map(tuple), max_size=2))
        ),
        others=draw(st.frozensets(st.sampled_from(NAME_VARIABLES), max_size=2)),
        dates=Dates(draw(st.dictionaries(st.sampled_from(DATE_VARIABLES), dates(), max_size=2))),
        variables=Variables(draw(st.dictionaries(st.sampled_from(variables), lang_texts(), max_size=3))),
        aspects=draw(aspects(abstract)),
        paraphrased=draw(st.sampled_from([(), ("abstract",)])),
        screening=draw(st.sampled_from([Screening(), Screening(("Scopus", "Scopus"), "excluded", "no city"), Screening((), "sought")])),
        extra=tuple(draw(st.lists(st.tuples(st.sampled_from(["ris:XX", "bibtex:file", "nbib:OT"]), TEXTS), max_size=3))),
    )
    absent = [
        f
        for f in ("author", "issued", "publisher")
        if f not in {*found.names, *found.others} and f not in found.dates and f not in found.variables
    ]
    return attrs.evolve(found, looked_for=tuple(absent[: draw(st.integers(0, len(absent)))]))


@st.composite
def plain_studies(draw: st.DrawFn, key: str) -> Study:
    """A study as every bibliographic format can hold it: one language, no markup, dates of a year or a day."""
    kind = draw(st.sampled_from(["article-journal", "book", "thesis", "chapter", "report"]))
    language = draw(st.sampled_from(["id", "en"]))
    given = st.builds(lambda f, g: Name(family=f, given=g), NAMES, NAMES)
    variables = {"publisher": draw(SENTENCES)} if kind != "article-journal" else {}
    if kind in ("article-journal", "chapter"):
        variables |= {
            "container-title": draw(SENTENCES),
            "volume": str(draw(st.integers(1, 99))),
            "page": f"{draw(st.integers(1, 99))}-{draw(st.integers(100, 999))}",
        }
    bare = {"volume", "page", "DOI"}
    if draw(st.booleans()):
        variables["DOI"] = f"10.1000/{draw(WORDS.filter(str.isascii))}"
    return Study(
        key,
        kind,
        title=LangText({language: draw(SENTENCES)}),
        language=language,
        names=Names({"author": tuple(draw(st.lists(given, min_size=1, max_size=3)))}),
        dates=Dates({"issued": draw(st.sampled_from([parse_date("2019"), parse_date("2021-08-17")]))}),
        variables=Variables({name: LangText({"und" if name in bare else language: value}) for name, value in variables.items()}),
    )


@st.composite
def libraries(draw: st.DrawFn, whole: bool = True) -> tuple[Study, ...]:
    """A few studies with different keys."""
    keys = draw(st.lists(KEYS, unique=True, max_size=3))
    return tuple(draw(whole_studies(key) if whole else plain_studies(key)) for key in keys)
