"""Names as BibTeX text: the simplest form that is read back as the same name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.names import parse_item, split_list
from litreview.record import Name
from litreview.record.name_words import words


def write_names(names: tuple[Name, ...], unicode: bool, others: bool = False) -> tuple[str, tuple[Name, ...]]:
    """A name field, and the names among them that no form gives back whole.

    >>> write_names((Name(family="Dijk", non_dropping_particle="van", given="Jan"), Name(literal="WHO")), True)
    ('van Dijk, Jan and {WHO}', ())
    """
    lost = tuple(name for name in names if not _write_name(name, unicode)[1])
    written = [_write_name(name, unicode)[0] for name in names]
    return " and ".join([*written, "others"] if others else written), lost


@lru_cache(2048)
def _write_name(name: Name, unicode: bool) -> tuple[str, bool]:
    """One name, and whether its parts are read back the same; if no form is, the first one.

    >>> _write_name(Name(family="Siti binti Abdullah"), True)
    ('Siti{ }binti{ }Abdullah', True)
    >>> _write_name(Name(family="Rossi", given="A.", dropping_particle="de"), True)[0]
    'family={Rossi}, given={A.}, prefix={de}, useprefix=false'
    """
    first, plain = None, attrs.evolve(name, parsed=False)
    for form in _forms(name, unicode):
        first = first or form
        if split_list(f"A and {form} and A") == (["A", form, "A"], False, ()) and parse_item(form) == (plain, None):
            return form, True
    return first or "{}", False


def _forms(name: Name, unicode: bool) -> Iterator[str]:
    def tex(part: str | None) -> str:
        return encode(part, unicode=unicode, markup=False) if part else ""

    if name.literal is not None:
        yield f"{{{tex(name.literal)}}}"
        yield f"{{{{}}{tex(name.literal)}}}"
        yield f"literal={{{tex(name.literal)}}}"
        return
    family, given, particle, suffix = tex(name.family), tex(name.given), tex(name.non_dropping_particle), tex(name.suffix)
    if not (given or suffix or particle or name.dropping_particle) and len(words(family)) > 1:
        yield "{ }".join(words(family))
        yield "{ }".join(f"{{{word}}}" for word in words(family))
    if name.dropping_particle is None:
        lead = f"{particle} " if particle else ""
        for last in dict.fromkeys((family, f"{{{family}}}")):
            for first in dict.fromkeys((given, f"{{{given}}}")) if given else ("",):
                parts = [lead + last, first] if first else [lead + last]
                if suffix and name.comma_suffix:
                    parts.insert(1, suffix)
                elif suffix:
                    parts[0] += " " + suffix
                yield ", ".join(parts)
    yield _extended(tex(name.family), given, particle, tex(name.dropping_particle), suffix)


def _extended(family: str, given: str, particle: str, dropping: str, suffix: str) -> str:
    pairs = [("family", family), ("given", given)]
    if particle and dropping:
        pairs += [("non-dropping-particle", particle), ("dropping-particle", dropping)]
    else:
        pairs += [("prefix", particle or dropping)]
    pairs += [("suffix", suffix)]
    text = ", ".join(f"{key}={{{value}}}" for key, value in pairs if value)
    return text + (", useprefix=false" if dropping and not particle else "")
