"""An address without what stood around it, and the DOI resolver under the address it has now."""

from __future__ import annotations

import re
from functools import cache

from litreview.languages.marks import any_mark
from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_RESOLVER = re.compile(r"^https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)


def bare_url(text: str) -> str:
    """The address that `text` is, apart from marks and labels around it.

    >>> bare_url("<https://example.org/a>"), bare_url("http://dx.doi.org/10.1000/x"), bare_url("see https://example.org")
    ('https://example.org/a', 'https://doi.org/10.1000/x', 'see https://example.org')
    """
    match = _around().fullmatch(text)
    return _RESOLVER.sub("https://doi.org/", match[1]) if match else text


@cache
def _around() -> re.Pattern[str]:
    labels = any_mark("before_an_address")
    return re.compile(rf"\s*(?:URL:?\s*|{labels}:?\s*|\\url\s*\{{|<)*\s*(https?://[^\s<>{{}}]+?)[\s>}}]*", re.IGNORECASE)


def run(study: Study) -> Study:
    """Change the URL."""
    return on_texts(study, bare_url, only=("URL",))


REPAIR = Repair("url", run)
