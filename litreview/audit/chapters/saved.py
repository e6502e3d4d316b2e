"""The ledger of a chapter with the sentences made from it, as JSON: a file of its own, or carried by a Word file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

import attrs
from cattrs import transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError

from litreview.audit.chapters.text import DraftText, Passage
from litreview.document.works import Works, frozen_item, json_text
from litreview.record import LangText
from litreview.record.csl_json.custom import plain
from litreview.review.claims import Ledger
from litreview.review.claims.ledger_json import NoLedger, in_words, ledger_data, ledger_of, strict_converter

FORMAT = "litreview-ledger"
VERSION = 1


@attrs.frozen
class Said:
    """One sentence, cell or caption of a draft as it was made, by language; citations are tokens ``⟦key;key⟧``.

    `claim` and `template` name what a sentence was made from; `own` marks the writer's own words from the outline.
    """

    text: LangText
    block: str = ""
    claim: str | None = None
    template: str | None = None
    own: bool = False


@attrs.frozen
class Making:
    """What the file of a chapter keeps of its making: the ledger, the language, what was said, the cited works and the style.

    `rules` names the rules by which it was made, empty where it does not say. Where the file is nothing else, `passages` and `notes` are
    the whole text.
    """

    ledger: Ledger
    language: str
    said: tuple[Said, ...] = ()
    works: Works = ()
    style: str = ""
    passages: tuple[Passage, ...] = ()
    notes: tuple[Passage, ...] = ()
    rules: str = ""

    def draft(self, name: str) -> DraftText:
        """The text of the chapter, where it is kept."""
        return DraftText(name, self.passages, self.notes, self.language, self.works)


def is_own(key: str) -> bool:
    """Whether a block of this key holds the writer's own words from the outline.

    >>> is_own("theme/aims/remarks-1"), is_own("introduction/p1")
    (True, False)
    """
    return re.search(r"/(?:remarks|introduction)(?:[/-]|$)", key) is not None


def saved_json(saved: Making, indent: int | None = 1) -> str:
    """The file: JSON with ``format``, ``version``, the ledger, what was said of it in each language, and the works."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "language": saved.language,
        "style": saved.style,
        "rules": saved.rules,
        "ledger": ledger_data(saved.ledger),
        "said": [plain(sentence) for sentence in saved.said],
        "works": dict(saved.works),
        "passages": [plain(passage) for passage in saved.passages],
        "notes": [plain(note) for note in saved.notes],
    }
    return json_text({k: v for k, v in data.items() if v or k in ("format", "version", "language", "ledger")}, indent)


def saved_of(text: str) -> Making:
    """Read back what `saved_json` wrote. Raises NoLedger, with what does not fit."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoLedger(f"no JSON: {error}") from error
    if not is_saved(data):
        raise NoLedger(f'no ledger of litreview: "format" is not "{FORMAT}"')
    if data.get("version") != VERSION:
        raise NoLedger(f"a ledger of version {data.get('version')}, which this litreview does not know")
    works = data.get("works", {})
    if not isinstance(works, Mapping) or not all(isinstance(item, Mapping) for item in works.values()):
        raise NoLedger('"works" is no mapping of CSL-JSON items')
    ledger = ledger_of(data.get("ledger"))
    fields = {name: data[name] for name in ("language", "said", "style", "passages", "notes", "rules") if name in data}
    try:
        rest = _converter().structure(fields, _Rest)
    except (BaseValidationError, StructureHandlerNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoLedger("; ".join(transform_error(error, path="file", format_exception=in_words)[:3])) from error
    kept = tuple((str(key), frozen_item(item)) for key, item in works.items())
    return Making(ledger, rest.language, rest.said, kept, rest.style, rest.passages, rest.notes, rest.rules)


def is_saved(data: object) -> bool:
    """Whether parsed JSON says that it is a ledger of ours."""
    return isinstance(data, Mapping) and data.get("format") == FORMAT


@attrs.frozen
class _Rest:
    language: str
    said: tuple[Said, ...] = ()
    style: str = ""
    passages: tuple[Passage, ...] = ()
    notes: tuple[Passage, ...] = ()
    rules: str = ""


_converter = cache(strict_converter)
