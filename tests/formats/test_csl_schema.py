"""CSL-JSON against the official schema: our table says what the schema says, what we write follows it, what does not is told of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.formats import named
from litreview.languages import explain
from litreview.record import Study
from litreview.record.csl_json.schema import KINDS, misfits
from tests.formats.studies import libraries

GOOD: dict[str, Any] = {"id": "a", "type": "book", "title": "Ports", "author": [{"family": "Lee"}], "issued": {"date-parts": [[2019]]}}


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    """The schema as its authors publish it, where it lies beside the checkout."""
    shared = Path(__file__).resolve().parents[3] / "shared"
    found = next(shared.rglob("csl-data.json"), None) if shared.is_dir() else None
    if found is None:
        pytest.skip("csl-data.json 1.0.2 of citation-style-language/schema is not in the folder ../shared")
    return jsonschema.Draft7Validator(json.loads(found.read_text(encoding="utf-8"))["items"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3000) | st.floats(0, 9) | st.sampled_from(["", "a", "2019", "book", "0"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["family", "given", "suffix", "comma-suffix", "date-parts", "season", "raw", "edtf", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from([*KINDS, "autor", "license", "part-number", "editor-translator", "Title"])


@settings(max_examples=40)
@given(changes=st.dictionaries(FIELDS, JSON, max_size=3), gone=st.sets(st.sampled_from(["id", "type", "title"]), max_size=1))
def test_the_table_refuses_what_the_schema_refuses(schema: jsonschema.Draft7Validator, changes: dict[str, Any], gone: set[str]) -> None:
    whole = {**GOOD, **changes}
    item = {field: value for field, value in whole.items() if field not in gone}
    refused = {error.path[0] if error.path else "" for error in schema.iter_errors(item)}
    ours = {m.field if m.found and not (m.expected is None and m.path == m.field) else "" for m in misfits(item)}
    assert ours == refused


def definitions(schema: jsonschema.Draft7Validator) -> set[str]:
    return set(schema.schema["properties"])


def test_the_table_has_the_members_of_the_schema(schema: jsonschema.Draft7Validator) -> None:
    assert set(KINDS) == definitions(schema)


@given(studies=libraries())
def test_what_is_written_follows_the_schema(studies: tuple[Study, ...]) -> None:
    write = named("csl-json").write
    assert write is not None
    for item in json.loads(write(studies)[0]):
        assert list(misfits(item)) == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"title": 5}, "title"),
        ({"volume": True}, "volume"),
        ({"DOI": None}, "DOI"),
        ({"author": [{"family": "Lee", "given": None}]}, "author[0].given"),
        ({"author": {"family": "Lee"}}, "author"),
        ({"issued": "2019"}, "issued"),
        ({"issued": {"date-parts": [[]]}}, "issued.date-parts"),
        ({"issued": {"date-parts": [["2019", None]]}}, "issued.date-parts"),
        ({"keyword": ["a", "b"]}, "keyword"),
        ({"categories": ["a", 1]}, "categories[1]"),
        ({"id": True}, "id"),
    ],
)
def test_each_fault_has_its_place_and_is_said(change: dict[str, Any], path: str) -> None:
    read = named("csl-json").read
    assert read is not None
    text = (
        "[\n"
        + json.dumps(GOOD)
        + ",\n{\n"
        + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in {**GOOD, "id": "b", **change}.items())
        + "\n}]"
    )
    studies, problems = read(text.encode(), "x.json")
    assert len(studies) == 2, "the item is read anyway"
    told = [p for p in problems if (p.get("field") or "").startswith(path.partition("[")[0].partition(".")[0]) or p.code == "missing-id"]
    assert told, problems
    assert all(p.get("number") == "2" and (p.origin.line or 0) > 2 and p.key for p in told)
    for tag in ("en", "id"):
        assert "<" not in explain(told[0], tag)
    assert [p.get("field") for p in problems if p.code == "csl-shape"] in ([path], [])


def test_pandocs_habits_are_no_faults_in_yaml() -> None:
    read = named("csl-yaml").read
    assert read is not None
    _, problems = read(b"references:\n- id: lee\n  type: book\n  title: Ports\n  issued: 2019-05\n  keyword: [a, b]\n  note:\n", "x.yaml")
    assert problems == ()
