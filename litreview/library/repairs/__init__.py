"""What can be put right without asking anybody: changes after which a record says the same, in the form it should have.

One module is one repair; `REPAIR` registers it. In comes a study, out comes the study put right (`repaired`), and what was changed as
problems for information (`differences`). Whatever needs a look at the work itself is a check, never a repair.

The rest of the library may call it. It uses no other part of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from litreview._parts import broken, parts
from litreview.errors import Problem
from litreview.record import ASPECTS, LangList, LangText, Name, Names, Study, Variables
from litreview.record.faults import study_fault
from litreview.record.fields import LANGUAGE_FIELDS

GROUP = "litreview.repairs"
"""The group of entry points by which other packages bring a repair."""

_ROUNDS = 3
"""One repair may make room for another (an entity that hides a space); more rounds have never been needed."""


@attrs.frozen
class Repair:
    """One repair: `run(study)` gives the study put right, equal to the one given where there is nothing to do."""

    name: str
    run: Callable[[Study], Study]


def repairs() -> tuple[Repair, ...]:
    """Every repair, by module name."""
    return parts("litreview.library.repairs", "REPAIR", Repair, GROUP)


def broken_repairs() -> tuple[Problem, ...]:
    """The repairs of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "REPAIR", Repair)


def repaired(study: Study) -> Study:
    """The study with every repair done to it.

    >>> study = Study("a", variables=Variables({"DOI": LangText({"und": "https://doi.org/10.1000/x"})}))
    >>> repaired(study).text("DOI")
    '10.1000/x'
    """
    for _ in range(_ROUNDS):
        before = study
        for repair in repairs():
            study = repair.run(study)
        if study == before:
            break
    return study


def differences(before: Study, after: Study, code: str) -> Iterator[Problem]:
    """A problem `code` for each value that differs, with the slots field, value and new; for information."""
    for field, old, new in _changed(before, after):
        yield study_fault(code, before, "info", field=field, value=_short(old), new=_short(new))


def on_texts(study: Study, change: Callable[[str], str], only: Sequence[str] | None = None, apart: Sequence[str] = ()) -> Study:
    """The study with `change` done to each text of the variables `only` (all by default) but `apart`.

    A text from which evidence is quoted stays as it is: the quotes must keep their places.
    """
    fields: dict[str, Any] = {}
    variables: dict[str, LangText] = {}
    for name in (*LANGUAGE_FIELDS, *study.variables):
        if (only is None or name in only) and name not in apart:
            text = study.tagged(name)
            new = {tag: change(said) for tag, said in text.items()}
            if new != text and all(new.values()) and not _quoted_from(study, name):
                (fields if name in LANGUAGE_FIELDS else variables)[name] = LangText(new)
    if variables:
        fields["variables"] = Variables({**study.variables, **variables})
    return attrs.evolve(study, **fields) if fields else study


def on_names(study: Study, change: Callable[[str], str]) -> Study:
    """The study with `change` done to each part of each name."""

    def changed(name: Name) -> Name:
        stated = {part: getattr(name, part) for part in ("family", "given", "suffix", "literal")}
        new: dict[str, Any] = {part: said for part, text in stated.items() if text and (said := change(text) or text) != text}
        return attrs.evolve(name, **new) if new else name

    new = {role: tuple(map(changed, listed)) for role, listed in study.names.items()}
    return attrs.evolve(study, names=Names(new)) if new != study.names else study


def on_keywords(study: Study, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Study:
    """The study with `change` done to its lists of keywords, unless evidence is quoted from them."""
    new = {tag: change(listed) for tag, listed in study.keywords.items()}
    return attrs.evolve(study, keywords=LangList(new)) if new != study.keywords and not _quoted_from(study, "keywords") else study


def _quoted_from(study: Study, field: str) -> bool:
    return any(evidence.field == field for name in ASPECTS for value in study.aspects.values(name) for evidence in value.evidence)


def _changed(before: Study, after: Study) -> Iterator[tuple[str, str, str]]:
    for name in (*LANGUAGE_FIELDS, *dict.fromkeys((*before.variables, *after.variables)), "language"):
        old, new = before.tagged(name), after.tagged(name)
        for tag in dict.fromkeys((*old, *new)):
            if old.get(tag) != new.get(tag):
                yield name, old.get(tag, ""), new.get(tag, "")
    for role in before.names:
        for old_name, new_name in zip(before.names[role], after.names[role], strict=True):
            if old_name != new_name:
                yield role, old_name.text(), new_name.text()
    for field in (*before.looked_for, *(f"aspects/{name}" for name in before.aspects.looked_for)):
        if field not in (*after.looked_for, *(f"aspects/{name}" for name in after.aspects.looked_for)):
            yield field, "null", ""
    for tag in before.keywords:
        if before.keywords[tag] != after.keywords[tag]:
            yield "keywords", "; ".join(before.keywords[tag]), "; ".join(after.keywords[tag])


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
