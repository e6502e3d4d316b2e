"""Name particles that are written into the family or the given name: "van Gogh", "Jean de" · "La Fontaine".

What stands in small letters before a family name is a particle that stays with it; what stands in small letters behind a given name is
one that is dropped when the family name stands alone. A family name in quotation marks is left whole.
"""

from __future__ import annotations

import re

import attrs

from litreview.record.names import Name

_BEFORE_FAMILY = re.compile(r"^((?:[^\W\d_A-ZÀ-Þ][\w.]*(?:['’](?=\S)|['’]?\s+|-(?=[^\W\d_]))|['’][^\W\d_A-ZÀ-Þ]\s+)+)", re.UNICODE)
_AFTER_GIVEN = re.compile(r"(?:,\s+|(?<![,\s])\s+)((?:[^\W\d_A-ZÀ-Þ][\w.]*['’]?\s+)*[^\W\d_A-ZÀ-Þ][^\W\d]*['’]?)$", re.UNICODE)


def split_particles(name: Name) -> Name:
    """Tell particles apart where they are not given apart already.

    >>> split_particles(Name(family="van Gogh", given="Vincent")).non_dropping_particle
    'van'
    >>> split_particles(Name(family="Humboldt", given="Alexander von")).dropping_particle
    'von'
    """
    family, given = name.family, name.given
    if family is None:
        return name
    if len(family) > 1 and family[0] == family[-1] == '"':
        return attrs.evolve(name, family=family[1:-1])
    if name.non_dropping_particle is None and family[0].lower() == family[0]:
        match = _BEFORE_FAMILY.match(family)
        if match and family[match.end() :][:1].isalpha() and not _small(family[match.end() :]):
            name = attrs.evolve(name, non_dropping_particle=_trimmed(match[1]), family=family[match.end() :])
    if given and "," in given and name.suffix is None:
        first, _, rest = given.partition(",")
        bare = rest.lstrip("! ")
        if first.strip() and bare and not _small(bare):
            name = attrs.evolve(name, given=first.strip(), suffix=bare.strip(), comma_suffix=rest.startswith("!"))
            given = first.strip()
    if name.dropping_particle is None and given and " " in given:
        match = _AFTER_GIVEN.search(given)
        if match and match.start() > 0 and _small(match[1]):
            comma = "," if match[0].startswith(",") else ""
            name = attrs.evolve(name, dropping_particle=match[1], given=given[: match.start()] + comma)
    return name


def _trimmed(particle: str) -> str:
    """The space behind a particle is kept only where an apostrophe would otherwise join it to the name."""
    bare = particle.rstrip()
    return bare + " " if bare != particle and bare[-1] in "'’" and len(bare) > 2 else bare


def _small(text: str) -> bool:
    return all(not word[:1].isupper() for word in text.split()) and any(c.isalpha() for c in text)
