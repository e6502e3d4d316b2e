"""What people paste to name a work, and what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.online import Identifier, identify

KNOWN = [
    ("10.1000/xyz-123", "doi", "10.1000/xyz-123"),
    ("doi:10.1000/xyz", "doi", "10.1000/xyz"),
    ("DOI 10.1000/xyz.", "doi", "10.1000/xyz"),
    ("https://doi.org/10.1000/AB(1)2", "doi", "10.1000/AB(1)2"),
    ("http://dx.doi.org/10.1000/a%20b", "doi", "10.1000/a"),
    ("<https://doi.org/10.1000/xyz>", "doi", "10.1000/xyz"),
    ("https://journals.example.org/doi/full/10.1000/xyz?src=recsys#top", "doi", "10.1000/xyz"),
    ("https://example.org/articles/10.3389/abcde.2020.00001/full", "doi", "10.3389/abcde.2020.00001"),
    ("10.48550/arXiv.2101.00001", "doi", "10.48550/arXiv.2101.00001"),
    ("arXiv:2101.00001v2", "arxiv", "2101.00001"),
    ("https://arxiv.org/pdf/2101.00001v3.pdf", "arxiv", "2101.00001"),
    ("math.GT/0309136", "arxiv", "math.GT/0309136"),
    ("2101.00001", "arxiv", "2101.00001"),
    ("PMID 123", "pmid", "123"),
    ("pmid:0012345", "pmid", "12345"),
    ("https://pubmed.ncbi.nlm.nih.gov/31452104/", "pmid", "31452104"),
    ("978-0-306-40615-7", "isbn", "9780306406157"),
    ("ISBN-10: 0-8044-2957-X", "isbn", "080442957X"),
    ("ISBN 978 0 306 40615 7", "isbn", "9780306406157"),
]


@pytest.mark.parametrize(("text", "kind", "value"), KNOWN)
def test_an_identifier_in_any_dress(text: str, kind: str, value: str) -> None:
    found = identify(f"  {text}\n")
    assert found is not None
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "", "library.bib", "refs/10.bib", "123", "31452104", "978-0-306-40615-8", "0-306-40615-3", "10.1000", "10/abc", "PMID", "PMC123",
        "https://example.org/article/view/10", "see 10.1000/xyz", "10.1000/x and 10.1000/y", "arXiv", "2019",
    ],
)  # fmt: skip
def test_anything_else_is_none(text: str) -> None:
    assert identify(text) is None


@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_and_what_is_taken_names_itself(text: str) -> None:
    found = identify(text)
    if found is not None:
        assert identify(str(found)) == found


def test_it_reads_as_people_write_it() -> None:
    assert str(Identifier("pmid", "1")) == "PMID 1"
