"""A compiled style narrowed to the works of one kind: what none of them has is left out, and branches that the kind decides are taken.

A library has few kinds of works (a type and the variables that are there), and large styles ask for hundreds of variables: of each
element only what may print something is evaluated for each work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from litreview.csl.context import Context, Kind, Render
from litreview.csl.tree import Content

Element: TypeAlias = Callable[[Kind], Render]
"""A compiled element of a style: gives what is left of it for one kind of works."""
_MOST_KINDS = 100
"""So many kinds are remembered for each macro; of more than that, all are made anew."""


def silent(context: Context) -> Content | None:
    """What is left of an element that prints nothing and calls no variable."""
    return None


def asking(context: Context) -> Content | None:
    """What is left of an element that calls a variable which is not there."""
    context.called = True
    return None


def always(render: Render) -> Element:
    """An element that is the same for all works."""
    return lambda kind: render


def wanting(variables: Sequence[str], render: Render, otherwise: Render = asking) -> Element:
    """An element that prints nothing unless one of these variables is there."""
    wanted = frozenset(variables)
    return lambda kind: otherwise if wanted.isdisjoint(kind.present) else render


def narrowed(elements: Sequence[Element], kind: Kind) -> tuple[tuple[Render, ...], bool]:
    """What of these elements may print something, and whether one of the others calls a variable."""
    renders = [element(kind) for element in elements]
    return tuple(render for render in renders if render is not silent and render is not asking), asking in renders


def remembered(element: Element) -> Element:
    """The element, narrowed once for each kind."""
    made: dict[Kind, Render] = {}

    def narrow(kind: Kind) -> Render:
        render = made.get(kind)
        if render is None:
            if len(made) >= _MOST_KINDS:
                made.clear()
            render = made[kind] = element(kind)
        return render

    return narrow
