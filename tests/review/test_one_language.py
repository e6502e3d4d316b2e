"""A paragraph holds one language: words of another are translated by the writer, told by names, or left to the table."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import docx
import pytest

import litreview
from litreview.document.nodes import Foreign, Paragraph, Quoted
from litreview.document.walk import nodes, plain
from litreview.record import Dates, LangList, LangText, Library, Name, Names, Study, library_of, parse_date
from litreview.review.drafting import Review

MARK = {"id": "[terjemahan, periksa]", "en": "[translation, check]"}
ENGLISH = (
    "lanterns kept the night market open for two more hours",
    "vendors who shared a lantern earned more than vendors who did not",
    "the market hall lost its visitors within a year",
    "rain reduced the number of stalls by a third",
)
INDONESIAN = (
    "lampion membuat pasar malam buka dua jam lebih lama setiap hari",
    "pedagang yang berbagi lampion memperoleh pendapatan lebih banyak",
    "gedung pasar kehilangan pengunjung dalam waktu satu tahun",
    "hujan mengurangi jumlah lapak hingga sepertiganya",
)


def written(number: int, tag: str, finding: str, authors: int = 1) -> Study:
    """A study of night markets in one language."""
    people = tuple(Name(family=family, given="Rani") for family in ("Salim", "Tirta", "Umar")[:authors])
    said = {
        "en": f"This study aims to examine night markets. The results show that {finding}.",
        "id": f"Penelitian ini bertujuan untuk menelaah pasar malam. Hasil penelitian menunjukkan bahwa {finding}.",
    }
    return Study(
        f"s{tag}{number}",
        "article-journal",
        language=tag,
        title=LangText({tag: f"{'Night markets' if tag == 'en' else 'Pasar malam'} {number}"}),
        names=Names({"author": people}),
        dates=Dates({"issued": parse_date(str(2010 + number))}),
        abstract=LangText({tag: said[tag]}),
        keywords=LangList({tag: ("night markets", "lantern") if tag == "en" else ("pasar malam", "lampion")}),
    )


def corpus(tag: str, authors: int = 1) -> Library:
    findings = ENGLISH if tag == "en" else INDONESIAN
    return library_of([written(number, tag, finding, authors) for number, finding in enumerate(findings)])


def thematic(review: Review) -> list[Paragraph]:
    return [block for block in review.document.blocks if isinstance(block, Paragraph) and block.key.startswith("theme/")]


@pytest.mark.parametrize(("spoken", "sources"), [("id", "en"), ("en", "id")])
def test_no_paragraph_quotes_another_language_and_at_most_one_place_is_left_in_each(spoken: str, sources: str) -> None:
    told = thematic(litreview.draft(corpus(sources), lang=spoken))
    assert any(MARK[spoken] in plain(block.children) for block in told)
    for block in told:
        assert plain(block.children).count(MARK[spoken]) <= 1
        for node in nodes(block.children):
            assert not (isinstance(node, Foreign) and any(isinstance(inner, Quoted) for inner in nodes(node.children)))
            assert not isinstance(node, Quoted)


def test_the_original_stands_in_a_comment_or_in_a_table_at_the_end(tmp_path: Path) -> None:
    review = litreview.draft(corpus("en"), lang="id")
    review.save(tmp_path / "bab.md")
    text = (tmp_path / "bab.md").read_text(encoding="utf-8")
    behind = text.split("Kata Asli yang Perlu Diterjemahkan")[1]
    assert any(finding in behind for finding in ENGLISH)
    review.save(tmp_path / "bab.docx")
    comments = [comment.text for comment in docx.Document(str(tmp_path / "bab.docx")).comments]
    assert len(comments) == review.to_translate > 0
    assert all(any(finding in comment for finding in ENGLISH) for comment in comments)


@pytest.mark.slow
@pytest.mark.parametrize(("spoken", "sources"), [("id", "en"), ("en", "id"), ("id", "id")])
@pytest.mark.parametrize("suffix", [".docx", ".md", ".json"])
def test_such_a_draft_checks_clean(spoken: str, sources: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"chapter{suffix}"
    litreview.draft(corpus(sources), lang=spoken).save(path)
    assert [problem for problem in litreview.check_draft(path, corpus(sources)) if problem.severity != "info"] == []


@pytest.mark.parametrize("tag", ["id", "en"])
def test_quotations_are_no_more_than_a_part_of_what_is_said_on_themes(tag: str) -> None:
    given = library_of([*corpus(tag), *(attrs.evolve(study, key=f"{study.key}-more") for study in corpus(tag))])
    told = thematic(litreview.draft(given, lang=tag))
    quoted = sum(len(plain(node.children).split()) for block in told for node in nodes(block.children) if isinstance(node, Quoted))
    assert 0 < quoted <= max(24, 0.15 * sum(len(plain(block.children).split()) for block in told))


def test_a_chapter_names_several_authors_in_one_way() -> None:
    works = library_of([*corpus("en", authors=3), *corpus("id", authors=3)])
    blocks = litreview.draft(works, lang="id").document.blocks
    text = " ".join(plain(block.children) for block in blocks if isinstance(block, Paragraph))
    assert "Salim dkk." in text
    assert "et al." not in text


@pytest.mark.parametrize(("tag", "word"), [("id", "dan"), ("en", "and")])
def test_two_authors_are_joined_by_a_word_in_the_sentence_and_by_the_sign_in_brackets(tag: str, word: str) -> None:
    review = litreview.draft(corpus(tag, authors=2), lang=tag)
    text = " ".join(plain(block.children) for block in thematic(review))
    assert re.search(rf"Salim {word} Tirta \(20", text)
    assert re.search(r"\((?:[^()]*; )?(?:\w+ )?Salim & Tirta, 20", text)
    assert not re.search(r"Salim & Tirta \(", text)
