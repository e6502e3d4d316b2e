"""Names of persons and institutions, in the parts that CSL 1.0.2 knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

_OTHERS = re.compile(
    r"(?:and |& )?others|(?:et\.? al|dkk|dll)\.?|cs\.|c\.s\.|(?:dan )?(?:lain-lain|kawan-kawan)|\[?(?:\.{3}|…)\]?", re.IGNORECASE
)

_DOTS = frozenset(("...", "…", "[...]", "[…]"))
"""How Google Scholar shows that it leaves persons out."""


@attrs.frozen
class Name:
    """A person (family and given parts) or an institution (`literal`). A part that is not there is None, never "".

    A person with one name has `family` only. `raw` is the name as found in the source, with titles and degrees that
    are not printed in citations; equality ignores it. Source: CSL 1.0.2, name variables.

    >>> Name(family="Wulandari", given="Sri").text()
    'Sri Wulandari'
    """

    family: str | None = None
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    comma_suffix: bool = False
    """Whether a comma stands before the suffix ("Smith, Jr.")."""
    static_ordering: bool = False
    """Whether the family name always stands first, as in East Asian names."""
    raw: str | None = attrs.field(default=None, eq=False)
    parsed: bool = attrs.field(default=False, repr=False)
    """Whether no particle is to be looked for in family and given name ("parse-names" of CSL-JSON, which is then false)."""

    def text(self) -> str:
        """The whole name in reading order, for messages and tables."""
        if self.literal is not None:
            return self.literal
        if self.static_ordering:
            parts = [self.non_dropping_particle, self.family, self.given, self.dropping_particle]
        else:
            parts = [self.given, self.dropping_particle, self.non_dropping_particle, self.family]
        joined = " ".join(p for p in parts if p)
        if self.suffix:
            joined += (", " if self.comma_suffix else " ") + self.suffix
        return joined


def means_others(text: str) -> bool:
    """Whether a name stands for all further persons, whom the source does not name.

    >>> [means_others(t) for t in ("others", "et al.", "dkk", "...", "Others, Ann")]
    [True, True, True, True, False]
    """
    return _OTHERS.fullmatch(text.strip()) is not None


def without_others(names: Sequence[Name]) -> tuple[tuple[Name, ...], bool]:
    """A list of names as found, without "others"; the second value says whether there was one. They stand last, dots also among others.

    >>> without_others((Name(family="Lee"), Name(literal="et al.")))[1], without_others((Name(family="Lee"),))[1]
    (True, False)
    """
    last = names[-1] if names else None
    ended = last is not None and last.given is None and means_others(last.text())
    named = tuple(names[:-1] if ended else names)
    if not any(name.given is None and name.text() in _DOTS for name in named):
        return named, ended
    return tuple(name for name in named if name.given is not None or name.text() not in _DOTS), True
