"""CSL-YAML: CSL-JSON items written in YAML, as Pandoc and Better BibTeX do, under the key ``references``."""

import re

from litreview._parts import Later
from litreview.formats import Format

_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?references[ \t]*:", re.MULTILINE)

FORMAT = Format(
    "csl-yaml",
    "CSL-YAML",
    (".yaml", ".yml"),
    read=Later("litreview.formats.csl_yaml.items", "read"),
    write=Later("litreview.formats.csl_yaml.items", "write"),
    sniff=lambda head: _ROOT.search(head) is not None,
)
