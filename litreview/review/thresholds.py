"""Numbers that decide what a chapter tells: of so many studies this, of more that. Each with its reason."""

from __future__ import annotations

# What is told of values.
VALUES_ONE_BY_ONE = 6
"""So many values are told one by one; of more the sentence gives the count, and the table holds them."""
STUDIES_NAMED_IN_ONE_SENTENCE = 8
"""From more studies on the years are told, and the sentence on size names no study: the table lists them."""
CONCEPTS_TOLD = 6
"""So many concepts are named, and so many descriptions quoted; the table of methods and frameworks counts the rest."""
TOPICS_NAMED_FIRST = 3
"""So many topics are named before the first; the headings name all."""
AIMS_ONE_BY_ONE = 12
"""Up to so many studies each aim can be told; of more the kinds are, and the table holds the rest."""
STUDIES_WITH_LONE_AIMS, LONE_AIMS, BRIEF_AIM = 30, 2, 20
"""Up to so many studies, so many aims of at most so many words that are alone with their kind are told, the newest first."""
OUTCOMES_ONE_BY_ONE = 12
"""Up to so many studies, what those found that assess nothing is told one by one; of more the topics tell it."""
TERMS_OF_FINDINGS = 1
"""So many recurring terms are told, and so many kinds of aim whose studies have findings beside each other."""
ANSWERS_AT_ONCE = 6
"""So many answers of one kind stand in one sentence."""
LONE_ANSWERS = 2
"""So many kinds of answer that one study alone gives are told."""
SINGLE_FINDINGS = 4
"""So many further studies are told with a finding of theirs, the newest first; the table holds all."""
FINDINGS_AT_ONCE = 2
"""So many studies are quoted beside each other: of more nobody keeps them apart."""
MARKED_OF_A_STUDY, MARKED_TOLD = 2, 6
"""So many further findings that were marked in one full text are told, and so many sentences of them."""
BRIEF_FINDING = 20
"""Words: a longer finding is not quoted here."""
KINDS_OF_AIM = 4
"""So many kinds of aim are told."""
TERMS_OF_TOPIC = 1
"""So many recurring terms of a topic are told; the table holds all."""
FINDINGS_OF_TOPIC = 2
"""So many single findings of a topic are told; the table holds all."""
FINDINGS_WITHOUT_TERMS = 4
"""So many single findings where no more studies are told together."""
QUOTED_ON_A_TERM = 2
"""So many studies are quoted on one term."""
BRIEF_IN_TOPIC = 20
"""An aim or a finding of more words is not quoted here; the table holds it."""
SHORTEST_CLAUSE, LONGEST_CLAUSE = 5, 20
"""A clause of fewer words says too little to be quoted, one of more too much."""
TERM_OF_ALL = 0.5
"""A term that more than this share of the studies use at all is what they are all about; that it recurs says nothing."""

# What is claimed of the whole corpus.
STUDIES_TOGETHER = 3
"""So many studies, all that state both aspects, must have two values together."""
YEARS_APART = 3
"""A topic is earlier or later than the corpus from so many years on."""
YEARS_LATE = 3
"""A value that comes up so many years after the first study of the corpus came late."""
LATE_VALUES = 2
"""So many values that came late are told: each sentence names the first study alone, and a row of those is a list."""
ASSOCIATIONS = 3
"""So many associations are told."""
STUDIES_FOR_A_SHARE = 6
"""Shares of fewer studies than this say nothing."""
COMMON_IN_THEME, APART_FROM_REST = 0.5, 0.25
"""A value is common in a theme from this share on, and differs from the rest by at least that much."""
COMMON_GROUND = 3
"""So many values are told as the widest common ground."""
VALUES_OF_NEIGHBOURS = 3
"""Two studies are called near each other from so many common values on."""
STUDIES_WITH_NEIGHBOURS = 30
"""Among more studies no two are picked out: somebody is always near somebody."""
CONTRASTS = 2
"""So many contrasts are told."""

# What is called a gap.
GAPS_TOLD = 5
"""So many gaps a supervisor will discuss; a longer list is none."""
GAPS_OF_STUDIES = 3
"""So many of them are what studies say themselves."""
GAPS_MARKED = 12
"""So many of those that were marked in the full texts are told, whatever else is."""
LONGEST_GAP = 35
"""Words of a gap that is quoted."""
KNOWN_FOR_A_GAP = 0.6
"""From this share of cells that are filled, or said to be empty, an absence says anything."""
STUDIES_WITH_PERIODS, YEARS_SINCE_A_PERIOD = 3, 3
"""From so many periods on, and so many years after the last of them, what came later counts as not studied."""
NEAREST_STUDIES, ASPECTS_OF_THE_NEAREST = 2, 2
"""So many studies are called nearest to the writer's own, from so many common aspects on."""
STUDIES_FOR_AN_EMPTY_CELL = 5
"""So many studies of a topic must state an approach, and so many of the others take it, before its absence says anything."""

