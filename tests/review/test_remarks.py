"""The writer's remarks: every case file, and what must hold of any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.document.nodes import Block, Cite, Heading, Inlines, Link, ListBlock, Note, Paragraph, Quoted, Styled, Text
from litreview.document.walk import block_inlines, cites, nodes, plain
from litreview.errors import Problem
from litreview.languages import explain, language
from litreview.record import Study, library_of
from litreview.review.chapter import compose
from litreview.review.claims import build_ledger
from litreview.review.remarks import remark_problems, remarks
from litreview.themes import Outline, OwnStudy, ThemePlan, apply
from tests.review.reading import corpus
from tests.work import growth

CASES = Path(__file__).resolve().parents[1] / "cases" / "remarks"
KNOWN = ("lee2019", "putri2020", "de-vries:2018", "Md Ali2020")


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, rest = part.split("\n", 1)
            given, _, expected = rest.rpartition("\n---\n")
            yield f"{path.stem}: {name}", given, expected.strip()


def shown(inlines: Inlines) -> str:
    return "".join(_shown(node) for node in inlines)


def _shown(node: object) -> str:
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Styled):
        return f"<{node.mark} {shown(node.children)}>"
    if isinstance(node, Quoted):
        return f"{node.open}{shown(node.children)}{node.close}"
    if isinstance(node, Link):
        return f"({shown(node.children)})->{node.target}"
    if isinstance(node, Note):
        return f"{{note {shown(node.children)}}}"
    assert isinstance(node, Cite)
    items = [
        f"{item.prefix or ''}|{item.key}|{f'{item.label} {item.locator}' if item.locator else ''}|{item.suffix or ''}"
        for item in node.items
    ]
    return f"<{node.mode} {'; '.join(items)}>"


def block(found: Block) -> str:
    if isinstance(found, ListBlock):
        return ("O " if found.ordered else "U ") + " / ".join(shown(item) for item in found.items)
    assert isinstance(found, Paragraph | Heading)
    return ("H " if isinstance(found, Heading) else "P ") + shown(found.children)


@pytest.mark.parametrize(("given", "expected"), [pytest.param(g, e, id=name) for name, g, e in cases()])
def test_a_remark_becomes(given: str, expected: str) -> None:
    blocks, unknown = remarks(given, "theme/a/remarks", KNOWN, language("id"))
    told = [block(found) for found in blocks] + [f"? {found.key} line {found.line}" for found in unknown]
    assert "\n".join(told) == expected


def test_keys_of_blocks_name_theme_and_place() -> None:
    blocks, _ = remarks("a\n\n- b\n\n> c", "theme/aims/remarks", KNOWN, language("en"))
    assert [found.key for found in blocks if isinstance(found, Paragraph | ListBlock)] == [f"theme/aims/remarks-{n}" for n in (1, 2, 3)]


def test_nothing_written_gives_nothing() -> None:
    assert remarks(None, "k", KNOWN, language("en")) == ((), ())
    assert remarks(" \n", "k", KNOWN, language("en")) == ((), ())


@given(st.text(alphabet=st.sampled_from("ab 1.\n-*_[]()@^>#;:,{}\\`<&!|"), max_size=200))
def test_no_letter_and_no_digit_is_ever_lost(text: str) -> None:
    """Marks of Markdown go, words stay: in the text, in a citation, or in the target of a link."""
    blocks, unknown = remarks(text, "k", ("a", "b", "aa", "ab"), language("en"))
    kept: list[str] = []
    for found in blocks:
        for inlines in block_inlines(found):
            for node in nodes(inlines):
                if isinstance(node, Text):
                    kept.append(node.text)
                elif isinstance(node, Link):
                    kept.append(node.target)
                elif isinstance(node, Cite):
                    kept += [part for item in node.items for part in (item.prefix, item.key, item.locator, item.label, item.suffix) if part]
    letters = "".join(kept)
    for character in "ab":
        notes = sum(definition.count(character) for definition in re.findall(r"^ {0,3}\[\^.*", text, re.MULTILINE))
        assert letters.count(character) >= text.count(character) - notes - _in_lists(text, character)
    assert all(found.line <= text.count("\n") for found in unknown)


def _in_lists(text: str, character: str) -> int:
    """Link titles, `[x](target "title")`, are for pointing devices and are not printed."""
    return sum(found.count(character) for found in re.findall(r"\]\([^)]*\)", text))


@given(st.text(max_size=300))
def test_any_text_gives_blocks(text: str) -> None:
    blocks, _ = remarks(text, "k", KNOWN, language("id"))
    assert all(plain(inlines) is not None for found in blocks for inlines in block_inlines(found))


@pytest.mark.parametrize("piece", ["[", "@", "[@a;", "> ", "*a ", "[^a]", "- "])
def test_the_work_for_hostile_text_grows_with_its_length(piece: str) -> None:
    assert growth(lambda count: lambda: remarks(piece * count, "k", KNOWN, language("en")), 400, times=5) < 6


def test_an_unknown_key_is_a_problem_with_its_line_and_the_nearest_key() -> None:
    library = library_of([Study("lee2019"), Study("putri2020")])
    plan = ThemePlan("aims", introduction="First.\nSee @leee2019.", introduction_line=7, remarks="[@zzz]", remarks_line=12)
    problems = remark_problems(
        Outline(themes=(plan, ThemePlan("methods", remarks="@qqq", skip=True)), file="plan.yaml"), library, language("en")
    )
    assert [(p.code, p.key, p.origin.line, p.get("nearest")) for p in problems] == [
        ("remark-unknown-key-near", "leee2019", 8, "lee2019"),
        ("remark-unknown-key", "zzz", 12, None),
    ]
    assert all(isinstance(p, Problem) and explain(p, "id").startswith("plan.yaml:") for p in problems)


def test_title_and_question_of_the_own_study_open_the_section_on_novelty() -> None:
    library = library_of([Study("lee2019")])
    for tag, words in (("en", "It asks: Why {so}?"), ("id", "Pertanyaan yang diajukan: Why {so}?")):
        outline = Outline(own_study=OwnStudy(title="Towns", question="Why {so}?"))
        document = compose(build_ledger(library, ()), library, outline, language(tag))
        (told,) = [
            plain(found.children) for found in document.blocks if isinstance(found, Paragraph) and found.key == "novelty/introduction-1"
        ]
        assert told.endswith(words)
        assert "“Towns”" in told


def test_sections_stand_in_the_order_of_the_outline_and_those_it_does_not_name_are_left_out() -> None:
    library = library_of([Study("lee2019"), Study("putri2020")])
    document = compose(build_ledger(library, ()), library, Outline(sections=("novelty", "introduction")), language("en"))
    assert [found.key for found in document.blocks if isinstance(found, Heading) and found.level == 2] == [
        "novelty",
        "introduction",
        "bibliography",
    ]


def test_remarks_stand_around_what_is_generated_and_left_out_works_can_be_cited() -> None:
    library = corpus("ports")
    outline = Outline(
        themes=(ThemePlan("methods", introduction="Before [@gone2001].", remarks="Behind."),), leave_out=(("gone2001", "a handbook"),)
    )
    themes, used, _ = apply(outline, library)
    document = compose(build_ledger(used, themes), used, outline, language("en"))
    keys = [found.key for found in document.blocks if isinstance(found, Paragraph) and found.key.startswith("theme/methods")]
    assert (keys[0], keys[-1]) == ("theme/methods/introduction-1", "theme/methods/remarks-1")
    assert len(keys) > 2
    cited = {item.key for cite in cites(document) for item in cite.items}
    assert "gone2001" in cited
