"""The text of an outline file: comments in the reader's language, the evidence for each theme, and what the writer may fill in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import attrs

from litreview.formats._yaml.emit import flow, pair
from litreview.languages import COMMON, Language, language, listed, tags
from litreview.record import LangText, Library
from litreview.themes import Theme
from litreview.themes.evidence import Mark, evidence
from litreview.themes.keywords import Keyword
from litreview.themes.outline.selection import Selection
from litreview.themes.suggestion import by_name
from litreview.themes.theme import REST, TOPIC
from litreview.themes.thresholds import KEYS_AS_EVIDENCE

MARK = "#:"
"""How a line begins that the program keeps up to date."""

WIDTH = 118

OWN = ("title", "question", "partners", "method", "data", "framework", "period")


@attrs.frozen
class Writing:
    """What an outline is written from: the studies with their keywords, and the reader's language."""

    library: Library
    keywords: tuple[Keyword, ...]
    reader: Language

    def words(self, name: str, **slots: object) -> str:
        """A comment in the reader's language."""
        text = str(self.reader.section("outline")[name]).strip()
        return text.format(**slots) if slots else text


def new_outline(
    writing: Writing, themes: Sequence[Theme], chapter: Language, sections: Sequence[str], style: str, chosen: Selection
) -> str:
    """A first outline with `themes` and `sections`, for a chapter in the language `chapter`; it says what would be done without it.

    `chosen` says which studies are discussed.
    """
    words = writing.words
    alone = any(theme.facet == TOPIC for theme in themes)
    titles = {tag: str(language(tag).section("chapter")["title"]) for tag in (chapter.tag, *(t for t in tags() if t != chapter.tag))}
    parts = [
        [*_comment(words("head")), *noted([words("corpus", studies=len(writing.library))])],
        [*_comment(words("title")), f"title: {flow(titles)}", "chapter: 2"],
        [*_comment(words("language", languages=", ".join(listed()))), f"language: {chapter.tag}", pair("style", style)],
        [*_comment(words("sections")), f"sections: {flow(list(sections))}"],
        [*_comment(words("own")), "own-study:", *(f"  {name}:" for name in OWN)],
        [*_comment(words("themes")), "themes:" if themes else "themes: []"],
        *([*theme_lines(theme, writing, chapter)] for theme in themes),
        [*_comment(words("only")), f"only: {flow({**chosen.said(), 'themes': alone}) if chosen else flow(alone)}"],
        [*_comment(words("leave_out")), "leave-out: {}"],
        [*_comment(words("ignore_keywords")), "ignore-keywords: []"],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def theme_lines(theme: Theme, writing: Writing, chapter: Language) -> Iterator[str]:
    """A theme as an item of the list of themes, with its evidence before it."""
    yield from ("  " + line for line in evidence_lines(theme, writing, 2))
    if theme.facet != TOPIC:
        yield f"  - facet: {theme.facet}  # {writing.reader.section('facets')[theme.facet]}"
        return
    if theme.name == REST:
        yield "  - rest: true"
        return
    yield f"  - {pair('name', theme.name)}"
    yield "    " + pair("title", dict(theme.title.items()), 4)
    if theme.title and chapter.tag not in theme.title and "und" not in theme.title:
        yield f"    # {writing.words('no_title', language=chapter.name, tag=chapter.tag)}"
    names = [title_of(title, COMMON) for title in theme.keywords]
    if theme.way == "keyword" and _studies_on(names, writing) == theme.keys:
        yield f"    keywords: {flow(names)}"
        yield "    studies: auto"
        return
    if theme.collection is not None:
        yield f"    {pair('collection', theme.collection)}"
        yield "    studies: auto"
        return
    yield "    studies:"
    for key in theme.keys:
        yield from ("      " + line for line in f"- {flow(key)}  # {_described(key, writing, WIDTH - 12 - len(key))}".splitlines())


def evidence_lines(theme: Theme, writing: Writing, indent: int) -> list[str]:
    """Why a theme is one, as lines that the program keeps up to date."""
    words = writing.words
    support = evidence(theme, writing.library, writing.keywords)
    keys = _listed(support.keys, writing)
    if theme.facet != TOPIC:
        texts = [words("stated", n=len(support.keys), total=support.studies, keys=keys)]
        texts += [words("compared", marks=_marks(support.marks, "common", 0, writing))] if support.marks else []
        return noted(texts, indent)
    texts = [words("topic", n=support.studies)]
    if theme.name == REST:
        return noted([words("rest", keys=keys)], indent)
    if theme.keywords and theme.way != "words":
        texts.append(words("chosen", keys=keys))
    if support.marks:
        texts.append(words("marked", marks=_marks(support.marks, "mark", support.studies, writing)))
    return noted(texts, indent)


def noted(texts: Iterable[str], indent: int = 0) -> list[str]:
    """Texts as lines that begin with the program's mark, wrapped; their first words do not stand at the margin twice."""
    lines: list[str] = []
    for text in texts:
        wrapped = textwrap.wrap(
            text, WIDTH - indent - len(MARK) - 1, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
        lines += [f"{MARK} {line}" for line in wrapped]
    return lines


def title_of(text: LangText, tag: str) -> str:
    """A title in a language, else in any; nothing for none."""
    best = text.best(tag, "und")
    return best[1] if best else ""


def _comment(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.splitlines()]


def _listed(keys: Sequence[str], writing: Writing) -> str:
    more = [writing.words("more", n=len(keys) - KEYS_AS_EVIDENCE)] if len(keys) > KEYS_AS_EVIDENCE else []
    return ", ".join([*keys[:KEYS_AS_EVIDENCE], *more])


def _marks(marks: Iterable[Mark], form: str, n: int, writing: Writing) -> str:
    return ", ".join(
        writing.words(form, word=title_of(mark.title, writing.reader.tag), here=mark.here, everywhere=mark.everywhere, n=n)
        for mark in marks
    )


def _studies_on(names: Iterable[str], writing: Writing) -> tuple[str, ...]:
    """The studies that an outline would take by keywords of these names."""
    chosen = [keyword for name in names if (keyword := by_name(writing.keywords, name)) is not None]
    return tuple(sorted({key for keyword in chosen for key in keyword.named}))


def _described(key: str, writing: Writing, width: int) -> str:
    """Author, year and title of a study, on one line."""
    study = writing.library[key]
    author = study.author[0].family or study.author[0].text() if study.author else ""
    year = str(study.issued.year) if study.issued and study.issued.year is not None else ""
    description = ", ".join(part for part in (f"{author} {year}".strip(), study.text("title", writing.reader.tag) or "") if part)
    return textwrap.shorten("".join(c if c.isprintable() else " " for c in description), max(20, width), placeholder=" …")
