"""What was read from a study, put into a few lines that a person can check against the abstract."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.analysis import annotate, read
from litreview.errors import Problem
from litreview.record import ASPECTS, Partner, Period, Statement, Study

LETTERS = {"background": "B", "aim": "O", "method": "M", "framework": "T", "result": "R", None: "-"}


def shown(study: Study) -> str:
    """The roles of the sentences, a letter each; every value of every aspect, a line each; what is not stated; what contradicts itself."""
    annotated, problems = annotate(study)
    return "".join(f"{line}\n" for line in (*_roles(study), *_aspects(annotated), *_problems(problems)))


def _roles(study: Study) -> Iterator[str]:
    reading = read(study)
    for tag in reading.languages():
        yield f"roles ({tag}): {''.join(LETTERS[s.role] for s in reading.of(tag))}"


def _aspects(study: Study) -> Iterator[str]:
    for name in ASPECTS:
        for value in study.aspects.values(name):
            yield f"{name}: {_value(value)}"
    yield f"not stated: {', '.join(name for name in ASPECTS if not study.aspects.stated(name))}"


def _value(value: Statement | Period | Partner) -> str:
    if isinstance(value, Period):
        return f"{value.start}-{value.end}" + "".join(f" | {e.language}: {e.quote}" for e in value.evidence)
    if isinstance(value, Partner):
        country = f"{value.country or '?'}{' (inferred)' if value.country_inferred else ''}"
        return " | ".join([f"{value.level or '?'}, {country}", *(f"{tag}: {text}" for tag, text in value.name.items())])
    mark = f"[{value.concept or ''}{', inferred' if value.inferred else ''}]"
    return " | ".join([mark, *(f"{tag}: {text}" for tag, text in value.text.items())])


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems:
        yield f"problem: {problem.code} {' '.join(f'{name}={value}' for name, value in problem.data)}"
