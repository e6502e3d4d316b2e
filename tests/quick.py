"""The tests of ``pytest -m quick``: of each layer (figures take too long) those files that say what it is for in next to no time."""

from __future__ import annotations

from pathlib import PurePath

_FILES = {
    "analysis": "annotate aspects findings roles sentences imprint alignment",
    "api": "convert copies dedupe fix keys load save",
    "checks": "record_checks",
    "cite": "genres items note_marks others resolve",
    "claims": "claims",
    "cli": "check convert keys misuse",
    "concepts": "concepts",
    "contracts": "unknown_tags writers",
    "csl": "cases items styles",
    "dedupe": "titles",
    "document": "walk",
    "drafts": "markdown",
    "formats": "bibtex bibtex_update cases conformance exports refusals yaml",
    "languages": "detect",
    "online": "identify lookup",
    "pages": "front_matter keywords layouts several sources",
    "prose": "sentences",
    "record": "keys names values",
    "review": "chapter",
    "themes": "outline",
    "writers": "citations html latex markdown numbering",
}
QUICK = frozenset(PurePath("tests", folder, f"test_{name}.py") for folder, names in _FILES.items() for name in names.split())
