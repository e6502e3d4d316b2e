"""Tables of studies from anywhere: exports of databases and reference managers (``.csv``, ``.tsv``, ``.xlsx``, ``.xls``), or one's own.

In: the bytes of a file. Out: a study for each row. What a column is, its heading says: ``columns.toml`` lists them. A
table without a title and one more column that is known is refused. `cells` brings every kind of file to rows, `reading` the rows to
studies.
"""

from litreview._parts import Later
from litreview.formats import Format

FORMAT = Format("table", "table of studies", (".csv", ".tsv", ".xlsx", ".xls"), read=Later("litreview.formats.table.reading", "read"))
