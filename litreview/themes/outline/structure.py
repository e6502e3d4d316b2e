"""From the plain data of an outline file to an `Outline`: every key known, every value of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from litreview.analysis.highlights import USUAL, BadLegend, legend_of
from litreview.concepts import concepts
from litreview.errors import Problem, nearest
from litreview.languages import tags
from litreview.record import ASPECTS, GAP, LangText, Legend
from litreview.themes.facets import facets
from litreview.themes.outline.plan import Choices, Outline, OutlineError, OwnStudy, ThemePlan
from litreview.themes.outline.selection import KINDS, NoSelection, Selection
from litreview.themes.theme import TOPIC

Path = tuple[str | int, ...]

OUTLINE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "outline": (
        "title",
        "chapter",
        "language",
        "style",
        "sections",
        "own-study",
        "themes",
        "only",
        "leave-out",
        "figures",
        "ignore-keywords",
        "highlights",
    ),
    "theme": (
        "facet",
        "name",
        "title",
        "keyword",
        "keywords",
        "concept",
        "collection",
        "studies",
        "rest",
        "introduction",
        "remarks",
        "skip",
    ),
    "only": (*KINDS, "themes"),
    "own-study": ("title", "topic", "question", "partners", "objects", "method", "data", "framework", "period"),
}
"""The keys that each part of an outline file may have."""

LONGEST = 100_000
"""Characters of a remark; a chapter has about as many."""

AUTO = "auto"
"""What stands for "whichever studies fit" where studies may be listed."""


def structure_outline(data: object, choices: Choices) -> Outline:
    """Turn the plain data of an outline file (mappings, lists, texts, numbers) into an `Outline` that chooses from `choices`.

    Raises OutlineError, which names the wrong key and the nearest right one.

    >>> structure_outline({"chapter": 3, "themes": [{"facet": "methods"}]}, Choices((), (), ())).themes[0].facet
    'methods'
    """
    top = _mapping(data, "outline", ())
    only = top.get("only")
    return Outline(
        title=_langtext(top.get("title"), ("title",)),
        chapter=_integer(2 if top.get("chapter") is None else top["chapter"], ("chapter",)),
        language=_known(_text(top.get("language"), ("language",)), "language", tags(), ("language",)),
        style=_text(top.get("style"), ("style",)),
        sections=_sections(top.get("sections"), choices.sections),
        own_study=_own_study(top.get("own-study")),
        themes=tuple(_theme(item, n, choices) for n, item in enumerate(_list(top.get("themes"), ("themes",)))),
        only=_flag(only.get("themes") if isinstance(only, Mapping) else only, ("only",)),
        leave_out=_leave_out(top.get("leave-out")),
        figures=_figures(top.get("figures"), choices.figures),
        ignore_keywords=_texts(top.get("ignore-keywords"), ("ignore-keywords",)),
        highlights=_legend(top.get("highlights")),
        selection=_selection(only) if isinstance(only, Mapping) else Selection(),
    )


def _legend(data: object) -> Legend | None:
    if data is None:
        return None
    if not isinstance(data, Mapping):
        raise _wrong("outline-not-keys", ("highlights",), fields=", ".join(USUAL), found=_shown(data))
    try:
        return legend_of({str(mark): _text(meaning, ("highlights", str(mark))) for mark, meaning in data.items()})
    except BadLegend as error:
        raise _unknown("aspect", error.meaning, (*ASPECTS, GAP), ("highlights", error.mark)) from error


def _sections(data: object, known: Sequence[str]) -> tuple[str, ...]:
    names = _texts(data, ("sections",))
    for n, name in enumerate(names):
        _known(name, "section", known, ("sections", n))
        if name in names[:n]:
            raise _wrong("outline-section-twice", ("sections", n), section=name)
    return names


def _figures(data: object, known: tuple[str, ...]) -> tuple[str, ...]:
    """The figures by name; true for all of them."""
    if isinstance(data, bool):
        return known if data else ()
    names = _texts(data, ("figures",))
    for n, name in enumerate(names):
        _known(name, "figure", known, ("figures", n))
    return tuple(dict.fromkeys(names))


def _theme(item: object, position: int, choices: Choices) -> ThemePlan:
    path: Path = ("themes", position)
    plan = {"facet": item} if isinstance(item, str) else _mapping(item, "theme", path)
    facet = _text(plan.get("facet"), (*path, "facet"))
    keywords = (*_texts(plan.get("keyword"), (*path, "keyword")), *_texts(plan.get("keywords"), (*path, "keywords")))
    concept = _text(plan.get("concept"), (*path, "concept"))
    if choices.concepts is not None:
        _known(concept, "concept", (c.id for c in concepts(choices.concepts)), (*path, "concept"))
    studies = _studies(plan.get("studies"), (*path, "studies"))
    rest = _flag(plan.get("rest"), (*path, "rest"))
    collection = _text(plan.get("collection"), (*path, "collection"))
    chosen = bool(keywords or concept or collection or studies or rest)
    names = [*(f.name for f in facets()), TOPIC]
    if facet is None and chosen:
        facet = TOPIC
    if facet is None:
        raise _wrong("outline-theme-open", path, facets=", ".join(names))
    _known(facet, "facet", names, (*path, "facet"))
    if facet == TOPIC and not chosen:
        raise _wrong("outline-topic-open", path)
    return ThemePlan(
        facet,
        _langtext(plan.get("title"), (*path, "title")),
        keywords,
        concept,
        studies,
        rest,
        _remark(plan.get("introduction"), (*path, "introduction")),
        _remark(plan.get("remarks"), (*path, "remarks")),
        _flag(plan.get("skip"), (*path, "skip")),
        _text(plan.get("name"), (*path, "name")),
        collection,
    )


def _remark(data: object, path: Path) -> str | None:
    text = _text(data, path)
    if text is not None and len(text) > LONGEST:
        raise _wrong("outline-text-too-long", path, limit=LONGEST)
    return text


def _studies(data: object, path: Path) -> tuple[str, ...]:
    return () if data == AUTO else tuple(dict.fromkeys(_texts(data, path)))


def _own_study(data: object) -> OwnStudy | None:
    """The writer's own study; None where no value is filled in."""
    if data is None:
        return None
    own = _mapping(data, "own-study", ("own-study",))
    texts = {name: _text(own.get(name), ("own-study", name)) for name in ("title", "topic", "question", "period")}
    lists = {name: _texts(own.get(name), ("own-study", name)) for name in ("partners", "objects", "method", "data", "framework")}
    partners = (*lists["partners"], *lists["objects"])
    found = OwnStudy(
        texts["title"], texts["topic"], texts["question"], partners, lists["method"], lists["data"], lists["framework"], texts["period"]
    )
    return found if found != OwnStudy() else None


