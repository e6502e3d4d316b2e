"""One study as an entry that is read back as the same study.

The natural fields come first. Then the entry is read, and whatever is missing or different is put into fields of our own (`own_fields`).
What even these
do not hold is named, so that the caller can say it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from litreview.formats.bibtex import own_fields
from litreview.formats.bibtex.aspect_fields import packed
from litreview.formats.bibtex.blocks import Block
from litreview.formats.bibtex.braces import balanced, counted
from litreview.formats.bibtex.commands import harmful
from litreview.formats.bibtex.databases import KEYWORD_FIELDS
from litreview.formats.bibtex.encode import encode
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.natural import Field, base_tag, behind_keywords, entry_type, fresh, natural
from litreview.formats.bibtex.options import BibtexOptions
from litreview.formats.bibtex.raw_entry import ENTRY_TYPE, EXTRA, POINTERS, RAW, Reading
from litreview.formats.bibtex.reader import through
from litreview.formats.bibtex.verbatim import encode_verbatim
from litreview.formats.bibtex.write_names import write_names
from litreview.record import ASPECTS, Study
from litreview.record.csl_json.fields import tag_of

_KEY = re.compile(r"[\w.:;?!`$/*+\[\]&-]+")
"""What BibTeX, biber and pandoc all take for a key."""
_NAME = re.compile(r"[a-z][\w:.+/-]*")
CAUSES = {
    "URL": ("eprint", "eprinttype", "archiveprefix", "howpublished"), "PMID": ("eprint", "eprinttype",
    "archiveprefix"),
    "archive": ("eprint", "eprinttype", "archiveprefix"), "archive_location": ("eprint", "eprinttype", "archiveprefix"),
    "page": ("pages",), "issued": ("year", "month", "day", "date"), "accessed": ("urldate", "note"), "event-date": ("eventdate",),
    "original-date": ("origdate",),
}  # fmt: skip
"""Fields that may make a variable appear which the study does not have, or has otherwise."""

_NEIGHBOURS = {
    "collection-number": ("number",), "issue": ("number", "issue"), "number": ("number", "eid"),
    "title": ("maintitle", "issuetitle"), "volume-title": ("booktitle", "maintitle", "issuetitle"),
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle"), "authority": ("institution",),
    "publisher": ("publisher", "institution", "school", "organization"),
}  # fmt: skip
"""Fields that mean another variable in an entry of another type."""

SAME = {
    "year": ("date",), "date": ("year", "month", "day"), "journal": ("journaltitle",), "journaltitle": ("journal",),
    "address": ("location",), "location": ("address",), "school": ("institution",), "institution": ("school",), "annote": ("annotation",),
    "annotation": ("annote",), "langid": ("language",), "language": ("langid",), "archiveprefix": ("eprinttype",),
    "eprinttype": ("archiveprefix",),
}  # fmt: skip
"""What a field is called in the other flavour: who asks for one gets it under the name that it has."""

_MAY_HOLD_LATEX = (None, "bibtex", "yaml")
"""Where a study may have LaTeX of its user's own: a ``.bib`` file, and what was made of one. Elsewhere a command is a stranger's text."""

_COMPARED = (
    "key", "type", "language", "title", "abstract", "genre", "aspects", "highlights", "paraphrased", "looked_for", "screening", "extra",
)  # fmt: skip


@attrs.frozen
class Entry:
    """An entry to be written; `lost` names what of the study it does not hold."""

    type: str
    key: str
    fields: tuple[Field, ...]
    lost: tuple[str, ...] = ()

    def text(self, indent: str = "  ", newline: str = "\n") -> str:
        """The entry as it stands in the file, without a line end behind it."""
        lines = [f"@{self.type}{{{self.key},", *(f"{indent}{name} = {value}," for name, value in self.fields)]
        return newline.join([*lines, "}"])


def make_entry(study: Study, options: BibtexOptions, linked: bool = True) -> Entry:
    """The entry for a study. Unless `linked`, it inherits nothing: ``crossref`` and ``xdata`` are kept apart (`own_fields`).

    >>> from litreview.record import LangText
    >>> print(make_entry(Study("a", "thesis", genre=LangText({"id": "Skripsi"}), language="id"), BibtexOptions()).text())
    @mastersthesis{a,
      type = {Skripsi},
      language = {indonesian},
    }
    """
    study = fresh(study)
    if study.origin is not None and study.origin.format not in _MAY_HOLD_LATEX:
        options = attrs.evolve(options, commands=False)
    fields = [*natural(study, options), *_own(study, options)]
    fields += _extra(study, options, linked, {field for field, _ in fields})
    key = study.key if _KEY.fullmatch(study.key) else re.sub(r"[^\w.:;?!`$/*+\[\]&-]+", "-", study.key).strip("-") or "study"
    if key != study.key and options.own:
        fields.append((own_fields.KEY, f"{{{encode_verbatim(study.key)}}}"))
    entry = plain_entry = Entry(entry_type(study, options), key, tuple(fields))
    seen: dict[str, None] = {}
    for _ in range(3):
        different = differences(study, read_back(entry))
        if not options.own or seen.keys() >= set(different):
            break
        seen.update(dict.fromkeys(different))
        entry = _patched(plain_entry, study, seen, options)
    else:
        different = differences(study, read_back(entry))
    return _chosen(attrs.evolve(entry, lost=tuple(different)), options)


def read_back(entry: Entry) -> Study:
    """The study that this entry is read as."""
    block = Block("entry", 0, 0, 1, entry.type, entry.key, entry.fields)
    return next(through([block], Reading("", None)))[1]


def differences(study: Study, back: Study) -> list[str]:
    """What differs, by the names of fields and variables."""
    names = [name for name in _COMPARED if getattr(study, name) != getattr(back, name)]
    if study.keywords != back.keywords:
        names.append("keyword")
    for own, other in ((study.variables, back.variables), (study.names, back.names), (study.dates, back.dates)):
        if own != other:
            names += [name for name in dict.fromkeys((*own, *other)) if own.get(name) != other.get(name)]
    return [*names, *sorted((study.others ^ back.others) - set(names))]


def _own(study: Study, options: BibtexOptions) -> Iterator[Field]:
    """Languages of plain fields where the reader would take another, and what has no field at all."""
    if not options.own:
        return
    if pairs := _language_pairs(study):
        yield own_fields.TAGS, f"{{{', '.join(pairs)}}}"
    if study.paraphrased:
        yield own_fields.PARAPHRASED, f"{{{', '.join(study.paraphrased)}}}"
    searched = (*study.looked_for, *(f"aspects.{name}" for name in study.aspects.looked_for))
    if searched:
        yield own_fields.LOOKED_FOR, f"{{{', '.join(searched)}}}"
    if study.screening:
        yield own_fields.SCREENING, f"{{{own_fields.to_json(study.screening.plain())}}}"
    for name in ASPECTS:
        if study.aspects.stated(name):
            yield own_fields.OURS + name, f"{{{own_fields.to_json(packed(study, name))}}}"
    if study.highlights:
        yield own_fields.MARKS, f"{{{own_fields.to_json(study.highlights)}}}"


def _language_pairs(study: Study) -> list[str]:
    """``field=tag`` for each text in a plain field whose language the reader would not guess."""
    texts = {"title": study.title, "abstract": study.abstract, "genre": study.genre, **study.variables, "keyword": study.keywords}
    guessed = {name: tag_of(name, study.language) for name, value in texts.items() if value}
    return [f"{name}={base_tag(study, name)}" for name, tag in guessed.items() if tag not in texts[name]]


def _extra(study: Study, options: BibtexOptions, linked: bool, standing: set[str]) -> list[Field]:
    """What BibTeX said, as it said it, unless its field is `standing` already; what other formats said, as JSON."""
    fields: list[Field] = []
    ours: list[list[str]] = []
    for name, value in study.extra:
        field = name.removeprefix(EXTRA)
        if name == ENTRY_TYPE or (field in KEYWORD_FIELDS and not value):
            ours.append([name])
        elif (name in POINTERS and not linked) or (field in KEYWORD_FIELDS and not behind_keywords(field, study)):
            ours.append([name, value])
        elif (
            name.startswith(EXTRA)
            and name != RAW
            and field not in standing
            and _NAME.fullmatch(field)
            and _fits_braces(value)
            and value.strip()
        ):
            standing.add(field)
            fields.append((field, f"{{{value}}}"))
            ours.append([name])
        else:
            ours.append([name, value])
    if options.own and any(len(pair) == 2 for pair in ours):
        fields.append((own_fields.FOREIGN, f"{{{own_fields.to_json(tuple(tuple(p) for p in ours))}}}"))
    return fields


def _fits_braces(value: str) -> bool:
    """Whether a value can stand in braces, by our count and by BibTeX' own, and does no more than print."""
    return balanced(value) and counted(value) and not value.endswith("\\") and not harmful(value)


