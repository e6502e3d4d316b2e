"""Random but realistic `.bib` entries: people and titles of several languages, LaTeX accents, protected words, abstracts, macros."""

from __future__ import annotations

import random

FAMILIES = (
    "Wulandari", "Hidayat", "Siregar", "M{\\\"u}ller", "Garc{\\'i}a", "Nguy{\\~{\\^e}}n", "O'Connor", "{\\L}ukasiewicz", "Smith", "Lee",
    "Tanaka", "van der Meer", "de la Cruz", "Putri", "Santoso", "Novák", "Öztürk", "Kim", "Rahman", "Dvo{\\v{r}}{\\'a}k", "Brown", "Silva",
    "Andersson",
)  # fmt: skip
GIVEN = (
    "Sri", "Ahmad", "J. R.", "Mar{\\'i}a", "Anna-Lena", "Budi", "S. H.", "Thị", "John A.", "Kei", "Fran{\\c{c}}ois", "Dewi", "P.", "Lars",
    "Nur",
)  # fmt: skip
WORDS = (
    "cooperation city regional government policy paradiplomacy analysis of the and in a case study international relations development "
    "network local actors exchange culture education smart economy partnership between kerja sama kota daerah pemerintah luar negeri motif "
    "implementation framework agreement municipal global diplomacy agenda comparative evidence from data method result role effect"
).split()
SPECIAL = (
    "{ASEAN}", "{Indonesia}", "\\emph{de facto}", "R\\&D", "``soft power''", "2015--2018", "caf\\'e", "{UNESCO}", "Universit{\\\"a}t",
    "Köln",
)  # fmt: skip
JOURNALS = ("Journal of City Studies", "jcs", "{Cities \\& Regions}", "Jurnal Hubungan Internasional", 'Zeitschrift f{\\"u}r Politik')
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibliography(count: int, seed: int = 7) -> str:
    """A whole file of `count` entries; the same arguments give the same text."""
    chance = random.Random(seed)
    entries = [_entry(chance, n) for n in range(count)]
    return '@string{jcs = "Journal of Comparative Studies"}\n\n' + "\n\n".join(entries) + "\n"


def _entry(chance: random.Random, n: int) -> str:
    kind = chance.choices(("article", "inproceedings", "book", "incollection", "phdthesis", "online"), (60, 14, 8, 10, 5, 3))[0]
    people = " and ".join(f"{chance.choice(FAMILIES)}, {chance.choice(GIVEN)}" for _ in range(chance.choice((1, 1, 2, 2, 3, 3, 4, 6))))
    year = chance.randint(1985, 2025)
    title = f"{_words(chance, 9, True).capitalize()}: {_words(chance, 5, True)}"
    fields = {"author": f"{{{people}}}", "title": f"{{{title}}}", "year": f"{{{year}}}"}
    if kind == "article":
        journal = chance.choice(JOURNALS)
        fields |= {"journal": journal if journal == "jcs" else f"{{{journal}}}", "volume": f"{{{chance.randint(1, 90)}}}"}
        fields |= {"number": f"{{{chance.randint(1, 12)}}}", "issn": f"{{{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}}}"}
    elif kind in ("inproceedings", "incollection"):
        fields["booktitle"] = f"{{{_words(chance, 6, True)}}}"
        fields["editor"] = f"{{{chance.choice(FAMILIES)}, {chance.choice(GIVEN)}}}"
        fields["publisher"] = "{Springer}"
    elif kind == "phdthesis":
        fields["school"] = f"{{{chance.choice(SPECIAL)} University}}"
    elif kind == "book":
        fields |= {"publisher": "{Penerbit Anu}", "address": "{Bandung}", "isbn": "{978-3-16-148410-0}"}
    if kind != "online":
        start = chance.randint(1, 900)
        fields |= {"month": chance.choice(MONTHS), "pages": f"{{{start}--{start + 17}}}"}
    fields["doi"] = f"{{10.{chance.randint(1000, 9999)}/j.{n}.{year}}}"
    fields["url"] = f"{{https://doi.org/10.1000/a_{n}%20b}}"
    fields["keywords"] = f"{{{', '.join(_words(chance, 2, False) for _ in range(5))}}}"
    if chance.random() < 0.8:
        fields["abstract"] = f"{{{' '.join(_words(chance, 18, chance.random() < 0.2).capitalize() + '.' for _ in range(8))}}}"
    if chance.random() < 0.5:
        fields["file"] = f"{{:files/{n}.pdf:PDF}}"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{key{n}:{year},\n{lines}}}"


def _words(chance: random.Random, count: int, special: bool) -> str:
    words = chance.choices(WORDS, k=count)
    if special and chance.random() < 0.5:
        words[chance.randrange(count)] = chance.choice(SPECIAL)
    return " ".join(words)
