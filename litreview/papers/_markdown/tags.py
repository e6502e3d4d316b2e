"""HTML within Markdown: which tags are looks, which only stand around words, and what is no tag at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from litreview.document.nodes import Mark

MARKS: Mapping[str, Mark] = {
    "i": "italic", "em": "italic", "cite": "italic", "b": "bold", "strong": "bold", "sup": "superscript", "sub": "subscript",
    "u": "underline", "ins": "underline",
}  # fmt: skip
"""The tags that are a look of the document."""

_OTHERS = """a abbr address article aside bdi bdo big blockquote br caption center code col colgroup dd del details dfn div dl dt figcaption
figure font footer h1 h2 h3 h4 h5 h6 header hr img kbd li main mark nav ol p pre q s samp section small span strike summary table tbody td
tfoot th thead tr tt ul var""".split()
_KNOWN = frozenset((*MARKS, *_OTHERS))
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,2000})?/?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def tag(text: str) -> tuple[str, bool] | None:
    """The name of a tag and whether it closes; None where it is no tag of HTML, so that it is words.

    >>> tag("<sup>"), tag("</i>"), tag("<lee2019>")
    (('sup', False), ('i', True), None)
    """
    match = _TAG.fullmatch(text)
    return (match[2].casefold(), bool(match[1])) if match and match[2].casefold() in _KNOWN else None


def is_comment(text: str) -> bool:
    """Whether nothing of it is to be read.

    >>> is_comment("<!-- later -->")
    True
    """
    return text.startswith("<!--")


def bare(html: str) -> str:
    """The words of a stretch of HTML on one line.

    >>> bare("<div><!-- no -->Two\\n<b>words</b></div>")
    'Two words'
    """
    words = _TAG.sub(lambda match: " " if match[2].casefold() in _KNOWN else match[0], _COMMENT.sub(" ", html))
    return " ".join(words.split())
