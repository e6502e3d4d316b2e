"""The concept matrix: themes against studies. A few studies are columns beside the values they state; more are rows under the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from litreview.document.nodes import Cell, Inlines, Table, Text
from litreview.document.walk import plain
from litreview.record import ASPECT, Statement, Study, state
from litreview.review.claims.facets.pairs import years
from litreview.review.composition import Composition, theme_title
from litreview.review.prose.wording import name, term
from litreview.review.tables.axes import Line, axis
from litreview.review.tables.cells import cell, line_key, line_name, study_cell
from litreview.review.thresholds import (
    COLUMNS_OF_AN_UPRIGHT_PAGE,
    STUDIES_AS_COLUMNS,
    STUDIES_AS_ROWS,
    THEMES_BESIDE_EACH_OTHER,
    VALUES_IN_A_CELL,
    VALUES_OF_A_STUDY,
)
from litreview.themes import Theme, aspects_of

KEY = "table/concept-matrix"

OWN: Mapping[str, str] = {"partners": "site", "period": "period"}
"""What each study has for itself gets one row: behind which aspect of a theme, and which."""


def concept_matrix(made: Composition) -> tuple[Table, ...]:
    """The matrix in one table or several; none without themes or for more than `STUDIES_AS_ROWS` studies."""
    if not made.ledger.themes or len(made.library) > STUDIES_AS_ROWS:
        return ()
    if len(made.library) <= STUDIES_AS_COLUMNS:
        rows = [row for theme, _ in made.ledger.themes for row in _value_rows(theme, made)]
        return (_table_by_values(rows, made),) if rows else ()
    themes = [theme for theme, _ in made.ledger.themes]
    tables = -(-len(themes) // THEMES_BESIDE_EACH_OTHER)
    each = -(-len(themes) // tables)  # of the same width, so that none holds a lone column
    parts = [themes[at : at + each] for at in range(0, len(themes), each)]
    return tuple(_table_by_themes(part, n, made) for n, part in enumerate(parts, 1))


def unrecorded(made: Composition, tables: Sequence[Table]) -> bool:
    """Whether some cell says that nothing is recorded yet."""
    labels = {made.language.label(name) for name in ("not_read", "no_abstract")}
    return any(plain(p) in labels for table in tables for row in table.rows for cell in row for p in cell.paragraphs)


_Row = tuple[str, tuple[Cell, ...]]
"""A row, with what it is about: a theme and an aspect or value, in no language."""


def _table_by_values(rows: Sequence[_Row], made: Composition) -> Table:
    words, keys = made.table_words, made.library.keys()
    header = (cell(str(words["theme"])), cell(str(words["value"])), *map(study_cell, keys))
    widths = (0.17, 0.18, *(0.65 / len(keys) for _ in keys))
    return _table(KEY, header, rows, widths, ("theme", "value", *keys), made)


def _value_rows(theme: Theme, made: Composition) -> list[_Row]:
    """The rows of one theme: of a topic its studies; of a facet the values of each aspect, and what each study has for itself."""
    title = cell(theme_title(theme, made.language))
    words, keys = made.table_words, made.library.keys()
    if theme.facet == "topic":
        marks = [cell(str(words["stated" if key in theme.keys else "other"])) for key in keys]
        return [(theme.key, (title, cell(str(made.language.section("facets")["topic"])), *marks))]
    rows: list[_Row] = []
    for aspect in aspects_of(theme.facet):
        if ASPECT[aspect].named:
            rows += _shared_rows(title, aspect, theme, made)
        own = OWN.get(aspect)
        if own and any(made.library[key].aspects.stated(own) for key in keys):
            entries = (_period_or_places(own, made.library[key], made) for key in keys)
            rows.append((f"{theme.key}/{own}", (title, cell(str(words[own])), *entries)))
    return rows


def _shared_rows(title: Cell, aspect: str, theme: Theme, made: Composition) -> list[_Row]:
    """The values that several studies state, one a row, then what one study alone states, in one row."""
    keys = made.library.keys()
    lines = [line for line in axis(made.library, theme.keys, aspect, len(theme.keys) * VALUES_OF_A_STUDY).values if _is_name(line)]
    shared, lone = [line for line in lines if len(line.keys) > 1], [line for line in lines if len(line.keys) == 1]
    about = f"{theme.key}/{aspect}"
    rows: list[_Row] = [
        (f"{about}/{line_key(line)}", (title, cell(line_name(line, made)), *(_mark_cell(line, key, aspect, made) for key in keys)))
        for line in shared
    ]
    if lone:
        entries = (_lone_cell(lone, key, aspect, made) for key in keys)
        rows.append((about, (title, cell(str(made.table_words["lone_values"])), *entries)))
    return rows


def _period_or_places(aspect: str, study: Study, made: Composition) -> Cell:
    """The period or the places of one study."""
    if study.aspects.period and aspect == "period":
        return cell(years(study.aspects.period))
    named = [term(value.text, made.voice) for value in study.aspects.values(aspect) if isinstance(value, Statement)]
    return Cell(tuple(named)) if named else _silent_cell(study, (aspect,), made)


def _is_name(line: Line) -> bool:
    """Whether a value goes by a name: a sentence has no place in a column of names."""
    value = line.value
    return value is not None and (value.concept is not None or value.aspect == "country" or len(value.identity.split()) <= VALUES_IN_A_CELL)


def _mark_cell(line: Line, key: str, aspect: str, made: Composition) -> Cell:
    study = made.library[key]
    if key in line.keys or study.aspects.stated(aspect):
        return cell(str(made.table_words["stated" if key in line.keys else "other"]))
    return _silent_cell(study, (aspect,), made)


def _lone_cell(lone: Sequence[Line], key: str, aspect: str, made: Composition) -> Cell:
    mine = [line for line in lone if key in line.keys]
    study = made.library[key]
    if not mine:
        return cell(str(made.table_words["other"])) if study.aspects.stated(aspect) else _silent_cell(study, (aspect,), made)
    return Cell(_first_names([_named(line, made) for line in mine], made))


def _named(line: Line, made: Composition) -> Inlines:
    if line.value is not None and line.value.aspect == "outcome":
        return (Text(str(made.table_words["outcomes"][line.value.identity])),)
    return name(line.value, made.voice) if line.value else ()


def _silent_cell(study: Study, aspects: Sequence[str], made: Composition) -> Cell:
    """Why the cell has no value: of several aspects, all must be said not to be stated for the cell to say so."""
    states = [state(study, aspect) for aspect in aspects]
    known = "not_stated" if all(one in ("stated", "not-stated") for one in states) else "not_read" if study.abstract else "no_abstract"
    return cell(made.language.label(known))


def _table_by_themes(themes: Sequence[Theme], n: int, made: Composition) -> Table:
    words = made.table_words
    header = (
        cell(str(words["number"])),
        cell(str(words["study"])),
        *(cell(theme_title(theme, made.language)) for theme in themes),
    )
    rows: list[_Row] = [
        (study.key, (cell(str(number)), study_cell(study.key), *(_theme_cell(theme, study, made) for theme in themes)))
        for number, study in enumerate(made.library, 1)
    ]
    widths = (0.05, 0.23, *(0.72 / len(themes) for _ in themes))
    columns = ("number", "study", *(theme.key for theme in themes))
    return _table(KEY if n == 1 else f"{KEY}-{n}", header, rows, widths, columns, made)


def _theme_cell(theme: Theme, study: Study, made: Composition) -> Cell:
    words = made.table_words
    if theme.facet == "topic":
        return cell(str(words["stated" if study.key in theme.keys else "other"]))
    aspects = aspects_of(theme.facet)
    named = [_named(line, made) for aspect in aspects if ASPECT[aspect].named for line in _named_values(aspect, study, made)]
    if named:
        return Cell(_first_names(named, made))
    if any(study.aspects.stated(aspect) for aspect in aspects):
        return cell(str(words["stated"]))
    return _silent_cell(study, aspects, made)


def _named_values(aspect: str, study: Study, made: Composition) -> list[Line]:
    """What one study states of an aspect, as far as it goes by a known name."""
    lines = axis(made.library, (study.key,), aspect, VALUES_OF_A_STUDY).values
    return [line for line in lines if line.value is not None and (line.value.concept is not None or line.value.aspect == "country")]


def _first_names(named: Sequence[Inlines], made: Composition) -> tuple[Inlines, ...]:
    """The first few names, and how many more there are."""
    if len(named) <= VALUES_IN_A_CELL:
        return tuple(named)
    return (*named[:VALUES_IN_A_CELL], (Text(str(made.table_words["further"]).format(n=made.voice.number(len(named) - VALUES_IN_A_CELL))),))


def _table(
    key: str, header: tuple[Cell, ...], rows: Sequence[_Row], widths: tuple[float, ...], columns: tuple[str, ...], made: Composition
) -> Table:
    words = made.table_words
    caption = cell(str(words["matrix_caption"])).paragraphs[0]
    about = str(words["matrix_description"])
    cells, keys = tuple(row for _, row in rows), tuple(name for name, _ in rows)
    wide = len(columns) - 2 > COLUMNS_OF_AN_UPRIGHT_PAGE  # turned, a table strands the rest of the page before it
    return Table(key, str(made.words["table"]), "", caption, header, cells, widths, wide, about, row_keys=keys, column_keys=columns)
