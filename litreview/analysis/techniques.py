"""Which values of the method are techniques (sampling, statistics, tests), and so no approach to be told or counted as one."""

from __future__ import annotations

from litreview.analysis.lexicon import STANDARD, Lexicon
from litreview.analysis.shapes import fits, shape, vocabulary
from litreview.concepts import concept, concept_ids
from litreview.record import Statement

APPROACH, TECHNIQUE = "approach", "technique"


def is_technique(method: Statement, lexicon: Lexicon = STANDARD) -> bool:
    """Whether a value of the method is a technique and no approach: by its concept, else by words that end as names of techniques do.

    What is both ("content analysis" as the design of a study) is an approach, and so is a name that says nothing of its kind.

    >>> from litreview.record import LangText
    >>> for words, known in (("purposive sampling", "purposive-sampling"), ("case study", "case-study"), ("Chow test", None)):
    ...     print(words, is_technique(Statement(LangText({"en": words}), known)))
    purposive sampling True
    case study False
    Chow test True
    """
    if method.concept is not None and method.concept in concept_ids(lexicon.concepts):
        kinds = concept(method.concept, lexicon.concepts).kinds
        return TECHNIQUE in kinds and APPROACH not in kinds
    texts = ((tag, words) for tag, words in method.text.items() if vocabulary(tag) is not None)
    return any(fits(shape(words, tag), tag, "technique_named") for tag, words in texts)
