"""How well duplicates are found in the labelled library. ``python -m tests.dedupe.measure [WORKS] [SEED]`` prints the figures."""

from __future__ import annotations

import sys
from collections import Counter

import attrs

from litreview.library.duplicates import duplicates
from tests.dedupe.labelled import TRANSLATIONS, Labelled, labelled

Keys = frozenset[str]


@attrs.frozen
class Measured:
    """Figures over pairs. `merged` is the share of second records (translations apart) that are called certain or strong."""

    precision: float
    recall: float
    strong_precision: float
    merged: float
    certain_wrong: tuple[Keys, ...]
    ways: dict[str, Counter[str]]


def measured(made: Labelled) -> Measured:
    """Compare what is found with the labels; related texts count neither way."""
    same, related = ({frozenset(pair) for pair in pairs} for pairs in (made.same, made.related))
    found = {frozenset((p.first, p.second)): p.strength for p in duplicates(made.library)}
    judged = {pair: strength for pair, strength in found.items() if pair not in related}
    sure = [pair for pair, strength in judged.items() if strength in ("certain", "strong")]
    plain = [pair for pair in same if not any(made.made.get(key) in TRANSLATIONS for key in pair)]
    ways: dict[str, Counter[str]] = {}
    for second, way in made.made.items():
        pair = frozenset((second, second.removesuffix("-second")))
        ways.setdefault(way, Counter())[found.get(pair, "none")] += 1
    return Measured(
        len(same & judged.keys()) / len(judged),
        len(same & judged.keys()) / len(same),
        sum(pair in same for pair in sure) / len(sure),
        sum(found.get(pair) in ("certain", "strong") for pair in plain) / len(plain),
        tuple(pair for pair, strength in found.items() if strength == "certain" and pair not in same),
        ways,
    )


if __name__ == "__main__":
    count, seed = (int(word) for word in (*sys.argv[1:], *("1200", "11")[len(sys.argv) - 1 :]))
    made = labelled(count, seed)
    told = measured(made)
    print(f"{len(made.library)} records, {len(made.same)} pairs that are one work, {len(made.related)} related")
    print(f"all pairs shown: precision {told.precision:.3f}, recall {told.recall:.3f}")
    print(f"certain or strong: precision {told.strong_precision:.3f}, recall {told.merged:.3f} (translations apart)")
    print(f"certain and wrong: {len(told.certain_wrong)}")
    for way, counts in told.ways.items():
        print(f"  {way}: {', '.join(f'{name} {number}' for name, number in counts.most_common())}")
