"""One language in a block: what is in another is a quotation or a name, and marked as such."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line
from litreview.audit.checks._sources import flat, unquoted
from litreview.audit.checks._tokens import quotations
from litreview.audit.thresholds import WORDS_OF_A_LANGUAGE
from litreview.errors import Problem
from litreview.languages.detect import detect


def run(draft: Draft) -> Iterator[Problem]:
    """Sentences in another language than the draft, and quotations in another language that the file does not mark."""
    tag = draft.language.tag
    for line in draft.lines:
        text = _own_words(line)
        if (
            not draft.planned(line)
            and len(text.split()) >= WORDS_OF_A_LANGUAGE
            and detect(text) not in (tag, "und")
            and not _is_title(draft, line)
        ):
            yield found("draft-other-language", draft, place=line.place)
        if not draft.text.marks_language:
            continue
        for quote in quotations(line.prose):
            start = line.start + quote.start
            if len(quote.value.split()) < WORDS_OF_A_LANGUAGE or detect(quote.value) in (tag, "und"):
                continue
            if not any(stretch.start <= start + 1 and line.start + quote.end - 1 <= stretch.end for stretch in line.passage.foreign):
                yield found("draft-foreign-unmarked", draft, severity="info", place=line.place, quote=quote.value[:80])


def _own_words(line: Line) -> str:
    """A sentence without citations, quotations and what the file marks as another language."""
    text = list(line.prose)
    spans = [(quote.start, quote.end) for quote in quotations(line.prose)]
    spans += [(stretch.start - line.start, stretch.end - line.start) for stretch in line.passage.foreign]
    for start, end in spans:
        for place in range(max(start, 0), min(end, len(text))):
            text[place] = " "
    return "".join(text)


def _is_title(draft: Draft, line: Line) -> bool:
    """Whether the line is the title of a study or the name of a theory, which stay in their language."""
    sought = flat(line.text).strip("[]. ")
    if line.passage.kind == "cell" and unquoted(sought) in draft.own_titles | draft.frameworks:
        return True
    return any(sought == flat(title).strip("[]. ") for work in draft.works.works for title in work.titles)


CHECK = DraftCheck("one-language", run)
