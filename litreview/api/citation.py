"""Citations by key: for a manuscript that is being built, and as plain text."""

from __future__ import annotations

import os
from typing import get_args

import attrs

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.document.nodes import Cite, CiteItem, CiteMode, Document, Note, Paragraph
from litreview.document.walk import block_inlines, nodes, plain
from litreview.errors import UnknownName, WriteError, WrongType
from litreview.languages import CHAPTER, language

MODES: tuple[CiteMode, ...] = get_args(CiteMode)


def citation(
    *keys: str | CiteItem,
    mode: CiteMode = "parenthetical",
    locator: str | None = None,
    label: str = "page",
    prefix: str | None = None,
    suffix: str | None = None,
) -> Cite:
    """A citation of the works `keys`: ``(Lee, 2019, p. 4)``, or by `mode` "narrative" ``Lee (2019)``, "suppress-author", "author-only".

    `locator` is a place in the last of them, of the kind `label` (a CSL locator term); `prefix` stands before the first, `suffix` behind
    the last. A `CiteItem` in the place of a key says these of its own work. Raises WriteError without a key, WrongType for a key of
    another kind (a record, a whole citation), UnknownName for an unknown mode.

    >>> citation("lee", "kim", locator="4", prefix="see").items[-1].locator
    '4'
    >>> [item.locator for item in citation(CiteItem("lee", "4"), CiteItem("kim", "9")).items]
    ['4', '9']
    """
    if not keys:
        raise WriteError("a citation needs at least one work: give its key")
    if mode not in MODES:
        raise UnknownName("kind of citation", str(mode), MODES)
    for key in keys:
        if not isinstance(key, str | CiteItem):
            raise WrongType(key, "the key of a work, or a CiteItem", "a record has its key in .key; a Cite is whole already")
    first, last = 0, len(keys) - 1
    items: list[CiteItem] = []
    for n, key in enumerate(keys):
        item = key if isinstance(key, CiteItem) else CiteItem(key)
        if locator and n == last:
            item = attrs.evolve(item, locator=locator, label=label)
        if item.locator and item.label is None:
            item = attrs.evolve(item, label="page")
        before, behind = prefix if n == first else None, suffix if n == last else None
        items.append(attrs.evolve(item, prefix=before or item.prefix, suffix=behind or item.suffix))
    return Cite(tuple(items), mode)


def citation_text(
    library: Studies,
    *keys: str,
    mode: CiteMode = "parenthetical",
    locator: str | None = None,
    label: str = "page",
    prefix: str | None = None,
    suffix: str | None = None,
    style: str | os.PathLike[str] = "apa",
    lang: str | None = None,
) -> str:
    """The citation of the works `keys` as plain text, as it first stands in a text; of a note style the words of the note.

    The rest is as in `citation`; `style` is the name of a CSL style or the path of a ``.csl`` file, `lang` the language of its words
    ("id" by default). Raises as `litreview.load`, UnknownName (key, style, language), StyleError, WriteError without a key.

    >>> import litreview
    >>> ports = litreview.loads("@book{lee, author = {Lee, Ann}, title = {Ports}, year = 2019}")
    >>> citation_text(ports, "lee", locator="5", lang="en"), citation_text(ports, "lee", mode="narrative")
    ('(Lee, 2019, p. 5)', 'Lee (2019)')
    >>> citation_text(ports, "lee", locator="5", style="chicago-notes-bibliography", lang="en")
    'Ann Lee, Ports (2019), 5.'
    """
    studies = load(library)
    cite = citation(*(studies[key].key for key in keys), mode=mode, locator=locator, label=label, prefix=prefix, suffix=suffix)
    spoken = language(lang or CHAPTER)
    text = Document("", spoken.tag, (Paragraph((cite,), "citation"),))
    resolved, _ = resolve(text, studies, compiled(style, spoken.csl_locale), item_locale=spoken.item_locale)
    inlines = next(block_inlines(resolved.blocks[0]))
    notes = [node for node in nodes(inlines) if isinstance(node, Note)]
    return plain(notes[0].children if notes else inlines)
