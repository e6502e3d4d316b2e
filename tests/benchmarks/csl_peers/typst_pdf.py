"""typst: STYLE.csl REFERENCES.bib OUTPUT.pdf, as one process. It reads no CSL-JSON and always lays out pages."""

import re
import sys
from pathlib import Path

import typst

style, references, output = sys.argv[1:]
folder = Path(output).parent
keys = re.findall(r"(?m)^@\w+\{([^,]+),", Path(references).read_text(encoding="utf-8"))
last = f'#bibliography("{Path(references).name}", style: "{Path(style).name}")\n'
(folder / "main.typ").write_text("\n\n".join([*(f"@{key}" for key in keys), last]), encoding="utf-8")
typst.compile(str(folder / "main.typ"), output=output, root=str(folder))
