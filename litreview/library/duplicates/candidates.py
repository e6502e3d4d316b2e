"""Which studies are worth comparing: those that share something rare. The cost grows with these blocks, not with the library's square."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from litreview.library.duplicates.features import Features

_RAREST = 4
"""Words of a title by which it is looked up."""
_LARGEST = 120
"""A block larger than this says nothing: its word is too common."""


def candidates(listed: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, the smaller first."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    common = Counter(word for study in listed for word in {w for title in study.titles for w in title.content})
    for at, study in enumerate(listed):
        for kind, value in {*study.identifiers, *(("ISBN", number) for number in study.isbns)}:
            blocks[kind, value].append(at)
        for title in study.titles:
            blocks["title", title.joined].append(at)
            shared = {word for word in title.content if common[word] > 1}  # a misspelt word is rare, and in no other title
            for word in sorted(shared, key=lambda w: (common[w], w))[:_RAREST]:
                blocks["word", word].append(at)
        for family in study.families:
            blocks["name", f"{family} {study.year}"].append(at)
            if study.page:
                blocks["page", f"{family} {study.page}"].append(at)
    seen: set[tuple[int, int]] = set()
    for (kind, _), members in blocks.items():
        if kind in ("word", "name", "page") and len(members) > _LARGEST:
            continue
        for n, one in enumerate(members):
            for other in members[n + 1 :]:
                if one != other and (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other
