"""``litreview themes`` from the command line, and outlines that somebody made to do harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.mark.parametrize(("lang", "words"), [("C", "The outline of a review chapter"), ("id_ID.UTF-8", "Kerangka bab tinjauan pustaka")])
def test_without_an_output_it_is_printed(run: Run, lang: str, words: str) -> None:
    code, out, err = run("themes", "lee.yaml", lang=lang)
    assert (code, err) == (0, [])
    assert words in out[0]


def test_a_file_is_written_once_and_then_brought_up_to_date(run: Run, tmp_path: Path) -> None:
    assert run("themes", "lee.yaml", "-o", "plan.yaml")[2] == [
        "plan.yaml: written (studies: 1)",
        "next: change plan.yaml as you like, then litreview draft lee.yaml --outline plan.yaml",
    ]
    first = (tmp_path / "plan.yaml").read_bytes()
    code, _, err = run("themes", ".", "-o", "plan.yaml")
    assert (code, err[-1]) == (0, "plan.yaml: brought up to date (studies: 1)")
    assert (tmp_path / "plan.yaml").read_bytes() == first
    assert run("draft", "lee.yaml", "-o", "bab2.md", "--outline", "plan.yaml")[0] == 0


def test_the_studies_that_are_chosen_are_counted(run: Run, tmp_path: Path) -> None:
    records = "".join(f"- key: s{n}\n  type: book\n  title: {{en: Book {n}}}\n  issued: {2000 + n}\n" for n in range(5))
    (tmp_path / "five.yaml").write_text(records, encoding="utf-8")
    assert run("themes", "five.yaml", "--only", "year=2002-", "-o", "plan.yaml")[2][-2] == "plan.yaml: written (studies: 3)"


def test_a_source_is_never_written_over(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "lee.yaml").read_bytes()
    (tmp_path / "two.yaml").write_text("- key: putri2020\n  type: book\n", encoding="utf-8")
    for sources in (["lee.yaml"], ["lee.yaml", "two.yaml"]):
        code, out, err = run("themes", *sources, "-o", "lee.yaml")
        assert (code, out, len(err)) == (2, [], 1)
    assert (tmp_path / "lee.yaml").read_bytes() == before


def test_an_outline_that_cannot_be_read_is_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("themes: [\n", encoding="utf-8")
    code, _, err = run("themes", "lee.yaml", "-o", "plan.yaml")
    assert (code, len(err)) == (2, 1)
    assert err[0].startswith("litreview: plan.yaml:")
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "themes: [\n"


def test_an_unknown_key_in_a_remark_is_named_with_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("themes:\n- facet: aims\n  remarks: |\n    One.\n    [@le2019, p. 2]\n", encoding="utf-8")
    (tmp_path / "two.yaml").write_text("- key: putri2020\n  type: book\n  title: A\n  aspects: {aim: {text: x}}\n", encoding="utf-8")
    _, _, err = run("draft", "lee.yaml", "two.yaml", "-o", "bab2.md", "--outline", "plan.yaml")
    assert any(line.startswith("plan.yaml:5: le2019: ") and 'did you mean "lee2019"' in line for line in err)
    assert "?le2019, p. 2" in (tmp_path / "bab2.md").read_text(encoding="utf-8").replace("\\", "")


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(ord('a') + n)}: &{chr(ord('a') + n)} [{', '.join(['*' + chr(ord('a') + n - 1)] * 10)}]\n" for n in range(1, 9)
)


@pytest.mark.parametrize(
    "text",
    [
        ALIASES,
        "themes: &a [*a]\n",
        "themes: " + "[" * 500 + "]" * 500 + "\n",
        "x" * 2_000_000,
        "themes:\n" + "- facet: aims\n" * 4_000 + "- facet: ?\n",
        "themes: !!python/object/apply:os.system [echo]\n",
        "title: {en: [a, {b: c}]}\n",
        "chapter: 1e9\n",
        "leave-out: [[a]]\n",
        "themes:\n- studies: {a: b}\n",
        "? [a]\n: b\n",
        "themes: 3\n---\nthemes: 4\n",
    ],
    ids=["aliases", "circle", "deep", "large", "long", "tag", "title", "number", "leave-out", "studies", "key", "two documents"],
)
def test_a_hostile_outline_is_refused_in_one_line(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    for argv in (("themes", "lee.yaml", "-o", "plan.yaml"), ("draft", "lee.yaml", "-o", "bab2.md", "--outline", "plan.yaml")):
        code, out, err = run(*argv)
        assert (code, out, len(err)) == (2, [], 1)
        assert "plan.yaml" in err[0]
        assert "Traceback" not in err[0]
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == text
