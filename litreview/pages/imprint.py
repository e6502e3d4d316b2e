"""What mastheads, references and dates state of a work, as variables of its record: each from its best source, the others confirm it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from litreview.pages.furniture import Fact, FactField
from litreview.pages.titlecase import in_capitals, readable
from litreview.record import LangText

_ORDER = ("masthead", "reference", "published", "list", "foot", "received")
_VARIABLES: tuple[FactField, ...] = ("container-title", "volume", "issue", "page", "DOI", "ISSN", "URL", "publisher")
_SIGNATURE = {"container-title", "volume", "issue", "page", "DOI", "ISSN"}


@attrs.frozen(eq=False)
class Imprint:
    """The facts that count, one a field, whether another place of the page says something else, and the type of work they speak for."""

    chosen: Mapping[str, Fact]
    differing: Mapping[str, str]
    type: str | None
    kept: bool = False
    """Whether it is the page of a repository: what those keep are theses, where nothing says otherwise."""

    @property
    def variables(self) -> dict[str, LangText]:
        """The variables of the record."""
        texts = {field: self.chosen[field].value for field in _VARIABLES if field in self.chosen}
        if "event" in self.chosen:
            texts.setdefault("container-title", self.chosen["event"].value)
        if "container-title" in texts:
            texts["container-title"] = _name(texts["container-title"])
        return {field: LangText({"und": value}) for field, value in texts.items()}

    @property
    def year(self) -> int | None:
        """The year of issue: that of the volume, of the reference, or of publication."""
        fact = self.chosen.get("year")
        return int(fact.value) if fact else None


def imprint(facts: Sequence[Fact]) -> Imprint:
    """The imprint of a page from its facts."""
    chosen: dict[str, Fact] = {}
    differing: dict[str, str] = {}
    for field in sorted({fact.field for fact in facts}):
        stated = sorted((fact for fact in facts if fact.field == field), key=lambda fact: _ORDER.index(fact.source))
        first = stated[0]
        if first.source == "received":
            continue  # a text is not issued in the year in which it arrives
        if field == "URL" and not re.search(r"\w/\w.*\d", first.value):
            continue
        chosen[field] = first
        other = next((f for f in stated if f.source != "received" and not _same(field, f.value, first.value)), None)
        if other is not None and field not in ("ISSN", "URL", "genre", "publisher"):
            differing[field] = other.value
    event = chosen.get("event")
    if event is not None and "year" not in chosen:
        year = re.search(r"(?:19|20)\d\d", event.value)
        if year:
            chosen["year"] = attrs.evolve(event, field="year", value=year.group())
    types = {fact.value for fact in facts if fact.field == "type"}
    article = bool(chosen.keys() & _SIGNATURE) or "article-journal" in types
    kind = "paper-conference" if event is not None and "container-title" not in chosen else "article-journal" if article else None
    return Imprint(chosen, differing, kind, kept="thesis" in types)


def _same(field: str, one: str, two: str) -> bool:
    first, second = (re.sub(r"[^\w]+", "", text.casefold()) for text in (one, two))
    return first == second or (field == "container-title" and (first in second or second in first))


def _name(text: str) -> str:
    """The name of a journal, in readable case where it is printed in capitals."""
    return readable(text, {}) if in_capitals(text) and len(text.split()) > 1 else text
