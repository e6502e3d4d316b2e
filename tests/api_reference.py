"""``python -m tests.api_reference``: litreview/API.md, the page of every public name, written from the docstrings. A test holds it to them."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import litreview

PAGE = Path(__file__).resolve().parent.parent / "litreview" / "API.md"
HEAD = """# Everything that `import litreview` offers

Written from the docstrings by `python -m tests.api_reference`; change those, not this page. Examples run in the tests.
"""


def page() -> str:
    """The whole page: functions, then classes, each by name."""
    named = {name: getattr(litreview, name) for name in litreview.__all__}
    classes = {name: value for name, value in named.items() if inspect.isclass(value)}
    functions = {name: value for name, value in named.items() if inspect.isfunction(value)}
    others = sorted(set(named) - set(classes) - set(functions))
    parts = [HEAD, "## Functions\n", *(_function(name, value) for name, value in sorted(functions.items()))]
    parts += ["## Classes\n", *(_class(name, value) for name, value in sorted(classes.items()))]
    parts += ["## Types\n", "\n".join(f"- `{name}`" for name in others) + "\n"] if others else []
    return "\n".join(parts)


def _function(name: str, value: Any) -> str:
    return f"### `{name}{_signature(value)}`\n\n{_text(value)}\n"


def _class(name: str, value: type) -> str:
    error = issubclass(value, BaseException)
    lines = [f"### `{name}`" if error else f"### `{name}{_signature(value)}`", "", _text(value), ""]
    for member, own in sorted(vars(value).items()):
        if member.startswith("_"):
            continue
        unwrapped = own.__func__ if isinstance(own, classmethod | staticmethod) else own
        if isinstance(own, property) and own.__doc__:
            lines.append(f"- `.{member}`: {_first(own)}")
        elif inspect.isfunction(unwrapped) and unwrapped.__doc__:
            lines.append(f"- `.{member}{_signature(unwrapped)}`: {_first(unwrapped)}")
    return "\n".join(lines).rstrip() + "\n"


def _signature(value: Any) -> str:
    """The parameters with their defaults; the types stand in the code."""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return ""
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in parameters if one.name not in ("self", "cls")]
    return re.sub(r"=<[^>]*>|=NOTHING", "=…", str(inspect.Signature(bare)))


def _first(value: Any) -> str:
    return " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())


def _text(value: Any) -> str:
    """The docstring as Markdown: examples as code, code as the docstrings write it."""
    text = (inspect.getdoc(value) or "").replace("``", "`")
    blocks = [f"```pycon\n{block}\n```" if block.lstrip().startswith(">>>") else block for block in text.split("\n\n")]
    return "\n\n".join(blocks)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.name)
