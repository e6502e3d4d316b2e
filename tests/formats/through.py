"""Five hundred records through each pair of formats and back: what is lost on the way, field by field, and whether the writer said so.

    python -m tests.formats.through [FOLDER ...] [FORMAT ...] [--all]

Records as format A holds them are written as B, read, written as A and read again: ``A > B > A``. ``A`` alone is the first step, from our
records to A and back. Without folders the records are the examples in ``tests/cases/formats``, filled up with works of the benchmark; with
folders they are taken evenly from all files there. A line says how many values there were and how many of them came back, then which fields
did not, most first: ``genre 12/40 (told 12, moved 0)``. A value is told when a problem of its record names the field, and moved when it
stands in another. Commas before "Jr.", dashes between pages and what parts the numbers of a book are no difference. ``SILENT`` stands before what
a style prints, was lost, and nobody said so; the exit code is 1 then. ``--all`` shows an example of each.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product, zip_longest
from pathlib import Path

import attrs

from litreview.errors import Problem
from litreview.formats import named
from litreview.formats._left_out import UNPRINTED
from litreview.formats.bibtex import write_bibtex
from litreview.formats.bibtex.options import BibtexOptions
from litreview.languages import explain
from litreview.record import Study, unique_keys
from litreview.record.fields import LANGUAGE_FIELDS
from tests.benchmarks.exports import works
from tests.formats.others import studies_in

COUNT = 500
CASES = Path(__file__).parents[1] / "cases" / "formats"
FORMATS = ("yaml", "csl-json", "csl-yaml", "bibtex", "biblatex", "ris", "word")
NOT_PRINTED = UNPRINTED | {"extra", "capitals"}
NOCASE = re.compile(r'<span class="nocase">(.*?)</span>')


@attrs.define
class Losses:
    """What became of one field: how often it was stated, lost or changed; how often that was told, or it stands in another field now; and
    the first case of neither."""

    stated: int = 0
    lost: int = 0
    told: int = 0
    moved: int = 0
    example: str = ""


def values(study: Study) -> Iterator[tuple[str, str]]:
    """Every value of a study under the name of its field, ``title (id)`` where it has the title in several languages."""
    yield "key", study.key
    yield "type", study.type
    if study.language:
        yield "language", study.language
    texts = {**{field: getattr(study, field) for field in LANGUAGE_FIELDS}, **study.variables}
    for field, text in texts.items():
        for tag, value in text.items():
            plain = NOCASE.sub(r"\1", value)
            yield (f"{field} ({tag})" if len(text) > 1 else field), " ".join(plain.split())
            if plain != value:
                yield f"capitals ({field})", value
    for tag, words in study.keywords.items():
        yield (f"keywords ({tag})" if len(study.keywords) > 1 else "keywords"), "; ".join(words)
    for role, people in study.names.items():
        yield role, "; ".join(name.text().replace(",", "") for name in people) + (" et al." if role in study.others else "")
    yield from ((variable, date.edtf()) for variable, date in study.dates.items())
    for field in ("aspects", "highlights", "paraphrased", "looked_for", "screening"):
        if getattr(study, field) != getattr(Study(""), field):
            yield field, str(getattr(study, field))
    for name in dict.fromkeys(name for name, _ in study.extra):
        yield f"extra {name}", "; ".join(sorted(" ".join(value.split()) for own, value in study.extra if own == name))


def passed(studies: Sequence[Study], format: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies as `format` holds them, and what its writer had to say."""
    if format == "biblatex":
        data, problems = write_bibtex(studies, BibtexOptions(flavour="biblatex"))
    else:
        write = named(format).write
        assert write is not None
        data, problems = write(studies)
    read = named("bibtex" if format == "biblatex" else format).read
    assert read is not None
    return read(data, "records")[0], problems


