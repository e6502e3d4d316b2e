"""A DOI without its resolver, and the DOI that an address of the resolver holds. Source: the DOI handbook, 3.8."""

from __future__ import annotations

import attrs

from litreview.library.repairs import Repair, on_texts
from litreview.record import LangText, Study, Variables
from litreview.record.identifiers import find_doi, is_doi


def run(study: Study) -> Study:
    """``https://doi.org/10.1000/x`` in DOI becomes ``10.1000/x``; in URL it also fills an empty DOI."""
    study = on_texts(study, lambda text: find_doi(text) or text if is_doi(text) else text, only=("DOI",))
    url = study.text("URL") or ""
    if study.text("DOI") is None and "doi.org/10." in url.casefold() and is_doi(url):
        doi = LangText({"und": find_doi(url) or ""})
        searched = tuple(name for name in study.looked_for if name != "DOI")
        return attrs.evolve(study, variables=Variables({**study.variables, "DOI": doi}), looked_for=searched)
    return study


REPAIR = Repair("doi", run)
