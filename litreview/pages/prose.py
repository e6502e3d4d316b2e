"""Whether a paragraph is running text."""

from __future__ import annotations

import re

from litreview.languages import detect, tags
from litreview.pages.letters import capitals, letters
from litreview.pages.remembered import remembered
from litreview.pages.tongues import tongue, word_count

END = re.compile(r"[.?!:;…。！？][\"”'’)\]*]*$")
"""The end of a sentence."""
SHORT = 12
"""Words from which on a paragraph can be running text."""
_LONG = 40
_SAMPLE = 1500


@remembered
def is_prose(text: str) -> bool:
    """Whether a paragraph is running text: sentences of some length in any language, not a title, a name or a list.

    >>> text = "Studi ini membahas kerja sama antara dua kota dan desa di sekitarnya, serta hasilnya bagi petani."
    >>> is_prose("Kerja sama dua kota: pelajaran dari desa"), is_prose(text)
    (False, True)
    """
    count = word_count(text)
    if count < SHORT:
        return False
    sample = text[:_SAMPLE]
    told = letters(sample)
    if told < 0.6 * len(sample) or (count < 2 * _LONG and capitals(sample) > 0.6 * told):
        return False
    share = detect.stop_share(sample)
    if tongue(sample) not in (*tags(), detect.UNDETERMINED) and count >= SHORT and (count >= _LONG or bool(END.search(text))):
        return True
    if count >= _LONG:
        return share >= 0.1 or bool(END.search(text))
    return bool(END.search(text)) and share >= 0.15