# How sentences and paragraphs are made.
LONGEST_QUOTATION = 40
"""No quotation is longer than this many words."""
CITED_AT_ONCE = 8
"""A citation names so many works; of a larger group the newest few are cited as examples, and the table shows all."""
CITED_AS_EXAMPLES = 4
"""So many of a larger group are cited as examples."""
LISTED_AT_ONCE = 4
"""In a list of values each names so many works; a larger group is counted, with examples."""
LISTED_AS_EXAMPLES = 2
"""So many works of a larger group are examples in a list of values."""
WORDS_OF_A_TERM = 7
"""Up to so many words are a term, not a quotation."""
WORDS_OF_A_FOREIGN_TERM = 4
"""Up to so many words of another language are a term in italics; more are a clause, which a reader wants translated."""
SUBJECTS_TOLD = 3
"""So many things that a finding speaks of are named where its words are not quoted."""
QUOTED_IN_THEMES = 0.14
"""The largest share of the words on themes that is quoted; a check finds fault from .15 on."""
QUOTED_AT_LEAST = 24
"""So many words are quoted in any case: of a few studies something must be told."""
STUDIES_IN_A_ROW = 2
"""So many sentences on one study each may follow each other; a check finds fault with one more."""
SENTENCES_OF_A_PARAGRAPH = 6
"""A paragraph holds so many sentences; a longer run of claims becomes several, cut where a new thought opens if it can be."""

# How large tables and figures are.
DOUBLES_TOLD = 6
"""So many pairs of rows that look like one work are named below the table."""
ROWS_IN_THE_TEXT = 40
"""A table of more studies is an appendix: nobody reads on behind it."""
REPRESENTATIVES_OF_A_TOPIC = 2
"""So many studies of each topic."""
REPRESENTATIVES_WITHOUT_TOPICS = 15
"""So many studies of a corpus without topics."""
FINDINGS_IN_OWN_WORDS = 3
"""So many findings are given where they are in the keeper's own words."""
SHORTEST_FINDING, LONGEST_FINDING = 8, 30
"""Words of one quoted finding: of a longer one the beginning is given, a shorter one only where there is no other."""
STUDIES_AS_COLUMNS = 8
"""Of so many studies each is a column; of more each is a row."""
STUDIES_AS_ROWS = 40
"""Of more studies themes are counted instead."""
THEMES_BESIDE_EACH_OTHER = 5
"""So many themes stand beside each other on an upright page; of more the matrix becomes several tables."""
VALUES_IN_A_CELL = 4
"""So many values are named in one cell."""
VALUES_OF_A_STUDY = 100
"""So many values of one study have a line of their own, where all are asked for."""
METHODS_IN_ROWS, FRAMEWORKS_IN_COLUMNS = 10, 5
"""So many methods and frameworks have a line of their own."""
STUDIES_CITED_IN_CELLS = 12
"""Of so many studies at most each is cited in its cell; of more the cells give numbers of the table of previous studies."""
STUDIES_JOINED = 3
"""Where fewer studies state both a method and a framework, the table says next to nothing."""
COLUMNS_OF_AN_UPRIGHT_PAGE = 5
"""So many columns beside the first fit an upright page."""
NUMBERS_IN_A_CELL = 6
"""A cell lists so many numbers; of more studies it gives the count."""
PERIODS_COUNTED, METHODS_COUNTED = 5, 5
"""So many spans of years, and so many methods, have a column of their own."""
STUDIES_IN_A_FIGURE = 30
"""The studies whose names can stand beside each other; of more, the figure only counts them."""
METHODS_IN_A_FIGURE, STRETCHES_OF_YEARS = 10, 20
"""Rows and columns that can still be read on a page."""
KEYWORDS_IN_A_FIGURE = 16
"""Names on a circle whose lines can still be told apart."""
BARS_OF_YEARS = 40
"""Bars on one axis; a longer time is counted by five years, by decades and so on, so that no stretch of it is left out."""
FRAMEWORKS_OFFERED = 3
"""So many frameworks of the studies are offered for the writer's own."""
