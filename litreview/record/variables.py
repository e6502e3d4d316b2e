"""The types and variables of CSL 1.0.2 (specification, appendices III and IV): the vocabulary of a record."""

from __future__ import annotations

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document "
    "entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map "
    "motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post "
    "post-weblog regulation report review review-book software song speech standard thesis treaty webpage"
).split()

NAME_VARIABLES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor editorial-director "
    "editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer "
    "producer recipient reviewed-author script-writer series-creator translator"
).split()

DATE_VARIABLES = "accessed available-date event-date issued original-date submitted".split()

NUMBER_VARIABLES = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages "
    "number-of-volumes page page-first part-number printing-number section supplement-number version volume"
).split()

TEXT_VARIABLES = (
    "abstract annote archive archive_collection archive_location archive-place authority call-number citation-key "
    "citation-label collection-title container-title container-title-short dimensions division DOI event-title event "
    "event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher original-publisher-place "
    "original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale source "
    "status title title-short URL volume-title year-suffix journalAbbreviation shortTitle"
).split()

VARIABLES = frozenset(NAME_VARIABLES + DATE_VARIABLES + NUMBER_VARIABLES + TEXT_VARIABLES)
"""Every variable name of CSL 1.0.2, with the four old names that CSL-JSON still carries."""
