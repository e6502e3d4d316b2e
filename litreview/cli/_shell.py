"""Words as they are typed, alike in bash, PowerShell and the Windows command prompt."""

from __future__ import annotations

import os
import re

_PLAIN = re.compile(r"[\w./\\:@%+,=~-]+", re.ASCII)


def typed(path: str | os.PathLike[str]) -> str:
    """A path as it can be typed in any of the shells: in double quotes where it holds more than plain characters.

    >>> typed("references"), typed("my studies")
    ('references', '"my studies"')
    """
    name = os.fspath(path)
    return name if _PLAIN.fullmatch(name) else f'"{name}"'
