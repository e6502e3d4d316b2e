"""The folders in which styles of one's own are looked for, before the public ones."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path

from litreview._resources import folder


def style_folders() -> tuple[Path, ...]:
    """``styles/`` in the working folder, that of the user, and litreview's own, in this order.

    The user's is where the system keeps settings: ``~/.config/litreview/styles`` on Linux, ``%LOCALAPPDATA%\\\\litreview\\\\styles`` on
    Windows, ``~/Library/Application Support/litreview/styles`` on macOS.
    """
    return (Path("styles"), user_config_path("litreview", appauthor=False) / "styles", folder("styles"))
