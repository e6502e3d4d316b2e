"""HTML or TeX that was left in a text and would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.library.checks import RecordCheck
from litreview.library.repairs import repaired
from litreview.record import Library, Study
from litreview.record.faults import study_fault

_OWN = re.compile(r'</?(?:i|b|sup|sub|sc|span)(?:\s+(?:class|style)="[^"<>]*")?\s*>')
_TAGS = (
    "a abbr article b blockquote body br cite code dd del dfn div dl dt em figure font h[1-6] head hr html i iframe img inf ins italic kbd "
    "li mark meta mml:\\w+ ol p pre q s sc script sec section small span strike strong style sub sup svg table tbody td th title tr tt u ul"
).replace(" ", "|")
_HTML = re.compile(
    rf"</?(?:jats:[a-z-]+|{_TAGS})(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>|&(?:[A-Za-z]{{2,12}}|#\d{{2,6}});", re.IGNORECASE
)
_TEX = re.compile(r"\\(?:[A-Za-z]{2,}|['`\"^~=.uvHcdbkrt])\s*\{|\\(?:textit|emph|textbf|textsc|em|it|bf)\b|\{\\")
_PRINTED = (
    "title",
    "container-title",
    "container-title-short",
    "collection-title",
    "publisher",
    "publisher-place",
    "event-title",
    "genre",
    "edition",
)


def run(library: Library) -> Iterator[Problem]:
    """A warning for each printed text with foreign markup that no repair takes out, the abstract and names included."""
    for study in library:
        if not any(mark in text for _, text in _texts(study) for mark in "<&\\{"):
            continue
        for field, text in _texts(repaired(study)):
            left = _OWN.sub("", text)
            if html := _HTML.search(left):
                yield study_fault("html-left", study, field=field, value=html[0][:60])
            elif tex := _TEX.search(left):
                yield study_fault("tex-left", study, field=field, value=left[tex.start() : tex.start() + 30])


def _texts(study: Study) -> Iterator[tuple[str, str]]:
    yield from ((field, text) for field in (*_PRINTED, "abstract") for text in study.tagged(field).values())
    yield from ((role, name.text()) for role, listed in study.names.items() for name in listed)


CHECK = RecordCheck("markup-left", run)
