"""Naming things: values by the concept's label, statements in their keeper's words or quoted, studies by their citation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from litreview.claims import Part, Value
from litreview.concepts import concept, concepts
from litreview.concepts.countries import country
from litreview.document.nodes import Cite, CiteItem, Inlines, Text
from litreview.prose.voice import Voice
from litreview.record import LangText, Statement

CITED_AT_ONCE = 8
"""A citation names so many works; of a larger group the first few are cited as examples, and the table shows all."""

EXAMPLES = 4
SHORT_WORDS = 7
"""Up to so many words are a term, not a quotation."""


def cite(keys: Sequence[str], voice: Voice) -> Cite:
    """A parenthetical citation of all `keys`; of many, the first few as examples."""
    if len(keys) <= CITED_AT_ONCE:
        return Cite(tuple(CiteItem(key) for key in keys))
    for_example = str(voice.language.section("lists")["for_example"])
    return Cite(tuple(CiteItem(key) for key in keys[:EXAMPLES]), lead=for_example)


def narrative(key: str) -> Cite:
    """A citation as a part of the sentence."""
    return Cite((CiteItem(key),), "narrative")


def name(value: Value, voice: Voice) -> Inlines:
    """What a value is called: the concept's label, a country's or continent's name, else the words of the studies."""
    if value.aspect == "country":
        return (Text(_in(country(value.identity).name, voice)),)
    if value.aspect == "region":
        return (Text(str(voice.language.section("continents")[_in(value.text, voice)])),)
    if value.aspect == "field":
        return (Text(str(voice.language.section("fields")[value.identity])),)
    if value.concept is not None and value.concept in _known():
        return (Text(concept(value.concept).label(voice.language.tag)),)
    return term(value.text, voice)


def term(text: LangText, voice: Voice) -> Inlines:
    """A short text as it stands; a long one, or one in another language, between quotation marks."""
    found = text.best(voice.language.tag)
    if not found:
        return ()
    tag, words = found
    if voice.speaks(tag) and len(words.split()) <= SHORT_WORDS:
        return (Text(words),)
    return voice.quote(words, tag)


def phrase(part: Part, voice: Voice) -> Inlines:
    """What one study says, statement by statement."""
    return voice.join([wording(statement, part.paraphrased, voice) for statement in part.statements if statement.text])


def wording(statement: Statement, paraphrased: bool, voice: Voice) -> Inlines:
    """The words of a statement: as they are where they are the keeper's own (`paraphrased`), quoted where they are the source's.

    Words of another language are quoted and marked; nothing is translated.
    """
    found = statement.text.best(voice.language.tag)
    if not found:
        return ()
    tag, words = found
    return (Text(words),) if paraphrased and voice.speaks(tag) else voice.quote(words, tag)


def _in(text: LangText, voice: Voice) -> str:
    found = text.best(voice.language.tag)
    return found[1] if found else ""


@cache
def _known() -> frozenset[str]:
    return frozenset(c.id for c in concepts())
