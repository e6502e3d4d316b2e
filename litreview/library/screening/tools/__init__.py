"""Programs in which records are screened elsewhere. One module is one program; `TOOL` registers it.

In comes a record with its `Screening`; out go the words and columns by which the program knows the decision, in a file that it opens.
Back comes a record as the readers of `formats` have it; out comes what was decided there. The rest of `library.screening` may call it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from litreview._parts import parts
from litreview.errors import UnknownName
from litreview.record import Study


@attrs.frozen
class Verdict:
    """What was decided in a program: `kept` for reading, left out (False), or not decided (None), with the reason given.

    `divided` says that its reviewers disagree.
    """

    kept: bool | None
    reason: str = ""
    divided: bool = False


@attrs.frozen
class ScreeningTool:
    """One program: `verdict(study)` is what its export says of a record, None for a record that is not of it.

    `note(kept, reason)` is what it writes of a decision into the notes of a record in RIS, a line each; `columns(study, kept, reason)` are
    the columns of its CSV.
    """

    name: str
    verdict: Callable[[Study], Verdict | None]
    note: Callable[[bool | None, str], tuple[str, ...]]
    columns: Callable[[Study, bool | None, str], Mapping[str, str]]


def tools() -> tuple[ScreeningTool, ...]:
    """The programs that are known, by name."""
    return parts("litreview.library.screening.tools", "TOOL", ScreeningTool)


def tool(name: str) -> ScreeningTool:
    """The program called `name`. Raises UnknownName."""
    found = next((one for one in tools() if one.name == name.casefold()), None)
    if found is None:
        raise UnknownName("screening program", name, [one.name for one in tools()])
    return found
