"""What a style may cost: a macro that calls itself, or macros that unfold without bounds, are found before anything is compiled."""

from __future__ import annotations

from lxml import etree

from litreview.csl.locales import NS
from litreview.errors import StyleError

_DEEPEST = 60
_MOST_STEPS = 200_000


def check_bounds(root: etree._Element) -> None:
    """Raise StyleError, with the line, for a style whose evaluation would not end or take unreasonably long.

    The measure is the number of elements evaluated for one work at most: of a ``cs:choose`` only the costliest branch counts.
    """
    macros = {macro.get("name", ""): macro for macro in root.iterfind(f"{NS}macro")}
    known: dict[str, int] = {}
    open_: list[str] = []

    def macro_cost(name: str, caller: etree._Element) -> int:
        if name in known or name not in macros:
            return known.get(name, 0)
        if name in open_:
            raise StyleError(f'macro "{name}" calls itself; take the call out', line=caller.sourceline)
        if len(open_) >= _DEEPEST:
            raise StyleError(f"macros call each other more than {_DEEPEST} deep", line=caller.sourceline)
        open_.append(name)
        known[name] = cost(macros[name])
        open_.pop()
        return known[name]

    def cost(element: etree._Element) -> int:
        costs = [cost(child) for child in element if isinstance(child.tag, str)]
        name = element.get("macro")
        if name is not None:
            costs.append(macro_cost(name, element))
        total = 1 + (max(costs, default=0) if element.tag == f"{NS}choose" else sum(costs))
        if total > _MOST_STEPS:
            raise StyleError("the macros of this style unfold without bounds; let each call fewer others", line=element.sourceline)
        return total

    for name in ("citation", "bibliography"):
        area = root.find(NS + name)
        if area is not None:
            cost(area)
