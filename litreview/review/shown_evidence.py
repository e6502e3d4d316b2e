"""The evidence put into a draft: as comments at its sentences, or as a table at its end."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath

import attrs

from litreview.document.nodes import (
    Block,
    Cell,
    Cite,
    Document,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Note,
    PageBreak,
    Paragraph,
    Quoted,
    Sentence,
    Table,
    Text,
)
from litreview.document.walk import block_inlines, nodes, plain
from litreview.errors import Problem, UnknownName, fault
from litreview.languages import Language, language
from litreview.record import Evidence, Library, Study
from litreview.review.claims import Claim, Ledger
from litreview.review.claims.marked import in_full_text
from litreview.review.prose import Voice

ORIGINALS = "originals"
"""The key of the table of words to be translated."""

KINDS = ("appendix", "comments")
KEY = "evidence"
WIDTHS = (0.06, 0.44, 0.5)


def with_evidence(
    document: Document, ledger: Ledger, library: Library, kind: str | None, path: str | os.PathLike[str]
) -> tuple[Document, tuple[tuple[str, tuple[str, ...]], ...], tuple[Problem, ...]]:
    """The document for `path` with its evidence in it, the comments to be made, and what is to be said.

    Where `kind` is None only the words that are left to be translated are shown: in Word as comments, elsewhere in a table at the end.
    Only a Word file has comments: for any other they become the appendix. Raises UnknownName for another kind.
    """
    word = PurePath(path).suffix.casefold() == ".docx"
    if kind is None:
        open_to = frozenset(slots_of(document))
        untold = {claim.id: claim for claim in ledger.claims if claim.id in open_to}
        if word or not untold:
            return document, comments(document, untold, library), ()
        return attrs.evolve(document, blocks=(*document.blocks, *appendix(document, untold, library, ORIGINALS))), (), ()
    if kind not in KINDS:
        raise UnknownName("kind of evidence", kind, KINDS)
    claims = {claim.id: claim for claim in ledger.claims}
    if kind == "comments" and word:
        return document, comments(document, claims, library), ()
    problems = (fault("evidence-as-appendix", file=os.fspath(path), severity="info"),) if kind == "comments" else ()
    return attrs.evolve(document, blocks=(*document.blocks, *appendix(document, claims, library))), (), problems


def comments(document: Document, claims: Mapping[str, Claim], library: Library) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each sentence made from a claim the lines of a comment: the study, its words, where they stand; then those counted only."""
    spoken = language(document.language)
    by_sentence: dict[str, tuple[str, ...]] = {}
    for sentence in _sentences(document):
        claim = claims.get(sentence.claim)
        if claim is not None and claim.studies and sentence.claim not in by_sentence:
            by_sentence[sentence.claim] = tuple(plain(line) for line in lines(claim, library, spoken))
    return tuple(by_sentence.items())


def slots_of(document: Document) -> tuple[str, ...]:
    """The claims of the sentences in which a place is left for a translation, in reading order."""
    marker = str(language(document.language).section("lists")["to_translate"])
    return tuple(sentence.claim for sentence in _sentences(document) if marker in plain(sentence.children))


def appendix(document: Document, claims: Mapping[str, Claim], library: Library, key: str = KEY) -> tuple[Block, ...]:
    """A heading and a table with a row for each sentence made from a claim: its number, its words, what it rests on."""
    spoken = language(document.language)
    words = spoken.section(key)

    def cell(claim: Claim, sentence: Sentence) -> list[Inlines]:
        return originals(claim, sentence, spoken) if key == ORIGINALS else lines(claim, library, spoken)

    heading = Heading(2, (Text(str(words["title"])),), key)
    rows: list[tuple[Cell, ...]] = []
    for sentence in _sentences(document):
        claim = claims.get(sentence.claim)
        if claim is None or not claim.studies:
            continue
        said: Inlines = (Text(plain(_without_notes(sentence.children))),)
        rows.append((Cell(((Text(str(len(rows) + 1)),),)), Cell((said,)), Cell(tuple(cell(claim, sentence)))))
    if not rows:
        return (PageBreak(), heading, Paragraph((Text(str(words["none"])),), f"{key}/none"))
    header = tuple(Cell(((Text(str(column)),),)) for column in words["columns"])
    caption = (Text(str(words["caption"])),)
    table = Table(
        f"table/{key}", str(words["label"]), str(words["number"]), caption, header, tuple(rows), WIDTHS, description=str(words["caption"])
    )
    return (PageBreak(), heading, table)


