"""The outline: what the writer has decided about the chapter. What it leaves open is suggested; what it says, rules."""

from __future__ import annotations

import attrs

from litreview.errors import LitreviewError, Problem
from litreview.languages import explain
from litreview.record import Concept, LangText, Legend
from litreview.themes.outline.selection import Selection


@attrs.frozen
class Choices:
    """What a chapter can have, by name and in the usual order: an outline is read for the stage that makes the chapter, which says so.

    `sections` are all that an outline may name, `usual` those of a chapter whose outline names none. `concepts` are the writer's own,
    which a theme may name beside ours; where they are None, it may name any at all.
    """

    sections: tuple[str, ...]
    usual: tuple[str, ...]
    figures: tuple[str, ...]
    concepts: tuple[Concept, ...] | None = ()


@attrs.frozen
class ThemePlan:
    """The writer's word on one theme.

    What it compares, or which studies it takes: a `facet`; or "topic", with the studies listed, else those that name one of its
    `keywords` or its `concept`, else (`rest`) those that no other topic takes. None or an empty text leaves the choice to the library.
    `collection` is one of Zotero by its path: the studies in it, and below it.
    `introduction` stands before what is generated, `remarks` behind; both are Markdown. `name` identifies the section.

    The lines are those of the outline file, where there is one: of the theme, and of the first line of each text.
    """

    facet: str
    title: LangText = LangText()
    keywords: tuple[str, ...] = ()
    concept: str | None = None
    studies: tuple[str, ...] = ()
    rest: bool = False
    introduction: str | None = None
    remarks: str | None = None
    skip: bool = False
    name: str | None = None
    collection: str | None = None
    line: int | None = attrs.field(default=None, eq=False)
    introduction_line: int | None = attrs.field(default=None, eq=False)
    remarks_line: int | None = attrs.field(default=None, eq=False)


@attrs.frozen
class OwnStudy:
    """The writer's own study, with which the others are compared. Values are words of the writer; empty is not filled in.

    `partners` are what is studied (two cities, say, or other objects), `method`, `data` and `framework` lists of names or terms;
    `period` is one text such as ``2019-2024``.
    """

    title: str | None = None
    topic: str | None = None
    question: str | None = None
    partners: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    period: str | None = None


@attrs.frozen
class Outline:
    """The whole plan. `themes` are in the order of the chapter; what they leave open follows unless `only` is true.

    `sections` are those the chapter is to have, in their order (empty: all, as usual); `leave_out` pairs the keys of studies with the
    reason; `figures` are the names of those it is to have; `ignore_keywords` are words that name no topic though studies list them, and
    `selection` says what a study must be to be discussed. `highlights` says what is meant by marks in the full texts. `file`
    is where it was read from.
    """

    title: LangText = LangText()
    chapter: int = 2
    language: str | None = None
    style: str | None = None
    sections: tuple[str, ...] = ()
    own_study: OwnStudy | None = None
    themes: tuple[ThemePlan, ...] = ()
    only: bool = False
    leave_out: tuple[tuple[str, str], ...] = ()
    figures: tuple[str, ...] = ()
    ignore_keywords: tuple[str, ...] = ()
    selection: Selection = Selection()
    highlights: Legend | None = None
    file: str | None = attrs.field(default=None, eq=False)


class OutlineError(LitreviewError, ValueError):
    """An outline that says something impossible: `problem` says what, `path` leads to the place (keys and positions from the top)."""

    problem: Problem

    def __init__(self, problem: Problem, path: tuple[str | int, ...] = ()) -> None:
        self.problem, self.path = problem, path
        super().__init__(explain(problem))