def _selection(data: object) -> Selection:
    """The studies that the chapter is about."""
    only = _mapping(data, "only", ("only",))
    try:
        return Selection.of(**{kind: _texts(only.get(kind), ("only", kind)) for kind in KINDS})
    except NoSelection as error:
        raise OutlineError(error.problem, ("only",)) from error


def _leave_out(data: object) -> tuple[tuple[str, str], ...]:
    if isinstance(data, Mapping):
        return tuple((str(key), _text(reason, ("leave-out", str(key))) or "") for key, reason in data.items())
    return tuple((key, "") for key in _texts(data, ("leave-out",)))


def _known(name: str | None, kind: str, known: Iterable[str], path: Path) -> str | None:
    if name is None:
        return None
    listed = tuple(known)
    bare = name.split("-")[0].casefold() if kind == "language" else name
    if bare not in listed:
        raise _unknown(kind, name, listed, path)
    return name


def _unknown(kind: str, name: str, known: Sequence[str], path: Path) -> OutlineError:
    near = nearest(name, known)
    listed = ", ".join(known) if len(known) <= 12 else None
    code = "outline-unknown-near" if near else "outline-unknown-listed" if listed else "outline-unknown"
    return _wrong(code, path, kind=kind, name=_short(name), nearest=near, known=listed)


def _wrong(code: str, path: Path, **slots: object) -> OutlineError:
    data = tuple((name, str(value)) for name, value in slots.items() if value is not None)
    return OutlineError(Problem(code, data, severity="error"), path)


def _mapping(data: object, kind: str, path: Path) -> Mapping[str, Any]:
    fields = OUTLINE_FIELDS[kind]
    if not isinstance(data, Mapping):
        raise _wrong("outline-not-keys", path, fields=", ".join(fields[:3]), found=_shown(data))
    for key in data:
        if key not in fields:
            raise _unknown("key", str(key), fields, (*path, str(key)))
    return data


def _list(data: object, path: Path) -> list[object]:
    if data is None:
        return []
    if not isinstance(data, list):
        raise _wrong("outline-not-list", path, found=_shown(data))
    return data


def _texts(data: object, path: Path) -> tuple[str, ...]:
    items = [data] if isinstance(data, str | int) and not isinstance(data, bool) else _list(data, path)
    return tuple(text for n, item in enumerate(items) if (text := _text(item, (*path, n))) is not None)


def _text(data: object, path: Path) -> str | None:
    if data is None:
        return None
    if isinstance(data, str | int | float) and not isinstance(data, bool):
        return str(data).strip() or None
    raise _wrong("outline-not-text", path, found=_shown(data))


def _langtext(data: object, path: Path) -> LangText:
    if isinstance(data, Mapping):
        return LangText([(str(tag), text) for tag, value in data.items() if (text := _text(value, (*path, str(tag))))])
    text = _text(data, path)
    return LangText({"und": text}) if text else LangText()


def _integer(data: object, path: Path) -> int:
    digits = str(data) if isinstance(data, int | str) and not isinstance(data, bool) else ""
    if not (digits.isascii() and digits.isdigit() and len(digits) < 4 and 1 <= int(digits) <= 99):
        raise _wrong("outline-not-number", path, found=_shown(data))
    return int(digits)


def _flag(data: object, path: Path) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    switch = data if isinstance(data, bool) else known.get(data.casefold()) if isinstance(data, str) else False if data is None else None
    if switch is None:
        raise _wrong("outline-not-flag", path, found=_shown(data))
    return switch


def _shown(data: object) -> str:
    return {list: "[…]", dict: "{…}", type(None): "null"}.get(type(data), f'"{_short(str(data))}"')


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + " …"
