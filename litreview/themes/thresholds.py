"""Numbers that decide which themes a library has, each with its reason."""

from __future__ import annotations

# From how many studies on.
TOPICS_FROM = 8
"""From so many studies on topics are looked for; fewer are compared by facets alone."""
LARGE_LIBRARY = 30
"""From so many studies on every study has a topic, or is the rest; facets are told within the topics."""
ACROSS = 0.1
"""Facets that are not told within each topic are told across a large library if at least this share of its studies states them."""
STUDIES_OF_A_TOPIC = 3
"""Studies of a topic; of a library of fewer than `SMALL_LIBRARY` two will do."""
SMALL_LIBRARY = 15
"""In a library of fewer studies two are enough for a topic."""
MOST_TOPICS = 12
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
"""A term that more than one study lists says more than its counts: that raises its worth so much."""
COMPOUND = 1.6
"""A term of several words says what one word does not: that raises its worth so much."""
LIFT = 1.5
"""A keyword labels a group if it is so many times as common there as in the whole library."""
REACH = 0.2
"""And if at least this share of the group uses it."""
MATTER_OF_ALL = 0.5
"""What more than this share of the library speaks of is the matter of the whole library, and tells no group from another."""
WORTH_OF_A_METHOD = 0.8
"""What the name of a method is worth, beside what studies are about."""
WORTH_OF_A_LONE_WORD = 0.35
"""What one word that hardly an author lists is worth, beside terms of several words."""
WORTH_OF_AN_UNLISTED = 0.6
"""What a phrase is worth that no author lists, where most studies list keywords."""

# How much is shown.
EVIDENCE_SHOWN = 5
"""So many keywords or concepts are told of a theme."""
KEYS_IN_A_PROBLEM = 10
"""So many keys are named in a problem."""
KEYS_AS_EVIDENCE = 40
"""So many keys are listed as evidence; a topic that lists its studies needs none."""

# What is a term.
WORDS_OF_A_TERM = 6
"""Words of a term that is looked for in texts."""
WORDS_OF_A_PHRASE = 4
"""Words of a phrase that is taken from titles."""
TITLES_OF_A_PHRASE = 2
"""A phrase stands in so many titles."""
STUDIES_TO_KNOW_A_TAG = 4
"""So many studies list a word before their silence about it says that it is a tag."""
SAID_OF_AN_AUTHORS_KEYWORD = 0.25
"""What an author lists is said, in title or abstract, by at least this share of the studies that list it; an index term is not."""
COMMON_WORD = 0.4
"""A word of a larger share of the studies tells none of them from another."""

# Which terms are topics, and which studies are of them.
TERMS_WEIGHED = 400
"""So many terms are weighed as topics, those about most studies."""
NEW_OF_A_TOPIC = 0.4
"""At least this share of the studies of a topic is in none of those chosen before it."""
LEAST_GAIN = 0.05
"""A topic that adds less than this share of what the first added is not worth a section."""
TOPICS_OF_A_STUDY = 2
"""A study belongs to no more topics than this: those it is nearest to."""
ALIKE = 0.4
"""A study that is about no topic but uses its term joins the nearest if it is so near: 0 is a study that has nothing to do with it, 1 one
that is about it."""
FAR = 0.65
"""One that does not use the term has to be nearer: what is near counts so much less."""
GROUP_IS_ALIKE = 0.25
"""Studies that no term holds together are a group if their words are so much alike (cosine) …"""
WORDS_SHARED = 4
"""… and they share so many."""
FOCUS_OF_A_LONE_WORD = 0.7
"""One word that hardly an author lists names a topic only if at least this share of the studies that use it are about it …"""
ALIKE_OF_A_LONE_WORD = 2.0
"""… and these are so many times as alike as studies of the library usually are."""
LEAST_ALIKE, MOST_ALIKE = 0.95, 4.0
"""How many times as alike as usual the studies of a topic are: what is less is no topic, what is more counts no more."""
SAMPLE = 120
"""From so many studies how alike they are is told well enough."""
REACH_OF_A_NAME = 0.6
"""A group of studies that are alike is called by a term that at least this share of them uses, and that few others do."""

STUDIES_OF_A_COLLECTION = 2
"""A collection of so many studies is a topic; a lone study has nothing to be compared with."""