def _patched(entry: Entry, study: Study, different: Iterable[str], options: BibtexOptions) -> Entry:
    fields = list(entry.fields)
    texts: dict[str, Any] = {}
    standing = Counter(name for name, _ in fields)
    left = tuple(f for f in (name.removeprefix(EXTRA) for name, _ in study.extra) if KIND.get(f) == "title" and standing[f] == 1)
    for name in different:
        causes: tuple[str, ...] = CAUSES.get(name, ()) if name != "extra" else (own_fields.FOREIGN, *left)
        stated = study.tagged(name) if name in _TEXTS or name in study.variables else None
        if not stated:
            causes += _NEIGHBOURS.get(name, ())
        fields = [field for field in fields if not {field[0], field[0].partition("_")[0]} & {*causes}]  # title_en goes with title
        value = study.keywords if name == "keyword" else stated
        if value and (name == "keyword" or list(value) != [tag_of(name, study.language)]):
            texts[name] = value
        else:
            fields += _explicit(study, name, options)
    if texts:
        fields.append((own_fields.TEXTS, f"{{{own_fields.to_json(texts)}}}"))
    return attrs.evolve(entry, fields=tuple(fields))


_TEXTS = ("title", "abstract", "genre")


def _explicit(study: Study, name: str, options: BibtexOptions) -> Iterator[Field]:
    """One part of a study in a field of its own name."""
    field = own_fields.CSL + name.lower()
    if name == "type":
        yield field, f"{{{study.type}}}"
    elif name == "language":
        yield field, f"{{{encode(study.language or '', commands=options.commands)}}}"
    elif name == "extra":
        yield own_fields.FOREIGN, f"{{{own_fields.to_json(study.extra)}}}"
    elif name in study.names or name in study.others:
        yield field, f"{{{write_names(study.names.get(name, ()), options, name in study.others, own=True)[0]}}}"
    elif name in study.dates:
        yield field, f"{{{encode_verbatim(study.dates[name].edtf())}}}"
    elif name in _TEXTS or name in study.variables:
        text = study.text(name) or ""
        verbatim = name in ("DOI", "URL")
        latex = (
            encode_verbatim(text) if verbatim else encode(text, unicode=options.unicode, nocase=True, lines=True, commands=options.commands)
        )
        yield field, f"{{{latex}}}"


def _chosen(entry: Entry, options: BibtexOptions) -> Entry:
    """The entry with the fields that are wanted, in the order that is wanted."""
    if options.fields is not None:
        present = {field[0] for field in entry.fields}
        names = dict.fromkeys(n for name in options.fields for n in ((name,) if name in present else SAME.get(name, ())))
        fields = [field for name in names for field in entry.fields if field[0] == name]
    else:
        fields = [field for name in options.first for field in entry.fields if field[0] == name]
        fields += [field for field in entry.fields if field[0] not in options.first]
    return attrs.evolve(entry, fields=tuple(fields))
