"""The chapter: sections in the order of the outline, filled from the ledger. Citations and bibliography are left open."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.claims import Claim, Ledger, Own
from litreview.document.nodes import (
    Block,
    Document,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Reference,
    References,
    Text,
)
from litreview.languages import Language
from litreview.prose import Voice, say
from litreview.record import LangText, Library
from litreview.review import previous_studies as table
from litreview.review.novelty import novelty_block
from litreview.themes import Outline, OwnStudy, Theme

LONGEST = 6
"""A paragraph holds so many sentences; a longer run of claims becomes several, cut where a new thought opens if it can be."""


def compose(ledger: Ledger, library: Library, outline: Outline, language: Language) -> Document:
    """Lay out the chapter: scope, previous studies with their table, one section per theme, gaps, bibliography.

    Paragraph keys name the theme and the move, never the place, so that edits can be matched after a new run. The document's
    citations have no children yet, its References no entries: `litreview.cite` fills both.
    """
    voice = Voice(language)
    words = language.section("chapter")
    title = _own_words(outline.title, language) or str(words["title"])
    number = str(words["number"]).format(roman=roman(outline.chapter), arabic=outline.chapter)
    chapter = outline.chapter
    blocks: list[Block] = [Heading(1, (Text(title),), "chapter", number)]
    blocks += [_heading(words["introduction"], "introduction", f"{chapter}.1"), *_paragraphs(ledger.corpus, "introduction", voice)]
    blocks += [_heading(words["previous"], "previous", f"{chapter}.2"), *_previous(library, outline, voice)]
    blocks += [_heading(words["themes"], "themes", f"{chapter}.3"), *_themes(ledger, f"{chapter}.3", voice)]
    blocks += [_heading(words["gaps"], "gaps", f"{chapter}.4"), *_gaps(ledger, voice)]
    blocks += novelty_block(library, own_values(outline.own_study), voice, f"{chapter}.5")
    blocks += [Heading(2, (Text(language.label("bibliography")),), "bibliography"), References("references")]
    italic = tuple(_italicised(block, voice) for block in blocks)
    return Document(title, language.word_tag, italic)


def roman(n: int) -> str:
    """A number from 1 to 99 in Roman numerals, as chapters of a thesis are numbered.

    >>> roman(2), roman(49)
    ('II', 'XLIX')
    """
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[n // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[n % 10]


def own_values(own: OwnStudy | None) -> Own | None:
    """The writer's own study as values to compare with; None where nothing that can be compared is filled in."""
    if own is None:
        return None
    period = (own.period,) if own.period else ()
    pairs = (("partners", own.partners), ("method", own.method), ("data", own.data), ("framework", own.framework), ("period", period))
    return Own(pairs) if any(values for _, values in pairs) else None


def _previous(library: Library, outline: Outline, voice: Voice) -> list[Block]:
    words = voice.language.section("chapter")
    number = f"{outline.chapter}.1"
    own = own_values(outline.own_study)
    label: Inlines = (Reference(table.KEY, (Text(f"{words['table']} {number}"),)),)
    before, _, behind = str(words["previous_intro"]).replace("{studies}", voice.studies(len(library))).partition("{table}")
    intro: list[Inline] = [Text(before), *label, Text(behind)] if before else [*label, Text(behind)]
    if table.unrecorded(library):
        intro.append(Text(" " + str(words["previous_recorded"])))
    if own is None:
        intro.append(Text(" " + str(words["previous_own"])))
    return [Paragraph(tuple(intro), "previous/intro"), table.previous_studies(library, voice, number, own)]


def _themes(ledger: Ledger, number: str, voice: Voice) -> list[Block]:
    if not ledger.themes:
        return [Paragraph((Text(str(voice.language.section("chapter")["no_themes"])),), "themes/none")]
    blocks: list[Block] = []
    for n, (theme, claims) in enumerate(ledger.themes, 1):
        key = f"theme/{theme.key}"
        blocks.append(_heading(theme_title(theme, voice.language), key, f"{number}.{n}", 3))
        if theme.remarks:
            blocks += [
                Paragraph((Text(line),), f"{key}/remarks-{i}") for i, line in enumerate(theme.remarks.split("\n\n"), 1) if line.strip()
            ]
        blocks += _paragraphs(claims, key, voice)
    return blocks


def theme_title(theme: Theme, language: Language) -> str:
    """The writer's heading for a theme, or the topic's own words, else the language's name for its facet."""
    found = theme.title.best(language.tag, "und") if theme.facet == "topic" else None
    return _own_words(theme.title, language) or (found[1] if found else str(language.section("facets")[theme.facet]))


def _gaps(ledger: Ledger, voice: Voice) -> list[Block]:
    words = voice.language.section("chapter")
    if not ledger.gaps:
        return [Paragraph((Text(str(words["no_gaps"])),), "gaps/none")]
    items = tuple((say(claim, voice),) for claim in ledger.gaps)
    return [Paragraph((Text(str(words["gaps_intro"])),), "gaps/intro"), ListBlock(items, "gaps/list", ordered=True)]


def _paragraphs(claims: Sequence[Claim], key: str, voice: Voice) -> list[Block]:
    """The claims as paragraphs of at most `LONGEST` sentences; a new thought opens a new one, if enough was said."""
    runs: list[list[Claim]] = []
    for claim in claims:
        if not runs or len(runs[-1]) >= LONGEST or (claim.opens and len(runs[-1]) >= LONGEST // 2):
            runs.append([])
        runs[-1].append(claim)
    if len(runs) > 1 and len(runs[-1]) == 1:
        last = runs.pop()
        runs[-1] += last
    blocks: list[Block] = []
    for run in runs:
        sentences: list[Inline] = []
        used: list[str] = []
        for claim in run:
            sentence = say(claim, voice, used)
            used.append(sentence.template)
            sentences += [Text(" "), sentence] if sentences else [sentence]
        blocks.append(Paragraph(tuple(sentences), f"{key}/{run[0].kind}"))
    return blocks


def _heading(text: object, key: str, number: str, level: int = 2) -> Heading:
    return Heading(level, (Text(str(text)),), key, number)


def _own_words(text: LangText, language: Language) -> str | None:
    found = text.best(language.tag, "und")
    return found[1] if found else None


def _italicised(block: Block, voice: Voice) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(voice.italicise(block.children), block.key)
    if isinstance(block, ListBlock):
        return ListBlock(tuple(voice.italicise(item) for item in block.items), block.key, block.ordered)
    return block
