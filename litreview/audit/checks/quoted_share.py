"""How much is quoted: a review that mostly quotes says little of its own."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import place
from litreview.audit.checks._sources import flat, unquoted
from litreview.audit.checks._tokens import quotations
from litreview.audit.thresholds import LONGEST_QUOTATION, SHARE_QUOTED, WORDS_FOR_A_SHARE
from litreview.errors import Problem


def run(draft: Draft) -> Iterator[Problem]:
    """Quotations that are too long, then a text that quotes too much."""
    words = quoted = 0
    for passage in dict.fromkeys(line.passage for line in draft.lines):
        for quote in quotations(passage.text):
            length = len(quote.value.replace("…", " ").split())
            if length > LONGEST_QUOTATION:
                yield found("draft-quote-long", draft, place=place(passage, quote.text), count=length, most=LONGEST_QUOTATION)
    for line in draft.prose:
        words += len(line.text.split())
        quoted += sum(len(q.value.split()) for q in quotations(line.prose) if unquoted(flat(q.value)) not in draft.own_titles)
    if words >= WORDS_FOR_A_SHARE and quoted > SHARE_QUOTED * words:
        yield found("draft-quoted-much", draft, share=f"{100 * quoted // words} %", most=f"{round(100 * SHARE_QUOTED)} %")


CHECK = DraftCheck("quoted-share", run)
