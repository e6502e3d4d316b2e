"""Where below the parties a study was made: a village, a district, a town."""

from __future__ import annotations

from litreview.analysis.attributes.partners import owners
from litreview.analysis.mentions import Mention, mentions
from litreview.analysis.merge import Draft, joined
from litreview.analysis.patterns import patterns
from litreview.analysis.reading import Reading
from litreview.record import Aspects, Statement, Study


def extract(reading: Reading, study: Study, so_far: Aspects) -> tuple[Statement, ...]:
    """Places below a country that stand behind "in" in sentences on aim or method and are no party of the cooperation."""
    drafts: dict[str, list[Draft]] = {}
    for tag in reading.languages():
        table = patterns(tag)
        for sentence in reading.of(tag, "aim", "method") if table is not None else ():
            for m in mentions(sentence.text, table, reading.lexicon) if table is not None else ():
                if table is None or m.is_country() or not table.single["site"].search(sentence.text[: m.start]):
                    continue
                if owners(so_far.partners, sentence.text[m.start : m.end], table, reading.lexicon) or not _placed(m):
                    continue
                text = sentence.text[m.start : m.end]
                drafts.setdefault(tag, []).append(Draft(text, sentence.evidence(m.start, m.end)))
    return joined(drafts)


def _placed(mention: Mention) -> bool:
    return mention.level is not None or bool(mention.places)
