"""The table of previous studies (penelitian terdahulu): one row a study, no cell left blank."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from litreview.document.markup import parse_markup
from litreview.document.nodes import Cell, Cite, CiteItem, Inlines, Styled, Table, Text
from litreview.record import ASPECT, HIGHLIGHTS, Library, Partner, Period, State, Statement, Study, state
from litreview.record.aspects import columns
from litreview.review.claims import Own, likenesses
from litreview.review.claims.facets.pairs import years
from litreview.review.claims.marked import is_marked, pages, whose
from litreview.review.claims.values import is_technique
from litreview.review.prose import Voice
from litreview.review.prose.cells import comparison_cells
from litreview.review.prose.fill import capitalise
from litreview.review.prose.wording import term, wording
from litreview.review.tables.own_columns import with_own_columns
from litreview.review.thresholds import FINDINGS_IN_OWN_WORDS, LONGEST_FINDING, SHORTEST_FINDING

OPEN = ((0.04, 0.25), (0.08, 0.08))
"""Shares of the width of the text: number and work before the columns of the aspects, similarity and difference behind them."""

COMPARED = ((0.04, 0.19), (0.15, 0.16))
"""The same where similarity and difference are filled in."""

NOTHING_OVER = 1e-9
"""Shares that come to more than the whole by no more than this come to the whole."""

QUOTED: tuple[tuple[int, int], ...] = ((12, 3), (40, 2))
"""(up to so many studies in the table, so many quoted findings each); one for more studies: the table stays one that is read."""

KEY = "table/previous-studies"
CHOSEN = "table/representative-studies"


def previous_studies(library: Library, voice: Voice, own: Own | None, chosen: Collection[str] | None = None) -> Table:
    """The table over all studies of `library`, in their order. Without `own` similarity and difference say "not filled in".

    With `chosen` it is a table of these studies alone; each table numbers its rows from 1. A cell without a value says
    whether a person found none in the source ("not stated"), reading has not ("not yet read"), or there is no abstract.
    """
    words = voice.language.section("chapter")
    header = tuple(Cell(((Text(heading),),)) for heading in headings(voice))
    most = quoted_at_most(library)
    chosen_studies = [study for study in library if chosen is None or study.key in chosen]
    rows = tuple(_row(n, study, voice, own, most) for n, study in enumerate(chosen_studies, 1))
    caption = (Text(str(words["table_caption" if chosen is None else "table_caption_chosen"])),)
    about = str(words["table_description"])
    key = KEY if chosen is None else CHOSEN
    named = tuple(study.key for study in chosen_studies)
    columns = ("number", "work", *_column_names(), "same", "other")
    table = Table(
        key, str(words["table"]), "", caption, header, rows, widths(own is not None), True, about, row_keys=named, column_keys=columns
    )
    return with_own_columns(table, chosen_studies, voice.language.label("not_filled_in"))


def headings(voice: Voice) -> tuple[str, ...]:
    """What stands above the columns; above an aspect that has no words for it there, its name in records."""
    return tuple(_heading(name, voice) for name in ("number", "work", *_column_names(), "same", "other"))


def heading_of(aspect: str, voice: Voice) -> str | None:
    """What stands above the column in which an aspect is shown; None where the table has none for it."""
    column = (ASPECT[aspect].beside or aspect) if aspect in ASPECT else aspect
    return headings(voice)[2 + _column_names().index(column)] if column in _column_names() else None


def widths(compared: bool) -> tuple[float, ...]:
    """The widths of the columns as shares of that of the text, those of all aspects beside what the table always has.

    >>> [round(width, 3) for width in widths(compared=False)]
    [0.036, 0.227, 0.155, 0.091, 0.136, 0.209, 0.073, 0.073]
    """
    before, behind = COMPARED if compared else OPEN
    shares = (*before, *(column.compared if compared else column.share for _, column in columns()), *behind)
    whole = sum(shares)
    return tuple(share / whole for share in shares) if whole > 1 + NOTHING_OVER else shares


def _column_names() -> tuple[str, ...]:
    return tuple(name for name, _ in columns())


def _heading(name: str, voice: Voice) -> str:
    words = voice.language.section("chapter")["columns"]
    if name in ASPECT and name not in words:
        said = str(voice.language.needed("record", name, f"aspect {name}"))
        return said[:1].upper() + said[1:]
    return str(words[name])


def _row(n: int, study: Study, voice: Voice, own: Own | None, most: int) -> tuple[Cell, ...]:
    open_cell: tuple[Inlines, ...] = ((Text(voice.language.label("not_filled_in")),),)
    same, other = comparison_cells(likenesses(study, own), voice) if own else (open_cell, open_cell)
    return (
        Cell(((Text(str(n)),),)),
        _work_cell(study, voice),
        *(_aspect_cell(study, name, voice, most) for name, _ in columns()),
        Cell(same),
        Cell(other),
    )


def _aspect_cell(study: Study, name: str, voice: Voice, most: int) -> Cell:
    """What a study states of an aspect; approach and data share a cell, and findings are quoted."""
    if name == "method":
        return _method_cell(study, voice)
    return _findings_cell(study, voice, most) if name == "findings" else Cell((_values(study, name, voice),))


def _work_cell(study: Study, voice: Voice) -> Cell:
    """The citation, then author, year and title; each that is not stated says so."""
    paragraphs: list[Inlines] = [(Cite((CiteItem(study.key),), "narrative"),)]
    title = study.title.best(voice.language.tag, study.language or "")
    absent = {"author": not study.author, "issued": study.issued is None, "title": title is None or study.descriptive()}
    for label in ("not_stated", "not_read"):  # a descriptive title is ours: the source's own is not there
        lacking = [f for f, missing in absent.items() if missing and (f in study.looked_for) is (label == "not_stated")]
        if lacking:
            named = voice.join([(Text(str(voice.language.section("fields")[field])),) for field in lacking])
            paragraphs.append(capitalise((*named, Text(f": {voice.language.label(label)}"))))
    if title is not None:
        paragraphs.append((Styled("italic", parse_markup(title[1])),))
    return Cell(tuple(paragraphs))


def _method_cell(study: Study, voice: Voice) -> Cell:
    """Approach, techniques and data, in one word where none is recorded and all for one reason."""
    words = voice.language.section("chapter")
    if not study.aspects.method and not study.aspects.data and state(study, "method") == state(study, "data"):
        return Cell((_absent(study, "method", voice),))
    named = study.aspects.method
    technique = [_value(one, voice) for one in named if is_technique(one, voice.concepts)]
    approach = [_value(one, voice) for one in named if not is_technique(one, voice.concepts)]
    lines = (
        [_labelled(str(words["method_of"]), voice.join(approach) or _absent(study, "method", voice))] if approach or not technique else []
    )
    lines += [_labelled(str(words["technique_of"]), voice.join(technique))] if technique else []
    return Cell((*lines, _labelled(str(words["data_of"]), _values(study, "data", voice))))


def _labelled(template: str, values: Inlines) -> Inlines:
    before, _, behind = template.partition("{values}")
    return tuple(node for node in (Text(before), *values, Text(behind)) if node != Text(""))


def _findings_cell(study: Study, voice: Voice, most: int) -> Cell:
    findings = study.aspects.findings
    if not findings:
        return Cell((_absent(study, "findings", voice),))
    if own_words(study, voice):
        return Cell(tuple(capitalise(with_page(wording(s, True, voice), s, voice)) for s in findings[:FINDINGS_IN_OWN_WORDS]))
    return Cell(tuple(with_page(_quoted(s, voice), s, voice) for s in _standing_alone(findings, voice)[:most]))


def own_words(study: Study, voice: Voice) -> bool:
    """Whether the findings of `study` are in the keeper's own words, in the language of `voice`."""
    return "abstract" in study.paraphrased and all(
        voice.speaks(said[0]) and whose(s, said[0]) is not False for s in study.aspects.findings if (said := _in_language(s, voice))
    )


