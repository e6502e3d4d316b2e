"""Pages that a reader labelled before any rule was written for them (tests/cases/labelled), and how much of them is read right.

The pages of "held-out" layouts were not looked at until the rules for those of "tuned" ones were written, those of "second" not until the
rules for both were, "third" and "fourth" each after the rules for the one before; for "fourth" no rule was written: its figures are what to
expect of unseen pages. The first figures of each set stand in `FIRST`. `python -m tests.pages.labelled [--wrong SET]` prints today's.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from litreview.analysis import ROLES, annotate, read
from litreview.pages import Page, parse_page
from litreview.record import Partner, Period, Statement, Study

FOLDER = Path(__file__).parent.parent / "cases" / "labelled"
SETS = ("tuned", "held-out", "second", "third", "fourth")
FIRST = {
    "tuned": "fields 79/84, macro-F1 .868, abstained .045, aspects .949 right of those found, .487 found",
    "held-out": "fields 75/92 and macro-F1 .827 with the rules as they were; macro-F1 .935, abstained .047, aspects 1.00 right, .588 found "
    "once the rules for the tuned half were written",
    "second": "fields 25/33, macro-F1 .791, abstained .043, aspects 1.00 right, .640 found",
    "third": "fields 64/64, macro-F1 .893, abstained .100, aspects .948 right (one counted wrong that the reader had overlooked), .663 found",
    "fourth": "fields 25/25, macro-F1 .983, abstained .043, aspects .960 right, .774 found",
}
"""The figures of each set when it was read for the first time."""
LETTERS = {"B": "background", "O": "aim", "T": "framework", "M": "method", "R": "result", "X": None}
FIELDS = ("title", "author", "abstract", "keywords", "year", "genre", "publisher", "division", "supervisor")
ALWAYS = ("title", "author", "abstract", "keywords", "year")
"""Fields that must be empty where the reader found nothing; the others are compared where she did."""
VALUES = ("method", "data", "framework", "period", "site", "outcome", "partners")

Lines = dict[str, list[str]]


@attrs.frozen
class Case:
    """A page, its layout, its set (see `SETS`), and what a reader found: lines by name (``title (id)``)."""

    name: str
    layout: str
    set: str
    text: str
    wanted: Lines

    def tags(self, field: str) -> dict[str, list[str]]:
        """The lines of a field by language."""
        return {name.split("(")[1][:-1]: found for name, found in self.wanted.items() if name.startswith(f"{field} (")}


def cases() -> list[Case]:
    """Every labelled page, by name."""
    return [_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def _case(path: Path) -> Case:
    head, rest = path.read_text(encoding="utf-8").split("\n=== page\n", 1)
    page, expected = rest.split("\n=== expected\n", 1)
    told = _lines(head)
    return Case(path.stem, told["layout"][0], told["set"][0], page, _lines(expected))


def _lines(text: str) -> Lines:
    found: Lines = {}
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        found.setdefault(name, []).append(value.strip())
    return found


def fields(case: Case, page: Page) -> Iterator[tuple[str, bool, str]]:
    """(field, whether it is right, what was found) for each field that is compared."""
    study = page.study
    for field in FIELDS:
        stated = any(name == field or name.startswith(f"{field} (") for name in case.wanted)
        if stated or field in ALWAYS:
            right, found = getattr(_Check, field)(case, study)
            yield field, right, found


class _Check:
    @staticmethod
    def title(case: Case, study: Study) -> tuple[bool, str]:
        wanted = {tag: found[0] for tag, found in case.tags("title").items()}
        return dict(study.title) == wanted, repr(dict(study.title))

    @staticmethod
    def author(case: Case, study: Study) -> tuple[bool, str]:
        found = [", ".join(filter(None, (n.family or n.literal, n.given))) for n in study.author]
        wanted = case.wanted.get("author", [])
        right = len(found) == len(wanted) and all(f in w.split(" / ") for f, w in zip(found, wanted, strict=True))
        return right, " & ".join(found)

    @staticmethod
    def abstract(case: Case, study: Study) -> tuple[bool, str]:
        wanted = {tag: found[0].split(" … ") for tag, found in case.tags("abstract").items()}
        right = list(study.abstract) == list(wanted) and all(
            study.abstract[tag].startswith(begins) and study.abstract[tag].endswith(ends) for tag, (begins, ends) in wanted.items()
        )
        return right, repr({tag: f"{text[:40]} … {text[-40:]}" for tag, text in study.abstract.items()})

    @staticmethod
    def keywords(case: Case, study: Study) -> tuple[bool, str]:
        wanted = {tag: tuple(found[0].split(" | ")) for tag, found in case.tags("keywords").items()}
        return dict(study.keywords) == wanted, repr(dict(study.keywords))

    @staticmethod
    def year(case: Case, study: Study) -> tuple[bool, str]:
        found = str(study.issued.year) if study.issued else ""
        return (found or "none") in case.wanted.get("year", ["none"])[0].split(" / "), found

    @staticmethod
    def genre(case: Case, study: Study) -> tuple[bool, str]:
        return list(study.genre.values()) == case.wanted["genre"], repr(study.genre)

    @staticmethod
    def publisher(case: Case, study: Study) -> tuple[bool, str]:
        return study.text("publisher") == case.wanted["publisher"][0], repr(study.text("publisher"))

    @staticmethod
    def division(case: Case, study: Study) -> tuple[bool, str]:
        return case.wanted["division"][0] in (study.text("division") or ""), repr(study.text("division"))

    @staticmethod
    def supervisor(case: Case, study: Study) -> tuple[bool, str]:
        found = [value for name, value in study.extra if name == "page.supervisor"]
        wanted = case.wanted["supervisor"][0].split(" | ")
        right = len(found) == len(wanted) and all(w.casefold() in f.casefold() for w, f in zip(wanted, found, strict=True))
        return right, repr(found)


Roles = list[tuple[str | None, str | None]]


def roles(case: Case, study: Study) -> Iterator[tuple[str | None, str | None, str]]:
    """(role by the reader, role found, sentence); where sentences were cut otherwise than she did, none counts as found."""
    reading = read(study)
    for tag, found in case.tags("roles").items():
        sentences = reading.of(tag)
        letters = max(found[0].split(" / "), key=lambda w: sum(LETTERS[c] == s.role for c, s in zip(w, sentences, strict=False)))
        even = len(letters) == len(sentences)
        for number, letter in enumerate(letters):
            yield LETTERS[letter], sentences[number].role if even else None, sentences[number].text if even else f"[cut otherwise: {tag}]"


def macro_f1(pairs: Roles) -> float:
    """The mean over the roles that occur of their F1; a sentence without a role counts as missed."""
    scores = []
    for role in ROLES:
        right = sum(gold == role == found for gold, found in pairs)
        wrong = sum((gold == role) != (found == role) for gold, found in pairs)
        if right or wrong:
            scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / len(scores) if scores else 1.0


def values(case: Case, study: Study) -> Iterator[tuple[str, str, str]]:
    """(aspect, "right", "wrong" or "missed", the value) for each value found, and each that should have been."""
    aspects = annotate(study)[0].aspects
    for name in VALUES:
        wanted = [w.split("/") for line in case.wanted.get(name, []) for w in line.split(" | ")]
        met = [False] * len(wanted)
        also = aspects.values("sample") if name == "data" else ()  # the reader set down who was asked among the data
        for value in (*aspects.values(name), *also):
            texts = _texts(value)
            hits = [n for n, choices in enumerate(wanted) if any(_fits(choice, texts) for choice in choices)]
            for n in hits:
                met[n] = True
            if hits or value not in also:
                yield name, "right" if hits else "wrong", " | ".join(texts)
        yield from ((name, "missed", "/".join(choices)) for choices, found in zip(wanted, met, strict=True) if not found)


def _texts(value: Statement | Period | Partner) -> list[str]:
    if isinstance(value, Period):
        return [f"{value.start}-{value.end}"]
    if isinstance(value, Partner):
        return list(value.name.values())
    return [f"[{value.concept}]", *value.text.values()]


def _fits(choice: str, texts: list[str]) -> bool:
    return any(choice.casefold() in text.casefold() for text in texts)


@attrs.frozen
class Figures:
    """What was measured on some cases: shares of fields right, roles, and aspects."""

    fields: dict[str, tuple[int, int]]
    roles: Roles
    values: Counter[tuple[str, str]]

    def share(self, *names: str) -> float:
        """The share of the named fields (all by default) that are right."""
        chosen = [self.fields[name] for name in names or tuple(self.fields) if name in self.fields]
        return sum(right for right, _ in chosen) / max(1, sum(count for _, count in chosen))

    @property
    def f1(self) -> float:
        """Macro-F1 of the roles."""
        return macro_f1(self.roles)

    @property
    def abstained(self) -> float:
        """The share of sentences without a role."""
        return sum(found is None for _, found in self.roles) / max(1, len(self.roles))

    def precision(self, *names: str) -> float:
        """Of the values found in aspects, the share that is right."""
        right, wrong = self._count("right", names), self._count("wrong", names)
        return right / max(1, right + wrong)

    def recall(self, *names: str) -> float:
        """Of the values that the reader found, the share that was found (several finds of one value count once each)."""
        right, missed = self._count("right", names), self._count("missed", names)
        return right / max(1, right + missed)

    def _count(self, what: str, names: tuple[str, ...]) -> int:
        return sum(n for (name, kind), n in self.values.items() if kind == what and (not names or name in names))


def measure(chosen: list[Case]) -> Figures:
    """Read the pages of `chosen` and compare."""
    counts: dict[str, list[int]] = {}
    pairs: Roles = []
    found: Counter[tuple[str, str]] = Counter()
    for case in chosen:
        page = parse_page(case.text, case.name)
        for field, right, _ in fields(case, page):
            count = counts.setdefault(field, [0, 0])
            count[0] += right
            count[1] += 1
        pairs += [(gold, role) for gold, role, _ in roles(case, page.study)]
        found.update((name, kind) for name, kind, _ in values(case, page.study))
    return Figures({name: (a, b) for name, (a, b) in counts.items()}, pairs, found)


def report(figures: Figures) -> Iterator[str]:
    """The figures in lines."""
    yield "fields " + ", ".join(f"{name} {right}/{count}" for name, (right, count) in figures.fields.items())
    yield f"roles: macro-F1 {figures.f1:.3f} over {len(figures.roles)} sentences, abstained {figures.abstained:.3f}"
    yield f"aspects: precision {figures.precision():.3f}, recall {figures.recall():.3f}; " + ", ".join(
        f"{name} {figures.precision(name):.2f}/{figures.recall(name):.2f}" for name in VALUES if any(n == name for n, _ in figures.values)
    )


def main(arguments: list[str]) -> None:
    """Print the figures of both halves, of each layout by itself, and with ``--wrong`` what is wrong in the half that may be looked at."""
    listed = cases()
    for name in SETS:
        print(f"-- {name}", *report(measure([c for c in listed if c.set == name])), sep="\n   ")
    for layout in dict.fromkeys(c.layout for c in listed):
        figures = measure([c for c in listed if c.layout == layout])
        print(f"{layout}: fields {figures.share():.2f}, roles {figures.f1:.2f}, aspects {figures.precision():.2f}/{figures.recall():.2f}")
    for case in listed if "--wrong" in arguments else ():
        if case.set in arguments:
            page = parse_page(case.text, case.name)
            print(f"== {case.name}")
            print(*(f"   {field}: {shown}" for field, right, shown in fields(case, page) if not right), sep="\n")
            print(*(f"   {gold} -> {role}: {text[:150]}" for gold, role, text in roles(case, page.study) if gold != role), sep="\n")
            print(*(f"   {name} {kind}: {shown}" for name, kind, shown in values(case, page.study) if kind != "right"), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
