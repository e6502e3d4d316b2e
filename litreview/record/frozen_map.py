"""An ordered mapping that cannot change: the only kind of mapping that records hold."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from typing import TYPE_CHECKING, Any, TypeVar

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

    def __contains__(self, key: object) -> bool:
        return key in self._pairs

    if not TYPE_CHECKING:  # to which it is that of every mapping

        def get(self, key, default=None):
            """The value of `key`, or `default`: from the pairs themselves, which is faster than the general way."""
            return self._pairs.get(key, default)

    def keys(self) -> KeysView[K]:
        """The keys in order: as a plain mapping gives them, which is faster than the general way. So are the values and the pairs."""
        return self._pairs.keys()

    def values(self) -> ValuesView[V]:
        """The values in order."""
        return self._pairs.values()

    def items(self) -> ItemsView[K, V]:
        """The pairs in order."""
        return self._pairs.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._pairs == other._pairs
        if isinstance(other, Mapping):
            return self._pairs == dict(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._pairs!r})"

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} cannot change; make a new one")

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (tuple(self._pairs.items()),))
