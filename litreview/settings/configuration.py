"""The settings as a value: a field for each key of the file, with how it is read. A new setting is a new field."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal, get_args

import attrs

from litreview.cite.wording import ITEM_LANGUAGES, TERMS, ItemLanguage, Wording
from litreview.errors import Problem, fault, nearest
from litreview.languages.failures import unreadable
from litreview.library.toml import TomlFile, read_toml
from litreview.record import Legend
from litreview.review.figures import figure_names
from litreview.review.shown_evidence import KINDS as EVIDENCE
from litreview.settings.kinds import (
    Reader,
    Unfit,
    data_folder,
    flag,
    language,
    legend,
    name_or_path,
    one_of,
    path,
    paths,
    some_of,
    text,
    texts,
)
from litreview.settings.search import settings_file
from litreview.writers import Backlinks, citation_modes

MOST = 20
"""So many unknown keys are told."""


def _setting(reader: Reader, default: Any = None) -> Any:
    return attrs.field(default=default, metadata={"reader": reader})


@attrs.frozen
class Configuration:
    """What a file of settings says; None where it says nothing. Paths start from where the file lies.

    - `sources`: where the studies are, for commands to which none are named; `zotero`: the data folder of Zotero, for sources there.
    - `style`, `language`: of the chapter and of bibliographies; the outline, where it has its own, goes before.
    - `outline`: the outline of the chapter; `figures`: those it is to have, where the outline names none.
    - `concepts`: files with concepts of your own, for `litreview.load`; `ignore_keywords`: keywords of records that name no topic.
    - `highlights`: what marks in full texts mean, by colour or tag; the outline, where it has its own, goes before.
    - `citations`, `template`, `insert_at`, `template_map`, `layout`, `contents`, `backlinks`, `evidence`: how a file is written, see
      `Review.save`; an output that has no use for one leaves it alone.

    - `item_language`, `translated_titles`, `terms`: the words of citations and entries, see `litreview.cite.wording.Wording`.

    In the file the names are written with a hyphen (``insert-at``). `file` is where it was read from, `problems` the keys that there are
    none of.
    """

    sources: tuple[str, ...] = _setting(paths, ())
    zotero: str | None = _setting(data_folder)
    style: str | None = _setting(name_or_path(".csl"))
    language: str | None = _setting(language)
    outline: str | None = _setting(path)
    figures: tuple[str, ...] | None = _setting(some_of(figure_names))
    concepts: tuple[str, ...] = _setting(paths, ())
    ignore_keywords: tuple[str, ...] = _setting(texts, ())
    citations: str | None = _setting(one_of(citation_modes))
    template: str | None = _setting(path)
    insert_at: str | None = _setting(text)
    template_map: str | None = _setting(path)
    layout: str | None = _setting(name_or_path(".toml"))
    contents: bool | None = _setting(flag)
    backlinks: str | None = _setting(one_of(lambda: get_args(Backlinks)))
    item_language: ItemLanguage | None = _setting(one_of(lambda: ITEM_LANGUAGES))
    translated_titles: bool | None = _setting(flag)
    terms: Literal["own", "public"] | None = _setting(one_of(lambda: TERMS))
    evidence: str | None = _setting(one_of(lambda: EVIDENCE))
    highlights: Legend | None = _setting(legend)
    file: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def wording(self) -> Wording:
        """How works are worded in citations and entries."""
        return Wording(self.item_language, bool(self.translated_titles), self.terms or "own")

    @property
    def beside(self) -> tuple[str, ...]:
        """The files that belong to the project and are no sources, wherever they lie."""
        return tuple(one for one in (self.outline, self.template, self.template_map) if one is not None)


def configuration(path: str | os.PathLike[str] | None = None) -> Configuration:
    """The settings in the file `path`, or in the ``litreview.toml`` of the working folder or one above it (see `settings_file`).

    The command line asks for them by itself; from Python they count only where you hand them on, as in
    ``litreview.draft(library, configuration=litreview.configuration())``. Without a file nothing is set.

    Raises ReadError, with the line, for a file that is missing, larger than 1 MB or no TOML, and for a value of the wrong kind. A key
    that is no setting is a problem, and the rest counts. Whether a file that is named exists is seen where it is used.
    """
    file = os.fspath(path) if path is not None else settings_file()
    return _structured(read_toml(file)) if file is not None else Configuration()


def _structured(file: TomlFile) -> Configuration:
    readers = _readers()
    folder = os.path.dirname(file.path)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in file.data.items():
        if name not in readers:
            problems += [_unknown(name, tuple(readers), file)] if len(problems) < MOST else []
            continue
        try:
            values[name.replace("-", "_")] = readers[name](value, folder)
        except Unfit as error:
            problem = fault(error.code, file=file.path, line=file.line(name), severity="error", name=name, **error.slots)
            raise unreadable(problem) from error
    return Configuration(**values, file=file.path, problems=tuple(problems))


def _readers() -> Mapping[str, Reader]:
    """How each key of the file is read."""
    return {a.name.replace("_", "-"): a.metadata["reader"] for a in attrs.fields(Configuration) if "reader" in a.metadata}


def _unknown(name: str, known: tuple[str, ...], file: TomlFile) -> Problem:
    close = nearest(name, known)
    code = "setting-unknown-near" if close else "setting-unknown"
    return fault(code, file=file.path, line=file.line(name), name=name, known=close or ", ".join(known))
