"""A study while a format that cannot hold everything writes it: what was asked for is written, the rest is reported."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.errors import Origin, Problem, Severity, fault
from litreview.record import Aspects, Date, Name, Study
from litreview.record.fields import LANGUAGE_FIELDS

UNPRINTED = frozenset(
    "key language abstract keywords annote call-number title-short container-title-short PMID PMCID source "
    "aspects highlights paraphrased looked_for screening".split()
)
"""Fields that no entry of a list of references loses anything by: none prints them, or only in place of something that is there."""


class Written:
    """One study for the format `format`, in one language: the study's own, else the first that a text has."""

    def __init__(self, study: Study, format: str) -> None:
        self.study, self.format = study, format
        self.taken: set[str] = set()
        self.kept: set[str] = set()
        """Names of what other formats said and this one keeps."""
        self.changed: list[str] = []
        """What could be written only in part, each by its field and what is missing: ``issued (2019-01/2019-03)``."""
        self.own_extra = tuple((name.partition(":")[2], value) for name, value in study.extra if name.partition(":")[0] == format)

    def text(self, variable: str) -> str | None:
        """The text of a variable, or None; from now on it counts as written."""
        self.taken.add(variable)
        return self.study.text(variable, *self._languages())

    def people(self, role: str) -> tuple[Name, ...]:
        """The names in a role, the last of them "et al." where the list goes on."""
        self.taken.add(role)
        others = (Name(literal="et al."),) if role in self.study.others else ()
        return (*self.study.names.get(role, ()), *others)

    def date(self, variable: str) -> Date | None:
        """A date, or None."""
        self.taken.add(variable)
        return self.study.dates.get(variable)

    def keywords(self) -> tuple[str, ...]:
        """The keywords in the language of the study, else in the first there is; from now on they count as written."""
        self.taken.add("keywords")
        best = self.study.keywords.best(*self._languages())
        return best[1] if best else ()

    def problems(self, title: str, unprinted: Severity = "warning") -> Iterator[Problem]:
        """What was not written, in one problem or two: `unprinted` is how grave the loss of a field is that no list of references prints.
        `title` is the format's name for people."""
        by_severity: dict[Severity, list[str]] = {}
        for name in (*self.changed, *self._left()):
            plain = name.partition(" (")[0] in UNPRINTED or ":" in name
            by_severity.setdefault(unprinted if plain else "warning", []).append(name)
        origin = self.study.origin or Origin()
        for severity, names in by_severity.items():
            problem = fault("left-out", key=self.study.key, severity=severity, format=title, fields=", ".join(names))
            yield attrs.evolve(problem, origin=Origin(origin.file, origin.line))

    def _languages(self) -> tuple[str, ...]:
        return (self.study.language,) if self.study.language else ()

    def _left(self) -> Iterator[str]:
        study = self.study
        texts = {**{field: getattr(study, field) for field in LANGUAGE_FIELDS}, **study.variables, "keywords": study.keywords}
        for field, value in texts.items():
            if value and field not in self.taken:
                yield field
            elif len(value) > 1:
                best = value.best(*self._languages())
                yield from (f"{field} ({tag})" for tag in value if best and tag != best[0])
        yield from (field for field in (*study.names, *study.dates) if field not in self.taken)
        if study.aspects != Aspects():
            yield "aspects"
        yield from (field for field in ("highlights", "paraphrased", "looked_for", "screening") if getattr(study, field))
        yield from dict.fromkeys(name for name, _ in study.extra if name.partition(":")[0] != self.format and name not in self.kept)
