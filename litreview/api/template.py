"""A university's file looked at before a chapter goes into it: which styles are taken, what is missing, how it counts."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, cast

import attrs

from litreview.api.template_map import mapped
from litreview.languages import language
from litreview.library.save import NOTHING, Saved, save
from litreview.library.sources import read_bytes
from litreview.writers import Template
from litreview.writers.docx import examine

if TYPE_CHECKING:
    from litreview.writers.docx.template.examination import TemplateReport


def examine_template(
    path: str | os.PathLike[str],
    *,
    insert_at: str | None = None,
    level_offset: int | None = None,
    template_map: str | os.PathLike[str] | None = None,
) -> TemplateReport:
    """Look at the ``.docx`` or ``.dotx`` file `path` as a template; the other arguments are those of `Review.save`.

    Raises ReadError for a file or map that cannot be used, UnknownName for a heading or style that is not there.
    """
    template = Template(read_bytes(path), os.fspath(path))
    if template_map is not None:
        template = mapped(template, template_map)
    if level_offset is not None:
        template = attrs.evolve(template, level_offset=level_offset)
    if insert_at is not None:
        template = attrs.evolve(template, marker=insert_at, after_heading=insert_at)
    return cast("TemplateReport", examine(template)[0])


def template_map(report: TemplateReport, lang: str, insert_at: str | None = None) -> str:
    """The map of a template as a TOML file to edit: a line for each style, those that the file lacks commented out."""
    words = language(lang).section("template-map")
    lines = [f"# {line}" for line in str(words["head"]).format(name=report.name).splitlines()]
    lines += [f"insert-at = {_text(insert_at)}" if insert_at else f'# insert-at = "{words["heading"]}"', "", "[styles]"]
    for style in report.styles:
        if style.how == "created":
            lines.append(f'# {_text(style.role)} = ""  # {words["missing"]}')
        else:
            lines.append(f"{_text(style.role)} = {_text(style.name)}  # {words[style.how]}")
    return "".join(line + "\n" for line in lines)


def save_template_map(path: str | os.PathLike[str], report: TemplateReport, lang: str, insert_at: str | None, overwrite: bool) -> Saved:
    """Write the map to `path`, never over the template itself. Raises WriteError."""
    return save(path, template_map(report, lang, insert_at).encode(), NOTHING.also(report.name), overwrite)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
