"""Citations put back into the Markdown that they were typed in; everything else in it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.cite.full_stops import ends_in_stop, is_stop
from litreview.cite.places import BEHIND, is_note
from litreview.document.nodes import Cite, Document, References
from litreview.document.walk import cites
from litreview.papers._markdown.source import Source
from litreview.writers.markdown import Fragments


@attrs.frozen
class Citation:
    """Citations typed at one place: the stretch of the source (None where it stands there in other characters), how many nodes of the
    document they are, and what is left as it was typed."""

    at: tuple[int, int] | None
    cites: int
    left: str = ""


@attrs.frozen
class Splices:
    """What changes in a paper: its citations, in reading order, and its bibliography at the place `at`, below `heading` if there is one."""

    source: Source
    citations: Sequence[Citation]
    at: int
    heading: str

    def applied(self, resolved: Document) -> bytes:
        """The file with the citations and entries of `resolved`, which has the same citations in the same order."""
        text = self.source.text
        fragments = Fragments(self._label)
        edits = sorted({edit[0]: edit for edit in self._edits(cites(resolved), fragments)}.values())
        listed = [block for block in resolved.blocks if isinstance(block, References) and block.entries]
        edits += [(self.at, self.at, self._list(listed[0], fragments))] if listed else []
        last = 0
        parts: list[str] = []
        for start, end, words in sorted(edits, key=lambda edit: edit[:2]):
            if start >= last:
                parts += [text[last:start], words]
                last = end
        done = "".join(parts) + text[last:]
        notes = "".join(f"\n[^{label}]: {words}\n" for label, words in fragments.notes)
        return self.source.encoded(done.rstrip("\n") + "\n" + notes if notes else done)

    def _label(self, number: int) -> str:
        """The label of a note, which none of the paper begins with."""
        name = "cite"
        while f"[^{name}-" in self.source.text:
            name += "d"
        return f"{name}-{number}"

    def _edits(self, nodes: Iterator[Cite], fragments: Fragments) -> Iterator[tuple[int, int, str]]:
        for citation in self.citations:
            group = [next(nodes) for _ in range(citation.cites)]
            if citation.at is None:
                continue
            start, end = citation.at
            words = " ".join(fragments.inlines(cite.children) for cite in group) + citation.left
            if all(map(is_note, group)):
                start = len(self.source.text[:start].rstrip(" "))
            if is_note(group[-1]) and not citation.left:
                behind = re.compile(f"[{re.escape(BEHIND)}]*").match(self.source.text, end)
                assert behind is not None
                words, end = behind[0] + words, behind.end()
            elif not citation.left and ends_in_stop(group[-1].children) and is_stop(self.source.text[end : end + 2]):
                end += 1
            yield start, end, words

    def _list(self, references: References, fragments: Fragments) -> str:
        """The entries, parted from what stands around them by an empty line."""
        above, below = self.source.text[: self.at], self.source.text[self.at :]
        heading = f"{self.heading}\n\n" if self.heading else ""
        before = "\n" * (2 - (len(above) - len(above.rstrip("\n")))) if above.strip() else ""
        behind = "\n" if below and not below.startswith("\n") else ""
        return f"{before}{heading}{fragments.references(references)}\n{behind}"
