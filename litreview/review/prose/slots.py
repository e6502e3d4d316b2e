"""What may stand in a sentence: each slot of a template, made from the claim it renders."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from litreview.document.nodes import Inlines, Text
from litreview.errors import UnknownName
from litreview.review.claims import Claim, Group, Part, Value
from litreview.review.prose.voice import Voice
from litreview.review.prose.wording import cite, framed, listed, name, narrative, phrase, speakable, spoken_names, term
from litreview.review.thresholds import CITED_AT_ONCE

ANSWER = "answer."
"""How the kinds of claims begin that list answers: those with a phrase that cannot stand in the sentence are left to the table."""


@attrs.frozen
class Slots:
    """The slots of one claim in one language.

    Numbers, in words: ``n`` (studies that state the thing), ``rest`` (that do not), ``total``, ``groups`` (values), the claim's own;
    ``studies`` is "three studies". Of the first group: ``value``, ``text`` (what its first study says), ``terms`` (what that is about),
    ``texts`` (what each says, cited), ``cite``, ``narrative``, ``text1``, ``cite1``, ``others1`` …. Of all groups: ``values``
    (``respects`` if they hold conjunctions), ``listed`` (each with its studies), ``points`` (so, each named with its aspect; ``framed``
    without studies), ``besides`` (those behind the first), ``lone`` (gathered by study); ``value1``, ``cites1`` … the name of one and its
    studies. ``stated`` and ``missing`` cite the studies counted; of many that are missing none is cited, since no few of them stand for
    what all leave out.
    """

    claim: Claim
    voice: Voice

    def count(self, slot: str) -> int:
        """The number in a slot. Raises UnknownName."""
        claim = self.claim
        counts = {
            "n": len(claim.stated),
            "rest": len(claim.missing),
            "total": len(claim.stated) + len(claim.missing),
            "studies": len(claim.groups[0].parts) if claim.groups else len(claim.stated),
            "groups": len(claim.groups),
            **dict(claim.numbers),
        }
        if slot not in counts:
            raise UnknownName(f'slot in the sentence "{claim.kind}"', slot, counts)
        return counts[slot]

    def inlines(self, slot: str) -> Inlines:
        """What stands in a slot. Raises UnknownName."""
        claim, voice = self.claim, self.voice
        if slot == "studies":
            return (Text(voice.studies(self.count(slot))),)
        if slot == "missing" and len(claim.missing) > CITED_AT_ONCE:
            return ()
        if slot in ("stated", "missing"):
            return (cite(claim.stated if slot == "stated" else claim.missing, voice),)
        if claim.groups:
            words = self._of_groups(slot, claim.groups[0])
            if words is not None:
                return words
        return (Text(voice.number(self.count(slot))),)

    def _of_groups(self, slot: str, first: Group) -> Inlines | None:
        voice = self.voice
        if slot == "cite":
            return (cite(self._together(first), voice),)
        if slot == "narrative":
            return (narrative(first.parts[0]),)
        if slot == "value":
            return name(first.value, voice)
        if slot == "values":
            return voice.join([name(group.value, voice) for group in self.claim.groups])
        if slot == "respects":
            return voice.join([name(group.value, voice) for group in self.claim.groups], strong=len(self.claim.groups) > 1)
        if slot == "any":
            return voice.join([name(group.value, voice) for group in self.claim.groups], conjunction="or")
        if slot == "listed":
            groups = [group for group in self.claim.groups if not self.claim.kind.startswith(ANSWER) or speakable(group, voice)]
            items = [(*name(g.value, voice), Text(" "), listed(g.parts, voice)) for g in groups]
            return voice.join(items, strong=len(items) > 2)
        if slot == "points":
            items = [(*framed(g.value, voice), Text(" "), listed(g.parts, voice)) for g in self.claim.groups]
            return voice.join(items, strong=len(items) > 2)
        if slot == "framed":
            return voice.join([framed(group.value, voice) for group in self.claim.groups])
        if slot == "besides":
            items = [(*name(g.value, voice), Text(" "), listed(g.parts, voice)) for g in self.claim.groups[1:]]
            return voice.join(items, strong=len(items) > 2)
        if slot == "lone":
            return self._by_study()
        if slot == "terms":
            return self._terms(first.parts[0])
        if slot == "text":
            return phrase(first.parts[0], voice)
        if slot == "texts":
            return voice.join([(*phrase(p, voice), Text(" "), cite((p,), voice)) for p in first.parts], strong=True)
        if slot[-1:].isdigit():
            return self._numbered(slot[:-1], int(slot[-1]) - 1, first)
        return None

    def _together(self, first: Group) -> tuple[Part, ...]:
        """The parts of the first group, each with what its study says in the other groups where all groups hold the same studies."""
        groups = self.claim.groups
        if any(set(group.keys) != set(first.keys) for group in groups):
            return first.parts
        return tuple(_whole(key, groups) for key in first.keys)

    def _by_study(self) -> Inlines:
        """Values gathered by the study that states them: "a and b (X); c (Y)"."""
        gathered: dict[str, list[Group]] = {}
        for group in self.claim.groups:
            gathered.setdefault(group.keys[0], []).append(group)
        voice = self.voice
        items = [
            (*voice.join([name(g.value, voice) for g in listed]), Text(" "), cite((_whole(key, listed),), voice))
            for key, listed in gathered.items()
        ]
        return voice.join(items, strong=len(items) > 2 or any(len(listed) > 1 for listed in gathered.values()))

    def _terms(self, part: Part) -> Inlines:
        """What a part is about, by name."""
        return self.voice.join([term(text, self.voice) for text in spoken_names(part, self.voice)])

    def _numbered(self, kind: str, index: int, first: Group) -> Inlines | None:
        if kind == "value":
            return name(self.claim.groups[index].value, self.voice)
        if kind == "cites":
            return (cite(self.claim.groups[index].parts, self.voice),)
        if kind == "cite":
            return (cite((first.parts[index],), self.voice),)
        if kind == "narrative":
            return (narrative(first.parts[index]),)
        if kind == "text":
            return phrase(first.parts[index], self.voice)
        if kind == "terms":
            return self._terms(first.parts[index])
        if kind == "others":
            stated = self.claim.groups[1].parts[index].statements
            return self.voice.join([name(Value("", s.text, s.concept, first.value.aspect), self.voice) for s in stated])
        return None


def _whole(key: str, groups: Sequence[Group]) -> Part:
    """What the study `key` says in several groups, in one."""
    return Part(key, tuple(statement for group in groups for part in group.parts if part.key == key for statement in part.statements))
