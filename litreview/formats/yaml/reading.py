"""A YAML file as studies.

A file holds a list of mappings or one mapping. Fields: ``key``, ``type``, ``genre``, ``title``, ``author``, ``issued``, ``publisher``,
``abstract``, ``keywords``, ``language``, ``aspects``, ``highlights``, ``paraphrased``, ``screening``, ``extra`` and every other
variable of CSL 1.0.2 by its name. Text is a mapping from language to text; a plain string stands under the record's
language. ``null`` says that somebody looked and the source does not state it; a field that is absent, that nobody looked. What does not
fit is kept in `Study.extra` under its path (``yaml:author/0/famly``), named by a problem, and written back to where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import Any

import attrs
from cattrs.errors import BaseValidationError

from litreview.errors import Origin, Problem, fault, nearest
from litreview.formats._records import keyed
from litreview.formats._refusal import refusal
from litreview.formats._text import decode
from litreview.formats._yaml.tree import Items, Node, Pairs, Scalar, at, items, plain
from litreview.formats.yaml import structure
from litreview.formats.yaml.extras import OWN, encoded, pairs_of
from litreview.formats.yaml.fields import DATES, NAMES, ORDER, OTHER_NAMES, TEXTS
from litreview.formats.yaml.oddities import oddities
from litreview.formats.yaml.quotes import found_quotes
from litreview.record import Aspects, Date, Dates, LangList, LangText, Name, Names, Screening, Study, Variables
from litreview.record.csl_json.fields import tag_of
from litreview.record.fields import LANGUAGE_FIELDS
from litreview.record.languages import language_tag
from litreview.record.names import without_others
from litreview.record.variables import TYPES

_CORE = ("key", "type", "language", "keywords", "keyword", "aspects", "highlights", "paraphrased", "screening", "extra")

_OURS = ("key", "type", "highlights", "paraphrased", "screening", "extra")
"""Fields about the record rather than the work: nobody looks for them in a source."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a YAML file in their order, and what was wrong. `name` is for messages.

    Raises ReadError (path and line) where the text is not UTF-8, not YAML, or neither a list of mappings nor a mapping.

    >>> studies, problems = read(b"key: lee2019\\ntype: book\\ntitle: Motives\\nautor: Lee", "lee.yaml")
    >>> studies[0].title, [(p.code, p.get("nearest"), p.origin.line) for p in problems]
    (LangText({'und': 'Motives'}), [('unknown-field-near', 'author', 4)])
    """
    text, _ = decode(data, name)
    studies: list[Study] = []
    problems: list[tuple[Problem, ...]] = []
    strays: list[Problem] = []
    for record in records(text, name):
        if isinstance(record, Pairs):
            reader = _Reader(record, name)
            studies.append(reader.study())
            problems.append(tuple(reader.problems))
        else:
            value = text[record.place.start : record.place.end][:60]
            strays.append(fault("not-a-record", file=name, line=record.place.line, severity="error", value=value))
    named = keyed(studies)
    strays += [attrs.evolve(problem, key=study.key) for study, own in zip(named, problems, strict=True) for problem in own]
    return named, tuple(sorted(strays, key=lambda problem: problem.origin.line or 0))


def records(text: str, name: str) -> Iterator[Node]:
    """The nodes of the studies in a YAML text, over all its documents, as they are read. Raises ReadError."""
    stray: Scalar | None = None
    for node, is_item in items(text, name):
        if is_item or isinstance(node, Pairs):
            yield node
        elif isinstance(node, Scalar) and node.text is not None:
            stray = stray or node
    if stray:
        raise refusal("yaml-no-list", name, stray.place.line)


class _Reader:
    """One record while it is read."""

    def __init__(self, record: Pairs, name: str) -> None:
        self.record, self.name = record, name
        self.problems: list[Problem] = []
        self.extra: list[tuple[str, str]] = []
        self.looked_for: list[str] = []
        self.fields: dict[str, Node] = {}
        for field, node in record.pairs:
            if field.text in self.fields:
                self.fault(field, "repeated-field", field=field.text)
                self.keep((field.text,), plain(node))
            else:
                self.fields[field.text or "null"] = node

    def fault(self, node: Node, code: str, **data: object) -> None:
        slots = tuple((name, str(value)) for name, value in data.items() if value is not None)
        self.problems.append(Problem(code, slots, Origin(self.name, node.place.line)))

    def keep(self, path: structure.Path, value: Any) -> None:
        self.extra.append((OWN + "/".join(str(step) for step in path), encoded(value)))

    def study(self) -> Study:
        self.marks()
        language = self.language()
        texts: dict[str, LangText] = {}
        people: dict[str, tuple[Name, ...]] = {}
        others: list[str] = []
        days: dict[str, Date] = {}
        for field, node in self.fields.items():
            tag = tag_of(field, language)
            if field in _CORE:
                continue
            if field in TEXTS:
                if text := self.take(field, node, structure.lang_text, tag):
                    texts[field] = text
            elif field in NAMES:
                names, further = without_others(self.take(field, node, structure.names, tag) or ())
                if names:
                    people[field] = names
                if further:
                    others.append(field)
            elif field in DATES:
                if date := self.take(field, node, lambda value, _: structure.date(value), tag):
                    days[field] = date
            else:
                self.unknown(field, node)
        tag = tag_of("keyword", language)
        key, kind = self.word("key") or "", self.type()
        keywords = {n: self.take(n, self.fields[n], structure.lang_list, tag) for n in ("keywords", "keyword") if n in self.fields}
        aspects = self.take("aspects", self.fields["aspects"], structure.aspects, tag) if "aspects" in self.fields else None
        marks = self.fields.get("highlights")
        highlights = self.take("highlights", marks, structure.highlights, tag_of("abstract", language)) if marks is not None else None
        study = Study(
            key,
            kind,
            **{field: texts.pop(field, LangText()) for field in LANGUAGE_FIELDS},
            keywords=next((words for words in keywords.values() if words), None) or LangList(),
            language=language,
            names=Names(people),
            others=others,
            dates=Dates(days),
            variables=Variables(texts),
            aspects=aspects or Aspects(),
            highlights=highlights or (),
            paraphrased=self.paraphrased(),
            looked_for=tuple(field for field in (*ORDER, "keyword") if field in self.looked_for),
            screening=self.screening(),
            extra=(*self.named_extra(), *self.extra),
            origin=Origin(self.name, self.record.place.line, "yaml", self.record.place.start, self.record.place.end),
            confidence=(),
        )
        if not key:
            self.fault(self.record, "missing-key")
        study, missing = found_quotes(study)
        for path, code, slots in (*missing, *oddities(study)):
            self.fault(at(self.record, path), code, **slots)
        return study

    def take(self, field: str, node: Node, reader: Callable[[Any, str], Any], tag: str) -> Any:
        """One field by its reader, None where nothing is stated. What does not fit is cut out, reported and kept; the rest is read."""
        value = plain(node)
        if value is None or value == [] or value == {}:
            if field not in _OURS:
                self.looked_for.append(field)
            return None
        cut: set[structure.Path] = set()
        structured = None
        while () not in cut:
            try:
                structured = reader(_without(value, cut) if cut else value, tag)
                break
            except (structure.Expected, BaseValidationError) as error:
                before = frozenset(cut)
                for path, expected in structure.faults(error):
                    place = _original(value, before, path)
                    if not any(earlier[: len(place)] == place for earlier in before):
                        self.fault(at(node, place), expected.code, field=_path_text((field, *place)), **expected.data)
                    cut.add(place)
        for path in sorted((p for p in cut if not any(p != q and p[: len(q)] == q for q in cut)), key=_in_order):
            self.keep((field, *path), _at(value, path))
        return structured

    def word(self, field: str) -> str | None:
        """A field that holds one plain word or text, or None."""
        node = self.fields.get(field)
        if node is None:
            return None
        text: str | None = self.take(field, node, lambda value, _: structure.text(value), "")
        return text.strip() if text else None

    def type(self) -> str:
        kind = self.word("type")
        if kind is None or kind in TYPES:
            if "type" not in self.fields:
                self.fault(self.record, "missing-type")
            return kind or "document"
        near = nearest(kind, TYPES)
        self.fault(self.fields["type"], "unknown-type-near" if near else "unknown-type", value=kind, nearest=near)
        self.keep(("type",), kind)
        return "document"

    def language(self) -> str | None:
        text = self.word("language")
        tag = language_tag(text) if text else None
        if text and tag is None:
            self.fault(self.fields["language"], "unknown-language", field="language", value=text)
        return tag or text

    def paraphrased(self) -> tuple[str, ...]:
        node = self.fields.get("paraphrased")
        listed: tuple[str, ...] = (self.take("paraphrased", node, lambda value, _: structure.texts(value), "") if node else None) or ()
        for field in listed:
            if field not in ORDER and node is not None:
                self.fault(node, "unknown-field", field=f"paraphrased: {field}")
        return listed

    def screening(self) -> Screening:
        node = self.fields.get("screening")
        return (self.take("screening", node, lambda value, _: structure.screening(value), "") if node else None) or Screening()

    def named_extra(self) -> tuple[tuple[str, str], ...]:
        node = self.fields.get("extra")
        pairs: tuple[tuple[str, str], ...] = (self.take("extra", node, lambda value, _: pairs_of(value), "") if node else None) or ()
        return pairs

    def unknown(self, field: str, node: Node) -> None:
        near = OTHER_NAMES.get(field.casefold()) or nearest(field, ORDER)
        self.fault(node, "unknown-field-near" if near else "unknown-field", field=field, nearest=near)
        self.keep((field,), plain(node))

    def marks(self, node: Node | None = None, path: structure.Path = ()) -> None:
        """Report what no value shows: tags that nobody acts on, and doubled keys further down, whose later values are kept."""
        node = node or self.record
        if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
            self.fault(node, "yaml-tag", value=node.tag)
        if isinstance(node, Items):
            for n, value in enumerate(node.values):
                if value.tag or not isinstance(value, Scalar):
                    self.marks(value, (*path, n))
        elif isinstance(node, Pairs):
            if path and len({key.text for key, _ in node.pairs}) < len(node.pairs):
                self.repeated(node, path)
            for key, value in node.pairs:
                if key.tag:
                    self.marks(key, (*path, key.text or "null"))
                if value.tag or not isinstance(value, Scalar):
                    self.marks(value, (*path, key.text or "null"))

    def repeated(self, node: Pairs, path: structure.Path) -> None:
        keys: set[str | None] = set()
        for key, value in node.pairs:
            if key.text in keys:
                self.fault(key, "repeated-field", field=_path_text((*path, key.text or "null")))
                self.keep((*path, key.text or "null"), plain(value))
            keys.add(key.text)


def _path_text(path: structure.Path) -> str:
    """A path as people write it: ``author[2].family``, positions from 1."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def _in_order(path: structure.Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _at(value: Any, path: structure.Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _without(value: Any, cut: set[structure.Path], path: structure.Path = ()) -> Any:
    """`value` without the parts at the paths in `cut`."""
    if isinstance(value, dict):
        return {k: _without(v, cut, (*path, k)) for k, v in value.items() if (*path, k) not in cut}
    if isinstance(value, list):
        return [_without(v, cut, (*path, n)) for n, v in enumerate(value) if (*path, n) not in cut]
    return value


def _original(value: Any, cut: Set[structure.Path], path: structure.Path) -> structure.Path:
    """The path in `value` of what stands at `path` in `_without(value, cut)`; a step into a value that counts as a list of one is none."""
    original: structure.Path = ()
    for step in path:
        if isinstance(value, list):
            step = [n for n in range(len(value)) if (*original, n) not in cut][int(step)]
            value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[str(step)]
        else:
            continue
        original = (*original, step)
    return original
