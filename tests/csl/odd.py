"""Twenty odd works, each odd in its own way, and citations that put every one of them into every place."""

from __future__ import annotations

from typing import Any

from litreview.csl import Cite, Cluster, Item, items

_MANY = [{"family": f"Author{n}", "given": f"A. {n}"} for n in range(60)]
ODD: tuple[dict[str, Any], ...] = (
    {"id": "nothing", "type": "document"},
    {"id": "title-only", "type": "book", "title": "A Title, and Nothing Else"},
    {"id": "author-only", "type": "book", "author": [{"family": "Sole", "given": "Ann"}]},
    {"id": "many", "type": "article-journal", "title": "Sixty of Us", "author": _MANY, "issued": {"date-parts": [[2019, 2, 29]]}, "page": "1-2, 7 & 9--12"},
    {"id": "twin-a", "type": "article-journal", "title": "Same", "author": [{"family": "Twin", "given": "Tom"}], "issued": {"date-parts": [[2020]]}},
    {"id": "twin-b", "type": "article-journal", "title": "Same", "author": [{"family": "Twin", "given": "Tom"}], "issued": {"date-parts": [[2020]]}},
    {"id": "twin-c", "type": "book", "title": "Other", "author": [{"family": "Twin", "given": "Tim"}], "issued": {"date-parts": [[2020]]}},
    {"id": "mononym", "type": "thesis", "title": "Skripsi", "genre": "Skripsi", "author": [{"family": "Sukarno"}], "publisher": "Universitas", "language": "id"},
    {"id": "literal", "type": "report", "title": "Laporan: “Kutipan” di dalam", "author": [{"literal": "Badan Pusat Statistik"}], "number": "7/XI/2019"},
    {"id": "particles", "type": "chapter", "title": "Of van and de", "container-title": "Book", "author": [{"family": "van der Berg", "given": "Jan"}, {"family": "Humboldt", "given": "Alexander", "non-dropping-particle": "von", "suffix": "Jr."}], "editor": [{"family": "Ed", "given": "E."}]},
    {"id": "arabic", "type": "book", "title": "كتاب", "author": [{"family": "خلدون", "given": "ابن"}], "issued": {"date-parts": [[1377]]}, "language": "ar"},
    {"id": "chinese", "type": "book", "title": "城市", "author": [{"family": "王", "given": "明"}], "language": "zh-CN"},
    {"id": "before-christ", "type": "classic", "title": "Res", "author": [{"family": "Cato"}], "issued": {"date-parts": [[-160]]}, "original-date": {"date-parts": [[-160, 3]]}},
    {"id": "range", "type": "webpage", "title": "A <i>marked</i> & <sup>raised</sup> <b>title</b> <span class=\"nocase\">iPad</span>?", "issued": {"date-parts": [[2001, 5, 6], [2003, 7]]}, "URL": "https://example.org/a_b?c=d&e=%20f", "accessed": {"date-parts": [[2024, 1, 1]]}},
    {"id": "words-for-a-date", "type": "speech", "title": "…", "issued": {"literal": "spring of that year"}, "event-title": "Meeting", "event-place": "Bogor"},
    {"id": "season", "type": "article-magazine", "title": "!", "container-title": "?", "issued": {"date-parts": [[2010]], "season": 3, "circa": True}, "volume": "IV", "issue": "3–4"},
    {"id": "law", "type": "legislation", "title": "Undang-Undang", "number": "23", "jurisdiction": "id", "section": "§ 4", "authority": "DPR"},
    {"id": "case", "type": "legal_case", "title": "A v B", "container-title": "F.2d", "volume": "12", "page": "3"},
    {"id": "letter", "type": "personal_communication", "author": [{"family": "Brown", "given": "B."}], "recipient": [{"family": "Green", "given": "G."}], "issued": {"date-parts": [["1999", "12", "31"]]}},
    {"id": "film", "type": "motion_picture", "title": "Film", "director": [{"family": "Lens", "given": "L."}], "number-of-volumes": "two", "edition": "2nd, rev.", "medium": "DVD", "ISBN": "978-0"},
)  # fmt: skip


def odd_works() -> tuple[Item, ...]:
    """The twenty works as items."""
    return tuple(items(list(ODD))[0])


def odd_citations() -> tuple[Cluster, ...]:
    """Every work alone, again, again with a place, and all of them together: with prefixes, in every mode, in notes."""
    keys = [str(work["id"]) for work in ODD]
    clusters: list[Cluster] = []
    for key, following in zip(keys, [*keys[1:], keys[0]], strict=True):
        clusters += [
            Cluster((Cite(key),), note=len(clusters) + 1),
            Cluster((Cite(key, "12–14", "page"),), note=len(clusters) + 2),
            Cluster((Cite(key, "3", "chapter", "see ", ", and so"), Cite(following)), note=len(clusters) + 3),
        ]
    clusters += [Cluster((Cite(key), Cite(keys[0])), mode=mode) for key in keys for mode in ("narrative", "suppress-author", "author-only")]
    return (*clusters, Cluster(tuple(Cite(key) for key in keys), note=len(clusters) + 1))
