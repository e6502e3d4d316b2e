"""A study as the citation processor takes it: in the language of the draft, with what a citation can print and nothing else."""

from __future__ import annotations

from typing import Any

import attrs

from litreview.csl import Item, item
from litreview.errors import Problem
from litreview.record.aspects import Aspects
from litreview.record.csl_json import to_csl_json
from litreview.record.genres import genre_in
from litreview.record.langtext import UNDETERMINED, LangList, LangText
from litreview.record.study import Study

UNPRINTED = ("abstract", "keyword", "custom", "categories")
"""Members of a CSL-JSON item that no citation prints."""


def citable(study: Study, *languages: str, translated_titles: bool = False) -> dict[str, Any]:
    """The study as a plain CSL-JSON item for citing, without abstract, keywords and what only litreview reads.

    Text is in the first of `languages` that it has, else in the study's own; a short title only in the language of the title.
    ``language`` is that of the title given, since the case of titles and the terms of a bibliography go by it.
    The kind of a thesis is named in the first of `languages` whatever language the record names it in (Skripsi, Bachelor's thesis).
    With `translated_titles` the title stays in the study's own language, and the one in the first of `languages` stands behind it in
    square brackets, where there is one and it differs.

    >>> from litreview.record import LangText
    >>> study = Study("a", "book", title=LangText({"id": "Kota kembar", "en": "Twin cities"}), language="id")
    >>> citable(study, "en")["title"], citable(study, "en")["language"], citable(study, "en", translated_titles=True)["title"]
    ('Twin cities', 'en', 'Kota kembar [Twin cities]')
    """
    printed = attrs.evolve(study, abstract=LangText(), keywords=LangList(), aspects=Aspects())  # much to convert, and none of it printed
    given = {name: value for name, value in to_csl_json(printed, *languages).items() if name not in UNPRINTED}
    wanted = (*languages, *([study.language] if study.language else []))
    title = study.title.best(*wanted)
    if translated_titles and languages:
        title = _with_translation(study, languages[0]) or title
    if languages and study.type == "thesis" and (kind := genre_in(given.get("genre", ""), languages[0])):
        given["genre"] = kind
    given.pop("title-short", None)
    if title:
        given["title"] = title[1]
        short = study.tagged("title-short").only(title[0]) or study.tagged("title-short").only(UNDETERMINED)
        if short:
            given["title-short"] = short
        language = study.language if title[0] == UNDETERMINED else title[0]
        given.pop("language", None)
        if language:
            given["language"] = language
    return given


def citation_item(study: Study, *languages: str, translated_titles: bool = False) -> tuple[Item, tuple[Problem, ...]]:
    """The study as an item of the citation processor (see `citable`), and what the processor cannot use of it."""
    return item(citable(study, *languages, translated_titles=translated_titles))


def _with_translation(study: Study, language: str) -> tuple[str, str] | None:
    """(language of the original, "original [translation]"), or None where either is missing or the original is no title of its own."""
    original = study.title.only(study.language) if study.language else None
    translation = study.title.only(language)
    if not original or not study.language or original.startswith("[") or language.split("-")[0] == study.language.split("-")[0]:
        return None
    return study.language, f"{original} [{translation}]" if translation else original
