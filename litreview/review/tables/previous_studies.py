"""The table of previous studies (penelitian terdahulu): one row a study, no cell left blank."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from litreview.document.markup import parse_markup
from litreview.document.nodes import Cell, Cite, CiteItem, Inlines, Styled, Table, Text
from litreview.record import Library, Statement, Study
from litreview.review.claims import Own, likenesses
from litreview.review.prose import Voice
from litreview.review.prose.cells import comparison_cells
from litreview.review.prose.fill import capitalise
from litreview.review.prose.wording import term, wording

WIDTHS = (0.04, 0.25, 0.17, 0.15, 0.23, 0.08, 0.08)
"""Shares of the text width: number, work, method, framework, findings, similarity, difference."""

COMPARED = (0.04, 0.19, 0.13, 0.14, 0.19, 0.15, 0.16)
"""The same where similarity and difference are filled in."""

OWN_WORDS = 3
"""So many findings are given where they are in the keeper's own words."""

QUOTED: tuple[tuple[int, int], ...] = ((12, 3), (40, 2))
"""(up to so many studies in the table, so many quoted findings each); one for more studies: the table stays one that is read."""

SHORTEST, LONGEST = 8, 30
"""Words of one quoted finding: of a longer one the beginning is given, a shorter one only where there is no other."""

KEY = "table/previous-studies"
CHOSEN = "table/representative-studies"


def previous_studies(library: Library, voice: Voice, own: Own | None, chosen: Collection[str] | None = None) -> Table:
    """The table over all studies of `library`, in their order. Without `own` similarity and difference say "not filled in".

    With `chosen` it is a table of these studies alone, under the numbers that they have in that of all. A cell without a value says
    whether the source was read in vain ("not stated") or nobody looked ("not recorded").
    """
    words = voice.language.section("chapter")
    header = tuple(Cell(((Text(str(column)),),)) for column in words["columns"])
    most = quoted_at_most(library)
    rows = tuple(_row(n, study, voice, own, most) for n, study in enumerate(library, 1) if chosen is None or study.key in chosen)
    caption = (Text(str(words["table_caption" if chosen is None else "table_caption_chosen"])),)
    widths = COMPARED if own else WIDTHS
    about = str(words["table_description"])
    key = KEY if chosen is None else CHOSEN
    return Table(key, str(words["table"]), "", caption, header, rows, widths, landscape=True, description=about)


def _row(n: int, study: Study, voice: Voice, own: Own | None, most: int) -> tuple[Cell, ...]:
    open_cell: tuple[Inlines, ...] = ((Text(voice.language.label("not_filled_in")),),)
    same, other = comparison_cells(likenesses(study, own), voice) if own else (open_cell, open_cell)
    return (
        Cell(((Text(str(n)),),)),
        _work(study, voice),
        _method(study, voice),
        Cell((_values(study, "framework", voice),)),
        _findings(study, voice, most),
        Cell(same),
        Cell(other),
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


def _findings(study: Study, voice: Voice, most: int) -> Cell:
    found = study.aspects.findings
    if not found:
        return Cell((_absent(study, "findings", voice),))
    if own_words(study, voice):
        return Cell(tuple(capitalise(wording(s, True, voice)) for s in found[:OWN_WORDS]))
    return Cell(tuple(_quoted(s, voice) for s in _standing_alone(found, voice)[:most]))


def own_words(study: Study, voice: Voice) -> bool:
    """Whether the findings of `study` are in the keeper's own words, in the language of `voice`."""
    return "abstract" in study.paraphrased and all(voice.speaks(found[0]) for s in study.aspects.findings if (found := _said(s, voice)))


def quoted_at_most(library: Library) -> int:
    """How many quoted findings a cell holds at most."""
    return next((most for studies, most in QUOTED if len(library) <= studies), 1)


def _standing_alone(found: Sequence[Statement], voice: Voice) -> list[Statement]:
    """The findings in their order, those first that are short enough to be quoted whole and take up no sentence before them."""
    openings = frozenset(str(voice.language.section("tables")["follows_on"]).split())

    def rank(statement: Statement) -> tuple[bool, bool]:
        said = _said(statement, voice)
        words = said[1].split() if said else []
        return (len(words) < SHORTEST or words[0].casefold().strip(",") in openings, len(words) > LONGEST)

    return sorted(found, key=rank)


def _quoted(statement: Statement, voice: Voice) -> Inlines:
    said = _said(statement, voice)
    if said is None:
        return ()
    words = said[1].split()
    return voice.quote(said[1] if len(words) <= LONGEST else " ".join(words[:LONGEST]).rstrip(" ,;:.") + " …", said[0])


def _said(statement: Statement, voice: Voice) -> tuple[str, str] | None:
    return statement.text.best(voice.language.tag)


def shortened(library: Library, voice: Voice) -> bool:
    """Whether some study has more quoted findings than its cell, or a longer one."""
    most = quoted_at_most(library)
    quoted = [study.aspects.findings for study in library if not own_words(study, voice)]
    return any(len(found) > most or any(len(said[1].split()) > LONGEST for s in found if (said := _said(s, voice))) for found in quoted)


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
