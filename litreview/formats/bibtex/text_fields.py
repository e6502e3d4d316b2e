"""Layer 8, per field: every value that is text freed of its LaTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litreview.formats._markup import unmarked
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.journal_macros import journal_of
from litreview.formats.bibtex.latex import Notes, decode, is_plain
from litreview.formats.bibtex.raw_entry import RawEntry, Reading
from litreview.formats.bibtex.verbatim import verbatim
from litreview.record.name_words import braced


def decode_fields(raw_entries: Iterable[RawEntry], reading: Reading) -> Iterator[RawEntry]:
    """The raw entries with their text fields decoded; names are done already, unknown fields stay as written."""
    for raw_entry in raw_entries:
        fields = raw_entry.fields
        if is_wrapped(fields):
            fields = {name: braced(value) or value if KIND.get(name) != "names" else value for name, value in fields.items()}
        texts = raw_entry.texts
        for name, value in fields.items():
            kind = KIND.get(name)
            if kind is None or kind == "names":
                if kind is None and "_" in name and (base := KIND.get(name.partition("_")[0])) is not None and base != "names":
                    texts[name] = _decoded(raw_entry, name, value, base)
            elif kind == "verbatim":
                texts[name] = verbatim(value)
            elif is_plain(value):
                texts[name] = value.strip(" ") if "<" not in value else unmarked(value, kind == "long")
            else:
                texts[name] = _decoded(raw_entry, name, value, kind)
        yield raw_entry


def _decoded(raw_entry: RawEntry, name: str, value: str, kind: str) -> str:
    if kind == "verbatim":
        return verbatim(value)
    if kind == "title" and "\\" in value and name in ("journal", "journaltitle") and (journal := journal_of(value)) is not None:
        return journal
    notes = Notes()
    text = decode(value, notes, nocase=kind == "title", lines=kind == "long")
    if notes.commands:
        raw_entry.fault("bibtex-command-unknown", field=name, command=", ".join(dict.fromkeys(notes.commands)))
    if notes.math:
        raw_entry.fault("bibtex-math", "info", field=name)
    raw_entry.addresses.extend(notes.addresses)
    return text if "<" not in value else unmarked(text, kind == "long")


_NUMBERS = ("year", "volume", "number", "pages", "month", "issn")


def is_wrapped(fields: dict[str, str]) -> bool:
    """Whether an exporter put a second pair of braces around values. Around a number they protect nothing, so they do not elsewhere
    either."""
    return any(name in fields and fields[name][:1] == "{" and fields[name][-1:] == "}" for name in _NUMBERS)
