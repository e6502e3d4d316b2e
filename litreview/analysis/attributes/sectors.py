"""The fields of action a study reports on."""

from __future__ import annotations

from litreview.analysis.attributes import Attribute
from litreview.analysis.lexicon import Lexicon
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading
from litreview.analysis.scope import about_undertaking
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """Fields named in results, in a sentence behind the aim that elaborates it, and in the aim itself as "the field of …".

    What is said in general before the aim is left out, and so is a study that is about no cooperation, programme or policy.
    """
    if not about_undertaking(study, so_far):
        return ()
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        sentences = reading.of(tag)
        table = patterns(tag)
        aim = next((n for n, s in enumerate(sentences) if s.role == "aim"), len(sentences))
        framework = {s.concept for s in so_far.framework}
        for number, sentence in enumerate(sentences):
            reports = sentence.role == "result" or (sentence.role == "background" and number > aim)
            for hit in reading.lexicon.find(sentence.text, tag, "sector") if reports or sentence.role == "aim" else ():
                named = reports or (table is not None and table.has("fields", sentence.text[: hit.start]))
                if named and hit.value.id not in framework:
                    text = sentence.text[hit.start : hit.end]
                    drafts.setdefault(tag, []).append(Draft(text, sentence.evidence(hit.start, hit.end), hit.value.id))
    return joined(
        {tag: [d for d in listed if not _broader_than_another(d, listed, tag, reading.lexicon)] for tag, listed in drafts.items()}
    )


def _broader_than_another(draft: Draft, others: list[Draft], tag: str, lexicon: Lexicon) -> bool:
    """Whether a field is only the broader word for one that is named as well (economy, creative economy)."""
    labels = [set(lexicon.label(other.concept, tag).split()) for other in others if other.concept]
    return draft.concept is not None and any(set(lexicon.label(draft.concept, tag).split()) < label for label in labels)


ATTRIBUTE = Attribute("sectors", extract, place=120)
