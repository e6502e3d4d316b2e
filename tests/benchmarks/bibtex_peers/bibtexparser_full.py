"""bibtexparser: FILE.bib, with its own steps for names and LaTeX."""

import resource
import sys

import bibtexparser
from bibtexparser import middlewares as m

steps = [m.SeparateCoAuthors(), m.SplitNameParts(), m.LatexDecodingMiddleware()]
library = bibtexparser.parse_file(sys.argv[1], append_middleware=steps)
print(len(library.entries), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
