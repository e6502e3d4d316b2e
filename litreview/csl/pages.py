"""Page ranges. Source: CSL 1.0.2, appendix V, "Page Range Formats".

The second number is only ever shortened against a first one that has as many digits: 1-12 stays 1–12.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from litreview.csl.locales import Locale

SEPARATOR = re.compile(r"((?:(?<!\s)\s+)?(?:,\s*(?:&|and|et|und|y|dan)\s+|(?:,(?!\d{3}(?!\d))|[;&])\s*)|(?<!\s)\s+(?:and|et|und|y|dan)\s+)")
"""What stands between the numbers of a list; a comma before three digits parts none."""
_PREFIX = r"((?:\d*[^\W\d_][\w.:]*?)?[.:]*?)"
_RANGE = re.compile(rf"^{_PREFIX}(\d+)([^\W\d_]*)\s*(?:[-–—]+)\s*{_PREFIX}(\d+)([^\W\d_]*)$")
_ROMAN_RANGE = re.compile(r"^([ivxlcdm]+)\s*[-–—]+\s*([ivxlcdm]+|\d+)$", re.IGNORECASE)
_FIRST_PAGE = re.compile(r"^\s*([^\s,;&–—-]+)")
_OTHER_RANGE = re.compile(r"^([^\W_]*\d[^\W_]*)\s*([-–—]+)\s*([^\W_]*\d[^\W_]*)$")


@attrs.frozen
class PageFormat:
    """The style's ``page-range-format``: expanded, minimal, minimal-two, chicago, chicago-15, chicago-16 or "" (as given).

    >>> from litreview.csl.locales import locale_for
    >>> [PageFormat("minimal").text(p, locale_for("en-US", ())) for p in ("1-12", "101-108", "n12-n18")]
    ['1–12', '101–8', 'n12–8']
    """

    name: str = ""

    def text(self, text: str, locale: Locale) -> str:
        """A page field with every range in it in this format, its dashes and ``&`` as the locale has them."""
        if text.isdigit():
            return text
        dash = locale.term("page-range-delimiter") or "–"
        parts: list[str] = []
        for place, part in enumerate(SEPARATOR.split(text.strip())):
            if place % 2 == 0:
                parts.append(self._range(part, dash))
            elif part.strip() == "&":
                parts.append(f" {locale.term('and', 'symbol') or '&'} ")
            else:
                parts.append(part.strip() + " " if part.strip() in (",", ";") else part)
        return "".join(parts)

    def _range(self, part: str, dash: str) -> str:
        if "\\-" in part:
            return part.replace("\\-", "-")
        match = _RANGE.match(part)
        if not match:
            if _ROMAN_RANGE.match(part):
                return re.sub(r"(?:(?<!\s)\s+)?[-–—]+\s*", lambda _: dash, part)
            other = _OTHER_RANGE.match(part)
            return f"{other[1]}-{other[3]}" if other else part
        before, first, after, before_second, second, after_second = match.groups()
        if (before_second, second, after_second) == (before, first, after) or (
            not before_second and second == first and not after + after_second
        ):
            return f"{before}{first}{after}"
        if after or after_second or before_second not in ("", before) or (before and not before_second):
            if not self.name or after or after_second:
                return f"{before}{first}{after}{dash}{before_second}{second}{after_second}"
            return f"{before}{first}-{before_second}{second}"
        if not self.name:
            return f"{before}{first}{dash}{before_second}{second}"
        full = first[: len(first) - len(second)] + second if len(second) < len(first) else second
        shortened = self._second(first, full)
        return f"{before}{first}{dash}{before_second if shortened == full and self.name == 'expanded' else ''}{shortened}"

    def _second(self, first: str, second: str) -> str:
        if self.name == "expanded" or len(first) != len(second) or int(second) <= int(first):
            return second
        if self.name == "minimal":
            return _changed(first, second, 1)
        if self.name == "minimal-two":
            return _changed(first, second, 2)
        number = int(first)
        if number < 100 or number % 100 == 0:
            return second
        if number % 100 < 10:
            return _changed(first, second, 1)
        shortened = _changed(first, second, 2)
        return second if self.name != "chicago-16" and len(second) == 4 and len(shortened) >= 3 else shortened


def _changed(first: str, second: str, least: int) -> str:
    """The digits of `second` from the first that differs, at least `least`."""
    same = next((i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b), len(second))
    return second[min(same, max(len(second) - least, 0)) :]


def first_page_of(texts: Mapping[str, str]) -> str:
    """The variable ``page-first``: stated, or the first page of ``page``; "" if there is none.

    >>> first_page_of({"page": "46–55"}), first_page_of({})
    ('46', '')
    """
    match = _FIRST_PAGE.match(texts.get("page-first") or texts.get("page", ""))
    return match[1].replace("\\", "") if match else ""
