"""Records for studies whose files cannot be changed: an abstract page, an export. Each lies beside that file, and goes before it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from litreview.formats import named
from litreview.formats.yaml.comments import Comment
from litreview.library.adding.add import doubts, known_again
from litreview.library.adding.arrivals import arriving_of
from litreview.library.adding.filling import stated
from litreview.library.adding.places import in_folder
from litreview.library.rewrite import Rewrite
from litreview.library.sources import PAGE
from litreview.record import Library, Study
from litreview.zotero.reading import FORMAT as ZOTERO


def changeable(study: Study) -> bool:
    """Whether what `study` was read from can be changed in place, or is nothing beside which a record could lie."""
    origin = study.origin
    if origin is None or origin.file is None or origin.format in (None, ZOTERO.name):
        return True
    return origin.format != PAGE and named(str(origin.format)).update is not None


def records_beside(library: Library, changed: Mapping[str, Study], lang: str) -> tuple[Rewrite, ...]:
    """A new file for each of the studies `changed`, by key, whose own file is not `changeable`.

    A value that was found by doubtful signs, and is as it was, has a comment in `lang` over it.
    """
    folders: dict[Path, list[Study]] = {}
    comments: list[Comment] = []
    for arrival in arriving_of(library.filter(lambda study: study.key in changed and not changeable(study))):
        study = known_again(changed[arrival.study.key], arrival)
        folders.setdefault(Path(arrival.source).parent, []).append(study)
        comments += doubts(_doubtful_still(study, arrival.study), lang)
    return tuple(file for folder, studies in folders.items() for file in in_folder(folder, studies, comments)[0])


def _doubtful_still(study: Study, read: Study) -> Study:
    """The study without the doubts about values that somebody has changed since they were read."""
    now, then = dict(stated(study)), dict(stated(read))
    names = {known: "/".join(known.field.split("/")[: 2 if known.field.startswith("aspects/") else 1]) for known in read.confidence}
    return attrs.evolve(study, confidence=tuple(known for known, name in names.items() if now.get(name) == then.get(name)))
