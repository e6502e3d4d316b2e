"""The outline of a chapter: a first one for a library, or one that the writer has, brought up to date."""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from pathlib import Path

import attrs

from litreview.analysis.prepared import prepared
from litreview.errors import Origin, Problem, fault
from litreview.formats._yaml.tree import parse, plain
from litreview.languages import CHAPTER, language
from litreview.languages.failures import unreadable
from litreview.library.rewrite import Rewrite, write
from litreview.library.save import NOTHING, Protected, Saved, check_target, protected, save
from litreview.library.sources import read_bytes
from litreview.record import Library
from litreview.themes import Choices, Outline, apply, suggest_themes
from litreview.themes.outline.reading import outline_text, parse_outline
from litreview.themes.outline.selection import EVERY, Selection, selected
from litreview.themes.outline.text import Writing, new_outline
from litreview.themes.outline.update import updated, vanished
from litreview.themes.phrases import terms


@attrs.frozen
class OutlineFile:
    """The text of an outline file, the outline that it says, and what was found wrong: in it, or with the studies."""

    text: str
    outline: Outline
    problems: tuple[Problem, ...] = ()
    mark: bytes = b""
    """The byte order mark of the file that was brought up to date."""
    old: Rewrite | None = attrs.field(default=None, eq=False, repr=False)
    """The file that was brought up to date, as it was and as it is to be."""
    keep: Protected = attrs.field(default=NOTHING, eq=False, repr=False)
    """The files of the studies, which `save` never writes over."""
    studies: int = 0
    """How many studies the outline is about: those that are left out or not chosen do not count."""

    def change(self, path: str | os.PathLike[str]) -> Rewrite:
        """What `save` would change at `path`: its `diff` shows it. Raises ReadError."""
        if self._updates(path):
            assert self.old is not None
            return self.old
        return Rewrite(os.fspath(path), read_bytes(path) if os.path.exists(path) else None, _encoded(self.text, self.mark))

    def _updates(self, path: str | os.PathLike[str]) -> bool:
        return self.old is not None and os.path.realpath(path) == os.path.realpath(self.old.path)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Saved:
        """Write the file to `path`, whole or not at all.

        The file that was brought up to date is rewritten; what else stands there is kept or refused as in `Review.save`. Raises WriteError,
        also for a file that holds studies, and for an outline that was changed while it was brought up to date.
        """
        if self._updates(path):
            check_target(path, self.keep)
            return Saved(Path(path), problems=write([self.change(path)], "themes"))
        return save(path, _encoded(self.text, self.mark), self.keep, overwrite)


def outline(
    library: Library,
    choices: Choices,
    old: str | os.PathLike[str] | None = None,
    *,
    lang: str | None = None,
    reader: str | None = None,
    style: str = "apa",
    fallback: str = CHAPTER,
    ignored: Sequence[str] = (),
    chosen: Selection = EVERY,
) -> OutlineFile:
    """Write an outline for a chapter on `library` with what `choices` offer, or bring the outline file `old` up to date.

    `style` is that which a first outline names, `ignored` are words that are no keywords beside those that `old` names, `fallback`
    the language where neither `lang` nor `old` says one, `chosen` the studies that a first outline discusses. The other arguments and
    what is raised are those of `litreview.outline`.
    """
    if not len(library):
        raise unreadable(fault("library-empty", severity="error"))
    ready, record_problems = prepared(library)
    before = b"" if old is None else read_bytes(old)
    if old is None or not before.strip():
        return _first(ready, choices, record_problems, lang or fallback, reader, style, old, ignored, chosen)
    if chosen:
        raise unreadable(fault("outline-has-only", file=os.fspath(old), severity="error"))
    text = outline_text(old)
    plan = parse_outline(text, old, choices)
    ignored = (*plan.ignore_keywords, *ignored)
    documents = parse(text, str(old))
    if not documents or plain(documents[0]) is None:
        return _first(ready, choices, record_problems, lang or fallback, reader, style, old, ignored, chosen)
    chapter = language(lang or plan.language or fallback)
    left_out = {key for key, _ in plan.leave_out}
    used = selected(ready.filter(lambda study: study.key not in left_out), plan.selection, plan.file)[0]
    writing = Writing(used, terms(used, ignored), language(reader or chapter.tag))
    suggested = suggest_themes(used, ignored)
    new = updated(text, documents[0], plan, writing, suggested, chapter)
    lines = dict(vanished(documents[0], plan, used))
    problems = (_placed(problem, lines) for problem in (*record_problems, *apply(attrs.evolve(plan, ignore_keywords=ignored), ready)[2]))
    mark = _mark(before)
    change = Rewrite(os.fspath(old), before, _encoded(new, mark))
    return OutlineFile(new, plan, tuple(dict.fromkeys(problems)), mark, change, _kept(library, old), len(used))


def _first(
    library: Library,
    choices: Choices,
    record_problems: tuple[Problem, ...],
    lang: str,
    reader: str | None,
    style: str,
    old: str | os.PathLike[str] | None,
    ignored: Sequence[str],
    chosen: Selection,
) -> OutlineFile:
    chapter = language(lang)
    used, told = selected(library, chosen, None)
    if not len(used):
        raise unreadable(fault("only-leaves-none", severity="error"))
    themes = suggest_themes(used, ignored)
    text = new_outline(Writing(used, terms(used, ignored), language(reader or lang)), themes, chapter, choices.usual, style, chosen)
    return OutlineFile(
        text, parse_outline(text, "outline.yaml", choices), (*record_problems, *told), keep=_kept(library, old), studies=len(used)
    )


def _kept(library: Library, old: str | os.PathLike[str] | None) -> Protected:
    """The files of the studies; the outline `old` is none of them, though it was found among them as a file without studies."""
    if old is None:
        return protected(library)
    place = os.path.realpath(old)
    problems = (p for p in library.problems if p.code != "no-bibliography" or os.path.realpath(p.origin.file or "") != place)
    return protected(attrs.evolve(library, problems=tuple(problems)))


def _placed(problem: Problem, lines: dict[str, int]) -> Problem:
    """A problem of a study that is gone, with its line."""
    if problem.key in lines and problem.code.startswith("outline-unknown-study"):
        return attrs.evolve(problem, origin=Origin(file=problem.origin.file, line=lines[problem.key]))
    return problem


def _encoded(text: str, mark: bytes) -> bytes:
    return mark + text.encode(_ENCODINGS.get(mark, "utf-8"))


def _mark(data: bytes) -> bytes:
    """The byte order mark that a file begins with, so that it can be given back."""
    return next((mark for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) if data.startswith(mark)), b"")


_ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
