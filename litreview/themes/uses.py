"""Where the studies of a library use some terms: one pass over all texts, whatever the number of terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from litreview.record import Library
from litreview.themes.texts import Said, said
from litreview.themes.thresholds import USES_OF_A_TERM, WORDS_OF_A_TERM
from litreview.themes.vocabulary import Token, Vocabulary

Names = tuple[str, ...]
"""What the words of a term are called, in the order of the alphabet."""


@attrs.frozen(eq=False)
class Uses:
    """By term: the studies about it (`named`), those that use it at all, within longer terms too, and how running text writes it."""

    named: Mapping[str, frozenset[str]]
    spoken: Mapping[str, frozenset[str]]
    written: Mapping[str, Counter[str]]


def uses(library: Library, vocabulary: Vocabulary, terms: Mapping[Names, str]) -> Uses:
    """Where the terms (what their words are called, to the identity of the term) stand in titles, keywords and abstracts."""
    words = frozenset(word for names in terms for word in names)
    named: dict[str, set[str]] = {}
    spoken: dict[str, set[str]] = {}
    written: dict[str, Counter[str]] = {}
    for study in library:
        often: Counter[str] = Counter()
        for text in said(study):
            if text.where == "keyword":
                continue
            for part in vocabulary.phrases(text.words, text.tag):
                for term, start, end, whole in _hits(part, terms, words):
                    spoken.setdefault(term, set()).add(study.key)
                    if not whole:
                        continue
                    often[term] += USES_OF_A_TERM if text.where == "title" else 1
                    if _within(text, start):
                        written.setdefault(term, Counter())[text.words[start:end]] += 1
        for term, n in often.items():
            if n >= USES_OF_A_TERM:
                named.setdefault(term, set()).add(study.key)
    return Uses(_frozen(named), _frozen(spoken), written)


def spans(part: Sequence[Token], longest: int = WORDS_OF_A_TERM) -> Iterator[tuple[int, int, Names]]:
    """Every run of words that could be a term, longest first at each word: it begins and ends with a word that means something.

    A word that carries no meaning ends it, unless it is one that joins two words.
    """
    for first, token in enumerate(part):
        if token.stop:
            continue
        names: list[str] = []
        runs: list[tuple[int, Names]] = []
        for last in range(first, len(part)):
            here = part[last]
            if here.stop:
                if here.joint:
                    continue
                break
            names.append(here.word)
            if len(names) > longest:
                break
            runs.append((last, tuple(sorted(names))))
        for last, run in reversed(runs):
            yield first, last, run


def _hits(part: Sequence[Token], terms: Mapping[Names, str], words: frozenset[str]) -> Iterator[tuple[str, int, int, bool]]:
    """(term, start, end, whether it stands in no longer term) of each term in a part of a text."""
    if not any(token.word in words for token in part):
        return
    reached = -1
    for first, last, names in spans(part):
        term = terms.get(names)
        if term is not None:
            yield term, part[first].start, part[last].end, last > reached
            reached = max(reached, last)


def _within(text: Said, start: int) -> bool:
    """Whether a place stands within a sentence of the abstract, where capitals mean something."""
    return text.where == "abstract" and text.words[:start].rstrip()[-1:].isalpha()


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {term: frozenset(keys) for term, keys in sets.items()}
