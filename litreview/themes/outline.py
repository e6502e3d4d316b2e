"""The outline: what the writer has decided about the chapter. What it leaves open is suggested; what it says, rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from litreview.errors import LitreviewError, Problem, UnknownName, fault, nearest
from litreview.record import LangText, Library
from litreview.themes.facets import FACETS, suggest
from litreview.themes.keywords import slug, suggest_topics, topics
from litreview.themes.theme import Theme


@attrs.frozen
class ThemePlan:
    """The writer's word on one theme: a facet, or the topic named by a keyword or concept, or simply the studies listed.

    None or an empty text leaves the choice to the library.
    """

    facet: str
    title: LangText = LangText()
    keyword: str | None = None
    studies: tuple[str, ...] = ()
    remarks: str | None = None
    skip: bool = False


@attrs.frozen
class OwnStudy:
    """The writer's own study, with which the others are compared. Values are words of the writer; empty is not filled in.

    `partners`, `method`, `data` and `framework` are lists of names or terms; `period` is one text such as ``2019-2024``.
    """

    topic: str | None = None
    question: str | None = None
    partners: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    period: str | None = None


@attrs.frozen
class Outline:
    """The whole plan. `themes` are in the order of the chapter; facets that it does not name follow unless `only` is true."""

    title: LangText = LangText()
    chapter: int = 2
    language: str | None = None
    style: str | None = None
    own_study: OwnStudy | None = None
    themes: tuple[ThemePlan, ...] = ()
    only: bool = False
    leave_out: tuple[tuple[str, str], ...] = ()


OUTLINE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "outline": tuple(a.name.replace("_", "-") for a in attrs.fields(Outline)),
    "theme": tuple(a.name for a in attrs.fields(ThemePlan)),
    "own-study": tuple(a.name for a in attrs.fields(OwnStudy)),
}
"""The keys that each part of an outline file may have."""


class OutlineError(LitreviewError, ValueError):
    """An outline that says something impossible; `path` leads to the place: keys and positions from the top of the file."""

    def __init__(self, message: str, path: tuple[str | int, ...] = ()) -> None:
        self.message, self.path = message, path
        super().__init__(message)


def structure_outline(data: object) -> Outline:
    """Turn the plain data of an outline file (mappings, lists, texts, numbers) into an `Outline`.

    Raises OutlineError, which names the wrong key and the nearest right one.

    >>> structure_outline({"chapter": 3, "themes": [{"facet": "methods"}]}).themes[0].facet
    'methods'
    """
    top = _mapping(data, "outline", ())
    return Outline(
        title=_langtext(top.get("title"), ("title",)),
        chapter=_integer(top.get("chapter", 2), ("chapter",)),
        language=_text(top.get("language"), ("language",)),
        style=_text(top.get("style"), ("style",)),
        own_study=_own_study(top["own-study"]) if top.get("own-study") is not None else None,
        themes=tuple(_theme(item, n) for n, item in enumerate(_list(top.get("themes"), ("themes",)))),
        only=_flag(top.get("only", False), ("only",)),
        leave_out=_leave_out(top.get("leave-out")),
    )


def apply(outline: Outline, library: Library) -> tuple[tuple[Theme, ...], Library, tuple[Problem, ...]]:
    """The themes of the chapter, the studies it is about, and what in the outline could not be followed.

    Studies named in ``leave-out`` are taken out of the library; a study that a theme names but the library lacks is a problem.
    """
    problems: list[Problem] = []
    known = set(library.keys())
    left_out = {key for key, _ in outline.leave_out}
    problems += [_unknown(key, library, "leave-out") for key in sorted(left_out - known)]
    used = library.filter(lambda study: study.key not in left_out)
    suggested = {theme.key: theme for theme in (*suggest_topics(used), *suggest(used))}
    themes: list[Theme] = []
    for plan in outline.themes:
        problems += [_unknown(key, library, plan.facet) for key in plan.studies if key not in known]
        if plan.skip:
            continue
        theme = _planned(plan, used)
        if theme:
            themes.append(theme)
        else:
            problems.append(fault("theme-without-evidence", theme=plan.keyword or plan.facet))
    named = {plan.facet for plan in outline.themes if plan.facet != "topic"} | {theme.key for theme in themes}
    if not outline.only:
        themes += [theme for key, theme in suggested.items() if key not in named]
    return tuple(themes), used, tuple(problems)


def _planned(plan: ThemePlan, library: Library) -> Theme | None:
    """The theme of a plan, or None where no study has anything to say to it."""
    listed = tuple(key for key in plan.studies if key in library)
    if plan.facet != "topic":
        keys = listed or library.keys()
        return Theme(plan.facet, keys, plan.title, plan.remarks) if any(_states(library, keys, plan.facet)) else None
    wanted = slug(plan.keyword or "")
    topic = next((t for t in topics(library) if wanted in (slug(t.name), *map(slug, t.title.values()))), None) if wanted else None
    keys = listed or (topic.keys if topic else ())
    title = plan.title or (topic.title if topic else LangText({"und": plan.keyword or ", ".join(plan.studies)}))
    return Theme("topic", keys, title, plan.remarks, slug(topic.name) if topic else wanted or slug("-".join(keys))) if keys else None


def _states(library: Library, keys: tuple[str, ...], facet: str) -> list[bool]:
    aspects = next(f.aspects for f in FACETS if f.name == facet)
    return [any(library[key].aspects.stated(aspect) for aspect in aspects) for key in keys]


def _unknown(key: str, library: Library, where: str) -> Problem:
    near = nearest(key, library.keys())
    return fault("outline-unknown-study-near" if near else "outline-unknown-study", key=key, where=where, nearest=near)


def _theme(item: object, position: int) -> ThemePlan:
    path: tuple[str | int, ...] = ("themes", position)
    plan = {"facet": item} if isinstance(item, str) else _mapping(item, "theme", path)
    facet = _text(plan.get("facet"), (*path, "facet"))
    keyword = _text(plan.get("keyword"), (*path, "keyword"))
    studies = _texts(plan.get("studies") if plan.get("studies") != "auto" else None, (*path, "studies"))
    names = [*(f.name for f in FACETS), "topic"]
    if facet is None and (keyword or studies):
        facet = "topic"
    if facet is None:
        raise OutlineError(f"this theme does not say what it compares: add facet: with one of {', '.join(names)}, or keyword:", path)
    if facet == "topic" and not keyword and not studies:
        raise OutlineError("a topic needs keyword: or a list of studies:", path)
    if facet not in names:
        raise OutlineError(str(UnknownName("facet", facet, names, "known: " + ", ".join(names))), (*path, "facet"))
    return ThemePlan(
        facet,
        _langtext(plan.get("title"), (*path, "title")),
        keyword,
        studies,
        _text(plan.get("remarks"), (*path, "remarks")),
        _flag(plan.get("skip", False), (*path, "skip")),
    )


def _own_study(data: object) -> OwnStudy:
    own = _mapping(data, "own-study", ("own-study",))
    values: dict[str, Any] = {}
    for name in ("topic", "question", "period"):
        values[name] = _text(own.get(name), ("own-study", name))
    for name in ("partners", "method", "data", "framework"):
        values[name] = _texts(own.get(name), ("own-study", name))
    return OwnStudy(**values)


def _leave_out(data: object) -> tuple[tuple[str, str], ...]:
    if isinstance(data, Mapping):
        return tuple((str(key), str(reason or "")) for key, reason in data.items())
    return tuple((key, "") for key in _texts(data, ("leave-out",)))


def _mapping(data: object, kind: str, path: tuple[str | int, ...]) -> Mapping[str, object]:
    fields = OUTLINE_FIELDS[kind]
    if not isinstance(data, Mapping):
        raise OutlineError(f"expected keys such as {', '.join(fields[:3])} here, found {_shown(data)}", path)
    for key in data:
        if key not in fields:
            raise OutlineError(str(UnknownName("key", str(key), fields, "known: " + ", ".join(fields))), (*path, str(key)))
    return data


def _list(data: object, path: tuple[str | int, ...]) -> list[object]:
    if data is None:
        return []
    if not isinstance(data, list):
        raise OutlineError(f"expected a list (lines that begin with a dash), found {_shown(data)}", path)
    return data


def _texts(data: object, path: tuple[str | int, ...]) -> tuple[str, ...]:
    items = [data] if isinstance(data, str | int) and not isinstance(data, bool) else _list(data, path)
    return tuple(text for n, item in enumerate(items) if (text := _text(item, (*path, n))) is not None)


def _text(data: object, path: tuple[str | int, ...]) -> str | None:
    if data is None:
        return None
    if isinstance(data, str | int | float) and not isinstance(data, bool):
        return str(data).strip() or None
    raise OutlineError(f"expected a text, found {_shown(data)}", path)


def _langtext(data: object, path: tuple[str | int, ...]) -> LangText:
    if isinstance(data, Mapping):
        return LangText([(str(tag), text) for tag, value in data.items() if (text := _text(value, (*path, str(tag))))])
    text = _text(data, path)
    return LangText({"und": text}) if text else LangText()


def _integer(data: object, path: tuple[str | int, ...]) -> int:
    if isinstance(data, bool) or not isinstance(data, int | str) or not str(data).isdigit() or not 1 <= int(data) <= 99:
        raise OutlineError(f"expected a whole number from 1 to 99, found {_shown(data)}", path)
    return int(data)


def _flag(data: object, path: tuple[str | int, ...]) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    found = data if isinstance(data, bool) else known.get(data.casefold()) if isinstance(data, str) else None
    if found is None:
        raise OutlineError(f"expected true or false, found {_shown(data)}", path)
    return found


def _shown(data: object) -> str:
    return {list: "a list", dict: "keys", type(None): "nothing"}.get(type(data), f'"{data}"')
