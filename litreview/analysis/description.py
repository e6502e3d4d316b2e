"""A descriptive title for a study that states none, so that it can be cited: in square brackets, as citation guides ask."""

from __future__ import annotations

import attrs

from litreview.record import LangText, Study, Variables

KEYWORDS = 3


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


def _words(study: Study, tag: str) -> str:
    partners = [name[1] for partner in study.aspects.partners if (name := partner.name.best(tag))]
    if len(partners) > 1:
        return "–".join(partners)
    keywords = study.keywords.best(tag)
    return ", ".join(keywords[1][:KEYWORDS]) if keywords and keywords[1] else study.key
