"""Styles of one element, and what they print: for tests that have the value beside the element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from csl_suite import to_html

from litreview.csl import Cite, Cluster, Item, Processor, Style, compile_style, items
from litreview.document.walk import entry_inlines


def style(layout: str, attributes: str = "", citation: str = "", above: str = "", below: str = "", locale: str | None = None) -> Style:
    """A style whose cites are `layout`. `attributes` are those of ``cs:style``, `citation` those of ``cs:citation``; `above` and
    `below` stand before ``cs:citation`` and behind it."""
    text = (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" {attributes}><info><title>T</title><id>t</id>'
        f"<updated>2026-01-01T00:00:00Z</updated></info>{above}<citation {citation}>"
        f"{layout if '<layout' in layout else f'<layout>{layout}</layout>'}</citation>{below}</style>"
    )
    compiled = compile_style(text.encode(), locale or "en-US")
    assert compiled.problems == ()
    return compiled


def works(*mappings: dict[str, Any]) -> tuple[Item, ...]:
    """Books by the names a, b, c …, or what the mappings say."""
    return items([{"id": chr(ord("a") + place), "type": "book", **mapping} for place, mapping in enumerate(mappings)])[0]


def cited(layout: str, *mappings: dict[str, Any], cites: Sequence[Cite] = (), **parts: Any) -> list[str]:
    """What each work prints in a citation of its own, as HTML; or what each of `cites` prints."""
    known = works(*mappings)
    clusters = [Cluster((cite,), note) for note, cite in enumerate(cites or [Cite(work.id) for work in known], 1)]
    return [to_html(one) for one in Processor(style(layout, **parts), known).citations(clusters)]


def together(layout: str, *mappings: dict[str, Any], **parts: Any) -> str:
    """What all works print in one citation."""
    known = works(*mappings)
    return to_html(Processor(style(layout, **parts), known).citations([Cluster(tuple(Cite(work.id) for work in known), 1)])[0])


def listed(layout: str, *mappings: dict[str, Any], options: str = "", **parts: Any) -> list[str]:
    """The entries of a bibliography with this `layout` (and ``cs:sort``); `options` are the attributes of ``cs:bibliography``."""
    known = works(*mappings)
    below = f"<bibliography {options}>{layout if '<layout' in layout else f'<layout>{layout}</layout>'}</bibliography>"
    compiled = style('<text variable="title"/>', below=below, **parts)
    entries = Processor(compiled, known, uncited=[work.id for work in known]).bibliography().entries
    return [to_html(entry_inlines(entry)) for entry in entries]


def people(*names: str) -> list[dict[str, str]]:
    """Names written ``Family, Given``; without a comma they are those of institutions."""
    return [dict(zip(("family", "given"), name.split(", "), strict=True)) if "," in name else {"literal": name} for name in names]
