"""Quotations against their sources, and the evidence of the ledger against the records: every span stands there word for word."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from litreview.audit.chapters import Passage
from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line, place
from litreview.audit.checks._quotes import holding, holds, pieces, stands
from litreview.audit.checks._sources import DRAFT, Stretch, flat, unquoted
from litreview.audit.checks._tokens import Token, printed_text, quotations
from litreview.audit.thresholds import LIKE_A_PASSAGE, WORDS_OF_A_QUOTATION
from litreview.errors import Problem
from litreview.record import Evidence, Study, locate


def run(draft: Draft) -> Iterator[Problem]:
    """Each quotation that its source does not hold word for word, then each piece of evidence that the records do not hold."""
    for passage, lines in _passages(draft):
        for quote in quotations(passage.text):
            yield from _judge_quotation(draft, passage, lines, quote)
    yield from _evidence(draft)


def _passages(draft: Draft) -> Iterator[tuple[Passage, list[Line]]]:
    at: list[Line] = []
    for line in draft.lines:
        if at and at[0].passage is not line.passage:
            yield at[0].passage, at
            at = []
        at.append(line)
    if at:
        yield at[0].passage, at


def _judge_quotation(draft: Draft, passage: Passage, lines: list[Line], quote: Token) -> Iterator[Problem]:
    if any(cite.start <= quote.start and quote.end <= cite.end for line in lines for cite in line.cites):
        return
    line = next((line for line in lines if line.start <= quote.end - 1 < line.end), lines[-1])
    if draft.planned(line):
        return
    sought = pieces(quote.value)
    if sum(len(piece.split()) for piece in sought) < WORDS_OF_A_QUOTATION or (line.status == "generated" and quote.value in printed_text()):
        return
    if unquoted(flat(quote.value)) in draft.own_titles:
        return
    keys = line.known or tuple(key for other in lines for key in other.known)
    named = (*keys, DRAFT) if keys and DRAFT in draft.sources.texts else keys or tuple(draft.sources.texts)
    there = [key for key in named if holds(draft, key, sought)]
    where, quoted = place(passage, line.text), quote.value.strip()
    if not there:
        others = [key for key in draft.sources.texts if key not in named and holds(draft, key, sought)]
        if others:
            yield found("draft-quote-of-other", draft, severity="error", place=where, quote=_short(quoted), studies=", ".join(others[:3]))
            return
        near = _nearest(draft, named, sought)
        if near is not None:
            yield found("draft-quote-differs", draft, severity="error", place=where, quote=_short(quoted), source=_short(near))
        else:
            code = "draft-quote-not-found" if draft.sources.whole else "draft-quote-not-carried"
            yield found(code, draft, severity="error", place=where, quote=_short(quoted))
    elif keys and not draft.generated(line) and DRAFT not in there and all(_only_paraphrased(draft, key, sought) for key in there):
        yield found("draft-quote-paraphrased", draft, place=where, quote=_short(quoted), studies=", ".join(there[:3]))


def _only_paraphrased(draft: Draft, key: str, sought: list[str]) -> bool:
    """Whether only fields in the keeper's own words hold the quotation: then it is nobody's quotation."""
    texts = holding(draft, key, sought)
    return bool(texts) and all(stretch.paraphrased for stretch in texts)


def _nearest(draft: Draft, keys: tuple[str, ...], looked: list[str]) -> str | None:
    """The words of a source that come nearest to the quotation, where some are near."""
    sought = " ".join(looked).split()
    best: tuple[float, str] | None = None
    for key in keys[:40]:
        for stretch in draft.sources.texts.get(key, ()):
            window = _window(stretch, sought)
            if window and (best is None or window[0] > best[0]):
                best = window
    return best[1] if best and best[0] >= LIKE_A_PASSAGE else None


def _window(stretch: Stretch, sought: list[str]) -> tuple[float, str] | None:
    words = stretch.text.split()
    even = [unquoted(flat(word)).strip(" .,;:!?()") for word in words]
    wanted = set(sought)
    size = len(sought)
    if size < WORDS_OF_A_QUOTATION or not wanted & set(even):
        return None
    hits = [sum(word in wanted for word in even[n : n + size]) for n in range(max(1, len(even) - size + 1))]
    start = max(range(len(hits)), key=hits.__getitem__)
    likeness = difflib.SequenceMatcher(None, sought, even[start : start + size], autojunk=False).ratio()
    return likeness, " ".join(words[start : start + size])


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:119] + "…"


def _evidence(draft: Draft) -> Iterator[Problem]:
    if draft.library is None:
        return
    seen: set[tuple[str, Evidence]] = set()
    for claim in draft.claims.values():
        for key, evidence in claim.evidence:
            if key not in draft.library or (key, evidence) in seen:
                continue
            seen.add((key, evidence))
            if not _in_record(draft.library[key], evidence):
                field = f"{evidence.field} ({evidence.language})" if evidence.language else evidence.field
                yield found("draft-evidence-not-found", draft, severity="error", study=key, field=field, quote=_short(evidence.quote))


def _in_record(study: Study, evidence: Evidence) -> bool:
    if evidence.field == "keywords":
        text = "; ".join(study.keywords.only(evidence.language) or ())
    else:
        text = (study.tagged(evidence.field).only(evidence.language) if evidence.language else study.text(evidence.field)) or ""
    sought = pieces(evidence.quote)
    return locate(evidence.quote, text) is not None or (bool(sought) and all(stands(piece, unquoted(flat(text))) for piece in sought))


CHECK = DraftCheck("verbatim", run)
