"""What a chapter's file is called where nobody says."""

from __future__ import annotations

import os

from litreview.languages import CHAPTER, language
from litreview.library.concept_tables import read_concepts
from litreview.review.choices import choices
from litreview.settings.configuration import Configuration
from litreview.themes.outline.reading import read_outline


def usual_file(
    *, lang: str | None = None, outline: str | os.PathLike[str] | None = None, configuration: Configuration | None = None
) -> str:
    """The name of the chapter's file by its language and number: those given, else of the outline, else of the settings.

    Raises as `litreview.draft` does for an outline that cannot be read, and UnknownName for a language.

    >>> usual_file(), usual_file(lang="en")
    ('bab2.docx', 'chapter2.docx')
    """
    said = configuration or Configuration()
    file = outline or said.outline
    plan = read_outline(file, choices(read_concepts(said.concepts)[0])) if file is not None else None
    spoken = language(lang or (plan.language if plan else None) or said.language or CHAPTER)
    return str(spoken.section("labels")["chapter_file"]).format(number=plan.chapter if plan else 2)
