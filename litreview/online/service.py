"""A public service that knows works by their identifiers. One module of `litreview.online.services` is one service."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from litreview._parts import parts
from litreview.errors import Problem
from litreview.online.identifier import Identifier
from litreview.record import Study

Read = Callable[[bytes, str], tuple[tuple[Study, ...], tuple[Problem, ...]]]


@attrs.frozen
class Service:
    """One service.

    - `base`: its public address, without a slash at the end.
    - `path(identifier, contact)`: what stands behind it in the request, or None for a kind of identifier it does not know.
    - `accept`: the media type to ask for; `read(data, name)`: the studies of an answer. Raises ReadError where it is none.
    """

    name: str
    title: str
    base: str
    path: Callable[[Identifier, str | None], str | None]
    read: Read
    accept: str = "application/json"


def services() -> tuple[Service, ...]:
    """Every service, by module name."""
    return parts("litreview.online.services", "SERVICE", Service)
