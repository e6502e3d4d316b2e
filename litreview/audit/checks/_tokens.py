"""The tokens of a sentence that must come from somewhere: numbers, names, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from litreview.languages import Language, language, tags


@attrs.frozen
class Token:
    """A number, name or quotation: where it stands, how it is written, and its value ("5" for "lima")."""

    start: int
    end: int
    text: str
    value: str


_QUOTED = re.compile(
    r"“(?P<a>[^“”]{1,1500})”|„(?P<b>[^„“”]{1,1500})[“”]|«(?P<c>[^«»]{1,1500})»|(?<![\w\"])\"(?P<d>[^\"“”]{1,1500})\"(?!\w)"
    r"|(?<!\w)‘(?P<e>[^‘’]{2,600}(?:’\w[^‘’]{0,300})*)’(?!\w)|(?<!\w)'(?P<f>[^']{2,600}(?:'\w[^']{0,300})*)'(?!\w)"
)
_DIGITS = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)|(?<=[-–(\s])\d+(?:[.,]\d+)*(?=\s?%)|(?<![\w])\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![\w@])[^\W\d_a-zß-öø-ÿ][\w’']*")


def quotations(text: str) -> tuple[Token, ...]:
    """What stands between quotation marks; `start` and `end` enclose the marks, `value` is what is quoted.

    >>> [token.value for token in quotations("Ia “tidak setuju” dan 'ragu', the city's way.")]
    ['tidak setuju', 'ragu']
    """
    return tuple(Token(m.start(), m.end(), m.group(), next(g for g in m.groups() if g is not None)) for m in _QUOTED.finditer(text))


def numbers(text: str, tag: str) -> tuple[Token, ...]:
    """The numbers in digits and in words of the language `tag`; "no" and "nol" are none.

    >>> [(token.text, token.value) for token in numbers("Lima dari 12 studi pada 2016–2018, dua belas persen 1,50", "id")]
    [('Lima', '5'), ('12', '12'), ('2016', '2016'), ('2018', '2018'), ('dua belas', '12'), ('1,50', '1.50')]
    """
    tokens = [Token(m.start(), m.end(), m.group(), m.group().replace(",", ".")) for m in _DIGITS.finditer(text)]
    small, scale, teens = _words(tag)
    taken = -1
    for m in re.finditer(r"[^\W\d_]+", text):
        value = small.get(m.group().casefold())
        if value is None or m.start() < taken:
            continue
        end = m.end()
        behind = re.match(r"[\s-]+([^\W\d_]+)", text[end:])
        if behind and behind[1].casefold() in scale:
            by = scale[behind[1].casefold()]
            value = value + by if behind[1].casefold() in teens else value * by
            end += behind.end()
        tokens.append(Token(m.start(), end, text[m.start() : end], str(value)))
        taken = end
    return tuple(sorted(tokens, key=lambda token: token.start))


@cache
def _words(tag: str) -> tuple[Mapping[str, int], Mapping[str, int], Sequence[str]]:
    spoken = language(tag)
    small = {str(word).casefold(): n for n, word in enumerate(spoken.section("numbers")["words"]) if n}
    drafts = spoken.section("drafts")
    return {**small, **drafts["more_numbers"]}, drafts["tens"], drafts["teens"]


def names(text: str) -> tuple[Token, ...]:
    """The words that begin with a capital; the first of a sentence may be one by its place alone.

    >>> [token.text for token in names("Menurut Keohane, PAD di Bandung–Seoul naik.")]
    ['Menurut', 'Keohane', 'PAD', 'Bandung', 'Seoul']
    """
    return tuple(Token(m.start(), m.end(), m.group(), m.group().rstrip("’'")) for m in _NAME.finditer(text) if m.group()[0].isupper())


@cache
def vocabulary() -> frozenset[str]:
    """Every word that the language files print or know as running text, in small letters: templates, labels, stop words."""
    words: set[str] = set()
    for tag in tags():
        spoken: Language = language(tag)
        for section in (
            "labels",
            "numbers",
            "lists",
            "foreign",
            "fields",
            "continents",
            "chapter",
            "comparison",
            "facets",
            "claims",
            "stop_words",
        ):
            words |= {word.casefold() for text in _texts(spoken.section(section)) for word in re.findall(r"[^\W\d_][\w'-]*", text)}
        drafts = spoken.section("drafts")
        words |= {
            word.casefold() for key in ("counted", "refers", "between_names") for text in drafts[key] for word in re.findall(r"\w+", text)
        }
    return frozenset(words)


@cache
def printed() -> frozenset[str]:
    """The capitalised words that the language files print within a sentence (Indonesia, Table): no study need have them."""
    words: set[str] = set()
    for tag in tags():
        for section in ("labels", "continents", "chapter", "claims", "facets", "comparison"):
            for text in _texts(language(tag).section(section)):
                words |= {token.value.casefold() for token in names(re.sub(r"\{[^{}]*\}", " ", text))}
    return frozenset(words)


@cache
def printed_text() -> str:
    """Everything that the language files print, one below the other: what stands there in quotation marks quotes no study."""
    sections = ("labels", "chapter", "claims", "facets", "comparison", "fields", "tables", "figures")
    return "\n".join(text for tag in tags() for section in sections for text in _texts(language(tag).section(section)))


@cache
def shape(tag: str) -> re.Pattern[str]:
    """The shapes that common words of a language have."""
    spoken = language(tag)
    return re.compile("|".join(spoken.regex(shape) for shape in spoken.section("stop_words")["shapes"]))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
