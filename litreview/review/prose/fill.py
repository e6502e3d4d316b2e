"""Filling a sentence: a template of the language file and its slots become inlines.

A template holds ``{slot}`` for inlines and ``{slot:one|other}`` for words that depend on the number in a slot.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from litreview.document.nodes import Foreign, Inline, Inlines, Styled, Text
from litreview.document.walk import merge

_SLOT = re.compile(r"\{(\w+)(?::([^{}|]*)\|([^{}]*))?\}")


def fill(template: str, inlines: Callable[[str], Inlines], number: Callable[[str], int]) -> Inlines:
    """Fill `template`: `inlines` gives what stands for a slot, `number` the count in a slot (for ``one|other``).

    >>> from litreview.document.walk import plain
    >>> plain(fill("{n} {n:study|studies}.", lambda slot: (Text("Two"),), lambda slot: 2))
    'Two studies.'
    """
    filled: list[Inline] = []
    at = 0
    for match in _SLOT.finditer(template):
        filled.append(Text(template[at : match.start()]))
        slot, singular, plural = match.groups()
        standing = inlines(slot) if singular is None else (Text(singular if number(slot) == 1 else plural),)
        if not standing and filled and isinstance(filled[-1], Text):
            filled[-1] = Text(filled[-1].text.removesuffix(" "))  # a slot that says nothing takes the space before it along
        filled += standing
        at = match.end()
    filled.append(Text(template[at:]))
    return merge(filled)


def capitalise(inlines: Inlines) -> Inlines:
    """The same inlines with the first letter of a leading text in upper case (a leading citation is left as it is).

    >>> capitalise((Text("dua studi"),))
    (Text(text='Dua studi'),)
    """
    if not inlines:
        return inlines
    first, *rest = inlines
    if isinstance(first, Text):
        return (Text(first.text[:1].upper() + first.text[1:]), *rest)
    if isinstance(first, Styled | Foreign):
        return (attrs.evolve(first, children=capitalise(first.children)), *rest)
    return inlines
