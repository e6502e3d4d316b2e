"""Numbers that decide what is found in a draft, each with its reason."""

from __future__ import annotations

# Sentences.
SHARE_GENERATED = 0.2
"""The least share of generated sentences by which a file that carries no ledger is known as a draft of its sources."""
LIKE_A_SENTENCE = 0.62
"""From this likeness on (0-1, by words) a sentence counts as a changed version of a generated one."""
WORDS_OF_A_CHANGE = 5
"""A change of more words is a new statement, in which a negation need not deny the old one."""
WORDS_ADDED = 5
"""So many words more than the generated sentence make it a claim of the writer's own."""
SHARE_COMPARING = 0.3
"""The least share of the sentences that cite studies which must cite two or more."""
STUDIES_TO_COMPARE = 2
"""A draft that cites no more studies than these is not told to compare."""
IN_A_ROW = 2
"""So many sentences on one study each may follow each other."""
CITING_SENTENCES = 6
"""In fewer citing sentences a share says nothing."""

# Quotations.
WORDS_OF_A_QUOTATION = 2
"""A quotation of fewer words is a word set apart, not somebody's words."""
LIKE_A_PASSAGE = 0.6
"""From this likeness on (0-1) a passage of the source is what the quotation was meant to be."""
SHARE_QUOTED = 0.15
"""The largest share of the words of the running text that may be quoted."""
LONGEST_QUOTATION = 40
"""The most words of one quotation."""
WORDS_FOR_A_SHARE = 100
"""In a text of fewer words a share says nothing."""

# Language and style.
WORDS_OF_A_LANGUAGE = 8
"""Fewer words do not tell a language reliably."""
SHARE_OF_ONE_STYLE = 0.7
"""From this share on one way of citing is that of the draft."""

PROSE_OF_ANOTHER_CHAPTER = 10
"""So many paragraphs around ours, where no heading parts them, are chapters of their writer, and not some words added to a draft."""
