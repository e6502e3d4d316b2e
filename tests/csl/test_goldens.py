"""Citations and bibliographies as citeproc-js makes them: every difference is known, and has a reason.

The golden files hold the oracle's output for references of our own (`tests/csl/goldens/generate.py`). ``differences.toml`` lists each
place where litreview prints something else, under the reason; a difference that is not listed fails, and so does one that is no more.
"""

from __future__ import annotations

import tomllib
from functools import cache

import pytest

from tests.csl.goldens.files import HERE, Golden, citations, goldens, render
from tests.csl.goldens.kinds import has_modes, style_text

GOLDENS = goldens()
RATE = 0.99
EACH = 4
"""Every fourth golden file is compared in the default run, all of them with the slow tests."""


@cache
def explained() -> dict[str, str]:
    """Place of each known difference ("apa.en-US citation 7", "ieee.en-US entry lee2019", "… layout") -> reason."""
    known: dict[str, str] = {}
    for group in tomllib.loads((HERE / "differences.toml").read_text(encoding="utf-8"))["difference"]:
        for place in group["places"]:
            assert place not in known, f"{place} is listed twice"
            known[place] = group["reason"]
    return known


@cache
def ours(golden: Golden) -> Golden:
    return render(golden.style, golden.locale)


def differences(golden: Golden) -> dict[str, tuple[str, str]]:
    """Place -> (the oracle's text, ours)."""
    made = ours(golden)
    found: dict[str, tuple[str, str]] = {}
    for kind, theirs, mine in (("citation", golden.citations, made.citations), ("entry", golden.entries, made.entries)):
        for key in [*theirs, *(key for key in mine if key not in theirs)]:
            pair = theirs.get(key, "(none)"), mine.get(key, "(none)")
            if pair[0] != pair[1]:
                found[f"{golden.name} {kind} {key}"] = pair
    common = [key for key in made.entries if key in golden.entries]
    expected = [key for key in golden.entries if key in made.entries]
    if common != expected:
        found[f"{golden.name} order"] = next((theirs, mine) for theirs, mine in zip(expected, common, strict=True) if theirs != mine)
    if golden.entries and golden.layout != made.layout:
        found[f"{golden.name} layout"] = golden.layout, made.layout
    return found


@pytest.mark.parametrize(
    "golden",
    [pytest.param(golden, id=golden.name, marks=[pytest.mark.slow] if number % EACH else []) for number, golden in enumerate(GOLDENS)],
)
def test_every_difference_from_the_oracle_is_explained(golden: Golden) -> None:
    found = differences(golden)
    unknown = [f"{place}\n  oracle {pair[0]}\n  ours   {pair[1]}" for place, pair in found.items() if place not in explained()]
    assert not unknown, f"{len(unknown)} differences without a reason:\n" + "\n".join(unknown)
    gone = [place for place in explained() if place.startswith(f"{golden.name} ") and place not in found]
    assert not gone, f"no longer different, take them out of differences.toml: {gone}"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["citation", "entry"])
def test_nearly_all_are_equal(kind: str) -> None:
    """The rate counts what CSL 1.0.2 defines: citations that part an author from the rest are every program's own practice."""
    total = sum(len(of_csl(golden) if kind == "citation" else golden.entries) for golden in GOLDENS)
    different = sum(
        place.split(" ")[-1] in of_csl(golden) if kind == "citation" else True
        for golden in GOLDENS
        for place in differences(golden)
        if f" {kind} " in place
    )
    print(f"{kind}: {total - different} of {total} equal to citeproc-js ({100 * (total - different) / total:.2f} %)")
    assert 1 - different / total >= RATE


def of_csl(golden: Golden) -> list[str]:
    """The numbers of the citations that have no mode of their own."""
    with_modes = has_modes(style_text(golden.style))
    return [number for number, citation in zip(golden.citations, citations(), strict=True) if not (with_modes and "mode" in citation)]


def test_known_differences_name_goldens_there_are() -> None:
    names = {golden.name for golden in GOLDENS}
    assert all(place.split(" ")[0] in names for place in explained())
