"""How a stretch of text finally looks: the marks around it added up, for outputs that write stretches rather than nested elements."""

from __future__ import annotations

from typing import Literal, assert_never

import attrs

from litreview.document.nodes import Mark


@attrs.frozen
class Look:
    """The marks in force. None means that nothing was said, so that the surrounding style decides."""

    italic: bool | None = None
    bold: bool | None = None
    small_caps: bool | None = None
    underline: bool | None = None
    script: Literal["superscript", "subscript", "baseline"] | None = None

    def marked(self, mark: Mark) -> Look:
        """The same look under one mark more.

        >>> Look().marked("italic").marked("upright").italic
        False
        """
        match mark:
            case "italic" | "oblique":
                return attrs.evolve(self, italic=True)
            case "upright":
                return attrs.evolve(self, italic=False)
            case "bold":
                return attrs.evolve(self, bold=True)
            case "light" | "medium":
                return attrs.evolve(self, bold=False)
            case "small-caps":
                return attrs.evolve(self, small_caps=True)
            case "normal-caps":
                return attrs.evolve(self, small_caps=False)
            case "underline":
                return attrs.evolve(self, underline=True)
            case "no-underline":
                return attrs.evolve(self, underline=False)
            case "superscript" | "subscript" | "baseline":
                return attrs.evolve(self, script=mark)
            case _:
                assert_never(mark)
