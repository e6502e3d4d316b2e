"""Citations typed in a document of Word, as ``[@key, hlm. 5; @other]`` or ``@key``, kept as places to be filled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from litreview.document.nodes import Cite
from litreview.errors import Problem, fault, nearest
from litreview.languages import Language
from litreview.languages.headings import is_bibliography_heading
from litreview.languages.marks import marks
from litreview.review.citation_syntax import MOST, Typed, bracketed, narrative
from litreview.writers.docx import cut_out, line_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = ("{{DAFTAR_PUSTAKA}}", "{{BIBLIOGRAPHY}}", "{{REFERENCES}}")
_BRACKETS = re.compile(rf"\[([^\[\]]{{0,{MOST}}}@[^\[\]]{{1,{MOST}}})\]")


@attrs.frozen
class Mark:
    """One typed citation: its place in the words of a paragraph, what it cites, and the words as typed."""

    start: int
    end: int
    typed: tuple[Typed, ...]
    words: str


def marks_in(text: str) -> Iterator[Mark]:
    """The citations typed in some words.

    >>> [(m.words, m.typed[0].mode) for m in marks_in("So [@lee, hlm. 5; @kim], and @putri [bab 2]. Not a@b.org.")]
    [('[@lee, hlm. 5; @kim]', 'parenthetical'), ('@putri [bab 2]', 'narrative')]
    """
    at = 0
    while (sign := text.find("@", at)) >= 0:
        within = _BRACKETS.match(text, max(text.rfind("[", at, sign), at))
        typed = bracketed(within[1]) if within is not None else None
        if within is not None and typed:
            yield Mark(within.start(), within.end(), typed, within[0])
            at = within.end()
            continue
        told = narrative(text, sign)
        if told is not None:
            yield Mark(sign, told[1], (told[0],), text[sign : told[1]])
            at = told[1]
        else:
            at = sign + 1


def fill(script: Any, known: Collection[str], file: str | None = None) -> tuple[Problem, ...]:
    """Keep every typed citation of known works as a place of `script`; unknown keys stay as they were typed, and are told."""
    problems: list[Problem] = []
    for paragraph in list(script.paragraphs()):
        text = line_of(paragraph).text
        if "@" not in text:
            continue
        for mark in reversed(list(marks_in(text))):
            unknown = [item.key for typed in mark.typed for item in typed.items if item.key not in known]
            if unknown:
                problems += [_unknown(key, known, mark, file) for key in unknown if mark.words.startswith("[") or nearest(key, known)]
                continue
            cites = [Cite(typed.items, typed.mode) for typed in mark.typed]
            script.at(cut_out(paragraph, mark.start, mark.end), *cites)
    problems.reverse()
    return tuple(problems)


def _unknown(key: str, known: Collection[str], mark: Mark, file: str | None) -> Problem:
    near = nearest(key, known)
    if near:
        return fault("paper-mark-unknown-near", file=file, key=key, nearest=near, words=mark.words)
    return fault("paper-mark-unknown", file=file, key=key, words=mark.words)


def place_bibliography(script: Any, spoken: Language) -> None:
    """Keep the place of the bibliography: a mark, below a heading that says so, else the end."""
    word = script.word
    paragraphs = list(word.paragraphs)
    mark = next((p for p in paragraphs if p.text.strip() in _MARKS), None)
    if mark is not None:
        for run in list(mark.runs):
            run._r.getparent().remove(run._r)
        script.bibliography(mark)
        return
    heading = next((p for p in reversed(paragraphs) if is_bibliography_heading(p.text) and _is_heading(p)), None)
    if heading is None:
        title = word.add_paragraph(spoken.label("bibliography"))
        _as_heading(title, paragraphs)
        script.bibliography(word.add_paragraph())
        return
    script.bibliography(_behind(heading, paragraphs))


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.style
    named = style is not None and (style.name or "").casefold().startswith(marks("heading_styles"))
    return named or (len(paragraph.text) < 60 and bool(paragraph.runs) and all(run.bold for run in paragraph.runs if run.text.strip()))


def _as_heading(title: Any, paragraphs: list[Any]) -> None:
    """The look of the first heading of the text; bold where it has none."""
    first = next((p for p in paragraphs if p.style is not None and (p.style.name or "").casefold() == "heading 1"), None)
    if first is not None:
        title.style = first.style
    else:
        title.runs[0].bold = True


def _behind(heading: Any, paragraphs: list[Any]) -> Any:
    """A new paragraph behind the last below a heading that is no heading itself."""
    at = next(n for n, p in enumerate(paragraphs) if p._p is heading._p)
    last = heading
    for paragraph in paragraphs[at + 1 :]:
        if _is_heading(paragraph):
            break
        if paragraph.text.strip():
            last = paragraph
    new = last._p.makeelement(f"{W}p", {})
    last._p.addnext(new)
    return type(heading)(new, heading._parent)
