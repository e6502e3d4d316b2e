"""Previous studies: the table of all of them; of a large corpus those that represent it, and all of them in an appendix."""

from __future__ import annotations

from litreview.document.nodes import Block, Heading, Inlines, Paragraph, Text
from litreview.library.duplicates import duplicates
from litreview.review.claims.marked import is_marked
from litreview.review.composition import Composition, Section
from litreview.review.phrases import filled, to_table
from litreview.review.representatives import by_topic, representatives
from litreview.review.tables import previous_studies as table
from litreview.review.thresholds import DOUBLES_TOLD, REPRESENTATIVES_OF_A_TOPIC, ROWS_IN_THE_TEXT


def build(made: Composition) -> list[Block]:
    """The sentences that explain the table, and the table."""
    if len(made.library) <= ROWS_IN_THE_TEXT:
        intro = filled(str(made.words["previous_intro"]), table=to_table(table.KEY), studies=made.voice.studies(len(made.library)))
        all_studies = table.previous_studies(made.library, made.voice, made.own)
        return [Paragraph((*intro, *_explained(made)), "previous/intro"), all_studies, *_doubled(made)]
    intro = filled(str(made.words["previous_all"]), all=to_table(table.KEY), studies=made.voice.studies(len(made.library)))
    chosen = representatives(made)
    if not chosen:
        return [Paragraph((*intro, *_explained(made)), "previous/intro")]
    rule = str(made.words["chosen_topics" if by_topic(made) else "chosen_newest"])
    each = made.voice.number(REPRESENTATIVES_OF_A_TOPIC)
    choice = filled(rule, table=to_table(table.CHOSEN), n=made.voice.studies(len(chosen)), each=each)
    return [
        Paragraph((*intro, Text(" "), *choice, *_explained(made)), "previous/intro"),
        table.previous_studies(made.library, made.voice, made.own, chosen),
    ]


def appendix(made: Composition) -> list[Block]:
    """The table of all studies of a large corpus."""
    if len(made.library) <= ROWS_IN_THE_TEXT:
        return []
    intro = filled(str(made.words["all_studies_intro"]), table=to_table(table.KEY), studies=made.voice.studies(len(made.library)))
    return [
        Heading(2, made.fixed("all_studies"), "all-studies"),
        Paragraph(intro, "all-studies/intro"),
        table.previous_studies(made.library, made.voice, made.own),
        *_doubled(made),
    ]


def _doubled(made: Composition) -> list[Block]:
    """Which rows of the table of all studies look like one work: the writer counts it once, or says why it is two."""
    place = {key: n for n, key in enumerate(made.library.keys(), 1)}
    pairs = sorted((place[pair.first], place[pair.second]) for pair in duplicates(made.library) if pair.strength != "weak")
    if not pairs:
        return []
    one = str(made.words["doubled_pair"])
    named = made.voice.join([(Text(one.format(first=first, second=second)),) for first, second in pairs[:DOUBLES_TOLD]])
    words = "doubled" if len(pairs) <= DOUBLES_TOLD else "doubled_more"
    sentence = filled(str(made.words[words]), table=to_table(table.KEY), pairs=named, n=made.voice.number(len(pairs)))
    return [Paragraph(sentence, "previous/doubled")]


def _explained(made: Composition) -> Inlines:
    """What the marks in the cells mean."""
    explanation: Inlines = ()
    states = table.states(made.library)
    for state, words in (("not-stated", "cell_not_stated"), ("not-read", "cell_not_read"), ("no-abstract", "cell_no_abstract")):
        if state in states:
            explanation = (*explanation, Text(" "), *made.fixed(words))
    if table.shortened(made.library, made.voice):
        most = made.voice.number(table.quoted_at_most(made.library))
        read = any(is_marked(finding) for study in made.library for finding in study.aspects.findings)
        words = str(made.words["previous_findings_marked" if read else "previous_findings"])
        explanation = (*explanation, Text(" "), *filled(words, n=most))
    if made.own is None:
        explanation = (*explanation, Text(" "), *made.fixed("previous_own"))
    return explanation


SECTION = Section("previous", "previous", build, appendix, place=20)
