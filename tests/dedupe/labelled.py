"""A labelled library for the search for duplicates: made works, made second records of them, and works that only look alike.

Every work is made of templates in our own words, so the labels are known. `DUPLICATES` are ways in which one work comes twice into a
library, `LOOKALIKES` ways in which two works come to look like one; each is a function from a work to a second record.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import attrs

from litreview.record import Dates, LangList, LangText, Library, Name, Names, Study, Variables, library_of, parse_date

_CITIES = (
    "Bandung Bogor Surabaya Semarang Medan Makassar Denpasar Padang Yogyakarta Surakarta Malang Ambon Manado Batam Palembang Pontianak "
    "Braunschweig Kyoto Kisarazu Busan Gwangju Liverpool Perth Cork Namur Fribourg Tashkent Toyama Tomsk Almere Adelaide Chongqing"
).split()
_GIVEN = "Budi Siti Agus Ratna Dewi Putri Rizky Hendra Lestari Joko Maya Ayu Bayu Citra Eko Fitri Galih Hana Indra Kiki".split()
_FAMILY = (
    "Santoso Wijaya Hasan Nugroho Pratama Siregar Wulandari Hidayat Kusuma Saputra Lubis Utami Rahman Setiawan Lee Abe Berg Novak".split()
)
_QUESTIONS = [  # Indonesian, English
    ("Motif kerja sama kota kembar {a} dan {b}", "Motives of the sister-city cooperation of {a} and {b}"),
    ("Pelaksanaan kerja sama kota kembar {a} dan {b}", "The implementation of the sister-city cooperation of {a} and {b}"),
    ("Hambatan diplomasi kota antara {a} dan {b}", "Obstacles of city diplomacy between {a} and {b}"),
    ("Paradiplomasi {a} dan {b} di bidang pendidikan", "Paradiplomacy of {a} and {b} in education"),
    ("Dampak ekonomi pelabuhan {a} bagi perdagangan dengan {b}", "Economic effects of the port of {a} on trade with {b}"),
    ("Promosi pariwisata {a} melalui kemitraan dengan {b}", "Tourism promotion of {a} through a partnership with {b}"),
    ("Pengelolaan sampah rumah tangga di {a} dan {b}", "Household waste management in {a} and {b}"),
    (
        "Kualitas air sumur dangkal di {a} setelah banjir: perbandingan dengan {b}",
        "Shallow well water quality in {a} after floods: a comparison with {b}",
    ),
    ("Literasi keuangan mahasiswa {a} dan {b}", "Financial literacy of students in {a} and {b}"),
    (
        "Migrasi pekerja musiman dari {a} ke {b} dan upah di desa asal",
        "Seasonal labour migration from {a} to {b} and wages in home villages",
    ),
    ("Prediksi kemacetan lalu lintas {a} dengan data sensor dari {b}", "Predicting traffic congestion in {a} with sensor data from {b}"),
    ("Gizi balita di puskesmas {a} dan {b}: sebuah survei", "Nutrition of toddlers in the health centres of {a} and {b}: a survey"),
    ("Putusan pengadilan tentang sengketa tanah di {a} dan {b}", "Court decisions on land disputes in {a} and {b}"),
]
_ABSTRACTS = [
    (
        "Kajian ini membahas {topic} sejak {y} sampai {z}. Data berasal dari {n} wawancara di {a} dan {b} serta dokumen {org}. "
        "Konsep {c} dipakai untuk menganalisis program {p}. Hasilnya menunjukkan bahwa {org} memperluas program {p} "
        "dan bahwa {d} tetap terbatas.",
        "This study discusses {topic} from {y} to {z}. Data come from {n} interviews in {a} and {b} and from documents of {org}. "
        "The concept of {c} is used to analyse the programme {p}. It shows that {org} widened the programme {p} "
        "and that {d} remained limited.",
    )
]
_CONCEPTS = [
    ("paradiplomasi", "paradiplomacy"), ("diplomasi publik", "public diplomacy"), ("globalisasi", "globalisation"),
    ("interdependensi", "interdependence"), ("institusionalisme", "institutionalism"), ("desentralisasi", "decentralisation"),
]  # fmt: skip
_DOMAINS = [
    ("investasi", "investment"),
    ("koordinasi birokrasi", "bureaucratic coordination"),
    ("partisipasi publik", "public participation"),
    ("infrastruktur digital", "digital infrastructure"),
]
_PROGRAMMES = (
    "Organic City, Green Harbour, Smart Kampung, Batik Exchange, Youth Orchestra, Ocean Literacy, Metro Waste, Halal Corridor".split(", ")
)
_JOURNALS = [
    ("Jurnal Hubungan Kota", "J. Hub. Kota", "0378-5955"),
    ("Journal of Port Cities", "J. Port Cit.", "2049-3630"),
    ("Global Insight Review", "Glob. Insight Rev.", "1234-5679"),
]


Maker = Callable[[Study, random.Random], Study]


def works(count: int, chance: random.Random) -> list[Study]:
    """Different works, each with both languages, authors, year, journal and identifiers."""
    found: list[Study] = []
    seen: set[str] = set()
    while len(found) < count:
        a, b = chance.sample(_CITIES, 2)
        question = chance.choice(_QUESTIONS)
        if question[0].format(a=a, b=b) in seen:
            continue
        seen.add(question[0].format(a=a, b=b))
        found.append(_work(len(found), a, b, question, chance))
    return found


def _work(n: int, a: str, b: str, question: tuple[str, str], chance: random.Random) -> Study:
    year = chance.randint(2005, 2023)
    concept, domain = chance.choice(_CONCEPTS), chance.choice(_DOMAINS)
    slots = {"a": a, "b": b, "y": year - 5, "z": year - 1, "n": chance.randint(4, 40), "p": chance.choice(_PROGRAMMES), "org": f"Dinas {a}"}
    texts = {}
    for position, tag in enumerate(("id", "en")):
        title = question[position].format(**slots)
        whole = _ABSTRACTS[0][position].format(topic=title[0].lower() + title[1:], c=concept[position], d=domain[position], **slots)
        texts[tag] = (title, whole)
    journal = chance.choice(_JOURNALS)
    people = tuple(Name(family=chance.choice(_FAMILY), given=chance.choice(_GIVEN)) for _ in range(chance.randint(1, 3)))
    start = chance.randint(1, 300)
    return Study(
        f"w{n}",
        "article-journal",
        title=LangText({tag: title for tag, (title, _) in texts.items()}),
        abstract=LangText({tag: whole for tag, (_, whole) in texts.items()}),
        keywords=LangList({"id": (a, b, concept[0]), "en": (a, b, concept[1])}),
        language="id",
        names=Names({"author": people}),
        dates=Dates({"issued": parse_date(str(year))}),
        variables=_variables(
            {"container-title": journal[0], "ISSN": journal[2], "volume": str(year - 1999), "issue": str(chance.randint(1, 4)),
             "page": f"{start}-{start + 17}", "DOI": f"10.1000/work.{n}"}
        ),
    )  # fmt: skip


def _variables(values: dict[str, str]) -> Variables:
    return Variables({name: LangText({"und": value}) for name, value in values.items()})


def without(study: Study, *names: str) -> Study:
    """A study that does not state these variables or dates."""
    return attrs.evolve(
        study,
        variables=Variables({k: v for k, v in study.variables.items() if k not in names}),
        dates=Dates({k: v for k, v in study.dates.items() if k not in names}),
    )


def only(study: Study, tag: str, said: str | None = None) -> Study:
    """A study in one language only, tagged `said` (None: its own tag)."""
    to = said or tag
    return attrs.evolve(
        study,
        title=LangText({to: study.title[tag]}),
        abstract=LangText({to: study.abstract[tag]}),
        keywords=LangList({to: study.keywords[tag]}),
        language=to if to != "und" else None,
    )


def retitled(study: Study, change: Callable[[str], str]) -> Study:
    return attrs.evolve(study, title=LangText({tag: change(text) for tag, text in study.title.items()}))


def initials(study: Study) -> Study:
    people = tuple(attrs.evolve(n, given=(n.given or "")[:1] + ".") for n in study.author)
    return attrs.evolve(study, names=Names({"author": people}))


def misspelt(text: str, chance: random.Random) -> str:
    """One letter doubled or two swapped in a long word."""
    words = text.split()
    at = chance.choice([n for n, word in enumerate(words) if len(word) > 7])
    word = words[at]
    cut = chance.randint(2, len(word) - 3)
    words[at] = word[:cut] + word[cut] + word[cut:] if chance.random() < 0.5 else word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)


DUPLICATES: dict[str, Maker] = {
    "the same DOI, written as an address, title in capitals": lambda s, c: attrs.evolve(
        retitled(s, str.upper),
        variables=Variables(
            {**without(s, "issue").variables, "DOI": LangText({"und": "https://doi.org/" + (s.text("DOI") or "").upper()})}
        ),
    ),
    "no DOI, other punctuation": lambda s, c: without(
        retitled(s, lambda t: t.replace(" dan ", " & ").replace(" and ", " & ") + "."), "DOI", "ISSN"
    ),
    "no DOI, initials only, abbreviated journal": lambda s, c: attrs.evolve(
        without(initials(s), "DOI", "ISSN"),
        variables=Variables(
            {
                **without(s, "DOI", "ISSN").variables,
                "container-title": LangText({"und": next(j[1] for j in _JOURNALS if j[0] == s.text("container-title"))}),
            }
        ),
    ),
    "one language only, tag unknown, nothing but author and year": lambda s, c: without(
        only(s, c.choice(["id", "en"]), "und"), "DOI", "ISSN", "volume", "issue", "page", "container-title"
    ),
    "a year later (online first), no volume": lambda s, c: attrs.evolve(
        without(s, "DOI", "volume", "issue", "page"), dates=Dates({"issued": parse_date(str((s.issued.year if s.issued else 0) + 1))})
    ),  # type: ignore[operator]
    "a slip of the pen in the title": lambda s, c: without(retitled(only(s, "en"), lambda t: misspelt(t, c)), "DOI"),
    "compound words written together": lambda s, c: without(
        retitled(only(s, "id"), lambda t: t.replace("kerja sama", "kerjasama").replace("kota kembar", "kotakembar")), "DOI"
    ),
    "a subtitle more": lambda s, c: without(retitled(s, lambda t: t + ": sebuah tinjauan"), "DOI"),
    "no year": lambda s, c: without(s, "issued", "DOI"),
    "family and given names swapped": lambda s, c: without(
        attrs.evolve(s, names=Names({"author": tuple(Name(family=n.given, given=n.family) for n in s.author)})), "DOI"
    ),
    "no author, no DOI": lambda s, c: attrs.evolve(without(s, "DOI"), names=Names({})),
    "first author only": lambda s, c: attrs.evolve(
        without(s, "DOI", "ISSN"), names=Names({"author": s.author[:1]}), others=frozenset(["author"] if len(s.author) > 1 else [])
    ),
    "two slips of the pen, the year missing": lambda s, c: without(
        retitled(only(s, "en"), lambda t: misspelt(misspelt(t, c), c)), "DOI", "issued"
    ),
    "subtitle after a dash, a full stop, no journal": lambda s, c: without(
        retitled(s, lambda t: t.replace(": ", " – ") + "."), "DOI", "ISSN", "container-title"
    ),
    "online first with pages of its own": lambda s, c: attrs.evolve(
        without(s, "DOI", "volume", "issue"),
        dates=Dates({"issued": parse_date(str((s.issued.year if s.issued else 0) - 1))}),
        variables=_variables({**{k: v["und"] for k, v in without(s, "DOI", "volume", "issue").variables.items()}, "page": "1-18"}),
    ),  # type: ignore[operator]
    "names as one text": lambda s, c: without(
        attrs.evolve(s, names=Names({"author": tuple(Name(literal=n.text()) for n in s.author)})), "DOI"
    ),
}
TRANSLATIONS: dict[str, Maker] = {
    "English side, same authors and year": lambda s, c: without(only(s, "en"), "DOI", "ISSN", "volume", "issue", "page"),
    "English side, no author, no year": lambda s, c: attrs.evolve(
        without(only(s, "en"), "DOI", "ISSN", "volume", "issue", "page", "issued"), names=Names({})
    ),
}
"""The first record is then given in Indonesian only."""
LOOKALIKES: dict[str, Maker] = {
    "another question about the same cities, same authors": lambda s, c: _other_question(s, c),
    "the second part": lambda s, c: _apart(retitled(s, lambda t: t + " II"), c),
    "the same title five years later": lambda s, c: _apart(
        attrs.evolve(s, dates=Dates({"issued": parse_date(str((s.issued.year if s.issued else 0) + 5))})), c
    ),  # type: ignore[operator]
    "another period": lambda s, c: _apart(retitled(s, lambda t: t + " 2016-2018"), c),
    "other cities": lambda s, c: _apart(_other_cities(s, c), c),
    "a later edition": lambda s, c: attrs.evolve(
        without(s, "DOI", "page", "volume", "issue", "container-title", "ISSN"),
        type="book",
        dates=Dates({"issued": parse_date(str((s.issued.year if s.issued else 0) + 4))}),
        variables=_variables({"edition": "2", "publisher": "Penerbit Pelabuhan"}),
    ),  # type: ignore[operator]
    "a reply": lambda s, c: _apart(retitled(s, lambda t: "Reply to: " + t), c),
    "the same title by others": lambda s, c: _apart(
        attrs.evolve(s, names=Names({"author": (Name(family="Zulkarnain", given="Umar"),)})), c
    ),
    "a column of the same name in the next issue": lambda s, c: _next_issue(s),
    "another outcome": lambda s, c: _apart(retitled(s, lambda t: "Kegagalan " + t if t[0] in "MPHD" else t + " and its failure"), c),
}


RELATED: dict[str, Maker] = {
    "the preprint of an article": lambda s, c: attrs.evolve(
        without(s, "DOI", "page", "volume", "issue", "container-title", "ISSN"),
        type="article",
        dates=Dates({"issued": parse_date(str((s.issued.year if s.issued else 0) - 1))}),
        variables=_variables({"publisher": "arXiv", "DOI": f"10.48550/arXiv.{c.randint(1500, 2399)}.{c.randint(10000, 99999)}"}),
    ),  # type: ignore[operator]
    "the thesis behind an article": lambda s, c: attrs.evolve(
        without(s, "DOI", "page", "volume", "issue", "container-title", "ISSN"),
        type="thesis",
        names=Names({"author": s.author[:1]}),
        variables=_variables({"publisher": "Universitas Contoh"}),
    ),
}
"""Two publications of one text: worth showing, never to be merged unseen. They count neither as found nor as wrong."""


def _next_issue(study: Study) -> Study:
    """The same heading by the same people, in the next issue on other pages: an editor's column."""
    bare = without(study, "DOI", "page", "issue")
    issue = int(study.text("issue") or 1)
    return attrs.evolve(bare, variables=Variables({**bare.variables, **_variables({"issue": str(issue + 1), "page": "401-402"})}))


