"""A chapter saved to a place where an edited draft stands: merged into it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from litreview.document.nodes import Document
from litreview.errors import Problem, fault
from litreview.languages import language
from litreview.library.safe.standing import standing
from litreview.library.save import Protected, Saved, save_all
from litreview.merge.docx import merge
from litreview.merge.docx.base import Base
from litreview.merge.docx.found import base_in
from litreview.merge.plan import Told
from litreview.merge.policy import Policy
from litreview.review.drafting import Review
from litreview.writers import Options

MINE = ("edited", "conflict", "unsupported", "deleted", "told")
"""The actions that leave something as the writer has made it."""


@attrs.frozen
class Merge:
    """A merge that is ready: the new bytes (None where nothing changes), what is done with each unit, what was wrong on the way."""

    data: bytes | None = attrs.field(repr=False)
    told: tuple[Told, ...]
    problems: tuple[Problem, ...] = ()

    def count(self, *actions: str) -> int:
        """With how many units one of these is done."""
        return sum(line.action in actions for line in self.told)

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


def edited_draft(path: str | os.PathLike[str]) -> tuple[bytes, Base] | None:
    """The draft of ours at `path` that somebody has worked on since, with its base; None for anything else."""
    if Path(path).suffix.casefold() != ".docx":
        return None
    stands = standing(path)
    if stands.state not in ("edited", "unchanged"):
        return None
    base = base_in(stands.data, os.fspath(path))
    if base is None or not base.mergeable or (stands.state == "unchanged" and "merged" not in base.kept):
        return None
    return stands.data, base


def merged(
    path: str | os.PathLike[str], data: bytes, base: Base, review: Review, document: Document, options: Options, policy: Policy
) -> Merge:
    """`document`, the chapter of `review`, merged into the draft `data` at `path`."""
    remarks = {name: str(words) for name, words in language(document.language).section("merge").items()}
    outcome = merge(data, os.fspath(path), base, document, options, review.resolved, review.citable, remarks, policy)
    return Merge(outcome.data, outcome.told, outcome.problems)


def save_merge(path: str | os.PathLike[str], done: Merge, keep: Protected) -> Saved:
    """Write a merge to its place, the file as it was kept beside it, and say what was done."""
    if done.data is None:
        return Saved(Path(path), problems=(fault("merged-nothing", file=os.fspath(path), severity="info", mine=done.count(*MINE)),))
    saved = save_all({Path(path): done.data}, keep, copied=True)
    return attrs.evolve(saved, problems=(*done.problems, *_said(path, done, saved.problems)))


def _said(path: str | os.PathLike[str], done: Merge, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    copies = [problem for problem in problems if problem.code == "copy-of-edited"]
    copy = copies[0].get("copy") if copies else ""
    slots: dict[str, Any] = {**done.counts}
    return (
        fault("merged", file=os.fspath(path), severity="info", copy=copy, **slots),
        *(p for p in problems if p not in copies),
    )