def lines(claim: Claim, library: Library, spoken: Language) -> list[Inlines]:
    """What a claim rests on: a line for each piece of evidence in the draft's language, or in another where that has none."""
    words = spoken.section("evidence")
    paragraphs: list[Inlines] = []
    quoted: set[str] = set()
    for key, evidence in claim.evidence:
        there = [e for k, e in claim.evidence if k == key]
        mine = [e for e in there if e.language.split("-")[0] in (spoken.tag, "und") or in_full_text(e)] or there
        if evidence in mine:
            quoted.add(key)
            template = str(words["words_on_page" if evidence.locator else "words"])
            paragraphs.append(_line(template, name(library, key, spoken), evidence, spoken))
    counted = [name(library, key, spoken) for key in claim.studies if key not in quoted]
    if counted:
        paragraphs.append((Text(str(words["counted"]).format(names="; ".join(counted))),))
    return paragraphs


def originals(claim: Claim, sentence: Sentence, spoken: Language) -> list[Inlines]:
    """The words of other languages behind a sentence, of each study that it names: the source's, else those that were recorded."""
    fields, voice = spoken.section("evidence")["fields"], Voice(spoken)
    named = {item.key for node in nodes(sentence.children) if isinstance(node, Cite) for item in node.items}
    parts = (part for group in claim.groups for part in group.parts if part.key in named)
    shown: list[Inlines] = []
    for statement in (statement for part in parts for statement in part.statements):
        tagged = statement.text.best(spoken.tag)
        if tagged is None or tagged[0].split("-")[0] in (spoken.tag, "und"):
            continue
        quoted = statement.evidence or (Evidence("abstract", tagged[0], tagged[1]),)
        shown += [(*voice.quote(e.quote, e.language), Text(f" ({fields.get(e.field, e.field)})")) for e in quoted]
    return shown


def _line(template: str, who: str, evidence: Evidence, spoken: Language) -> Inlines:
    words, marks = spoken.section("evidence"), spoken.section("lists")
    quoted: Inline = Quoted((Text(" ".join(evidence.quote.split())),), str(marks["quote_open"]), str(marks["quote_close"]))
    tag = evidence.language.split("-")[0]
    if tag not in (spoken.tag, "und", ""):
        quoted = Foreign(evidence.language, (quoted,))
    field = str(words["fields"].get(evidence.field, evidence.field))
    tongue = str(words["languages"].get(tag or "und", evidence.language))
    before, _, behind = template.format(name=who, quote="\x00", field=field, language=tongue, page=evidence.locator).partition("\x00")
    return (Text(before), quoted, Text(behind))


def name(library: Library, key: str, spoken: Language) -> str:
    """How a person knows a study: first author or title, and the year."""
    if key not in library:
        return key
    study: Study = library[key]
    people = study.author
    short = study.text("title-short", spoken.tag) or study.text("title", spoken.tag) or key
    first = (people[0].family or people[0].literal or people[0].text()) if people else short
    year = study.issued.year if study.issued else None
    return f"{first}, {year}" if year is not None else first


def _without_notes(inlines: Inlines) -> Inlines:
    """The text of a sentence alone: what stands in its footnotes is left out."""
    kept = (node for node in inlines if not isinstance(node, Note))
    return tuple(node if isinstance(node, Text) else attrs.evolve(node, children=_without_notes(node.children)) for node in kept)


def _sentences(document: Document) -> Sequence[Sentence]:
    """Every sentence made from a claim, in reading order."""
    return [node for block in document.blocks for run in block_inlines(block) for node in nodes(run) if isinstance(node, Sentence)]
