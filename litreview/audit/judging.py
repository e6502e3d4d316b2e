"""Judging a draft: the chapter just made, or a file that somebody may have edited since."""

from __future__ import annotations

import json
import os
from pathlib import PurePath

import attrs

from litreview.analysis.prepared import prepared
from litreview.audit import suffixes
from litreview.audit.chapters import DraftText
from litreview.audit.chapters.docx.read import read_docx
from litreview.audit.chapters.extent import own_chapter
from litreview.audit.chapters.markdown import read_markdown
from litreview.audit.chapters.saved import Making, is_saved
from litreview.audit.chapters.tree import draft_of
from litreview.audit.checks import Draft, broken_checks, checks, read
from litreview.audit.ledger import read_saved, saved
from litreview.audit.thresholds import SHARE_GENERATED
from litreview.errors import LitreviewError, Problem, fault
from litreview.languages import language, tags
from litreview.languages.detect import detect
from litreview.languages.failures import unreadable
from litreview.library.full_texts import with_full_texts
from litreview.library.sources import read_bytes, read_text
from litreview.record import Library
from litreview.review.drafting import Review, by_legend, draft
from litreview.review.shown_evidence import with_evidence
from litreview.themes import Outline


def check_draft(
    chapter: Review | str | os.PathLike[str], library: Library | None = None, outline: Outline | str | os.PathLike[str] | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong in a draft, check by check: see `litreview.check_draft`."""
    judged, problems = judge(chapter, library, outline)
    for check in checks():
        problems = (*problems, *check.run(judged))
    return tuple(dict.fromkeys((*problems, *broken_checks())))


def judge(
    chapter: Review | str | os.PathLike[str], library: Library | None = None, outline: Outline | str | os.PathLike[str] | None = None
) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft made ready to be judged, and what is to be said of the file as such."""
    if isinstance(chapter, Review):
        whole = library if library is not None else chapter.library
        return read(draft_of(chapter.document), saved(chapter), prepared(whole)[0]), ()
    name = os.fspath(chapter)
    text, making = read_draft(name, library)
    text = own_chapter(text)
    ready = prepared(with_full_texts(by_legend(library, outline))[0])[0] if library is not None and len(library) else None
    if making is None and library is not None and ready is not None:
        making = _made_anew(text, library, outline)  # what is prepared twice may be read otherwise
        making = making if making is not None and _made_from_ledger(read(text, making, ready)) else None
    problems: list[Problem] = []
    if not any(passage.text.strip() for passage in text.passages):
        problems.append(fault("draft-empty", file=name))
    elif not text.generated and making is None:
        problems.append(fault("draft-not-generated", file=name, severity="info"))
    elif ready is None:
        problems.append(fault("draft-without-sources", file=name, severity="info"))
    if text.elsewhere:
        headings = [" ".join(p.text.split()) for p in text.passages if p.kind == "heading"]
        problems.append(fault("draft-chapter-only", file=name, severity="info", place=headings[0] if headings else name))
    return read(text, making, ready), tuple(problems)


def read_draft(path: str | os.PathLike[str], library: Library | None = None) -> tuple[DraftText, Making | None]:
    """The text of the draft in the file `path`, and the ledger it carries, if it does. Raises ReadError."""
    name = os.fspath(path)
    suffix = PurePath(name).suffix.casefold()
    if suffix not in suffixes.DRAFTS:
        raise unreadable(fault("draft-unreadable-kind", file=name, severity="error"))
    data = read_bytes(name)
    if suffix == suffixes.LEDGER:
        making = read_saved(read_text(data, name), name)
        return making.draft(name), making
    if suffix in suffixes.MARKDOWN:
        return read_markdown(read_text(data, name), name), None
    text = read_docx(data, name, library.keys() if library is not None else ())
    return text, read_saved(text.carried, name) if text.carried else None


def is_draft(path: str | os.PathLike[str]) -> bool:
    """Whether a file that stands where sources or a draft may stand is a draft: by its name, and for text by what is in it."""
    name = os.fspath(path)
    suffix = PurePath(name).suffix.casefold()
    if suffix in suffixes.WORD:
        return True
    if suffix not in suffixes.DRAFTS or not os.path.isfile(name):
        return False
    try:
        text = read_text(read_bytes(name), name)
    except LitreviewError:
        return False
    if suffix == suffixes.LEDGER:
        return _is_ledger(text)
    passages = read_markdown(text, name).passages
    headings = sum(passage.kind == "heading" for passage in passages)
    return headings > 2 and (any(passage.kind == "entry" for passage in passages) or any(p.marks for p in passages))


def _is_ledger(text: str) -> bool:
    try:
        return is_saved(json.loads(text))
    except (ValueError, RecursionError):
        return False


def _made_from_ledger(draft: Draft) -> bool:
    """Whether a draft was made from the ledger beside it: enough of its sentences are those of claims."""
    made = sum(draft.generated(line) and draft.claim(line) is not None for line in draft.prose)
    return made >= SHARE_GENERATED * len(draft.prose)


def _made_anew(text: DraftText, library: Library, outline: Outline | str | os.PathLike[str] | None) -> Making | None:
    """What the sources give when they are drafted again: for a file that does not carry its ledger. None where that is not possible."""
    tag = detect(" ".join(p.text for p in text.passages if p.kind in ("paragraph", "item"))[:20_000])
    try:
        review = draft(library, lang=tag if tag in tags() else None, outline=outline)
        spoken = language(review.document.language)
        headings = {passage.text.strip() for passage in text.passages if passage.kind == "heading"}
        for section, kind in (("evidence", "appendix"), ("originals", None)):
            if str(spoken.section(section)["title"]) in headings:
                document, _, _ = with_evidence(review.document, review.ledger, review.library, kind, text.name)
                review = attrs.evolve(review, document=document, made=document)
        return attrs.evolve(saved(review), works=())
    except LitreviewError:
        return None
