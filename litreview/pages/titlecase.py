"""Titles and names printed in capitals, in the case in which they are read; acronyms stay as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import attrs

from litreview.languages import language, tags
from litreview.pages.letters import capitals, letters
from litreview.pages.remembered import remembered
from litreview.pages.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_LONGEST_ACRONYM = 8
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


@remembered
def in_capitals(text: str) -> bool:
    """Whether a text is printed in capitals (nearly all of its letters are).

    >>> in_capitals("KERJASAMA ANTARA KOTA A dan B"), in_capitals("Kerja Sama DIY")
    (True, False)
    """
    count = letters(text)
    return count > 1 and capitals(text) >= 0.8 * count


def mostly_capitals(text: str) -> bool:
    """Whether most words of a text are printed in capitals, others (a species, a foreign word) in small letters.

    >>> mostly_capitals("UJI DAUN SIRIH TERHADAP Staphylococcus aureus"), mostly_capitals("Kerja Sama DIY dan UMKM")
    (True, False)
    """
    words = [w for w in _WORD.findall(text) if len(w) > 1 and w.isalpha()]
    return in_capitals(text) or (len(words) > 3 and sum(w.isupper() for w in words) >= 0.6 * len(words))


def main_part(text: str) -> str:
    """A title without what stands in brackets behind it, which is often printed otherwise.

    >>> main_part("KOTA KEMBAR (Studi Kasus di Jawa)"), main_part("(Studi Kasus)")
    ('KOTA KEMBAR', '(Studi Kasus)')
    """
    return text.partition("(")[0].strip() or text


@attrs.frozen(eq=False)
class Casing(Mapping[str, str]):
    """How running text writes its words that do not follow the usual case: acronyms and names such as "JSONField", by their small form.
    The text is read when it is first asked.

    >>> dict(Casing("Pemerintah DIY dan UMKM memakai JSONField. DIY ikut serta."))
    {'diy': 'DIY', 'umkm': 'UMKM', 'jsonfield': 'JSONField'}
    """

    text: str

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return _usual_forms(self.text)

    def __getitem__(self, word: str) -> str:
        return self._forms[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)


def _usual_forms(text: str) -> Mapping[str, str]:
    counts = Counter(_WORD.findall(text))
    odd = {word.casefold() for word in counts if word[1:] != word[1:].lower()}
    usual: dict[str, str] = {}
    for word in counts if odd else ():
        low = word.casefold()
        if low in odd and (low not in usual or counts[word] > counts[usual[low]]):
            usual[low] = word
    return {low: word for low, word in usual.items() if word[1:] != word[1:].lower()}


def readable(text: str, known: Mapping[str, str]) -> str:
    """A title in capitals with a capital for each word of weight; other titles are returned as they are.

    `known` maps words to the form in which the page writes them (see `Casing`); acronyms of the language files and Roman numerals
    stay in capitals, and so does what has no vowel. Indonesian and English words without weight (dan, di, of, the) are small.

    >>> readable("KERJA SAMA DIY DENGAN KOTA-KOTA DI ASIA II (STUDI KASUS: UMKM)", {"diy": "DIY"})
    'Kerja Sama DIY dengan Kota-Kota di Asia II (Studi Kasus: UMKM)'
    """
    if not mostly_capitals(text) and not mostly_capitals(main_part(text)):
        return text
    small = vocabulary().title_small
    fixed = _acronyms()
    pieces: list[str] = []
    at, opening = 0, True
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        pieces.append(between)
        opening = opening or any(c in ':?!“"(' for c in between) or ". " in between
        word, low = match.group(), match.group().casefold()
        if len(word) > 1 and (word == low or not (word.isupper() or in_capitals(word))):
            pieces.append(word)
        elif at and between == "." and 1 < len(word) < 5:
            pieces.append(low)  # the end of an address ("DETIK.COM")
        elif low in small and not opening and low not in known:
            pieces.append(low)
        elif low in known:
            pieces.append(known[low])
        elif (
            (
                text[match.start() - 1 : match.start()] == "("
                and text[match.end() : match.end() + 1] == ")"
                and _is_short_for(word, text[:at])
            )
            or word in fixed
            or (_ROMAN.fullmatch(word) and len(word) > 1)
            or _unpronounceable(word)
        ):
            pieces.append(word)
        else:
            pieces.append(word[0] + word[1:].casefold())
        at, opening = match.end(), False
    return "".join([*pieces, text[at:]])


def _is_short_for(word: str, before: str) -> bool:
    """Whether the letters of a word are, in order, first letters of the words before it ("Tes Kebugaran Jasmani (TKJ)")."""
    initials = iter(w[0].casefold() for w in _WORD.findall(before)[-2 * len(word) :])
    return 1 < len(word) <= _LONGEST_ACRONYM and all(letter in initials for letter in word.casefold())


def _unpronounceable(word: str) -> bool:
    return 2 <= len(word) <= 5 and word.isalpha() and word.isupper() and not set(word.casefold()) & set("aeiouy")


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(word for tag in tags() for word in str(language(tag).section("blocks")["acronyms"]).split())