def compared(before: Sequence[Study], after: Sequence[Study], problems: Iterable[Problem]) -> dict[str, Losses]:
    """Field by field, what did not come back."""
    told: defaultdict[str | None, str] = defaultdict(str)
    for problem in problems:
        told[problem.key] += f" {explain(problem)}, "
    found: defaultdict[str, Losses] = defaultdict(Losses)
    one_way: dict[str, Callable[[str], str]] = {"page": _pages}
    for study, back in zip_longest(before, after):
        if study is None:
            found["record"].lost += 1
            continue
        there = dict(values(back)) if back is not None else {}
        for name, value in values(study):
            field = name.partition(" (")[0]
            losses = found["extra" if name.startswith("extra ") else field]
            losses.stated += 1
            same = one_way.get(field, str)
            if field in ("ISBN", "ISSN") and set(_serials(value)) <= set(_serials(there.get("ISBN", "") + " " + there.get("ISSN", ""))):
                continue  # told apart by their digits
            if same(value) in (same(there.get(name, "")), same(there.get(field, ""))):
                continue
            losses.lost += 1
            said = (name.removeprefix("extra "), field)
            if any(f" {one}{end}" in told[study.key] for one in said for end in (",", ";", " (")):
                losses.told += 1
                continue
            if value in there.values():
                losses.moved += 1
                continue
            losses.example = losses.example or f"{study.key}: {name} {value[:90]!r} -> {there.get(name, there.get(field, ''))[:90]!r}"
    return dict(found)


def _serials(listed: str) -> list[str]:
    """The ISBNs and ISSNs in a text, whatever parts them."""
    return [re.sub("-", "", number) for number in re.findall(r"[\dXx-]{8,}", listed)] or [listed.strip()]


def _pages(listed: str) -> str:
    """Pages with a hyphen, and one page once; "n/a" is none."""
    return "" if listed == "n/a-n/a" else re.sub(r"\b(\w+)-\1\b", r"\1", re.sub(r"\s*[-–—]+\s*", "-", listed))


def lines(way: str, found: dict[str, Losses], examples: bool) -> Iterator[str]:
    """The table of one way."""
    stated, lost = sum(one.stated for one in found.values()), sum(one.lost for one in found.values())
    yield f"{way:28} {stated - lost:6} of {stated:6} values ({(stated - lost) / max(1, stated):.2%})"
    for field, one in sorted(found.items(), key=lambda pair: -pair[1].lost):
        if one.lost:
            mark = "SILENT " if silent(field, one) else ""
            yield f"    {mark}{field} {one.lost}/{one.stated} (told {one.told}, moved {one.moved})" + (
                f"  e.g. {one.example}" if examples and one.example else ""
            )


def silent(field: str, losses: Losses) -> bool:
    """Whether something that is printed was lost and not told."""
    return field not in NOT_PRINTED and losses.lost > losses.told + losses.moved


def chosen(folders: Sequence[Path]) -> tuple[Study, ...]:
    """Five hundred records, evenly from those of the folders; works of the benchmark where there are fewer."""
    every = list(studies_in(folders or [CASES]))
    every += works(max(0, COUNT - len(every)))
    step = len(every) / COUNT
    return unique_keys(tuple(every[int(n * step)] for n in range(COUNT)))[0]


def main(folders: Sequence[Path], formats: Sequence[str], examples: bool) -> int:
    """Print the table; 1 where something printed was lost silently."""
    studies = chosen(folders)
    print(f"{len(studies)} records of types", ", ".join(f"{kind} {n}" for kind, n in Counter(s.type for s in studies).most_common()))
    held, code = {}, 0
    for one in formats:
        held[one], problems = passed(studies, one)
        found = compared(studies, held[one], problems)
        print("\n".join(lines(one, found, examples)), flush=True)
        code |= any(silent(*pair) for pair in found.items())
    for first, other in product(formats, formats):
        if first != other:
            there, told = passed(held[first], other)
            back, also = passed(there, first)
            found = compared(held[first], back, (*told, *also))
            print("\n".join(lines(f"{first} > {other} > {first}", found, examples)), flush=True)
            code |= any(silent(*pair) for pair in found.items())
    return code


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    names = [word for word in given if word in FORMATS] or list(FORMATS)
    raise SystemExit(main([Path(word) for word in given if word not in FORMATS], names, "--all" in sys.argv))
