"""The readers and writers against files of other programs. The material lies beside the checkout and is not part of the project."""

from __future__ import annotations

import json
from pathlib import Path

from litreview.formats import named


def test_stray_carriage_returns_hide_no_record(shared: Path) -> None:
    reader = named("ris").read
    assert reader is not None
    studies, _ = reader((shared / "bibliographies" / "litstudy_example.ris").read_bytes(), "x.ris")
    assert len(studies) == 25
    assert all(s.title and s.author and s.issued for s in studies)


def test_the_same_items_in_json_and_yaml_are_the_same_studies(shared: Path) -> None:
    json_reader, yaml_reader = named("csl-json").read, named("csl-yaml").read
    assert json_reader is not None
    assert yaml_reader is not None
    for path in sorted((shared / "formats" / "csl-json").glob("*.csl.yaml")):
        twin = path.with_suffix(".json")
        assert yaml_reader(path.read_bytes(), path.name)[0] == json_reader(twin.read_bytes(), twin.name)[0]


def test_csl_json_comes_back_as_the_items_it_was(shared: Path) -> None:
    format = named("csl-json")
    assert format.read is not None
    assert format.write is not None
    for path in sorted((shared / "formats" / "csl-json").glob("*.csl.json")):
        studies, _ = format.read(path.read_bytes(), path.name)
        before, after = json.loads(path.read_bytes()), json.loads(format.write(studies)[0])
        for old, new in zip(before, after, strict=True):
            for field in ("title", "type", "container-title", "DOI", "page", "publisher", "ISBN", "ISSN", "volume", "issue"):
                assert str(old.get(field, "")) == str(new.get(field, "")), (path.name, field)