def quoted_at_most(library: Library) -> int:
    """How many quoted findings a cell holds at most."""
    return next((most for studies, most in QUOTED if len(library) <= studies), 1)


def _standing_alone(findings: Sequence[Statement], voice: Voice) -> list[Statement]:
    """The findings in their order, those first that are short enough to be quoted whole and take up no sentence before them."""
    openings = frozenset(str(voice.language.section("tables")["follows_on"]).split())

    def rank(statement: Statement) -> tuple[bool, bool, bool]:
        said = _in_language(statement, voice)
        words = said[1].split() if said else []
        follows = len(words) < SHORTEST_FINDING or words[0].casefold().strip(",") in openings
        return not is_marked(statement), follows and not is_marked(statement), len(words) > LONGEST_FINDING

    return sorted(findings, key=rank)


def _quoted(statement: Statement, voice: Voice) -> Inlines:
    said = _in_language(statement, voice)
    if said is None:
        return ()
    if whose(statement, said[0]):
        source = next((one for one in statement.evidence if one.field == HIGHLIGHTS), None)
        if voice.speaks(said[0]) or source is None:  # what she wrote in another language is nobody's quotation
            return capitalise(term(statement.text, voice, (said[0],)))
        said = source.language, source.quote
    words = said[1].split()
    return voice.quote(said[1] if len(words) <= LONGEST_FINDING else " ".join(words[:LONGEST_FINDING]).rstrip(" ,;:.") + " …", said[0])


