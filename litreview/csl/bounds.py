"""What a style may cost: a macro that calls itself, or macros that unfold without bounds, are found before anything is compiled."""

from __future__ import annotations

from lxml import etree

from litreview.csl.locales import NS
from litreview.errors import StyleError

_DEEPEST = 120
"""Elements inside each other, macros unfolded; the deepest of the public styles has 72."""
_MOST_STEPS = 60_000
"""Elements evaluated for one work; the longest of the public styles has 3,047."""


def check_bounds(root: etree._Element) -> None:
    """Raise StyleError, with the line, for a style whose evaluation would not end or take unreasonably long.

    The measure is the number of elements evaluated for one work at most: of a ``cs:choose`` only the costliest branch counts.
    """
    macros = {macro.get("name", ""): macro for macro in root.iterfind(f"{NS}macro")}
    costs_of_macros: dict[str, tuple[int, int]] = {}
    unfolding: list[str] = []

    def macro_cost(name: str, caller: etree._Element) -> tuple[int, int]:
        if name in costs_of_macros or name not in macros:
            return costs_of_macros.get(name, (0, 0))
        if name in unfolding:
            raise StyleError(f'macro "{name}" calls itself; take the call out', line=caller.sourceline)
        unfolding.append(name)
        costs_of_macros[name] = cost(macros[name])
        unfolding.pop()
        return costs_of_macros[name]

    def cost(element: etree._Element) -> tuple[int, int]:
        """(elements evaluated at most, elements inside each other at most)"""
        costs = [cost(child) for child in element if isinstance(child.tag, str)]
        name = element.get("macro")
        if name is not None:
            costs.append(macro_cost(name, element))
        steps = [steps for steps, _ in costs]
        total = 1 + (max(steps, default=0) if element.tag == f"{NS}choose" else sum(steps))
        depth = 1 + max((depth for _, depth in costs), default=0)
        if total > _MOST_STEPS:
            raise StyleError("the macros of this style unfold without bounds; let each call fewer others", line=element.sourceline)
        if depth > _DEEPEST:
            raise StyleError(f"elements stand more than {_DEEPEST} deep inside each other; make the style flatter", line=element.sourceline)
        return total, depth

    for name in ("citation", "bibliography"):
        area = root.find(NS + name)
        if area is not None:
            cost(area)
