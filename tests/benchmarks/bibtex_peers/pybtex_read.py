"""pybtex: FILE.bib, entries with their persons, every field decoded from LaTeX."""

import resource
import sys

from pybtex.database import parse_file
from pybtex.richtext import Text

library = parse_file(sys.argv[1], bib_format="bibtex")
for entry in library.entries.values():
    for name in entry.fields:
        try:
            str(Text.from_latex(entry.fields[name]))
        except Exception:  # a field it cannot decode costs it nothing here
            continue
    for persons in entry.persons.values():
        for person in persons:
            str(Text.from_latex(str(person)))
print(len(library.entries), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
