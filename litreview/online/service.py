"""A public service that knows works by their identifiers. One module of `litreview.online.services` is one service."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from litreview._parts import broken, parts, placed
from litreview.errors import Problem
from litreview.online.identifier import Identifier, Kind
from litreview.record import FrozenMap, Study

GROUP = "litreview.services"
"""The group of entry points by which other packages bring a service."""

Read = Callable[[bytes, str], tuple[tuple[Study, ...], tuple[Problem, ...]]]


def _by_kind(places: Mapping[Kind, int]) -> FrozenMap[Kind, int]:
    return FrozenMap(places)


@attrs.frozen
class Service:
    """One service.

    - `base`: its public address, without a slash at the end.
    - `path(identifier, contact)`: what stands behind it in the request, or None for a kind of identifier it does not know.
    - `asked`: the kinds of identifier it is asked for, each with its place among the services asked: first comes the one where the
      identifier is registered, with the fullest record.
    - `accept`: the media type to ask for; `read(data, name)`: the studies of an answer. Raises ReadError where it is none.
    """

    name: str
    title: str
    base: str
    path: Callable[[Identifier, str | None], str | None]
    read: Read
    accept: str = "application/json"
    asked: Mapping[Kind, int] = attrs.field(factory=dict, converter=_by_kind, kw_only=True)


def services() -> tuple[Service, ...]:
    """Every service, by module name."""
    return parts("litreview.online.services", "SERVICE", Service, GROUP)


def asked_for(kind: Kind) -> tuple[Service, ...]:
    """The services that are asked for an identifier of this kind, in their order.

    >>> [service.name for service in asked_for("isbn")]
    ['openlibrary', 'k10plus', 'crossref']
    """
    return placed((service for service in services() if kind in service.asked), lambda service: service.asked[kind])


def broken_services() -> tuple[Problem, ...]:
    """The services of other packages that cannot be used, each as a problem."""
    return broken(GROUP, "SERVICE", Service)
