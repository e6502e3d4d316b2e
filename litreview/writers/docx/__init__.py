"""Word: a native document that goes on living in Word, LibreOffice and Zotero.

In comes a resolved document with options, out go the bytes of a ``.docx`` file (`write`), new or a university's file with the text set
into it; `Script` cites inside a document of python-docx instead. The folders build on each other: `package`, `citations`, `blocks`,
`contents`, `template`.

The registry of outputs finds `WRITER`; `api` may call `Script`, `examine` and `report`. python-docx is loaded when one of them is used.
"""

from litreview._parts import Later
from litreview.writers import Writer

Script = Later("litreview.writers.docx.script", "Script")
"""Citing inside a document of python-docx: ``Script(word, language)``."""

WRITER = Writer(
    "docx",
    "Word document",
    (".docx",),
    Later("litreview.writers.docx.write", "write"),
    citations=Later("litreview.writers.docx.citations", "mode_names"),
    honours=frozenset({"layout", "template", "contents", "backlinks"}),
)

examine = Later("litreview.writers.docx.template.examination", "examine")
"""What a university's file offers: ``examine(Template(data))`` gives a `TemplateReport` and problems."""

report = Later("litreview.writers.docx.template.examination", "report")
"""What a university's file gave and what was added to it: ``report(Template(data), written)`` gives problems of severity "info"."""

finished = Later("litreview.writers.docx.finishing", "finished")
"""A file made ready to hand in: ``finished(data, name)`` gives it and problems."""

open_slots = Later("litreview.writers.docx.open_slots", "open_slots")
"""Marks in a file that wait for somebody, with their places: ``open_slots(data, phrases)``."""

tracked_changes = Later("litreview.writers.docx.finishing", "tracked_changes")
"""How many tracked changes a file holds."""

line_of = Later("litreview.writers.docx.splitting", "line_of")
"""The words of a paragraph of Word: ``line_of(paragraph)``."""

cut_out = Later("litreview.writers.docx.splitting", "cut_out")
"""A stretch of them taken out: ``cut_out(paragraph, start, end)`` gives the place."""

open_word = Later("litreview.writers.docx.template.opening", "open_word")
"""A file as a document of python-docx, without what loads something: ``open_word(data, name)``, with problems."""

saved_word = Later("litreview.writers.docx.package.opc", "saved")
"""A document of python-docx as bytes that depend on it alone."""
