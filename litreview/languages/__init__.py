"""Languages as data: every word that litreview prints or reads, in a folder for each language, `litreview/languages/<tag>/`.

``interface.toml`` holds what a person reads from the program, ``prose.toml`` the words of the chapter, ``reading.toml`` what texts are read
by. Each stage reads its own sections (`Language.section`) and structures them into its own types; a file is read when a section of it is
first asked for. Another package brings a language by an entry point of the group "litreview.languages": its name is the tag, its value a
module whose folder holds the three files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import attrs

from litreview.errors import MissingWord, Problem, UnknownName
from litreview.languages._folders import Folder, folders, ours
from litreview.languages._section import Section as Section
from litreview.languages.outside import supplemented
from litreview.languages.regex import Pattern, filled, joined

CHAPTER = "id"
"""The language of a chapter where nobody says another: most of those who write with litreview write theses in Indonesian."""

COMMON = "en"
"""The language that most can read: of messages where the reader's own is not among ours, and the one by which texts are compared that
stand in several, since most studies have their title, keywords and abstract in it."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "interface": tuple(
        "language problems problem-words messages placeholders help examples welcome start worksheet view template-map finish confidence "
        "record outline".split()
    ),
    "prose": tuple(
        "labels numbers lists foreign fields continents theses facets chapter scaffold selection tables figures comparison claims evidence "
        "originals merge".split()
    ),
    "reading": tuple(
        (
            "words stop_words forms cues aspects centuries anchors definitions sentences blocks themes marks locators drafts gaps answers "
            "highlights"
        ).split()
    ),
}
"""The sections of each file."""

_FILES = {section: part for part, sections in SECTIONS.items() for section in sections}


@attrs.frozen(hash=False, eq=False)
class Language:
    """One language: its tag (BCP 47), its name in itself, the CSL locale and the tag that Word uses for it."""

    tag: str
    name: str
    csl_locale: str
    word_tag: str
    item_locale: Literal["off", "entries", "terms"]
    """Whether its bibliographies word a work of another language in that language ("terms")."""

    def section(self, name: str) -> Section:
        """The section `name` of the language's files. Raises UnknownName for a section that no language has, MissingWord, ReadError.

        A word that the section lacks raises MissingWord where it is asked for by its key.

        >>> language("id").section("numbers")["words"][2]
        'dua'
        """
        if name not in _FILES:
            raise UnknownName("section of a language", name, _FILES)
        sections = _sections(self.tag, _FILES[name])
        if name not in sections:
            raise MissingWord("", name, folders()[self.tag].file(_FILES[name]))
        return sections[name]

    def label(self, name: str) -> str:
        """A fixed word or phrase of ``[labels]``. Raises MissingWord.

        >>> language("id").label("bibliography")
        'Daftar Pustaka'
        """
        return str(self.section("labels")[name])

    def regex(self, pattern: Pattern) -> str:
        """A pattern of ``reading.toml`` as Python compiles it: its parts joined, the names of ``[words]`` filled in. Raises MissingWord.

        >>> language("id").regex(["^{guides}", [" itu", " ini"]])
        '^(?:memandu|menuntun|mendasari|melandasi|membingkai|menopang)(?: itu| ini)'
        """
        return filled(joined(pattern), self.section("words"))

    def needed(self, section: str, key: str, part: str) -> Any:
        """What stands under `key` of a section, for a part that needs it. Raises MissingWord, which names the part, the key and the file.

        >>> language("en").needed("facets", "methods", "facet methods")
        'Methods and sources'
        """
        try:
            return self.section(section)[key]
        except MissingWord as error:
            raise MissingWord(error.section, error.key, error.file, part) from None


def tags() -> tuple[str, ...]:
    """The tags of all languages there are, sorted."""
    return tuple(folders())


def listed() -> tuple[str, ...]:
    """The tags as a reader is told them: the usual language of a chapter first.

    >>> listed()[0]
    'id'
    """
    return (CHAPTER, *(tag for tag in tags() if tag != CHAPTER))


def known(tag: str) -> bool:
    """Whether there is a language of this tag, without asking other packages where it is one of ours."""
    return tag in ours() or tag in folders()


@cache
def language(tag: str) -> Language:
    """The language `tag`; a region falls back to its language ("id-ID" to "id"). Raises UnknownName, ReadError."""
    bare = tag.split("-")[0].casefold()
    if not known(bare):
        raise UnknownName("language", tag, tags())
    head = _sections(bare, "interface")["language"]
    return Language(bare, head["name"], head["csl_locale"], head["word_tag"], head["item_locale"])


@cache
def _sections(tag: str, part: str) -> Mapping[str, Section]:
    folder: Folder = ours().get(tag) or folders()[tag]
    return {name: Section(name, folder.file(part), lines) for name, lines in supplemented(tag, folder.read(part)).items()}


def explain(problem: Problem, lang: str = COMMON) -> str:
    """Put a problem into one line, in the language `lang`: where, what, what to do next. The only place where problems get words.

    >>> from litreview.errors import fault
    >>> explain(fault("duplicate-key", key="lee2019", file="a.bib", line=7, new="lee2019-2"))
    'a.bib:7: lee2019: this key stands more than once; the later study is now "lee2019-2": give it a key of its own'
    """
    slots = _Slots((name, _word(name, value, lang)) for name, value in problem.data)
    sentence = str(language(lang).section("problems")[problem.code]).format_map(slots)
    origin = problem.origin
    where = f"{origin.file}:{origin.line}: " if origin.file and origin.line else f"{origin.file}: " if origin.file else ""
    return where + (f"{problem.key}: " if problem.key else "") + sentence


_CODED = ("expected", "found", "reason")
"""Slots that may hold a word of ``[problem-words]``, with a number behind it, in place of text."""


_FIELDS = ("field", "fields")
"""Slots that may hold names of fields."""


def _field(name: str, tag: str) -> str:
    """What a person calls a field, with the name that it has in a record where that is another."""
    if tag == COMMON:  # these names are words of it
        return name
    called = str(language(tag).section("record").get(name) or name)
    return name if called == name else f"{called} ({name})"


def _word(name: str, value: str, tag: str) -> str:
    if name in _FIELDS:
        return ", ".join(_field(one, tag) for one in value.split(", "))
    word, _, at = value.partition(" ")
    phrase = language(tag).section("problem-words").get(word) if name in _CODED and (at.isdigit() or not at) else None
    return str(phrase).format(at=at) if phrase else value


class _Slots(dict[str, str]):
    """Slots of a message; one that a problem does not fill shows as its own name rather than failing."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"
