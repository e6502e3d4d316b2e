"""Citations and bibliography of a whole document, by a citation style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from litreview.cite.ambiguity import tell_apart
from litreview.cite.full_stops import set_full_stops
from litreview.cite.items import citable, citation_item
from litreview.cite.joined_names import with_the_word
from litreview.cite.places import Place, fill, places, set_note_marks
from litreview.cite.unprinted import is_unprinted, with_authors, with_words
from litreview.csl import Bibliography, Cite, Cluster, Item, ItemLocale, Processor, Style
from litreview.document.nodes import Block, CiteItem, Document, Heading, Inlines, Note, References, Text
from litreview.document.works import URIS, Works, frozen_item
from litreview.errors import Problem, fault, nearest
from litreview.record.library import Library
from litreview.record.study import ADDRESS, Study


def resolve(
    document: Document,
    library: Library,
    style: Style,
    *,
    item_locale: ItemLocale = "off",
    translated_titles: bool = False,
    uncited: Sequence[str] = (),
) -> tuple[Document, tuple[Problem, ...]]:
    """Fill in every citation of `document`, its bibliography and its ``sources``; whatever an earlier run filled in is made anew.

    In a note style each citation in the text becomes a footnote; one that names its author in the sentence ("narrative") keeps the
    name there. Text of a study is taken in the document's language where it has it. A work without author whose citation would say
    nothing of it, or no more than another's does, is cited by its title; works cited alike all the same are a problem. A key that the
    library lacks is a problem too and stands between question marks. `item_locale` is as in `litreview.csl.Processor`,
    `translated_titles` as in `citable`; the works `uncited` stand in the bibliography too.
    """
    cited = places(document, style.is_note)
    rows = [item.key for place in cited if place.label and style.is_note for item in place.cite.items]
    listed = [key for key in dict.fromkeys((*uncited, *rows)) if key in library]
    studies = [library[key] for key in dict.fromkeys((*_keys(cited), *listed)) if key in library]
    items, faults = _items(studies, document.language, translated_titles)
    work = _Work(library, style, items, item_locale, cited, listed)
    printed = work.children()
    bare = [n for n, place in enumerate(cited) if place.cite.mode == "suppress-author" and is_unprinted(printed[n])]
    if bare:
        whole = with_authors(document, frozenset(bare))
        resolved, problems = resolve(whole, library, style, item_locale=item_locale, translated_titles=translated_titles, uncited=uncited)
        return resolved, (*(fault("citation-needs-more", key=cited[n].cite.items[0].key) for n in bare), *problems)
    printed = [with_words(inlines, _title(library, place.cite.items[0].key)) for inlines, place in zip(printed, cited, strict=True)]
    filled = set_full_stops(fill(document, iter(printed)), style.is_note)
    filled = set_note_marks(filled) if style.is_note else filled
    listing = work.processor.bibliography() if any(isinstance(block, References) for block in filled.blocks) else None
    blocks = tuple(_with_entries(block, listing, library) for block in filled.blocks)
    resolved = attrs.evolve(filled, blocks=blocks, sources=_sources(studies, document.language, translated_titles))
    cited_bare = {problem.key for problem in work.processor.problems if problem.code == "csl-cite-prints-nothing"}
    told = [fault("work-unprinted", key=key) for key in _unprinted_entries(listing) if key not in cited_bare]
    return resolved, (*_unknown(cited, library), *faults, *work.problems, *told, *work.processor.problems)


def bibliography_document(
    library: Library,
    style: Style,
    language: str,
    *,
    title: str = "",
    item_locale: ItemLocale = "off",
    translated_titles: bool = False,
) -> tuple[Document, tuple[Problem, ...]]:
    """A document in `language` with the bibliography of every study of `library`, under the heading `title` if there is one."""
    items, faults = _items(library.studies, language, translated_titles)
    processor = Processor(style, items, item_locale=item_locale, uncited=library.keys())
    listing = processor.bibliography()
    references = _with_entries(References("references"), listing, library)
    heading: tuple[Block, ...] = (Heading(1, (Text(title),), "bibliography"),) if title else ()
    document = Document(title, language, (*heading, references), _sources(library.studies, language, translated_titles))
    return document, (*faults, *(fault("work-unprinted", key=key) for key in _unprinted_entries(listing)), *processor.problems)


class _Work:
    """The citations of one document while they are made."""

    def __init__(
        self,
        library: Library,
        style: Style,
        items: Sequence[Item],
        item_locale: ItemLocale,
        cited: tuple[Place, ...],
        listed: Sequence[str],
    ) -> None:
        self.library, self.style, self.item_locale, self.places = library, style, item_locale, cited
        distinct = tell_apart(style, items)
        self.items, self.problems = distinct.items, distinct.problems
        self.processor = Processor(style, self.items, item_locale=item_locale, by_title=distinct.by_title, uncited=listed)

    def children(self) -> list[Inlines]:
        """What to print for each citation, in reading order."""
        clusters = [self._cluster(place) for place in self.places]
        rendered = iter(self.processor.citations([cluster for cluster in clusters if cluster.cites]))
        printed = [next(rendered) if cluster.cites else () for cluster in clusters]
        return [self._printed(place, inlines) for place, inlines in zip(self.places, printed, strict=True)]

    def _cluster(self, place: Place) -> Cluster:
        """What the processor is asked for. The bare name of an author in the text of a note style is no citation."""
        bare = self.style.is_note and place.note is None
        cites = () if bare else tuple(_cite(item) for item in place.cite.items if item.key in self.library)
        narrative_note = place.cite.mode == "narrative" and self.style.is_note and place.note is not None
        return Cluster(cites, note=place.note, mode="parenthetical" if narrative_note else place.cite.mode, prefix=place.cite.lead)

    def _printed(self, place: Place, inlines: Inlines) -> Inlines:
        marks = "; ".join(f"?{item.key}?" for item in place.cite.items if item.key not in self.library)
        if marks:
            inlines = (*inlines, Text(f" {marks}" if inlines else marks))
        if self.style.is_note and place.note is None:
            return (*self._author(place), *(self._year(place) if place.label else ()), *inlines)
        if place.cite.mode == "narrative" and not place.own and self._by_persons(place):
            inlines = with_the_word(inlines, self.style.locale_of(self.style.locale).term("and") or "&")
        if not place.own or not inlines:
            return inlines
        note: Inlines = (Note(inlines),)
        return (*self._author(place), *note) if place.cite.mode == "narrative" else note

    def _by_persons(self, place: Place) -> bool:
        """Whether the works are named by persons: the sign "&" in the name of an institution or in a title is a part of it."""
        works = [self.library[item.key] for item in place.cite.items if item.key in self.library]
        return all(study.author and not any(name.literal for name in study.author) for study in works)

    def _year(self, place: Place) -> Inlines:
        """The year of a work that names a row of a table, in brackets."""
        issued = [self.library[item.key].issued for item in place.cite.items[:1] if item.key in self.library]
        return (Text(f" ({issued[0].year})"),) if issued and issued[0] and issued[0].year is not None else ()

    def _author(self, place: Place) -> Inlines:
        """The names that a narrative citation of a note style leaves in the sentence, in the short form of a later citation.

        They come from a processor of their own: a name in the sentence is no citation that "ibid." could point to.
        """
        first = [item for cited in place.cite.items[:1] for item in self.items if item.id == cited.key]
        cluster = Cluster(tuple(Cite(item.id, position="subsequent") for item in first), mode="author-only")
        return Processor(self.style, first, item_locale=self.item_locale).citations([cluster])[0] if first else ()


def _keys(cited: Iterable[Place]) -> list[str]:
    return [item.key for place in cited for item in place.cite.items]


def _cite(item: CiteItem) -> Cite:
    return Cite(item.key, item.locator, item.label, item.prefix, item.suffix)


def _items(studies: Sequence[Study], language: str, translated_titles: bool) -> tuple[tuple[Item, ...], list[Problem]]:
    pairs = [citation_item(study, language, translated_titles=translated_titles) for study in studies]
    return tuple(item for item, _ in pairs), [problem for _, faults in pairs for problem in faults]


def _unknown(cited: Iterable[Place], library: Library) -> list[Problem]:
    missing = [key for key in dict.fromkeys(_keys(cited)) if key not in library]
    return [_unknown_key(key, nearest(key, library.keys())) for key in missing]


def _unknown_key(key: str, near: str | None) -> Problem:
    return fault("unknown-key-near" if near else "unknown-key", key=key, severity="error", nearest=near)


def _title(library: Library, key: str) -> str:
    """What is said of a work for which a style prints nothing."""
    titles = list(library[key].title.values()) if key in library else []
    return titles[0] if titles else key


def _unprinted_entries(bibliography: Bibliography | None) -> list[str]:
    return [entry.key for entry in bibliography.entries if is_unprinted(entry.children)] if bibliography is not None else []


def _with_entries(block: Block, bibliography: Bibliography | None, library: Library) -> Block:
    if not isinstance(block, References) or bibliography is None:
        return block
    entries = bibliography.entries
    if any(is_unprinted(entry.children) for entry in entries):
        entries = tuple(attrs.evolve(entry, children=with_words(entry.children, _title(library, entry.key))) for entry in entries)
    return attrs.evolve(
        block,
        entries=entries,
        hanging=bibliography.hanging,
        align=bibliography.align,
        entry_spacing=bibliography.entry_spacing,
        line_spacing=bibliography.line_spacing,
    )


def _sources(studies: Iterable[Study], language: str, translated_titles: bool) -> Works:
    return tuple(
        (study.key, frozen_item(_source(study, citable(study, language, translated_titles=translated_titles)))) for study in studies
    )


def _source(study: Study, item: dict[str, Any]) -> dict[str, Any]:
    """The item with the addresses under which a citation manager keeps the work, where it came from one."""
    uris = [value for name, value in study.extra if name == ADDRESS]
    return {**item, "custom": {URIS: uris}} if uris else item
