"""A chapter saved to a place where an edited draft stands: merged into it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from litreview.document.nodes import Document
from litreview.errors import Problem, ReadError, UnknownName, fault
from litreview.languages import language
from litreview.library.safe.standing import standing
from litreview.library.safe.state import keep_base, kept_base
from litreview.library.save import Protected, Saved, save_all
from litreview.library.sources import read_bytes
from litreview.merge.docx import merge
from litreview.merge.docx.base import Base, base_of
from litreview.merge.docx.found import base_in, is_of, part_in
from litreview.merge.markdown.outcome import merge as merge_markdown
from litreview.merge.markdown.reading import base_in_markdown
from litreview.merge.plan import MergeLine
from litreview.merge.policy import POLICIES
from litreview.review.drafting import Review
from litreview.writers import Options, Template

MARKDOWN = (".md", ".markdown")
MINE = ("own", "edited", "conflict", "unsupported", "deleted", "told")
"""The actions that leave something as the writer has made it."""


@attrs.frozen
class MergePlan:
    """What a chapter does to the edited draft it is merged into: a line for each unit, and what was wrong on the way.

    `data` are the new bytes of the file, None where nothing changes.
    """

    lines: tuple[MergeLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    data: bytes | None = attrs.field(default=None, repr=False)
    language: str = attrs.field(default="", repr=False)
    """The tag of the chapter's language: in that the headings stand by which a writer finds a unit."""

    def count(self, *actions: str) -> int:
        """With how many units one of these is done."""
        return sum(line.action in actions for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many units there are of each kind, as they are told to the writer."""
        return {
            "mine": self.count(*MINE),
            "replaced": self.count("replaced"),
            "added": self.count("added"),
            "removed": self.count("removed"),
            "conflicts": self.count("conflict", "unsupported", "told"),
        }


def edited_draft(path: str | os.PathLike[str], adopt: bool = False) -> tuple[bytes, Base | None] | None:
    """The draft of ours at `path` that somebody has worked on since, with its base; None for anything else.

    With `adopt` any Word file there is taken on; one without a base has None for it.
    """
    suffix = Path(path).suffix.casefold()
    if suffix not in (".docx", *MARKDOWN):
        return None
    stands = standing(path)
    adopt = adopt and suffix == ".docx"
    if stands.state == "new":
        return None
    if stands.state == "foreign" and not adopt:
        base = _base_remembered(path, stands.data) if suffix == ".docx" else None
        return (stands.data, base) if base is not None else None
    base = base_at(path, stands.data)
    if base is not None and base.blocks:
        return (stands.data, base) if stands.state != "unchanged" or "merged" in base.kept else None
    return (stands.data, None) if suffix == ".docx" and (adopt or stands.state == "edited") else None


def base_at(path: str | os.PathLike[str], data: bytes) -> Base | None:
    """What was generated last, as the draft `data` at `path` keeps it; None where it keeps nothing. Raises ReadError for no Word file."""
    if Path(path).suffix.casefold() in MARKDOWN:
        return base_in_markdown(data)
    base = base_in(data, os.fspath(path))
    return base if base is not None and base.blocks else _base_remembered(path, data)


def _base_remembered(path: str | os.PathLike[str], data: bytes) -> Base | None:
    """The base of what litreview wrote to this place, if a file that keeps none has a good part of its words: as Google Docs gives one."""
    part = kept_base(Path(path).resolve())
    base = base_of(part) if part is not None else None
    try:
        return base if base is not None and base.blocks and is_of(data, os.fspath(path), base) else None
    except ReadError:
        return None


def remember_base(path: str | os.PathLike[str]) -> None:
    """Keep in the user's state folder what the draft at `path` was made of."""
    if Path(path).suffix.casefold() == ".docx" and (part := part_in(read_bytes(path), os.fspath(path))) is not None:
        keep_base(Path(path).resolve(), part)


def draft_in(template: Template | None) -> tuple[bytes, Base | None] | None:
    """A template that is a draft of ours itself, with its base: a chapter is merged into it, not set in once more."""
    base = base_in(template.data, template.name) if template is not None else None
    return (template.data, base) if template is not None and base is not None and base.blocks else None


def merged(
    path: str | os.PathLike[str], data: bytes, base: Base | None, review: Review, document: Document, options: Options, policy: str
) -> MergePlan:
    """`document`, the chapter of `review`, merged into the draft `data` at `path`. Raises UnknownName for an unknown policy.

    Without a base the draft is taken on as it is: what is alike in both is known from now on, nothing is put in.
    """
    if policy not in POLICIES:
        raise UnknownName("way of solving conflicts", policy, POLICIES)
    remarks = {name: str(words) for name, words in language(document.language).section("merge").items()}
    if Path(path).suffix.casefold() in MARKDOWN:
        outcome = merge_markdown(data, base or Base(), document, options, review.resolved, review.citable, remarks, policy)
    else:
        outcome = merge(data, os.fspath(path), base, document, options, review.resolved, review.citable, remarks, policy)
    return MergePlan(outcome.told, outcome.problems, outcome.data, document.language)


def save_merge(
    path: str | os.PathLike[str], done: MergePlan, keep: Protected, overwrite: bool = False, beside: Mapping[Path, bytes] | None = None
) -> Saved:
    """Write a merge to its place, the file as it was kept beside it, with the files that belong to it, and say what was done."""
    if done.data is None:
        problems = (fault("merged-nothing", file=os.fspath(path), severity="info", mine=done.count(*MINE)),)
        saved = save_all(beside, keep, overwrite, command="draft") if beside else Saved(Path(path))
        return Saved(Path(path), problems=(*saved.problems, *problems))
    saved = save_all({Path(path): done.data, **(beside or {})}, keep, overwrite, copied=True, command="draft")
    return attrs.evolve(saved, problems=(*done.problems, *_said(path, done, saved.problems)))


def _said(path: str | os.PathLike[str], done: MergePlan, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    copies = [problem for problem in problems if problem.code in ("copy-of-edited", "copy-of-foreign")]
    copy = copies[0].get("copy") if copies else ""
    slots: dict[str, Any] = {**done.counts, **({"copy": copy} if copy else {})}
    return (
        fault("merged" if copy else "merged-beside", file=os.fspath(path), severity="info", **slots),
        *(p for p in problems if p not in copies),
    )
