"""Pages: raw abstract pages, plain or Markdown, as studies whose every field can be traced to the page.

In comes text: one page, or several under each other (what a file holds becomes text in `sources`). Out come studies, the problems met on
the way, and for each page the map from its fields back to its characters. The way of a page: visible lines (`unwrap`), parts (`blocks`),
abstracts, keywords and front matter (`contents`, `front`), fields of a record (`fields`, `page`). Nothing here opens a file.
Called by the layer that loads a library (`library`) and by the public face (`api`).
"""

from __future__ import annotations

from litreview.errors import Problem
from litreview.pages.page import Page, parse_page
from litreview.pages.several import parse_pages
from litreview.record import Study

__all__ = ["Page", "parse_page", "parse_pages", "read_page", "read_pages"]


def read_page(text: str, name: str = "") -> tuple[Study, tuple[Problem, ...]]:
    """Turn one abstract page (plain or Markdown) into a study.

    A field that is not found is absent and reported as a Problem of severity "info". Language is decided
    per block by stop words; the language of a keyword label is ignored. `name` is only for messages, and for a key of last resort.
    Never raises on what `text` holds. Where evidence is to point into the page as well, use `parse_page`.

    >>> study, problems = read_page("# Kota Kembar dan Desa\\n\\nOleh: Sri Wulandari\\n\\nKata kunci: kota kembar; desa", "a.md")
    >>> study.title["id"], study.author[0].family, study.keywords["id"], study.abstract
    ('Kota Kembar dan Desa', 'Wulandari', ('kota kembar', 'desa'), LangText({}))
    """
    page = parse_page(text, name)
    return page.study, page.problems


def read_pages(text: str, name: str = "") -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """Turn a text that holds one or several abstract pages, each under its heading, into studies in their order; see `read_page`."""
    pages = parse_pages(text, name)
    return tuple(page.study for page in pages), tuple(problem for page in pages for problem in page.problems)
