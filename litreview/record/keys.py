"""Citation keys for studies that have none, and keys that some program would take for one and the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from anyascii import anyascii

from litreview.record.study import Study

FORMULA = "{family} {word} {year}"
"""The default: family name of the first author, first content word of the title, year; joined with hyphens."""

FUNCTION_WORDS = frozenset(
    (
        "a an the of in on at for and or to from by with as is are its their into between among toward towards under over how "
        "what why yang dan di ke dari dalam pada untuk dengan antara oleh sebagai atau terhadap bagi atas melalui secara adalah "
        "para sebuah suatu de la le les des du el los las der die das und von y e"
    ).split()
)
"""Words that make no key of a title: articles, prepositions and conjunctions of the languages the library meets most."""

_SLOT = re.compile(r"\{(\w+)\}")


def citation_key(study: Study, taken: Collection[str] = (), formula: str = FORMULA) -> str:
    """A new key for `study`, of ``[a-z0-9-]``, unlike every key in `taken` even where case is ignored.

    `formula` holds the slots ``{family}``, ``{word}`` (first content word of the title), ``{words}`` (the first two) and ``{year}``
    (``nd`` where no year is stated), apart by spaces. Without an author, two words of the title stand for him. If the key is taken it gets
    a letter: the work that came first keeps the bare key. Raises ValueError for a slot that does not exist.

    >>> from litreview.record import LangText, Name, Names, Study
    >>> study = Study("", title=LangText({"id": "Motif dan hasil"}), names=Names({"author": (Name(family="Łukasiewicz", given="Jan"),)}))
    >>> citation_key(study), citation_key(study, ["lukasiewicz-motif-nd"]), citation_key(Study(""), formula="{family} {year}")
    ('lukasiewicz-motif-nd', 'lukasiewicz-motif-nd-a', 'nd')
    """
    family = _family(study)
    words = _title_words(study)
    number = study.issued.year if study.issued else None
    slots = {
        "family": family or "-".join(words[:2]),
        "word": "".join(words[:1]) if family else "",
        "words": "-".join(words[:2]) if family else "",
        "year": "nd" if number is None else str(abs(number)),
    }
    unknown = [name for name in _SLOT.findall(formula) if name not in slots]
    if unknown:
        raise ValueError(f'the key formula has no slot "{{{unknown[0]}}}"; known: {", ".join("{" + s + "}" for s in slots)}')
    parts = [_SLOT.sub(lambda m: slots[m[1]], piece) for piece in formula.split()]
    return unused("-".join(p for p in (fold(part) for part in parts) if p) or "study", taken)


def unused(key: str, taken: Collection[str]) -> str:
    """`key`, or `key` with the first letter (a, b … z, aa …) that makes it unlike all of `taken`, case ignored.

    >>> unused("lee2019", ["Lee2019", "lee2019a"]), unused("lee-nd", ["lee-nd"])
    ('lee2019b', 'lee-nd-a')
    """
    used = {k.casefold() for k in taken}
    joint = "" if key[-1:].isdigit() else "-"
    candidate, number = key, 0
    while candidate.casefold() in used:
        number += 1
        candidate = f"{key}{joint}{_letters(number)}"
    return candidate


def fold(text: str) -> str:
    """Any text in ``[a-z0-9-]``: letters of any script by their nearest ASCII, everything else dropped.

    >>> fold("Nguyễn Đặng"), fold("北京")
    ('nguyendang', 'beijing')
    """
    return re.sub(r"[^a-z0-9-]", "", anyascii(text).lower()).strip("-")


def folded_twins(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of different keys that are equal once case and accents are folded: some programs lose one of them.

    >>> folded_twins(["Lee2019", "a", "lee2019"])
    (('Lee2019', 'lee2019'),)
    """
    first: dict[str, str] = {}
    twins: list[tuple[str, str]] = []
    for key in keys:
        folded = anyascii(key).lower()
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
    text = re.sub(r"<[^>]*>", "", best[1]) if best else ""
    folded = [fold(w) for w in re.split(r"[\s/–—-]+", text)]
    content = [w for w in folded if w and w not in FUNCTION_WORDS]
    return [w[:30] for w in (content or [w for w in folded if w])]


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
