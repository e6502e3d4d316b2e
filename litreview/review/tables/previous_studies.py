"""The table of previous studies (penelitian terdahulu): one row a study, no cell left blank."""

from __future__ import annotations

from litreview.claims import Own, likenesses
from litreview.document.markup import parse_markup
from litreview.document.nodes import Cell, Cite, CiteItem, Inlines, Styled, Table, Text
from litreview.prose import Voice
from litreview.prose.cells import comparison_cells
from litreview.prose.fill import capitalise
from litreview.prose.wording import term, wording
from litreview.record import Library, Statement, Study

WIDTHS = (0.05, 0.21, 0.14, 0.15, 0.21, 0.12, 0.12)
"""Shares of the text width: number, work, method, framework, findings, similarity, difference."""

KEY = "table/previous-studies"


def previous_studies(library: Library, voice: Voice, number: str, own: Own | None) -> Table:
    """The table over all studies of `library`, in their order. Without `own` similarity and difference say "not filled in".

    A cell without a value says whether the source was read in vain ("not stated") or nobody looked ("not recorded").
    """
    words = voice.language.section("chapter")
    header = tuple(Cell(((Text(str(column)),),)) for column in words["columns"])
    rows = tuple(_row(n, study, voice, own) for n, study in enumerate(library, 1))
    caption = (Text(str(words["table_caption"])),)
    return Table(
        KEY, str(words["table"]), number, caption, header, rows, WIDTHS, landscape=True, description=str(words["table_description"])
    )


def _row(n: int, study: Study, voice: Voice, own: Own | None) -> tuple[Cell, ...]:
    same, other = comparison_cells(likenesses(study, own), voice) if own else (None, None)
    open_cell: Inlines = (Text(voice.language.label("not_filled_in")),)
    return (
        Cell(((Text(str(n)),),)),
        _work(study, voice),
        _method(study, voice),
        Cell((_values(study, "framework", voice),)),
        _findings(study, voice),
        Cell((same or open_cell,)),
        Cell((other or open_cell,)),
    )


def _work(study: Study, voice: Voice) -> Cell:
    """The citation, then author, year and title; each that is not stated says so."""
    paragraphs: list[Inlines] = [(Cite((CiteItem(study.key),), "narrative"),)]
    title = study.title.best(voice.language.tag, study.language or "")
    absent = {"author": not study.author, "issued": study.issued is None, "title": title is None or study.descriptive()}
    named = [(Text(str(voice.language.section("fields")[field])),) for field, missing in absent.items() if missing]
    if named:
        paragraphs.append(capitalise((*voice.join(named), Text(f": {voice.language.label('not_stated')}"))))
    if title is not None:
        paragraphs.append((Styled("italic", parse_markup(title[1])),))
    return Cell(tuple(paragraphs))


def _method(study: Study, voice: Voice) -> Cell:
    """Approach and data, in one word where neither is stated."""
    words = voice.language.section("chapter")
    if not study.aspects.method and not study.aspects.data:
        return Cell((_absent(study, "method", voice),))
    approach, data = _values(study, "method", voice), _values(study, "data", voice)
    return Cell((_labelled(str(words["method_of"]), approach), _labelled(str(words["data_of"]), data)))


def _labelled(template: str, values: Inlines) -> Inlines:
    before, _, behind = template.partition("{values}")
    return tuple(node for node in (Text(before), *values, Text(behind)) if node != Text(""))


def _findings(study: Study, voice: Voice) -> Cell:
    found = study.aspects.findings
    if not found:
        return Cell((_absent(study, "findings", voice),))
    paraphrased = "abstract" in study.paraphrased
    return Cell(tuple(capitalise(wording(s, paraphrased, voice)) for s in found))


def _values(study: Study, aspect: str, voice: Voice) -> Inlines:
    statements = [value for value in study.aspects.values(aspect) if isinstance(value, Statement)]
    if not statements:
        return _absent(study, aspect, voice)
    return voice.join([term(s.text, voice) for s in statements])


def _absent(study: Study, aspect: str, voice: Voice) -> Inlines:
    """ "Not stated" where the source was searched, "not recorded" where nobody looked."""
    return (Text(voice.language.label("not_stated" if aspect in study.aspects.looked_for else "not_recorded")),)


def unrecorded(library: Library) -> bool:
    """Whether some cell of the table will say "not recorded"."""
    return any(
        not study.aspects.stated(aspect) and aspect not in study.aspects.looked_for
        for study in library
        for aspect in ("framework", "findings", "method")
    )
