"""What has changed since a draft was generated last: in its sources, and in the draft itself."""

from __future__ import annotations

import os

import attrs

from litreview.api.draft import draft
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.api.merging import MergePlan, base_at, edited_draft
from litreview.errors import Problem, ReadError, UnknownName, fault
from litreview.languages import language, tags
from litreview.languages.failures import unreadable
from litreview.library.sources import read_bytes
from litreview.merge.kept import digests_of, study_digests
from litreview.settings.configuration import Configuration
from litreview.themes import Outline
from litreview.writers import Options


@attrs.frozen
class DraftStatus:
    """A draft beside its sources: the keys of studies that are new, changed or gone since it was made, and what a new draft would do."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    plan: MergePlan = MergePlan()
    problems: tuple[Problem, ...] = ()


def draft_status(
    path: str | os.PathLike[str],
    library: Studies,
    *,
    outline: Outline | str | os.PathLike[str] | None = None,
    configuration: Configuration | None = None,
) -> DraftStatus:
    """Compare the Word or Markdown draft at `path` with the studies of `library` as they are now. Nothing is written.

    Language, style and way of citing are those of the draft. Raises as `draft` does, and ReadError for a file that keeps nothing of how
    litreview made it.
    """
    base = base_at(path, read_bytes(path))
    if base is None or not base.mergeable:
        raise unreadable(fault("status-no-base", file=os.fspath(path), severity="error"))
    studies = load(library, leave_out=[outline] if isinstance(outline, str | os.PathLike) else ())
    tag = base.kept.get("language", "").split("-")[0]
    style, citations = base.kept.get("style", "").rpartition("/")[2] or None, base.kept.get("citations", "plain")
    lang = tag if tag in tags() else None
    try:
        review = draft(studies, lang=lang, style=style, outline=outline, configuration=configuration)
    except (UnknownName, ReadError):  # a style of the writer's own: what is said is the same in any
        review = draft(studies, lang=lang, outline=outline, configuration=configuration)
    before, now = digests_of(base.kept), study_digests(review.library)
    there = edited_draft(path)
    options = Options(citations=citations, style=review.style, locale=language(review.document.language.split("-")[0]).csl_locale)
    return DraftStatus(
        tuple(key for key in now if key not in before),
        tuple(key for key, digest in now.items() if key in before and before[key] != digest),
        tuple(key for key in before if key not in now),
        review.merge_plan(path, options) if there is not None else MergePlan(),
        review.problems,
    )
