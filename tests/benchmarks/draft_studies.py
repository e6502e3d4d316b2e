"""Invented studies for the benchmark of drafts: BibTeX entries with abstracts to be read, in two languages, on a dozen topics."""

from __future__ import annotations

import random

TOPICS = (
    ("sister city", "paradiplomacy", "cooperation"), ("smart city", "urban planning", "innovation"), ("tourism", "culture", "branding"),
    ("creative economy", "small enterprises", "trade"), ("waste", "environment", "recycling"), ("education", "student exchange", "language"),
    ("health", "hospitals", "training"), ("migration", "labour", "diaspora"), ("ports", "logistics", "investment"),
    ("climate", "energy", "adaptation"), ("disaster", "resilience", "volunteers"), ("agriculture", "seed", "farmers"),
)  # fmt: skip
METHODS = ("qualitative", "quantitative", "descriptive", "mixed methods", "comparative", "case study")
DATA = ("interviews", "questionnaires", "literature study", "observation", "official documents", "focus group discussions")
THEORIES = ("paradiplomacy", "soft power", "interdependence", "multi-level governance", "public diplomacy", "community empowerment")
CITIES = ("Bandung", "Surabaya", "Semarang", "Medan", "Makassar", "Bogor", "Malang", "Padang", "Ambon", "Manado")
ABROAD = ("Seoul", "Kyoto", "Liverpool", "Brisbane", "Penang", "Rotterdam", "Hamburg", "Busan", "Adelaide", "Kawasaki")
VERBS = ("analyse", "explain", "describe", "explore", "evaluate", "compare")
EFFECTS = ("raised income", "opened new markets", "brought in visitors", "lowered costs", "widened networks", "trained local staff")
SYLLABLES = ("ka", "ri", "no", "la", "tu", "mi", "sa", "be", "do", "wa", "pe", "ra", "si", "ha")


def bibtex(count: int, seed: int = 1) -> str:
    """`count` entries; the same for the same seed."""
    chosen = random.Random(seed)
    return "\n".join(_entry(number, chosen) for number in range(count))


def _entry(number: int, chosen: random.Random) -> str:
    topic = TOPICS[chosen.randrange(len(TOPICS))]
    city, abroad, year = chosen.choice(CITIES), chosen.choice(ABROAD), chosen.randint(2001, 2025)
    names = " and ".join(f"{_name(chosen)}, {_name(chosen)}" for _ in range(chosen.randint(1, 4)))
    indonesian = chosen.random() < 0.3
    abstract = (_indonesian if indonesian else _english)(topic, city, abroad, year, chosen)
    fields = {
        "title": f"{topic[0].capitalize()} and {topic[1]} between {city} and {abroad}: the {_name(chosen)} programme",
        "author": names,
        "year": str(year),
        "journal": f"Journal of {_name(chosen)} Studies",
        "volume": str(chosen.randint(1, 40)),
        "pages": f"{number + 1}--{number + 14}",
        "doi": f"10.1234/draft.{number}",
        "keywords": "; ".join(chosen.sample(topic, chosen.randint(1, 3)) + chosen.sample(("policy", "city", "network", "region"), 2)),
        "language": "id" if indonesian else "en",
        "abstract": abstract,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@article{{study{number},\n{body}\n}}\n"


def _english(topic: tuple[str, ...], city: str, abroad: str, year: int, chosen: random.Random) -> str:
    told = [
        f"Cooperation on {topic[0]} between cities has grown in recent years, but it often fails for lack of a budget.",
        f"This study aims to {chosen.choice(VERBS)} the cooperation of {city} and {abroad} in the field of {topic[1]}.",
    ]
    if chosen.random() < 0.8:
        told.append(f"It uses a {chosen.choice(METHODS)} method with data from {chosen.choice(DATA)} and {chosen.choice(DATA)}.")
    if chosen.random() < 0.5:
        told.append(f"The analysis draws on the theory of {chosen.choice(THEORIES)} and covers the period {year - 6}-{year - 1}.")
    told.append(f"The results show that the {topic[2]} programme {chosen.choice(EFFECTS)} among {chosen.randint(12, 400)} households.")
    told.append(f"It is also found that {topic[0]} {chosen.choice(EFFECTS)} where the city council of {city} took part.")
    if chosen.random() < 0.4:
        told.append(f"We conclude that the cooperation was {chosen.choice(('successful', 'not successful', 'only partly implemented'))}.")
    return " ".join(told)


def _indonesian(topic: tuple[str, ...], city: str, abroad: str, year: int, chosen: random.Random) -> str:
    told = [
        f"Kerja sama antarkota di bidang {topic[0]} berkembang pesat, tetapi kerap gagal karena keterbatasan anggaran.",
        f"Penelitian ini bertujuan untuk menganalisis kerja sama {city} dan {abroad} di bidang {topic[1]}.",
    ]
    if chosen.random() < 0.8:
        told.append("Metode yang digunakan adalah kualitatif deskriptif dengan data dari wawancara, observasi, dan studi literatur.")
    if chosen.random() < 0.5:
        told.append(
            f"Penelitian ini menggunakan konsep {chosen.choice(('paradiplomasi', 'sister city', 'soft power'))} selama {year - 5}-{year - 1}."
        )
    told.append(f"Hasil penelitian menunjukkan bahwa program {topic[2]} meningkatkan pendapatan {chosen.randint(12, 400)} rumah tangga.")
    return " ".join(told)


def _name(chosen: random.Random) -> str:
    return "".join(chosen.choice(SYLLABLES) for _ in range(chosen.randint(2, 4))).capitalize()
