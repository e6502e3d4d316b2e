"""Analysis: what the sentences of an abstract are for, and what they state of the study; it abstains where that is not sure."""

from litreview.analysis.annotate import annotate
from litreview.analysis.cues import ROLES, Role
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.reading import Reading, Sentence, read

__all__ = ["ROLES", "Lexicon", "Reading", "Role", "Sentence", "annotate", "read"]
