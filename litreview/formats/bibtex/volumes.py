"""Which title field is which title of the study, where an entry has several: volumes of larger works and special issues.

CSL 1.0.2 has ``volume-title`` for the "title of the volume of the item or container holding the item", special issues of periodicals
included; biblatex says the same the other way round (manual, "maintitle": the title of the whole, where ``title`` only gives that of the
volume). A volume with the title of the whole for its container would be cited as a part *in* that work, as a chapter is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from litreview.formats.bibtex.variables import ARTICLES, LANGUAGE_VARIANTS, PARTS, TITLES

Places = Mapping[str, str]
"""Title field (a name in `TITLES`) to CSL variable; no variable twice."""

_ALONE: Places = {"title": "title"}
_JOURNAL: Places = {"title": "title", "journal": "container-title"}
_BOOK: Places = {"title": "title", "booktitle": "container-title"}
_VOLUME_OF_PARTS: Places = {"title": "title", "maintitle": "container-title", "booktitle": "volume-title"}
_WHOLE_OF_PARTS: Places = {"title": "title", "maintitle": "container-title"}
_VOLUME: Places = {"maintitle": "title", "title": "volume-title", "journal": "container-title"}
_SPECIAL_ISSUE: Places = {"issue": "title", "title": "container-title"}


def title_places(kind: str, fields: Mapping[str, str]) -> Places:
    """Where the titles of an entry go that is read as CSL type `kind`; `fields` are its texts.

    >>> dict(title_places("book", {"title": "Volume", "maintitle": "Whole"}))
    {'maintitle': 'title', 'title': 'volume-title', 'journal': 'container-title'}
    """
    if kind == "periodical" and fields.get("issuetitle"):
        return _SPECIAL_ISSUE
    if kind in ARTICLES:
        return _article(fields)
    if fields.get("booktitle"):
        return _VOLUME_OF_PARTS if fields.get("maintitle") else _BOOK
    if not fields.get("maintitle"):
        return _JOURNAL
    return _WHOLE_OF_PARTS if kind in PARTS else _VOLUME


def _article(fields: Mapping[str, str]) -> Places:
    stands = (which for which in ("journal", "booktitle", "maintitle") if fields.get(TITLES[which][0]))
    container = "journal" if fields.get("journal") else next(stands, "journal")
    issue = {"issue": "volume-title"} if fields.get("issuetitle") else {}
    return {"title": "title", container: "container-title", **issue}


def written_titles(kind: str, has: Collection[str]) -> Places:
    """The way back: the title fields for a study with the variables `has`, in an entry that is read as `kind`.

    A variable without a field here has none in such an entry. Both flavours are written alike: the styles of classic BibTeX pass over
    ``maintitle`` and print the volume's own title with its number.

    >>> dict(written_titles("book", {"title", "volume-title"}))
    {'maintitle': 'title', 'title': 'volume-title', 'journal': 'container-title'}
    """
    whole = "title" in has
    if kind == "periodical" and whole and "container-title" in has:
        return _SPECIAL_ISSUE
    if kind in ARTICLES:
        return {**_JOURNAL, "issue": "volume-title"} if kind != "periodical" else _JOURNAL
    if "container-title" in has:
        return _VOLUME_OF_PARTS if "volume-title" in has else _BOOK if kind in PARTS or kind == "book" else _JOURNAL
    return _VOLUME if whole and "volume-title" in has and kind not in PARTS else _ALONE


def variant_of(field: str, places: Places) -> str | None:
    """The variable that a text in a second language belongs to (``maintitle_en``), by the field without its language; else None.

    >>> variant_of("title", {"maintitle": "title", "title": "volume-title"}), variant_of("abstract", {})
    ('volume-title', 'abstract')
    """
    return places.get(_FIELDS.get(field, "")) or LANGUAGE_VARIANTS.get(field)


_FIELDS = {field: which for which, fields in TITLES.items() for field in fields[:1] if which != "event"} | {"journal": "journal"}
