"""The field "Extra" of an item, whose lines may be CSL variables: ``Original Date: 1890``, ``PMID: 123``, ``Citation Key: lee2019``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from litreview.record.csl_values import dates
from litreview.record.csl_values.raw_dates import read_raw
from litreview.record.variables import DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES

KEY = "citation-key"
_LINE = re.compile(r"\s*([A-Za-z][A-Za-z _-]{0,39})\s*:\s*(\S.*?)\s*")
_BRACED = re.compile(r"\{:\s*([A-Za-z_-]{1,40})\s*:\s*([^{}]*)\}")  # the older way, as citeproc-js still reads it
_PLAIN = {re.sub(r"[ _]", "-", name).casefold(): name for name in (*VARIABLES, KEY)}
_APART = {"note", "keyword", "abstract", "language", "title", "locator"}


def with_extra(item: Mapping[str, Any], extra: str, types: Mapping[str, str]) -> tuple[dict[str, Any], str | None]:
    """The item with the CSL variables that its Extra states, the rest of Extra as its note; and the citation key that stands there.

    What has a field of its own in Zotero keeps the value of that, but for the type and for dates. `types` are CSL's names for Zotero's.

    >>> with_extra({"type": "article"}, "Type: dataset\\nOriginal Date: 1890\\nOCLC: 7\\nCitation Key: lee2019", {})
    ({'type': 'dataset', 'original-date': {'date-parts': [[1890]]}, 'note': 'OCLC: 7'}, 'lee2019')
    """
    done, rest, key = dict(item), list[str](), None
    for name, text, line in _stated(extra):
        variable = _PLAIN.get(re.sub(r"[ _]", "-", name.strip()).casefold()) if name else None
        if variable == KEY or (name and name.casefold() in ("bibtex", "citekey")):
            key = key or text
        elif name and name.casefold() == "type" and types.get(text, text.replace(" ", "-").casefold()) in TYPES:
            done["type"] = types.get(text, text.replace(" ", "-").casefold())
        elif variable is None or variable in _APART:
            rest += [line] if line.strip() else []
        elif variable in DATE_VARIABLES:
            day = read_raw(text)
            done[variable] = dates.to_json(day) if day else text
        elif variable in NAME_VARIABLES:
            done[variable] = [*done.get(variable, ()), _name(text)]
        else:
            done.setdefault(variable, text)
    if rest:
        done["note"] = "\n".join(rest)
    return done, key


def _stated(extra: str) -> list[tuple[str | None, str, str]]:
    """Each line as name, value and as it stands; of a line without a name only the last."""
    stated: list[tuple[str | None, str, str]] = []
    for line in extra.splitlines():
        braced = _BRACED.findall(line)
        match = _LINE.fullmatch(line)
        if braced:
            stated += [(name, value.strip(), line) for name, value in braced if value.strip()]
        elif match:
            stated.append((match.group(1), match.group(2), line))
        else:
            stated.append((None, "", line))
    return stated


def _name(text: str) -> dict[str, str]:
    family, bars, given = text.partition("||")
    return {"family": family.strip(), "given": given.strip()} if bars and given.strip() else {"literal": family.strip()}
