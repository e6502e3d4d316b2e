"""The ledger: everything the chapter may say, in order, each claim with what it rests on. The prose is only a rendering of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from html import escape

import attrs

from litreview.record import Concept, Library, Statement
from litreview.review.claims.claim import Claim
from litreview.review.claims.concept_use import concept_claims
from litreview.review.claims.corpus import corpus_claims
from litreview.review.claims.facets import facet_claims
from litreview.review.claims.gaps import gap_claims
from litreview.review.claims.overview import overview_claims
from litreview.review.claims.synthesis import synthesis_claims
from litreview.themes import Theme
from litreview.themes.theme import REST, TOPIC


@attrs.frozen
class Ledger:
    """The claims of a chapter: the corpus, how it is divided, theme by theme, the concepts used, what shows across themes, the gaps.

    `named` are the writer's own concepts that claims name, so that a ledger can be told without its library.
    """

    corpus: tuple[Claim, ...]
    themes: tuple[tuple[Theme, tuple[Claim, ...]], ...]
    gaps: tuple[Claim, ...]
    synthesis: tuple[Claim, ...] = ()
    concepts: tuple[Claim, ...] = ()
    overview: tuple[Claim, ...] = ()
    named: tuple[Concept, ...] = ()

    def __repr__(self) -> str:
        """What it is, on one line."""
        return f"<{type(self).__name__}: {len(self.claims)} claims, {len(self.themes)} themes>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in ("kind", "studies", "evidence"))
        told = ((claim.kind, ", ".join(claim.studies), str(len(claim.evidence))) for claim in self.claims)
        rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in told)
        return f"<p>{escape(repr(self))}</p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the chapter."""
        themed = (claim for _, claims in self.themes for claim in claims)
        return (*self.corpus, *self.overview, *themed, *self.concepts, *self.synthesis, *self.gaps)

    def select(self, *, theme: str | None = None, kind: str | None = None, study: str | None = None) -> tuple[Claim, ...]:
        """The claims of one theme (its key), of one kind ("framework.shared.most", or all that begin with "framework"), on one study.

        What is not given chooses nothing; what fits nothing gives no claim. The order is that of the chapter.
        """
        listed = self.claims if theme is None else tuple(claim for one, claims in self.themes for claim in claims if one.key == theme)
        return tuple(
            claim
            for claim in listed
            if (kind is None or claim.kind == kind or claim.kind.startswith(f"{kind}.")) and (study is None or study in claim.studies)
        )

    def filter(self, wanted: Callable[[Claim], bool]) -> Ledger:
        """The ledger with only the claims for which `wanted` is true; themes stay, even those left without claims."""
        parts = {a.name: tuple(filter(wanted, getattr(self, a.name))) for a in attrs.fields(Ledger) if a.name not in ("themes", "named")}
        return attrs.evolve(self, themes=tuple((theme, tuple(filter(wanted, claims))) for theme, claims in self.themes), **parts)

    def rows(self) -> tuple[dict[str, str], ...]:
        """The evidence as rows for a table or a data frame: claim, kind, theme, study, field, language, quote.

        A study that a claim only counts has a row with an empty quote.
        """
        of = {claim.id: theme.key for theme, claims in self.themes for claim in claims}
        lines: list[dict[str, str]] = []
        for claim in self.claims:
            head = {"claim": claim.id, "kind": claim.kind, "theme": of.get(claim.id, "")}
            quoted = [(key, e.field, e.language, e.quote) for key, e in claim.evidence]
            counted = [(key, "", "", "") for key in claim.studies if key not in {key for key, *_ in quoted}]
            lines += [{**head, **dict(zip(("study", "field", "language", "quote"), row, strict=True))} for row in (*quoted, *counted)]
        return tuple(lines)


def _once(themes: Sequence[tuple[Theme, tuple[Claim, ...]]]) -> tuple[tuple[Theme, tuple[Claim, ...]], ...]:
    """The claims theme by theme, without the answers and findings that a theme before them tells of the same studies."""
    told: set[tuple[str, frozenset[tuple[str, tuple[str, ...]]]]] = set()
    found: set[tuple[str, Statement]] = set()
    kept: list[tuple[Theme, tuple[Claim, ...]]] = []
    for theme, claims in themes:
        answers = {
            claim: (claim.kind, frozenset((g.value.identity, g.keys) for g in claim.groups))
            for claim in claims
            if claim.kind.startswith("answer.")
        }
        left = [_without(claim, found) for claim in claims if answers.get(claim) not in told]
        kept.append((theme, tuple(claim for claim in left if claim is not None)))
        told |= set(answers.values())
        found |= {(part.key, s) for claim in claims if _tells_findings(claim) for part in claim.groups[0].parts for s in part.statements}
    return tuple(kept)


def _tells_findings(claim: Claim) -> bool:
    return claim.kind in ("finding.two", "finding.single")


def _without(claim: Claim, found: Set[tuple[str, Statement]]) -> Claim | None:
    """A claim on findings without the studies whose findings are told already; None where no study is left."""
    if not _tells_findings(claim):
        return claim
    (group,) = claim.groups
    parts = tuple(part for part in group.parts if not all((part.key, statement) in found for statement in part.statements))
    if len(parts) == len(group.parts):
        return claim
    return attrs.evolve(claim, kind="finding.single", groups=(attrs.evolve(group, parts=parts),)) if parts else None


def _told(theme: Theme, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims on a theme; what is in no topic is told as the rest, not as a topic."""
    if theme.facet != TOPIC or theme.name != REST:
        return claims
    of_its_own = (claim for claim in claims if not claim.kind.startswith("topic.contrast"))
    return tuple(attrs.evolve(claim, kind="topic.rest") if claim.kind == "topic.size" else claim for claim in of_its_own)


def build_ledger(library: Library, themes: Sequence[Theme]) -> Ledger:
    """State what can be said of the studies of `library`, theme by theme. Same input, same ledger; ids depend on content alone."""
    ledger = Ledger(
        corpus_claims(library),
        _once([(theme, _told(theme, facet_claims(theme.facet).build(library, theme.keys))) for theme in themes]),
        gap_claims(library, themes),
        synthesis_claims(library),
        concept_claims(library),
        overview_claims(library, themes),
    )
    used = {group.value.concept for claim in ledger.claims for group in claim.groups}
    return attrs.evolve(ledger, named=tuple(one for one in library.concepts if one.id in used))
