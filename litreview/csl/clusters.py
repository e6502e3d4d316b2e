"""Citations: the cites of one cluster rendered, sorted, grouped, collapsed and joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
from lxml import etree

from litreview.csl.cites import Cite, Cluster
from litreview.csl.collapse import Joined, Printed, YearDelimiters, collapse_numbers, collapse_years, grouped, without_names
from litreview.csl.context import Context, Reference
from litreview.csl.finish import Finisher
from litreview.csl.names import compile_names, names_spec
from litreview.csl.rendering import CiteState, Renderer
from litreview.csl.richtext import parse
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content, Node, first_marked, replaced, text_of
from litreview.document.nodes import Inlines

NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
"""What stands where a style prints nothing for a work: it must be seen."""
_NAMES = frozenset({"names"})
_PUNCTUATION = frozenset(",.;:!?")
_NUMBER = frozenset({"citation-number"})


@attrs.frozen
class PlacedCite:
    """One cite with its work and the state to render it in; `reference` is None for an unknown id."""

    cite: Cite
    reference: Reference | None
    state: CiteState


class ClusterWriter:
    """Turns clusters into inlines in one style."""

    def __init__(self, renderer: Renderer, sort: Callable[[Sequence[PlacedCite]], list[PlacedCite]]) -> None:
        self._renderer = renderer
        self._sort = sort
        area = renderer.style.citation
        self._area = area
        options = area.options
        self._collapse = options.get("collapse")
        self._group_delimiter = options.get("cite-group-delimiter")
        years = self._group_delimiter
        if years is None:  # the default of the specification, but only where a style is more than a bare cs:citation
            years = ", " if area.sort or renderer.style.has_bibliography else area.delimiter
        letters = options.get("year-suffix-delimiter", area.delimiter if self._group_delimiter is None else self._group_delimiter)
        self._after = options.get("after-collapse-delimiter")
        self._years = YearDelimiters(years, letters, self._after)
        short = etree.fromstring('<names xmlns="http://purl.org/net/xbiblio/csl"><name form="short" and="text"/></names>')
        inherited = {"et-al-min": "3", "et-al-use-first": "1"}
        self._plain_names = compile_names(("author",), names_spec(short, inherited, {}), ())
        self._plain_editors = compile_names(("editor",), names_spec(short, inherited, {}), ())

    def write(self, cluster: Cluster, cites: Sequence[PlacedCite]) -> Inlines:
        """The whole citation."""
        finisher = Finisher(self._renderer.locale.orthography, self._renderer.foreign)
        mode = cluster.mode
        ordered = self._sort(cites)
        if not ordered:
            return ()
        if mode in ("narrative", "author-only"):
            finisher.add(self._author(ordered[0]))
            if mode == "author-only":
                return finisher.inlines()
            finisher.add(" ")
        printed = [self._printed(cite, place == 0) for place, cite in enumerate(ordered)]
        joined = self._joined([cite for cite in printed if cite.content != ""])
        if joined and mode in ("narrative", "suppress-author"):
            joined[0] = joined[0].bare_of_names()
        joined = [cite for cite in joined if cite.parts]  # a work of the same authors, cited by nothing but them
        if not joined and mode == "parenthetical":
            joined = [attrs.evolve(Joined.of(printed[0]), content=NO_FORM)]
        if not joined:
            if mode != "narrative":
                finisher.add(NO_FORM)
            return finisher.inlines()
        area = self._area
        children: list[Content] = []
        if area.prefix:
            children.append(area.prefix)
        children.extend([*parse(cluster.prefix), " "] if cluster.prefix else ())
        before: Joined | None = None
        for cite in joined:
            if before is not None:
                children.append(_between(before, cite, area.delimiter if cite.delimiter is None else cite.delimiter))
            children.extend(cite.parts)
            before = cite
        if area.suffix:
            children.append(area.suffix)
        finisher.add(Node(children, format=area.look))
        return finisher.inlines()

    def _joined(self, printed: list[Printed]) -> list[Joined]:
        if self._collapse == "citation-number":
            return collapse_numbers(printed, None, self._after)
        if self._collapse in ("year", "year-suffix", "year-suffix-ranged"):
            groups = grouped(printed, bool(self._area.sort))
            return collapse_years(groups, self._collapse, self._years)
        if self._group_delimiter is not None:
            return [
                Joined.of(cite, None if place == 0 else self._group_delimiter)
                for group in grouped(printed, bool(self._area.sort))
                for place, cite in enumerate(group)
            ]
        return [Joined.of(cite) for cite in printed]

    def _printed(self, placed: PlacedCite, first: bool) -> Printed:
        cite, reference, state = placed.cite, placed.reference, placed.state
        if reference is None:
            return Printed(None, f"?{cite.key}?", _words_before(cite), _words_behind(cite))
        content = self._renderer.cite(reference, state)[0]
        if cite.mode == "author-only":
            return Printed(reference, self._author(placed))
        if content is None:
            content = ""
        elif cite.mode == "suppress-author":
            content = without_names(content)
        if self._renderer.style.is_note:
            content = _capitalised(content, cite.prefix, first)
        number = first_marked(content, _NUMBER)
        bare_number = int(state.number) if number is not None and state.number.isdigit() else None
        return Printed(
            reference, content, _words_before(cite), _words_behind(cite), bare_number, state.extras.suffix,
            state.locator is not None and self._located(reference, state),
        )  # fmt: skip

    def _located(self, reference: Reference, state: CiteState) -> bool:
        """Whether the locator is printed: some styles never do."""
        with_it = self._renderer.cite(reference, state)[0]
        without = self._renderer.cite(reference, attrs.evolve(state, locator=None, label=None))[0]
        return with_it is None or without is None or text_of(with_it) != text_of(without)

    def _author(self, placed: PlacedCite) -> Content:
        """The names of a cite alone, as the style prints them, or plainly where the style prints none in its cites."""
        if placed.reference is None:
            return f"?{placed.cite.key}?"
        content = self._renderer.cite(placed.reference, attrs.evolve(placed.state, locator=None, label=None))[0]
        names = None if content is None else first_marked(content, _NAMES)
        if names is not None:
            lang = content.lang if isinstance(content, Node) else None
            return Node([names], lang=lang) if lang else names
        locale = self._renderer.locale_of_cites(placed.reference)
        for plain in (self._plain_names, self._plain_editors):
            author = plain(placed.reference.kind_in_cites)(Context(placed.reference, locale, "citation"))
            if author is not None:
                return author
        return Node(list(placed.reference.rich("title-short") or placed.reference.rich("title") or [placed.cite.key]))


def _between(before: Joined, after: Joined, delimiter: str) -> str:
    """The delimiter of two cites, unless the words around them bring their own punctuation."""
    if after.opening in _PUNCTUATION:
        return ""
    if before.closing in _PUNCTUATION:
        return " " if delimiter else ""
    return delimiter


def _capitalised(content: Content, prefix: str | None, first: bool) -> Content:
    """A term at the beginning of a note, or behind words that end a sentence, begins with a capital."""
    if prefix is None:
        if not first:
            return content
    else:
        words = prefix.rstrip(" \"'”’»")
        if words[-1:] not in (".", "!", "?") or " " not in words.strip():
            return content
    return opened(content)


def opened(content: Content) -> Content:
    """The content with a capital where it begins with a term."""
    term = _leading_term(content)
    if term is None:
        return content
    return replaced(content, term, term.copy(change_case(term.children, "capitalize-first"))) or content


def _leading_term(content: Content) -> Node | None:
    """The term with which a cite begins, or None."""
    while isinstance(content, Node):
        if content.mark == "term":
            return content
        if (content.prefix and any(c.isalnum() for c in content.prefix)) or not content.children:
            return None
        content = content.children[0]
    return None


def _words_before(cite: Cite) -> Content | None:
    """The words before a cite, with a space where they end in a letter."""
    text = cite.prefix
    if not text:
        return None
    parts = parse(text)
    last = text_of(parts[-1])[-1:]
    return Node([*parts, " "]) if last.isalnum() or last in '.,;:)”’"' else Node(parts)


def _words_behind(cite: Cite) -> Content | None:
    text = cite.suffix
    if not text:
        return None
    return Node([" ", *parse(text)]) if text[0].isalnum() or text[0] in "(“‘[" else Node(parse(text))
