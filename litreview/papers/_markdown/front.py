"""What stands in front of a Markdown file, between lines of dashes, as far as it concerns citations and the head of the text."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.document.nodes import Block, Heading, Paragraph, Text
from litreview.errors import Problem, ReadError, UnknownName, fault
from litreview.formats._yaml.tree import Plain, parse, plain
from litreview.languages import language
from litreview.papers import Asked
from litreview.review.citation_syntax import keys_in

ALL = "@*"
"""In ``nocite`` every work that there is."""
TITLE = 300
"""A longer title is no title."""


@attrs.frozen
class Front:
    """The title and the lines below it, the language, the style, and the keys of works to list without citing them."""

    title: str = ""
    lines: tuple[str, ...] = ()
    language: str | None = None
    style: str | None = None
    uncited: tuple[str, ...] = ()

    def headed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks below title, authors and date."""
        head: list[Block] = [Heading(1, (Text(self.title),), "title")] if self.title else []
        head += [Paragraph((Text(line),), f"front-{number}") for number, line in enumerate(self.lines, 1)]
        return (*head, *blocks)


def front_matter(text: str | None, asked: Asked) -> tuple[Front, tuple[Problem, ...]]:
    """Read the YAML in front of a paper; what cannot be read is a problem and says nothing.

    >>> front, _ = front_matter('title: Ports\\nlang: en-GB\\nnocite: "@lee, @kim"', Asked(None, ["lee"], None, "id"))
    >>> front.title, front.language, front.uncited
    ('Ports', 'en', ('lee', 'kim'))
    """
    if not text:
        return Front(), ()
    try:
        (root, *_) = [plain(node) for node in parse(text, asked.file or "-")] or [None]
    except ReadError as error:
        problem = error.problem
        line = problem.origin.line if problem is not None else None
        return Front(), (fault("paper-front", file=asked.file, line=(line or 0) + 1, detail=str(error)),)
    said = root if isinstance(root, dict) else {}
    tag, problems = _language(said.get("lang"), asked)
    nocite = " ".join(_texts(said.get("nocite")))
    uncited = tuple(asked.known) if ALL in nocite else tuple(dict.fromkeys(keys_in(nocite)))
    style = next(iter(_texts(said.get("csl")) or _texts(said.get("citation-style"))), None)
    title = next(iter(_texts(said.get("title"))), "")[:TITLE]
    lines = [text for name in ("subtitle", "author", "date") for text in [", ".join(_texts(said.get(name)))] if text]
    return Front(title, tuple(lines), tag, style, uncited), problems


def _language(given: Plain, asked: Asked) -> tuple[str | None, tuple[Problem, ...]]:
    tag = next(iter(_texts(given)), None)
    if tag is None:
        return None, ()
    try:
        return language(tag.replace("_", "-").split("-")[0].casefold()).tag, ()
    except UnknownName:
        if asked.language is not None:
            return None, ()
        return None, (fault("paper-language", file=asked.file, line=1, given=tag, language=asked.usual),)


def _texts(value: Plain) -> list[str]:
    """The texts of a value: itself, those of a list, and of an author with several fields the name."""
    return [" ".join(text.split()) for text in _leaves(value) if text.strip()]


def _leaves(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, dict):
        yield from _leaves(value.get("name") or value.get("text"))
