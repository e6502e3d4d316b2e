"""One module, one part: the members of a family (formats, writers, checks …) are the modules of a package.

Nothing registers itself and nothing happens at import: the package is listed when a member is first asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import attrs

T = TypeVar("T")


def parts(package: str, constant: str, kind: type[T]) -> tuple[T, ...]:
    """Every `constant` of type `kind` in the modules of `package`, in the order of the module names.

    >>> from litreview.writers import Writer
    >>> [w.name for w in parts("litreview.writers", "WRITER", Writer)][:1]
    ['docx']
    """
    found = _scan(package, constant)
    for module, value in found:
        if not isinstance(value, kind):
            raise TypeError(f"{module}.{constant} must be a {kind.__name__}, not {type(value).__name__}")
    return tuple(value for _, value in found)


@cache
def _scan(package: str, constant: str) -> tuple[tuple[str, Any], ...]:
    path = importlib.import_module(package).__path__
    names = sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_"))
    modules = ((n, importlib.import_module(f"{package}.{n}")) for n in names)
    return tuple((n, getattr(m, constant)) for n, m in modules if hasattr(m, constant))


@attrs.frozen
class Later:
    """A function named by its module, imported when it is first called: keeps heavy packages out of listings.

    >>> Later("json", "dumps")([1])
    '[1]'
    """

    module: str
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        function: Callable[..., Any] = getattr(importlib.import_module(self.module), self.name)
        return function(*args, **kwargs)
