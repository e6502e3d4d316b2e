"""A mark in place of authors that the entry before has too. Source: CSL 1.0.2, "Reference Grouping"."""

from __future__ import annotations

from litreview.csl.tree import Content, Node, first_marked, marked, replaced, text_of

_NAMES, _ET_AL = frozenset({"names"}), frozenset({"et-al"})


def names_of_entry(parts: list[Content]) -> Node | None:
    """The first names that an entry prints."""
    for part in parts:
        names = first_marked(part, _NAMES)
        if names is not None:
            return names
    return None


def substituted(parts: list[Content], before: Node | None, value: str, rule: str) -> list[Content]:
    """The entry with `value` for the authors it shares with the names `before`."""
    names = names_of_entry(parts)
    if names is None or before is None:
        return parts
    new = _replacement(names, before, value, rule)
    if new is None:
        return parts
    entry: list[Content] = []
    for part in parts:
        after = replaced(part, names, new)
        if after is not None:
            entry.append(after)
    return entry


def _same_people(names: Node, before: Node) -> bool:
    return _people(names) == _people(before)


def _people(names: Node) -> tuple[str, ...]:
    """The names as printed, without labels and conjunctions, which may be of several languages."""
    people = tuple(text_of(node) for node in marked(names, "name"))
    if not people:
        return (text_of(names),)
    return (*people, "…") if first_marked(names, _ET_AL) is not None else people


def _replacement(names: Node, before: Node, value: str, rule: str) -> Content | None:
    own = list(marked(names, "name")) if names.children else []
    old = list(marked(before, "name"))
    if rule == "complete-all":
        if not _same_people(names, before):
            return None
        return _mark_for_all(names, value)
    if rule == "complete-each" and not _same_people(names, before):
        return None
    if not own and not old:
        return _mark_for_all(names, value) if rule != "partial-first" and _same_people(names, before) else None
    new: Content | None = names
    for place, node in enumerate(own):
        if place >= len(old) or text_of(node) != text_of(old[place]):
            break
        if rule == "partial-first" and place:
            break
        if new is not None:
            new = replaced(new, node, Node([value], mark="name"))
    return None if new is names else new


def _mark_for_all(names: Node, value: str) -> Content:
    """The mark for the whole list; labels behind the names stay."""
    labels = [label for child in names.children for label in marked(child, "label")]
    new = names.copy([Node([value] if value else []), *labels])
    new.delimiter = None
    return new
