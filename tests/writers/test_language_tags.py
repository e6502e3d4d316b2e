"""Languages as Word numbers them, against the list that Python keeps for Windows, and by hand where that has none or other tags."""

from __future__ import annotations

import locale

from litreview.writers.docx.package.language_tags import word_language

LISTED = (
    "af ar bg ca cs da de el en es et fa fi fil fr he hi hr hu id it ja ko lo lt lv ms nb nl nn no pl pt ro ru sk sl sv ta th tr uk ur vi zh "
    "en-GB en-AU en-CA en-NZ pt-BR es-MX fr-CA fr-CH fr-BE de-AT de-CH nl-BE zh-TW zh-HK zh-SG ms-BN"
).split()
OTHERS = {"bn": ("bn-BD", 2117), "bs": ("bs-Latn-BA", 5146), "km": ("km-KH", 1107), "my": ("my-MM", 1109), "sr": ("sr-Cyrl-RS", 10266)}


def test_the_numbers_are_those_of_the_tags() -> None:
    languages = {tag: language for tag in LISTED if (language := word_language(tag))}
    assert [*languages] == LISTED
    assert {tag: locale.windows_locale[one.number].replace("_", "-") for tag, one in languages.items()} == {
        tag: one.tag for tag, one in languages.items()
    }
    assert {tag: one.tag.split("-")[0] for tag, one in languages.items()} == {tag: tag.split("-")[0] for tag in LISTED} | {"no": "nb"}


def test_others_have_their_number() -> None:
    assert {tag: (language.tag, language.number) for tag in OTHERS if (language := word_language(tag))} == OTHERS
