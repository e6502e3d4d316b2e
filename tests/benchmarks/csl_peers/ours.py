"""litreview: STYLE REFERENCES.json OUTPUT, as one process."""

import json
import sys
from pathlib import Path

from litreview.csl import Cite, Cluster, Processor, compile_style, items
from litreview.document.walk import entry_inlines, plain

style, references, output = sys.argv[1:]
works, _ = items(json.loads(Path(references).read_text(encoding="utf-8")))
processor = Processor(compile_style(style), works)
lines = [plain(inlines) for inlines in processor.citations([Cluster((Cite(work.id),)) for work in works])]
lines += [plain(entry_inlines(entry)) for entry in processor.bibliography().entries]
Path(output).write_text("\n".join(lines) + "\n", encoding="utf-8")
