"""The items of front matter (titles, persons, places, years) as the fields of a study."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from litreview.pages.front_items import Item
from litreview.pages.furniture import Fact
from litreview.pages.furniture.words import furniture_words
from litreview.pages.imprint import Imprint, imprint
from litreview.pages.lines import genre_name
from litreview.pages.names import are_persons, cut_persons, has_degree
from litreview.pages.persons import persons
from litreview.pages.titlecase import readable
from litreview.pages.titles import Groups, Titles, find_titles
from litreview.pages.vocabulary import vocabulary
from litreview.record import Date, DateParts, FrozenMap, LangText, Name, Study

_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_NOTED = re.compile(r"(?<=[^\W\d_]{3})\d$")
"""A note behind the name of a place."""
_STUDENT = re.compile(r"(?<!\d)\d{7,}(?!\d)")
"""The number of a student behind a name."""
_OPENING = 400
"""So far from its beginning an abstract says what kind of work it belongs to, in characters."""


@attrs.frozen(eq=False)
class Front:
    """A study with what its front matter states, the titles with their places, the fields that rest on looks alone, and the items behind
    each field by its path in the record."""

    study: Study
    titles: Titles
    doubtful: tuple[str, ...]
    items: Mapping[str, tuple[Item, ...]]
    facts: Mapping[str, Fact] = FrozenMap()
    """What the furniture of the page states, by its field ("year" for the date of issue)."""
    differing: Mapping[str, str] = FrozenMap()
    placed: bool = False
    """Whether a place or an address stands there."""
    weak_type: bool = False
    """Whether only a weak sign says what type of work it is."""


def with_front(study: Study, groups: Groups, known: Mapping[str, str], facts: Sequence[Fact] = ()) -> Front:
    """`study` with what the front matter and the furniture of its page (`facts`) state.

    `known` says how the page writes acronyms and odd names (see `titlecase.Casing`).
    """
    printed = imprint(facts)
    people, authors = _people(groups)
    titles = find_titles(study, groups, known, people)
    genre = _genre(groups) or _own_genre(study, printed)
    kind, weak = _type(study, groups, printed, genre, len(people))
    supervisors = people[1:] if kind == "thesis" and _is_supervised(people) else ()
    people = people[:1] if supervisors else people
    genre = genre if kind == "thesis" else LangText()
    issued = _issued(groups, printed, kind)
    extra = [*_extra(groups, known), *(("page.supervisor", name.raw or name.text()) for name in supervisors)]
    variables: dict[str, LangText] = dict(printed.variables)
    signed = kind in ("article-journal", "paper-conference") or (len(people) > 1 and not genre and kind != "thesis")
    cited = any(item.sign == "citation" for _, items in groups for item in items if item.field == "institution")
    signed = (signed and not (cited and kind == study.type)) or (not genre and kind == study.type and _is_affiliation(groups))
    for field, variable in (("institution", "publisher"), ("unit", "division")):
        text = _places(groups, field, known)
        if text and signed:
            extra += [("page.affiliation", value) for value in text.values()]
        elif text:
            variables.setdefault(variable, text)
    extra += [(f"page.other_{field}", value) for field, value in printed.differing.items()]
    extra += [("page.received", value) for value in dict.fromkeys(fact.value for fact in facts if fact.source == "received")][-1:]
    extra += [("page.title_as_printed", text) for text in titles.printed]
    filled = attrs.evolve(
        study,
        type=kind,
        title=LangText(titles.texts),
        genre=genre,
        names=FrozenMap({"author": people}) if people else FrozenMap(),
        dates=FrozenMap({"issued": issued}) if issued else FrozenMap(),
        variables=FrozenMap(variables),
        extra=tuple(extra),
    )
    known_fields = {field: fact for field, fact in printed.chosen.items() if field in variables or field == "year"}
    doubtful = tuple(f for f, sure in (("title", titles.sure), ("author", all(item.sure for item in authors))) if not sure)
    listed = {f"title/{tag}": (item,) for tag, item in titles.items.items()} | ({"author": authors} if people else {})
    stated = {"issued": ("year", bool(issued)), "genre": ("genre", bool(genre)), "publisher": ("institution", "publisher" in variables)}
    placed = any(item.field in ("institution", "unit", "address") for _, items in groups for item in items)
    stated["division"] = ("unit", "division" in variables)
    for name, (field, there) in stated.items():
        field_items = tuple(item for _, items in groups for item in items if item.field == field) if there else ()
        listed |= {name: field_items} if field_items else {}
    return Front(filled, titles, doubtful, listed, known_fields, printed.differing, placed, weak)


def _is_supervised(people: Sequence[Name]) -> bool:
    """Whether the first of several persons of a thesis alone has no degree: the others supervised it."""
    return len(people) > 1 and not has_degree(people[0].raw or "") and all(has_degree(name.raw or "") for name in people[1:])


def _people(groups: Groups) -> tuple[tuple[Name, ...], tuple[Item, ...]]:
    people: list[Name] = []
    used: list[Item] = []
    for _, items in groups:
        for item in items:
            if item.field == "author":
                new = persons(item.text, inverted=item.sign == "citation" and "," in item.text)
                used += [item] if new else []
                longer = [name.text().casefold() for name in new]
                people = [name for name in people if not any(name_.startswith(f"{name.text().casefold()} ") for name_ in longer)]
                known = [person.text().casefold() for person in people]
                again = len(new) > 1 and all(any(_is_family(n.text().casefold(), name) for name in known) for n in new)
                people += [n for n in new if not again and not any(_is_part(n.text().casefold(), name) for name in known)]
    return tuple(people), tuple(used)


def _is_part(name: str, other: str) -> bool:
    """Whether a name is another one again, whole or cut by the end of a line."""
    return name == other or (" " in name and (other.startswith(name + " ") or other.endswith(" " + name)))


def _is_family(name: str, other: str) -> bool:
    """Whether a name is the last word of another: a copyright line names families alone."""
    return " " not in name and other.endswith(" " + name)


def _extra(groups: Groups, known: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a record has no field for, once each whatever the case: supervisors, programme, degree."""
    extra: dict[tuple[str, str], tuple[str, str]] = {}
    for _, items in groups:
        for item in items:
            if item.field in ("supervisor", "programme", "degree"):
                several = item.field == "supervisor" and are_persons(item.text)
                values = cut_persons(item.text) if several else (item.text if item.field == "supervisor" else readable(item.text, known),)
                for value in values:
                    extra.setdefault((item.field, value.casefold()), (f"page.{item.field}", value))
    return list(extra.values())


