"""A sentence as its shape: one character for each word, by what the language file lists it as, so that rules see words and not letters.

A rule such as ``@doing ~2 {aiming} to <`` is read once into a regular expression over shapes. A shape is some seven times shorter than its
sentence, gaps are counted in words, and one rule serves all forms of a verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

import attrs

from litreview.concepts.terms import fold
from litreview.languages import Language, language, tags

_TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,]*\d|[^\W\d_])|\d+(?:[.,]\d+)*(?![^\W\d_])|[^\W_]+(?:[-‐‑’'][^\W\d_]+)*|[^\w\s]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MARKS = {",": ",", ".": ".", ":": ":", ";": ";", "(": "(", ")": ")", "?": "?", "%": "%", "-": "-", "–": "-", "—": "-", "/": "/", "&": "&"}
_COMPARES = frozenset("<>=≤≥")
_QUOTES = frozenset("\"“”‘’'")
_LOWER, _CAPITAL, _NUMBER, _YEARS, _QUOTE, _OTHER = "aA0Yq|"
_HIT, _COMPARED = "H", "="
_FIRST = 0xE000
_WORDS = "[^,.:;()?|-]"
"""What a gap of words (~3) may hold: no mark that ends a phrase."""
_BRACKET = re.compile(r"\([^()]{1,12}\)")
_RULE = re.compile(r"\s*(\{[^}]*\}|~\d+|\.\.\d+|@\w+|!\(|\(|\)|\||[<>^$]|[^\s(){}|<>^$!?*+]+\*?)([?*+]?)")


@attrs.frozen(eq=False)
class Shape:
    """A text with one character of `codes` for each of its words and marks; `spans` are their places in the text."""

    text: str
    codes: str
    spans: tuple[tuple[int, int], ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the words `start` to `end` (exclusive) stand in the text."""
        if start >= end:
            at = self.spans[start][0] if start < len(self.spans) else len(self.text)
            return at, at
        return self.spans[start][0], self.spans[end - 1][1]

    def word_at(self, offset: int) -> int:
        """The number of the first word that ends behind `offset`."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.spans[middle][1] <= offset else (low, middle)
        return low

    def around(self, start: int, end: int) -> Shape:
        """The shape with the stretch `start` to `end` of the text as one word, which rules call {hit}; a bracket behind belongs to it."""
        first, last = self.word_at(start), self.word_at(end - 1)
        bracket = _BRACKET.match(self.codes, last + 1)
        last = bracket.end() - 1 if bracket else last
        spans = (*self.spans[:first], (start, end), *self.spans[last + 1 :])
        return Shape(self.text, self.codes[:first] + _HIT + self.codes[last + 1 :], spans)


@attrs.frozen(eq=False)
class Vocabulary:
    """The words that a language file lists: each has a character of its own; `classes` name sets of them.

    A word may be listed by its beginning ("analy*") or its ending ("*ly").
    """

    language: str
    exact: Mapping[str, str]
    prefixes: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    classes: Mapping[str, frozenset[str]]
    macros: Mapping[str, str]

    def code(self, word: str) -> str:
        """The character for one word or mark."""
        low = word.casefold().replace("’", "'")
        low = low[:-2] if low.endswith("'s") else low
        code = self.exact.get(low)
        if code is not None:
            return code
        first = word[0]
        if first.isdigit():
            return (_YEARS if _YEAR.fullmatch(word) else _NUMBER) if word[-1].isdigit() else _LOWER
        if not first.isalpha():
            return _MARKS.get(first) or (_QUOTE if first in _QUOTES else _COMPARED if first in _COMPARES else _OTHER)
        for prefix, prefixed in self.prefixes:
            if low.startswith(prefix):
                return prefixed
        code = self.exact.get(fold(low, self.language))
        if code is not None:
            return code
        for ending, ended in self.endings:
            if low.endswith(ending) and first.islower():
                return ended
        return _CAPITAL if first.isupper() else _LOWER


@cache
def vocabulary(tag: str) -> Vocabulary | None:
    """The words of ``[anchors]`` in the language file, with those that its rules name outright; None for a language without a file."""
    bare = tag.split("-")[0]
    if bare not in tags():
        return None
    spoken = language(bare)
    section = spoken.section("anchors")
    named: dict[str, set[str]] = {name: set(str(words).split()) for name, words in section["words"].items()}
    for name, verbs in section["verbs"].items():
        for verb in str(verbs).split():
            forms = tuple(verb.split("/")) if "/" in verb else _regular(verb, spoken)
            named.setdefault(name, set()).update(forms)
            for ending, form in zip(section["verb_classes"], forms, strict=False):
                named.setdefault(f"{name}_{ending}", set()).add(form)
    macros = {str(name): str(rule) for name, rule in section["macros"].items()}
    rules = [*macros.values(), *(str(rule) for listed in section["rules"].values() for rule in listed)]
    named[""] = {word for rule in rules for word in _literals(rule)}
    entries = sorted({word.casefold() for words in named.values() for word in words})
    codes = {entry: chr(_FIRST + number) for number, entry in enumerate(entries)}
    prefixes = tuple((e[:-1], codes[e]) for e in sorted(entries, key=len, reverse=True) if e.endswith("*"))
    endings = tuple((e[1:], codes[e]) for e in sorted(entries, key=len, reverse=True) if e.startswith("*"))
    owners: dict[str, set[str]] = {entry: set() for entry in entries}
    for name, words in named.items():
        for word in words:
            owners[word.casefold()].add(name)
    for entry in entries:
        for prefix, _ in prefixes:
            if not entry.endswith("*") and entry.startswith(prefix):
                owners[entry] |= {name for name in owners[f"{prefix}*"] if name}
    classes: dict[str, set[str]] = {name: set() for name in named}
    for entry, names in owners.items():
        for name in names:
            classes[name].add(codes[entry])
    exact = {entry: code for entry, code in codes.items() if not (entry.endswith("*") or entry.startswith("*"))}
    return Vocabulary(bare, exact, prefixes, endings, {name: frozenset(chars) for name, chars in classes.items()}, macros)


def _regular(verb: str, spoken: Language) -> tuple[str, ...]:
    for ending, forms in spoken.section("aspects")["verb_forms"]:
        if re.search(spoken.regex(ending), verb):
            return tuple(re.sub(spoken.regex(ending), str(form), verb) for form in forms)
    return (verb,)


@lru_cache(maxsize=1024)
def shape(text: str, tag: str) -> Shape:
    """The shape of a sentence. Kept for a while: each aspect asks for it.

    >>> seen = shape("We asked 28 managers in 2016.", "en")
    >>> seen.place(2, 4), len(seen.codes)
    ((9, 20), 7)
    """
    bare = tag.split("-")[0]
    spans = tuple(match.span() for match in _TOKEN.finditer(text))
    return Shape(text, "".join(map(_coder(bare), _TOKEN.findall(text))), spans)


@cache
def _coder(tag: str) -> Callable[[str], str]:
    """The character for a word of one language, with those that were asked for: the words of a library recur."""
    words = vocabulary(tag)
    return lru_cache(maxsize=50_000)(words.code) if words else lambda word: _LOWER


@cache
def rules(tag: str, name: str) -> tuple[re.Pattern[str], ...]:
    """The rules `name` of a language, in order; none for a language without a file."""
    words = vocabulary(tag)
    if words is None:
        return ()
    listed: Iterable[object] = language(tag.split("-")[0]).section("anchors")["rules"][name]
    return tuple(re.compile(_compiled(str(rule), words)) for rule in listed)


def found(seen: Shape, tag: str, name: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, re.Match[str]]]:
    """The rules `name` that fit `seen` between two of its words, each with its number, in the order of the language file."""
    stop = len(seen.codes) if end is None else end
    if not fits(seen, tag, name, start, stop):
        return
    for number, rule in enumerate(rules(tag, name)):
        match = rule.search(seen.codes, start, stop)
        if match:
            yield number, match


def fits(seen: Shape, tag: str, name: str, start: int = 0, end: int | None = None) -> bool:
    """Whether any of the rules `name` fits."""
    if start == 0 and end is None and _HIT not in seen.codes:
        return _fits_all(seen.codes, tag, name)
    stop = len(seen.codes) if end is None else end
    rule = _any(tag, name)
    return rule is not None and rule.search(seen.codes, start, stop) is not None


@lru_cache(maxsize=4096)
def _fits_all(codes: str, tag: str, name: str) -> bool:
    """The same for a whole sentence. Kept for a while: several aspects ask of each whether it is advice, or about others."""
    rule = _any(tag, name)
    return rule is not None and rule.search(codes) is not None


@cache
def _any(tag: str, name: str) -> re.Pattern[str] | None:
    listed = rules(tag, name)
    return re.compile("|".join(f"(?:{rule.pattern.replace('(?P<rest>', '(?:')})" for rule in listed)) if listed else None


def _literals(rule: str) -> Iterator[str]:
    for token, _ in _RULE.findall(rule):
        if token[0] not in "{~.@!()|<>^$#" and token not in _MARKS:
            yield from token.split("/")


def _compiled(rule: str, words: Vocabulary) -> str:
    """A rule as a regular expression over shapes."""
    out: list[str] = []
    opened = False
    at = 0
    while at < len(rule):
        match = _RULE.match(rule, at)
        if match is None:
            raise ValueError(f"no rule: {rule!r} at {at}")
        token, times = match.groups()
        at = match.end()
        if at < len(rule) and not rule[at:].strip():
            at = len(rule)
        if token == "<":
            opened = True
            out.append("(?P<rest>")
        elif token == ">":
            opened = False
            out.append(")")
        else:
            out.append(_piece(token, words) + times)
    return "".join(out) + (".*)" if opened else "")


def _piece(token: str, words: Vocabulary) -> str:
    if token[0] == "@":
        return f"(?:{_compiled(words.macros[token[1:]], words)})"
    if token[0] == "~":
        return f"{_WORDS}{{0,{token[1:]}}}?"
    if token.startswith(".."):
        return f".{{0,{token[2:]}}}?"
    if token in ("(", ")", "|", "^", "$"):
        return "(?:" if token == "(" else token
    if token == "!(":
        return "(?!"
    return _class(_characters(token, words))


def _characters(token: str, words: Vocabulary) -> set[str]:
    if token[0] == "{":
        chars: set[str] = set()
        for name in token[1:-1].split("|"):
            chars |= _kinds(name) or (words.classes[name] | ({_NUMBER, _YEARS} if name == "number" else set()))
        return chars
    if token == "#":
        return _characters("{number}", words)
    if token in _MARKS:
        return {_MARKS[token]}
    return {char for part in token.casefold().split("/") for char in _written(part, words)}


def _written(part: str, words: Vocabulary) -> Iterator[str]:
    """The characters of a word that a rule names, or of all words that begin as it says."""
    if not part.endswith("*"):
        yield words.exact[part]
        return
    yield from (char for word, char in words.exact.items() if word.startswith(part[:-1]))
    yield from (char for prefix, char in words.prefixes if prefix.startswith(part[:-1]))


def _kinds(name: str) -> set[str]:
    return {
        "Year": {_YEARS},
        "Name": {_CAPITAL},
        "asked": {"?"},
        "open": {"("},
        "close": {")"},
        "quote": {_QUOTE},
        "compares": {_COMPARED},
        "word": {_LOWER},
        "hit": {_HIT},
    }.get(name, set())


def _class(chars: set[str]) -> str:
    return "[" + "".join(re.escape(c) for c in sorted(chars)) + "]"
