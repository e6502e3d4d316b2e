"""Citations by key: for a manuscript that is being built, and as plain text."""

from __future__ import annotations

import os

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.cite.named_style import compiled
from litreview.cite.resolve import resolve
from litreview.document.nodes import Cite, CiteItem, CiteMode, Document, Note, Paragraph
from litreview.document.walk import block_inlines, nodes, plain
from litreview.errors import WriteError
from litreview.languages import CHAPTER, language


def citation(
    *keys: str,
    mode: CiteMode = "parenthetical",
    locator: str | None = None,
    label: str = "page",
    prefix: str | None = None,
    suffix: str | None = None,
) -> Cite:
    """A citation of the works `keys`: ``(Lee, 2019, p. 4)``, or by `mode` "narrative" ``Lee (2019)``, "suppress-author", "author-only".

    `locator` is a place in the last of them, of the kind `label` (a CSL locator term); `prefix` stands before the first, `suffix` behind
    the last.

    >>> citation("lee", "kim", locator="4", prefix="see").items[-1].locator
    '4'
    """
    if not keys:
        raise WriteError("a citation needs at least one work: give its key")
    first, last = 0, len(keys) - 1
    items = (
        CiteItem(
            key,
            locator if n == last else None,
            label if locator and n == last else None,
            prefix if n == first else None,
            suffix if n == last else None,
        )
        for n, key in enumerate(keys)
    )
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
