"""Titles before a name and degrees behind it, told from the name itself."""

from __future__ import annotations

from litreview.record.name_titles import (
    DEGREES,
    DOCTORATES,
    HONORIFICS,
    HONORIFICS_WITH_DOT,
    LIKE_INITIALS,
    SECOND_PARTS,
    SUFFIXES,
    UNSURE_DEGREES,
    UNSURE_HONORIFICS,
)  # fmt: skip
from litreview.record.name_words import is_lower, words


def _folded(text: str) -> str:
    return (text.replace(" ", "") if "." in text else text).rstrip(".").casefold()


def _is_honorific(word: str, unsure: bool) -> bool:
    folded = _folded(word)
    if folded == "dr":
        return word != "dr"  # "dr." is a physician, "dr" nothing
    if folded in HONORIFICS_WITH_DOT:
        return word.endswith(".")
    return folded in HONORIFICS or (unsure and "." in word and (folded in UNSURE_HONORIFICS or (word.islower() and folded in DOCTORATES)))


def _is_degree(text: str, unsure: bool) -> bool:
    folded = _folded(text)
    if not folded:
        return False
    sure = folded in DEGREES and (unsure or text not in LIKE_INITIALS)
    return sure or (unsure and folded in UNSURE_DEGREES)


def _degrees(part: str, unsure: bool) -> bool:
    """Whether a whole part between commas is degrees."""
    if _is_degree(part, unsure):
        return True
    tokens = part.split()
    return len(tokens) > 1 and (_runs_of_degrees(tokens, unsure))


def _runs_of_degrees(tokens: list[str], unsure: bool) -> bool:
    """Whether the tokens can be read as one degree after another; "S. IP." is one degree in two tokens."""
    reach = [True] + [False] * len(tokens)
    for end in range(1, len(tokens) + 1):
        reach[end] = any(reach[start] and _is_degree("".join(tokens[start:end]), unsure) for start in range(max(0, end - 3), end))
    return reach[-1]


def title_free_parts(parts: list[str], natural: bool = False) -> list[str]:
    """The comma parts of a name without honorifics and degrees; as they are where it holds none, or nothing else.

    >>> title_free_parts(["Prof. Dr. Sugiyono"]), title_free_parts(["Lee", "S.H."]), title_free_parts(["Ahmad Fauzi", "S.H.", "M.H."])
    (['Sugiyono'], ['Lee', 'S.H.'], ['Ahmad Fauzi'])
    >>> title_free_parts(["Agus Santoso", "Ir.", "M.T."]), title_free_parts(["Petrova", "Ir."])
    (['Agus Santoso'], ['Petrova', 'Ir.'])
    """
    first = parts[0]
    if "." not in first and len(parts) == 1 and not first.startswith(("Dr ", "Prof ", "Drs ", "Dra ", "Hj ", "Professor ", "Profesor ")):
        return parts
    tokens = words(first)
    front = 0
    while front < len(tokens) - 1 and _leads(tokens, front):
        front += 1
    behind = parts[1:]
    if natural or len(behind) > 1:  # alone behind a family name it could be a given name cut short ("Petrova, Ir.")
        behind = [p for p in behind if not _only_honorifics(p)]
    trusted = natural or front > 0 or len(behind) < len(parts) - 1
    if behind:
        unsure = trusted or len(behind) > 1 or _reading_order(tokens, behind[0])
        if all(_degrees(p, unsure) or (unsure and _folded(p) in SUFFIXES) for p in behind) and any(
            _folded(p) not in SUFFIXES for p in behind
        ):
            suffixes = [p for p in behind if _folded(p) in SUFFIXES]
            indonesian = any(_degrees(p, False) for p in behind) or len(behind) > 1
            while not front and indonesian and front < len(tokens) - 1 and _is_honorific(tokens[front], True):
                front += 1
            return [_bare_end(tokens[front:]), *suffixes]
        while len(behind) > 1 and _degrees(behind[-1], _folded(behind[0]) not in SUFFIXES):
            behind = behind[:-1]
        if len(behind) == 2 and _degrees(behind[0], False):
            behind = behind[1:]
        if len(behind) == 1 and not front:
            behind = [_without_front(behind[0])]
        return [" ".join(tokens[front:]), *behind]
    return [_bare_end(tokens[front:])]


def _reading_order(tokens: list[str], behind: str) -> bool:
    """Whether three words or more, none of them a particle, are a whole name, so that ``S.E.`` behind them is a degree."""
    return len(tokens) > 2 and "." in behind and not any(is_lower(token) or "{" in token for token in tokens)


def _only_honorifics(part: str) -> bool:
    tokens = words(part)
    return bool(tokens) and all(_is_honorific(token, False) for token in tokens)


def _leads(tokens: list[str], at: int) -> bool:
    if _is_honorific(tokens[at], unsure=at > 0):
        return True
    return _folded(tokens[at]) in SECOND_PARTS and _folded(tokens[at + 1]).startswith("prof") and at + 2 < len(tokens)


def _bare_end(tokens: list[str]) -> str:
    """The tokens without the degrees written behind them without a comma."""
    end = len(tokens)
    while end > 1 and "." in tokens[end - 1] and _is_degree(tokens[end - 1], False):
        end -= 1
    return " ".join(tokens[:end])


def _without_front(given: str) -> str:
    """A given name without the honorifics before it ("Fauzi, Dr. Ahmad"); as it is where nothing would be left."""
    tokens = words(given)
    front = 0
    while front < len(tokens) - 1 and _is_honorific(tokens[front], unsure=front > 0):
        front += 1
    return " ".join(tokens[front:]) if front else given
