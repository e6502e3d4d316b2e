"""The public face: a style and works in, the citations and the bibliography of a whole document out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import TypeAlias

import attrs

from litreview.csl.bibliography import Bibliography, Made, write_bibliography
from litreview.csl.cites import Cite, Cluster
from litreview.csl.clusters import ClusterWriter, PlacedCite
from litreview.csl.collapse import names_text
from litreview.csl.compile import Area, SortKey
from litreview.csl.context import Reference
from litreview.csl.disambiguate import Disambiguation
from litreview.csl.items import Item
from litreview.csl.locators import normal_locator
from litreview.csl.position import Place, places
from litreview.csl.rendering import FIRST, NOTHING, CiteState, Extras, ItemLocale, Renderer
from litreview.csl.sort import sorted_by
from litreview.csl.styles import Style
from litreview.csl.undisturbed import undisturbed
from litreview.document.nodes import Inlines
from litreview.errors import Problem, fault

_Key: TypeAlias = tuple[str, str | None, tuple[PlacedCite, ...]]


@attrs.frozen(eq=False)
class _Citation:
    """One citation as it was set, with all that it was made of."""

    cluster: Cluster
    row: tuple[Place, ...]
    cites: tuple[PlacedCite, ...]
    inlines: Inlines
    problems: tuple[Problem, ...]

    @property
    def key(self) -> _Key:
        """What it reads like depends on this."""
        return self.cluster.mode, self.cluster.prefix, self.cites


class Processor:
    """Cites works in one style, document by document or change by change.

    `items` are all works that may be cited; `uncited` the ids that stand in the bibliography without being cited.
    With `item_locale` "terms", terms and month names of each work are in the work's own language ("dkk." for Indonesian works, "et al."
    for English ones), with "entries" so in the bibliography alone; with "all" also its date forms and quotation marks; "off" is CSL 1.0.2
    as written. Works of `by_title` that have no author are cited by their title in the author's place, for styles that would otherwise
    cite them by nothing.
    """

    @undisturbed
    def __init__(
        self,
        style: Style,
        items: Iterable[Item],
        *,
        item_locale: ItemLocale = "off",
        uncited: Sequence[str] = (),
        by_title: Collection[str] = (),
    ) -> None:
        self._style = style
        self._renderer = Renderer(style, item_locale)
        english = style.locale.lower().startswith("en")
        self._references: dict[str, Reference] = {}
        self._faults: dict[Problem, None] = {}
        for order, item in enumerate(items):
            if item.id in self._references:
                self._faults[fault("csl-duplicate-id", key=item.id, severity="error")] = None
                continue
            self._references[item.id] = Reference(item, order, english, item.id in by_title)
        self._uncited = tuple(uncited)
        options = style.citation.options
        area = style.bibliography
        self._by_number = area is not None and area.uses_number
        self._cites_numbers = style.citation.uses_number
        self._grouping = options.get("collapse", "").startswith("year") or "cite-group-delimiter" in options
        self._writer = ClusterWriter(self._renderer, self._sort_cites)
        self._clusters: tuple[Cluster, ...] = ()
        self._citations: list[_Citation] = []
        self._extras: dict[str, Extras] = {}
        self._numbers: dict[str, str] = {}
        self._order: list[Reference] = []
        self._registered: tuple[str, ...] | None = None
        self._tied: bool | None = None
        self._cite_problems: tuple[Problem, ...] = ()
        self._keys: dict[SortKey, dict[str, str]] = {key: {} for key in (() if area is None else area.sort)}
        self._numbered_keys: dict[tuple[SortKey, str, CiteState], str] = {}
        self._entries: Made = {}
        self._entry_states: dict[str, CiteState] = {}
        self._listed = Bibliography(())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the works, the cites of the last document and the style's way with them."""
        return (*self._faults, *self._cite_problems)

    def citations(self, clusters: Sequence[Cluster]) -> tuple[Inlines, ...]:
        """All citations of a document, in order; the result has one element for each cluster."""
        self.update(clusters)
        return tuple(citation.inlines for citation in self._citations)

    @undisturbed
    def update(self, clusters: Sequence[Cluster]) -> tuple[int, ...]:
        """Take a changed document and give the indices of the citations that read differently now.

        Only what a change touches is rendered again. An index beyond the former length counts as changed.
        """
        before, self._clusters = self._citations, tuple(clusters)
        self._register()
        distance = self._style.citation.options.get("near-note-distance", "5")
        wanted = list(zip(self._clusters, places(self._clusters, int(distance) if distance.isdigit() else 5), strict=True))
        head = self._same(before, wanted)
        tail = self._same(before[head:][::-1], wanted[head:][::-1])
        earlier = {citation.key: citation for citation in before[head : len(before) - tail]}
        set_anew = [self._citation(cluster, row, earlier) for cluster, row in wanted[head : len(wanted) - tail]]
        self._citations = [*before[:head], *set_anew, *before[len(before) - tail :]]
        self._renderer.forget()
        self._cite_problems = tuple(dict.fromkeys(problem for citation in self._citations for problem in citation.problems))
        pairs = enumerate(zip(before, self._citations, strict=False))
        changed = [place for place, (old, new) in pairs if old.inlines is not new.inlines and old.inlines != new.inlines]
        return (*changed, *range(len(before), len(self._citations)))

    def _same(self, before: Sequence[_Citation], wanted: Sequence[tuple[Cluster, tuple[Place, ...]]]) -> int:
        """How many of the citations, from the first on, are as they were."""
        for place, (citation, (cluster, row)) in enumerate(zip(before, wanted, strict=False)):
            if citation.row != row or (citation.cluster is not cluster and citation.cluster != cluster) or not self._holds(citation):
                return place
        return min(len(before), len(wanted))

    def _holds(self, citation: _Citation) -> bool:
        """Whether what tells the works of a citation apart, and their numbers, are as they were."""
        for placed in citation.cites:
            if placed.reference is not None:
                key, state = placed.reference.id, placed.state
                if self._extras.get(key, NOTHING) != state.extras or (self._cites_numbers and self._numbers[key] != state.number):
                    return False
        return True

    def _citation(self, cluster: Cluster, row: tuple[Place, ...], earlier: dict[_Key, _Citation]) -> _Citation:
        """One citation set, unless one with the same cites in the same state is among `earlier` ones."""
        problems: list[Problem] = []
        cites = tuple(self._placed(cite, place, cluster.note, problems) for cite, place in zip(cluster.cites, row, strict=True))
        key = cluster.mode, cluster.prefix, cites
        known = earlier.get(key)
        if known is None:
            for placed in cites:
                prints = placed.reference is None or self._renderer.cite(placed.reference, placed.state)[0] is not None
                if placed.cite.mode == "normal" and not prints:
                    problems.append(fault("csl-cite-prints-nothing", key=placed.cite.key, style=self._style.title))
            return earlier.setdefault(key, _Citation(cluster, row, cites, self._writer.write(cluster, cites), tuple(problems)))
        return attrs.evolve(known, cluster=cluster, row=row)

    @undisturbed
    def bibliography(self) -> Bibliography:
        """The bibliography of the works cited in the last document and of the uncited ones."""
        if self._registered is None:
            self._register()
        if self._style.bibliography is None:
            self._faults[fault("csl-no-bibliography", style=self._style.title)] = None
        bibliography = write_bibliography(self._renderer, [(ref, self._entry_state(ref)) for ref in self._order], self._entries)
        self._renderer.forget()
        if bibliography != self._listed:
            self._listed = bibliography
            printed = {entry.key for entry in bibliography.entries}
            for reference in self._order if self._style.bibliography is not None else ():
                if reference.id not in printed:
                    self._faults[fault("csl-nothing-printed", key=reference.id, severity="info", style=self._style.title)] = None
        return self._listed

    def _entry_state(self, reference: Reference) -> CiteState:
        extras = self._extras.get(reference.id, NOTHING)
        if extras is NOTHING and not self._by_number:
            return FIRST
        state = self._entry_states.get(reference.id)
        number = self._numbers[reference.id] if self._by_number else ""
        if state is None or state.number != number or state.extras is not extras:
            state = self._entry_states[reference.id] = CiteState(number=number, extras=extras)
        return state

    def _register(self) -> None:
        """Numbers, order and disambiguation of all works that are in the document."""
        ids = tuple(dict.fromkeys(key for key in (*(c.key for cluster in self._clusters for c in cluster.cites), *self._uncited)))
        for key in self._uncited:
            if key not in self._references:
                self._faults[fault("csl-unknown-cite", key=key, severity="error")] = None
        ids = tuple(key for key in ids if key in self._references)
        if ids == self._registered or (self._registered is not None and self._is_reordered(ids)):
            self._registered = ids
            return
        self._registered, self._tied = ids, None
        self._extras = {}
        cited = [self._references[key] for key in ids]
        self._numbers = {ref.id: str(number) for number, ref in enumerate(cited, 1)}
        area = self._style.bibliography
        self._order = self._sorted(cited, area)
        if area is not None and area.sort:
            self._numbers = {ref.id: str(number) for number, ref in enumerate(self._order, 1)}
        disambiguation = Disambiguation(self._renderer, cited, self._numbers if self._cites_numbers else {})
        rank = {ref.id: number for number, ref in enumerate(self._order)}
        self._extras = disambiguation.extras(lambda refs: sorted(refs, key=lambda r: rank[r.id]))
        if any(extras.givens for extras in self._extras.values()):
            self._order = self._sorted(self._order, area)

    def _is_reordered(self, ids: tuple[str, ...]) -> bool:
        """Whether these are the works that were registered, only cited in another order, of which nothing in the style depends."""
        if self._by_number or self._cites_numbers or self._registered is None or {*ids} != {*self._registered}:
            return False
        if self._tied is None:  # works that sort alike stand in the order of their citations, and so do their year suffixes
            area = self._style.bibliography
            self._tied = area is None or not area.sort or self._sorted(self._order[::-1], area) != self._order
        return not self._tied

    def _sorted(self, references: Sequence[Reference], area: Area | None) -> list[Reference]:
        keys = () if area is None else area.sort
        return sorted_by(references, [(partial(self._entry_key, key), key.descending) for key in keys], self._style.locale)

    def _entry_key(self, key: SortKey, reference: Reference) -> str:
        text = self._keys[key].get(reference.id)
        if text is not None:
            return text
        state = self._entry_state(reference)
        text = self._numbered_keys.get((key, reference.id, state))
        if text is None:
            text, settled = self._renderer.sort_key(reference, key, "bibliography", state)
            if settled and not self._by_number:
                self._keys[key][reference.id] = text
            else:
                self._numbered_keys[key, reference.id, state] = text
        return text

    def _sort_cites(self, cites: Sequence[PlacedCite]) -> list[PlacedCite]:
        sort = self._style.citation.sort
        if not sort or len(cites) < 2:
            return list(cites)
        keys: list[tuple[Callable[[PlacedCite], str], bool]] = [(partial(self._cite_key, key), key.descending) for key in sort]
        if self._grouping:  # cites of the same names come together
            keys.append((self._names_text, False))
        return sorted_by(cites, keys, self._style.locale)

    def _cite_key(self, key: SortKey, placed: PlacedCite) -> str:
        return "" if placed.reference is None else self._renderer.sort_key(placed.reference, key, "citation", placed.state)[0]

    def _names_text(self, placed: PlacedCite) -> str:
        content = None if placed.reference is None else self._renderer.cite(placed.reference, placed.state)[0]
        return "" if content is None else names_text(content) or ""

    def _placed(self, cite: Cite, place: Place, note: int | None, problems: list[Problem]) -> PlacedCite:
        reference = self._references.get(cite.key)
        if reference is None:
            problems.append(fault("csl-unknown-cite", key=cite.key, severity="error"))
            return PlacedCite(cite, None, CiteState())
        locator, label, locator_problems = normal_locator(cite)
        problems += locator_problems
        state = CiteState(
            place.position, place.near, locator, label, self._numbers[cite.key] if self._cites_numbers else "",
            "" if place.first_note in (None, note) or place.position == "first" else str(place.first_note),
            self._extras.get(cite.key, NOTHING),
        )  # fmt: skip
        return PlacedCite(cite, reference, FIRST if state == FIRST else state)


__all__ = ["Bibliography", "Processor"]
