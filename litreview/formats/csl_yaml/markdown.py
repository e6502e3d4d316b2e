"""Pandoc takes the texts of CSL-YAML for Markdown: its emphasis to the markup of CSL-JSON and back.

Source: Pandoc manual, Inline formatting.
"""

from __future__ import annotations

import re

_LONGEST = 400
"""Characters that an emphasis may hold: bounds the time that a text of nothing but asterisks takes."""
_INSIDE = rf"(?=\S)(?:\\.|[^\\]){{1,{_LONGEST}}}?(?<=\S)"
_MARKDOWN = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|\*\*(?P<b>{_INSIDE})\*\*|\*(?P<i>{_INSIDE})\*|(?<!\w)_(?P<em>{_INSIDE})_(?!\w)"
    rf"|\^(?P<sup>(?:\\.|[^\s^\\]){{1,{_LONGEST}}}?)\^|~(?P<sub>(?:\\.|[^\s~\\]){{1,{_LONGEST}}}?)~"
    rf"|\[(?P<span>(?:\\.|[^\[\]\\]){{0,{_LONGEST}}}?)\]\{{\.(?P<kind>nocase|smallcaps)\}}",
    re.DOTALL,
)
_SPANS = {"nocase": '<span class="nocase">', "smallcaps": '<span style="font-variant:small-caps;">'}
_ELEMENT = re.compile(
    r"<(?P<tag>i|b|sup|sub)>(?P<inner>[^<>]+)</(?P=tag)>"
    r'|<span (?:class="(?P<nocase>nocase)"|style="font-variant: ?small-caps;")>(?P<span>[^<>]*)</span>'
)
_SPECIAL = re.compile(r"[\\*_^~\[\]`$]")
_SURELY = re.compile(r"[!-/:-@\[-`{-~]")


def from_markdown(text: str) -> str:
    """Emphasis, strong emphasis, super- and subscripts, small caps and ``nocase`` as CSL-JSON has them; escapes resolved.

    >>> from_markdown("The eruption of *Huaynaputina*, H~2~O and [ASEAN]{.nocase}, 1723\\\\~")
    'The eruption of <i>Huaynaputina</i>, H<sub>2</sub>O and <span class="nocase">ASEAN</span>, 1723~'
    """

    def put(match: re.Match[str]) -> str:
        if match["escaped"]:
            return match["escaped"]
        if match["kind"]:
            return f"{_SPANS[match['kind']]}{from_markdown(match['span'])}</span>"
        name = next(name for name in ("b", "i", "em", "sup", "sub") if match[name] is not None)
        tag = "i" if name == "em" else name
        return f"<{tag}>{from_markdown(match[name])}</{tag}>"

    return _MARKDOWN.sub(put, text)


def to_markdown(text: str) -> str:
    """The reverse of `from_markdown`, exactly, for every text.

    >>> to_markdown('<i>Kota</i> * <span class="nocase">ASEAN</span>')
    '*Kota* \\\\* [ASEAN]{.nocase}'
    """
    parts: list[str] = []
    at = 0
    for match in _ELEMENT.finditer(text):
        parts += [_SPECIAL.sub(r"\\\g<0>", text[at : match.start()]), _emphasis(match)]
        at = match.end()
    markdown = "".join([*parts, _SPECIAL.sub(r"\\\g<0>", text[at:])])
    return markdown if from_markdown(markdown) == text else _SURELY.sub(r"\\\g<0>", text)


def _emphasis(match: re.Match[str]) -> str:
    if match["tag"] is None:
        inner = _SPECIAL.sub(r"\\\g<0>", match["span"])
        return f"[{inner}]{{.{'nocase' if match['nocase'] else 'smallcaps'}}}"
    mark = {"i": "*", "b": "**", "sup": "^", "sub": "~"}[match["tag"]]
    return mark + _SPECIAL.sub(r"\\\g<0>", match["inner"]) + mark
