"""The checks of drafts: a clean chapter passes them all, and each finds the fault it is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import litreview
from litreview._resources import folder
from litreview.audit.checks import checks
from litreview.audit.judging import check_draft
from litreview.document.nodes import Cell, Cite, CiteItem, Document, Inline, Inlines, Paragraph, Quoted, References, Sentence, Table, Text
from litreview.document.walk import map_inlines, rebuild_document
from litreview.record import LangText, Library, Variables
from litreview.review.claims import Claim
from tests.drafts.chapters import chapter, codes, ports

STYLES = ("apa", "ieee", "modern-language-association", "vancouver-superscript")


def test_there_is_a_module_for_each_check() -> None:
    assert len(checks()) == 16


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", ["id", "en"])
def test_a_clean_chapter_passes(tag: str, style: str) -> None:
    assert codes(check_draft(chapter(tag, style))) == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "md", "json"])
@pytest.mark.parametrize("tag", ["id", "en"])
def test_a_clean_chapter_of_the_shipped_studies_passes_from_a_file(tag: str, suffix: str, tmp_path: Path) -> None:
    library = litreview.load(folder("references"))
    path = tmp_path / f"bab2.{suffix}"
    litreview.draft(library, lang=tag).save(path)
    assert codes(check_draft(path, library)) == []
    assert suffix == "md" or codes(check_draft(path)) == []


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["id", "en"])
@pytest.mark.parametrize("style", ["apa", "ieee", "modern-language-association"])
def test_clean_chapters_of_real_pages_pass(tag: str, style: str, shared: Path) -> None:
    assert codes(check_draft(litreview.draft(litreview.load(shared / "seeds"), lang=tag, style=style))) == []


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["id", "en"])
@pytest.mark.parametrize("name", ["cashwaqf_scopus.bib", "digiethics_scopus.bib"])
def test_clean_chapters_of_large_bibliographies_pass(name: str, tag: str, shared: Path, tmp_path: Path) -> None:
    library = litreview.load(shared / "bibliographies" / name)
    review, path = litreview.draft(library, lang=tag), tmp_path / "bab2.docx"
    assert codes(check_draft(review)) == []
    review.save(path)
    assert codes(check_draft(path, library)) == []
    assert codes(check_draft(path)) == []


# One plant for each check, in the chapter before it is written


def with_text(review: litreview.Review, old: str, new: str) -> litreview.Review:
    done: list[bool] = []

    def change(node: Inline) -> Inline | None:
        if isinstance(node, Text) and old in node.text and not done:
            done.append(True)
            return Text(node.text.replace(old, new, 1))
        return None

    document = rebuild_document(review.document, change)
    assert done, f"{old!r} is not in the chapter"
    return attrs.evolve(review, document=document)


def with_sentence(review: litreview.Review, *inlines: Inline) -> litreview.Review:
    """The chapter with one more sentence in its first long paragraph."""
    blocks = list(review.document.blocks)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and any(isinstance(c, Sentence) for c in block.children))
    paragraph = blocks[at]
    assert isinstance(paragraph, Paragraph)
    blocks[at] = attrs.evolve(paragraph, children=(*paragraph.children, Text(" "), *inlines))
    return attrs.evolve(review, document=attrs.evolve(review.document, blocks=tuple(blocks)))


def cited(*keys: str, text: str) -> Cite:
    return Cite(tuple(CiteItem(key) for key in keys), children=(Text(text),))


def uncited(review: litreview.Review) -> litreview.Review:
    return with_sentence(review, Text("Ports grow wherever trade is free."))


def unlisted(review: litreview.Review) -> litreview.Review:
    blocks = tuple(attrs.evolve(b, entries=b.entries[1:]) if isinstance(b, References) else b for b in review.document.blocks)
    return attrs.evolve(review, document=attrs.evolve(review.document, blocks=blocks))


def misquoted(review: litreview.Review) -> litreview.Review:
    return with_sentence(
        review, Text("It is "), Quoted((Text("a partnership of equals"),)), Text(" "), cited("rahmat2019", text="(Rahmat, 2019)")
    )


def miscited(review: litreview.Review) -> litreview.Review:
    done: list[bool] = []

    def change(node: Inline) -> Inline | None:
        if isinstance(node, Cite) and [item.key for item in node.items] == ["rahmat2019"] and not done:
            done.append(True)
            return attrs.evolve(node, items=(CiteItem("wijaya2020"),), children=(Text("(Wijaya, 2020)"),))
        return None

    def sentences(inlines: Inlines) -> Inlines:
        return tuple(attrs.evolve(n, children=tuple(change(c) or c for c in n.children)) if isinstance(n, Sentence) else n for n in inlines)

    return attrs.evolve(review, document=map_inlines(review.document, sentences))


def miscounted(review: litreview.Review) -> litreview.Review:
    first = review.ledger.corpus[0]
    wrong = attrs.evolve(first, stated=first.stated[1:])
    ledger = attrs.evolve(review.ledger, corpus=(wrong, *review.ledger.corpus[1:]))
    return attrs.evolve(review, ledger=ledger)


def altered(review: litreview.Review) -> litreview.Review:
    return with_text(review, "By what they ask about", "By what they never ask about")


def renumbered(review: litreview.Review) -> litreview.Review:
    return with_text(review, "four studies", "nine studies")


def listing(review: litreview.Review) -> litreview.Review:
    lines: list[Inline] = []
    for key, text in (("rahmat2019", "Rahmat (2019)"), ("wijaya2020", "Wijaya (2020)"), ("sari2021", "Sari & Kim (2021)")):
        lines += [cited(key, text=text), Text(" writes of ports. ")]
    blocks = (*review.document.blocks[:-1], Paragraph(tuple(lines), "own"), review.document.blocks[-1])
    return attrs.evolve(review, document=attrs.evolve(review.document, blocks=blocks))


def overquoted(review: litreview.Review) -> litreview.Review:
    return with_sentence(review, Quoted((Text("port " * 41),)), Text(" "), cited("rahmat2019", text="(Rahmat, 2019)"))


def proved(review: litreview.Review) -> litreview.Review:
    return with_sentence(review, Text("This proves that ports fail "), cited("rahmat2019", text="(Rahmat, 2019)"), Text("."))


def mixed(review: litreview.Review) -> litreview.Review:
    return with_sentence(review, Text("Penelitian ini menunjukkan bahwa kerja sama kota itu gagal karena anggarannya tidak ada "), cited("rahmat2019", text="(Rahmat, 2019)"), Text("."))  # fmt: skip


def beyond(review: litreview.Review) -> litreview.Review:
    pages = Variables({"page": LangText({"und": "11-30"})})
    studies = tuple(attrs.evolve(s, variables=pages) if s.key == "rahmat2019" else s for s in review.library)
    told = with_sentence(review, Text("Costs matter as well "), cited("rahmat2019", text="(Rahmat, 2019, p. 99)"), Text("."))
    return attrs.evolve(told, library=attrs.evolve(review.library, studies=studies))


def blank(review: litreview.Review) -> litreview.Review:
    def emptied(table: Table) -> Table:
        first = table.rows[0]
        return attrs.evolve(table, rows=((*first[:-1], Cell(((),))), *table.rows[1:]))

    blocks = tuple(emptied(block) if isinstance(block, Table) else block for block in review.document.blocks)
    return attrs.evolve(review, document=attrs.evolve(review.document, blocks=blocks))


def lost(review: litreview.Review) -> litreview.Review:
    key = "rahmat2019"

    def change(node: Inline) -> Inline | None:
        return Text("…") if isinstance(node, Cite) and any(item.key == key for item in node.items) else None

    return attrs.evolve(review, document=rebuild_document(review.document, change))


def two_styles(review: litreview.Review) -> litreview.Review:
    return with_sentence(review, Text("Ports fail "), cited("rahmat2019", text="[1]"), Text("."))


def denied(review: litreview.Review) -> litreview.Review:
    return with_text(review, "The review rests on the abstracts alone", "The review never rests on the abstracts alone")


FAULTS: list[tuple[str, Callable[[litreview.Review], litreview.Review], str]] = [
    ("uncited", uncited, "draft-uncited"),
    ("cited-and-listed", unlisted, "draft-not-listed"),
    ("verbatim", misquoted, "draft-quote-not-found"),
    ("evidence-cited", miscited, "draft-cites-other"),
    ("claims-hold", miscounted, "draft-claim-not-supported"),
    ("rendered", altered, "draft-text-changed"),
    ("numbers-and-names", renumbered, "draft-number-changed"),
    ("comparison", listing, "draft-studies-in-a-row"),
    ("quoted-share", overquoted, "draft-quote-long"),
    ("verbs", proved, "draft-verb-strong"),
    ("one-language", mixed, "draft-other-language"),
    ("every-study", blank, "draft-cell-blank"),
    ("read-back", lost, "draft-citation-lost"),
    ("one-style", two_styles, "draft-citation-style"),
    ("meaning-kept", denied, "draft-meaning-flipped"),
    ("pages-named", beyond, "draft-page-outside"),
]


@pytest.mark.parametrize(("name", "plant", "code"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_each_check_finds_its_fault(name: str, plant: Callable[[litreview.Review], litreview.Review], code: str) -> None:
    review = plant(chapter("en"))
    assert code in codes(check_draft(review))


def test_no_check_is_without_a_fault() -> None:
    assert {check.name for check in checks()} == {name for name, _, _ in FAULTS}


def test_evidence_that_the_record_does_not_hold_is_found() -> None:
    def changed(claim: Claim) -> Claim:
        groups = tuple(
            attrs.evolve(
                group,
                parts=tuple(
                    attrs.evolve(part, statements=tuple(attrs.evolve(s, evidence=tuple(attrs.evolve(e, quote="no such words", start=None, end=None) for e in s.evidence)) for s in part.statements))
                    for part in group.parts
                ),
            )
            for group in claim.groups
        )  # fmt: skip
        return attrs.evolve(claim, groups=groups)

    review = chapter("en")
    ledger = attrs.evolve(
        review.ledger,
        corpus=tuple(map(changed, review.ledger.corpus)),
        themes=tuple((t, tuple(map(changed, c))) for t, c in review.ledger.themes),
    )
    assert "draft-evidence-not-found" in codes(check_draft(attrs.evolve(review, ledger=ledger)))


def test_sources_that_changed_since_no_longer_support_the_draft(tmp_path: Path) -> None:
    path = tmp_path / "bab2.docx"
    chapter("en").save(path)
    changed = Library(tuple(attrs.evolve(s, abstract=LangText()) if s.key == "sari2021" else s for s in ports()))
    assert {"draft-claim-not-supported", "draft-evidence-not-found", "draft-quote-not-found"} & set(codes(check_draft(path, changed)))
    fewer = ports().filter(lambda study: study.key != "sari2021")
    assert {"draft-sources-incomplete", "draft-source-missing"} <= set(codes(check_draft(path, fewer)))


def test_a_problem_says_where_it_is_in_both_languages() -> None:
    problem = next(p for p in check_draft(uncited(chapter("en"))) if p.code == "draft-uncited")
    for tag in ("en", "id"):
        assert "Scope of the review › “Ports grow wherever trade is free.”" in litreview.explain(problem, tag)


def test_document_without_a_bibliography_says_so_once() -> None:
    review = chapter("en")
    blocks = tuple(block for block in review.document.blocks if not isinstance(block, References))
    document: Document = attrs.evolve(review.document, blocks=blocks)
    found = codes(check_draft(attrs.evolve(review, document=document)))
    assert found.count("draft-no-bibliography") == 1
    assert "draft-not-listed" not in found
