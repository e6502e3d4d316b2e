"""The words of a study that can say what it is about, in one language for the whole library.

Words of two languages never meet in a count, so a mixed library would fall apart by language. Studies of another language take part
with what is known to mean the same: concepts, and keywords that a study of the library lists in both languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from litreview.concepts import concepts
from litreview.concepts.terms import Terms, fold, longest_first
from litreview.languages import COMMON, language, tags
from litreview.record import Library, Study
from litreview.themes.thresholds import EMPHASIS

_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[.;:!?()\[\]]+(?:\s|$)|\n")
_IMPRINT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)(?=\s*\d{4}))|copyright(?=\s*\d{4})", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,60}>", re.IGNORECASE)
_LAST = 250
"""Characters: a copyright line that begins so close to the end of an abstract reaches to the end."""


def analysis_language(library: Library) -> str:
    """The language in which most abstracts of `library` can be read; English where as many can be read in it.

    >>> from litreview.record import LangText, library_of
    >>> analysis_language(library_of([Study("a", abstract=LangText({"id": "…", "en": "…"})), Study("b", abstract=LangText({"id": "…"}))]))
    'id'
    """
    abstracts = Counter(tag for study in library for tag in tags() if study.abstract.only(tag))
    return max(sorted(tags()), key=lambda tag: (abstracts[tag], tag == COMMON))


@attrs.frozen(eq=False)
class Reader:
    """Reads studies as words of the language `tag`; `dictionary` finds the terms of another language that have an equal in it."""

    tag: str
    dictionary: Mapping[str, Terms[str]]

    @classmethod
    def of(cls, library: Library) -> Reader:
        """The reader for `library`, in its analysis language."""
        tag = analysis_language(library)
        others = [other for other in tags() if other != tag]
        return cls(tag, {other: Terms.of(_equals(library, other, tag), other) for other in others})

    def words(self, study: Study) -> tuple[str, ...]:
        """The words and pairs of words of `study`, folded, each as often as it counts; nothing that says no topic."""
        words: list[str] = []
        abstract = study.abstract.only(self.tag) or study.abstract.only("und")
        if abstract:
            words += grams(without_imprint(abstract), self.tag)
        else:
            words += [word for text, other in _foreign(study, self.tag) for word in self._translated(text, other)]
        for text in (*_titles(study, self.tag), *_keywords(study, self.tag)):
            words += list(grams(text, self.tag)) * EMPHASIS
        return tuple(words)

    def _translated(self, text: str, other: str) -> Iterator[str]:
        terms = self.dictionary.get(other)
        if terms is not None:
            for hit in longest_first(terms.find(text)):
                yield from grams(hit.value, self.tag)


def grams(text: str, tag: str) -> Iterator[str]:
    """Words and pairs of neighbouring words, within sentences; no stop words, no word that any study may use unless paired with another.

    >>> list(grams("The results of sister cities: a study of cooperation", "en"))
    ['sister', 'city', 'sister city', 'cooperation']
    """
    stop, general = stop_words(tag), general_words(tag)
    for sentence in _SENTENCE.split(text):
        before: str | None = None
        for raw in _WORD.findall(sentence):
            word = fold(raw, tag)
            if word in stop or raw.casefold() in stop:
                before = None
                continue
            if word not in general:
                yield word
            if before is not None and not (word in general and before in general):
                yield f"{before} {word}"
            before = word


def without_imprint(abstract: str) -> str:
    """An abstract without its publisher's copyright line and without the headings of its parts.

    >>> without_imprint("Purpose: The paper asks why. © 2021, Example Press Ltd. All rights reserved.")
    'The paper asks why. '
    """
    text = _MARKUP.sub("", abstract)
    for match in reversed(list(_IMPRINT.finditer(text))):
        if len(text) - match.start() <= _LAST and match.start() > 0:
            text = text[: match.start()]
        else:
            end = _end_of_imprint(text, match.end())
            text = text[: match.start()] + text[end:]
    return _headings().sub("", _imprints().sub(" ", text))


def _end_of_imprint(text: str, at: int) -> int:
    """Where the sentence of a copyright line ends: behind a full stop that no short word ("Ltd.") wears."""
    for match in re.finditer(r"(\w+)\.\s+(?=[A-Z])", text[at : at + _LAST]):
        if len(match[1]) > 3 or match[1].isdigit():
            return at + match.end()
    return min(len(text), at + _LAST // 4)


@cache
def stop_words(tag: str) -> frozenset[str]:
    """The words of a language that carry no meaning, folded and as they are."""
    words = str(language(tag).section("stop_words")["words"]).split()
    return frozenset((*words, *(fold(word, tag) for word in words)))


@cache
def general_words(tag: str) -> frozenset[str]:
    """The words of a language that a study on anything may use, folded."""
    return frozenset(fold(word, tag) for word in str(language(tag).section("themes")["general"]).split())


@cache
def _headings() -> re.Pattern[str]:
    """A heading of a part, in any language, at the start of a sentence: with a colon or dash behind it, or a capital."""
    listed = {str(heading) for tag in tags() for heading in language(tag).section("themes")["headings"]}
    any_of = "|".join(re.escape(heading) for heading in sorted(listed, key=lambda h: (-len(h), h)))
    return re.compile(rf"(?:(?<=^)|(?<=[.!?]\s)|(?<=\n))(?i:{any_of})(?:\(?s\)?)?(?:\s*[:–—-]\s*|\s+(?=[A-Z])|\s*\n)")


@cache
def _imprints() -> re.Pattern[str]:
    listed = {str(line) for tag in tags() for line in language(tag).section("themes")["imprints"]}
    any_of = "|".join(re.escape(line) for line in sorted(listed, key=lambda h: (-len(h), h)))
    return re.compile(rf"\b(?:{any_of})\b(?:\s+(?:ltd|limited|inc|b\.?v|llc|group|plc)\b\.?)*", re.IGNORECASE)


def _titles(study: Study, tag: str) -> list[str]:
    title = study.title.only(tag) or study.title.only("und")
    return [title] if title else []


def _keywords(study: Study, tag: str) -> tuple[str, ...]:
    return study.keywords.only(tag) or study.keywords.only("und") or ()


def _foreign(study: Study, tag: str) -> Iterator[tuple[str, str]]:
    """What `study` says in other languages than `tag`, with its language; titles and keywords as often as they count."""
    for other in tags():
        if other == tag:
            continue
        abstract, title = study.abstract.only(other), study.title.only(other)
        if abstract:
            yield without_imprint(abstract), other
        for text in (*([title] if title else []), *(study.keywords.only(other) or ())):
            for _ in range(EMPHASIS):
                yield text, other


def _equals(library: Library, other: str, tag: str) -> list[tuple[str, str]]:
    """(term of `other`, its equal in `tag`): of the concepts, then of the keyword lists that stand in both languages."""
    known = [(term, c.terms[tag][0]) for c in concepts(library.concepts) if c.terms.get(tag) for term in c.terms.get(other, ())]
    taken = {term.casefold() for term, _ in known}
    learnt = [(theirs, ours) for theirs, ours in aligned_keywords(library, other, tag) if theirs.casefold() not in taken]
    return [*known, *learnt]


def aligned_keywords(library: Library, first: str, second: str) -> tuple[tuple[str, str], ...]:
    """Pairs of keywords that studies list at the same place of two equally long lists, in the two languages; the commonest pair of each.

    A list in which an equal word stands at different places was put in another order, and is not used.
    """
    aligned: dict[str, Counter[str]] = {}
    for study in library:
        first_list, second_list = study.keywords.only(first) or (), study.keywords.only(second) or ()
        if len(first_list) != len(second_list) or _reordered(first_list, second_list):
            continue
        for a, b in zip(first_list, second_list, strict=True):
            if a.strip() and b.strip():
                aligned.setdefault(a.strip(), Counter())[b.strip()] += 1
    return tuple((a, min(counts, key=lambda b: (-counts[b], b))) for a, counts in sorted(aligned.items()))


def _reordered(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    first, second = [a.casefold().strip() for a in mine], [b.casefold().strip() for b in theirs]
    return any(word in second and second.index(word) != n for n, word in enumerate(first))
