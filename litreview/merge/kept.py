"""What a draft remembers of its making beside its text: language, style, citations, the rules, and a digest of each study."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from litreview._version import __version__
from litreview.document.works import Works, frozen_item, json_text
from litreview.record import Library, Study
from litreview.record.csl_json.custom import plain

_LEFT_OUT = ("abstract", "keyword", "note", "custom")


def kept(library: Library, language: str, style: str, citations: str, works: Works = ()) -> tuple[tuple[str, str], ...]:
    """The names and texts that `litreview.writers.Options.kept` takes; `works` are those that the draft cites."""
    digests = json.dumps(study_digests(library), ensure_ascii=False, separators=(",", ":"))
    return (
        ("version", __version__),
        ("language", language),
        ("style", style),
        ("citations", citations),
        ("studies", digests),
        ("works", works_text(works)),
    )


def works_text(works: Works) -> str:
    """Works as JSON, without what no citation needs."""
    return json_text({key: {n: v for n, v in item.items() if n not in _LEFT_OUT} for key, item in works})


def works_of(text: str) -> Works:
    """The works in a JSON text of `works_text`; none where it is none."""
    try:
        data = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return ()
    return tuple((str(key), frozen_item(item)) for key, item in data.items() if isinstance(item, dict)) if isinstance(data, dict) else ()


def study_digests(library: Library) -> dict[str, str]:
    """A digest of each study by its key: another one where anything of it is said otherwise."""
    return {study.key: digest(study) for study in library}


def digest(study: Study) -> str:
    """Sixteen hexadecimal digits for what a study says, wherever it was read from."""
    data = {name: value for name, value in plain(study).items() if name not in ("origin", "extra")}
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()[:16]


def digests_of(kept: Mapping[str, str]) -> dict[str, str]:
    """The digests that a draft remembers; none where it remembers none."""
    try:
        data = json.loads(kept.get("studies", "{}"))
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in data.items()} if isinstance(data, dict) else {}
