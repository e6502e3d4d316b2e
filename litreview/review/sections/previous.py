"""Previous studies: the table of all of them; of a large corpus those that represent it, and all of them in an appendix."""

from __future__ import annotations

from litreview.document.nodes import Block, Heading, Inlines, Paragraph, Text
from litreview.review.composition import Composition, Section
from litreview.review.phrases import filled, to_table
from litreview.review.representatives import by_topic, representatives
from litreview.review.tables import previous_studies as table
from litreview.review.thresholds import REPRESENTATIVES_OF_A_TOPIC, ROWS_IN_THE_TEXT


def build(made: Composition) -> list[Block]:
    """The sentences that explain the table, and the table."""
    if len(made.library) <= ROWS_IN_THE_TEXT:
        intro = filled(str(made.words["previous_intro"]), table=to_table(table.KEY), studies=made.voice.studies(len(made.library)))
        return [Paragraph((*intro, *_explained(made)), "previous/intro"), table.previous_studies(made.library, made.voice, made.own)]
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
    ]


def _explained(made: Composition) -> Inlines:
    """What the marks in the cells mean."""
    explanation: Inlines = ()
    states = table.states(made.library)
    for state, words in (("not-stated", "cell_not_stated"), ("not-read", "cell_not_read"), ("no-abstract", "cell_no_abstract")):
        if state in states:
            explanation = (*explanation, Text(" "), *made.fixed(words))
    if table.shortened(made.library, made.voice):
        most = made.voice.number(table.quoted_at_most(made.library))
        explanation = (*explanation, Text(" "), *filled(str(made.words["previous_findings"]), n=most))
    if made.own is None:
        explanation = (*explanation, Text(" "), *made.fixed("previous_own"))
    return explanation


SECTION = Section("previous", "previous", build, appendix, place=20)
