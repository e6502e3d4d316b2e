"""Language tags as Word spells them: with a region, in the attribute for their script, and as a number in citation fields."""

from __future__ import annotations

import re

import attrs

# tag without region: (the tag Word expects, its number in MS-LCID)
_WORD = {
    "af": ("af-ZA", 1078), "ar": ("ar-SA", 1025), "bg": ("bg-BG", 1026), "bn": ("bn-BD", 2117), "bs": ("bs-Latn-BA", 5146),
    "ca": ("ca-ES", 1027), "cs": ("cs-CZ", 1029), "da": ("da-DK", 1030), "de": ("de-DE", 1031), "el": ("el-GR", 1032),
    "en": ("en-US", 1033), "es": ("es-ES", 3082), "et": ("et-EE", 1061), "fa": ("fa-IR", 1065), "fi": ("fi-FI", 1035),
    "fil": ("fil-PH", 1124), "fr": ("fr-FR", 1036), "he": ("he-IL", 1037), "hi": ("hi-IN", 1081), "hr": ("hr-HR", 1050),
    "hu": ("hu-HU", 1038), "id": ("id-ID", 1057), "it": ("it-IT", 1040), "ja": ("ja-JP", 1041), "km": ("km-KH", 1107),
    "ko": ("ko-KR", 1042), "lo": ("lo-LA", 1108), "lt": ("lt-LT", 1063), "lv": ("lv-LV", 1062), "ms": ("ms-MY", 1086),
    "my": ("my-MM", 1109), "nb": ("nb-NO", 1044), "nl": ("nl-NL", 1043), "nn": ("nn-NO", 2068), "no": ("nb-NO", 1044),
    "pl": ("pl-PL", 1045), "pt": ("pt-PT", 2070), "ro": ("ro-RO", 1048), "ru": ("ru-RU", 1049), "sk": ("sk-SK", 1051),
    "sl": ("sl-SI", 1060), "sr": ("sr-Cyrl-RS", 10266), "sv": ("sv-SE", 1053), "ta": ("ta-IN", 1097), "th": ("th-TH", 1054),
    "tr": ("tr-TR", 1055), "uk": ("uk-UA", 1058), "ur": ("ur-PK", 1056), "vi": ("vi-VN", 1066), "zh": ("zh-CN", 2052),
}  # fmt: skip
_REGIONAL = {
    "en-GB": 2057, "en-AU": 3081, "en-CA": 4105, "en-NZ": 5129, "pt-BR": 1046, "es-MX": 2058, "fr-CA": 3084, "fr-CH": 4108, "fr-BE": 2060,
    "de-AT": 3079, "de-CH": 2055, "nl-BE": 2067, "zh-TW": 1028, "zh-HK": 3076, "zh-SG": 4100, "ms-BN": 2110,
}  # fmt: skip
_EAST_ASIAN = {"ja", "ko", "zh"}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


@attrs.frozen
class WordLanguage:
    """A language as Word knows it: its tag, the attribute of ``w:lang`` that carries it, and its number."""

    tag: str
    attribute: str
    number: int

    @property
    def xml(self) -> str:
        """The ``w:lang`` element."""
        return f'<w:lang {self.attribute}="{self.tag}"/>'


def word_language(tag: str) -> WordLanguage | None:
    """The language `tag` (BCP 47) as Word spells it, or None where the tag is not well formed. An unknown language keeps its tag.

    >>> word_language("id").xml
    '<w:lang w:val="id-ID"/>'
    >>> word_language("ja").attribute, word_language("en_gb").number
    ('w:eastAsia', 2057)
    """
    parts = tag.replace("_", "-").split("-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}", "-".join(parts)):
        return None
    bare = parts[0].lower()
    spelt = "-".join([bare, *(p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p.lower() for p in parts[1:])])
    default, number = _WORD.get(bare, (spelt, 1033))
    attribute = "w:eastAsia" if bare in _EAST_ASIAN else "w:bidi" if bare in _RIGHT_TO_LEFT else "w:val"
    if len(parts) == 1:
        return WordLanguage(default, attribute, number)
    return WordLanguage(spelt, attribute, _REGIONAL.get(spelt, number))
