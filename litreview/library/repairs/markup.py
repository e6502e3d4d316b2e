"""HTML and JATS tags for which records have markup of their own, and those that only part paragraphs. Source: CSL 1.0.2, JATS 1.3."""

from __future__ import annotations

import re

from litreview.library.repairs import Repair, on_texts
from litreview.record import Study

_SAME = {"em": "i", "italic": "i", "strong": "b", "bold": "b", "inf": "sub"}
_TAG = re.compile(r"<(/?)(?:jats:)?(em|italic|i|strong|bold|b|inf|sub|sup|p|br)\s*(/?)>", re.IGNORECASE)


def _tag(match: re.Match[str]) -> str:
    name = match[2].casefold()
    if name == "br":
        return " "
    if name == "p":
        return "\n\n" if match[1] else ""
    return f"<{match[1]}{_SAME.get(name, name)}>"


def with_own_markup(text: str) -> str:
    """`text` with the tags of CSL-JSON in place of their equals.

    >>> with_own_markup("<em>Vibrio</em> in CO<jats:sub>2</jats:sub>"), with_own_markup("<jats:p>One.</jats:p><jats:p>Two.</jats:p>")
    ('<i>Vibrio</i> in CO<sub>2</sub>', 'One.\\n\\nTwo.')
    """
    return _TAG.sub(_tag, text).strip() if "<" in text else text


def run(study: Study) -> Study:
    """Change the tags in titles, abstracts and other texts."""
    return on_texts(study, with_own_markup, apart=("URL", "DOI"))


REPAIR = Repair("markup", run)
