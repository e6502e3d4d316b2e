"""Word: a native document that goes on living in Word, LibreOffice and Zotero."""

from litreview._parts import Later
from litreview.writers import Writer

WRITER = Writer("docx", "Word document", (".docx",), Later("litreview.writers.docx.write", "write"))

examine = Later("litreview.writers.docx.examine", "examine")
"""What a university's file offers: ``examine(Template(data))`` gives a report and problems."""
