"""One abstract page as a study: every field with the place in the page where it stands, nothing that does not stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.languages import detect
from litreview.pages.blocks import split_parts
from litreview.pages.body import body_line
from litreview.pages.confidence import confidences
from litreview.pages.contents import find_abstracts, find_front, find_keywords
from litreview.pages.fields import with_front
from litreview.pages.furniture import Furnished, without_furniture
from litreview.pages.keys import page_key
from litreview.pages.leads import lead_items, leads, without_leads
from litreview.pages.logical import logical_lines
from litreview.pages.offsets import Flat
from litreview.pages.part import Part
from litreview.pages.preliminaries import declared, without_preliminaries
from litreview.pages.titlecase import Casing
from litreview.pages.unwrap import Line, unwrap
from litreview.record import Evidence, FrozenMap, LangList, LangText, Span, Study, has_field
from litreview.record.aspects import ASPECTS

_ODD = re.compile(r"[\ufffd\x00-\x08\x0e-\x1b\x1f]")
LIMIT = 200_000
"""The longest page that is read, in code points: an abstract page has some thousands."""

FIELDS = ("title", "author", "issued", "genre", "publisher", "division", "abstract", "keywords")
"""What every page is searched for."""


@attrs.frozen(eq=False)
class Page:
    """A study read from a page, what was noticed, and the map from its abstracts back to the page.

    `doubtful` names fields whose value rests on looks alone (a bold line taken for the title): a person should check them.
    """

    study: Study
    problems: tuple[Problem, ...]
    doubtful: tuple[str, ...] = ()
    marked: bool = False
    """Whether a heading ("Abstract") or a label of keywords says that this is an abstract page."""
    _text: str = ""
    _shift: int = 0
    _maps: Mapping[tuple[str, str], Flat] = attrs.field(factory=FrozenMap)

    def span(self, field: str, tag: str, start: int, end: int) -> Span | None:
        """The stretch of the page behind `start` to `end` of a field (title or abstract) in the language `tag`, or None."""
        flat = self._maps.get((field, tag))
        if flat is None or not 0 <= start < end <= len(flat.text):
            return None
        first, last = flat.place(start, end)
        return Span(self._shift + first, self._shift + last, self._text[first:last])

    def lift(self, study: Study) -> Study:
        """`study` with the place in this page added to all evidence that names a place in one of its fields."""

        def lifted(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
            return tuple(
                attrs.evolve(e, page=self.span(e.field, e.language, e.start, e.end))
                if e.page is None and e.start is not None and e.end is not None
                else e
                for e in evidence
            )

        changed: dict[str, Any] = {}
        for name in ASPECTS:
            value = getattr(study.aspects, name)
            if isinstance(value, tuple):
                changed[name] = tuple(attrs.evolve(v, evidence=lifted(v.evidence)) for v in value)
            elif value is not None:
                changed[name] = attrs.evolve(value, evidence=lifted(value.evidence))
        return attrs.evolve(study, aspects=attrs.evolve(study.aspects, **changed))


@attrs.frozen(eq=False)
class Prepared:
    """The lines of a page with what is taken off them before it is read (body, furniture, preliminaries), and its parts."""

    lines: Sequence[Line]
    body: int | None
    furnished: Furnished
    left_over: tuple[Line, ...]
    parts: tuple[Part, ...]


def prepare(lines: Sequence[Line]) -> Prepared:
    """Take what is no part of an abstract page off its logical lines, and the rest apart."""
    body = body_line(lines)
    furnished = without_furniture(lines, body)
    kept, left_over = without_preliminaries(furnished.lines)
    return Prepared(lines, body, furnished, left_over, split_parts(kept))


def parse_page(text: str, name: str = "", start: int = 0, line: int = 1, prepared: Prepared | None = None) -> Page:
    """Read one abstract page, plain or Markdown. `name` (of its file) is for messages, and for the key where nothing else serves;
    `start` and `line` say where in its file `text` begins (offset in code points, line from 1); `prepared` is what
    `prepare` made of it, where that is known already.

    Never raises on the contents: what cannot be used is in `Page.problems`, and so is (as "info") every field that was not found.
    """
    problems: list[Problem] = []
    if len(text) > LIMIT:
        problems.append(fault("page-too-long", file=name or None, severity="error", length=len(text), limit=LIMIT))
        text = text[:LIMIT]
    if _binary(text):
        problems.append(fault("page-not-text", file=name or None, severity="error"))
        return Page(Study(page_key(Study(""), name), origin=_origin(name, text, start, line)), tuple(problems))
    prepared = prepare(logical_lines(unwrap(text))) if prepared is None else prepared
    furnished, parts, left_over = prepared.furnished, prepared.parts, prepared.left_over
    if prepared.body is not None:
        number = prepared.lines[prepared.body].number
        problems.append(fault("body-left-out", file=name or None, line=line + number - 1, severity="info"))
    problems += (
        [fault("preliminaries-left-out", file=name or None, line=line + left_over[0].number - 1, severity="info", value=left_over[0].text)]
        if left_over
        else []
    )
    marked = any(part.kind in ("heading", "keywords") for part in parts)
    abstracts, left_out = find_abstracts(parts)
    keywords, lists_left_out = find_keywords(parts, abstracts)
    problems += [_placed(problem, name, line) for problem in (*left_out, *lists_left_out)]
    study = Study(
        "",
        abstract=LangText((tag, flat.text) for tag, flat in abstracts.texts.items()),
        keywords=LangList((tag, tuple(k.text for k in listed)) for tag, listed in keywords.items()),
        origin=_origin(name, text, start, line),
    )
    known = Casing(" ".join(study.abstract.values()))
    begun = dict(leads(abstracts.texts))
    facts = (*furnished.facts, *(declared(furnished.lines) if left_over else ()))
    front = with_front(study, [*find_front(parts, abstracts), *lead_items(begun)], known, facts)
    study, titles, doubtful = front.study, front.titles, front.doubtful
    texts = without_leads(abstracts.texts, begun, titles.texts)
    study = attrs.evolve(study, abstract=LangText((tag, flat.text) for tag, flat in texts.items())) if begun else study
    maps = {("abstract", tag): flat for tag, flat in texts.items()} | {("title", tag): flat for tag, flat in titles.flats.items()}
    study = attrs.evolve(study, language=_language(study))
    study = attrs.evolve(study, confidence=tuple(confidences(study, front, parts)))
    study = attrs.evolve(study, key=page_key(study, name))
    for field in FIELDS:
        if field != "abstract" and not has_field(study, field):
            problems.append(fault("not-found-on-page", key=study.key, file=name or None, severity="info", field=field))
    for field in doubtful:
        problems.append(
            fault("check-value", key=study.key, file=name or None, severity="info", field=field, value=_value_text(study, field))
        )
    if not abstracts.texts:
        problems.append(fault("no-abstract", key=study.key, file=name or None, severity="error" if not study.title else "warning"))
    return Page(
        study, tuple(p if p.key else attrs.evolve(p, key=study.key) for p in problems), doubtful, marked, text, start, FrozenMap(maps)
    )


def _placed(problem: Problem, name: str, line: int) -> Problem:
    """A problem found in a page, placed in its file: lines count from the file's first."""
    number = problem.origin.line
    return attrs.evolve(problem, origin=Origin(file=name or None, line=number + line - 1 if number else None))


def _binary(text: str) -> bool:
    sample = text[:20_000]
    odd = len(_ODD.findall(sample))
    return odd > 0.02 * len(sample) + 4


def _origin(name: str, text: str, start: int, line: int) -> Origin:
    return Origin(file=name or None, line=line, format="page", start=start, end=start + len(text))


def _language(study: Study) -> str | None:
    tags = [t for t in study.title if t != detect.UNDETERMINED]
    if len(tags) == 1:
        return tags[0]
    return next((t for t in (*study.abstract, *tags) if t != detect.UNDETERMINED), None)


def _value_text(study: Study, field: str) -> str:
    return ", ".join(n.text() for n in study.author) if field == "author" else study.text(field) or ""
