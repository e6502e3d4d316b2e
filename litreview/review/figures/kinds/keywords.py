"""The keywords that most studies have, and which of them stand together."""

from __future__ import annotations

from itertools import combinations

from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, Net
from litreview.review.thresholds import KEYWORDS_IN_A_FIGURE
from litreview.themes.keywords import keywords


def chart(corpus: Corpus) -> Chart | None:
    """A dot a keyword, a line where studies have both; None where no two keywords of two studies each stand together."""
    listed = sorted((one for one in keywords(corpus.library) if len(one.listed) > 1), key=lambda one: (-len(one.listed), one.name))
    tag = corpus.language.tag
    named = [(best[1], frozenset(one.listed)) for one in listed[:KEYWORDS_IN_A_FIGURE] if (best := one.title.best(tag))]
    shared = ((a, b, len(named[a][1] & named[b][1])) for a, b in combinations(range(len(named)), 2))
    links = tuple(link for link in shared if link[2])
    if len(named) < 2 or not links:
        return None
    held = frozenset().union(*(keys for _, keys in named))
    words, common = corpus.words("keywords"), corpus.language.section("figures")
    counted = "; ".join(f"{name}: {len(keys)}" for name, keys in named)
    together = "; ".join(f"{named[a][0]} + {named[b][0]}: {n}" for a, b, n in sorted(links, key=lambda link: (-link[2], link[:2])))
    told = f"{words['title']}. {counted}. {words['together']}: {together}."
    drawing = Net(tuple(name for name, _ in named), tuple(len(keys) for _, keys in named), links)
    return Chart("keywords", words["title"], drawing, "", common["count"], told, len(held), len(corpus.library))


KIND = Kind("keywords", chart, ("themes", "introduction"), place=50)
