"""Writing a document as somebody asks for it: choices by name, what an output cannot do refused, the files beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import attrs

from litreview._parts import Later
from litreview.api.template_map import mapped
from litreview.document.nodes import Cite, Document, Note
from litreview.document.walk import block_inlines, nodes
from litreview.errors import Problem, UnknownName, fault
from litreview.formats import named as format_named
from litreview.languages import Language, language
from litreview.languages.failures import unwritable
from litreview.library.save import Protected, Saved, save_all
from litreview.library.sources import read_bytes
from litreview.record import Library
from litreview.writers import Backlinks, Options, Template, Words, Writer, by_suffix, citation_modes, references_name
from litreview.writers.docx import report as template_report

if TYPE_CHECKING:
    from litreview.settings.configuration import Configuration

_word_style = Later("litreview.writers.docx.citations.sources", "word_style")  # with it comes all that writes Word
BACKLINKS: tuple[str, ...] = get_args(Backlinks)
LAYOUT = Options().layout
_OF_TEMPLATES = ("insert-at", "level-offset", "template-map")
"""What says something of a template, and needs one."""


@attrs.frozen
class Choices:
    """What somebody asks for beside the text; the fields are the keywords of `Review.save`, None is not asked for.

    - `citations`: "plain" (text with links); in Word "zotero" (fields), "zotero-bookmarks" (for Word and LibreOffice alike) or "word" (its
      own sources); in Markdown and LaTeX "keys" (for pandoc and BibLaTeX, with the works in a file beside it).
    - `template`: a ``.docx`` or ``.dotx`` of the university that takes the text, as a path or a `Template`; `insert_at`: where, as a mark
      that is a paragraph there (or the name of a bookmark or content control), or the words of a heading.
    - `layout`: the look of a Word file: "skripsi-id", "neutral" or the path of a ``.toml`` file.
    - `level_offset`: by how many levels headings move down; not given, as far as the heading at `insert_at` stands. `template_map`: a file
      that says which of its styles are taken and where the text goes, see `examine_template`.
    - `contents`: whether a table of contents and lists of tables and figures stand in front.
    - `backlinks`: how an entry leads back to its citations: "quiet" (nothing is printed for it), "marks" or "none".
    """

    citations: str | None = None
    template: str | os.PathLike[str] | Template | None = None
    insert_at: str | None = None
    layout: str | os.PathLike[str] | None = None
    contents: bool | None = None
    backlinks: str | None = None
    level_offset: int | None = None
    template_map: str | os.PathLike[str] | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of the choices beside `citations` that were made, as the command line spells them."""
        names = [a.name for a in attrs.fields(Choices) if a.name != "citations"]
        return tuple(name.replace("_", "-") for name in names if getattr(self, name) is not None and getattr(self, name) is not False)


def completed(path: str | os.PathLike[str], choices: Choices, configuration: Configuration | None) -> Choices:
    """The choices with those of the configuration where none was made, as far as the output of `path` has a use for them.

    A mark says where in a template something goes, so that of the configuration counts with its own template alone.
    """
    if configuration is None:
        return choices
    writer = by_suffix(os.fspath(path))
    missing = {a.name for a in attrs.fields(Choices) if a.name in writer.honours and getattr(choices, a.name) is None}
    chosen = {name: getattr(configuration, name) for name in missing}
    if "template" in missing and choices.insert_at is None:
        chosen["insert_at"] = configuration.insert_at if configuration.template is not None else None
    if "template" in missing and choices.template_map is None and configuration.template is not None:
        chosen["template_map"] = configuration.template_map
    if choices.citations is None and configuration.citations in writer.citations:
        chosen["citations"] = configuration.citations
    return attrs.evolve(choices, **chosen)


def listing(choices: Choices) -> Choices:
    """Of the choices those that a bibliography has a use for."""
    return attrs.evolve(choices, citations=None, contents=None, backlinks=None)


def checked(path: str | os.PathLike[str], choices: Choices) -> Writer:
    """The writer for `path`. Raises UnknownName for an unknown suffix or value, WriteError for a choice the output has no use for."""
    writer = by_suffix(os.fspath(path))
    _known("kind of citations", choices.citations, citation_modes())
    _known("kind of links back", choices.backlinks, BACKLINKS)
    suffix = Path(path).suffix
    if choices.citations is not None and choices.citations not in writer.citations:
        known = ", ".join(f'"{mode}"' for mode in writer.citations)
        problem = fault("citations-elsewhere", severity="error", suffix=suffix, citations=choices.citations, known=known)
        raise unwritable(problem)
    for option in _OF_TEMPLATES:
        if option in choices.asked and choices.template is None:
            raise unwritable(fault("option-needs", severity="error", option=option, needed="template"))
    for option in choices.asked:
        if option not in _OF_TEMPLATES and option not in writer.honours:
            raise unwritable(fault("option-no-use", severity="error", suffix=suffix, option=option))
    return writer


