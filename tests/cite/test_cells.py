"""Works that cells of a table name get no footnotes in a style that cites in notes; those in a cell with other words do."""

from __future__ import annotations

from litreview.cite.places import places
from litreview.document.nodes import Cell, Cite, CiteItem, Document, Inlines, Table, Text


def named(key: str) -> Inlines:
    return (Cite((CiteItem(key),), "narrative"),)


def test_cells_that_only_name_works_get_no_notes() -> None:
    rows = ((Cell((named("a"),)), Cell((named("b"), named("a")))), (Cell((named("a"), (Text("A title"),))), Cell(((Text("words"),),))))
    table = Table("t", "", "", (), (), rows, (1.0, 1.0))
    found = [(place.cite.items[0].key, place.label, place.note) for place in places(Document("", "en", (table,)), True)]
    assert found == [("a", True, None), ("b", True, None), ("a", True, None), ("a", False, 1)]
