"""Where somebody works: looked through, and begun."""

from __future__ import annotations

import os

from litreview.api.load import load
from litreview.api.outline import outline
from litreview.languages import CHAPTER
from litreview.workspace.start import Started, example_files, start
from litreview.workspace.survey import Survey
from litreview.workspace.survey import survey as look


def init(folder: str | os.PathLike[str], *, example: str | None = None, lang: str | None = None) -> Started:
    """Make a working folder: a folder for studies, ``litreview.toml``, and a page that says what to do.

    With `example` ("sister-city") it has studies and an outline to try, and ``litreview draft`` works in it at once. `lang` is the language
    of the page, the outline and the chapter ("id" by default). Nothing that is there is written over.
    Raises UnknownName for another example or language, WriteError where the folder cannot be made.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in init(os.path.join(folder, "bab"), lang="en").written]
    ['litreview.toml', 'READ-ME.txt']
    """
    tag = lang or CHAPTER
    files = example_files(example)
    plan = outline(load(*files), lang=tag, reader=tag).text.encode() if files else None
    return start(folder, tag, example, plan)


def survey(folder: str | os.PathLike[str] = os.curdir) -> Survey:
    """What lies in a folder and near below it, by names and first bytes: places with studies, outlines, drafts, settings.

    >>> from litreview._resources import folder
    >>> survey(folder("references")).drafts
    ()
    """
    return look(folder)
