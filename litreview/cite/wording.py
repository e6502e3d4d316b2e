"""In which words works are cited: of which language, with which title."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import attrs

ItemLanguage: TypeAlias = Literal["terms", "entries", "off"]


@attrs.frozen
class Wording:
    """The choices for the words of citations and entries.

    - `item_language`: "terms" words each work in its own language ("dkk." of an Indonesian work, "et al." of an English one), "off" all in
      that of the text; None as the language of the text has it.
    - `translated_titles`: behind a title in another language stands the one in the language of the text, in square brackets.
    - `terms`: "own" sets litreview's words before those of the public locale where that is wanting ("ed. ke-2", "peny."); "public" never.
    """

    item_language: ItemLanguage | None = None
    translated_titles: bool = False
    terms: Literal["own", "public"] = "own"

    def item_locale(self, usual: ItemLanguage) -> ItemLanguage:
        """What the processor is told for a text in a language for which `usual` holds."""
        return self.item_language or usual


ITEM_LANGUAGES = get_args(ItemLanguage)
TERMS = ("own", "public")
AS_USUAL = Wording()
