"""Bringing an outline file up to date: only the program's own lines change, every other character stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from litreview.formats._yaml.tree import Items, Node, Pairs, Scalar, at, walk
from litreview.languages import Language
from litreview.record import Library
from litreview.themes import Outline, Theme
from litreview.themes.outline.follow import planned
from litreview.themes.outline.text import MARK, Writing, evidence_lines, noted, theme_lines, title_of
from litreview.themes.theme import REST, TOPIC
from litreview.themes.thresholds import STUDIES_WITH_OPEN_ONES


def updated(text: str, root: Node, outline: Outline, writing: Writing, suggested: Sequence[Theme], chapter: Language) -> str:
    """The outline `text` (whose tree is `root`) with the evidence of its themes renewed, and what it does not cover yet offered at its end.

    `writing.library` are the studies that the outline is about, those of `suggested` what would be done without it.
    """
    lines = text.split("\n")
    edits = [_corpus(lines, root, writing), *_themes(lines, text, root, outline, writing)]
    for first, last, new in sorted((edit for edit in edits if edit), key=lambda edit: edit[0], reverse=True):
        end = "\r" if "\r\n" in text else ""
        lines[first:last] = [line + end for line in new]
    return _with_offer("\n".join(lines), root, text, _offer(root, outline, writing, suggested, chapter))


Edit = tuple[int, int, list[str]]
"""Lines from (0-based) to (exclusive) and what stands there instead."""


def _corpus(lines: Sequence[str], root: Node, writing: Writing) -> Edit | None:
    """The line at the head that says how many studies the outline is made from: the last of the comment it stands in."""
    first = root.place.line - 1
    for n in range(min(first, len(lines))):
        if lines[n].startswith(MARK) and not lines[n + 1].startswith(MARK) and (n == 0 or lines[n - 1].startswith("# ")):
            return n, n + 1, noted([writing.words("corpus", studies=len(writing.library))])
    return None


def _themes(lines: Sequence[str], text: str, root: Node, outline: Outline, writing: Writing) -> Iterator[Edit]:
    """The evidence above each theme that has any: a run of the program's lines directly above its dash."""
    themes = at(root, ("themes",))
    if not isinstance(themes, Items) or themes.flow:
        return
    ended = next((key.place.line for key, _ in root.pairs if key.text == "themes"), 0) if isinstance(root, Pairs) else 0
    for theme, node in zip(planned(outline, writing.library, writing.keywords)[0], themes.values, strict=True):
        dash = node.place.line - 1
        first = dash
        while first > ended and lines[first - 1].lstrip().startswith(MARK):
            first -= 1
        ended = _line_behind(text, lines, node)
        if first == dash or not lines[dash].lstrip().startswith("-"):
            continue
        indent = len(lines[dash]) - len(lines[dash].lstrip())
        if theme is not None:
            yield first, dash, [" " * indent + line for line in evidence_lines(theme, writing, indent)]


def _line_behind(text: str, lines: Sequence[str], node: Node) -> int:
    """The line behind the last one of a node. A block of text ends with its indentation, whatever comments follow it."""
    last = max((scalar for _, scalar in walk(node) if isinstance(scalar, Scalar)), key=lambda s: s.place.end, default=None)
    if last is None or text[last.place.start : last.place.start + 1] not in ("|", ">"):
        return text.count("\n", 0, node.place.end) + 1
    at = end = last.place.line
    indent: int | None = None
    while at < len(lines):
        words = lines[at].strip()
        margin = len(lines[at]) - len(lines[at].lstrip())
        indent = margin if indent is None and words else indent
        if words and margin < (indent or 0):
            break
        at += 1
        end = at if words else end
    return end


