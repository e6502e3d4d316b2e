"""One name as a style prints it: long, short or inverted, with particles, initials and the script's own order.

Source: CSL 1.0.2, "Name-part Order", "Name-part Formatting", "initialize-with".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import attrs

from litreview.csl.attributes import Look
from litreview.csl.richtext import parse
from litreview.csl.textcase import change_case
from litreview.csl.tree import Content, Node, text_of
from litreview.record.names import Name

_NO_SPACES = re.compile(r"[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u31a0-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
_LETTERS = re.compile(r"[^\W\d_]")
_TAGS = re.compile(r"<[^<>]*>")
_SORT_SEPARATOR = "\x01"
"""Between family and given name in a sort key: before any letter, so that a shorter family name comes first."""
OTHERS_SORTED = "et al."
"""What stands in a sort key for persons who are not known: behind the same names without others, whatever the language."""
_DIGRAPH = re.compile(r"[A-Z]{2}(?=[a-z])")
"""Capitals that one sound begins with ("TSerendorj"): together they are the initial."""
_LOOSE = re.compile(r"[.\s]+")
_JOINS = ("'", "’", "-", "‐", "–")


@attrs.frozen
class PartLook:
    """What a ``cs:name-part`` says of a family or given name."""

    look: Look = Look()
    case: str | None = None

    def dress(self, text: str) -> Content:
        """A piece of the name with the formatting, without the affixes."""
        content: list[Content] = parse(text) if "<" in text else [text.replace("'", "’")]
        if self.case is not None:
            content = change_case(content, self.case)
        if self.look.format is None:
            return content[0] if len(content) == 1 else Node(content)
        return Node(content, format=self.look.format)

    def enclose(self, content: list[Content]) -> Content:
        """Pieces set together with the affixes."""
        if len(content) == 1 and self.look.prefix is None and self.look.suffix is None:
            return content[0]
        return Node(content, prefix=self.look.prefix, suffix=self.look.suffix)


@attrs.frozen
class NameForm:
    """How one name is printed. `demote`: "never", "sort-only" or "display-and-sort"; `initials` is ``initialize-with`` or None."""

    form: str = "long"
    initialize: bool = True
    initials: str | None = None
    hyphen: bool = True
    separator: str = ", "
    demote: str = "display-and-sort"
    family: PartLook = PartLook()
    given: PartLook = PartLook()
    look: Look = Look()
    only_initials: bool = False
    """Whether what tells persons apart is limited to initials, though the style shortens no given name."""


def one_name(name: Name, form: NameForm, inverted: bool, level: int = 0, sorting: bool = False) -> Content:
    """One name; `level` spells the given name out: 0 as the form says, 1 at least with initials, 2 in full."""
    if name.literal is not None:
        return form.look.wrap([form.family.enclose([form.family.dress(name.literal)])], "name")
    if is_own_order(name):
        return form.look.wrap([_own_order(name, form, level)], "name")
    if name.suffix and form.initials is not None and "." not in form.initials:
        name = attrs.evolve(name, suffix=name.suffix.replace(".", ""))
    if (form.form == "short" and level == 0) or not name.given:
        content = _short(name, form, sorting, inverted)
    else:
        given = _given_text(name, form, level)
        content = _inverted(name, form, given, sorting) if inverted else _plain(name, form, given)
    return form.look.wrap([content], "name")


def _given_text(name: Name, form: NameForm, level: int = 0) -> str:
    """The given name as printed: initials, or in full."""
    given = name.given or ""
    with_ = "" if form.initials is None and form.only_initials and level == 1 else form.initials
    return given if level == 2 or with_ is None else initials(given, with_, form.initialize, form.hyphen)


def is_own_order(name: Name) -> bool:
    """Whether the family name stands first by the writing system or by the record."""
    if name.static_ordering:
        return True
    family = name.family or ""
    return bool(family) and bool(_NO_SPACES.match(family[0]))


def _own_order(name: Name, form: NameForm, level: int) -> Content:
    family = form.family.enclose([form.family.dress(name.family or "")])
    if not name.given or (form.form == "short" and level == 0):
        return family
    given = form.given.enclose([form.given.dress(name.given)])
    space = " " if name.static_ordering and not _NO_SPACES.match((name.family or " ")[0]) else ""
    return Node([family, given], delimiter=space or None)


def unspaced(text: str) -> bool:
    """Whether the text begins in a script that sets no spaces between words."""
    return bool(_NO_SPACES.match(text))


def _spaced(*parts: str | None) -> str:
    text = ""
    for part in parts:
        if part:
            text += part if not text or text.endswith(_JOINS) else " " + part
    return text


def _pieces(look: PartLook, *parts: str | None, sorting: bool = False) -> list[Content]:
    """Particles and name, each formatted, spaced unless the one before ends in an apostrophe or hyphen (always, in a sort key)."""
    pieces: list[Content] = []
    before = ""
    for part in parts:
        if part:
            if pieces and (sorting or not before.endswith((*_JOINS, " "))):
                pieces.append(" ")
            pieces.append(look.dress(part))
            before = part
    return pieces


def _short(name: Name, form: NameForm, sorting: bool, inverted: bool) -> Content:
    if sorting and form.demote != "never":
        return form.family.enclose([form.family.dress(name.family or "")])
    content: list[Content] = [form.family.enclose(_pieces(form.family, name.non_dropping_particle, name.family))]
    if form.form != "short" and name.suffix:
        content += [form.separator if inverted or name.comma_suffix else " ", name.suffix]
    return content[0] if len(content) == 1 else Node(content)


def _plain(name: Name, form: NameForm, given: str) -> Content:
    """Given, dropping particle, non-dropping particle, family, suffix."""
    family: list[Content] = []
    outside: str | None = name.dropping_particle
    if outside and form.family.look.prefix is not None:
        family += [outside.replace("'", "’"), "" if outside.endswith(_JOINS) else " "]
        outside = None
    family += _pieces(form.family, name.non_dropping_particle, name.family)
    if name.suffix and not name.comma_suffix:
        family += [" ", name.suffix]
    content: list[Content] = []
    if given:
        content += [form.given.enclose([form.given.dress(given)]), "" if given.endswith(("'", "’")) and len(given) < 3 else " "]
    if outside:
        content += [outside.replace("'", "’"), "" if outside.endswith(_JOINS) else " "]
    content.append(form.family.enclose([c for c in family if c != ""]))
    if name.suffix and name.comma_suffix:
        content += [", ", name.suffix]
    return Node([c for c in content if c != ""])


def _inverted(name: Name, form: NameForm, given: str, sorting: bool) -> Content:
    """Family, given; the non-dropping particle stands with the family name or, demoted, behind the given name."""
    demoted = form.demote == "display-and-sort" or (sorting and form.demote == "sort-only")
    family = form.family.enclose(_pieces(form.family, None if demoted else name.non_dropping_particle, name.family, sorting=sorting))
    rest = _spaced(given, name.dropping_particle, name.non_dropping_particle if demoted else None)
    content: list[Content] = [family]
    separator = _SORT_SEPARATOR if sorting else form.separator
    if rest:
        pieces = _pieces(form.given, given, name.dropping_particle)
        if demoted and name.non_dropping_particle:
            before = name.dropping_particle or given
            pieces += [" "] if before and not before.endswith((*_JOINS, " ")) else []
            pieces.append(form.family.dress(name.non_dropping_particle))
        content += [separator, form.given.enclose(pieces)]
    if name.suffix:
        content += [separator, name.suffix]
    return Node(content)


@lru_cache(maxsize=20_000)
def initials(given: str, with_: str, initialize: bool = True, hyphen: bool = True) -> str:
    """Initials of a given name; ``initialize="false"`` only sets those right that are there.

    >>> initials("Jean-Luc", "."), initials("Charles D.", ". "), initials("John M.E.", ".", initialize=False)
    ('J.-L.', 'C. D.', 'John M.E.')
    """
    text = ""
    for word in given.replace("\u00a0", " ").split():
        if word[0] == "(" and word[-1] == ")":  # a role or a by-name
            text = f"{text.rstrip(' ')} {word} ".lstrip(" ")
            continue
        for piece in re.split(r"(?<=\.)(?=[^\W\d_.<])", word):
            text = _with_initial(text, piece, with_, initialize, hyphen)
    return text.rstrip(" ")


def _with_initial(text: str, word: str, with_: str, initialize: bool, hyphen: bool) -> str:
    """The initials so far with those of one more word, or the word itself where it is none to shorten."""
    bare = _TAGS.sub("", word)
    letters = bare.rstrip(".")
    if not letters:
        return text
    if bare[0].islower() and not bare.endswith(".") and len(letters) > 0 and letters.islower() and "-" not in bare:
        return (text.rstrip(" ") + " " if text else "") + word + " "
    if not initialize:
        is_initial = bare.endswith(".") or (len(letters) == 1 and letters.isupper())
        if is_initial:
            pieces = [piece.rstrip(".") for piece in re.split(r"[-‐]", letters)]
            joint = with_.rstrip(" ") + ("-" if hyphen else "")
            return text + word.replace(bare, joint.join(pieces)) + with_
        return (text.rstrip(" ") + " " if text else "") + word + " "
    pieces = re.split(r"[-‐]", word)
    word_initials = ""
    for piece in pieces:
        plain = _TAGS.sub("", piece).rstrip(".")
        first = _LETTERS.search(plain)
        if not first or (word_initials and first[0].islower()):
            continue
        letter = _first_letters(plain, bare.endswith("."))
        piece_initial = piece.replace(_TAGS.sub("", piece), letter + with_.rstrip(" ")) if "<" in piece else letter + with_.rstrip(" ")
        if word_initials:
            word_initials += ("-" if hyphen and (with_.strip() or not with_) else with_[len(with_.rstrip(" ")) :]) + piece_initial
        else:
            word_initials = piece_initial
    spaces = with_[len(with_.rstrip(" ")) :]
    return text + word_initials + spaces


def _first_letters(word: str, ends_with_period: bool) -> str:
    """The first letter, with the small ones of an abbreviation ("Ph.", "Yu.") or digraph."""
    if ends_with_period and 1 < len(word) <= 3:
        return word
    capitals = _DIGRAPH.match(word)
    if capitals:
        return capitals[0].capitalize()
    first = unicodedata.normalize("NFC", word)[0]
    return first.upper()


def sort_name(name: Name, demote: str) -> str:
    """The name as a sort key: family first, particles as the style demotes them."""
    return text_of(one_name(name, NameForm(demote=demote), True, sorting=True))


def person_key(name: Name) -> tuple[str, ...]:
    """What tells one person from another."""
    if name.literal is not None:
        return (name.literal,)
    given = _LOOSE.sub(" ", name.given or "").strip()
    return (name.family or "", given, name.non_dropping_particle or "", name.dropping_particle or "", name.suffix or "")
