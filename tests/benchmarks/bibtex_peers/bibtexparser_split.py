"""bibtexparser: FILE.bib, split into blocks and nothing else."""

import resource
import sys
from pathlib import Path

from bibtexparser.splitter import Splitter

library = Splitter(Path(sys.argv[1]).read_text(encoding="utf-8")).split()
print(len(library.entries), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
