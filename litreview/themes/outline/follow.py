"""From an outline to the themes of a chapter: what it says is followed, what it leaves open suggested, what cannot be done reported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from litreview.concepts import concept, find
from litreview.errors import Problem, fault, nearest
from litreview.record import Concept, LangText, Library, Study
from litreview.themes.collections import in_collection, title_of_collection
from litreview.themes.facets import aspects_of
from litreview.themes.keywords import Keyword, heading, slug
from litreview.themes.outline.plan import Outline, ThemePlan
from litreview.themes.outline.selection import selected
from litreview.themes.phrases import terms
from litreview.themes.suggestion import by_name, rest_theme, suggest_facets, suggest_themes, suggest_topics
from litreview.themes.theme import REST, TOPIC, Theme
from litreview.themes.thresholds import KEYS_IN_A_PROBLEM, LARGE_LIBRARY, TOPICS_FROM


def apply(outline: Outline, library: Library) -> tuple[tuple[Theme, ...], Library, tuple[Problem, ...]]:
    """The themes of the chapter, the studies it is about, and what in the outline could not be followed.

    Studies named in ``leave-out`` are taken out of the library, and those that ``only`` does not choose. Themes that the outline does not
    name follow unless it says ``only``: facets, and topics of the studies that no topic of the outline takes. A study that a theme names
    but the library lacks, a theme without a study, a study that no theme takes: each is a problem.
    """
    left_out = {key for key, _ in outline.leave_out}
    problems = [_unknown(key, library, "leave-out", outline) for key in sorted(left_out) if key not in library]
    used, told = selected(library.filter(lambda study: study.key not in left_out), outline.selection, outline.file)
    listed = terms(used, outline.ignore_keywords) if any(plan.keywords for plan in outline.themes) else ()
    planned_themes, plan_problems = planned(outline, used, listed)
    problems += [problem for plan in outline.themes for problem in _faults(plan, library, left_out, outline)]
    more = _left_open(outline, used, [theme for theme in planned_themes if theme])
    kept = [theme for plan, theme in zip(outline.themes, planned_themes, strict=True) if theme and not plan.skip]
    skipped = [theme for plan, theme in zip(outline.themes, planned_themes, strict=True) if theme and plan.skip]
    themes = _with_keys_of_their_own([*kept, *more])
    return tuple(themes), used, (*told, *problems, *plan_problems, *_unused(outline, used, [*themes, *skipped]))


def planned(outline: Outline, library: Library, listed: Sequence[Keyword]) -> tuple[tuple[Theme | None, ...], tuple[Problem, ...]]:
    """The theme of each plan of `outline`, those that are skipped too; None, and a problem, where no study has anything to say to it.

    `library` are the studies that the outline is about, `listed` their keywords. The rest is what no topic of the outline takes.
    """
    themes: list[Theme | None] = []
    problems: list[Problem] = []
    for plan in outline.themes:
        theme, faults = _planned(plan, library, listed, outline) if not plan.rest else (None, ())
        themes.append(theme)
        problems += faults if not plan.skip else ()
    left = tuple(sorted(set(library.keys()) - _keys_in_topics([theme for theme in themes if theme])))
    for n, plan in enumerate(outline.themes):
        if plan.rest and left:
            rest = rest_theme(left)
            title = plan.title or rest.title
            themes[n] = attrs.evolve(rest, title=title, remarks=plan.remarks, introduction=plan.introduction)
            left = ()
    return tuple(themes), tuple(problems)


def _planned(plan: ThemePlan, library: Library, listed: Sequence[Keyword], outline: Outline) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The theme of a plan; None, and a problem, where no study has anything to say to it."""
    own = tuple(key for key in plan.studies if key in library)
    named = plan.name and slug(plan.name)
    if plan.facet != TOPIC:
        keys = own or library.keys()
        if not any(_states(library, keys, plan.facet)):
            return None, (fault("theme-without-evidence", file=outline.file, line=plan.line, theme=plan.facet),)
        return Theme(plan.facet, keys, plan.title, plan.remarks, named or "", way="outline", introduction=plan.introduction), ()
    matches = [(word, by_name(listed, word)) for word in plan.keywords]
    problems = tuple(_unknown_keyword(word, plan, listed, outline) for word, keyword in matches if keyword is None)
    topics = [keyword for _, keyword in matches if keyword is not None]
    collected = in_collection(library, plan.collection) if plan.collection else ()
    keys = own or tuple(dict.fromkeys((*collected, *_studies_on(library, topics, plan.concept))))
    if not keys:
        what = ", ".join((*plan.keywords, *filter(None, (plan.concept, plan.collection)))) or ", ".join(plan.studies)
        return None, problems or (fault("theme-without-evidence", file=outline.file, line=plan.line, theme=what),)
    title = plan.title or _title(plan, topics, library.concepts)
    name = named or slug(topics[0].name if topics else plan.concept or plan.collection or (plan.keywords or keys)[0])
    titles = tuple(topic.title for topic in topics)
    return Theme(TOPIC, keys, title, plan.remarks, name, "outline", titles, introduction=plan.introduction), problems


