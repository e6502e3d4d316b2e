"""What of Zotero is asked for: ``zotero:``, ``zotero:Collection/Sub``, ``zotero:tag:kota``."""

from __future__ import annotations

import os

import attrs

SCHEME = "zotero:"
_TAG = "tag:"


def _bare(words: str) -> str:
    return words.removeprefix(SCHEME).strip()


@attrs.frozen
class Zotero(os.PathLike[str]):
    """A part of a Zotero library, to be given wherever a file of studies may be.

    - `wanted`: "" for My Library and all groups, ``Collection/Sub`` (with what is in its subcollections; ``Group/Collection`` for one of a
      group), or ``tag:NAME``. ``zotero:`` before it may stand or not.
    - `data`: the folder with ``zotero.sqlite``, or that file; the address of Zotero's local API (``http://localhost:23119/api``, with the
      extra ``online``) where the file cannot be read; None for where Zotero itself keeps it.

    >>> os.fspath(Zotero("Kota/Hidup")), Zotero("zotero:tag:kota").tag, Zotero("Kota/Hidup").tag
    ('zotero:Kota/Hidup', 'kota', None)
    """

    wanted: str = attrs.field(default="", converter=_bare)
    data: str | os.PathLike[str] | None = None

    def __fspath__(self) -> str:
        return SCHEME + self.wanted

    def __str__(self) -> str:
        return os.fspath(self)

    @property
    def tag(self) -> str | None:
        """The tag that is asked for, if it is one."""
        return self.wanted.removeprefix(_TAG).strip() if self.wanted.startswith(_TAG) else None


def selection(given: str | os.PathLike[str]) -> Zotero | None:
    """What `given` asks of Zotero, or None for the path of a file. A file that has such a name is a file.

    >>> selection("zotero:Kota").wanted, selection("references/lee.yaml")
    ('Kota', None)
    """
    if isinstance(given, Zotero):
        return given
    name = os.fspath(given)
    return Zotero(name) if isinstance(name, str) and name.startswith(SCHEME) and not os.path.lexists(name) else None
