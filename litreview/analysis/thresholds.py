"""Numbers that decide what is read out of an abstract, each with its reason."""

from __future__ import annotations

# Sentences and their roles.
LONGEST_SENTENCE = 3000
"""Nothing longer, in characters, is read as one sentence: it is a table or a file that lost its full stops."""
LEAST_WEIGHT = 2.0
"""A role needs cues of at least this weight: a wrong role costs more than a missing one."""
LEAD_OF_A_ROLE = 1.0
"""By so much a role must be ahead of the next, or the sentence has none."""
ASIDE = 5.0
"""A sentence of advice or thanks of at least this weight has no role, whatever heading stands over it."""
REPORTS_OUTRIGHT = 4.0
"""A sentence on results of at least this weight says itself that it reports what was found."""
OUTRIGHT = 4.0
"""A sentence with an aim of at least this weight says so itself, under a heading such as "Background" too."""
IMPRINT_FROM_END = 300
"""Characters: a copyright line that begins so close to the end of an abstract reaches to the end."""
SHORTEST_ABSTRACT, SHORTEST_HEADING = 250, 6
"""Characters of an abstract before the heading of something else, and of such a heading in capitals."""
FOREIGN, MIXED = 6, 0.03
"""A sentence of so many words in another known language belongs to another abstract, where it has such a share of all words."""

# Values.
LONGEST_DATA = 25
"""Words of one source of data; what is longer is a clause."""
LONGEST_SOURCE = 8
"""Words of a source that no list introduces, with those who were asked."""
SHORT_DATA = 5
"""Words: an item no longer may be but a general word for data, and no more stand between two items of one list."""
LISTS_OF_DATA = 3
"""Lists of sources that one sentence may hold."""
LONGEST_FRAMEWORK = 8
"""Words of one theory; what is longer is a clause."""
NAME_OF_A_THEORY = 5
"""The most words in the name of a theory that no table knows."""
WORDS_BETWEEN_PARTNERS = 12
"""How many words may stand between two places joined by "with"."""
WEIGHT_OF_A_PAIR = 1.0
"""The weight that a pair needs: one sentence that joins the two and is not background, or the title."""
FIRST_YEAR = 1500
"""A number before this is no year of study."""
LAST_YEAR = 2100
"""Nor is one after this."""
SHORTEST_DESCRIPTION = 5
"""A description of fewer words says nothing."""
