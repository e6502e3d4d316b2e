"""Several abstract pages in one text."""

from __future__ import annotations

from litreview.pages.page import Page, parse_page


def parse_pages(text: str, name: str = "") -> tuple[Page, ...]:
    """The pages of `text`, in order."""
    return (parse_page(text, name),)
