"""The outline of a chapter."""

from __future__ import annotations

import os
from collections.abc import Sequence

import attrs

from litreview.api.choosing import selection
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.languages import CHAPTER
from litreview.review.choices import choices
from litreview.settings.configuration import Configuration
from litreview.themes.outline import file
from litreview.themes.outline.file import OutlineFile
from litreview.themes.outline.selection import EVERY


def outline(
    library: Studies,
    old: str | os.PathLike[str] | None = None,
    *,
    lang: str | None = None,
    reader: str | None = None,
    only: Sequence[str] | None = None,
    configuration: Configuration | None = None,
) -> OutlineFile:
    """Write an outline for a chapter on the studies, or bring the outline file `old` up to date.

    A first outline holds the themes that `litreview.draft` would take by itself, each with the evidence for it, and says the same
    chapter. Of an `old` one only the lines that begin with ``#:`` change: the evidence of each theme is renewed, and behind the end
    stands what has changed since: studies that are gone, studies in no topic with the one they fit, further themes.

    `lang` is the language of the chapter; without it that of `old`, else that of `configuration`, else "id". `reader` is that of the
    comments (the same by default). `only` chooses the studies that a first outline discusses, as for `litreview.draft`; an `old` one
    says so itself. A first outline names the style of `configuration`, else "apa".
    Raises as `load` does, UnknownName (a language), ReadError (a library without studies; an `old` file that cannot be read or says
    something wrong).

    >>> import litreview
    >>> from litreview._resources import folder
    >>> made = litreview.outline(litreview.load(folder("references")), lang="en")
    >>> [theme.facet for theme in made.outline.themes]
    ['framework', 'aims', 'pairs', 'sectors', 'outcomes', 'methods']
    """
    said = configuration or Configuration()
    plan = [] if old is None else [old]
    studies = load(library, leave_out=[*plan, *said.beside], concepts=said.concepts, highlights=said.highlights)
    made = file.outline(
        studies,
        choices(studies.concepts),
        old,
        lang=lang,
        reader=reader,
        style=said.style or "apa",
        fallback=said.language or CHAPTER,
        ignored=said.ignore_keywords,
        chosen=selection(only) or EVERY,
    )
    return made if said.template is None else attrs.evolve(made, keep=made.keep.also(said.template))
