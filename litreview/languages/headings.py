"""Headings that are known in every language."""

from __future__ import annotations

import re

from litreview.languages import language, tags


def is_bibliography_heading(text: str) -> bool:
    """Whether a heading is that of a list of references, in any language there is.

    >>> is_bibliography_heading("DAFTAR PUSTAKA"), is_bibliography_heading("6. References"), is_bibliography_heading("Metode")
    (True, True, False)
    """
    bare = re.sub(r"^[\W\d]+|[\W\d]+$", "", " ".join(text.split()).casefold())
    return bare in {str(name).casefold() for tag in tags() for name in language(tag).section("drafts")["bibliography_headings"]}
