"""An ordered mapping that cannot change: the only kind of mapping that records hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V", covariant=True)


class FrozenMap(Mapping[K, V]):
    """An immutable, hashable mapping that keeps its order; equal to any mapping with the same pairs.

    >>> m = FrozenMap({"id": "kerja sama", "en": "cooperation"})
    >>> m["en"], list(m), m == {"en": "cooperation", "id": "kerja sama"}
    ('cooperation', ['id', 'en'], True)
    """

    __slots__ = ("_pairs",)
    _pairs: dict[K, V]

    def __init__(self, pairs: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        object.__setattr__(self, "_pairs", dict(pairs))

    def __getitem__(self, key: K) -> V:
        return self._pairs[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._pairs!r})"

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} cannot change; make a new one")

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (tuple(self._pairs.items()),))
