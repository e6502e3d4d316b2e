"""What vulture cannot see in use: names for callers of ours, and those that are asked for by name. Each must exist, or importing this fails."""

from __future__ import annotations

from litreview.api.bibliography import Bibliography
from litreview.api.draft import Review
from litreview.api.figures import DrawnFigure
from litreview.api.former import plan_merge, save_ledger
from litreview.api.library import Library
from litreview.api.manuscript import Manuscript
from litreview.api.screening import FlowDiagram
from litreview.api.template import save_template_map
from litreview.api.usual_file import usual_file
from litreview.audit.judging import is_draft
from litreview.cli._json import failure
from litreview.cli._man import manual
from litreview.cli._progress import Progress, shown
from litreview.cli._welcome import welcome
from litreview.csl.styles import Style
from litreview.highlights.pdf import in_pdf, page_texts
from litreview.online.transport import exchange
from litreview.record import Study
from litreview.review.claims.ledger import Ledger
from litreview.review.tables.grid import Grid
from litreview.writers._markdown_kept import kept_part
from litreview.writers.docx.citations import mode_names
from litreview.writers.docx.template.examination import TemplateReport as Report
from litreview.writers.docx.template.examination import examine

KNOWN = (
    # called by those who use the library
    Grid.to_csv, Grid.to_pandas, Library.to_pandas, Library.from_csl, Library.to_bibtex, Library.to_yaml, Study.from_csl, Manuscript.refer, Ledger.select, Style.default_locale,
    Report.numbered_levels,
    # asked for by notebooks
    Bibliography._repr_mimebundle_, Grid._repr_html_, Library._repr_html_, Review._repr_mimebundle_, Study._repr_html_, Ledger._repr_html_,
    DrawnFigure._repr_png_, FlowDiagram._repr_html_,
    # imported when first called (`Later`)
    save_template_map, kept_part,
    examine, exchange, in_pdf, page_texts, failure, is_draft, mode_names, plan_merge, save_ledger, usual_file, welcome,
    manual, Progress, shown,
)  # fmt: skip
