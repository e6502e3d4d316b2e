"""A claim: one thing the review may say, with the studies and the words it rests on. It has no words of any language itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs

from litreview.record import Evidence, LangText, Statement


@attrs.frozen
class Value:
    """What studies are compared by: a concept, or the words where no concept is known. `text` names it, by language."""

    identity: str
    text: LangText
    concept: str | None = None
    aspect: str | None = None
    besides: LangText = LangText()
    """Of an answer, what the factor named by `text` bears on."""
    own: tuple[str, ...] = ()
    """The languages in which `text` is a comment of the keeper's."""


@attrs.frozen
class Part:
    """What one study says: its statements, and whether their wording is the keeper's own (else it must be quoted).

    `about` are the names of what the statements speak of, by which they can be told where their words cannot.
    """

    key: str
    statements: tuple[Statement, ...] = ()
    paraphrased: bool = False
    about: tuple[LangText, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words the statements rest on."""
        return tuple(e for statement in self.statements for e in statement.evidence)


@attrs.frozen
class Group:
    """Studies that have one value in common; `parts` hold what each says of it (or besides it)."""

    value: Value
    parts: tuple[Part, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The studies of the group."""
        return tuple(part.key for part in self.parts)


@attrs.frozen
class Claim:
    """One thing to be said.

    - `kind` is the move ("coverage", "shared", …); with `facet` it finds the sentence in the language file.
    - `stated` and `missing`: the studies that state the thing and those that do not; their sum is what is counted over.
    - `groups`: the values with their studies, in the order to be told.
    - `numbers`: counts that the sentence prints, by slot; each can be recounted from the rest of the claim or from the library.
    """

    kind: str
    facet: str
    stated: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    opens: bool = False
    """Whether a new thought begins here: a paragraph that is long enough ends before it."""

    @property
    def id(self) -> str:
        """A name that depends on what is claimed alone: ten hexadecimal digits."""
        fields = [self.kind, self.facet, *self.stated, "/", *self.missing]
        for group in self.groups:
            fields += ["|", group.value.identity, *group.keys]
        return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:10]

    @property
    def studies(self) -> tuple[str, ...]:
        """Every study the claim rests on, each once, in order of mention."""
        grouped = [key for group in self.groups for key in group.keys]
        return tuple(dict.fromkeys([*grouped, *self.stated, *self.missing]))

    @property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """(study, words) for every statement that the claim uses."""
        return tuple(dict.fromkeys((part.key, evidence) for group in self.groups for part in group.parts for evidence in part.evidence))


def merge_text(texts: Iterable[LangText]) -> LangText:
    """One text with every language that any of `texts` has; the first to have it gives the words."""
    merged: dict[str, str] = {}
    for text in texts:
        for tag, words in text.items():
            merged.setdefault(tag, words)
    return LangText(merged)
