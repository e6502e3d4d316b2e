"""What a study says of its topic: its titles, its keywords and one abstract, each in a language that can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

import attrs

from litreview.concepts.terms import fold
from litreview.languages import COMMON, language, tags
from litreview.languages.detect import detect, detect_short
from litreview.languages.marks import any_mark
from litreview.record import Library, Study

_MARKUP = re.compile(r"</?[a-z][^<>]{0,60}>", re.IGNORECASE)
_LAST = 250
"""Characters: a copyright line that begins so close to the end of an abstract reaches to the end."""


@attrs.frozen
class Said:
    """One text of a study: where it stands, the tag of its language (one of `tags()`), and its words."""

    where: Literal["title", "keyword", "abstract"]
    tag: str
    words: str


def said(study: Study) -> tuple[Said, ...]:
    """The titles and keywords of `study` in every language there is a folder for, and its abstract in one: English before others.

    A text whose language nobody stated is taken in the language that its words show, else in that of the study, else in English.

    >>> from litreview.record import LangList, LangText
    >>> [(s.where, s.tag, s.words) for s in said(Study("a", title=LangText({"id": "Kota"}), keywords=LangList({"en": ("city", "port")})))]
    [('title', 'id', 'Kota'), ('keyword', 'en', 'city'), ('keyword', 'en', 'port')]
    """
    abstracts = {spoken: without_imprint(text) for tag, text in study.abstract.items() if (spoken := _tag(tag, text, study))}
    chosen = COMMON if COMMON in abstracts else next(iter(abstracts), None)
    texts = [Said("title", spoken, _MARKUP.sub("", text)) for tag, text in study.title.items() if (spoken := _tag(tag, text, study))]
    for tag, listed in study.keywords.items():
        spoken = keyword_tag(tag, listed, study)
        texts += [Said("keyword", spoken, keyword) for keyword in listed if spoken]
    if chosen is not None:
        texts.append(Said("abstract", chosen, abstracts[chosen]))
    return tuple(texts)


def keyword_tag(tag: str, listed: Sequence[str], study: Study) -> str | None:
    """The language in which a list of keywords is read; None for one that there is no folder for."""
    return _tag(tag, ", ".join(listed), study, listed=True)


def _tag(tag: str, text: str, study: Study, listed: bool = False) -> str | None:
    bare = tag.split("-")[0]
    if bare in tags():
        return bare
    if bare != "und":
        return None
    spoken = detect_short(text) if listed or len(text) < 200 else detect(text)
    if spoken in tags():
        return spoken
    others = [t.split("-")[0] for t in (*study.abstract, study.language or "")]
    return next((other for other in others if other in tags()), COMMON)


@lru_cache(maxsize=2_000)
def without_imprint(abstract: str) -> str:
    """An abstract without its publisher's copyright line and without the headings of its parts.

    >>> without_imprint("Purpose: The paper asks why. © 2021, Example Press Ltd. All rights reserved.")
    'The paper asks why. '
    """
    text = _MARKUP.sub("", abstract)
    for match in reversed(list(_imprint().finditer(text))):
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
def _imprint() -> re.Pattern[str]:
    word = any_mark("copyright")
    return re.compile(rf"(?:{word}\s*)?(?:©|\(c\)(?=\s*\d{{4}}))|{word}(?=\s*\d{{4}})", re.IGNORECASE)


@cache
def _imprints() -> re.Pattern[str]:
    listed = {str(line) for tag in tags() for line in language(tag).section("themes")["imprints"]}
    any_of = "|".join(re.escape(line) for line in sorted(listed, key=lambda h: (-len(h), h)))
    return re.compile(rf"\b(?:{any_of})\b(?:\s+{any_mark('company')}\b\.?)*", re.IGNORECASE)


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
