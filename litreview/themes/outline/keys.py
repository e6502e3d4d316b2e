"""New citation keys in an outline file: in its lists of studies, and where its remarks cite."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

import attrs

from litreview.errors import ReadError, fault
from litreview.formats._yaml.splice import Edit, applied
from litreview.formats._yaml.tree import Node, Scalar, parse, plain, walk
from litreview.languages.failures import unwritable
from litreview.library.rewrite import Rewrite
from litreview.library.sources import read_bytes, read_text
from litreview.themes.outline.plan import Choices, OutlineError
from litreview.themes.outline.reading import read_outline
from litreview.themes.outline.structure import structure_outline

_KEY_LISTS = ("studies", "leave-out")
"""The places of an outline in which a key stands as a word of its own."""
_DASH = re.compile(r"[ \t]*-[ \t]+")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\r?\n|$)")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_CITED = re.compile(r"(?<![\w@])@(?:\{([^{}\s]+)\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w))*))")
"""``@key`` and ``@{key}`` as Pandoc has them; no e-mail address."""


def outline_with(path: str | os.PathLike[str], changes: Mapping[str, str], choices: Choices) -> Rewrite | None:
    """The outline file with new keys in place of old ones, or None where it names none of them. Raises ReadError."""
    choices = attrs.evolve(choices, concepts=None)  # which concepts there are is not asked here
    read_outline(path, choices)
    data = read_bytes(path)
    text = read_text(data, path)
    edits = [edit for root in parse(text, str(path)) for edit in _listed_keys(text, root, changes)]
    new = _CITED.sub(lambda match: _cited(match, changes), applied(text, edits))
    if new == text:
        return None
    try:
        for root in parse(new, str(path))[:1]:
            structure_outline(plain(root), choices)
    except (OutlineError, ReadError) as error:
        raise unwritable(fault("rewrite-unfaithful", file=str(path), severity="error")) from error
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    return Rewrite(str(path), data, new.encode(encoding))


def _listed_keys(text: str, root: Node, changes: Mapping[str, str]) -> Iterator[Edit]:
    """Changes of the keys that stand as words in the lists of an outline; a list that has the new one already loses the old."""
    done: set[int] = set()
    nodes = [(where, node) for where, node in walk(root) if isinstance(node, Scalar) and node.text and set(_KEY_LISTS) & set(where)]
    held = {(where[:-1], node.text) for where, node in nodes if node.text not in changes}
    for where, node in nodes:
        if node.text is None or node.text not in changes or node.place.start in done:
            continue
        start, end = node.place.start, node.place.end
        stands = text[start:end]
        done.add(start)
        new = (where[:-1], changes[node.text])
        if new in held and (cut := _cut(text, start, end)) is not None:
            yield cut
        elif stands.count(node.text) == 1:  # an alias shows another word
            yield Edit(start, end, stands.replace(node.text, changes[node.text]))
        held.add(new)


def _cut(text: str, start: int, end: int) -> Edit | None:
    """An item of a list taken out, with its line or its comma; None where it stands in some other way."""
    line = text.rfind("\n", 0, start) + 1
    if _DASH.fullmatch(text[line:start]) and _REST.match(text, end):
        after = text.find("\n", end)
        return Edit(line, len(text) if after < 0 else after + 1, "")
    before = text[:start].rstrip()
    if before.endswith(","):
        return Edit(len(before) - 1, end, "")
    behind = _COMMA.match(text, end)
    return Edit(start, behind.end(), "") if behind and before.endswith("[") else None


def _cited(match: re.Match[str], changes: Mapping[str, str]) -> str:
    key = match[1] or match[2]
    return match[0].replace(key, changes.get(key, key))
