"""The authors' own keywords: which studies name each, in any language, and which may head a section.

Two keywords are one if they name one concept, if studies list them at the same place of their two keyword lists, or if they are the
same words but for case, plural, hyphen and language. Tags by which people keep their references and the terms that databases give to
nearly every record are none: they are known by a list, by what the writer says, and by standing in no text of the studies that have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import attrs

from litreview.concepts import Concept, find
from litreview.concepts.places import find_places
from litreview.concepts.terms import fold
from litreview.languages import COMMON, language, tags
from litreview.languages.marks import any_mark
from litreview.record import LangText, Library, Study
from litreview.themes.texts import aligned_keywords, general_words, keyword_tag, stop_words
from litreview.themes.thresholds import (
    KEYWORDS_OF_A_FIRST_WORD,
    SAID_OF_AN_AUTHORS_KEYWORD,
    STUDIES_TO_KNOW_A_TAG,
    STUDIES_WITH_LONE_KEYWORDS,
)
from litreview.themes.uses import Uses, uses
from litreview.themes.vocabulary import Vocabulary

_METHODS = frozenset({"approach", "technique", "data"})

_LONGEST = 6
"""Words: a longer keyword is a sentence, and no other study will have it."""

_ABBREVIATED = re.compile(r"(?:(?<!\s)\s+)?\([A-Z][\w&-]{1,9}\)$")
_QUALIFIED = re.compile(r"^\*|(?:(?<!\s)\s+)?(?:/|--|\*).*$")
"""What databases write behind a term of theirs ("Cesarean Section/trends", "*Poverty")."""
_TAG = re.compile(r"^[_#/@!$~+]|^\W*$|^\d|^[A-Z]{2,}\d{3,}$|[\U0001F300-\U0001FAFF\u2600-\u27BF]")
"""How the tags begin by which people keep order ("_tablet", "/unread", "1 read"), and the numbers of databases ("PMC1234567")."""


@attrs.frozen
class Keyword:
    """One keyword, concept or phrase: `name` identifies it, `title` says it by language.

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


@attrs.define
class Entry:
    """A keyword while it is put together: its spellings by language, the studies that list it, its names where texts are compared."""

    texts: dict[str, Counter[str]]
    listed: set[str]
    names: set[tuple[str, ...]]
    method: bool = False
    label: LangText = LangText()

    @property
    def name(self) -> str:
        """The words of its usual spelling, in English before other languages."""
        tag = COMMON if self.texts.get(COMMON) else min(self.texts)
        return folded(min(self.texts[tag], key=lambda text: (-self.texts[tag][text], len(text), text)), tag)


def keywords(library: Library, ignored: Collection[str] = ()) -> tuple[Keyword, ...]:
    """Every keyword of `library` that says a topic, with its studies; both by name. `ignored` are words that the writer wants for none.

    Left out are names of places, words that any study may use, tags, index terms, and what is no word at all; in a very large library
    also what one study alone lists.
    """
    vocabulary = Vocabulary.of(library)
    kept = entries(library, vocabulary, ignored)
    used = uses(library, vocabulary, {name: identity for identity, entry in kept.items() for name in entry.names})
    return finished(kept, used, library)


def entries(library: Library, vocabulary: Vocabulary, ignored: Collection[str] = ()) -> dict[str, Entry]:
    """The keywords of `library` that may say a topic, by identity."""
    equals = _equals(library)
    unwanted = frozenset(slug(word) for word in ignored)
    made: dict[str, Entry] = {}
    for study in library:
        for tag, text in _listed(study):
            if slug(text) in unwanted or is_tag(text):
                continue
            hits = [hit for hit in find(text, tag, extra=library.concepts) if hit.end - hit.start == len(text)]
            if hits and (text.casefold() in _labels(hits[0].value) or not _broad(hits[0].value)):
                entry = made.setdefault(f"concept {hits[0].value.id}", _of_concept(hits[0].value, vocabulary))
            else:
                names = vocabulary.names(text, tag)
                entry = made.setdefault(equals.get((tag, folded(text, tag)), " ".join(names)), Entry({}, set(), set()))
                entry.names.add(names)
            entry.texts.setdefault(tag, Counter())[text] += 1
            entry.listed.add(study.key)
    spell_out(made)
    least = 1 if len(library) <= STUDIES_WITH_LONE_KEYWORDS else 2
    return {identity: entry for identity, entry in made.items() if len(entry.listed) >= least and names_topic(entry.texts)}


def finished(kept: Mapping[str, Entry], used: Uses, library: Library) -> tuple[Keyword, ...]:
    """Keywords from what was put together and where it is used; without those that are said in hardly any study that lists them."""
    openings = Counter(entry.name.split()[0] for entry in kept.values() if " " in entry.name)
    with_abstract = {study.key for study in library if study.abstract}
    done: dict[str, Keyword] = {}
    for identity, entry in kept.items():
        spoken = used.spoken.get(identity, frozenset())
        telling = entry.listed & with_abstract
        if len(telling) >= STUDIES_TO_KNOW_A_TAG and len(telling & spoken) < SAID_OF_AN_AUTHORS_KEYWORD * len(telling):
            continue
        title = LangText([(t, _usual_spelling(c, used.written.get(identity, Counter()))) for t, c in sorted(entry.texts.items()) if c])
        title = LangText({**dict(entry.label.items()), **({} if entry.label else dict(title.items()))})
        named, name = used.named.get(identity, frozenset()) | entry.listed, entry.name
        opening = openings[name] >= KEYWORDS_OF_A_FIRST_WORD
        keyword = Keyword(
            name, title, _sorted(entry.listed), _sorted(named), _sorted(named | spoken), entry.method, opening
        )  # fmt: skip
        if name not in done or len(done[name].named) < len(keyword.named):
            done[name] = keyword
    return tuple(done[name] for name in sorted(done))


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


