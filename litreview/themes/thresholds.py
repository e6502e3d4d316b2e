"""Numbers that decide which themes a library has, each with its reason."""

from __future__ import annotations

# From how many studies on.
TOPICS_FROM = 8
"""From so many studies on topics are looked for; fewer are compared by facets alone."""
FACTORS_FROM = 30
"""From so many on topics are read from the words of the studies; below, what such statistics find is noise."""
ACROSS = 0.1
"""Facets that are not told within each topic are told across a large library if at least this share of its studies states them."""
STUDIES_OF_A_TOPIC = 3
"""Studies of a topic; of a library of fewer than `SMALL_LIBRARY` two will do."""
SMALL_LIBRARY = 15
"""In a library of fewer studies two are enough for a topic."""
KEYWORD_OF_THE_LIBRARY = 0.5
"""A keyword that a larger share of the studies uses is what the whole library is about."""
MOST_TOPICS = 9
"""No chapter is read that has more themes than this."""
SMALLEST_SHARE = 0.03
"""Of a large library a topic holds at least this share."""
STUDIES_TO_COMPARE = 2
"""A comparison needs two."""
STUDIES_WITH_OPEN_ONES = 30
"""In a smaller library facets take every study, so that one in no topic is nothing to be told."""

# What keywords are worth.
STUDIES_WITH_LONE_KEYWORDS = 1000
"""In a library of more studies a keyword that one alone lists is of no use, and there are very many of them."""
USES_OF_A_TERM = 2
"""A study that uses a term so often in its abstract is about it."""
KEYWORDS_OF_A_FIRST_WORD = 6
"""A word with which so many keywords begin says of itself little."""
EMPHASIS = 3
"""A word of the title or the keywords counts like so many of the abstract: authors choose it to say what the study is about."""
ESTABLISHED = 1.25
"""A term of several words, and one that more than one study lists, says more than its counts: each raises its worth so much."""
LIFT = 1.5
"""A keyword labels a group if it is so many times as common there as in the whole library."""
REACH = 0.2
"""And if at least this share of the group uses it."""
MATTER_OF_ALL = 0.5
"""What more than this share of the library speaks of is the matter of the whole library, and tells no group from another."""
REACH_OF_A_LABEL = 0.4
"""A label that reaches less of the group does not name it."""
WORTH_OF_THE_FIRST = 0.36
"""What the first keyword of a label must be worth, and …"""
WORTH_OF_A_FURTHER = 0.3
"""… what each further one."""
FULL_REACH = 0.75
"""Another keyword is added where the label so far reaches less than this share of the group."""
REACH_ADDED = 0.1
"""And if it adds at least this share, and the label marks off the group better with it than without."""
KEYWORDS_OF_A_LABEL = 3
"""Keywords of a label."""
LETTERS_OF_A_STEM = 5
"""Letters by which two words are taken for forms of one."""
WORTH_OF_A_METHOD = 0.8
"""What the name of a method is worth, beside what studies are about."""
WORTH_OF_A_LONE_WORD = 0.6
"""What one word that one study alone lists is worth, beside other keywords."""

# What parts a library.
FEWEST_PARTS = 3
"""Fewer parts do not order a chapter."""
MOST_PARTS = 9
"""No chapter is read that has more themes than this."""
STABLE = 0.55
"""Agreement (adjusted Rand index) that a partition must reach, on average, with that of four fifths of the studies."""
SMALLEST_PART = 3
"""The smallest part that makes a partition worth telling."""
CLEAR = 0.4
"""A study with a smaller share than this in its first theme joins the second one too …"""
NEAR = 0.75
"""… if the second weighs at least so much of the first."""
WEAK = 0.45
"""A study whose best weight is below this part of what is usual belongs to no theme."""

# How much is shown.
EVIDENCE_SHOWN = 5
"""So many keywords or concepts are told of a theme."""
KEYS_IN_A_PROBLEM = 10
"""So many keys are named in a problem."""
KEYS_AS_EVIDENCE = 40
"""So many keys are listed as evidence; a topic that lists its studies needs none."""
