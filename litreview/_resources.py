"""The files that come with the package: `styles/` and `references/`, in a wheel or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` ("styles" or "references"): inside an installed wheel, else at the root of the checkout.

    >>> folder("styles").is_dir()
    True
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name