def is_tag(text: str) -> bool:
    """Whether a keyword is a tag by which people or databases keep order, and says no topic.

    >>> is_tag("to-read"), is_tag("_tablet"), is_tag("Humans"), is_tag("cash waqf")
    (True, True, True, False)
    """
    return _TAG.search(text) is not None or slug(text) in _housekeeping()


@cache
def _housekeeping() -> frozenset[str]:
    listed = (str(language(tag).section("themes")["housekeeping"]) for tag in tags())
    return frozenset(slug(word) for words in listed for word in " ".join(words.split()).split(","))


def _listed(study: Study) -> Iterator[tuple[str, str]]:
    """(language, words) of each keyword of a study that can be read."""
    for tag, listed in study.keywords.items():
        spoken = keyword_tag(tag, listed, study)
        for keyword in listed if spoken else ():
            text = _article().sub("", _ABBREVIATED.sub("", _QUALIFIED.sub("", " ".join(keyword.split())).strip(" .;,\"“”'")))
            if text and len(text.split()) <= _LONGEST:
                yield spoken or tag, text


def _of_concept(concept: Concept, vocabulary: Vocabulary) -> Entry:
    """A concept is called by its label in every language, and found by each of its terms."""
    terms = concept.labels.items() if _broad(concept) else [(tag, term) for tag, listed in concept.terms.items() for term in listed]
    names = {vocabulary.names(term, tag) for tag, term in terms if tag in tags()}
    texts = {tag: Counter({label: 0}) for tag, label in concept.labels.items()}
    return Entry(texts, set(), names - {()}, set(concept.kinds) <= _METHODS, LangText(dict(concept.labels.items())))


def _broad(concept: Concept) -> bool:
    """Whether the terms of a concept are not of one meaning, but what belongs to one field (gender, to the empowerment of women)."""
    return "sector" in concept.kinds


def _labels(concept: Concept) -> frozenset[str]:
    return frozenset(label.casefold() for label in concept.labels.values())


def folded(text: str, tag: str) -> str:
    """The words of a keyword without case, plural and hyphen.

    >>> folded("Islamic micro-enterprises", "en")
    'islamic micro enterprise'
    """
    kept = "".join(c if c.isalnum() or c in "'’" else " " for c in text)
    return " ".join(fold(word, tag) for word in kept.split())


def _equals(library: Library) -> dict[tuple[str, str], str]:
    """(language, folded keyword) of both languages to one identity, for keywords that studies list beside each other."""
    pairs: dict[tuple[str, str], str] = {}
    for tag in tags():
        for theirs, ours in aligned_keywords(library, tag, COMMON) if tag != COMMON else ():
            one = f"pair {folded(ours, COMMON)}"
            pairs[tag, folded(theirs, tag)] = one
            pairs[COMMON, folded(ours, COMMON)] = one
    return pairs


def names_topic(texts: Mapping[str, Counter[str]]) -> bool:
    """Whether a keyword names a topic: no place, not only words that any study may use."""
    for tag, counts in texts.items():
        general = general_words(tag) | stop_words(tag)
        for text in counts:
            words = folded(text, tag).split()
            if all(word in general or len(word) < 2 or word.isdigit() for word in words):
                return False
            if any(hit.end - hit.start == len(text) for hit in find_places(heading(text))):
                return False
    return True


def spell_out(made: dict[str, Entry]) -> None:
    """Abbreviations that are keywords themselves ("AI") join the longer keyword whose first letters they are: the commonest, if one is."""
    initials: dict[str, list[str]] = {}
    for identity, entry in made.items():
        parts = entry.name.split()
        if len(parts) > 1:
            initials.setdefault("".join(part[0] for part in parts), []).append(identity)
    for identity, entry in sorted(made.items()):
        spellings = sorted(text for counts in entry.texts.values() for text in counts)
        short = next((s for s in spellings if 2 <= len(s) <= 8 and s[:-1].isupper() and s.isalpha()), None)
        longer = initials.get(short.rstrip("s").casefold(), []) if short else []
        longer = longer or (initials.get(short.casefold(), []) if short else [])
        often = sorted((-len(made[other].listed), other) for other in longer if other != identity and other in made)
        if often and (len(often) == 1 or often[0][0] < often[1][0]):
            into = made[often[0][1]]
            into.listed |= entry.listed
            into.names |= entry.names
            del made[identity]


def _usual_spelling(counts: Counter[str], written: Counter[str]) -> str:
    """The commonest spelling in lists and sentences, the shortest of equally common ones, with the capitals it has within sentences."""
    totals = Counter[str]()
    for text, n in [*counts.items(), *written.items()]:
        totals[text.casefold()] += n
    usual = min({text.casefold() for text in counts}, key=lambda text: (-totals[text], len(text), text))
    same = [text for text in written if text.casefold() == usual] or [text for text in counts if text.casefold() == usual]
    return min(same, key=lambda text: (-written[text] or -counts[text], sum(c.isupper() for c in text), text))


def _sorted(keys: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{any_mark('article')}\s+(?=\w)", re.IGNORECASE)
