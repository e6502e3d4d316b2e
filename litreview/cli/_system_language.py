"""In which language the reader reads: what LITREVIEW_LANG says, else what the system is set to, on Linux, Windows and macOS."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from litreview._parts import Later
from litreview.languages import COMMON, known

OVERRIDE = "LITREVIEW_LANG"
_PREFERENCES = "~/Library/Preferences/.GlobalPreferences.plist"
_PRIMARY = 0x3FF
"""The bits of a Windows language identifier that name the language, without its region. Source: MS-LCID, section 2.2."""
_WINDOWS = {0x09: "en", 0x21: "id"}
"""Primary languages of Windows by their BCP 47 tags. Source: MS-LCID, section 2.2."""

_windows_library, _property_list = Later("ctypes", "WinDLL"), Later("plistlib", "loads")


def system_language(environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """The language for messages: that of LITREVIEW_LANG, else LC_ALL, LC_MESSAGES, LANG, else that of the desktop; English if none is ours.

    >>> system_language({"LANG": "id_ID.UTF-8"}, "linux"), system_language({"LANG": "id_ID", "LC_ALL": "C"}, "linux")
    ('id', 'en')
    >>> system_language({"LANG": "en_US.UTF-8", "LITREVIEW_LANG": "id"}, "linux")
    'id'
    """
    said = next((environ[name] for name in (OVERRIDE, "LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if not said and platform in _DESKTOP:
        said = _DESKTOP[platform]()
    tag = _bare(said)
    return tag if known(tag) else COMMON


def _bare(name: str) -> str:
    """The language in the name of a locale or a tag, without its region and encoding."""
    return name.replace(".", "_").replace("@", "_").replace("-", "_").split("_")[0].casefold()


def _of_windows() -> str:
    return _WINDOWS.get(int(_windows_library("kernel32").GetUserDefaultUILanguage()) & _PRIMARY, "")


def _of_macos(path: str = _PREFERENCES) -> str:
    """The first of the languages that the user of a Mac prefers; "" where that cannot be read."""
    try:
        with open(os.path.expanduser(path), "rb") as file:
            preferred = _property_list(file.read()).get("AppleLanguages", [])
    except (OSError, ValueError):
        return ""
    return str(preferred[0]) if isinstance(preferred, list) and preferred else ""


_DESKTOP: Mapping[str, Callable[[], str]] = {"win32": _of_windows, "darwin": _of_macos}
