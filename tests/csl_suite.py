"""Fixtures in the format of the public CSL test suite: reading one, replaying it, and writing inlines as the suite's HTML.

``python -m tests.csl_suite FOLDER`` runs every fixture of a folder: one line for each that fails, then ``N passed, M failed``.
With ``--accept`` it also puts what passes now on ``csl/suite-passing.txt``, from where nothing is taken away, and takes it out of
``csl/suite-failing.txt``; the reason of a new failure is for a person to write.
"""

from __future__ import annotations

import html
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from litreview.csl import Cite, Cluster, Item, Processor, compile_style, items
from litreview.csl.cites import Position
from litreview.document.nodes import Cited, Display, Entry, Foreign, Inline, Inlines, Link, Quoted, Styled, Text

PASSING = Path(__file__).resolve().parent / "csl" / "suite-passing.txt"
FAILING = PASSING.with_name("suite-failing.txt")

_SECTION = re.compile(r">>=+\s*([A-Z-]+)\s*=+>>\r?\n(.*?)<<=+\s*\1\s*=+<<", re.DOTALL)
_OPEN = {
    "italic": "<i>", "oblique": "<em>", "bold": "<b>", "superscript": "<sup>", "subscript": "<sub>",
    "upright": '<span style="font-style:normal;">', "medium": '<span style="font-weight:normal;">',
    "light": '<span style="font-weight:light;">', "small-caps": '<span style="font-variant:small-caps;">',
    "normal-caps": '<span style="font-variant:normal;">', "underline": '<span style="text-decoration:underline;">',
    "no-underline": '<span style="text-decoration:none;">', "baseline": '<span style="baseline">',
}  # fmt: skip
_CLOSE = {"italic": "</i>", "oblique": "</em>", "bold": "</b>", "superscript": "</sup>", "subscript": "</sub>"}
_RAISED = dict(zip("ˀˁۥۦ", "ʔʕوي", strict=True))
"""Raised characters that Unicode does not take apart."""
_POSITIONS: tuple[Position, ...] = ("first", "subsequent", "ibid", "ibid-with-locator")
_DISPLAY = {"block": "csl-block", "left-margin": "csl-left-margin", "right-inline": "csl-right-inline", "indent": "csl-indent"}


_AROUND = {"block": ("\n\n    ", "\n"), "left-margin": ("\n    ", ""), "right-inline": ("", "\n  "), "indent": ("", "\n  ")}


@attrs.frozen
class Fixture:
    """One test of the suite."""

    name: str
    mode: str
    result: str
    csl: bytes
    works: tuple[Item, ...]
    mappings: dict[str, dict[str, Any]]
    cited: list[str] | None
    section: dict[str, Any] | None
    citation_items: list[list[dict[str, Any]]] | None
    citations: list[list[Any]] | None


def read_fixture(path: Path) -> Fixture:
    """Read a fixture file."""
    sections = {str(name): str(body) for name, body in _SECTION.findall(path.read_text(encoding="utf-8-sig"))}
    mappings = _with_ids(json.loads(sections["INPUT"]))
    works, _ = items(mappings)
    entries = json.loads(sections["BIBENTRIES"]) if "BIBENTRIES" in sections else None
    return Fixture(
        path.stem, sections["MODE"].strip(), normal(sections["RESULT"]), sections["CSL"].strip().encode("utf-8"), works,
        {mapping["id"]: mapping for mapping in mappings}, None if entries is None else [str(key) for key in entries[-1]],
        json.loads(sections["BIBSECTION"]) if "BIBSECTION" in sections else None,
        json.loads(sections["CITATION-ITEMS"]) if "CITATION-ITEMS" in sections else None,
        json.loads(sections["CITATIONS"]) if "CITATIONS" in sections else None,
    )  # fmt: skip


