"""A study as the citation processor takes it: in the language of the draft, with what a citation can print and nothing else."""

from __future__ import annotations

from typing import Any

from litreview.csl import Item
from litreview.csl.items import item_of
from litreview.errors import Problem
from litreview.record.csl_values import dates, names
from litreview.record.genres import genre_in
from litreview.record.langtext import UNDETERMINED
from litreview.record.study import Study

UNPRINTED = ("abstract", "keyword")
"""Variables that no citation prints."""


def citable(study: Study, *languages: str, translated_titles: bool = False) -> dict[str, Any]:
    """The study as a plain CSL-JSON item for citing, without abstract, keywords and what only litreview reads.

    Text is in the first of `languages` that it has, else in the study's own; a title in the study's own, as it was published, and a short
    title only in the language of the title.
    ``language`` is that of the title given, since the case of titles and the terms of a bibliography go by it.
    The kind of a thesis is named in the first of `languages` whatever language the record names it in (Skripsi, Bachelor's thesis).
    With `translated_titles` the title in the first of `languages` stands behind it in square brackets, where there is one and it differs.

    >>> from litreview.record import LangText
    >>> study = Study("a", "book", title=LangText({"id": "Kota kembar", "en": "Twin cities"}), language="id")
    >>> citable(study, "en")["title"], citable(study, "en")["language"], citable(study, "en", translated_titles=True)["title"]
    ('Kota kembar', 'id', 'Kota kembar [Twin cities]')
    """
    texts, last = _texts(study, languages, translated_titles)
    people = {name: [names.to_json(person) for person in listed] for name, listed in study.names.items()}
    for name in sorted(study.others):
        people.setdefault(name, []).append(dict(names.OTHERS))
    dated = {name: dates.to_json(date) for name, date in study.dates.items()}
    return {"id": study.key, "type": study.type, **texts, **{name: listed for name, listed in people.items() if listed}, **dated, **last}


def citation_item(study: Study, *languages: str, translated_titles: bool = False) -> tuple[Item, tuple[Problem, ...]]:
    """The study as an item of the citation processor, with the text of `citable`, and what the processor cannot use of it."""
    texts, last = _texts(study, languages, translated_titles)
    return item_of(study.key, study.type, {**texts, **last}, study.names, study.dates, study.others)


def _texts(study: Study, languages: tuple[str, ...], translated_titles: bool) -> tuple[dict[str, str], dict[str, str]]:
    """What is printed of the texts, and apart from it the short title and the language, which go by the title."""
    wanted = (*languages, *([study.language] if study.language else []))
    stated = {"title": study.title, "genre": study.genre, **study.variables}
    best = {name: text.best(*wanted) for name, text in stated.items() if name not in UNPRINTED}
    title = _original(study) or best["title"]
    if translated_titles and languages:
        title = _with_translation(study, languages[0]) or title
    texts = {name: tagged[1] for name, tagged in best.items() if tagged is not None and name != "title-short"}
    if languages and study.type == "thesis" and (kind := genre_in(texts.get("genre", ""), languages[0])):
        texts["genre"] = kind
    if not title:
        return {**texts, "language": study.language} if study.language else texts, {}
    texts["title"] = title[1]
    short = study.tagged("title-short").only(title[0]) or study.tagged("title-short").only(UNDETERMINED)
    language = study.language if title[0] == UNDETERMINED else title[0]
    return texts, {name: text for name, text in (("title-short", short), ("language", language)) if text}


def _original(study: Study) -> tuple[str, str] | None:
    """The title under which the work was published, whatever it is called elsewhere; None where it is not known."""
    original = study.title.only(study.language) if study.language else None
    return (study.language, original) if study.language and original and not original.startswith("[") else None


def _with_translation(study: Study, language: str) -> tuple[str, str] | None:
    """(language of the original, "original [translation]"), or None where either is missing or the original is no title of its own."""
    original = study.title.only(study.language) if study.language else None
    translation = study.title.only(language)
    if not original or not study.language or original.startswith("[") or language.split("-")[0] == study.language.split("-")[0]:
        return None
    return study.language, f"{original} [{translation}]" if translation else original
