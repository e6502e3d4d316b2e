"""Drafts judged: what is wrong in one, and what each of its sentences rests on."""

from __future__ import annotations

import os

from litreview.api.given import Studies
from litreview.api.library import Library
from litreview.api.load import load
from litreview.audit import evidence as showing
from litreview.audit import judging
from litreview.audit.evidence import SentenceEvidence
from litreview.errors import Problem, WrongType
from litreview.review import drafting
from litreview.themes import Outline

Draft = drafting.Review | str | os.PathLike[str]


def check_draft(
    draft: drafting.Review | str | os.PathLike[str],
    library: Studies | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
) -> tuple[Problem, ...]:
    """Everything that is wrong in a draft, check by check; each problem says where it is, what is wrong and what to do.

    `draft` is a `Review`, or a file: ``.docx`` (whoever edited or saved it since), ``.md``, or a ``.json`` ledger. `library` are the
    studies it rests on, a library or where it is read from; without them a file is judged by the evidence it carries. `outline` is that
    of the draft, for a Markdown file, which carries nothing. Raises as `load` does, and ReadError for a file that is no draft.

    >>> import litreview
    >>> from litreview._resources import folder
    >>> [problem.code for problem in check_draft(litreview.draft(folder("references"))) if problem.severity != "info"]
    []
    """
    return judging.check_draft(_draft(draft), _library(library, outline), outline)


def evidence(
    draft: drafting.Review | str | os.PathLike[str],
    library: Studies | None = None,
    outline: Outline | str | os.PathLike[str] | None = None,
    words: str | None = None,
) -> tuple[SentenceEvidence, ...]:
    """Each sentence of a draft that rests on studies, in reading order, with their words.

    `draft`, `library` and `outline` are as for `check_draft`, which says whether the words are there. Of a sentence that litreview made
    the evidence is that of its claim, marked as changed where the sentence is; of a writer's own, the quotations found in the works it
    cites. With `words` only the sentences and cells are given in which they stand, also those that rest on nothing. Raises ReadError.

    >>> import litreview
    >>> from litreview._resources import folder
    >>> review = litreview.draft(folder("references"), lang="en")
    >>> found = evidence(review)
    >>> "abstract" in {basis.evidence.field for one in found for basis in one.basis if basis.evidence}
    True
    >>> evidence(review, words=found[0].sentence)[0].sentence == found[0].sentence
    True
    """
    return showing.evidence(_draft(draft), _library(library, outline), outline, words)


def _draft(given: object) -> Draft:
    if not isinstance(given, drafting.Review | str | os.PathLike):
        raise WrongType(given, "a draft: a path or a Review", "litreview.draft(library) makes one")
    return given


def _library(given: Studies | None, outline: object) -> Library | None:
    """The studies of a draft, its outline left out where it lies among them; None where nobody names them."""
    return None if given is None else load(given, leave_out=[outline] if isinstance(outline, str | os.PathLike) else ())
