"""One personal name as people write it, split into its parts.

Follows the rules of BibTeX (``First von Last``, ``von Last, First``, ``von Last, Jr, First``; braces keep words together) and the
extended form of biblatex (``family=Hasan, given=Nur``), but refuses nothing: a name that does not parse is a literal name.
Titles and degrees come off before commas are counted. Source: the BibTeX name rules (Markey, *Tame the BeaST*, 2009, section 11);
biblatex manual, "Data Annotations and extended name format"; CSL 1.0.2, name variables.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from litreview.record.name_degrees import title_free_parts
from litreview.record.name_titles import BALINESE_TITLES, BIRTH_ORDER, PARTICLES, PATRONYMICS, SUFFIXES
from litreview.record.name_words import (
    braced,
    commas,
    is_lower,
    unbraced,
    words,
)  # fmt: skip
from litreview.record.names import Name

Decode = Callable[[str], str]


@attrs.frozen
class NamePolicy:
    """What cannot be seen from a name itself.

    - `strip_titles`: honorifics and degrees are no part of the name.
    - `natural`: the text stands in reading order, so what follows a comma is a degree or a suffix ("Ahmad Fauzi, S.H."), never a given
      name.
    - `patronymics`: "whole" keeps "Siti binti Abdullah" in order as one family name; "family" takes the father's name for the family name.
    - `suffix_last`: of three parts between commas the last is the suffix (``Family, Given, Suffix``, as RIS has it).
    - `uninverted`: names (as printed) that hold no family name and are kept in order.
    - `families`: family names of more than one word ("Anak Agung", "Van der Capellen"), to be found at the end of a name in reading order.
    """

    strip_titles: bool = True
    natural: bool = False
    suffix_last: bool = False
    patronymics: str = "whole"
    uninverted: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()


DEFAULT = NamePolicy()


@attrs.frozen
class ParsedName:
    """A name and the code of what was odd about it: "commas" (too many), "trailing", "empty-part", "unbalanced", or None."""

    name: Name
    oddity: str | None = None


def parse_name(text: str, policy: NamePolicy = DEFAULT, decode: Decode = unbraced) -> Name:
    """Split one personal name written as ``von Last, Jr, First`` or ``First von Last``.

    Honorifics and degrees are cut before commas are counted. One word gives a family and no given name; a name wholly in braces is a
    `literal`. `text` is returned unchanged in `raw`. `decode` turns each finished part from its encoding into text (by default it
    drops braces). Never raises: what does not parse is a literal name, and an empty text a name without parts.

    >>> parse_name("Dr. H. Ahmad Fauzi, S.IP., M.A.")
    Name(family='Fauzi', given='Ahmad', dropping_particle=None, non_dropping_particle=None, suffix=None, literal=None,
         comma_suffix=False, static_ordering=False, raw='Dr. H. Ahmad Fauzi, S.IP., M.A.')
    >>> parse_name("Sukarno").given is None, parse_name("van Dijk, Jan").non_dropping_particle, parse_name("{WHO}").literal
    (True, 'van', 'WHO')
    """
    return examine_name(text, policy, decode).name


def examine_name(text: str, policy: NamePolicy = DEFAULT, decode: Decode = unbraced) -> ParsedName:
    """As `parse_name`, with what was odd about the text."""
    whole = " ".join(text.split())
    inner = braced(whole)
    if inner is not None:
        return ParsedName(Name(literal=decode(inner).strip() or None, raw=text))
    oddity = None
    if whole[-1:] in (",", ";"):
        whole, oddity = whole.rstrip(",; "), "trailing"
    parts = commas(whole)
    if parts is None:
        return ParsedName(Name(literal=decode(whole).strip() or whole or None, raw=text), "unbalanced")
    if "=" in whole and all("=" in p for p in parts):
        extended = _extended(parts, decode, text)
        if extended is not None:
            return ParsedName(extended, oddity)
    if policy.strip_titles:
        parts = title_free_parts(parts, policy.natural)
    if any(not p for p in parts):
        parts, oddity = [p for p in parts if p], oddity or ("empty-part" if whole else None)
    if len(parts) > 3:
        return ParsedName(Name(literal=decode(whole), raw=text), "commas")
    if len(parts) == 3 and not _is_suffix(parts[1]) and (_is_suffix(parts[2]) or policy.suffix_last or _order_behind(parts)):
        parts = [parts[0], parts[2], parts[1]]
    if len(parts) == 3 and _capital_words(parts[1]) > 1:  # no suffix has two words: these are several persons, or something else
        return ParsedName(Name(literal=decode(whole), raw=text), "commas")
    initials = len(parts) == 2 and parts[1] in _INITIALS_TOO and (policy.suffix_last or " " not in parts[0])
    if len(parts) == 2 and _is_suffix(parts[1]) and not initials:
        name = attrs.evolve(_natural(parts[0], policy, decode), suffix=decode(parts[1]), comma_suffix=True)
    elif len(parts) >= 2:
        name = _inverted(parts, decode)
    else:
        name = _natural(parts[0] if parts else "", policy, decode)
    return ParsedName(attrs.evolve(name, raw=text), oddity)


_INITIALS_TOO = frozenset(("JR", "SR"))
"""Suffixes that behind a family name are what databases make of two given names ("Jensen, JR")."""


def _inverted(parts: list[str], decode: Decode) -> Name:
    last = words(parts[0])
    suffix = decode(parts[1]) if len(parts) == 3 else None
    if suffix is None and len(last) > 1 and _is_suffix(last[-1]):
        suffix, last = decode(last[-1]), last[:-1]
    end = len(last) - 1
    at = 0
    while at < end and is_lower(last[at]):
        at += 1
    first = words(parts[-1])
    begin = len(first)
    while begin > 1 and first[begin - 1] in PARTICLES:
        begin -= 1
    return Name(
        family=decode(" ".join(last[at:])) or None,
        given=decode(parts[-1] if begin == len(first) else " ".join(first[:begin])) or None,
        dropping_particle=decode(" ".join(first[begin:])) or None,
        non_dropping_particle=decode(" ".join(last[:at])) or None,
        suffix=suffix or None,
        comma_suffix=len(parts) == 3 and suffix is not None,
    )


def _natural(text: str, policy: NamePolicy, decode: Decode) -> Name:
    tokens = words(text)
    suffix = None
    if len(tokens) > 2 and _is_suffix(tokens[-1]):
        suffix, tokens = decode(tokens[-1]), tokens[:-1]
    if len(tokens) < 2 or _keeps_order(tokens, policy):
        return Name(family=decode(" ".join(tokens)) or None, suffix=suffix)
    start = _family_start(tokens, policy)
    if start is not None:
        begin = end = start
    else:
        lower = [n for n, token in enumerate(tokens[:-1]) if is_lower(token)]
        begin, end = (lower[0], lower[-1] + 1) if lower else (len(tokens) - 1, len(tokens) - 1)
    return Name(
        family=decode(" ".join(tokens[end:])) or None,
        given=decode(" ".join(tokens[:begin])) or None,
        non_dropping_particle=decode(" ".join(tokens[begin:end])) or None,
        suffix=suffix,
    )


def _keeps_order(tokens: list[str], policy: NamePolicy) -> bool:
    folded = [t.casefold() for t in tokens]
    if policy.uninverted and " ".join(folded) in {n.casefold() for n in policy.uninverted}:
        return True
    if policy.patronymics == "whole" and any(_is_patronymic(token) for token in tokens[1:-1]):
        return True
    return folded[0] in BALINESE_TITLES and folded[-1] in BIRTH_ORDER


def _is_patronymic(token: str) -> bool:
    """Whether a word inside a name is "bin" or the like; with a capital only "Binti" is clear ("Bin" is a given name as well)."""
    return token.casefold().rstrip(".") in PATRONYMICS and (is_lower(token) or token == "Binti")


def _family_start(tokens: list[str], policy: NamePolicy) -> int | None:
    known = {f.casefold() for f in policy.families}
    return next((n for n in range(1, len(tokens)) if " ".join(tokens[n:]).casefold() in known), None) if known else None


def _is_suffix(text: str) -> bool:
    return text.rstrip(".").casefold() in SUFFIXES


def _capital_words(part: str) -> int:
    tokens = words(part)
    return 0 if any(is_lower(token) or "\\" in token for token in tokens) else len(tokens)


def _order_behind(parts: list[str]) -> bool:
    """Whether a letter or two behind a given name of several words is the suffix or the order of a person ("Dupont, Jean Paul, SJ")."""
    return len(words(parts[1])) > 1 and re.fullmatch(r"(?:[A-Z]\.?){2,4}", parts[2]) is not None


_EXTENDED = {
    "family": "family", "given": "given", "prefix": "prefix", "suffix": "suffix", "useprefix": "useprefix", "literal": "literal",
    "dropping-particle": "dropping_particle", "non-dropping-particle": "non_dropping_particle",
}  # fmt: skip
_PAIR = re.compile(r"\s*\"?\s*([A-Za-z][\w-]*)\s*=\s*(.*)", re.DOTALL)


def _extended(parts: list[str], decode: Decode, raw: str) -> Name | None:
    """The name in biblatex's ``key=value`` form, or None where `parts` are not that. Initials (``given-i``) and ids are not kept."""
    values: dict[str, str] = {}
    for part in parts:
        pair = _PAIR.fullmatch(part)
        if not pair:
            return None
        value = pair[2].strip().removesuffix('"') if part.lstrip().startswith('"') else pair[2].strip().strip('"')
        inner = braced(value)
        values[pair[1].casefold()] = decode(inner if inner is not None else value)
    if not values.keys() & {"family", "given", "literal"}:
        return None
    fields = {field: values[key] for key, field in _EXTENDED.items() if values.get(key)}
    prefix, use = fields.pop("prefix", None), fields.pop("useprefix", "true").casefold()
    if prefix:
        fields.setdefault("non_dropping_particle" if use != "false" else "dropping_particle", prefix)
    if "family" not in fields and "given" in fields:
        fields["family"] = fields.pop("given")
    return Name(**fields, raw=raw)  # type: ignore[arg-type]
