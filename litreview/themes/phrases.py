"""Terms that nobody listed as a keyword: phrases of the titles that several studies use.

Titles are made of nouns, so that a run of their words that stands in a second title, or in several abstracts, is a term and no piece of
a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from litreview.concepts.places import find_places
from litreview.languages import language, tags
from litreview.record import Library
from litreview.themes.keywords import Entry, Keyword, entries, finished, heading, is_tag, names_topic, slug, spell_out
from litreview.themes.texts import said
from litreview.themes.thresholds import STUDIES_WITH_LONE_KEYWORDS, TITLES_OF_A_PHRASE, WORDS_OF_A_PHRASE
from litreview.themes.uses import Names, spans, uses
from litreview.themes.vocabulary import Token, Vocabulary

_ACRONYM = 5
"""Letters of a word that may be an acronym where it stands in capitals."""


def terms(library: Library, ignored: Collection[str] = ()) -> tuple[Keyword, ...]:
    """Every term by which a topic of `library` may be called: its keywords, and the phrases of its titles; by name."""
    vocabulary = Vocabulary.of(library)
    kept = entries(library, vocabulary, ignored)
    taken = {name for entry in kept.values() for name in entry.names}
    unwanted = frozenset(slug(word) for word in ignored)
    for names, entry in _candidates(library, vocabulary).items():
        if names not in taken and not any(slug(text) in unwanted or is_tag(text) for counts in entry.texts.values() for text in counts):
            kept.setdefault(" ".join(names), entry)
    spell_out(kept)
    used = uses(library, vocabulary, {name: identity for identity, entry in kept.items() for name in entry.names})
    return finished({name: entry for name, entry in kept.items() if entry.listed or _is_term(entry)}, used, library)


def _candidates(library: Library, vocabulary: Vocabulary) -> dict[Names, Entry]:
    """The runs of words in titles, by what they are called; in a large library those of several titles."""
    made: dict[Names, Entry] = {}
    titles: dict[Names, set[str]] = {}
    for study in library:
        for text in said(study):
            if text.where != "title":
                continue
            for part in vocabulary.phrases(text.words, text.tag):
                for names, first, last in _nouns(part):
                    entry = made.setdefault(names, Entry({}, set(), {names}))
                    entry.texts.setdefault(text.tag, Counter())[_plain(text.words[first.start : last.end])] += 1
                    titles.setdefault(names, set()).add(study.key)
    least = TITLES_OF_A_PHRASE if len(library) <= STUDIES_WITH_LONE_KEYWORDS else TITLES_OF_A_PHRASE + 1
    return {names: entry for names, entry in made.items() if len(titles[names]) >= least}


def _nouns(part: tuple[Token, ...]) -> Iterator[tuple[Names, Token, Token]]:
    for first, last, names in spans(part, WORDS_OF_A_PHRASE):
        if last - first + 1 == len(names) and not (part[first].general or part[last].general) and len(set(names)) == len(names):
            yield names, part[first], part[last]


def _is_term(entry: Entry) -> bool:
    """Whether the phrase says a topic: no place in it, no lone word that names no thing."""
    if not names_topic(entry.texts):
        return False
    for tag, counts in entry.texts.items():
        text = min(counts, key=lambda text: (-counts[text], text))
        if any(True for _ in find_places(" ".join(heading(word) for word in text.split()))):
            return False
        if " " not in text and any(ending.search(text.casefold()) for ending in _adjectives(tag)):
            return False
    return True


@cache
def _adjectives(tag: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{ending}$") for ending in language(tag).section("themes")["adjectives"]) if tag in tags() else ()


def _plain(text: str) -> str:
    """A phrase of a title without the capitals that titles put on every word.

    >>> _plain("Cash Waqf AND CWLS in ASEAN"), _plain("eBay Sellers")
    ('cash waqf AND CWLS in ASEAN', 'eBay sellers')
    """
    return " ".join(word.lower() if word[1:].islower() or len(word) > _ACRONYM else word for word in text.split())
