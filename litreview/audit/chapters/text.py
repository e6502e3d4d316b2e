"""A draft as text: passages in reading order, each with what the file itself says about stretches of it."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from litreview.document.works import Works

Kind = Literal["heading", "paragraph", "item", "cell", "caption", "entry", "note", "contents"]


@attrs.frozen
class Mark:
    """A stretch (code points, end exclusive) that the file marks as a citation.

    `keys` are the works it names; `note` is the number of the footnote that hangs here (the stretch is then empty);
    `raised` are superscript digits, which may be numbers of works.
    """

    start: int
    end: int
    keys: tuple[str, ...] = ()
    note: int | None = None
    raised: bool = False


@attrs.frozen
class Foreign:
    """A stretch that the file marks as text in the language `tag`."""

    start: int
    end: int
    tag: str


@attrs.frozen
class Passage:
    """One paragraph, heading, list item, paragraph of a table cell, caption, bibliography entry or note.

    `heading` is the text of the nearest heading above, `key` the generated block it is in, where the file still says so; `cell` is
    (table, row, column), each from 0; `number` is that of a note; `works` the keys of the bibliography entries that begin here.
    """

    kind: Kind
    text: str
    heading: str = ""
    key: str | None = None
    level: int = 0
    marks: tuple[Mark, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    cell: tuple[int, int, int] | None = None
    header: bool = False
    number: int | None = None
    works: tuple[str, ...] = ()


@attrs.frozen
class DraftText:
    """A whole draft. `works` are the cited works, as far as the file carries them.

    `language` is the tag that the file states; `carried` the text of the ledger that was put into the file; `blocks` the generated text
    of each block, with tokens for citations; `marks_language` says whether stretches in other languages could be marked at all.
    """

    name: str
    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    language: str | None = None
    works: Works = ()
    carried: str | None = None
    blocks: tuple[tuple[str, str], ...] = ()
    marks_language: bool = True
    from_file: bool = True
    """Whether it was read from a file, which a person may have changed."""
    elsewhere: tuple[Passage, ...] = ()
    """The text of other chapters in the same file, which is not judged."""
    notes_elsewhere: tuple[Passage, ...] = ()
    """The notes of other chapters."""

    @property
    def generated(self) -> bool:
        """Whether the file says that litreview made it."""
        return self.carried is not None or bool(self.blocks)


_TOKEN = re.compile(r"⟦([^⟦⟧]*)⟧")


def tokens(text: str) -> tuple[str, ...]:
    """The works that the tokens ``⟦key|locator|…;key⟧`` of a generated text name, each once.

    >>> tokens("Seen by ⟦lee2019|4||;kim⟧, and ⟦REF table⟧")
    ('lee2019', 'kim')
    """
    keys: list[str] = []
    for inside in _TOKEN.findall(text):
        for item in inside.split(";"):
            key = item.split("|")[0].strip()
            if key.startswith("NOTE "):
                key = key.removeprefix("NOTE ").strip()
            if key and not key.startswith("REF "):
                keys.append(key)
    return tuple(dict.fromkeys(keys))


def without_tokens(text: str) -> str:
    """A generated text without the tokens for its citations."""
    while _TOKEN.search(text):
        text = _TOKEN.sub("", text)
    return text


def bare(text: str) -> str:
    """What two versions of a sentence share, whatever their citations, brackets, white space, dashes and quotation marks look like.

    >>> bare("Two studies  agree (e.g., ; ) ; “so” .") == bare('Two studies agree e.g.; "so".')
    True
    """
    text = re.sub(r"[()\[\]\s]+", " ", text.translate(_FOLDED))
    text = re.sub(r"(?:(?<!\s)\s+)?[;,](?:\s*[;,])*", ",", text)
    return re.sub(r"(?<![\s,])[\s,]+(?=[.:!?](?:\s|$)|$)", "", re.sub(r",(?=\w)", ", ", text)).strip(" ,")


_FOLDED = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "‑": "-", "‐": "-",
        "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": None, "\u200b": None, "\ufeff": None, "\u2060": None,
    }
)  # fmt: skip
