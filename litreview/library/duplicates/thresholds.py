"""Numbers that decide whether two records are one work, each with its reason."""

from __future__ import annotations

# Looking up.
RAREST_WORDS = 4
"""Words of a title by which it is looked up."""
LARGEST_BLOCK = 120
"""A block larger than this says nothing: its word is too common."""

# Titles and containers.
SAME_WORD = 88
"""Ratio (0-100) from which two words are one, misspelt or spelt otherwise: behaviour and behavior are, Malang and Magelang are not."""
NEAR_TITLES = 70
"""Ratio of all letters below which two titles cannot be one misspelt."""
CONTRADICTED = 0.5
"""Score from which two studies with one identifier and two titles may still be one work; below it, the identifier is wrong in one."""
MISSPELT = 90
"""Ratio (0-100) from which two titles on one page are one."""
LONG_TITLE = 4
"""Content words from which a title says enough to tell works apart; below it, "Introduction" is the same for many."""
ALIKE_CONTAINER = 85
"""Ratio (0-100) from which two names of journals or books are one, abbreviated or misspelt."""

# Two languages.
WORDS_SHARED = 3
"""Words that say something in each title; and words that two titles must share, or sound alike in, to be one in two languages."""
SHARE_OF_TITLE = 0.5
"""Part of the shorter title's words that must be shared (measured: titles on one pair of cities share the two names at most)."""
LEAST_COSINE = 0.14
"""Cosine below which two texts share no more than a topic (measured: works on one topic reach 0.11, one work in two 0.19 to 0.59)."""
LEAD_OF_NEAREST = 1.4
"""How many times nearer than its second nearest a text must be."""
SHORTEST_TEXT = 25
"""Content words that a text needs before it says anything."""
COMMON_WORD = 200
"""A word in more texts than this pairs nothing."""
