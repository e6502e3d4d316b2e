"""Where, in a line that holds a title, names, places and addresses one behind the other, one of them ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from litreview.languages.marks import any_mark
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.names import are_persons, find_email, without_emails
from litreview.pages.titlecase import in_capitals
from litreview.pages.vocabulary import Vocabulary, vocabulary

_TOKEN = re.compile(r"\S+")
_MIXED = re.compile(r"[A-Z][’']?[a-z]+[\w'’.-]*\W{0,3}\d{0,2}\W{0,3}(?:(?<=\d\))[a-z]{2,3})?$|(?:[A-Z]\.){1,3},?$")
_LONG_NAME = 3
"""A longer name in a list has words of the title in it; then it has the two words that most names have."""
_NEAR_HEAD = 80
"""The name of a journal before its numbers is no longer, in characters."""
_ENOUGH = 4
"""So many words in capitals are a title."""
_LETTERED = re.compile(r"(?<=[^\W\d_])[\s,;.]a(?=[A-Z][a-z].*?[\s,;.]b(?=[A-Z][a-z]))")
"""The first of the places of authors, each behind the letter of its note."""
_LETTER = re.compile(r"[\s,;.][a-j](?=[A-Z][a-z])")
_CAPITAL_NAMES = re.compile(r"(?<=[a-z)])\s(?=(?:[A-Z]{2,}\s){1,4}[A-Z]{2,}\d(?:\s?,|\s|$))")
"""The end of a title in usual letters, before names in capitals with their notes."""
_MARKED = re.compile(r"(?<=[^\W\d_])(?:\s?\d(?:,\d)*\s?\)?\*?|\s\(\d\))(?=\s)")


_NOTES = re.compile(r"\d?(?:,\d)*,?|\(\d\)")
_NOTED_END = re.compile(r"[A-Z][a-z]+\s?(?:\d(?:,\s?[\d*])*\s?\)?\*?|[¹²³⁴⁵*]{1,3}|\(\d\))(?:\s\d(?:,\d)*)?[\s,]*$")
"""The end of a list of names with their notes."""


def cover_cuts(text: str, body: Callable[[], frozenset[str]], no_person: frozenset[str], vocab: Vocabulary) -> Iterator[int]:
    """The places (code points) at which a line over an abstract is to be cut. `body` gives the words of the running text in small letters.

    >>> from litreview.pages.vocabulary import vocabulary
    >>> text = "KOTA KEMBAR DI JAWA Sri Wulandari Universitas Contoh Email: a@example.com"
    >>> cuts = sorted(cover_cuts(text, frozenset, frozenset(), vocabulary()))
    >>> [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)])]
    ['KOTA KEMBAR DI JAWA', 'Sri Wulandari', 'Universitas Contoh', 'Email: a@example.com']
    """
    lettered = _LETTERED.search(text)
    if lettered:
        yield from (note.start() + 1 for note in _LETTER.finditer(text, lettered.start()))
        return
    start = head = _masthead_end(text)
    end = len(text)
    mail = _address().search(text)
    found = find_email(text)
    if mail and mail.start() > 3:
        yield mail.end()
    rest = without_emails(text[found.end() :]) if found else ""
    if found and sum(word[:1].isupper() for word in rest.split()) > 1:
        yield found.end()
    if mail or found:
        end = min(mail.start() if mail else end, found.start() if found else end)
    by = next((m for m in _by(text, vocab) if m.start() >= 0), None)
    if by:
        yield by.start() + 1
        start = by.end()
    else:
        capital = _CAPITAL_NAMES.search(text, start, end)
        title = capital.start() if capital else capitals_end(text[start:end], vocab)
        if title:
            title += 0 if capital else start
            yield title
            start = title
    place = next((m for m in vocab.place_within.finditer(text, start, end) if m.start() > start + 2), None)
    bullet = text[:1] in "•·▪"
    field = _field_behind_name(text, start, place.start() if place else end, no_person) if place or bullet or " - " in text else None
    if field is not None:
        yield field
        return
    supervised = vocab.supervised.search(text, start, end)
    if supervised and are_persons(text[start : supervised.start()].strip(" ,;:(")):
        yield supervised.start() + 1
        return
    if place and (by or not in_capitals(text[start : place.start()])):
        names = text[start : place.start()].strip(" ,;:(*•\t")
        if are_persons(names) or _MARKED.search(names + " "):
            yield place.start()
            noted = [note.end() for note in _MARKED.finditer(text, start, place.start())]
            if (
                noted
                and not are_persons(names)
                and are_persons(text[start : noted[-1]])
                and text[noted[-1] : place.start()].strip(" ,;/-–")
            ):
                yield noted[-1]
        elif start == head and len(names.split()) >= _ENOUGH and not vocab.place_begins.match(names):
            split = _names_at_end(names, body(), no_person)
            if split:
                yield text.find(names) + split
                yield place.start()
    elif not place and _NOTED_END.search(text[:end]) and not in_capitals(text) and not are_persons(text[start:end]):
        split = _names_at_end(text[:end].rstrip(), body(), no_person)
        if split and len(text[start:split].split()) >= _ENOUGH:
            yield split


def _masthead_end(text: str) -> int:
    """Where the masthead ends with which a line begins; 0 without one: its numbers are no notes of names, its words no title."""
    first = next(iter(mastheads(text)), None)
    return first.end if first is not None and first.start <= _NEAR_HEAD and "volume" in first.fields else 0


def _by(text: str, vocab: Vocabulary) -> Iterator[re.Match[str]]:
    """The words "written by" between a title and names."""
    for match in vocab.by_between.finditer(text):
        word = match.group().strip(" :,")
        if word[0].isupper() and (in_capitals(text[: match.start()]) or ":" in match.group() or " " in word):
            yield match


def capitals_end(text: str, vocab: Vocabulary) -> int | None:
    """Where words in capitals end and a name (or a title in another language) in usual letters begins."""
    capitals = depth = 0
    tokens = list(_TOKEN.finditer(text))
    for number, token in enumerate(tokens):
        word = token.group()
        bare = "".join(c for c in word if c.isalpha())
        inside = depth > 0 or word.startswith("(")
        depth += word.count("(") - word.count(")")
        if inside or not bare:
            continue
        if bare.isupper() and len(bare) > 1 and not _MIXED.match(word):
            capitals += 1
        elif capitals and _titled().fullmatch(word) and _named_in_capitals(tokens[number + 1 : number + _ENOUGH]):
            continue  # of one whom the title names ("RSUD Dr. H. CONTOH")
        elif capitals >= (_ENOUGH if text[:1] != "(" else _ENOUGH - 1) and _MIXED.match(word):
            last = re.sub(r"\W", "", tokens[number - 1].group()).casefold()
            second = tokens[number + 1].group() if number + 1 < len(tokens) else ""
            goes_on = bool(_MIXED.match(second)) or second.casefold() in vocab.name_small | vocab.title_small
            goes_on = goes_on or word.endswith((",", "1", "*")) or not second
            first = tokens[number - 1] if tokens[number - 1].group() == "I" else token  # of a name ("I Nyoman Contoh")
            return first.start() if goes_on and last not in vocab.title_small else None
        elif not bare.isupper() and len(bare) > 1:
            return None
    return None


def _named_in_capitals(tokens: Sequence[re.Match[str]]) -> bool:
    """Whether a title or initials go on with a name in capitals."""
    rest = [token.group() for token in tokens if not _titled().fullmatch(token.group())]
    return bool(rest) and rest[0].isupper() and len(rest[0].strip(".,")) > 1


def _field_behind_name(text: str, start: int, end: int, no_person: frozenset[str]) -> int | None:
    """Where, behind a name of two words and more, words begin that no name holds ("… Hukum"); a dash sets them apart too."""
    dash = re.compile(r"\s+[-–]\s+").search(text, start, end)
    if dash and are_persons(text[start : dash.start()]) and dash.start() > start:
        return dash.start() + 1
    tokens = list(_TOKEN.finditer(text, start, end))
    for number, token in enumerate(tokens[1:], 1):
        low = token.group().strip(".,;()").casefold()
        if low in no_person and token.group()[0].isupper():
            enough = number >= 2 + (not tokens[0].group()[0].isalnum())
            return (
                token.start()
                if enough and are_persons(text[start : token.start()].strip(" •·▪*,")) and not in_capitals(text[:end])
                else None
            )
    return None


def entry_end(text: str, body: frozenset[str], no_person: frozenset[str], vocab: Vocabulary) -> int | None:
    """Where, in the line of an entry of a list, the title ends and its authors begin, set apart by semicolons; None where no name can.

    >>> from litreview.pages.vocabulary import vocabulary
    >>> text = "Kota Kembar dan Desa di Jawa Sri Wulandari; Budi Santoso"
    >>> text[entry_end(text, frozenset(), frozenset(), vocabulary()):]
    'Sri Wulandari; Budi Santoso'
    """
    first, _, others = text.partition(";")
    if others and not are_persons(others):
        return None
    words = list(_TOKEN.finditer(first))
    places = [(capitals_end(first, vocab), _LONG_NAME + 1), (_names_at_end(first, body, no_person), _LONG_NAME)]
    places += [(words[-2].start(), 2)] if len(words) > _ENOUGH else []
    return next((at for at, most in places if at and len(first[at:].split()) <= most and are_persons(first[at:])), None)


def _names_at_end(text: str, body: frozenset[str], no_person: frozenset[str]) -> int | None:
    """Where the names begin with which `text` ends: capitalised words that the running text does not use, or None."""
    tokens = list(_TOKEN.finditer(text))
    at = len(tokens)
    while at and len(tokens) - at < 16:
        word = tokens[at - 1].group().strip(".,;’'")
        if (vocabulary().joint.fullmatch(f" {word} ") and at < len(tokens)) or _NOTES.fullmatch(word):
            at -= 1
            continue
        if not word[:1].isupper() or word.casefold() in body or word.casefold() in no_person or word.casefold().removesuffix("’s") in body:
            break
        if tokens[at - 1].group().endswith((":", "?")):
            break
        at -= 1
    while 0 < at < len(tokens) - 1 and tokens[at - 1].group().casefold() in vocabulary().title_small:
        at += 1  # no title ends with such a word
    return tokens[at].start() if 3 <= at < len(tokens) else None


@cache
def _address() -> re.Pattern[str]:
    """Before the address of a person: of mail, a telephone, or the mark of whom to write to."""
    after = rf"(?<!\[){any_mark('mail')}\b|{any_mark('telephone')}\b\s*[.:/(]|\*\s?{any_mark('corresponding')}"
    return re.compile(rf"(?:\s|(?<=\W))(?=[*(]?\s?(?:{after}))", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """An initial, or the title before a name."""
    return re.compile(rf"(?:[A-Z][a-z]{{0,4}}\.){{1,2}},?|{any_mark('titled')}")
