"""What the programs have in common: the fields of a record in a row of CSV, and what the readers kept of such a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from litreview.record import Study
from litreview.record.markup import unmarked


def notes(study: Study) -> str:
    """The notes of a record, as RIS (``N1``) and tables have them."""
    return "\n".join((study.variables.get("note") or {}).values())


def columns_of(study: Study) -> Mapping[str, str]:
    """The columns of a table that are no fields of a record, by heading in small letters."""
    return {name.removeprefix("table:").casefold(): value for name, value in study.extra if name.startswith("table:")}


def people(study: Study) -> Iterator[str]:
    """The authors as "Family, Given"; an institution by its name."""
    for name in study.author:
        yield ", ".join(filter(None, (name.family, name.given))) or name.text()


def text(study: Study, field: str) -> str:
    """A field on one line, in the language of the work."""
    return " ".join(unmarked(study.text(field, study.language or "") or "").split())


def year(study: Study) -> str:
    """The year of publication."""
    return str(study.issued.year) if study.issued is not None and study.issued.year is not None else ""


def keywords(study: Study) -> list[str]:
    """All keywords, each once."""
    return list(dict.fromkeys(word for listed in study.keywords.values() for word in listed))
