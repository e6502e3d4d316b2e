"""Studies by year of publication and approach."""

from __future__ import annotations

from collections import Counter

from litreview.concepts import concept, concept_ids
from litreview.review.claims.claim import Value
from litreview.review.claims.values import approaches
from litreview.review.figures import Corpus, Kind
from litreview.review.figures.chart import Bubbles, Chart
from litreview.review.figures.stretches import stretches
from litreview.review.thresholds import METHODS_IN_A_FIGURE, STRETCHES_OF_YEARS


def chart(corpus: Corpus) -> Chart | None:
    """A row an approach, a column a year (or a stretch of years), in each place how many studies; None where fewer than two are placed."""
    library = corpus.library
    years = {study.key: year for study in library if study.issued is not None and (year := study.issued.year) is not None}
    groups = [
        (_name(group.value, corpus), [key for key in group.keys if key in years]) for group in approaches(library, library.keys()).groups
    ]
    placed = sorted(((name, keys) for name, keys in groups if name and keys), key=lambda pair: (-len(pair[1]), pair[0]))
    methods = placed[:METHODS_IN_A_FIGURE]
    stated = {key for _, keys in methods for key in keys}
    if len(stated) < 2 or not methods:
        return None
    spans = stretches(min(years[key] for key in stated), max(years[key] for key in stated), STRETCHES_OF_YEARS)
    columns = tuple(label for label, _ in spans)
    counts = Counter(
        (row, column)
        for row, (_, keys) in enumerate(methods)
        for key in keys
        for column, (_, span) in enumerate(spans)
        if years[key] in span
    )
    words, shared = corpus.words("methods"), corpus.language.section("figures")
    listing = "; ".join(
        f"{name}: " + ", ".join(f"{columns[column]}: {counts[row, column]}" for column in range(len(columns)) if counts[row, column])
        for row, (name, _) in enumerate(methods)
    )
    drawing = Bubbles(tuple(name for name, _ in methods), columns, tuple((*place, n) for place, n in sorted(counts.items())))
    made = Chart(
        "methods", words["title"], drawing, words["axis"], shared["count"], f"{words['title']}. {listing}.", len(stated), len(library)
    )
    return made.noted(words["more"].format(count=len(placed) - len(methods))) if len(placed) > len(methods) else made


def _name(value: Value, corpus: Corpus) -> str:
    concepts = corpus.library.concepts
    if value.concept in concept_ids(concepts) and value.concept:
        return concept(value.concept, concepts).label(corpus.language.tag)
    best = value.text.best(corpus.language.tag)
    return best[1] if best else ""


KIND = Kind("methods", chart, ("theme/methods", "introduction"), place=25)