def _places(groups: Groups, field: str, known: Mapping[str, str]) -> LangText:
    """One institution or unit, by language where the page gives it in two."""
    by_tag: dict[str, list[str]] = {}
    alone = {item.text.casefold() for _, items in groups for item in items if item.field == "skip"}
    for tag, items in groups:
        for item in items:
            if item.field == field:
                place = _NOTED.sub("", readable(item.text, known))
                stated = [value for values in by_tag.values() for value in values]
                short = next((value for value in stated if _abbreviates(place, value)), None)
                if short is not None:
                    continue
                by_tag = {key: [value for value in values if not _abbreviates(value, place)] for key, values in by_tag.items()}
                same = next((value for value in stated if _begins(place, value) or _begins(value, place)), None)
                if same is None:
                    by_tag.setdefault(tag, []).append(place)
                else:
                    whole = _whole_name(min(place, same, key=len), max(place, same, key=len), alone)
                    by_tag = {key: [whole if value == same else value for value in values] for key, values in by_tag.items()}
    by_tag = {key: values for key, values in by_tag.items() if values}
    if len(by_tag) == 1:
        return LangText({"und": ", ".join(next(iter(by_tag.values())))})
    return LangText((tag, ", ".join(values)) for tag, values in by_tag.items())


def _begins(place: str, name: str) -> bool:
    """Whether a place is `name`, alone or with its town behind."""
    return f"{place} ".casefold().startswith(f"{name} ".casefold())


