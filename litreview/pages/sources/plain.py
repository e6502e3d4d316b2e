"""Pages as plain text or Markdown: UTF-8, or UTF-16 with its mark. Other encodings are not guessed, since a wrong guess changes names."""

from __future__ import annotations

from litreview.pages.sources import PageSource
from litreview.pages.sources._refusal import refusal


def read(data: bytes) -> str:
    """The text of the file. Raises ReadError with the line of the first byte that is not UTF-8."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if wide else data[: error.start].count(b"\n") + 1
        raise refusal("not-utf-8", line, byte=f"0x{data[error.start]:02X}") from error


SOURCE = PageSource("text", (".txt", ".md", ".markdown"), read)
