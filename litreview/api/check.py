"""What is wrong in the records of studies, and putting right what is certain."""

from __future__ import annotations

import attrs

from litreview import _former
from litreview.api.given import Studies
from litreview.api.load import load
from litreview.errors import Problem
from litreview.library import check as checking
from litreview.library import fix as fixing
from litreview.library.rewrite import Rewrite


def check(library: Studies) -> tuple[Problem, ...]:
    """Everything found while the sources were read, then what each check finds, study by study; nothing twice.

    Fields missing or odd for the type, identifiers with a wrong check digit, pages, dates, names, addresses and titles that look wrong,
    markup left behind, unknown languages, keys that collide, works that are there twice, evidence that is not in the text it names.
    What a record says was searched for in vain is of severity "info". Raises as `load` does.

    >>> from litreview import loads
    >>> [(p.key, p.code, p.get("field")) for p in check(loads('[{"id": "lee", "type": "webpage", "title": "Motives"}]'))]
    [('lee', 'missing-field', 'author'), ('lee', 'missing-field', 'URL')]
    """
    return checking.check(load(library))


@attrs.frozen
class Fixed:
    """What was put right: the files rewritten, and a problem ("fixed", for information) for each value that was changed."""

    files: tuple[Rewrite, ...]
    problems: tuple[Problem, ...]

    @property
    def told(self) -> tuple[Problem, ...]:
        """The former name of `problems`."""
        _former.warn("Fixed.told")
        return self.problems


def fix(*given: Studies, dry_run: bool = False) -> Fixed:
    """Put right what is certain in the files of the studies, which are rewritten with everything else as it was, all of them or none.

    Files that cannot be changed in place (all but YAML and BibTeX) are left as they are, with a problem for each that needed it.
    What a record says stays the same; whatever needs a look at the work is left to `check`. With `dry_run` nothing is written: the
    `diff` of each of the files shows what would be. Raises as `load` does, and WriteError.
    """
    return Fixed(*fixing.fix(load(*given), dry_run))
