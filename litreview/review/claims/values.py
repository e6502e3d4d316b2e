"""Comparing studies by the values of an aspect: which are shared, which stand alone, who states none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import attrs

from litreview.concepts import concept, concept_ids
from litreview.concepts.terms import WORD
from litreview.languages import language, tags
from litreview.record import Concept, Library, Statement, Study, state
from litreview.record.langtext import COMPARED
from litreview.review.claims.claim import Group, Part, Value, merge_text
from litreview.review.claims.marked import in_own_words, is_marked, whose
from litreview.review.claims.order import newest_first

TECHNIQUE = "technique"
"""The part of the methods that are techniques, as an aspect of its own where claims tell it."""


@attrs.frozen
class Comparison:
    """One aspect over some studies: who states it, of whom a person says that they do not, and the values, most shared first.

    `unread` are the studies of which nothing is known yet. While there are any, nothing may be said of what the studies leave out.
    """

    aspect: str
    stated: tuple[str, ...]
    missing: tuple[str, ...]
    groups: tuple[Group, ...]
    unread: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether anything of it rests on the full text of a study, not on what its record says."""
        return any(is_marked(statement) for group in self.groups for part in group.parts for statement in part.statements)

    @property
    def shared(self) -> tuple[Group, ...]:
        """The values that at least two studies state."""
        return tuple(group for group in self.groups if len(group.parts) > 1)

    @property
    def lone(self) -> tuple[Group, ...]:
        """The values that one study states."""
        return tuple(group for group in self.groups if len(group.parts) == 1)


def compare(library: Library, keys: Sequence[str], aspect: str) -> Comparison:
    """Compare the studies `keys`, the newest first, by their statements of `aspect`. Values of equal spread keep their first order.

    Studies that nobody could examine (see `examined`) are left out altogether.
    """
    return _compared(library, keys, aspect, lambda statement: True)


def approaches(library: Library, keys: Sequence[str]) -> Comparison:
    """Compare the studies `keys` by their approaches and designs alone; of one that names only techniques the approach is unread."""
    compared = _compared(library, keys, "method", lambda statement: not is_technique(statement, library.concepts))
    stated = tuple(dict.fromkeys(key for group in compared.groups for key in group.keys))
    placed = {key: n for n, key in enumerate(compared.stated)}
    unread = tuple(key for key in compared.stated if key not in stated)
    return attrs.evolve(compared, stated=tuple(sorted(stated, key=placed.__getitem__)), unread=(*compared.unread, *unread))


def techniques(library: Library, keys: Sequence[str]) -> Comparison:
    """Compare the studies `keys` by the techniques among their methods: those of analysis, of measuring, of sampling."""
    compared = _compared(library, keys, "method", lambda statement: is_technique(statement, library.concepts))
    stated = tuple(dict.fromkeys(key for group in compared.groups for key in group.keys))
    named = tuple(attrs.evolve(group, value=attrs.evolve(group.value, aspect=TECHNIQUE)) for group in compared.groups)
    return Comparison(TECHNIQUE, stated, (), named, tuple(key for key in (*compared.stated, *compared.unread) if key not in stated))


def comparison(library: Library, keys: Sequence[str], aspect: str) -> Comparison:
    """Compare the studies `keys` in one aspect as claims tell it: of the methods the approaches, and as "technique" the techniques."""
    if aspect == TECHNIQUE:
        return techniques(library, keys)
    return approaches(library, keys) if aspect == "method" else compare(library, keys, aspect)


def is_technique(statement: Statement, own: tuple[Concept, ...] = ()) -> bool:
    """Whether a statement of method names a technique, not an approach: by its concept, else by the words it is made of.

    >>> from litreview.record import LangText
    >>> is_technique(Statement(LangText({"en": "qualitative"}), "qualitative"))
    False
    >>> is_technique(Statement(LangText({"en": "snowball"}), "snowball-sampling"))
    True
    """
    if statement.concept in concept_ids(own) and statement.concept:
        kinds = concept(statement.concept, own).kinds
        return TECHNIQUE in kinds and "approach" not in kinds
    return any(_technique_words().intersection(WORD.findall(words.casefold())) for words in statement.text.values())


@cache
def _technique_words() -> frozenset[str]:
    """The words by which a method without a concept is known to be a technique ("analysis", "teknik")."""
    return frozenset(word for tag in tags() for word in str(language(tag).section("comparison")["techniques"]).split())


def _compared(library: Library, keys: Sequence[str], aspect: str, wanted: Callable[[Statement], bool]) -> Comparison:
    studies = [study for key in newest_first(library, keys) if examined(study := library[key])]
    stated = tuple(study.key for study in studies if study.aspects.stated(aspect))
    by_value: dict[str, list[tuple[Study, Statement]]] = {}
    for study in studies:
        seen: set[str] = set()
        for statement in filter(wanted, statements(study, aspect)):
            name = identity(statement)
            if name not in seen:
                seen.add(name)
                by_value.setdefault(name, []).append((study, statement))
    groups = [
        Group(
            Value(name, merge_text(s.text for _, s in pairs), pairs[0][1].concept, aspect, own=_own(pairs[0][1])),
            tuple(part(study, [statement]) for study, statement in pairs),
        )
        for name, pairs in by_value.items()
    ]
    groups.sort(key=lambda group: -len(group.parts))
    states = [(study.key, state(study, aspect)) for study in studies]
    missing = tuple(key for key, known in states if known == "not-stated")
    unread = tuple(key for key, known in states if known in ("not-read", "no-abstract"))
    return Comparison(aspect, stated, missing, tuple(groups), unread)


def examined(study: Study) -> bool:
    """Whether anything can be said of what `study` states or leaves out: its abstract is there, or somebody recorded an aspect.

    A work of which only the bibliographic data are known neither states nor leaves out anything; it is not counted.
    """
    return bool(study.abstract) or study.aspects.recorded


def statements(study: Study, aspect: str) -> tuple[Statement, ...]:
    """The statements a study makes of `aspect` (periods and partners are no statements)."""
    return tuple(value for value in study.aspects.values(aspect) if isinstance(value, Statement))


def identity(statement: Statement) -> str:
    """What two equal values share: the concept, else the folded words of one language (English first, being the most shared)."""
    if statement.concept:
        return statement.concept
    wording = statement.text.best(*COMPARED)
    return " ".join(wording[1].casefold().split()) if wording else ""


def part(study: Study, chosen: Iterable[Statement]) -> Part:
    """What `study` says, as a part of a claim."""
    stated = tuple(chosen)
    return Part(study.key, stated, in_own_words(study, stated))


def _own(statement: Statement) -> tuple[str, ...]:
    return tuple(tag for tag in statement.text if whose(statement, tag))


def others(library: Library, group: Group) -> tuple[Part, ...]:
    """For each study of `group` what else it states of the same aspect."""
    aspect = group.value.aspect or ""
    return tuple(
        part(library[key], [s for s in statements(library[key], aspect) if identity(s) != group.value.identity]) for key in group.keys
    )
