"""What came back from a service."""

from __future__ import annotations

import attrs


@attrs.frozen
class Answer:
    """What came back: `status` is that of HTTP, None where no service could be reached; `reason` says why."""

    status: int | None
    body: bytes = b""
    reason: str = ""
    wait: float | None = None
    """Seconds after which the service asks to be tried again, where it says so."""
