"""What the sources say: the words of each study in which a quotation, a number or a name of the draft must be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from litreview.audit.chapters import DraftText
from litreview.audit.chapters.saved import Making
from litreview.audit.chapters.text import without_tokens
from litreview.audit.checks._works import folded
from litreview.record import ASPECTS, COMMENTS, HIGHLIGHTS, Library, Partner, Period, Statement, Study
from litreview.review.claims import Claim
from litreview.review.claims.facets.pairs import years

DRAFT = ""
"""The key under which the generated text itself stands where no records are at hand."""


@attrs.frozen
class Stretch:
    """A text of a source: the field it stands in, its language, and whether the words are the keeper's, not the source's."""

    field: str
    language: str
    text: str
    paraphrased: bool = False


@attrs.frozen(slots=False, eq=False)
class Sources:
    """The texts of each study by key. `whole` says whether whole records are at hand, or only what the draft carries of them."""

    texts: Mapping[str, tuple[Stretch, ...]]
    whole: bool

    @cached_property
    def _flat(self) -> dict[str, str]:
        return {key: flat(" \n ".join(s.text for s in stretches)) for key, stretches in self.texts.items()}

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {key: frozenset(words(text)) for key, text in self._flat.items()}

    @cached_property
    def everything(self) -> frozenset[str]:
        """Every word of every source, in small letters."""
        return frozenset(word for own in self._words.values() for word in own)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Every word that some source writes in small letters."""
        return frozenset(
            w for stretches in self.texts.values() for s in stretches for w in re.findall(r"[^\W\d_][\w'-]*", folded(s.text)) if w.islower()
        )

    @cached_property
    def _quotable(self) -> dict[str, str]:
        return {key: unquoted(text) for key, text in self._flat.items()}

    def quotable(self, key: str) -> str:
        """All texts of one study without quotation marks, which a quotation within a quotation changes."""
        return self._quotable.get(key, "")

    def of(self, key: str) -> str:
        """All texts of one study, evened out."""
        return self._flat.get(key, "")

    def has_word(self, word: str, keys: Iterable[str]) -> bool:
        """Whether one of the studies `keys` has this word, whatever its case."""
        sought = flat(word)
        return any(sought in self._words.get(key, ()) for key in keys)

    def with_word(self, word: str) -> tuple[str, ...]:
        """The studies that have this word."""
        sought = flat(word)
        return tuple(key for key, own in self._words.items() if sought in own and key != DRAFT)


def flat(text: str) -> str:
    """`text` in small letters, with dashes, quotation marks, white space and the marks of emphasis evened out.

    >>> flat("The *sister  city* – “so”")
    'the sister city - "so"'
    """
    text = re.sub(r"</?(?:i|b|sup|sub|em|strong|span)\b[^<>]*>", "", folded(text).replace("­", ""))
    return " ".join(re.sub(r"[*_`]+", "", text).replace("…", "...").casefold().split())


def unquoted(text: str) -> str:
    """An evened-out text without quotation marks and apostrophes."""
    return " ".join(text.replace('"', "").replace("'", "").split())


def words(text: str) -> Iterator[str]:
    """The words of an evened-out text, those joined by a hyphen also apart."""
    for match in re.finditer(r"[^\W_](?:[\w'.-]*[^\W_])?", text):
        yield match.group()
        yield from (part for part in re.split(r"['.-]", match.group()) if part and part != match.group())


def of_study(study: Study) -> tuple[Stretch, ...]:
    """Everything a record says in words."""
    kept = set(study.paraphrased)
    stretches: list[Stretch] = []
    for field in ("title", "abstract", "genre", HIGHLIGHTS, COMMENTS, *study.variables):
        stretches += (Stretch(field, tag, text, field in kept or field == COMMENTS) for tag, text in study.tagged(field).items())
    stretches += (Stretch("keywords", tag, "; ".join(listed)) for tag, listed in study.keywords.items())
    stretches += (Stretch(role, "und", name.text()) for role, names in study.names.items() for name in names)
    stretches += (Stretch(name, "und", date.edtf()) for name, date in study.dates.items())
    for aspect in ASPECTS:
        for value in study.aspects.values(aspect):
            stretches += _of_value(aspect, value, "abstract" in kept)
    return tuple(stretches)


def _of_value(aspect: str, value: Statement | Period | Partner, paraphrased: bool) -> Iterator[Stretch]:
    for evidence in value.evidence:
        yield Stretch(evidence.field, evidence.language, evidence.quote, paraphrased)
    if isinstance(value, Statement):
        yield from (Stretch(aspect, tag, text, paraphrased) for tag, text in value.text.items())
    elif isinstance(value, Partner):
        yield from (Stretch(aspect, tag, text, True) for tag, text in value.name.items())
    else:
        yield Stretch(aspect, "und", years(value), True)


def sources_of(draft: DraftText, library: Library | None, saved: Making | None) -> Sources:
    """The records where they are at hand, else what the draft carries: the evidence of its claims and the data of its works."""
    if library is not None:
        return Sources({study.key: of_study(study) for study in library}, True)
    by_key: dict[str, list[Stretch]] = {}
    for key, item in (*(saved.works if saved else ()), *draft.works):
        by_key.setdefault(key, []).extend(Stretch("record", "und", text) for text in _strings(item))
    for claim in saved.ledger.claims if saved else ():
        for key, stretches in _of_claim(claim):
            by_key.setdefault(key, []).extend(stretches)
    for said in saved.said if saved else ():
        by_key.setdefault(DRAFT, []).extend(Stretch("draft", tag, without_tokens(text)) for tag, text in said.text.items())
    return Sources({key: tuple(dict.fromkeys(stretches)) for key, stretches in by_key.items()}, False)


def _of_claim(claim: Claim) -> Iterator[tuple[str, list[Stretch]]]:
    for group in claim.groups:
        for part in group.parts:
            stated = [s for statement in part.statements for s in _of_value(group.value.aspect or "", statement, part.paraphrased)]
            named = [Stretch(group.value.aspect or "", tag, text, True) for tag, text in group.value.text.items()]
            yield part.key, [*stated, *named]


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, Mapping | tuple) and depth < 12:
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(part, depth + 1)
