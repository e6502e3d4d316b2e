"""Files that cannot be read at all are refused in the reader's language, down to the reason."""

from __future__ import annotations

import pytest

from litreview.errors import ReadError
from litreview.formats import named
from litreview.formats._refusal import _REASONS, _SENTENCES
from litreview.languages import explain, language, tags
from litreview.record.csl_json.schema import DATE_PARTS, KINDS, NAME_PARTS

REFUSED = [
    ("csl-json", b'[{"a": 1,}]', "json-"), ("csl-json", b'[{"a": 1} {"b": 2}]', "json-two-records"), ("csl-json", b"[NaN]", "json-number"),
    ("csl-json", b'{"a" 1}', "json-colon 6"), ("csl-json", b'{"a": "x\ny"}', "json-control-character 9"), ("csl-json", b'["\\x"]', "json-escape 3"),
    ("csl-json", b'[{"a": 1', "json-comma 9"), ("csl-json", b'["a', "json-open-text 2"), ("csl-json", b"{} x", "json-behind 4"),
    ("csl-json", b"[" * 9000, "too-deep"), ("crossref", b"nonsense", "json-value 1"),
    ("mods", b"", "xml-empty"), ("mods", b"<a><b></a>", "xml-tags"), ("mods", b"<a>", "xml-ends-early"), ("mods", b"<a/>x", "xml-behind"),
    ("mods", b"<a b=1/>", "xml-attribute"), ("mods", b"<a>\x01</a>", "xml-character"), ("mods", b"<a>\xff</a>", "xml-encoding"),
    ("mods", b"<a>" * 300, "too-deep"), ("word", b"<", "xml-tag"),
    ("yaml", b"a: b: c", "yaml-colon"), ("yaml", b"\ta: b", "yaml-character"), ("yaml", b'a: "x', "yaml-open-text"),
    ("cff", b"a: [x", "yaml-open-list"), ("csl-yaml", b"a:\n  b: c\n d: e", "yaml-block"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "data", "reason"), REFUSED)
def test_the_reason_is_said_in_every_language(format: str, data: bytes, reason: str) -> None:
    read = named(format).read
    assert read is not None
    with pytest.raises(ReadError) as caught:
        read(data, "x")
    problem = caught.value.problem
    assert problem is not None
    assert (problem.get("reason") or "").startswith(reason)
    said = {tag: explain(problem, tag) for tag in tags()}
    assert len(set(said.values())) == len(said), "each language says it in its own words"
    assert all(reason.split()[0] not in line for line in said.values()), "no code shows"
    assert str(caught.value) == said["en"]


def test_formats_and_the_english_file_have_the_same_words() -> None:
    english = language("en")
    assert {code: english.section("problems")[code] for code in _SENTENCES} == _SENTENCES
    assert {word: english.section("problem-words")[word] for word in _REASONS} == _REASONS


def test_every_kind_of_the_csl_schema_has_a_word() -> None:
    kinds = {kind for table in (KINDS, NAME_PARTS, DATE_PARTS) for allowed in table.values() for kind in allowed}
    assert kinds | {"name", "type", "flag", "list", "null"} <= set(language("en").section("problem-words"))
