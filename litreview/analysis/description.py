"""What a study is cited by where its record does not say: a descriptive title in square brackets, a short one for a long title."""

from __future__ import annotations

import attrs

from litreview.languages import language, tags
from litreview.record import LangText, Study, Variables

KEYWORDS = 3

LONG_TITLE, SHORT_TITLE = 10, 5
"""Words: a title of more of them is no name for a work in the middle of a sentence, so many of its first are."""


def describe(study: Study) -> Study:
    """`study` with a title in square brackets, in each language of its abstract, unless it has a title.

    The title names the parties studied, else the first keywords, else the key: nothing that the record does not hold.
    Source: Publication Manual of the American Psychological Association, 7th edition, section 9.22 (works without a title).

    >>> from litreview.record import Aspects, Partner
    >>> pair = (Partner(LangText({"id": "Bandung"})), Partner(LangText({"id": "Seoul"})))
    >>> describe(Study("a", aspects=Aspects(partners=pair))).text("title")
    '[Bandung–Seoul]'
    """
    if study.title:
        return study
    tags = tuple(study.abstract) or ("und",)
    words = {tag: f"[{_words(study, tag)}]" for tag in tags}
    return attrs.evolve(study, title=LangText(words), variables=Variables({**study.variables, "title-short": LangText(words)}))


def shorten(study: Study) -> Study:
    """`study` with a short title where nobody signs it, its title is long and no short one is given: what stands before a colon, else its
    first words.

    Source: Publication Manual of the American Psychological Association, 7th edition, section 8.14 (works without an author).

    >>> dict(shorten(Study("a", title=LangText({"en": "Guide to the keeping of " + "very " * 9 + "old ports"}))).tagged("title-short"))
    {'en': 'Guide to the keeping'}
    """
    if any(study.names.values()) or study.tagged("title-short"):
        return study
    short = {tag: words for tag, title in study.title.items() if len(title.split()) > LONG_TITLE and (words := _first(title, tag))}
    return attrs.evolve(study, variables=Variables({**study.variables, "title-short": LangText(short)})) if short else study


def _first(title: str, tag: str) -> str:
    """The part of a title before its colon, else its first words; none of them at the end that only leads to the next."""
    part = title.split(":")[0].split()
    words = part if 1 < len(part) <= LONG_TITLE else title.split()[:SHORT_TITLE]
    bare = tag.split("-")[0]
    stops = str(language(bare).section("stop_words")["words"]).split() if bare in tags() else []
    while len(words) > 1 and words[-1].casefold().strip(".,") in stops:
        words = words[:-1]
    return " ".join(words).rstrip(" ,;:.")


def _words(study: Study, tag: str) -> str:
    partners = [name[1] for partner in study.aspects.partners if (name := partner.name.best(tag))]
    if len(partners) > 1:
        return "–".join(partners)
    keywords = study.keywords.best(tag)
    return ", ".join(keywords[1][:KEYWORDS]) if keywords and keywords[1] else study.key