def _offer(root: Node, outline: Outline, writing: Writing, suggested: Sequence[Theme], chapter: Language) -> list[str]:
    """What has changed since the outline was written: studies that are gone, studies in no topic, themes that it does not have."""
    words, tag = writing.words, writing.reader.tag
    gone = [words("vanished", key=key, line=line) for key, line in vanished(root, outline, writing.library)]
    themes = [theme for theme in planned(outline, writing.library, writing.keywords)[0] if theme is not None]
    topics = [theme for theme in themes if theme.facet == TOPIC and theme.name != REST]
    new: list[str] = []
    if topics:
        held = {key for theme in topics for key in theme.keys}
        rest = any(plan.rest for plan in outline.themes)
        for key, theme in _fitting([s.key for s in writing.library if s.key not in held], topics, suggested).items():
            title = writing.library[key].text("title", tag) or ""
            if theme is not None:
                new.append(words("new_fitting", key=key, theme=title_of(theme.title, tag) or theme.name, title=title))
            elif not rest and len(writing.library) >= STUDIES_WITH_OPEN_ONES:
                new.append(words("new_open", key=key, title=title))
    more = [theme for theme in suggested if _is_new(theme, outline, topics)]
    lines = noted([*gone, *new, *([words("new_theme")] if more else [])])
    for theme in more:
        lines += [f"{MARK} {line}" for line in theme_lines(theme, writing, chapter) if not line.lstrip().startswith(MARK)]
    return [*noted([words("offer") + ":"]), *lines] if lines else []


def _fitting(left: Sequence[str], topics: Sequence[Theme], suggested: Sequence[Theme]) -> Mapping[str, Theme | None]:
    """For each study in no topic, the topic of the outline that shares most studies with the one it would be put in."""
    fitting: dict[str, Theme | None] = {}
    for key in left:
        likely = next((theme for theme in suggested if theme.facet == TOPIC and theme.name != REST and key in theme.keys), None)
        shares = [(len(set(likely.keys) & set(topic.keys)), topic) for topic in topics] if likely else []
        most = max(shares, key=lambda pair: pair[0], default=(0, None))
        fitting[key] = most[1] if most[0] > 1 else None
    return fitting


def _is_new(theme: Theme, outline: Outline, topics: Sequence[Theme]) -> bool:
    """Whether a suggested theme is neither planned nor skipped: a facet that is not named, a topic most of whose studies have none."""
    if theme.facet != TOPIC:
        return all(plan.facet != theme.facet for plan in outline.themes)
    if theme.name == REST:
        return False
    named = {plan.name for plan in outline.themes}
    held = {key for topic in topics for key in topic.keys}
    return theme.name not in named and 2 * len(set(theme.keys) - held) > len(theme.keys)


def vanished(root: Node, outline: Outline, library: Library) -> list[tuple[str, int]]:
    """(key, line) of each study that a theme of the outline lists and the library does not have."""
    left_out = {key for key, _ in outline.leave_out}
    gone: list[tuple[str, int]] = []
    for n, plan in enumerate(outline.themes):
        node = at(root, ("themes", n, "studies"))
        for key in plan.studies:
            if key not in library and key not in left_out:
                lines = [scalar.place.line for _, scalar in walk(node) if isinstance(scalar, Scalar) and scalar.text == key]
                gone.append((key, lines[0] if lines else node.place.line))
    return gone


def _with_offer(changed: str, root: Node, text: str, offer: Sequence[str]) -> str:
    """The text with `offer` as its last lines, in the place of the offer of an earlier run."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = changed.split("\n")
    kept = len(lines)
    while kept and not lines[kept - 1].strip():
        kept -= 1
    body = kept
    while body and lines[body - 1].startswith(MARK):
        body -= 1
    # Behind the end of the data alone: within a remark such a line is the writer's.
    ended = _line_behind(text, text.split("\n"), root) + len(lines) - text.count("\n") - 1
    body = max(body, ended)
    if body < kept:
        body -= body > 0 and not lines[body - 1].strip()
        whole = "".join(line + "\n" for line in lines[:body])
    elif not offer:
        return changed
    else:
        whole = changed if changed.endswith("\n") else changed + end
    return whole + (end + end.join(offer) + end if offer else "")
