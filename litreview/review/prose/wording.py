"""Naming things: values by the concept's label, statements in their keeper's words or quoted, studies by their citation."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from litreview.concepts import find
from litreview.concepts.countries import country
from litreview.document.nodes import Cite, CiteItem, Foreign, Inlines, Styled, Text
from litreview.languages import language, tags
from litreview.record import LangText, Statement
from litreview.review.claims import Group, Part, Value
from litreview.review.claims.marked import pages, whose
from litreview.review.prose.voice import Voice
from litreview.review.thresholds import (
    CITED_AS_EXAMPLES,
    CITED_AT_ONCE,
    LISTED_AS_EXAMPLES,
    LISTED_AT_ONCE,
    WORDS_OF_A_FOREIGN_TERM,
    WORDS_OF_A_TERM,
)

_SLOT = re.compile(r"(\{\w+\})")


def cite(studies: Sequence[str | Part], voice: Voice) -> Cite:
    """A parenthetical citation of all `studies`; of many, the first few as examples."""
    if len(studies) <= CITED_AT_ONCE:
        return Cite(tuple(map(cited, studies)))
    for_example = str(voice.language.section("lists")["for_example"])
    return Cite(tuple(map(cited, studies[:CITED_AS_EXAMPLES])), lead=for_example)


def listed(studies: Sequence[str | Part], voice: Voice) -> Cite:
    """A citation within a list of values: all `studies` if they are few, else their number and two examples."""
    if len(studies) <= LISTED_AT_ONCE:
        return Cite(tuple(map(cited, studies)))
    for_example = str(voice.language.section("lists")["for_example"])
    return Cite(tuple(map(cited, studies[:LISTED_AS_EXAMPLES])), lead=f"{voice.studies(len(studies))}, {for_example}")


def narrative(study: str | Part) -> Cite:
    """A citation as a part of the sentence."""
    return Cite((cited(study),), "narrative")


def cited(study: str | Part) -> CiteItem:
    """One work in a citation: by its key alone, or for what it says, with the pages where that was read in its full text."""
    if isinstance(study, str):
        return CiteItem(study)
    place = pages(study.evidence)
    return CiteItem(study.key, place, "page" if place else None)


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
        fillings = {"{factor}": answer(value.text, voice, value.own), "{outcome}": answer(value.besides, voice)}
        pieces = _SLOT.split(str(voice.language.section("answers")["joints"][relation]))
        return tuple(node for piece in pieces if piece for node in fillings.get(piece, (Text(piece),)))
    return term(value.text, voice, value.own)


def framed(value: Value, voice: Voice) -> Inlines:
    """What a value is called among values of other aspects: "the qualitative approach", "interviews as a source of data"."""
    frames = voice.language.section("comparison")["framed"]
    before, _, behind = str(frames.get(value.aspect or "", "{value}")).partition("{value}")
    return (Text(before), *name(value, voice), Text(behind))


def term(text: LangText, voice: Voice, own: Collection[str] = ()) -> Inlines:
    """A short text as it stands, as one of the keeper's (`own` languages) does; one of another language in italics; a long one quoted."""
    tagged = text.best(voice.language.tag)
    if not tagged:
        return ()
    tag, words = tagged
    if tag in own:
        return _hers(words, tag, voice)
    if voice.speaks(tag) and max(len(item.split()) for item in words.split(",")) <= WORDS_OF_A_TERM:
        return (Text(words),)
    if not voice.speaks(tag) and len(words.split()) <= WORDS_OF_A_FOREIGN_TERM:
        return (Foreign(tag, (Styled("italic", (Text(words),)),)),)
    return voice.quote(words, tag)


def speakable(group: Group, voice: Voice) -> bool:
    """Whether an answer can stand in a sentence of `voice`: its phrases are in that language, or name what has a name in it.

    What the keeper marked is told in any case.
    """
    value = group.value
    if voice.concept(value.concept) is not None:
        return True
    phrases = [found for text in (value.text, value.besides) if (found := text.best(voice.language.tag))]
    return all(voice.speaks(tag) or tag in value.own or None not in _named(words, tag, voice) for tag, words in phrases)


