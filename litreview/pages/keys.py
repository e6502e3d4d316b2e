"""The citation key of a page: by the rule of the record where it names an author or a title, else by places or keywords."""

from __future__ import annotations

import re

from litreview.concepts.places import find_places
from litreview.record import Study
from litreview.record.keys import citation_key, fold


def page_key(study: Study, name: str) -> str:
    """A key for `study`, stable and of ``[a-z0-9-]``: author or title, else two places it is about, else two keywords, else `name`.

    >>> from litreview.record import LangList
    >>> page_key(Study("", keywords=LangList({"id": ("Kisarazu", "Petaling Jaya")})), "x.txt"), page_key(Study(""), "dir/Halaman 3.txt")
    ('kisarazu-petaling-jaya-nd', 'halaman-3')
    """
    if study.author or study.title:
        return citation_key(study)
    year = str(study.issued.year) if study.issued else "nd"
    words = _places(study) or _keywords(study)
    if words:
        return "-".join([*words, year])
    stem = re.sub(r"\.[^.]*$", "", re.split(r"[/\\]", name)[-1])
    return fold(re.sub(r"[\W_]+", "-", stem)) or "page-nd"


def _places(study: Study) -> list[str]:
    texts = ["; ".join(listed) for listed in study.keywords.values()][:1] + list(study.abstract.values())[:1]
    for text in texts:
        places: dict[str, str] = {}
        for hit in find_places(text):
            if any(p.level != "country" for p in hit.value):
                places.setdefault(hit.value[0].name, text[hit.start : hit.end])
        if len(places) > 1:
            return [fold(re.sub(r"\s+", "-", word)) for word in list(places.values())[:2]]
    return []


def _keywords(study: Study) -> list[str]:
    listed = next(iter(study.keywords.values()), ())
    return [word for word in (fold(re.sub(r"\s+", "-", k))[:30] for k in listed[:2]) if word]
