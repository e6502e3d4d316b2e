"""A map of a template: which of its styles do the work of ours, and where the text goes, as a file that a person edits and gives back."""

from __future__ import annotations

import os

import attrs

from litreview.errors import fault, nearest
from litreview.languages.failures import unreadable
from litreview.library.toml import TomlFile, read_toml
from litreview.writers import Template

_KEYS = ("insert-at", "level-offset", "styles")


def mapped(template: Template, path: str | os.PathLike[str]) -> Template:
    """The template as the map in the TOML file `path` says.

    Raises ReadError, with the line, for a file that cannot be read, an unknown key or a value of the wrong kind; an empty name of a style
    says nothing.
    """
    file = read_toml(path)
    for key in file.data:
        if key not in _KEYS:
            near = nearest(key, _KEYS) or ", ".join(_KEYS)
            raise unreadable(fault("template-map-key", file=file.path, line=file.line(key), severity="error", entry=key, known=near))
    place, offset, styles = (file.data.get(key) for key in _KEYS)
    if place is not None and not isinstance(place, str):
        raise _wrong(file, "insert-at")
    if offset is not None and (not isinstance(offset, int) or isinstance(offset, bool) or not 0 <= offset <= 3):
        raise _wrong(file, "level-offset")
    if styles is not None and (not isinstance(styles, dict) or not all(isinstance(value, str) for value in styles.values())):
        raise _wrong(file, "styles")
    named = tuple((ours, theirs) for ours, theirs in (styles or {}).items() if theirs.strip())
    template = attrs.evolve(template, styles=(*template.styles, *named))
    if place:
        template = attrs.evolve(template, marker=place, after_heading=place)
    return attrs.evolve(template, level_offset=offset) if offset is not None else template


def _wrong(file: TomlFile, key: str) -> Exception:
    return unreadable(fault("template-map-value", file=file.path, line=file.line(key), severity="error", entry=key))
