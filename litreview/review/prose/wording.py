"""Naming things: values by the concept's label, statements in their keeper's words or quoted, studies by their citation."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.concepts.countries import country
from litreview.document.nodes import Cite, CiteItem, Inlines, Text
from litreview.record import LangText, Statement
from litreview.review.claims import Part, Value
from litreview.review.prose.voice import Voice
from litreview.review.thresholds import CITED_AS_EXAMPLES, CITED_AT_ONCE, LISTED_AS_EXAMPLES, LISTED_AT_ONCE, WORDS_OF_A_TERM


def cite(keys: Sequence[str], voice: Voice) -> Cite:
    """A parenthetical citation of all `keys`; of many, the first few as examples."""
    if len(keys) <= CITED_AT_ONCE:
        return Cite(tuple(CiteItem(key) for key in keys))
    for_example = str(voice.language.section("lists")["for_example"])
    return Cite(tuple(CiteItem(key) for key in keys[:CITED_AS_EXAMPLES]), lead=for_example)


def listed(keys: Sequence[str], voice: Voice) -> Cite:
    """A citation within a list of values: all `keys` if they are few, else their number and two examples."""
    if len(keys) <= LISTED_AT_ONCE:
        return Cite(tuple(CiteItem(key) for key in keys))
    for_example = str(voice.language.section("lists")["for_example"])
    return Cite(tuple(CiteItem(key) for key in keys[:LISTED_AS_EXAMPLES]), lead=f"{voice.studies(len(keys))}, {for_example}")


def narrative(key: str) -> Cite:
    """A citation as a part of the sentence."""
    return Cite((CiteItem(key),), "narrative")


def name(value: Value, voice: Voice) -> Inlines:
    """What a value is called: the concept's label, a country's or continent's name, else the words of the studies."""
    if value.aspect == "country":
        return (Text(_in(country(value.identity).name, voice)),)
    if value.aspect == "region":
        return (Text(str(voice.language.section("continents")[_in(value.text, voice)])),)
    if value.aspect == "facet":
        return (Text(str(voice.language.needed("facets", value.identity, f"facet {value.identity}")).lower()),)
    if value.aspect == "field":
        return (Text(str(voice.language.section("fields")[value.identity])),)
    if (label := voice.concept(value.concept)) is not None:
        return (Text(label),)
    if value.besides:
        relation = (value.aspect or "").rpartition(".")[2]
        before, _, rest = str(voice.language.section("answers")["joints"][relation]).partition("{factor}")
        middle, _, behind = rest.partition("{outcome}")
        parts = (Text(before), *term(value.text, voice), Text(middle), *term(value.besides, voice), Text(behind))
        return tuple(node for node in parts if node != Text(""))
    return term(value.text, voice)


def framed(value: Value, voice: Voice) -> Inlines:
    """What a value is called among values of other aspects: "the qualitative approach", "interviews as a source of data"."""
    frames = voice.language.section("comparison")["framed"]
    before, _, behind = str(frames.get(value.aspect or "", "{value}")).partition("{value}")
    return (Text(before), *name(value, voice), Text(behind))


def term(text: LangText, voice: Voice) -> Inlines:
    """A short text as it stands; a long one, or one in another language, between quotation marks."""
    found = text.best(voice.language.tag)
    if not found:
        return ()
    tag, words = found
    if voice.speaks(tag) and len(words.split()) <= WORDS_OF_A_TERM:
        return (Text(words),)
    return voice.quote(words, tag)


def phrase(part: Part, voice: Voice) -> Inlines:
    """What one study says, statement by statement."""
    return voice.join([wording(statement, part.paraphrased, voice) for statement in part.statements if statement.text])


def quotes(parts: Sequence[Part], voice: Voice) -> bool:
    """Whether the first of `parts` is told in the words of its source."""
    return _quoted(parts, voice) is not None


def quotes_whole(parts: Sequence[Part], voice: Voice) -> bool:
    """Whether it is told by a whole sentence of its source, which no sentence of ours can go on into."""
    return (_quoted(parts, voice) or "")[:1].isupper()


def _quoted(parts: Sequence[Part], voice: Voice) -> str | None:
    stated = parts[0].statements if parts else ()
    found = stated[0].text.best(voice.language.tag) if stated else None
    return found[1] if found and not (parts[0].paraphrased and voice.speaks(found[0])) else None


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