def answer(text: LangText, voice: Voice, own: Collection[str] = ()) -> Inlines:
    """A phrase of an answer as `term` gives it; of one in another language each thing by the label of the concept that it is."""
    tagged = text.best(voice.language.tag)
    if not tagged or tagged[0] in own or voice.speaks(tagged[0]):
        return term(text, voice, own)
    labels = _named(tagged[1], tagged[0], voice)
    return voice.join([(Text(label),) for label in labels if label]) if None not in labels else term(text, voice, own)


def _named(words: str, tag: str, voice: Voice) -> list[str | None]:
    """What each thing that a phrase names is called in the language of `voice`, None for what is no concept as a whole."""
    labels: list[str | None] = []
    for item in _items(words, tag):
        hits = find(item, tag, extra=voice.concepts)
        whole = len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(item))
        labels.append(voice.concept(hits[0].value.id) if whole else None)
    return labels


def spoken_names(part: Part, voice: Voice) -> list[LangText]:
    """What a part is about, as far as it has a name in the language of `voice`."""
    return [text for text in part.about if (found := text.best(voice.language.tag)) and voice.speaks(found[0])]


def _items(words: str, tag: str) -> list[str]:
    """The things that a phrase names one beside the other, each without an article."""
    if tag not in tags():
        return [words]
    joint = re.compile(str(language(tag).section("answers")["joint"]), re.IGNORECASE)
    stops = str(language(tag).section("stop_words")["words"]).split()
    parts = [part.split() for piece in words.split(",") for part in joint.split(f" {piece.strip()}") if part.strip()]
    return [" ".join(part[1:] if part[0].casefold() in stops and len(part) > 1 else part) for part in parts]


def phrase(part: Part, voice: Voice) -> Inlines:
    """What one study says, statement by statement."""
    return voice.join([wording(statement, part.paraphrased, voice) for statement in part.statements if statement.text])


def quotes(parts: Sequence[Part], voice: Voice) -> bool:
    """Whether the first of `parts` is told in the words of its source."""
    return bool(parts) and quoted(parts[0], voice) is not None


def quotes_whole(parts: Sequence[Part], voice: Voice) -> bool:
    """Whether it is told by a whole sentence of its source, which no sentence of ours can go on into."""
    return bool(parts) and (quoted(parts[0], voice) or "")[:1].isupper()


def quoted(part: Part, voice: Voice) -> str | None:
    """The words of its source that are quoted for a part; None where its keeper's own stand for them, or a slot."""
    stated = part.statements[:1]
    tagged = stated[0].text.best(voice.language.tag) if stated else None
    if not tagged or _own(stated[0], tagged[0], part.paraphrased):
        return None
    return tagged[1] if voice.speaks(tagged[0]) else None


def to_translate(part: Part, voice: Voice) -> bool:
    """Whether the words of a part are in another language than that of the chapter; what its keeper marked is told as she has it."""
    return any(_foreign(statement, voice) for statement in part.statements)


def _foreign(statement: Statement, voice: Voice) -> bool:
    tagged = statement.text.best(voice.language.tag)
    return tagged is not None and not voice.speaks(tagged[0])


def wording(statement: Statement, paraphrased: bool, voice: Voice) -> Inlines:
    """The words of a statement: as they are where they are the keeper's own (`paraphrased`), quoted where they are the source's.

    For words of another language there stands a mark that they are to be translated: nothing is translated here.
    """
    tagged = statement.text.best(voice.language.tag)
    if not tagged:
        return ()
    tag, words = tagged
    if _foreign(statement, voice):
        return (Text(str(voice.language.section("lists")["to_translate"])),)
    return (Text(_within(words)),) if _own(statement, tag, paraphrased) and voice.speaks(tag) else voice.quote(words, tag)


def _own(statement: Statement, tag: str, paraphrased: bool) -> bool:
    """Whether words are the keeper's own: a comment of hers is, what she marked is not, of all else `paraphrased` says it."""
    said = whose(statement, tag)
    return paraphrased if said is None else said


def _hers(words: str, tag: str, voice: Voice) -> Inlines:
    """Words of the keeper's, which are never quoted; marked where they are in another language."""
    text = Text(_within(words))
    return (text,) if voice.speaks(tag) else (Foreign(tag, (Styled("italic", (text,)),)),)


def _within(words: str) -> str:
    """Words as a part of a sentence: without the stop at their end."""
    return words.rstrip(" .;,")


def _in(text: LangText, voice: Voice) -> str:
    tagged = text.best(voice.language.tag)
    return tagged[1] if tagged else ""