def live(document: Document, chosen: Options, comments: bool = False) -> tuple[Problem, ...]:
    """What is to be known of citations that live on: what an update makes of them, and what LibreOffice makes of notes beside comments.

    Raises WriteError for Zotero bookmarks with a style that cites in footnotes, where Zotero offers none.
    """
    inlines = [node for block in document.blocks for run in block_inlines(block) for node in nodes(run)]
    noted = any(isinstance(node, Note) for node in inlines)
    by_notes = any(isinstance(inner, Note) for node in inlines if isinstance(node, Cite) for inner in nodes(node.children))
    if chosen.citations == "zotero-bookmarks" and by_notes:
        raise unwritable(fault("zotero-bookmarks-notes", severity="error"))
    own = any(isinstance(inner, Cite) for node in inlines if isinstance(node, Note) for inner in nodes(node.children))
    problems = [fault("zotero-bookmarks-own-notes")] if chosen.citations == "zotero-bookmarks" and own else []
    if chosen.citations == "word":
        _, name, _, same = _word_style(chosen.style)
        problems.append(fault("word-sources-update" if same else "word-sources-other", severity="info", style=name))
    if noted and comments:
        problems.append(fault("notes-with-comments"))
    return tuple(problems)


def unused(path: str | os.PathLike[str], choices: Choices) -> None:
    """See that nothing is asked of an output that has no look. Raises WriteError."""
    for option in (*(("citations",) if choices.citations is not None else ()), *choices.asked):
        raise unwritable(fault("option-no-use", severity="error", suffix=Path(path).suffix, option=option))


def options(path: str | os.PathLike[str], choices: Choices, tag: str, style: str) -> Options:
    """The choices as a writer takes them, for a document in the language `tag` whose citations follow the style with the id `style`.

    Raises as `checked` does, and ReadError for a template that cannot be read.
    """
    writer = checked(path, choices)
    spoken = language(tag)
    return Options(
        citations=next((mode for mode in writer.citations if mode == choices.citations), "plain"),
        style=style,
        locale=spoken.csl_locale,
        layout=os.fspath(choices.layout) if choices.layout is not None else LAYOUT,
        layout_asked=choices.layout is not None,
        template=_template(choices),
        contents=bool(choices.contents),
        backlinks="marks" if choices.backlinks == "marks" else "none" if choices.backlinks == "none" else "quiet",
        stem=Path(path).stem,
        words=words(spoken),
    )


def words(spoken: Language) -> Words:
    """The words that outputs add, in one language."""
    return Words(
        contents=spoken.label("contents"),
        tables=spoken.label("list_of_tables"),
        figures=spoken.label("list_of_figures"),
        notes=spoken.label("notes"),
        back=spoken.label("back_to_citation"),
        locators={label: str(terms[0]) for label, terms in spoken.section("locators").items()},
    )


def write(
    path: str | os.PathLike[str],
    document: Document,
    chosen: Options,
    keep: Protected,
    library: Library | None = None,
    overwrite: bool = False,
    command: str = "",
) -> Saved:
    """Write `document` to `path` and what belongs to it beside it, all of it or nothing, and over no file of `keep`; see `save_all`,
    which also says what `command` is for.

    `library` has the works that the document cites by key. Raises UnknownName, ReadError, WriteError.
    """
    target, writer = Path(path), by_suffix(os.fspath(path))
    data = writer.write(document, chosen)
    beside = files_beside(target, document, chosen, library)
    keep = keep.also(chosen.template.name) if chosen.template is not None else keep
    saved = save_all({target: data, **beside}, keep, overwrite, command=command)
    told = template_report(chosen.template, data, chosen.layout if chosen.layout_asked else None) if chosen.template is not None else ()
    return attrs.evolve(saved, problems=(*told, *saved.problems))


def files_beside(target: Path, document: Document, chosen: Options, library: Library | None) -> dict[Path, bytes]:
    """What belongs to an output and lies beside it: pictures, and the works that it cites by key."""
    writer = by_suffix(os.fspath(target))
    beside = {target.with_name(name): content for name, content in writer.beside(document, chosen)}
    if chosen.citations == "keys" and writer.works and library is not None:
        beside |= _works(target, writer.works, chosen, library)
    return beside


def _works(target: Path, name: str, chosen: Options, library: Library) -> Mapping[Path, bytes]:
    form = format_named(name)
    assert form.write is not None
    return {target.with_name(references_name(chosen, form.suffixes[0])): form.write(tuple(library))[0]}


def _template(choices: Choices) -> Template | None:
    given = choices.template
    if given is None:
        return None
    found = given if isinstance(given, Template) else Template(read_bytes(given), os.fspath(given))
    if choices.template_map is not None:
        found = mapped(found, choices.template_map)
    if choices.level_offset is not None:
        found = attrs.evolve(found, level_offset=choices.level_offset)
    return found if choices.insert_at is None else attrs.evolve(found, marker=choices.insert_at, after_heading=choices.insert_at)


def _known(kind: str, given: str | None, known: tuple[str, ...]) -> None:
    if given is not None and given not in known:
        raise UnknownName(kind, given, known)
