"""The legend: what colours and tags mean, by names of aspects in any of our languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from litreview.errors import nearest
from litreview.languages import language, tags
from litreview.record import ASPECTS, GAP, Legend
from litreview.record.colours import COLOURS, colour_of, nearest_name

USUAL = Legend({"yellow": "findings", "blue": "method", "green": "framework", "red": GAP, "purple": "aim", "orange": "data"})
"""What is offered to one who has no legend yet; nothing is read by it unless she takes it."""
NONE = ("", "-", "none", "null")


class BadLegend(ValueError):
    """A meaning that is none: the mark, what it was to mean, and the nearest name that there is, or all of them."""

    def __init__(self, mark: str, meaning: str) -> None:
        self.mark, self.meaning = mark, meaning
        self.nearest = nearest(meaning.casefold(), sorted(_meanings()))
        self.known = ", ".join((*ASPECTS, GAP))
        super().__init__(mark)


def legend_of(said: Mapping[str, str | None]) -> Legend:
    """The legend that says ``{yellow: findings, kuning muda: -, penting: gap}``. Raises BadLegend for a meaning that is none.

    >>> legend_of({"Kuning": "hasil", "#FF6666": "gap", "penting": "method"})
    FrozenMap({'yellow': 'findings', 'red': 'gap', 'penting': 'method'})
    """
    legend: dict[str, str] = {}
    for mark, meaning in said.items():
        word = (meaning or "").strip().casefold()
        if word not in NONE and word not in _meanings():
            raise BadLegend(mark, word)
        legend[colour_named(mark) or mark.strip().casefold()] = "" if word in NONE else _meanings()[word]
    return Legend(legend)


def colour_named(word: str) -> str | None:
    """The colour that a word names in any of our languages, or None.

    >>> colour_named("Hijau"), colour_named("#ffd400"), colour_named("kota")
    ('green', 'yellow', None)
    """
    return _colours().get(word.strip().casefold()) or colour_of(word)


def meaning_of(colour: str | None, marked: tuple[str, ...], legend: Legend) -> str | None:
    """What a mark means by its tags, else by its colour: an aspect, `GAP`, "" for nothing at all, None where nobody says.

    A tag that is itself the name of an aspect needs no legend. A colour of a shade that the legend does not name counts as the nearest.
    """
    for tag in marked:
        word = tag.strip().casefold().lstrip("#")
        if word in legend or word in _meanings():
            return legend.get(word, _meanings().get(word))
    if colour is None:
        return None
    return legend.get(colour, legend.get(nearest_name(colour)))


def led_by(comment: str) -> tuple[str, str] | None:
    """The meaning that the first words of a comment give it, and the rest of it; None where they give none.

    >>> led_by("Hasil: warga ikut"), led_by("[gap] tidak ada survei"), led_by("metode"), led_by("Menarik: ini")
    (('findings', 'warga ikut'), ('gap', 'tidak ada survei'), ('method', ''), None)
    """
    said = comment.strip()
    if said[:1] == "[" and "]" in said:
        word, _, rest = said[1:].partition("]")
    elif ":" in said:
        word, _, rest = said.partition(":")
    else:
        word, rest = said, ""
    meaning = _meanings().get(" ".join(word.strip().lstrip("#").split()).casefold())
    return (meaning, rest.strip(" :\n\t")) if meaning else None


@cache
def _meanings() -> Mapping[str, str]:
    """Every word for an aspect, in small letters: its name in records and in each language, and what may stand before a comment."""
    words = {name: name for name in (*ASPECTS, GAP)}
    for tag in tags():
        spoken = language(tag)
        names, leads = spoken.section("record"), spoken.section("highlights")["leads"]
        for name in (*ASPECTS, GAP):
            if name in names:
                words.setdefault(str(names[name]).casefold(), name)
            for word in leads.get(name, ()):
                words.setdefault(str(word).casefold(), name)
    return words


@cache
def _colours() -> Mapping[str, str]:
    named = {name: name for name in COLOURS}
    for tag in tags():
        for name, words in language(tag).section("highlights")["colours"].items():
            named.update({str(word).casefold(): str(name) for word in words})
    return named
