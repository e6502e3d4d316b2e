"""What must hold for every library: the order of the studies decides nothing, a study that goes leaves no trace, one that comes disturbs none."""

from __future__ import annotations

import random
from collections.abc import Iterable

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import litreview
from litreview.api.draft import Review
from litreview.document.nodes import Cite, Sentence
from litreview.document.walk import block_inlines, nodes, plain
from litreview.document.works import json_text
from litreview.record import Aspects, LangList, Library, library_of
from litreview.record.aspects import ASPECTS
from litreview.review.claims import Claim
from litreview.themes import Outline, ThemePlan
from litreview.writers import named
from tests.conftest import SHARED
from tests.review.libraries import libraries, studies, traces

TAGS = ("en", "id")
FEW = settings(max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""No shrinking: a draft takes a while, and the libraries are small as they are."""

COUNTED = ("coverage", "spread", "unstated", "size", "shared.all", "shared.most", "kinds", "finding.", "keyword-only")
"""Moves whose sentences count over all studies of a theme, so that one more study may change them: shares too, as of a term in findings.

A framework that is only a keyword is told when some of the studies without a framework list it, but not all: one more that lists none
may bring up a wider framework than the one told before.
"""


AGAINST_ALL = ("topic.size", "topic.contrast", "topic.years")
"""Moves that set a topic against all studies."""


def drafted(library: Library, tag: str, outline: Outline | None = None) -> Review:
    return litreview.draft(library, lang=tag, outline=outline)


def whole(review: Review) -> str:
    """Everything a reader may see, and what travels with it."""
    lines = [plain(inlines) for block in review.document.blocks for inlines in block_inlines(block)]
    keys = [block.key for block in review.document.blocks if hasattr(block, "key")]
    return "\n".join([*lines, *(json_text(item) for _, item in review.document.sources), *keys])


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(), seed=st.integers(0, 1000))
def test_a_permuted_library_gives_the_same_draft(tag: str, library: Library, seed: int) -> None:
    shuffled = list(library.studies)
    random.Random(seed).shuffle(shuffled)
    one, other = drafted(library, tag), drafted(library_of(shuffled), tag)
    assert one.document == other.document
    assert one.ledger == other.ledger


@pytest.mark.parametrize("suffix", ["docx", "markdown", "html"])
def test_a_permuted_library_gives_the_same_bytes(suffix: str) -> None:
    library = litreview.load("references")
    writer = named(suffix)
    made = {writer.write(drafted(library_of(order), "id").document) for order in (library.studies, library.studies[::-1])}
    assert len(made) == 1


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(least=3), data=st.data())
def test_removing_a_study_removes_every_trace_of_it(tag: str, library: Library, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(library.studies))
    without = drafted(library.filter(lambda study: study.key != gone.key), tag)
    seen = whole(without).casefold()
    assert not [trace for trace in traces(gone) if trace in seen]
    assert all(gone.key not in claim.studies for claim in without.ledger.claims)
    with_it = whole(drafted(library, tag)).casefold()
    assert all(trace in with_it for trace in traces(gone)[:2])


@pytest.mark.slow
@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(least=5, most=10), data=st.data())
def test_leaving_a_study_out_is_the_same_as_never_having_had_it(tag: str, library: Library, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(library.studies))
    left_out = drafted(library, tag, Outline(leave_out=((gone.key, "read it, not on the topic"),)))
    assert left_out.document == drafted(library.filter(lambda study: study.key != gone.key), tag).document


@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(least=6, most=11), new=studies(20), data=st.data())
def test_a_topic_without_the_new_study_stays_as_it_is(tag: str, library: Library, new: litreview.Study, data: st.DataObject) -> None:
    """Themes of listed studies: what the newcomer does not belong to keeps every word, but for counts over the whole corpus."""
    cut = data.draw(st.integers(2, len(library) - 2))
    keys = library.keys()
    plan = Outline(themes=tuple(ThemePlan("topic", name=n, studies=part) for n, part in (("a", keys[:cut]), ("b", keys[cut:]))), only=True)
    before, after = drafted(library, tag, plan), drafted(library_of([*library.studies, new]), tag, plan)
    for key in ("topic-a", "topic-b"):
        first, then = ([one for one in theme(review, key) if not one[0].startswith(AGAINST_ALL)] for review in (before, after))
        assert theme(after, key)
        assert first == then


@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(least=4, most=7), new=studies(20))
def test_a_study_that_states_nothing_changes_only_counts(tag: str, library: Library, new: litreview.Study) -> None:
    """Facets: the claims on what others state stay, word for word, apart from those that count over all.

    A finding is told once: where the new study makes another topic, it may be told there and not here, or the other way.
    """
    abstract = library.studies[0].abstract or new.abstract
    silent = attrs.evolve(new, aspects=Aspects(looked_for=ASPECTS), abstract=abstract, keywords=LangList())  # keywords are stated too
    before, after = drafted(library, tag), drafted(library_of([*library.studies, silent]), tag)
    now = {found.key: claims for found, claims in after.ledger.themes}
    for found, claims in before.ledger.themes:
        if found.facet == "topic":
            continue
        kept = [claim for claim in claims if claim in now[found.key]]
        assert [c.kind for c in claims if c not in kept and not any(move in c.kind for move in COUNTED)] == []
        placed = [claim for claim in kept if "finding." not in claim.kind]
        assert sentences(before, placed) == sentences(after, placed)


@pytest.mark.parametrize("tag", TAGS)
@FEW
@given(library=libraries(least=2, most=14))
def test_every_study_is_cited_and_listed_and_no_other(tag: str, library: Library) -> None:
    document = drafted(library, tag).document
    cited = {
        i.key for b in document.blocks for run in block_inlines(b) for node in nodes(run) if isinstance(node, Cite) for i in node.items
    }
    assert cited == set(library.keys()) == {key for key, _ in document.sources}


def test_the_same_holds_for_the_studies_that_come_with_it() -> None:
    library = litreview.load("references")
    for gone in (study.key for study in library):
        seen = whole(drafted(library.filter(lambda study, gone=gone: study.key != gone), "en"))
        assert gone not in seen
    assert drafted(library, "en").document == drafted(library_of(library.studies[::-1]), "en").document


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cashwaqf_scopus.bib", "digiethics_scopus.bib"])
def test_the_same_holds_for_a_large_library(name: str) -> None:
    if not (SHARED / "bibliographies" / name).is_file():
        pytest.skip("the folder ../shared with test material that is not part of the project is absent")
    library = litreview.load(SHARED / "bibliographies" / name)
    shuffled = list(library.studies)
    random.Random(1).shuffle(shuffled)
    assert drafted(library, "en").document == drafted(library_of(shuffled), "en").document


def theme(review: Review, key: str) -> list[tuple[str, str]]:
    """(move, sentence) of the theme `key`, in order."""
    claims = next(claims for found, claims in review.ledger.themes if found.key == key)
    said = sentences(review, claims)
    return [(claim.kind, said[claim.id]) for claim in claims if claim.id in said]


def sentences(review: Review, claims: Iterable[Claim]) -> dict[str, str]:
    """The sentence of each of `claims`, by its id."""
    ids = {claim.id for claim in claims}
    found: dict[str, str] = {}
    for block in review.document.blocks:
        for run in block_inlines(block):
            found |= {node.claim: plain(node.children) for node in run if isinstance(node, Sentence) and node.claim in ids}
    return found
