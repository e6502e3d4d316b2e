"""Invented references for timing citation processors: the same set as CSL-JSON and as BibLaTeX, the same for the same seed.

A quarter of the works has an author team seen before, mostly in the same year, so that a/b letters, added names and initials have
work to do; there are different people of one family name, single names, particles, institutions, works without author or date.
"""

from __future__ import annotations

import random
from typing import Any

WORDS = str.split
GIVEN = WORDS("Adi Bela Citra Dian Eko Farah Gita Hadi Intan Jaya Kirana Lukman Mira Nadia Oka Putu Qori Rama Sinta Tomi Umi Vina Wira")
GIVEN_EN = WORDS("Alice Brent Carla Derek Edith Frank Grace Henry Irene Jacob Kelly Louis Marta Nigel Olive Peter Quinn Ruth Simon Tess")
FAMILY = WORDS(
    "Adhitama Basuki Cendana Darmawan Effendi Fadillah Gumelar Halimah Irawan Jayanti Kusnadi Laksana Mandala Natsir Oktavian Perdana "
    "Ramdani Sasmita Tirtayasa Umbara Wardhana Yudistira Zakaria"
)
FAMILY_EN = WORDS("Ashdown Blackwood Carmine Dunmore Eastlake Fairweather Greystone Hallow Ironside Kingsley Lockhart Marsden Northcote")
SINGLE = WORDS("Sumantri Wagiman Parmin Ngatijo Kasinem Rubiyah")
ACCENTED = [("Élise", "Brûlé"), ("Søren", "Kjær"), ("Jürgen", "Weiß"), ("Łucja", "Wójcik"), ("Iñaki", "Muñoz"), ("Çetin", "Gül")]
PARTICLE = [("Willem", "van den", "Broek"), ("Lucia", "de la", "Fuente"), ("Otto", "von", "Hagen"), ("Karim", "el", "Sayed")]
BODIES = ["Balai Kajian Kota", "Institute for Harbour Studies", "Dinas Kerja Sama Daerah", "Union of Twin Towns", "Pusat Data Pesisir"]
PLACES = WORDS("Mandala Lumbung Karang Teluk Arum Westport Northhaven Eastbourne Millfield Seagate Larkfield Redcliff")
TOPICS = {
    "en": ["twin town budgets", "harbour policy", "local diplomacy", "urban waste", "coastal tourism", "youth exchange", "city branding"],
    "id": ["anggaran kota kembar", "kebijakan pelabuhan", "diplomasi lokal", "sampah perkotaan", "wisata pesisir", "pertukaran pemuda"],
}
TITLES = {
    "en": ["The making of {a} in {p}", "{A} and {b}: Lessons from {p}", "Who pays for {a}? The case of {p}", "“{A}” in {p} and {q}"],
    "id": ["Tata kelola {a} di {p}", "{A} dan {b}: Studi kasus {p}", "Peran {a} antara {p} dan {q}", "“{A}” sebagai wacana di {p}"],
}
JOURNALS = {
    "en": ["Review of Municipal Affairs", "Ports & Towns", "Annals of City Networks", "Quarterly of Coastal Policy"],
    "id": ["Jurnal Kota Kembar", "Jurnal Pesisir dan Kelautan Sosial", "Majalah Ilmu Pemerintahan Kota"],
}
PUBLISHERS = [("Pelita Ilmu", "Bandung"), ("Harrow & Finch", "London"), ("Northgate Press", "New York"), ("Cakrawala", "Surabaya")]
KINDS = {
    "article-journal": 48, "book": 12, "chapter": 11, "paper-conference": 8, "thesis": 9, "report": 6, "webpage": 4, "article-newspaper": 2,
}  # fmt: skip
BIBLATEX = {
    "article-journal": "article", "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "thesis": "thesis",
    "report": "report", "webpage": "online", "article-newspaper": "article",
}  # fmt: skip
FIELDS = {
    "container-title": "booktitle", "volume": "volume", "issue": "number", "page": "pages", "publisher": "publisher",
    "publisher-place": "location", "DOI": "doi", "URL": "url", "edition": "edition", "genre": "type", "number": "number",
}  # fmt: skip


