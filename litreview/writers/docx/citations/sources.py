"""Works as Word's own sources: CSL-JSON items to ``b:Source`` (ECMA-376 part 1, 22.6)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from litreview.writers.docx.package.xml import DECLARATION, escape

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"

_TYPES = {
    "article-journal": "JournalArticle", "review": "JournalArticle", "review-book": "JournalArticle", "article": "JournalArticle",
    "article-magazine": "ArticleInAPeriodical", "article-newspaper": "ArticleInAPeriodical", "periodical": "ArticleInAPeriodical",
    "book": "Book", "classic": "Book", "chapter": "BookSection", "entry": "BookSection", "entry-dictionary": "BookSection",
    "entry-encyclopedia": "BookSection", "paper-conference": "ConferenceProceedings", "speech": "ConferenceProceedings",
    "report": "Report", "thesis": "Report", "standard": "Report", "manuscript": "Report", "document": "Misc",
    "webpage": "InternetSite", "post": "InternetSite", "post-weblog": "InternetSite", "dataset": "InternetSite", "software": "InternetSite",
    "patent": "Patent", "motion_picture": "Film", "broadcast": "Film", "song": "SoundRecording", "musical_score": "SoundRecording",
    "interview": "Interview", "personal_communication": "Interview", "legal_case": "Case", "bill": "Case", "legislation": "Case",
    "regulation": "Case", "treaty": "Case", "hearing": "Case", "graphic": "Art", "figure": "Art", "map": "Art",
    "performance": "Performance",
}  # fmt: skip
_CONTAINER = {
    "JournalArticle": "JournalName", "ArticleInAPeriodical": "PeriodicalTitle", "BookSection": "BookTitle",
    "InternetSite": "InternetSiteTitle", "ConferenceProceedings": "ConferenceName",
}  # fmt: skip
_PLAIN = (
    ("volume", "Volume"), ("issue", "Issue"), ("page", "Pages"), ("edition", "Edition"), ("publisher-place", "City"), ("medium", "Medium"),
    ("title-short", "ShortTitle"), ("number", "StandardNumber"),
)  # fmt: skip
_ROLES = (
    ("author", "Author"),
    ("editor", "Editor"),
    ("translator", "Translator"),
    ("director", "Director"),
    ("interviewer", "Interviewer"),
)


_STYLES = (
    ("apa", "APASixthEditionOfficeOnline.xsl", "APA", "6"),
    ("modern-language", "MLASeventhEditionOfficeOnline.xsl", "MLA", "7"),
    ("mla", "MLASeventhEditionOfficeOnline.xsl", "MLA", "7"),
    ("turabian", "TURABIAN.XSL", "Turabian", "6"),
    ("chicago", "CHICAGO.XSL", "Chicago", "16"),
    ("ieee", "IEEE2006OfficeOnline.xsl", "IEEE", "2006"),
    ("harvard", "HarvardAnglia2008OfficeOnline.xsl", "Harvard - Anglia", "2008"),
    ("iso690-numeric", "ISO690Nmerical.XSL", "ISO 690 - Numerical Reference", "1987"),
    ("iso690", "ISO690.XSL", "ISO 690 - First Element and Date", "1987"),
    ("gost", "GostName.XSL", "GOST - Name Sort", "2003"),
    ("gb-t-7714", "GB.XSL", "GB7714", "2005"),
)
"""The styles that Word brings: how the name of a CSL style of that kind begins, the file, its name, its version."""


def word_style(style: str) -> tuple[str, str, str, bool]:
    """The style of Word nearest to the CSL style with this id: file, name, version, and whether it is of that kind at all.

    >>> word_style("http://www.zotero.org/styles/ieee")[1], word_style("http://www.zotero.org/styles/vancouver")[1::2]
    ('IEEE', ('APA', False))
    """
    name = style.rstrip("/").rpartition("/")[2].casefold()
    for begins, file, title, version in _STYLES:
        if name.startswith(begins) or f"-{begins}-" in f"-{name}-":
            return file, title, version, True
    return (*_STYLES[0][1:], False)


def sources_part(items: Mapping[str, Mapping[str, Any]], tags: Mapping[str, str], style: str = "") -> bytes:
    """The whole part: every work with its tag, in the order given; `style` is the id of the CSL style."""
    file, title, version, _ = word_style(style)
    sources = "".join(source_xml(items.get(key, {}), tag, number) for number, (key, tag) in enumerate(tags.items(), 1))
    return (
        f'{DECLARATION}<b:Sources xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}" SelectedStyle="\\{file}" '
        f'StyleName="{title}" Version="{version}">{sources}</b:Sources>'
    ).encode()


def source_xml(item: Mapping[str, Any], tag: str, number: int) -> str:
    """One ``b:Source``. A title alone is enough; whatever has no place in the schema is left out."""
    kind = _TYPES.get(str(item.get("type")), "Misc")
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:litreview:{tag}")).upper()
    elements = _element("Tag", tag) + _element("SourceType", kind) + _element("Guid", f"{{{identity}}}")
    people = "".join(_people(name, item.get(role)) for role, name in _ROLES)
    elements += f"<b:Author>{people}</b:Author>" if people else ""
    elements += _element("Title", _text(item.get("title")) or tag)
    container = _text(item.get("container-title") or item.get("event-title"))
    elements += _element(_CONTAINER[kind], container) if kind in _CONTAINER and container else ""
    elements += _date(item.get("issued"), ("Year", "Month", "Day")) + _date(
        item.get("accessed"), ("YearAccessed", "MonthAccessed", "DayAccessed")
    )
    elements += "".join(_element(name, text) for variable, name in _PLAIN if (text := _text(item.get(variable))))
    publisher = _text(item.get("publisher"))
    thesis = item.get("type") == "thesis"
    elements += _element("Institution" if kind == "Report" else "Publisher", publisher) if publisher else ""
    elements += _element("ThesisType", _text(item.get("genre")) or "Thesis") if thesis else ""
    doi = _text(item.get("DOI")).removeprefix("https://doi.org/")
    address = f"https://doi.org/{doi}" if doi else _text(item.get("URL"))
    elements += _element("URL", address) if address else ""
    return f"<b:Source>{elements}{_element('RefOrder', str(number))}</b:Source>"


def _element(name: str, text: str) -> str:
    return f"<b:{name}>{escape(text)}</b:{name}>"


def _text(value: Any) -> str:
    """A variable as plain text: simple markup of CSL-JSON taken out."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return re.sub(r"</?(?:i|b|sup|sub|sc|span)\b[^>]{0,100}>", "", str(value)).strip()


def _people(role: str, people: Any) -> str:
    names = [name for name in people if isinstance(name, dict)] if isinstance(people, list) else []
    persons = [name for name in names if name.get("family") or name.get("given")]
    if persons:
        return f"<b:{role}><b:NameList>{''.join(_person(name) for name in names)}</b:NameList></b:{role}>"
    together = "; ".join(filter(None, (_text(name.get("literal")) for name in names)))
    return f"<b:{role}><b:Corporate>{escape(together)}</b:Corporate></b:{role}>" if together and role == "Author" else ""


def _person(name: Mapping[str, Any]) -> str:
    last = " ".join(filter(None, (_text(name.get("non-dropping-particle")), _text(name.get("family")) or _text(name.get("literal")))))
    first = " ".join(filter(None, (_text(name.get("given")), _text(name.get("dropping-particle")), _text(name.get("suffix")))))
    if not last:
        last, first = first, ""
    return f"<b:Person>{_element('Last', last)}{_element('First', first) if first else ''}</b:Person>"


def _date(date: Any, names: Iterable[str]) -> str:
    parts = date.get("date-parts") if isinstance(date, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    return "".join(_element(name, _text(number)) for name, number in zip(names, first, strict=False) if _text(number))
