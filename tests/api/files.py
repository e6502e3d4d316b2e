"""Files for the tests of reading: written where they are wanted, or as a Word file."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document


def put(folder: Path, name: str, text: str | bytes) -> Path:
    """A file below `folder`, its folders made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def word(text: str) -> bytes:
    """A Word file with a paragraph for each line."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
