"""The position of each cite: first, subsequent, ibid, near-note. Source: CSL 1.0.2, "Choose", position."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.csl.cites import Cite, Cluster, Position


@attrs.frozen
class Place:
    """What is known of one cite from where it stands."""

    position: Position = "first"
    near: bool = False
    first_note: int | None = None


_FIRST = Place()
_ALONE = (_FIRST,)


def places(clusters: Sequence[Cluster], near_distance: int) -> list[tuple[Place, ...]]:
    """The places of all cites of a document, cluster by cluster; `near_distance` is how many notes back is near.

    >>> document = [Cluster((Cite("a"),), 1), Cluster((Cite("a", "3"),), 2), Cluster((Cite("b"),), 3), Cluster((Cite("a"),), 4)]
    >>> [place[0].position for place in places(document, 5)]
    ['first', 'ibid-with-locator', 'first', 'subsequent']
    """
    first: dict[str, int | None] = {}
    latest: dict[str, int | None] = {}
    rows: list[tuple[Place, ...]] = []
    previous: dict[bool, Cluster] = {}  # the last citation in the notes, and the last in the text
    noted: dict[int, set[str]] = {}  # the works of each note
    for cluster in clusters:
        row: list[Place] = []
        before = previous.get(cluster.note is None)
        if before is not None and before.note is not None and before.note != cluster.note and len(noted[before.note]) > 1:
            before = None  # "ibid." would not say which work of that note
        for number, cite in enumerate(cluster.cites):
            if cite.key not in first:
                place = _FIRST
                first[cite.key] = cluster.note
            else:
                near = _near(cluster.note, latest[cite.key], near_distance)
                place = Place(_position(cite, number, cluster, before), near, first[cite.key])
            latest[cite.key] = cluster.note
            if cite.position is not None:
                place = attrs.evolve(place, position=cite.position)
            if cite.near_note is not None:
                place = attrs.evolve(place, near=cite.near_note)
            row.append(place)
        if cluster.note is not None:
            noted.setdefault(cluster.note, set()).update(cite.key for cite in cluster.cites)
        rows.append(_ALONE if len(row) == 1 and row[0] is _FIRST else tuple(row))
        previous[cluster.note is None] = cluster
    return rows


def _near(note: int | None, latest: int | None, distance: int) -> bool:
    return note is not None and latest is not None and note - latest <= distance


def _position(cite: Cite, number: int, cluster: Cluster, before: Cluster | None) -> Position:
    if number:
        earlier = cluster.cites[number - 1]
        if earlier.key != cite.key:
            return "subsequent"
    else:
        if before is None or len(before.cites) != 1 or before.cites[0].key != cite.key:
            return "subsequent"
        earlier = before.cites[-1]
    earlier_locator, locator = _locator(earlier), _locator(cite)
    if earlier_locator is None:
        return "ibid" if locator is None else "ibid-with-locator"
    if locator is None:
        return "subsequent"
    return "ibid" if earlier_locator == locator else "ibid-with-locator"


def _locator(cite: Cite) -> tuple[str, str] | None:
    text = (cite.locator or "").strip()
    return (cite.label or "page", text) if text else None
