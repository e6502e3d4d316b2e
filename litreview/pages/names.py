"""The one grammar of persons as title pages print them: lists cut into persons, and whether a text can be the names of persons at all.

A list is set apart by semicolons, slashes, bullets, "and", commas, or by the marks of notes alone; a piece behind a comma is a degree, a
given name ("Wulandari, Sri"), or the next person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from litreview.concepts.countries import countries
from litreview.languages.marks import any_mark
from litreview.pages.furniture.words import furniture_words
from litreview.pages.notes import LEADING_NOTE, RAISED, SEVERAL_NOTES
from litreview.pages.vocabulary import vocabulary
from litreview.record.name_titles import DEGREES, HONORIFICS, HONORIFICS_WITH_DOT, SUFFIXES, UNSURE_DEGREES, UNSURE_HONORIFICS

EMAIL = re.compile(r"\[email\s?protected\]|[\w.+-]{1,64}@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def find_email(text: str) -> re.Match[str] | None:
    """The first address in a text."""
    return EMAIL.search(text) if "@" in text or "[email" in text else None


def without_emails(text: str) -> str:
    """`text` with a space for each address."""
    return EMAIL.sub(" ", text) if "@" in text or "[email" in text else text


_BRACKETED = re.compile(
    r"(?:(?<!\s)\s+)?\(\s?\)|(?:(?<!\s)\s+)?\[[\d,*† a-e]{1,7}\]"
    rf"|(?:(?<!\s)\s+)?\(\s?(?:\d{{1,2}}|[*†{RAISED}]+|[a-e])(?:\s*[,;]?\s*(?:\d{{1,2}}|[*†{RAISED}]+|[a-e]))*\s?\)"
)
_APART = re.compile(r"(?<=[a-z])\s(\d)(?=\s[A-Z][a-z])")
"""The number of a note that is set apart from its name."""
_DEGREE_NOTE = re.compile(r"(?<=[A-Z]{2})\d(?=\.?$)")
"""The note behind a degree at the end of a list."""
_ROLE = re.compile(r"(?:(?<!\s)\s+)?\(\s*([^()]{4,60})\)")
"""What a person is, in brackets behind a name."""
_LETTERS_APART = re.compile(r"(?<=[^\W\d_]{2})\s[a-f](?:,\s?[a-f\d*])*[*†]*(?=\s*(?:[,;&]|$))")
"""The letter of a note that is set apart from its name, in a list of several."""
_NUMBER_SIGN = re.compile(r"#(?=\d)")
_UPRIGHT = re.compile(rf"(?:(?<!\s)\s)?[*†‡§]*[{RAISED}](?:[{RAISED}*†‡§]|,(?=[{RAISED}*†‡§]))*\)?[*†]*\)?")
"""A mark that is raised by itself, whatever stands before it."""
_GLUED = re.compile(r"(?<=\d\))(?=[^\W\d_])")
"""Where the word behind the note of a name is printed without a space."""
_MARK = re.compile(
    rf"(?:(?<=[^\W\d_]{{2}})|(?<=[^\W\d_]\.)|(?<=\))|\s(?=[*†‡{RAISED}]|\d\s?\)|\d\s?(?:[,;]|$)))(?:(?:\d{{1,2}}(?!\d)|[*†‡§{RAISED}]+)[*†‡§{RAISED}]*(?:\s*,\s*(?:1?\d(?!\d)|[*†‡{RAISED}]+|[a-f](?=\))))*\s?\)?[*†]*)(?=\s|[,;/]|$)"
)
_LETTER = re.compile(r"(?<=[^\W\d_]{2})\s?[a-f](?:,[a-f])*\s?\)[*†]*")
_BULLET = re.compile(r"^[\s•·▪*–-]+|(?:(?<!\s)\s+)?[•·▪]\s*")
_TITLES = re.compile(
    r"^(?:(?:Assoc\.|Asst\.)?\s*(?:Prof|Dr|dr|Drs|Dra|Ir|Apt|Ns|H|Hj|KH|K\.H|Mr|Mrs|Ms|Ust|Bapak|Ibu)\b\.?,?\s*(?:\([^()]{1,12}\)\s*)?)+(?=[A-Z])",
    re.IGNORECASE,
)
_DEGREE_SHAPE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?){1,4}[A-Za-z]{0,4}\.?|(?:[A-Z][A-Za-z]{0,4}\.){1,3}[A-Za-z]{5,9}\.?|Ph\.?\s?D\.?|[MSBD]\.?\s?[A-Z][A-Za-z]{0,5}\.?|[IVX]{1,3}|LL\.?\s?M\.?"
)
_NOTED_TURNED = re.compile(r"(?<=[^\W\d_])\s?(?:\d|[¹²³⁴⁵])(?:\s?,\s?|$)")
_TURNED = re.compile(r"[^\W\d_]+,(?:\s[^\W\d_]+\.?){1,4}")
"""A family name before its given names, in a list with notes."""
_NOTED = re.compile(rf"[^\W\d_]\s?[\d*†{RAISED}]")
_SEMICOLON = re.compile(r"(?:(?<!\s)\s+)?;\s*")
_COMMA = re.compile(r"(?:(?<!\s)\s+)?,\s*")
_SLASH = re.compile(r"(?:(?<!\s)\s+)?[/|]\s*|;\s*,|,\s*;")
_DOTTED = re.compile(r"(?:\b[A-Z]|\.\s?[A-Za-z]{1,7}|\b(?:[A-Z][a-z]{0,2}|Ph\.D))\.$")
_FEW_LETTERS, _VOWELS = 2, "aiueo"
_MOST_WORDS = 6
_INSIDE = 3
_MOST = 60
"""The longest list of persons, as names."""


@lru_cache(maxsize=2048)
def cut_persons(text: str, inverted: bool = False) -> tuple[str, ...]:
    """The persons named in `text`, each as printed with titles and degrees, without numbers, notes and addresses; `inverted` says that a
    family name stands before each comma.

    >>> cut_persons("Sri Wulandari1, Budi Santoso, S.IP., M.A.2 dan Lee Min*")
    ('Sri Wulandari', 'Budi Santoso, S.IP., M.A.', 'Lee Min')
    >>> cut_persons("Wulandari, Sri; Santoso, Budi"), cut_persons("Wulandari, Sri Ayu Lestari"), cut_persons("Wulandari, M.A.")
    (('Wulandari, Sri', 'Santoso, Budi'), ('Wulandari, Sri Ayu Lestari',), ('Wulandari, M.A.',))
    >>> cut_persons("Sri Wulandari1 Budi Santoso2"), cut_persons("Sri Wulandari / Budi Santoso")
    (('Sri Wulandari', 'Budi Santoso'), ('Sri Wulandari', 'Budi Santoso'))
    """
    turned = _NOTED_TURNED.split(text.strip(" ,;"))
    if len(turned) > 2 and all(_TURNED.fullmatch(piece) for piece in turned[:-1] if piece) and not turned[-1].strip():
        text, inverted = ";".join(turned[:-1]), True
    marked = bool(_BRACKETED.search(text) or _NOTED.search(text) or _LETTER.search(text))
    bare = _plain(text)
    semicolons = ";" in bare
    units = [unit for unit in _SEMICOLON.split(vocabulary().joint.sub(" ; ", bare)) if any(c.isalpha() for c in unit)]
    pieces = [[piece for piece in _COMMA.split(unit) if any(c.isalpha() for c in piece)] for unit in units]
    every = all(len(_names(parts)) == 2 for parts in pieces)
    persons: list[str] = []
    for parts in pieces:
        names = _names(parts)
        if len(names) == 2 and _is_inverted(names, inverted or semicolons, every and not marked):
            persons.append(", ".join(parts))
            continue
        for part in parts:
            if persons and part is not parts[0] and _is_degree(part):
                persons[-1] += ", " + part
            else:
                persons.append(part)
    return tuple(_whole(person) for person in persons[:_MOST] if any(c.isalpha() for c in person))


def _plain(text: str) -> str:
    """`text` without addresses, numbers and marks; a mark with a name straight behind it, a bullet and a slash become a semicolon."""
    text = _GLUED.sub(" ", _without_letters(_NUMBER_SIGN.sub("", without_emails(text))))
    text = _LETTERS_APART.sub("", text) if len(_LETTERS_APART.findall(text)) > 1 else text
    closed = _APART.sub(r"\1", text)
    text = closed if closed != text and len(_NOTED.findall(closed)) > 1 else text
    text = _ROLE.sub(lambda m: "" if vocabulary().holder.match(m[1]) else m[0], text)
    text = _number().sub("", LEADING_NOTE.sub("", _DEGREE_NOTE.sub("", text)))
    text = _BULLET.sub(";", text)
    for marks in (_BRACKETED, _UPRIGHT, _LETTER, _MARK):
        text = marks.sub(lambda m: ";" if _name_behind().match(m.string, m.end()) else "", text)
    text = _SLASH.sub(";", text)
    text = text.strip(" \t,;:(–-")
    ends = _DOTTED.search(text) if text.endswith(".") else None
    return text.rstrip(" )") if ends and text.count("(") == text.count(")") else text.rstrip(" ,;.()")


@cache
def _number() -> re.Pattern[str]:
    """The number of a student or a member of staff behind a name, with its label or without."""
    return re.compile(
        rf"(?:(?<![\s,;/–-])[\s,;/–-]+)?\(?\b{any_mark('student_number')}\b.*$|(?:(?<![\s,;/–-])[\s,;/–-]+)?\(?\b\d{{1,4}}(?:[./-]\d{{1,6}}){{3,}}\)?|(?:(?<![\s,;/–-])[\s,;/–-]+)?\(?\b[A-Z]{{0,3}}[.\d]*\d{{5,}}[\dA-Z./-]*\)?|\s[A-Z]\.?\s?\d{{3}}(?:\s?\d{{3}}){{1,3}}",
        re.IGNORECASE,
    )


@cache
def _name_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?!{any_mark('and')}\b)[^\W\d_]")


def _without_letters(text: str) -> str:
    """A list without the letters of notes that are glued to its names, where they go on one by one ("Sri Wulandaria,b, Budi Santosoc").

    >>> _without_letters("Sri Wulandaria,b, Budi Santosoc, Lee Mind"), _without_letters("Sri Wulandari, Budi Surya, Rina Putra")
    ('Sri Wulandari, Budi Santoso, Lee Min', 'Sri Wulandari, Budi Surya, Rina Putra')
    """
    pieces = _COMMA.split(text.strip(" ,"))
    named = [piece for piece in pieces if any(c.isalpha() for c in piece)]
    # A mark alone, or behind a letter, belongs to that letter.
    noted = len(named) < len(pieces) or any(piece.rstrip().endswith(("*", "†")) for piece in named)
    letters = [piece.rstrip("*† ")[-1:] for piece in named]
    single = [len(piece.strip("*† ")) == 1 for piece in named]
    ascending = "".join(letters) == "abcdefghij"[: len(letters)] and len(letters) > (0 if noted else _FEW_LETTERS)
    if not ascending or (not any(single) and not noted and letters[-1] in _VOWELS):
        return text
    return ", ".join(piece.strip("*† ")[:-1].rstrip() for piece, alone in zip(named, single, strict=True) if not alone)


def _names(parts: Sequence[str]) -> list[str]:
    """The pieces between commas that are no degrees."""
    return [part for number, part in enumerate(parts) if not number or not _is_degree(part)]


def _is_inverted(names: Sequence[str], known: bool, alone: bool) -> bool:
    """Whether two pieces are the family and the given name of one person."""
    first, second = (name.split() for name in names)
    if known:
        return len(first) <= 5 and len(second) <= 5
    particle = first[0].casefold() in vocabulary().name_small
    return alone and (len(first) == 1 or (particle and len(first) == 2)) and len(second) <= 4


def _is_degree(text: str) -> bool:
    folded = "".join(text.split()).casefold().strip(".()")
    if any(folded in known for known in (SUFFIXES, DEGREES, UNSURE_DEGREES, HONORIFICS, HONORIFICS_WITH_DOT)):
        return True
    return (
        bool(_DEGREE_SHAPE.fullmatch(text))
        and not re.search(r"\.\s[^\W\d_]{4,}|^(?:[A-Z]\.){2,}\s[A-Z][a-z]{2,}$", text)
        and ("." in text or (len(text) <= 5 and " " not in text))
        and not re.fullmatch(r"[A-Z][a-z]{2,4}\.?", text)
    )


def _whole(person: str) -> str:
    """A person printed once; some sites print given and family name both in full."""
    person = person.strip(" \t,;:*").strip()
    words = person.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= 2 and len(words) == 2 * half and words[:half] == words[half:] else person


def has_degree(text: str) -> bool:
    """Whether a name as printed has a degree behind it or a title before it.

    >>> has_degree("Dr. Budi Santoso"), has_degree("Budi Santoso, M.A."), has_degree("Budi Santoso")
    (True, True, False)
    """
    return any(_is_degree(part) for part in _COMMA.split(text)[1:]) or bool(_TITLES.match(text))


@lru_cache(maxsize=2048)
def are_persons(text: str) -> bool:
    """Whether `text` can be the names of one or several persons, with the numbers and marks that refer to notes.

    >>> [are_persons(t) for t in ("Sri Wulandari1, Lee Min2", "Kepala Desa dan Kearifan Lokal", "Jurnal Kota", "Sri; Wulandari, Ayu")]
    [True, False, False, True]
    """
    if len(text) > 1500 or "?" in text or "!" in text or SEVERAL_NOTES.match(text) or _names_country(text):
        return False
    persons = cut_persons(text)
    if not persons or len(persons[0].split(",")[0].split()) > _MOST_WORDS:
        return False
    others = [person for person in persons if not looks_like_name(person)]
    return not others or (len(others) == 1 < len(persons) and bool(_NOTED.search(text)) and _has_word_inside(others[0]))


def _names_country(text: str) -> bool:
    """Whether the last piece of a list between commas is a country: a town stands before it ("Nagpur, India")."""
    *others, last = _COMMA.split(text.rstrip(" .,;"))
    return bool(others) and last.casefold() in _countries()


@cache
def _countries() -> frozenset[str]:
    """The names of countries in every language, in small letters."""
    return frozenset(name.casefold() for each in countries().values() for name in (*each.name.values(), *each.texts.values()))


def _has_word_inside(person: str) -> bool:
    """Whether only a word inside a name, not its first or last, is one that names hardly hold ("Satia Negara Lubis")."""
    words = person.partition(",")[0].split()
    return len(words) == _INSIDE and looks_like_name(f"{words[0]} {words[-1]}") and words[1].istitle() and words[1].isalpha()


@lru_cache(maxsize=2048)
def looks_like_name(text: str) -> bool:
    """Whether `text` may be one person's name: one to six capitalised words, no digits, no words of a title, a place or a journal.

    >>> [looks_like_name(t) for t in ("Sri Wulandari", "Ahmad bin Yusuf, S.IP.", "Kota dan Desa", "DIPLOMASI DI ASIA", "Fakultas Hukum")]
    [True, True, False, False, False]
    """
    vocab, stops = vocabulary(), furniture_words().no_person
    pieces = _COMMA.split(text.strip(" .,;"))
    names = _names(pieces)
    if len(names) > 2:
        return False
    bare = _TITLES.sub("", " ".join(names))
    words = bare.split()
    if not 1 <= len(words) <= _MOST_WORDS or any(c.isdigit() or c in '?!:;/"“”()[]@|' for c in bare):
        return False
    letters = 0
    for word in words:
        low = word.casefold().strip(".,")
        plain = low in vocab.name_small or (len(low) == 1 and word[0].isupper())
        if not plain and (not word[0].isupper() or low in vocab.title_small or low in stops):
            return False
        letters = max(letters, len(low))
    return letters >= 3 and not _all_titles(words)


def _all_titles(words: Sequence[str]) -> bool:
    known = HONORIFICS | HONORIFICS_WITH_DOT | UNSURE_HONORIFICS | DEGREES
    return all(word.casefold().strip(".,") in known for word in words)