def _abbreviates(place: str, name: str) -> bool:
    """Whether a place begins with the initials of `name` ("UIN Contoh" of "Universitas Islam Negeri Contoh")."""
    first, _, town = place.partition(" ")
    words = name.split()
    initials = "".join(word[0] for word in words[: len(first)])
    return first.isupper() and 2 < len(first) <= len(words) and initials == first and (not town or town.split()[0] in words)


def _whole_name(short: str, long: str, alone: set[str]) -> str:
    """Which of two names of a place that begin alike is the whole one: the longer, unless a town that stands alone elsewhere, or a note,
    is all that it adds.
    """
    rest = long[len(short) :].strip(" ,").casefold()
    plain = vocabulary().title_small | furniture_words().no_person
    named = any(word not in plain for word in _WORD.findall(short.casefold()))
    return short if not any(c.isalpha() for c in rest) or (named and rest in alone) else long


def _genre(groups: Groups) -> LangText:
    genres = vocabulary().genres
    named = [item.text for _, items in groups for item in items if item.field == "genre"]
    pairs = [genres.get(genre_name(text)) for text in named]
    if named and not any(pairs):
        thesis = next((text for text in named if vocabulary().any_thesis.fullmatch(text)), None)
        return LangText({"en": thesis}) if thesis else LangText()
    return LangText(dict(reversed([pair for pair in pairs if pair])))


def _issued(groups: Groups, printed: Imprint, kind: str) -> Date | None:
    """The year of issue: for a thesis that of its cover or reference, for an article that of its masthead."""
    years = [match.group() for _, items in groups for item in items if item.field == "year" and (match := _YEAR.search(item.text))]
    own = int(years[0]) if years else None
    year = (own or printed.year) if kind == "thesis" else (printed.year or own)
    return Date(start=DateParts(year)) if year else None


def _type(study: Study, groups: Groups, printed: Imprint, genre: LangText, people: int) -> tuple[str, bool]:
    """The type of a work by what its page prints (the kind of a thesis, the imprint of a journal, the ways of either), and whether that is
    a weak sign: how the text speaks of itself, where it is kept, or none at all.
    """
    items = [item for _, items in groups for item in items]
    if genre and not printed.chosen.keys() & {"volume", "container-title"}:
        return "thesis", False
    if printed.type:
        return printed.type, False
    vocab = vocabulary()
    if any(item.field == "skip" and item.sign == "words" and vocab.submitted.search(item.text) for item in items):
        return "thesis", False
    if any(item.field == "author" and _STUDENT.search(item.text) for item in items):
        return "thesis", False
    if any(item.field == "supervisor" or (item.field == "skip" and item.sign == "number") or item.sign == "number" for item in items):
        return "thesis", False
    marked = any(item.field == "author" and item.sign == "notes" for item in items)
    cited = any(item.sign == "citation" for item in items)
    if marked or (people > 1 and not cited) or _is_affiliation(groups):
        return "article-journal", False
    texts = list(study.abstract.values())
    if printed.kept or any(vocab.genre_within.search(text) for text in texts):
        return "thesis", True
    return ("article-journal" if any(vocab.own_article.search(text) for text in texts) else study.type), True


def _own_genre(study: Study, printed: Imprint) -> LangText:
    """The kind of work that an abstract says of itself ("Skripsi ini …"), or that its running foot names."""
    genres = vocabulary().genres
    fact = printed.chosen.get("genre")
    if fact is not None and genre_name(fact.value) in genres:
        return LangText([genres[genre_name(fact.value)]])
    for text in study.abstract.values():
        match = vocabulary().own_genre.search(text[:_OPENING])
        if match and genre_name(match[1]) in genres:
            return LangText([genres[genre_name(match[1])]])
    return LangText()


def _is_affiliation(groups: Groups) -> bool:
    """Whether the place is rather where the author works: printed on one line with its unit or with the name, beside an address."""
    items = [item for _, items in groups for item in items]
    if not any(item.field == "address" for item in items):
        return False
    lines: dict[int, set[str]] = {}
    for item in items:
        if item.field in ("institution", "unit", "programme", "author"):
            lines.setdefault(item.line.number, set()).add(item.field)
    return any("institution" in fields and len(fields) > 1 for fields in lines.values())
