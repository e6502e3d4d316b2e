"""HTML entities as the characters they stand for. Source: HTML, named and numeric character references."""

from __future__ import annotations

import html
import re

from litreview.library.repairs import Repair, on_keywords, on_names, on_texts
from litreview.record import Study

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_OPENS_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")


def without_entities(text: str) -> str:
    """`text` with its entities resolved, but for those that would make markup of words.

    >>> without_entities("R&amp;D in S&atilde;o Paulo, p &lt; 0.05"), without_entities("&lt;i&gt; &bogus; AT&T;")
    ('R&D in São Paulo, p < 0.05', '&lt;i&gt; &bogus; AT&T;')
    """
    if "&" not in text:
        return text
    new = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if len(_OPENS_MARKUP.findall(new)) > len(_OPENS_MARKUP.findall(text)) or not all(c.isprintable() or c.isspace() for c in new):
        return text
    return new


def run(study: Study) -> Study:
    """Resolve entities in every text, name and keyword."""
    study = on_names(on_texts(study, without_entities), without_entities)
    return on_keywords(study, lambda listed: tuple(without_entities(word) for word in listed))


REPAIR = Repair("entities", run)
