"""Several persons in one field of an export: parted where initials, semicolons or "and" tell for certain, told by `check` where not."""

from __future__ import annotations

import pytest

from litreview.formats import named
from litreview.library.checks.names import run
from litreview.record import Library, Study


def read(author: str) -> Study:
    reader = named("ris").read
    assert reader is not None
    return reader(f"TY  - JOUR\nTI  - Ports\nAU  - {author}\nPY  - 2020\nER  - \n".encode(), "a.ris")[0][0]


@pytest.mark.parametrize(
    ("author", "families"),
    [
        ("Smith J, Doe K", ["Smith", "Doe"]),
        ("Smith JA, van Dijk E, Lee B", ["Smith", "Dijk", "Lee"]),
        ("Santoso B., Wulandari S.", ["Santoso", "Wulandari"]),
        ("J. Smith, K. Doe", ["Smith", "Doe"]),
        ("Smith, J., Doe, K., Lee, B.", ["Smith", "Doe", "Lee"]),
        ("Santoso, Budi and Wulandari, Sri", ["Santoso", "Wulandari"]),
        ("Santoso, Budi dan Wulandari, Sri", ["Santoso", "Wulandari"]),
        ("Santoso, Budi; Wulandari, Sri", ["Santoso", "Wulandari"]),
        ("Santoso, Budi", ["Santoso"]),
        ("Garcia Marquez, Gabriel Jose", ["Garcia Marquez"]),
        ("King, Martin Luther, Jr", ["King"]),
    ],
)
def test_persons_are_parted_where_it_is_certain(author: str, families: list[str]) -> None:
    assert [name.family for name in read(author).author] == families


@pytest.mark.parametrize("author", ["Ann Smith, Bo Lee, Cy Doe", "Smith, John, Doe, Kate", "Sri Wulandari, S.H., M.H., Budi Santoso, S.E."])
def test_what_nothing_parts_is_told(author: str) -> None:
    study = read(author)
    assert study.author[0].literal == author
    assert "name-of-several" in [problem.code for problem in run(Library((study,)))]


@pytest.mark.parametrize(
    "author", ["Kemenkes RI, Badan Litbang", "Barnes and Noble,, Inc.", "Ministry of Health, Republic of Indonesia, Jakarta"]
)
def test_institutions_with_commas_are_no_persons(author: str) -> None:
    study = read(author)
    assert len(study.author) == 1
    assert "name-of-several" not in [problem.code for problem in run(Library((study,)))]
