"""Libraries made from the sentences of a case file: so many studies of each topic, each with some of its sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

from litreview.record import Dates, LangList, LangText, Library, Name, Names, Study, library_of, parse_date

CASES = Path(__file__).resolve().parents[1] / "cases" / "themes"


def corpus(name: str, each: int, *, indonesian: int = 0, imprint: str = "") -> Library:
    """`each` studies of every topic; the last `indonesian` of each have only an Indonesian abstract and title. Keys name the topic."""
    data = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    common = data.pop("all")
    studies: list[Study] = []
    for topic, told in data.items():
        for n in range(each):
            tag = "id" if n >= each - indonesian else "en"
            sentences = told["sentences"][tag]
            chosen = [sentences[(n + step) % len(sentences)] for step in (0, 1, 3)]
            title = chosen[0].rstrip(".")
            text = " ".join([common[n % len(common)], *chosen]) + imprint
            lists = {t: tuple(words) for t, words in told["keywords"].items() if n % 2 == 0 or t == tag}
            studies.append(
                Study(
                    f"{topic}{n:02}", "article-journal", LangText({tag: title}), LangText({tag: text}), LangList(lists), language=tag,
                    names=Names({"author": (Name(family=f"Writer{n}"),)}), dates=Dates({"issued": parse_date(str(2000 + n % 20))}),
                )
            )  # fmt: skip
    return library_of(studies)
