"""Where the settings of a project stand: in the working folder or above it, within the project."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "litreview.toml"


def settings_file(start: str | os.PathLike[str] | None = None) -> str | None:
    """The file of settings that counts in the folder `start` (the working folder by default), or None.

    It is looked for there and in each folder above, up to the first that is the root of a repository (it has a ``.git``), the user's
    home or the root of the file system: that is looked at too, and nothing above it. The path is relative to the folder.
    """
    given = Path("" if start is None else start)
    try:
        here = given.resolve()
    except OSError:  # the working folder is gone
        return None
    home = os.path.realpath(os.path.expanduser("~"))
    for up, folder in enumerate((here, *here.parents)):
        if os.path.isfile(folder / NAME):
            return str(given.joinpath(*[os.pardir] * up, NAME))
        if str(folder) == home or os.path.lexists(folder / ".git"):
            return None
    return None