def _apart(study: Study, chance: random.Random) -> Study:
    """Another work has identifiers and pages of its own, or states none."""
    bare = without(study, "DOI", "page", "volume", "issue")
    if chance.random() < 0.5:
        return bare
    return attrs.evolve(
        bare,
        variables=Variables(
            {**bare.variables, **_variables({"DOI": f"10.1000/other.{chance.randint(0, 10**9)}", "page": f"{chance.randint(400, 900)}"})}
        ),
    )


def _other_question(study: Study, chance: random.Random) -> Study:
    a, b = study.keywords["id"][:2]
    mine = [q for q in _QUESTIONS if q[0].format(a=a, b=b) == study.title["id"]]
    question = chance.choice([q for q in _QUESTIONS if q not in mine])
    return _apart(attrs.evolve(study, title=LangText({"id": question[0].format(a=a, b=b), "en": question[1].format(a=a, b=b)})), chance)


def _other_cities(study: Study, chance: random.Random) -> Study:
    _, b = study.keywords["id"][:2]
    other = chance.choice([city for city in _CITIES if city not in study.keywords["id"]])
    return retitled(study, lambda t: t.replace(b, other))


@attrs.frozen
class Labelled:
    """A library with the pairs of keys that are one work, and how each second record was made."""

    library: Library
    same: frozenset[tuple[str, str]]
    related: frozenset[tuple[str, str]]
    made: dict[str, str]


def labelled(count: int = 240, seed: int = 11) -> Labelled:
    """`count` works, two thirds of them with a second record: each way to a duplicate, a lookalike or a related text in turn; shuffled."""
    chance = random.Random(seed)
    studies: list[Study] = []
    same: set[tuple[str, str]] = set()
    related: set[tuple[str, str]] = set()
    made: dict[str, str] = {}
    kinds = [(name, maker, group) for group in (DUPLICATES, TRANSLATIONS, LOOKALIKES, RELATED) for name, maker in group.items()]
    for n, study in enumerate(works(count, chance)):
        if n % 3 == 2:
            studies.append(study)
            continue
        name, maker, group = kinds[(n // 3 * 2 + n % 3) % len(kinds)]
        second = attrs.evolve(maker(study, chance), key=f"{study.key}-second")
        first = only(study, "id") if group is TRANSLATIONS else study
        studies += [first, second]
        made[second.key] = name
        if group in (DUPLICATES, TRANSLATIONS):
            same.add((first.key, second.key))
        elif group is RELATED:
            related.add((first.key, second.key))
    chance.shuffle(studies)
    return Labelled(library_of(studies), frozenset(same), frozenset(related), made)
