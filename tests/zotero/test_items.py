"""Items of all types as CSL, against expectations written by hand: ``tests/cases/zotero/items.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import litreview
from litreview import Zotero
from litreview.csl.particles import split_particles
from litreview.record.csl_item import to_csl_json
from tests.zotero.database import TYPES, Database

ITEMS = tomllib.loads((Path(__file__).parents[1] / "cases" / "zotero" / "items.toml").read_text(encoding="utf-8"))["item"]


def plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """A CSL item as the cases write it."""
    return {name: _plain(value) for name, value in item.items() if name not in ("id", "custom")}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_person(person) for person in value]
    if not isinstance(value, dict):
        return value
    if "literal" in value:
        return value["literal"]
    (parts,) = value["date-parts"]
    day = "-".join(f"{part:02d}" for part in parts)
    return f"{day} season {value['season']}" if "season" in value else parts[0] if len(parts) == 1 else day


def _person(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"={name['literal']}"
    before, behind = name.get("non-dropping-particle"), name.get("dropping-particle")
    return (
        f"{before}+{name['family']}, {name.get('given', '')}"
        if before
        else f"{name['family']}, {name.get('given', '')}" + (f"+{behind}" if behind else "")
    )


def test_there_are_forty_items_of_all_types() -> None:
    assert len(ITEMS) >= 40
    assert {case["kind"] for case in ITEMS} == {*TYPES} - {"note", "attachment", "annotation"}


@pytest.mark.parametrize("case", ITEMS, ids=[f"{n}-{case['kind']}" for n, case in enumerate(ITEMS)])
def test_an_item_is_the_csl_item_that_was_written_by_hand(case: dict[str, Any], tmp_path: Path) -> None:
    db = Database(tmp_path / "zotero.sqlite")
    db.item("AAAA0001", case["kind"], by=case["creators"], **case["fields"])
    (study,) = litreview.load(Zotero("", db.save()))
    parted = {role: tuple(split_particles(name) for name in names) for role, names in study.names.items()}  # as citing does
    assert plain(to_csl_json(attrs.evolve(study, names=parted))) == case["csl"]
