"""What the same persons published in one year is cited by title, as its letters are given."""

from __future__ import annotations

from litreview.record import Dates, LangText, Library, Name, Names, Study, parse_date
from litreview.review.claims.order import newest_first


def _study(key: str, family: str, title: str) -> Study:
    return Study(
        key,
        title=LangText({"en": title}),
        names=Names({"author": (Name(family=family),)}),
        dates=Dates({"issued": parse_date("2021")}),
    )


def test_by_title_within_one_author() -> None:
    library = Library((_study("z", "Ara", "Zones"), _study("b", "Bara", "Boats"), _study("a", "Ara", "Anchors")))
    assert newest_first(library, ("z", "b", "a")) == ("a", "b", "z")


def test_without_authors_the_order_is_kept() -> None:
    library = Library((Study("z", title=LangText({"en": "Zones"})), Study("a", title=LangText({"en": "Anchors"}))))
    assert newest_first(library, ("z", "a")) == ("z", "a")
