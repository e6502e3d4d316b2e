"""One abstract page as a study: every field with the place in the page where it stands, nothing that does not stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from litreview.errors import Origin, Problem, fault
from litreview.languages import detect
from litreview.pages.blocks import Part, parts
from litreview.pages.front import Item, read_front
from litreview.pages.keys import page_key
from litreview.pages.keywords import second_list, split_keywords
from litreview.pages.offsets import Flat
from litreview.pages.persons import person, split_persons
from litreview.pages.titlecase import casing, in_capitals, readable
from litreview.pages.unwrap import unwrap
from litreview.pages.vocabulary import fold, vocabulary
from litreview.record import Date, DateParts, Evidence, FrozenMap, LangList, LangText, Name, Span, Study
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
    _text: str = ""
    _maps: Mapping[tuple[str, str], Flat] = attrs.field(factory=FrozenMap)

    def span(self, field: str, tag: str, start: int, end: int) -> Span | None:
        """The stretch of the page behind `start` to `end` of a field (title or abstract) in the language `tag`, or None."""
        flat = self._maps.get((field, tag))
        if flat is None or not 0 <= start < end <= len(flat.text):
            return None
        first, last = flat.place(start, end)
        return Span(first, last, self._text[first:last])

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


def parse_page(text: str, name: str = "") -> Page:
    """Read one abstract page, plain or Markdown. `name` (of its file) is for messages, and for the key where nothing else serves.

    Never raises on the contents: what cannot be used is in `Page.problems`, and so is (as "info") every field the page does not state.
    """
    problems: list[Problem] = []
    if len(text) > LIMIT:
        problems.append(fault("page-too-long", file=name or None, severity="error", length=len(text), limit=LIMIT))
        text = text[:LIMIT]
    if _binary(text):
        problems.append(fault("page-not-text", file=name or None, severity="error"))
        return Page(Study(page_key(Study(""), name), looked_for=FIELDS, origin=_origin(name, text)), tuple(problems))
    found = parts(unwrap(text))
    abstracts, first, lists = _abstracts(found, name, problems)
    keywords = _keywords(found, abstracts, lists, name, problems)
    items = _front(found, first, abstracts)
    known = casing(" ".join(a.text for a in abstracts.values()))
    maps: dict[tuple[str, str], Flat] = {("abstract", tag): flat for tag, flat in abstracts.items()}
    study = Study(
        "",
        abstract=LangText((tag, flat.text) for tag, flat in abstracts.items()),
        keywords=LangList((tag, tuple(k.text for k in listed)) for tag, listed in keywords.items()),
        origin=_origin(name, text),
    )
    study, doubtful = _with_front(study, items, known, maps)
    study = attrs.evolve(study, language=_language(study))
    study = attrs.evolve(study, key=page_key(study, name), looked_for=tuple(f for f in FIELDS if not _stated(study, f)))
    for field in study.looked_for:
        if field != "abstract":
            problems.append(fault("not-stated", key=study.key, file=name or None, severity="info", field=field))
    for field in doubtful:
        problems.append(fault("check-value", key=study.key, file=name or None, severity="info", field=field, value=_shown(study, field)))
    if not abstracts:
        problems.append(fault("no-abstract", key=study.key, file=name or None, severity="error" if not study.title else "warning"))
    return Page(study, tuple(p if p.key else attrs.evolve(p, key=study.key) for p in problems), doubtful, text, FrozenMap(maps))


def _binary(text: str) -> bool:
    sample = text[:20_000]
    odd = len(_ODD.findall(sample))
    return odd > 0.02 * len(sample) + 4


def _origin(name: str, text: str) -> Origin:
    return Origin(file=name or None, line=1, format="page", start=0, end=len(text))


def _abstracts(found: Sequence[Part], name: str, problems: list[Problem]) -> tuple[dict[str, Flat], dict[str, int], dict[int, str]]:
    """The abstracts by language; the index of the first part of each; and the language reigning at each part."""
    abstracts: dict[str, list[Flat]] = {}
    first: dict[str, int] = {}
    reign: dict[int, str] = {}
    current: str | None = None
    closed = True
    for number, part in enumerate(found):
        if part.kind in ("heading", "keywords"):
            closed = True
        if part.kind == "prose":
            tag = detect.detect(part.flat.text)
            if not closed and current is not None and (tag == detect.UNDETERMINED or len(part.flat.text.split()) < 8):
                tag = current
            if tag in abstracts and (closed or tag != current):
                problems.append(fault("second-abstract", file=name or None, line=part.number, language=tag))
                closed, current = True, None
                continue
            if closed and current is None and tag in abstracts:
                continue
            abstracts.setdefault(tag, []).append(part.flat)
            first.setdefault(tag, number)
            current, closed = tag, False
        if current is not None:
            reign[number] = current
    return {tag: _paragraphs(flats) for tag, flats in abstracts.items()}, first, reign


def _paragraphs(flats: Sequence[Flat]) -> Flat:
    return Flat.join(flats, "\n\n")


def _keywords(
    found: Sequence[Part], abstracts: Mapping[str, Flat], reign: Mapping[int, str], name: str, problems: list[Problem]
) -> dict[str, tuple[Flat, ...]]:
    """The lists of keywords by language: a list belongs to the abstract it stands behind, else to the one it stands before."""
    lists: list[tuple[int, tuple[Flat, ...], str]] = []
    for number, part in enumerate(found):
        if part.kind == "keywords":
            one, two = second_list(part.flat)
            lists += [(number, split_keywords(flat), part.label) for flat in (one, two) if flat is not None and flat.text]
    order = list(abstracts)
    kept: dict[str, tuple[Flat, ...]] = {}
    left: list[tuple[tuple[Flat, ...], str]] = []
    for number, listed, label in lists:
        if not listed:
            continue
        behind = reign.get(number)
        tag = behind if behind is not None and behind not in kept else None
        if tag is None:
            tag = next((t for t in order if t not in kept and _begins_after(found, number, t, reign)), None)
        if tag is None:
            left.append((listed, label))
        else:
            kept[tag] = listed
    for listed, label in left:
        tag = _list_language(listed, label, kept)
        if tag in kept:
            problems.append(fault("second-keywords", file=name or None, language=tag))
        else:
            kept[tag] = listed
    return _by_content(kept)


def _begins_after(found: Sequence[Part], number: int, tag: str, reign: Mapping[int, str]) -> bool:
    following = next((n for n in range(number + 1, len(found)) if found[n].kind == "prose"), None)
    return following is not None and reign.get(following) == tag


def _list_language(listed: Sequence[Flat], label: str, kept: Mapping[str, object]) -> str:
    tag = detect.detect_short(", ".join(k.text for k in listed))
    return tag if tag not in kept else next((t for t in (detect.detect_short(label), "id", "en", "und") if t not in kept), "und")


def _by_content(kept: dict[str, tuple[Flat, ...]]) -> dict[str, tuple[Flat, ...]]:
    """Two lists whose words say beyond doubt that each belongs to the other language change places."""
    if len(kept) != 2:
        return kept
    (one, first), (two, second) = kept.items()
    said = [detect.detect_short(", ".join(k.text for k in listed)) for listed in (first, second)]
    return {one: second, two: first} if said == [two, one] else kept


def _front(found: Sequence[Part], first: Mapping[str, int], abstracts: Mapping[str, Flat]) -> list[tuple[str, tuple[Item, ...]]]:
    """The front matter in groups, each with the language of the abstract it stands before (the last one for what comes after all)."""
    body = frozenset(w for flat in abstracts.values() for w in re.findall(r"[^\W\d_]+", flat.text.casefold()))
    starts = sorted((number, tag) for tag, number in first.items())
    groups: dict[str, list[Part]] = {}
    for number, part in enumerate(found):
        if part.kind == "front":
            tag = next((t for at, t in starts if number < at), starts[-1][1] if starts else detect.UNDETERMINED)
            groups.setdefault(tag, []).append(part)
    return [(tag, read_front(group, body)) for tag, group in groups.items()]


def _with_front(
    study: Study, groups: Sequence[tuple[str, tuple[Item, ...]]], known: Mapping[str, str], maps: dict[tuple[str, str], Flat]
) -> tuple[Study, tuple[str, ...]]:
    doubtful: list[str] = []
    titles: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    printed: list[str] = []
    people: list[Name] = []
    for tag, items in groups:
        titled = [i for i in items if i.field == "title"]
        best = max(titled, key=_weight) if titled else None
        for item in _in_two_languages(best) if best is not None else ():
            shown = readable(item.text, known)
            if shown.casefold() in (t.casefold() for t in titles.values()):
                continue
            own = detect.detect_short(shown)
            own = own if own != detect.UNDETERMINED else tag
            if own in titles:
                doubtful.append("title")
                continue
            titles[own] = shown
            if len(shown) == len(item.flat.text):
                maps["title", own] = Flat(shown, item.flat.starts, item.flat.ends)
            if shown != item.text:
                printed.append(item.text)
            if not item.sure:
                doubtful.append("title")
        for item in items:
            if item.field == "author":
                new = [person(p) for p in split_persons(item.text)]
                people += [n for n in new if n.text().casefold() not in (p.text().casefold() for p in people)]
                if new and not item.sure:
                    doubtful.append("author")
            elif item.field in ("supervisor", "programme", "degree"):
                value = readable(item.text, known) if item.field != "supervisor" else item.text
                entry = (f"page.{item.field}", value)
                if entry[1].casefold() not in (v.casefold() for n, v in extra if n == entry[0]):
                    extra.append(entry)
    extra += [("page.title_as_printed", text) for text in dict.fromkeys(printed)]
    variables = {}
    genre = _genre(groups)
    for field, variable in (("institution", "publisher"), ("unit", "division")):
        text = _places(groups, field, known)
        if text and len(people) > 1 and not genre:
            extra += [("page.affiliation", value) for value in text.values()]
        elif text:
            variables[variable] = text
    issued = _issued(groups)
    return (
        attrs.evolve(
            study,
            type="thesis" if genre else study.type,
            title=LangText(titles),
            genre=genre,
            names=FrozenMap({"author": tuple(people)}) if people else FrozenMap(),
            dates=FrozenMap({"issued": issued}) if issued else FrozenMap(),
            variables=FrozenMap(variables),
            extra=tuple(extra),
        ),
        tuple(dict.fromkeys(doubtful)),
    )


def _in_two_languages(item: Item) -> tuple[Item, ...]:
    """A title that gives its translation in brackets or behind a slash is two titles."""
    found = re.fullmatch(r"(.{15,}?)\s*(?:\(([^()]{15,}(?:\([^()]*\))?)\)|\s/\s*(.{15,}))", item.flat.text)
    if not found:
        return (item,)
    group = 2 if found[2] else 3
    tags = detect.detect_short(found[1]), detect.detect_short(found[group])
    if detect.UNDETERMINED in tags or tags[0] == tags[1]:
        return (item,)
    return tuple(attrs.evolve(item, flat=item.flat[slice(*found.span(n))]) for n in (1, group))


def _weight(item: Item) -> tuple[bool, bool, bool, int]:
    return (item.sure, item.line.heading, item.line.strong or in_capitals(item.text), len(item.text))


def _places(groups: Sequence[tuple[str, tuple[Item, ...]]], field: str, known: Mapping[str, str]) -> LangText:
    """One institution or unit, by language where the page gives it in two."""
    by_tag: dict[str, list[str]] = {}
    for tag, items in groups:
        for item in items:
            if item.field == field:
                shown = readable(item.text, known)
                if shown.casefold() not in (v.casefold() for values in by_tag.values() for v in values):
                    by_tag.setdefault(tag, []).append(shown)
    if len(by_tag) == 1:
        return LangText({"und": ", ".join(next(iter(by_tag.values())))})
    return LangText((tag, ", ".join(values)) for tag, values in by_tag.items())


def _genre(groups: Sequence[tuple[str, tuple[Item, ...]]]) -> LangText:
    genres = vocabulary().genres
    found = (genres.get(fold(item.text.strip(" .\"“”"))) for _, items in groups for item in items if item.field == "genre")
    return LangText(dict(reversed([pair for pair in found if pair])))


def _issued(groups: Sequence[tuple[str, tuple[Item, ...]]]) -> Date | None:
    for _, items in groups:
        for item in items:
            found = re.search(r"(?:19|20)\d\d", item.text) if item.field == "year" else None
            if found:
                return Date(start=DateParts(int(found.group())))
    return None


def _language(study: Study) -> str | None:
    tags = [t for t in study.title if t != detect.UNDETERMINED]
    if len(tags) == 1:
        return tags[0]
    return next((t for t in (*study.abstract, *tags) if t != detect.UNDETERMINED), None)


def _stated(study: Study, field: str) -> bool:
    if field == "author":
        return bool(study.author)
    if field == "issued":
        return study.issued is not None
    return bool(study.keywords if field == "keywords" else study.tagged(field))


def _shown(study: Study, field: str) -> str:
    return ", ".join(n.text() for n in study.author) if field == "author" else study.text(field) or ""
