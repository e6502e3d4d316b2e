"""Studies set against what they state."""

from __future__ import annotations

from litreview.api.given import Studies
from litreview.api.load import load
from litreview.languages import CHAPTER
from litreview.review.tables import matrix as setting
from litreview.review.tables.grid import Grid


def matrix(library: Studies, aspect: str, by: str | None = None, *, lang: str | None = None, most: int = setting.ALL) -> Grid:
    """The studies against the values they state of `aspect`; or, with `by`, one aspect against another.

    `aspect` is one of "framework", "method", "data", "sectors", "aim", "outcome", "partners" (their countries), "site"; `by` another of
    them or "year". Aspects that are not recorded are read from the abstracts, as for a draft. `lang` is the language of the
    names ("id" by default); `most` the number of values with a line of their own, the widest first; those of one study each are then
    gathered in one line.

    Without `by` there is a row for each study, named by its key, with True, False, or None (nothing is recorded of the aspect, which
    does not say that the study is silent; `Grid.behind` is empty). With `by` the cells are numbers of studies, and `Grid.behind` gives
    the keys.

    Raises as `load` does, and UnknownName for another aspect or language.

    >>> import litreview
    >>> from litreview._resources import folder
    >>> library = litreview.load(folder("references"))
    >>> shared = litreview.matrix(library, "framework", lang="en", most=2)
    >>> shared.columns
    ('study', 'paradiplomacy', 'sister city', 'in one study each', 'not stated')
    >>> next(row for row in shared if row[0] == "bandung-seoul-nd")
    ('bandung-seoul-nd', True, True, False, False)
    >>> litreview.matrix(library, "framework", by="outcome", lang="en", most=2).behind(0, "success")
    ('diy-gyeongsangbukdo-nd',)
    """
    return setting.matrix(load(library), aspect, by, lang=lang or CHAPTER, most=most)