def references(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """`count` works as CSL-JSON items, ids ``r1`` to ``rN``."""
    dice = random.Random(seed)
    seen: list[tuple[list[dict[str, str]], int]] = []
    return [_work(dice, f"r{number}", seen) for number in range(1, count + 1)]


def _work(dice: random.Random, key: str, seen: list[tuple[list[dict[str, str]], int]]) -> dict[str, Any]:
    language = dice.choice(("en", "en", "id"))
    kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
    year = dice.randint(1995, 2025)
    authors = _team(dice)
    if seen and dice.random() < 0.25:
        authors, year = dice.choice(seen[-80:])
        if dice.random() < 0.4:
            year = dice.randint(1995, 2025)
    elif seen and dice.random() < 0.08:
        authors = [*dice.choice(seen[-80:])[0][:1], *_team(dice)]
    if kind in ("webpage", "article-newspaper") and dice.random() < 0.3:
        authors = []
    work: dict[str, Any] = {"id": key, "type": kind, "title": _title(dice, language), "language": language}
    if authors:
        seen.append((authors, year))
        work["author"] = authors
    if dice.random() > 0.03:
        day = [dice.randint(1, 12), dice.randint(1, 28)] if kind in ("webpage", "article-newspaper") else []
        work["issued"] = {"date-parts": [[year, *day]]}
    work.update(_details(dice, kind, language, year))
    return work


def _person(dice: random.Random) -> dict[str, str]:
    draw = dice.random()
    if draw < 0.5:
        return {"family": dice.choice(FAMILY), "given": " ".join(dice.sample(GIVEN, dice.choice((1, 1, 2))))}
    if draw < 0.8:
        return {"family": dice.choice(FAMILY_EN), "given": f"{dice.choice(GIVEN_EN)} {dice.choice('ABCDEFGHJKLM')}."}
    if draw < 0.86:
        return {"family": dice.choice(SINGLE)}
    if draw < 0.95:
        given, family = dice.choice(ACCENTED)
        return {"family": family, "given": given}
    given, particle, family = dice.choice(PARTICLE)
    return {"family": family, "given": given, "non-dropping-particle": particle}


def _team(dice: random.Random) -> list[dict[str, str]]:
    if dice.random() < 0.05:
        return [{"literal": dice.choice(BODIES)}]
    size = dice.choices((1, 2, 3, 4, 5, 7, 10, 22), (32, 26, 18, 10, 6, 5, 2, 1))[0]
    team: list[dict[str, str]] = []
    while len(team) < size:
        person = _person(dice)
        if person not in team:
            team.append(person)
    return team


def _title(dice: random.Random, language: str) -> str:
    first, second = dice.sample(TOPICS[language], 2)
    place, other = dice.sample(PLACES, 2)
    return dice.choice(TITLES[language]).format(a=first, A=first[0].upper() + first[1:], b=second, p=place, q=other)


def _details(dice: random.Random, kind: str, language: str, year: int) -> dict[str, Any]:
    start = dice.randint(1, 800)
    pages = f"{start}–{start + dice.randint(3, 35)}"
    house, place = dice.choice(PUBLISHERS)
    if kind == "article-journal":
        found = {"container-title": dice.choice(JOURNALS[language]), "volume": str(dice.randint(1, 50)), "page": pages}
        found["issue"] = str(dice.randint(1, 6))
        return {**found, "DOI": f"10.5555/{year}.{dice.randint(1000, 99999)}"} if dice.random() < 0.7 else found
    if kind == "book":
        return {"publisher": house, "publisher-place": place, **({"edition": str(dice.randint(2, 4))} if dice.random() < 0.3 else {})}
    if kind == "chapter":
        editors = [_person(dice) for _ in range(dice.choice((1, 2, 3)))]
        return {"container-title": _title(dice, language), "editor": editors, "page": pages, "publisher": house, "publisher-place": place}
    if kind == "paper-conference":
        return {"container-title": f"Proceedings of the Congress on {dice.choice(TOPICS['en']).title()}", "page": pages, "publisher": house}
    if kind == "thesis":
        return {"genre": dice.choice(("Skripsi", "Tesis", "PhD thesis")), "publisher": "Universitas Teluk Arum"}
    if kind == "report":
        return {"genre": "Working paper", "number": str(dice.randint(1, 90)), "publisher": dice.choice(BODIES)}
    if kind == "webpage":
        seen_on = [2025, dice.randint(1, 12), dice.randint(1, 28)]
        return {"URL": f"https://www.example.org/{year}/{dice.randint(1, 9999)}", "accessed": {"date-parts": [seen_on]}}
    return {"container-title": dice.choice(("Harian Pagi", "The Seagate Courier")), "page": str(dice.randint(1, 20))}


def biblatex(works: list[dict[str, Any]]) -> str:
    """The same works for processors that read no CSL-JSON."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: dict[str, Any]) -> str:
    kind = work["type"]
    fields = {role: " and ".join(_name(person) for person in work[role]) for role in ("author", "editor") if work.get(role)}
    fields["title"] = _escaped(work["title"])
    if "issued" in work:
        fields["date"] = "-".join(f"{part:02d}" for part in work["issued"]["date-parts"][0])
    if "accessed" in work:
        fields["urldate"] = "-".join(f"{part:02d}" for part in work["accessed"]["date-parts"][0])
    for field, name in FIELDS.items():
        if field in work:
            if name == "booktitle" and kind.startswith("article"):
                name = "journaltitle"
            if name == "publisher" and kind in ("thesis", "report"):
                name = "institution"
            fields[name] = _escaped(work[field])
    fields["langid"] = {"id": "indonesian", "en": "english"}[work["language"]]
    return f"@{BIBLATEX[kind]}{{{work['id']},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}\n"


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return "{" + _escaped(person["literal"]) + "}"
    family = " ".join(part for part in (person.get("non-dropping-particle"), person["family"]) if part)
    return f"{family}, {person['given']}" if "given" in person else family


def _escaped(text: str) -> str:
    return text.replace("&", "\\&").replace("–", "--")
