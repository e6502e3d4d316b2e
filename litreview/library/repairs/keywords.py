"""Keywords apart: several in one, doubled ones, marks at their ends."""

from __future__ import annotations

from litreview.library.repairs import Repair, on_keywords
from litreview.record import Study


def apart(listed: tuple[str, ...]) -> tuple[str, ...]:
    """Each keyword once, those parted by semicolons apart.

    >>> apart(("ports; tides;", "ports", "trade, sea"))
    ('ports', 'tides', 'trade, sea')
    """
    words = [word.strip(" ;,\t\n") for joined in listed for word in joined.split(";")]
    return tuple(dict.fromkeys(word for word in words if word)) or listed


def run(study: Study) -> Study:
    """Part the keywords of each language."""
    return on_keywords(study, apart)


REPAIR = Repair("keywords", run)
