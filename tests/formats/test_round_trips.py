"""What is written is read back: everything for the formats that hold everything, all that RIS has a place for in RIS."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from litreview.formats import named
from litreview.formats._reference.kinds import FROM_CSL, HOSTED, NUMBERED, TO_CSL
from litreview.formats.word_sources.fields import CONTAINERS, KINDS
from litreview.record import Dates, LangList, LangText, Name, Names, Study, Variables, parse_date
from tests.formats.studies import KEYS, NAMES, SENTENCES, WORDS, dates, libraries, whole_studies


def normal(study: Study) -> Study:
    """The order of what other formats said is kept within each format only."""
    return attrs.evolve(study, extra=tuple(sorted(study.extra, key=lambda pair: pair[0])))


@pytest.mark.parametrize("name", ["yaml", "csl-json", "csl-yaml"])
@settings(max_examples=25)
@given(studies=libraries())
def test_a_format_that_holds_everything_gives_it_back(name: str, studies: tuple[Study, ...]) -> None:
    format = named(name)
    assert format.read is not None
    assert format.write is not None
    data, _ = format.write(studies)
    found, problems = format.read(data, "x")
    assert [normal(s) for s in found] == [normal(s) for s in studies]
    assert not [p for p in problems if p.code not in ("name-as-text",)]


@settings(max_examples=25)
@given(before=whole_studies("a"), after=whole_studies("a"), comment=WORDS)
def test_a_rewritten_yaml_file_says_what_was_asked_and_keeps_the_comment(before: Study, after: Study, comment: str) -> None:
    native = named("yaml")
    assert native.read is not None
    assert native.write is not None
    assert native.update is not None
    other = Study("b", "book", title=LangText({"en": "Other"}))
    old = f"# {comment} 1\n".encode() + native.write([before, other])[0].replace(b"\n- key: b", f"\n# {comment} 2\n- key: b".encode())
    new, problems = native.update(old, [after, other])
    found, _ = native.read(new, "x")
    assert [normal(s) for s in found] == [normal(after), other]
    assert not problems
    assert f"# {comment} 1".encode() in new
    assert f"# {comment} 2\n- key: b\n  type: book\n  title: {{en: Other}}\n".encode() in new


_RIS_PLAIN = (
    "volume",
    "edition",
    "publisher",
    "publisher-place",
    "title-short",
    "number-of-volumes",
    "call-number",
    "section",
    "annote",
    "source",
    "genre",
    "URL",
)


@st.composite
def ris_names(draw: st.DrawFn) -> Name:
    if draw(st.integers(0, 3)) == 0:
        return Name(literal=draw(st.lists(WORDS, min_size=1, max_size=3).map(" ".join)))
    given_name = draw(st.none() | NAMES)
    suffix = draw(st.sampled_from([None, "Jr."])) if given_name else None
    particle = draw(st.sampled_from([None, "van", "de la"])) if given_name else None
    return Name(draw(NAMES), given_name, None, particle, suffix, comma_suffix=suffix is not None)


@st.composite
def ris_studies(draw: st.DrawFn, key: str) -> Study:
    kind = draw(st.sampled_from([k for k in FROM_CSL if TO_CSL[FROM_CSL[k]] == k]))
    language = draw(st.none() | st.sampled_from(["id", "en"]))
    tag = language or "und"
    places = ["container-title"] if kind in HOSTED else []
    places += ["collection-title"] if kind != "thesis" else ["division"]
    places += ["number"] if kind in NUMBERED else ["collection-number"] if kind in ("book", "chapter") else ["issue"]
    values = draw(st.dictionaries(st.sampled_from([*_RIS_PLAIN, *places]), st.lists(WORDS, min_size=1, max_size=4).map(" ".join)))
    bare = {"volume", "edition", "number-of-volumes", "call-number", "section", "number", "collection-number", "issue", "URL"}
    texts = {name: LangText({"und" if name in bare else tag: value}) for name, value in values.items()}
    if draw(st.booleans()):
        texts["DOI"] = LangText({"und": f"10.1000/{draw(st.from_regex('[a-z]{3,8}', fullmatch=True))}"})
    if draw(st.booleans()) and kind != "book":
        texts["page"] = LangText({"und": draw(st.sampled_from(["1-20", "e17", "33", "A1-A5", "1, 3-4"]))})
    roles = ["editor", *(["collection-editor", "translator"] if kind != "motion_picture" else [])] if kind != "thesis" else []
    people = draw(
        st.dictionaries(
            st.sampled_from(["director" if kind == "motion_picture" else "author", *roles]), st.lists(ris_names(), min_size=1, max_size=3)
        )
    )
    words = draw(st.lists(WORDS, unique=True, max_size=3))
    return Study(
        key,
        kind,
        title=LangText({tag: draw(SENTENCES)}),
        abstract=draw(st.just(LangText()) | SENTENCES.map(lambda t: LangText({tag: t}))),
        genre=texts.pop("genre", LangText()),
        keywords=LangList({tag: tuple(words)} if words else {}),
        language=language,
        names=Names({role: tuple(listed) for role, listed in people.items()}),
        others=draw(st.frozensets(st.sampled_from(sorted(people)))) if people else (),
        dates=Dates(draw(st.dictionaries(st.sampled_from(["issued", "accessed"]), dates()))),
        variables=Variables(texts),
        extra=(("ris:TY", FROM_CSL[kind]), *draw(st.lists(st.tuples(st.sampled_from(["ris:XX", "ris:C1"]), SENTENCES), max_size=2))),
    )


@given(study=KEYS.flatmap(ris_studies))
def test_ris_gives_back_what_it_has_a_place_for(study: Study) -> None:
    format = named("ris")
    assert format.read is not None
    assert format.write is not None
    assume(
        not any(
            n.literal and len(n.literal.split()) == 1 and n.literal.islower() and n.literal in ("van", "de")
            for ns in study.names.values()
            for n in ns
        )
    )
    assume(study.type != "thesis" or re.search(r"\d", study.text("volume") or "1"))  # a volume in words is where EndNote keeps the degree
    data, problems = format.write([study])
    assert not problems, "nothing of it was left out"
    (found,), problems = format.read(data, "x.ris")
    assert found == study
    assert not problems


def test_ris_says_what_it_leaves_out() -> None:
    format = named("ris")
    assert format.write is not None
    title = LangText({"id": "Kota", "en": "City"})
    study = Study("a", "book", title=title, language="en", looked_for=("author",), extra=(("nbib:OT", "x"),), dates=Dates({}))
    _, (problem,) = format.write([study])
    assert problem.get("fields") == "title (id), looked_for"


_WORD_KINDS = "article-journal book chapter paper-conference report thesis graphic interview motion_picture patent performance webpage song document".split()
_WORD_PLAIN = "volume issue edition number-of-volumes title-short note medium version chapter-number division publisher-place".split()


@st.composite
def word_names(draw: st.DrawFn, alone: bool) -> Name:
    if alone and draw(st.integers(0, 3)) == 0:
        return Name(literal=draw(st.lists(WORDS, min_size=1, max_size=3).map(" ".join)))
    given_name = draw(st.none() | NAMES)
    particle = draw(st.sampled_from([None, "van", "de la"])) if given_name else None
    suffix = draw(st.sampled_from([None, "Jr."])) if given_name else None
    return Name(draw(NAMES), given_name, None, particle, suffix, comma_suffix=suffix is not None)


@st.composite
def word_studies(draw: st.DrawFn, key: str) -> Study:
    kind = draw(st.sampled_from(_WORD_KINDS))
    language = draw(st.sampled_from(["id", "en"]))
    bare = {"volume", "issue", "edition", "number-of-volumes", "version", "chapter-number", "page", "number", "URL", "DOI", "ISBN"}
    hosted = ["container-title"] if KINDS.get(kind, "Misc") in CONTAINERS else []
    numbered = ["number"] if kind == "patent" else []
    chosen = st.sampled_from([*_WORD_PLAIN, "publisher", "URL", *hosted, *numbered])
    values = draw(st.dictionaries(chosen, st.lists(WORDS, min_size=1, max_size=4).map(" ".join)))
    if draw(st.booleans()):
        values |= {"page": "1-20", "DOI": "10.1000/word", "ISBN": "9780306406157"}
    roles = draw(st.lists(st.sampled_from(["author", "editor", "translator"]), unique=True))
    people = {role: tuple(draw(st.lists(word_names(alone=False), min_size=1, max_size=3))) for role in roles}
    people |= {role: (draw(word_names(alone=True)),) for role in roles[:1]}
    genre = "Skripsi" if kind == "thesis" else draw(st.sampled_from(["", "Laporan"]))
    days = st.sampled_from([parse_date("2019"), parse_date("2021-08"), parse_date("2021-08-17")])
    return Study(
        key,
        kind,
        title=LangText({language: draw(SENTENCES)}),
        genre=LangText({language: genre} if genre else {}),
        language=language,
        names=Names(people),
        dates=Dates(draw(st.dictionaries(st.sampled_from(["issued", "accessed"]), days))),
        variables=Variables({name: LangText({"und" if name in bare else language: value}) for name, value in values.items()}),
        extra=tuple((f"word:{name}", draw(SENTENCES)) for name in draw(st.sampled_from([(), ("StateProvince",), ("Theater", "Zebra")]))),
    )


@given(study=KEYS.flatmap(word_studies))
def test_word_gives_back_what_it_has_a_place_for(study: Study) -> None:
    format = named("word")
    assert format.read is not None
    assert format.write is not None
    data, problems = format.write([study])
    assert not problems, "nothing of it was left out"
    (found,), problems = format.read(data, "Sources.xml")
    assert found == study
    assert not problems


@settings(max_examples=25)
@given(studies=libraries())
def test_ris_keeps_what_other_formats_said(studies: tuple[Study, ...]) -> None:
    format = named("ris")
    assert format.read is not None
    assert format.write is not None
    found, _ = format.read(format.write(studies)[0], "x.ris")
    for study, back in zip(studies, found, strict=True):
        mine = [(name, " ".join(value.split())) for name, value in study.extra if not name.startswith("ris:")]
        assert [(name, " ".join(value.split())) for name, value in back.extra if not name.startswith("ris:")] == [
            (name, value) for name, value in mine if value
        ]
