"""Layer 8, per field: every value that is text freed of its LaTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litreview.formats.bibtex.draft import Draft, Reading
from litreview.formats.bibtex.fields import KIND
from litreview.formats.bibtex.journal_macros import journal_of
from litreview.formats.bibtex.latex import Notes, decode, is_plain
from litreview.formats.bibtex.verbatim import verbatim
from litreview.record.name_words import braced


def decode_fields(drafts: Iterable[Draft], reading: Reading) -> Iterator[Draft]:
    """The drafts with their text fields decoded; names are done already, unknown fields stay as written."""
    for draft in drafts:
        fields = draft.fields
        if is_wrapped(fields):
            fields = {name: braced(value) or value if KIND.get(name) != "names" else value for name, value in fields.items()}
        texts = draft.texts
        for name, value in fields.items():
            kind = KIND.get(name)
            if kind is None or kind == "names":
                if kind is None and "_" in name and (base := KIND.get(name.partition("_")[0])) is not None and base != "names":
                    texts[name] = _decoded(draft, name, value, base)
            elif kind == "verbatim":
                texts[name] = verbatim(value)
            elif is_plain(value):
                texts[name] = value.strip(" ")
            else:
                texts[name] = _decoded(draft, name, value, kind)
        yield draft


def _decoded(draft: Draft, name: str, value: str, kind: str) -> str:
    if kind == "verbatim":
        return verbatim(value)
    if kind == "title" and "\\" in value and name in ("journal", "journaltitle") and (known := journal_of(value)) is not None:
        return known
    notes = Notes()
    text = decode(value, notes, nocase=kind == "title", lines=kind == "long")
    if notes.commands:
        draft.fault("bibtex-command-unknown", field=name, command=", ".join(dict.fromkeys(notes.commands)))
    if notes.math:
        draft.fault("bibtex-math", "info", field=name)
    draft.addresses.extend(notes.addresses)
    return text


_NUMBERS = ("year", "volume", "number", "pages", "month", "issn")


def is_wrapped(fields: dict[str, str]) -> bool:
    """Whether an exporter put a second pair of braces around values. Around a number they protect nothing, so they do not elsewhere
    either."""
    return any(name in fields and fields[name][:1] == "{" and fields[name][-1:] == "}" for name in _NUMBERS)
