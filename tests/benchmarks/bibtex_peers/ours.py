"""litreview: FILE.bib, read to full records, as one process; prints their number and the peak memory in MB."""

import resource
import sys
from pathlib import Path

from litreview.formats.bibtex import read_bibtex

studies, _ = read_bibtex(Path(sys.argv[1]).read_bytes())
print(len(studies), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
