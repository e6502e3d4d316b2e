"""A topic: studies on one matter, compared in all that they state: when, what they ask, how, with what idea, what they found."""

from __future__ import annotations

from litreview.claims.claim import Claim, Group, Value
from litreview.claims.facets import FacetClaims
from litreview.claims.moves import MANY, lone, shared, told_in
from litreview.claims.values import compare, examined, identity, part, statements
from litreview.record import Library

NAME = "topic"
FINDINGS = 3
"""So many findings are told; the table holds all."""


def build(library: Library, keys: tuple[str, ...]) -> tuple[Claim, ...]:
    """Size and years; kinds of aim; methods and frameworks in common; findings of the latest; what none of them states."""
    read = tuple(key for key in keys if examined(library[key]))
    aims = compare(library, read, "aim")
    kinds = tuple(group for group in aims.groups if group.value.concept)[:MANY]
    claims = [Claim("topic.size", NAME, keys), *_years(library, keys)]
    if len(kinds) > 1:
        claims.append(Claim("topic.aims", NAME, tuple(dict.fromkeys(k for g in kinds for k in g.keys)), groups=kinds))
    compared = [compare(library, read, aspect) for aspect in ("framework", "method", "data")]
    for found in compared:
        common = shared(NAME, found, library)
        claims += [*common, *(lone(NAME, found, told_in(common)) if not common else ())]
    claims += _findings(library, read)
    unstated = [found.aspect for found in compared if read and not found.stated]
    claims += [Claim(f"topic.unstated.{aspect}", NAME, (), read) for aspect in unstated[:1]]
    return tuple(claims)


def _years(library: Library, keys: tuple[str, ...]) -> list[Claim]:
    dated = sorted((year, key) for key in keys if (issued := library[key].issued) and (year := issued.year) is not None)
    if len(dated) < 2 or dated[0][0] == dated[-1][0]:
        return []
    return [Claim("topic.years", NAME, tuple(key for _, key in dated), numbers=(("first", dated[0][0]), ("last", dated[-1][0])))]


def _findings(library: Library, read: tuple[str, ...]) -> list[Claim]:
    """The findings of the latest studies that state one, the latest last."""
    stating = [key for key in read if library[key].aspects.findings]
    stating.sort(key=lambda key: ((issued.year or 0) if (issued := library[key].issued) else 0, key))
    claims: list[Claim] = []
    for key in stating[-FINDINGS:]:
        found = statements(library[key], "findings")[:1]
        group = Group(Value(identity(found[0]), found[0].text, aspect="findings"), (part(library[key], found),))
        claims.append(Claim("topic.finding", NAME, groups=(group,), opens=not claims))
    return claims


FACET = FacetClaims(NAME, build)
