"""How the studies were chosen: the numbers of the screening, in words and as a flow diagram. Source: PRISMA 2020."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.document.diagrams import WIDTH, layout
from litreview.document.nodes import Block, Diagram, Inlines, Paragraph, Reference, Text
from litreview.languages import Language
from litreview.library.screening import Flow
from litreview.review.composition import Composition, Section
from litreview.review.phrases import filled

KEY = "figure/selection"
Counted = Sequence[tuple[str, int]]


def build(made: Composition) -> list[Block]:
    """The paragraph and the diagram; nothing where no record is part of a screening."""
    if made.flow is None:
        return []
    included = made.voice.studies(made.flow.included) if made.flow.included else ""
    return selection(made.flow, made.language, included)


def selection(flow: Flow, language: Language, included: str) -> list[Block]:
    """The paragraph and the diagram for `flow`; `included` says how many studies are in the review, where any is yet."""
    words = language.section("selection")
    drawn = diagram(flow, language)
    lead = filled(str(words["lead"]), figure=(Reference(KEY, ()),))
    texts = [Text(f" {sentence}") for sentence in sentences(flow, language, included)]
    return [Paragraph((*lead, *texts), "selection/flow"), drawn]


def sentences(flow: Flow, language: Language, included: str = "") -> list[str]:
    """What came through each stage, a sentence each."""
    words = language.section("selection")
    places = _listed((*flow.found, *_some(str(words["elsewhere"]), flow.elsewhere)), language)
    parts = [str(words["searched"]).format(places=places, identified=flow.identified)]
    parts.append(str(words["joined" if flow.duplicates else "all_screened"]).format(duplicates=flow.duplicates, screened=flow.screened))
    if flow.excluded:
        parts.append(str(words["left_out"]).format(n=_sum(flow.excluded), reasons=_reasons(flow.excluded, language)))
    if flow.sought:
        parts.append(str(words["read"]).format(n=flow.sought))
    if flow.not_retrieved:
        parts.append(str(words["missing"]).format(n=flow.not_retrieved))
    if flow.excluded_full_text:
        parts.append(
            str(words["left_out_full"]).format(n=_sum(flow.excluded_full_text), reasons=_reasons(flow.excluded_full_text, language))
        )
    if waiting := flow.undecided + flow.waiting:
        parts.append(str(words["waiting"]).format(n=waiting))
    if included:
        parts.append(str(words["taken"]).format(studies=included))
    return parts


def diagram(flow: Flow, language: Language) -> Diagram:
    """The stages from above to below, what was left out at each beside it."""
    words = language.section("selection")

    def box(name: str, number: int, *further: tuple[str, int]) -> str:
        lines = (f"{label or words['no_reason']} (n\u00a0=\u00a0{count})" for label, count in further)
        return "\n".join((f"{words[name]} (n\u00a0=\u00a0{number})", *lines))

    elsewhere = _some(str(words["elsewhere"]), flow.elsewhere)
    undecided = _some(str(words["undecided"]), flow.undecided)
    rows: tuple[tuple[str, ...], ...] = (
        (box("identified", flow.identified, *flow.found, *elsewhere), box("removed", flow.duplicates)),
        (box("screened", flow.screened, *undecided), box("excluded", _sum(flow.excluded), *_given(flow.excluded))),
        (box("sought", flow.sought), box("not_retrieved", flow.not_retrieved)),
        (
            box("assessed", flow.assessed, *_some(str(words["undecided"]), flow.waiting)),
            box("excluded_full", _sum(flow.excluded_full_text), *_given(flow.excluded_full_text)),
        ),
        (box("included", flow.included),),
    )
    caption: Inlines = (Text(str(words["caption"])),)
    described = "; ".join(words.replace("\n", ", ") for row in rows for words in row)
    height = layout(rows, branching=True).height
    return Diagram(KEY, str(language.section("figures")["label"]), "", caption, b"", WIDTH, height, described, rows, branching=True)


def _some(label: str, number: int) -> Counted:
    return ((label, number),) if number else ()


def _sum(reasons: Counted) -> int:
    return sum(number for _, number in reasons)


def _given(reasons: Counted) -> Counted:
    """The reasons, but where nobody gave any."""
    return reasons if any(reason for reason, _ in reasons) else ()


def _reasons(reasons: Counted, language: Language) -> str:
    given = _given(reasons)
    return str(language.section("selection")["because"]).format(reasons=_listed(given, language)) if given else ""


def _listed(counted: Counted, language: Language) -> str:
    unknown = str(language.section("selection")["no_reason"])
    return ", ".join(f"{label or unknown} (n\u00a0=\u00a0{number})" for label, number in counted)


SECTION = Section("selection", "selection", build, place=15)
