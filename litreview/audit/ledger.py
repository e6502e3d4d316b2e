"""The ledger of a draft as a file: everything it says, each claim with the words it rests on, in JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from xml.sax.saxutils import escape

import attrs

from litreview.audit import suffixes
from litreview.audit.chapters.docx import LEDGER
from litreview.audit.chapters.saved import Making, Said, is_own, saved_json, saved_of
from litreview.audit.chapters.tree import draft_of
from litreview.document.nodes import Block, Cite, Inline, Inlines, ListBlock, Paragraph, Sentence, Table, Text
from litreview.document.walk import nodes, plain, rebuild
from litreview.errors import fault
from litreview.languages import language, tags
from litreview.languages.failures import unreadable
from litreview.library.sources import read_bytes, read_text
from litreview.record import LangText
from litreview.review.claims import Claim, Ledger
from litreview.review.claims.ledger_json import NoLedger
from litreview.review.claims.rules import rules
from litreview.review.drafting import Review
from litreview.review.prose import Voice, say
from litreview.review.prose.rendering import rendered
from litreview.writers import Options, named

LARGEST_CARRIED = 6_000_000
"""Characters of JSON that a Word file may carry; of a larger ledger it carries the sentences without their claims."""


def ledger_json(review: Review) -> str:
    """The ledger of `review` as JSON: claims, sentences by language, works, and the text of the chapter.

    A file of it can be read back with `read_ledger`, changed by a script, and checked as a draft.
    """
    return saved_json(saved(review, whole=True)) + "\n"


def read_ledger(path: str | os.PathLike[str]) -> Ledger:
    """The ledger in the JSON file `path`. Raises ReadError for a file that is missing or is no ledger, with what does not fit."""
    return read_saved(read_text(read_bytes(path), path), os.fspath(path)).ledger


def read_saved(text: str, name: str) -> Making:
    """The ledger in the text of a file. Raises ReadError."""
    try:
        return saved_of(text)
    except NoLedger as error:
        raise unreadable(fault("ledger-broken", file=name, severity="error", detail=str(error))) from error


def saved(review: Review, whole: bool = False) -> Making:
    """What is kept of a draft: its ledger and what was said; with `whole` its text too.

    Sentences are made anew from the ledger, so that what was changed in the document since is seen as changed.
    """
    document = review.document
    tag = document.language.split("-")[0]
    claims = {claim.id: claim for claim in review.ledger.claims}
    voices = {other: Voice(language(other), review.ledger.named) for other in tags()}
    said = tuple(one for block in (review.made or document).blocks for one in _said(block, claims, tag, voices))
    text = draft_of(document)
    passages, notes = (text.passages, text.notes) if whole else ((), ())
    return Making(review.ledger, tag, said, document.sources, "", passages, notes, rules())


def is_ledger(path: str | os.PathLike[str]) -> bool:
    """Whether the name of a file is that of a ledger."""
    return PurePath(path).suffix.casefold() == suffixes.LEDGER


def carrying(review: Review, options: Options, path: str | os.PathLike[str]) -> Options:
    """`options` with what a Word file is to carry; for any other output as they are."""
    if PurePath(path).suffix.casefold() not in named("docx").suffixes or any(namespace == LEDGER for namespace, _ in options.data):
        return options
    part = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ledger xmlns="{LEDGER}">{escape(carried(review))}</ledger>'
    return attrs.evolve(options, data=(*options.data, (LEDGER, part.encode("utf-8", "replace"))))


def carried(review: Review) -> str:
    """What a Word file carries so that it can be checked alone."""
    kept = saved(review)
    text = saved_json(kept, indent=None)
    if len(text) > LARGEST_CARRIED:
        text = saved_json(Making(Ledger((), (), ()), kept.language, kept.said), indent=None)
    return text


def _said(block: Block, claims: Mapping[str, Claim], tag: str, voices: Mapping[str, Voice]) -> Iterator[Said]:
    if isinstance(block, Paragraph):
        yield from _sentences(block.children, block.key, claims, tag, voices)
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield from _sentences(item, block.key, claims, tag, voices)
    elif isinstance(block, Table):
        for row in (block.header, *block.rows):
            for cell in row:
                for paragraph in cell.paragraphs:
                    yield from _sentences(paragraph, block.key, claims, tag, voices)


def _sentences(inlines: Inlines, key: str, claims: Mapping[str, Claim], tag: str, voices: Mapping[str, Voice]) -> Iterator[Said]:
    """What a run of inlines says: each sentence made from a claim, and whatever stands between them."""
    between: list[Inline] = []
    for node in inlines:
        if not isinstance(node, Sentence):
            between.append(node)
            continue
        claim = claims.get(node.claim)
        texts = {tag: _text(node.children)}
        if claim is not None:
            for other in (tag, *(t for t in voices if t != tag)):
                made = rendered(claim, node.template, voices[other]) if other == tag else say(claim, voices[other])
                if made is not None:
                    texts[other] = _text(made.children)
        yield Said(LangText(texts), key, node.claim, node.template)
    if _text(tuple(between)).strip(" "):
        yield Said(LangText({tag: _text(tuple(between))}), key, own=is_own(key))


def _text(inlines: Inlines) -> str:
    """Inlines as text with tokens for citations; what leads one in is part of the sentence."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return " ".join(inlines[0].text.split())
    cites = any(isinstance(node, Cite) for node in nodes(inlines))
    return " ".join(plain(rebuild(inlines, _token) if cites else inlines).split())


def _token(node: Inline) -> Inline | None:
    if not isinstance(node, Cite):
        return None
    token = f"⟦{';'.join(item.key for item in node.items)}⟧"
    return Text(f"({node.lead} {token})" if node.lead else token)
