"""Analysis: what the sentences of an abstract are for, and what they state of the study; it abstains where that is not sure.

In comes a study with its abstracts, in one language or two. Out come a reading (each sentence with place and role) and the aspects of
the study, each value with the words it was taken from; where two versions contradict each other, problems say so.

Libraries, themes, the review, the audit and the public functions may call it. It reads text that is handed in: no format, no file system.
"""

from litreview.analysis.annotate import annotate
from litreview.analysis.cues import ROLES, Role
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.reading import Reading, Sentence, read

__all__ = ["ROLES", "Lexicon", "Reading", "Role", "Sentence", "annotate", "read"]
