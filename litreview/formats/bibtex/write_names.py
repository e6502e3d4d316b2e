"""Names as BibTeX text: the simplest form that is read back as the same name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.names import parse_item, split_list
from litreview.formats.bibtex.options import BibtexOptions
from litreview.record import Name
from litreview.record.name_titles import SUFFIXES
from litreview.record.name_words import words


def write_names(names: tuple[Name, ...], options: BibtexOptions, others: bool = False, own: bool = False) -> tuple[str, tuple[Name, ...]]:
    """A name field, and the names among them that no form gives back whole.

    Classic BibTeX has no other form than ``von Last, Jr, First``; biblatex knows ``family=…`` besides, and a field of our `own` whatever
    we read.

    >>> write_names((Name(family="Dijk", non_dropping_particle="van", given="Jan"), Name(literal="WHO")), BibtexOptions())
    ('van Dijk, Jan and {WHO}', ())
    """
    way = "own" if own else options.flavour
    forms = [_write_name(name, options.unicode, way, options.commands) for name in names]
    lost = tuple(name for name, (_, same) in zip(names, forms, strict=True) if not same)
    return " and ".join([*(form for form, _ in forms), "others"] if others else (form for form, _ in forms)), lost


@lru_cache(2048)
def _write_name(name: Name, unicode: bool, way: str = "bibtex", commands: bool = True) -> tuple[str, bool]:
    """One name, and whether its parts are read back the same; if no form is, the first one.

    >>> _write_name(Name(family="Siti binti Abdullah"), True)
    ('Siti{ }binti{ }Abdullah', True)
    >>> _write_name(Name(family="Beauvoir", given="Simone", dropping_particle="de"), True)
    ('Beauvoir, Simone de', True)
    >>> _write_name(Name(family="Rossi", given="A.", dropping_particle="rossi"), True, "biblatex")
    ('family={Rossi}, given={A.}, prefix={rossi}, useprefix=false', True)
    """
    first, plain = None, attrs.evolve(name, parsed=False)
    for form in _forms(name, unicode, way, commands):
        first = first or form
        if split_list(f"A and {form} and A") == (["A", form, "A"], False, ()) and parse_item(form) == (plain, None):
            return form, True
    return first or "{}", False


def _forms(name: Name, unicode: bool, way: str, commands: bool) -> Iterator[str]:
    def tex(part: str | None) -> str:
        return encode(part, unicode=unicode, markup=False, commands=commands) if part else ""

    if name.literal is not None:
        yield f"{{{tex(name.literal)}}}"
        yield f"{{{{}}{tex(name.literal)}}}"
        if way == "own":
            yield f"literal={{{tex(name.literal)}}}"
        return
    family, given, particle, suffix = tex(name.family), tex(name.given), tex(name.non_dropping_particle), tex(name.suffix)
    dropping = tex(name.dropping_particle)
    if not (given or suffix or particle or dropping) and len(words(family)) > 1:
        yield "{ }".join(words(family))
        yield "{ }".join(f"{{{word}}}" for word in words(family))
    lead = f"{particle} " if particle else ""
    behind = [part for part in (given, dropping) if part]
    generation = (name.suffix or "").rstrip(".").casefold() in SUFFIXES
    for last in dict.fromkeys((family, f"{{{family}}}")):
        for first in dict.fromkeys((" ".join(behind), f"{{{given}}}")) if behind else ("",):
            parts = [lead + last, first] if first else [lead + last, "{}"] if suffix and not generation else [lead + last]
            if suffix and (name.comma_suffix or not generation):
                parts.insert(1, suffix)
            elif suffix:
                parts[0] += " " + suffix
            yield ", ".join(parts)
    if way != "bibtex":
        yield from _extended(family, given, particle, dropping, suffix, way == "own")


def _extended(family: str, given: str, particle: str, dropping: str, suffix: str, own: bool) -> Iterator[str]:
    """``key=value``: the keys that biber knows, or our `own` besides."""
    pairs = [("family", family), ("given", given)]
    both = bool(particle and dropping)
    if both and own:
        pairs += [("non-dropping-particle", particle), ("dropping-particle", dropping)]
    elif both:
        pairs = [("family", family), ("given", f"{given} {dropping}".strip()), ("prefix", particle)]
    else:
        pairs += [("prefix", particle or dropping)]
    pairs += [("suffix", suffix)]
    text = ", ".join(f"{key}={{{value}}}" for key, value in pairs if value)
    yield text + (", useprefix=false" if dropping and not particle else "")
