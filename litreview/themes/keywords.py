"""The authors' own keywords: which studies name each, in any language, and which may head a section.

Two keywords are one if they name one concept, if studies list them at the same place of their two keyword lists, or if they are the
same words but for case, plural and hyphen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from litreview.concepts import Concept, find
from litreview.concepts.places import find_places
from litreview.concepts.terms import Terms, fold, longest_first
from litreview.languages import COMMON, tags
from litreview.record import LangText, Library, Study
from litreview.themes.texts import aligned_keywords, general_words, stop_words
from litreview.themes.thresholds import KEYWORDS_OF_A_FIRST_WORD, STUDIES_WITH_LONE_KEYWORDS, USES_OF_A_TERM

_METHODS = frozenset({"approach", "technique", "data"})

_LONGEST = 6
"""Words: a longer keyword is a sentence, and no other study will have it."""


_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\w)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\s*\([A-Z][\w&-]{1,9}\)$")


@attrs.frozen
class Keyword:
    """One keyword or concept: `name` identifies it, `title` says it by language.

    `listed` are the studies that have it among their keywords, `named` those that have it there, in their title, or again and again in
    their abstract (`USES_OF_A_TERM`), `spoken` those that use it anywhere. `method` says that it names how a study was made, not what it
    is about, `opening` that it is one word with which several other keywords begin ("Islamic"): it tells little by itself.
    """

    name: str
    title: LangText
    listed: tuple[str, ...]
    named: tuple[str, ...]
    spoken: tuple[str, ...]
    method: bool = False
    opening: bool = False

    @property
    def compound(self) -> bool:
        """Whether it is a term of several words."""
        return any(" " in words for words in self.title.values())


def keywords(library: Library) -> tuple[Keyword, ...]:
    """Every keyword of `library` that says a topic, with its studies; both by name.

    Left out are names of places, words that any study may use, and what is no word at all; in a very large library also what one study
    alone lists.
    """
    equals = _equals(library)
    words: dict[str, dict[str, Counter[str]]] = {}
    listed: dict[str, dict[str, None]] = {}
    method: dict[str, bool] = {}
    for study in library:
        for name, tag, text, concept in _identities(study, equals, library.concepts):
            words.setdefault(name, {}).setdefault(tag, Counter())[text] += 1
            listed.setdefault(name, {})[study.key] = None
            method[name] = concept is not None and set(concept.kinds) <= _METHODS
    for short, long in _spelled_out(words).items():
        for tag, counts in words.pop(short).items():
            words[long].setdefault(tag, Counter()).update(dict.fromkeys(counts, 0))
        listed[long] |= listed.pop(short)
    least = 1 if len(library) <= STUDIES_WITH_LONE_KEYWORDS else 2
    kept = {name: texts for name, texts in words.items() if len(listed[name]) >= least and _names_topic(texts)}
    named, spoken, written = _uses(library, kept)
    openings = Counter(name.split()[0] for name in kept if " " in name)
    return tuple(
        Keyword(
            name,
            LangText([(tag, _usual_spelling(counts, written.get(name, Counter()))) for tag, counts in sorted(kept[name].items())]),
            _sorted(set(listed[name])),
            _sorted({*listed[name], *named.get(name, ())}),
            _sorted({*listed[name], *named.get(name, ()), *spoken.get(name, ())}),
            method[name],
            openings[name] >= KEYWORDS_OF_A_FIRST_WORD,
        )
        for name in sorted(kept)
    )


def slug(name: str) -> str:
    """A name as a part of a key: small letters, digits and hyphens.

    >>> slug("Cash waqf (online)")
    'cash-waqf-online'
    """
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return "-".join(kept.split())


def heading(words: str) -> str:
    """Words as a heading: with a capital, the rest as it is.

    >>> heading("cash waqf linked sukuk (CWLS)")
    'Cash waqf linked sukuk (CWLS)'
    """
    return words[:1].upper() + words[1:]


def _identities(
    study: Study, equals: dict[tuple[str, str], str], own: tuple[Concept, ...]
) -> Iterator[tuple[str, str, str, Concept | None]]:
    """(identity, language, words, concept) of each keyword; a concept is named in the other languages too, with its label."""
    for tag, listed in study.keywords.items():
        for keyword in listed:
            text = _ARTICLE.sub("", _ABBREVIATED.sub("", " ".join(keyword.split())).strip(" .;,\"“”'"))
            if not text or len(text.split()) > _LONGEST:
                continue
            hits = [hit for hit in find(text, tag, extra=own) if hit.end - hit.start == len(text)]
            if hits:
                concept = hits[0].value
                yield concept.id, tag, text, concept
                for label_tag, label in concept.labels.items():
                    if label_tag != tag:
                        yield concept.id, label_tag, label, concept
            else:
                name = folded(text, tag)
                yield equals.get((tag, name), name), tag, text, None


def folded(text: str, tag: str) -> str:
    """The words of a keyword without case, plural and hyphen.

    >>> folded("Islamic micro-enterprises", "en")
    'islamic micro enterprise'
    """
    kept = "".join(c if c.isalnum() or c in "'’" else " " for c in text)
    return " ".join(fold(word, tag) for word in kept.split())


def _equals(library: Library) -> dict[tuple[str, str], str]:
    """(language, folded keyword) to the folded keyword in English that studies list beside it."""
    others = [tag for tag in tags() if tag != COMMON]
    return {(tag, folded(theirs, tag)): folded(ours, COMMON) for tag in others for theirs, ours in aligned_keywords(library, tag, COMMON)}


def _names_topic(texts: dict[str, Counter[str]]) -> bool:
    """Whether a keyword names a topic: no place, not only words that any study may use."""
    for tag, counts in texts.items():
        general = general_words(tag if tag in tags() else COMMON) | stop_words(tag if tag in tags() else COMMON)
        for text in counts:
            words = folded(text, tag).split()
            if all(word in general or len(word) < 2 or word.isdigit() for word in words):
                return False
            if any(hit.end - hit.start == len(text) for hit in find_places(heading(text))):
                return False
    return True


def _spelled_out(words: dict[str, dict[str, Counter[str]]]) -> dict[str, str]:
    """Abbreviations that are keywords themselves ("AI"), to the longer keyword whose first letters they are: the commonest, if one is."""
    initials: dict[str, list[str]] = {}
    for name in words:
        parts = name.split()
        if len(parts) > 1:
            initials.setdefault("".join(part[0] for part in parts), []).append(name)
    spelled_out: dict[str, str] = {}
    for name, texts in words.items():
        spellings = [text for counts in texts.values() for text in counts]
        short = next((s for s in spellings if 2 <= len(s) <= 8 and s[:-1].isupper() and s.isalpha()), None)
        longer = initials.get(short.rstrip("s").casefold(), []) if short else []
        longer = longer or (initials.get(short.casefold(), []) if short else [])
        often = sorted((-sum(n for counts in words[other].values() for n in counts.values()), other) for other in longer if other != name)
        if often and (len(often) == 1 or often[0][0] < often[1][0]):
            spelled_out[name] = often[0][1]
    return spelled_out


def _usual_spelling(counts: Counter[str], written: Counter[str]) -> str:
    """The commonest spelling in lists and sentences, the shortest of equally common ones, with the capitals it has within sentences."""
    totals = Counter[str]()
    for text, n in [*counts.items(), *((text, n) for text, n in written.items())]:
        totals[text.casefold()] += n
    listed = {text.casefold() for text, n in counts.items() if n}
    usual = min(listed, key=lambda text: (-totals[text], len(text), text))
    same = [text for text in written if text.casefold() == usual] or [text for text in counts if text.casefold() == usual]
    return min(same, key=lambda text: (-written[text] or -counts[text], sum(c.isupper() for c in text), text))


_Keys = dict[str, set[str]]


def _uses(library: Library, kept: dict[str, dict[str, Counter[str]]]) -> tuple[_Keys, _Keys, dict[str, Counter[str]]]:
    """The studies that are about each keyword by their title or abstract; those that use it, within a longer term too; how it is
    written within sentences."""
    spellings: dict[str, list[tuple[str, str]]] = {}
    for name, texts in kept.items():
        for tag, counts in texts.items():
            for language in tags() if tag not in tags() else (tag,):
                spellings.setdefault(language, []).extend((text, name) for text in counts)
    terms = {tag: Terms.of(dict.fromkeys(pairs), tag) for tag, pairs in spellings.items()}
    named: _Keys = {}
    spoken: _Keys = {}
    written: dict[str, Counter[str]] = {}
    for study in library:
        for source, where in ((study.title, named), (study.abstract, spoken)):
            for tag, text in source.items():
                for language in terms if tag not in tags() else [tag] if tag in terms else []:
                    often: Counter[str] = Counter()
                    hits = tuple(terms[language].find(text))
                    for hit in hits:
                        spoken.setdefault(hit.value, set()).add(study.key)
                    for hit in longest_first(hits):
                        often[hit.value] += 1
                        if where is named or often[hit.value] == USES_OF_A_TERM:
                            named.setdefault(hit.value, set()).add(study.key)
                        if where is spoken and text[: hit.start].rstrip()[-1:].isalpha():
                            written.setdefault(hit.value, Counter())[text[hit.start : hit.end]] += 1
    return named, spoken, written


def _sorted(keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))
