"""Attributes: one module for each aspect of a study, each cutting its values out of the sentences that may state them.

The order is that of need: outcome and site want to know the partners, sectors the outcome's scope.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from litreview.analysis.attributes import (
    aim,
    background,
    data,
    findings,
    framework,
    method,
    outcome,
    partners,
    period,
    question,
    sectors,
    site,
)
from litreview.analysis.reading import Reading
from litreview.record import Aspects, Study


@attrs.frozen
class Attribute:
    """One aspect and the function that reads it: (reading, study, what is known so far) -> its value, or nothing."""

    aspect: str
    extract: Callable[[Reading, Study, Aspects], Any]


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("partners", partners.extract),
    Attribute("question", question.extract),
    Attribute("aim", aim.extract),
    Attribute("data", data.extract),
    Attribute("method", method.extract),
    Attribute("framework", framework.extract),
    Attribute("period", period.extract),
    Attribute("site", site.extract),
    Attribute("background", background.extract),
    Attribute("findings", findings.extract),
    Attribute("outcome", outcome.extract),
    Attribute("sectors", sectors.extract),
)
