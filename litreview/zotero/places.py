"""Where Zotero keeps its data: what its profile says, else the folder it makes by itself."""

from __future__ import annotations

import configparser
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

DATABASE = "zotero.sqlite"
_PREFERENCE = re.compile(r'^user_pref\("extensions\.zotero\.(dataDir|useDataDir)",\s*(.+)\);\s*$', re.MULTILINE)


def database(data: str | os.PathLike[str] | None) -> Path | None:
    """The database in the folder `data` (or the file `data`), or the one that Zotero uses here; None where there is none."""
    if data is not None:
        given = Path(os.path.expanduser(data))
        file = given / DATABASE if given.is_dir() else given
        return file if file.is_file() else None
    return next((folder / DATABASE for folder in data_folders() if (folder / DATABASE).is_file()), None)


def data_folders(home: Path | None = None, environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Iterator[Path]:
    """The folders in which Zotero may keep its data, the likeliest first. Sources: Zotero's documentation of its data and its profile."""
    where = home or Path(os.path.expanduser("~"))
    for folder in _profile_roots(where, os.environ if environment is None else environment, platform):
        for profile in _profiles(folder):
            chosen = _chosen(profile / "prefs.js")
            if chosen is not None:
                yield chosen
            yield profile / "zotero"  # where Zotero kept its data before version 5
    yield where / "Zotero"
    yield where / "snap" / "zotero-snap" / "common" / "Zotero"
    yield where / ".var" / "app" / "org.zotero.Zotero" / "data" / "Zotero"


def _profile_roots(home: Path, environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    if platform == "win32":
        return (Path(environment.get("APPDATA", home / "AppData" / "Roaming")) / "Zotero" / "Zotero",)
    if platform == "darwin":
        return (home / "Library" / "Application Support" / "Zotero",)
    flatpak = home / ".var" / "app" / "org.zotero.Zotero" / ".zotero" / "zotero"
    return (home / ".zotero" / "zotero", flatpak, home / "snap" / "zotero-snap" / "common" / ".zotero" / "zotero")


def _profiles(root: Path) -> list[Path]:
    """The profiles that ``profiles.ini`` names, the default one first."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string((root / "profiles.ini").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, configparser.Error):
        return []
    sections = [dict(parser.items(name)) for name in parser.sections() if name.casefold().startswith("profile")]
    sections.sort(key=lambda section: section.get("default") != "1")
    return [
        root / section["path"] if section.get("isrelative") != "0" else Path(section["path"]) for section in sections if "path" in section
    ]


def _chosen(preferences: Path) -> Path | None:
    """The folder that the user chose in Zotero's settings, if he did."""
    try:
        said = dict(_PREFERENCE.findall(preferences.read_text(encoding="utf-8")[: 4 * 2**20]))
    except (OSError, UnicodeDecodeError):
        return None
    if said.get("useDataDir") == "false" or "dataDir" not in said:
        return None
    try:
        folder = json.loads(said["dataDir"])
    except ValueError:
        return None
    return Path(folder) if isinstance(folder, str) and folder else None
