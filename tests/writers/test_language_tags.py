"""Languages as Word numbers them, against the list that Python keeps for Windows, and by hand where that has none or other tags."""

from __future__ import annotations

import locale

import pytest

from litreview.writers.docx.package.language_tags import word_language

LISTED = (
    "af ar bg ca cs da de el en es et fa fi fil fr he hi hr hu id it ja ko lo lt lv ms nb nl nn no pl pt ro ru sk sl sv ta th tr uk ur vi zh "
    "en-GB en-AU en-CA en-NZ pt-BR es-MX fr-CA fr-CH fr-BE de-AT de-CH nl-BE zh-TW zh-HK zh-SG ms-BN"
).split()
OTHERS = {"bn": ("bn-BD", 2117), "bs": ("bs-Latn-BA", 5146), "km": ("km-KH", 1107), "my": ("my-MM", 1109), "sr": ("sr-Cyrl-RS", 10266)}


@pytest.mark.parametrize("tag", LISTED)
def test_the_number_is_that_of_the_tag(tag: str) -> None:
    found = word_language(tag)
    assert found is not None
    assert locale.windows_locale[found.number].replace("_", "-") == found.tag
    assert found.tag.split("-")[0] == ("nb" if tag == "no" else tag.split("-")[0])


@pytest.mark.parametrize(("tag", "wanted"), OTHERS.items())
def test_others_have_their_number(tag: str, wanted: tuple[str, int]) -> None:
    found = word_language(tag)
    assert found is not None
    assert (found.tag, found.number) == wanted
