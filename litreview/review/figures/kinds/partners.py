"""Studies by the countries of the partners that they studied."""

from __future__ import annotations

from collections import Counter

from litreview.concepts.countries import country
from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Chart, bars


def chart(corpus: Corpus) -> Chart | None:
    """One bar a country, the most studied first; a study counts once for each country that one of its partners lies in."""
    by_country: Counter[str] = Counter()
    stated = 0
    inferred: set[str] = set()
    for study in corpus.library:
        codes = {partner.country for partner in study.aspects.partners if partner.country}
        stated += bool(codes)
        by_country.update(codes)
        inferred |= {partner.country for partner in study.aspects.partners if partner.country and partner.country_inferred}
    if stated < 2:
        return None
    tag = corpus.language.tag
    names = {code: name[1] if (name := country(code).name.best(tag, "und")) else code for code in by_country}
    counted = sorted(((names[code], count) for code, count in by_country.items()), key=lambda pair: (-pair[1], pair[0]))
    words = corpus.words("partners")
    chart = bars("partners", words, corpus.language.section("figures"), counted, stated, len(corpus.library), upright=False)
    return chart if not inferred else chart.noted(words["inferred"])


KIND = Kind("partners", chart, ("theme/pairs", "introduction"), place=40)