def _with_ids(mappings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The suite leaves ids out where a test has one item; where it repeats one, the last item counts."""
    done: dict[str, dict[str, Any]] = {}
    for number, mapping in enumerate(mappings):
        key = str(mapping.get("id", f"item-{number}"))
        done[key] = {**mapping, "id": key}
    return list(done.values())


def normal(text: str) -> str:
    """A result as the suite compares it: trailing white space and the way ``&`` is written do not count."""
    lines = [line.rstrip() for line in text.strip().replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).replace("&amp;", "&#38;").replace("&lt;", "&#60;").replace("&gt;", "&#62;")


def run(fixture: Fixture) -> str:
    """What the processor gives for a fixture, in the suite's form."""
    style = compile_style(fixture.csl, sentence_case="small")  # one fixture asks for it; CSL 1.0.2 and our default do not
    ids = [work.id for work in fixture.works] if fixture.cited is None else fixture.cited
    if fixture.citations is not None:
        return normal(_replay(fixture, Processor(style, fixture.works)))
    processor = Processor(style, fixture.works, uncited=ids)
    if fixture.mode.startswith("bibliography"):
        processor.citations([Cluster((Cite(key),)) for key in ids])
        if fixture.mode == "bibliography-header":
            return normal(_header(processor))
        return normal(_bibliography(processor, lambda entry: _in_section(fixture.mappings[entry.key], fixture.section or {})))
    entries = [entry.key for entry in processor.bibliography().entries] if style.has_bibliography else []
    everything = Cluster(tuple(Cite(key) for key in dict.fromkeys([*entries, *ids])))  # the suite cites in the order of the bibliography
    clusters = [Cluster(tuple(_cite(one, "first") for one in group)) for group in fixture.citation_items or []]
    if not clusters:
        return normal(to_html(processor.citations([everything])[0]))
    rendered = processor.citations([everything, *clusters])[1:]
    return normal("\n".join(to_html(one) for one in rendered))


def _replay(fixture: Fixture, processor: Processor) -> str:
    known: dict[str, Cluster] = {}
    changed: set[str] = set()
    states: dict[str, object] = {}
    order: list[str] = []
    for citation, before, after in fixture.citations or []:
        assert isinstance(citation, dict)
        key = str(citation.get("citationID", len(known)))
        note = citation.get("properties", {}).get("noteIndex") or None
        known[key] = Cluster(tuple(_cite(one, None) for one in citation["citationItems"]), note)
        notes = {str(k): n for k, n in [*before, *after]}
        notes.setdefault(key, note)
        order = [*(str(k) for k, _ in before), key, *(str(k) for k, _ in after)]
        for other in order:
            known[other] = attrs.evolve(known[other], note=notes[other] or None)
        processor.update([known[k] for k in order])
        # the suite marks what was made anew, even if it reads as before
        now = _states(order, known, processor, b"first-reference-note-number" in fixture.csl)
        changed = {k for k in order if k not in states or states[k] != now[k]} | {key}
        states = dict(now)
    if fixture.mode == "bibliography":
        return _bibliography(processor)
    rendered = processor.citations([known[k] for k in order])
    return "\n".join(f"{'>>' if order[i] in changed else '..'}[{i}] {to_html(one)}" for i, one in enumerate(rendered))


def _states(order: list[str], known: dict[str, Cluster], processor: Processor, back: bool) -> dict[str, object]:
    """What each citation depends on; where notes refer `back` to others, those also depend on their own number.

    A work that is told apart by a ``disambiguate`` test is so for all its citations from its second one on.
    """
    times = Counter(cite.key for key in order for cite in known[key].cites)
    cites = {key: citation.cites for key, citation in zip(order, processor._citations, strict=True)}
    apart = {key: tuple(times[c.cite.key] > 1 and c.state.extras.conditions > 0 for c in cites[key]) for key in order}
    return {key: (cites[key], back and known[key].note, apart[key]) for key in order}


def _cite(one: dict[str, Any], position: Position | None) -> Cite:
    given = _POSITIONS[one["position"]] if "position" in one else position
    return Cite(
        str(one["id"]), None if one.get("locator") is None else str(one["locator"]), one.get("label"), one.get("prefix"), one.get("suffix"),
        "suppress-author" if one.get("suppress-author") else "author-only" if one.get("author-only") else "normal", given,
        bool(one["near-note"]) if "near-note" in one else None,
    )  # fmt: skip


def _in_section(work: dict[str, Any], section: dict[str, Any]) -> bool:
    """Whether a work belongs to the part of the bibliography that a fixture asks for."""

    def meets(rule: dict[str, Any]) -> bool:
        value = work.get(rule["field"])
        return rule["value"] in value if isinstance(value, list) else (value or "") == rule["value"]

    if any(meets(rule) for rule in section.get("exclude", ())) or not all(meets(rule) for rule in section.get("select", ())):
        return False
    if section.get("quash") and all(meets(rule) for rule in section["quash"]):
        return False
    return not section.get("include") or any(meets(rule) for rule in section["include"])


def _header(processor: Processor) -> str:
    """The layout parameters, as the suite lists them."""
    found = processor.bibliography()
    values = {
        "bibend": "</div>", "bibliography_errors": "", "bibstart": '<div class="csl-bib-body">', "done": "true",
        "entry_ids": ",".join(entry.key for entry in found.entries), "entryspacing": found.entry_spacing, "linespacing": found.line_spacing,
        "maxoffset": max((len(to_html(entry.margin)) for entry in found.entries), default=0), "second-field-align": found.align or "false",
    }  # fmt: skip
    if found.hanging:
        values["hangingindent"] = "2"
    return "\n".join(f"{name}: {values[name]}" for name in sorted(values))


def _bibliography(processor: Processor, wanted: Callable[[Entry], bool] = lambda entry: True) -> str:
    found = processor.bibliography()
    lines = ['<div class="csl-bib-body">']
    for entry in filter(wanted, found.entries):
        lines.append(f'  <div class="csl-entry">{_entry(entry)}</div>')
    return "\n".join([*lines, "</div>"])


def _entry(entry: Entry) -> str:
    text = to_html(entry.children)
    if entry.margin:
        body = text.rstrip(" ")
        margin = f'\n    <div class="csl-left-margin">{to_html(entry.margin)}</div>'
        return f'{margin}<div class="csl-right-inline">{body}</div>\n  {text[len(body) :]}'
    return text


def to_html(inlines: Inlines) -> str:
    """Inlines as the suite writes them."""
    return "".join(_html(node) for node in inlines)


def _html(node: Inline) -> str:
    if isinstance(node, Text):
        text = html.escape(node.text, quote=False).replace("&amp;", "&#38;").replace("&lt;", "&#60;").replace("&gt;", "&#62;")
        return "".join(map(_raised, text))
    inner = to_html(node.children)
    if isinstance(node, Styled):
        return f"{_OPEN[node.mark]}{inner}{_CLOSE.get(node.mark, '</span>')}"
    if isinstance(node, Quoted):
        return f"{node.open}{inner}{node.close}"
    if isinstance(node, Display):
        before, behind = _AROUND[node.mode]
        return f'{before}<div class="{_DISPLAY[node.mode]}">{inner}</div>{behind}'
    assert isinstance(node, Link | Foreign | Cited)
    return inner


def _raised(character: str) -> str:
    """A raised character of Unicode as the plain one in ``<sup>``, as the suite writes HTML; any other as it is."""
    kind, *plain = unicodedata.decomposition(character).split(" ")
    text = "".join(chr(int(code, 16)) for code in plain) if kind == "<super>" else _RAISED.get(character)
    return character if text is None else f"<sup>{text}</sup>"


def fixtures(folder: Path) -> list[Path]:
    """The fixture files of a folder, sorted: every ``category_Name.txt`` with a result."""
    return sorted(path for path in folder.glob("*_*.txt"))


def outcome(path: Path) -> tuple[bool, str, str]:
    """(whether it passes, what is wanted, what came); an exception is a result like any other."""
    try:
        fixture = read_fixture(path)
    except (KeyError, ValueError) as error:
        return False, "a readable fixture", f"{type(error).__name__}: {error}"
    try:
        got = run(fixture)
    except Exception as error:  # a crash must not stop the count
        got = f"{type(error).__name__}: {error}"
    return got == fixture.result, fixture.result, got


def listed(path: Path) -> list[str]:
    """The names of a list of fixtures: one a line, before a tab."""
    return [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def accept(names: set[str], passing: Path, failing: Path) -> None:
    """Put the names that pass on the one list and take them off the other; a name that passed before stays, so that its loss is seen."""
    lines = passing.read_text(encoding="utf-8").splitlines()
    heading = [line for line in lines if line.startswith("#")]
    passing.write_text("\n".join([*heading, *sorted({*listed(passing), *names})]) + "\n", encoding="utf-8")
    reasons = [line for line in failing.read_text(encoding="utf-8").splitlines() if line.split("\t")[0] not in names]
    failing.write_text("\n".join(reasons) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run a folder; with ``-v`` also print what was wanted and what came."""
    options = {a for a in arguments if a in ("-v", "--accept")}
    folders = [a for a in arguments if a not in options]
    if len(folders) != 1 or not Path(folders[0]).is_dir():
        sys.stderr.write("usage: python -m tests.csl_suite FOLDER [-v] [--accept]\n")
        return 2
    passed: set[str] = set()
    failed = 0
    for path in fixtures(Path(folders[0])):
        good, wanted, got = outcome(path)
        if good:
            passed.add(path.stem)
        else:
            failed += 1
            sys.stdout.write(f"{path.stem}\n" + (f"  wanted: {wanted}\n  got:    {got}\n" if "-v" in options else ""))
    if "--accept" in options:
        accept(passed, PASSING, FAILING)
    sys.stdout.write(f"{len(passed)} passed, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