def _title(plan: ThemePlan, topics: Sequence[Keyword], own: tuple[Concept, ...]) -> LangText:
    """What a topic without a title of the writer's is called: by its keyword or concept, else by its name or its studies."""
    if topics:
        return LangText({tag: heading(words) for tag, words in topics[0].title.items()})
    if plan.concept:
        return LangText({tag: heading(words) for tag, words in concept(plan.concept, own).labels.items()})
    if plan.collection:
        return title_of_collection(plan.collection)
    return LangText({"und": plan.name or ", ".join(plan.studies)})


def _studies_on(library: Library, topics: Sequence[Keyword], concept_id: str | None) -> tuple[str, ...]:
    named = {key for topic in topics for key in topic.named}
    return tuple(sorted(s.key for s in library if s.key in named or (concept_id and _speaks_of(s, concept_id, library.concepts))))


def _speaks_of(study: Study, concept_id: str, own: tuple[Concept, ...]) -> bool:
    """Whether a study states the concept in an aspect, or names it in its keywords or title."""
    stated = (value for a in attrs.fields(type(study.aspects)) if a.name != "looked_for" for value in study.aspects.values(a.name))
    if any(getattr(value, "concept", None) == concept_id for value in stated):
        return True
    texts = [*study.title.items(), *((tag, word) for tag, words in study.keywords.items() for word in words)]
    kinds = concept(concept_id, own).kinds
    return any(hit.value.id == concept_id for tag, text in texts for hit in find(text, tag, kinds[0] if kinds else None, own))


def _states(library: Library, keys: Sequence[str], facet: str) -> list[bool]:
    aspects = aspects_of(facet)
    return [any(library[key].aspects.stated(aspect) for aspect in aspects) for key in keys]


def _left_open(outline: Outline, library: Library, themes: Sequence[Theme]) -> list[Theme]:
    """What the outline leaves open: facets it does not name; topics of all studies, or of those that its own topics leave over."""
    if outline.only:
        return []
    topics = [plan for plan in outline.themes if plan.facet == TOPIC]
    held = _keys_in_topics(themes) if topics else set()
    rest = any(plan.rest for plan in topics)
    names = {plan.facet for plan in outline.themes if plan.facet != TOPIC} | {theme.key for theme in themes}
    if not topics:
        return [theme for theme in suggest_themes(library, outline.ignore_keywords) if theme.key not in names]
    facets = [theme for theme in suggest_facets(library) if theme.key not in names]
    left = library.filter(lambda study: study.key not in held)
    if rest or len(left) < TOPICS_FROM:
        return facets
    return [*(theme for theme in suggest_topics(left, outline.ignore_keywords) if theme.key not in names), *facets]


def _with_keys_of_their_own(themes: Iterable[Theme]) -> list[Theme]:
    """The themes, each with a key of its own: edits of the document are matched by it."""
    seen: set[str] = set()
    kept: list[Theme] = []
    for theme in themes:
        number, name = 2, theme.name
        while theme.key in seen:
            theme = attrs.evolve(theme, name=f"{name}-{number}" if name else str(number))
            number += 1
        seen.add(theme.key)
        kept.append(theme)
    return kept


def _keys_in_topics(themes: Iterable[Theme]) -> set[str]:
    return {key for theme in themes if theme.facet == TOPIC and theme.name != REST for key in theme.keys}


def _unused(outline: Outline, library: Library, themes: Sequence[Theme]) -> list[Problem]:
    """The studies that no theme takes of a chapter that an outline orders; in a large one a topic has to, since facets take all."""
    if not outline.themes:
        return []
    topics = [theme for theme in themes if theme.facet == TOPIC] if len(library) >= LARGE_LIBRARY else []
    held = {key for theme in topics or themes for key in theme.keys}
    left = [study.key for study in library if study.key not in held]
    if not left:
        return []
    keys = ", ".join(left[:KEYS_IN_A_PROBLEM]) + (" …" if len(left) > KEYS_IN_A_PROBLEM else "")
    return [fault("outline-unused-studies", file=outline.file, count=len(left), keys=keys)]


def _faults(plan: ThemePlan, library: Library, left_out: Collection[str], outline: Outline) -> list[Problem]:
    where = plan.name or plan.facet
    problems = [_unknown(key, library, where, outline) for key in plan.studies if key not in library]
    return problems + [
        fault("outline-left-out-and-named", key=key, file=outline.file, line=plan.line, theme=where)
        for key in plan.studies
        if key in left_out and key in library
    ]


def _unknown(key: str, library: Library, where: str, outline: Outline) -> Problem:
    near = nearest(key, library.keys())
    return fault("outline-unknown-study-near" if near else "outline-unknown-study", key=key, file=outline.file, where=where, nearest=near)


def _unknown_keyword(word: str, plan: ThemePlan, listed: Sequence[Keyword], outline: Outline) -> Problem:
    near = nearest(word, [text for keyword in listed for text in keyword.title.values()])
    code = "outline-unknown-keyword-near" if near else "outline-unknown-keyword"
    return fault(code, file=outline.file, line=plan.line, keyword=word, nearest=near)
