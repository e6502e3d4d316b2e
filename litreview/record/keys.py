"""Citation keys for studies that have none, and keys that some program would take for one and the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count

from litreview._parts import Later
from litreview.errors import UnknownName
from litreview.languages.marks import marks
from litreview.record.study import Study

_anyascii = Later("anyascii", "anyascii")

FORMULA = "{family} {word} {year}"
"""The default: family name of the first author, first content word of the title, year; joined with hyphens."""

SLOTS = ("family", "word", "words", "year")
"""What a formula may ask for; each also with a capital (``{Family}``), which gives words with capitals."""

_SLOT = re.compile(r"\{(\w+)\}")
_LITERAL = re.compile(r"[A-Za-z0-9_.:+/ -]*")
"""What may stand between the slots of a formula: characters that BibTeX and Pandoc allow within a key."""


def citation_key(study: Study, formula: str = FORMULA) -> str:
    """A new key for `study` by `formula`, whatever keys other studies have (see `unused`).

    `formula` holds the slots ``{family}``, ``{word}`` (first content word of the title), ``{words}`` (the first two) and ``{year}``
    (``nd`` where no year is stated), apart by spaces, which become hyphens, or by other characters that a key may have. Slots give
    ``[a-z0-9-]``, with a capital (``{Family}``) capitals too. Without an author, two words of the title stand for him. Raises
    UnknownName for a slot that does not exist or a character that no key may have.

    >>> from litreview.record import LangText, Name, Names, Study
    >>> study = Study("", title=LangText({"id": "Motif dan hasil"}), names=Names({"author": (Name(family="Łukasiewicz", given="Jan"),)}))
    >>> citation_key(study), citation_key(Study(""), formula="{family} {year}")
    ('lukasiewicz-motif-nd', 'nd')
    >>> citation_key(study, formula="{Family}_{year}")
    'Lukasiewicz_nd'
    """
    check_formula(formula)
    family = _family(study)
    words = _title_words(study)
    number = study.issued.year if study.issued else None
    slots = {
        "family": [family] if family else words[:2],
        "word": words[:1] if family else [],
        "words": words[:2] if family else [],
        "year": ["nd" if number is None else str(abs(number))],
    }
    parts = [_SLOT.sub(lambda m: _filled(slots, m[1]), piece).strip("-_.:+/") for piece in formula.split()]
    return "-".join(part for part in parts if part) or "study"


@cache
def _no_key_words() -> frozenset[str]:
    """Words that make no key of a title: articles, prepositions and conjunctions of the languages that titles are in."""
    return frozenset((*marks("no_key"), *marks("no_key_elsewhere")))


def check_formula(formula: str) -> None:
    """Raise UnknownName for a slot that does not exist, a character that no key may have, and a formula without a slot."""
    for name in _SLOT.findall(formula):
        if name.lower() not in SLOTS or name not in (name.lower(), name.capitalize()):
            raise UnknownName("slot of the key formula", "{" + name + "}", ["{" + slot + "}" for slot in SLOTS])
    literal = _SLOT.sub("", formula)
    allowed = _LITERAL.match(literal)
    if allowed is None or allowed.end() < len(literal):
        raise UnknownName("character of the key formula", literal[allowed.end() if allowed else 0])
    if literal == formula:
        raise UnknownName("key formula", formula, advice="a slot is needed: " + ", ".join("{" + slot + "}" for slot in SLOTS))


def _filled(slots: Mapping[str, Sequence[str]], name: str) -> str:
    words = slots[name.lower()]
    if name == name.lower():
        return "-".join(words)
    return "".join(word if word == "nd" else word[:1].upper() + word[1:] for word in words)


def unused(key: str, taken: Collection[str]) -> str:
    """`key`, or `key` with the first letter (a, b … z, aa …) that makes it unlike all of `taken`, case ignored.

    >>> unused("lee2019", ["Lee2019", "lee2019a"]), unused("lee-nd", ["lee-nd"])
    ('lee2019b', 'lee-nd-a')
    """
    used = {k.casefold() for k in taken}
    return next(candidate for candidate in lettered(key) if candidate.casefold() not in used)


def lettered(key: str) -> Iterator[str]:
    """`key` bare, then with each letter, without end.

    >>> from itertools import islice
    >>> list(islice(lettered("lee2019"), 3))
    ['lee2019', 'lee2019a', 'lee2019b']
    """
    yield key
    joint = "" if key[-1:].isdigit() else "-"
    yield from (f"{key}{joint}{_letters(number)}" for number in count(1))


def fold(text: str) -> str:
    """Any text in ``[a-z0-9-]``: letters of any script by their nearest ASCII, everything else dropped.

    >>> fold("Nguyễn Đặng"), fold("北京")
    ('nguyendang', 'beijing')
    """
    return re.sub(r"[^a-z0-9-]", "", _anyascii(text).lower()).strip("-")


def folded_twins(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of different keys that are equal once case and accents are folded: some programs lose one of them.

    >>> folded_twins(["Lee2019", "a", "lee2019"])
    (('Lee2019', 'lee2019'),)
    """
    first: dict[str, str] = {}
    twins: list[tuple[str, str]] = []
    for key in keys:
        folded = _anyascii(key).lower()
        earlier = first.setdefault(folded, key)
        if earlier != key:
            twins.append((earlier, key))
    return tuple(twins)


def _family(study: Study) -> str:
    people = study.author or next((n for role, n in study.names.items() if n), ())
    if not people:
        return ""
    name = people[0]
    return fold((name.family or name.literal or name.given or "").split(",")[0])[:40]


def _title_words(study: Study) -> list[str]:
    best = study.title.best(study.language or "")
    text = re.sub(r"<[^<>]*>", "", best[1]) if best else ""
    folded = [fold(w) for w in re.split(r"[\s/–—-]+", text)]
    content = [w for w in folded if w and w not in _no_key_words()]
    return [w[:30] for w in (content or [w for w in folded if w])]


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