def _in_language(statement: Statement, voice: Voice) -> tuple[str, str] | None:
    return statement.text.best(voice.language.tag)


def shortened(library: Library, voice: Voice) -> bool:
    """Whether some study has more quoted findings than its cell, or a longer one."""
    most = quoted_at_most(library)
    quoted = [study.aspects.findings for study in library if not own_words(study, voice)]
    return any(
        len(findings) > most or any(len(said[1].split()) > LONGEST_FINDING for s in findings if (said := _in_language(s, voice)))
        for findings in quoted
    )


def _values(study: Study, aspect: str, voice: Voice) -> Inlines:
    named = [_value(value, voice) for value in study.aspects.values(aspect)]
    return voice.join(named) if named else _absent(study, aspect, voice)


def _value(value: Statement | Period | Partner, voice: Voice) -> Inlines:
    if isinstance(value, Period):
        return with_page((Text(years(value)),), value, voice)
    if isinstance(value, Partner):
        return with_page(term(value.name, voice), value, voice)
    tagged = value.text.best(voice.language.tag)
    if tagged and not voice.speaks(tagged[0]) and not whose(value, tagged[0]):  # in a cell nothing stands around words of another language
        return with_page(voice.quote(tagged[1], tagged[0]), value, voice)
    return with_page(term(value.text, voice, tuple(tag for tag in value.text if whose(value, tag))), value, voice)


def with_page(words: Inlines, value: Statement | Period | Partner, voice: Voice) -> Inlines:
    """What a cell says, with the pages of the full text behind it where it was marked there: the row names the work."""
    place = pages(value.evidence)
    if not place or not words:
        return words
    several = "," in place or "–" in place or "-" in place
    return (*words, Text(str(voice.language.section("chapter")["pages" if several else "page"]).format(page=place)))


def _absent(study: Study, aspect: str, voice: Voice) -> Inlines:
    """Why the cell has no value."""
    return (Text(voice.language.label(state(study, aspect).replace("-", "_"))),)


def states(library: Library) -> frozenset[State]:
    """The states of the cells of the table; of columns that hold two aspects, of both."""
    aspects = [name for name, aspect in ASPECT.items() if aspect.column or aspect.beside in _column_names()]
    fields = (state(study, field) for study in library for field in ("author", "issued", "title"))
    return frozenset(state(study, aspect) for study in library for aspect in aspects).union(fields)
