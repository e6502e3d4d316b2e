"""The keywords that most studies have, and which of them stand together."""

from __future__ import annotations

from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, Net
from litreview.review.thresholds import KEYWORDS_IN_A_FIGURE
from litreview.themes.keyword_map import keyword_map


def chart(corpus: Corpus) -> Chart | None:
    """A dot a keyword, a line where studies have both; None where no two keywords of two studies each stand together."""
    named, links = keyword_map(corpus.library, KEYWORDS_IN_A_FIGURE, corpus.language.tag)
    if len(named) < 2 or not links:
        return None
    held = {key for _, keys in named for key in keys}
    words, common = corpus.words("keywords"), corpus.language.section("figures")
    counted = "; ".join(f"{name}: {len(keys)}" for name, keys in named)
    together = "; ".join(f"{named[a][0]} + {named[b][0]}: {n}" for a, b, n in sorted(links, key=lambda link: (-link[2], link[:2])))
    described = f"{words['title']}. {counted}. {words['together']}: {together}."
    drawing = Net(tuple(name for name, _ in named), tuple(len(keys) for _, keys in named), links)
    return Chart("keywords", words["title"], drawing, "", common["count"], described, len(held), len(corpus.library))


KIND = Kind("keywords", chart, ("themes", "introduction"), place=50)
