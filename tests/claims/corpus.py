"""Small libraries for the tests of claims: a study in one line."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.record import Aspects, Dates, Evidence, LangList, LangText, Library, Statement, Study, parse_date


def study(
    key: str,
    year: int | None = None,
    *,
    method: Sequence[str] = (),
    data: Sequence[str] = (),
    framework: Sequence[str] = (),
    finding: str = "",
    keywords: Sequence[str] = (),
    abstract: str = "An abstract.",
) -> Study:
    """A study in English; every value is a concept's id where there is one, else words. `finding` is quoted from the abstract."""
    said = (abstract + " " + finding).strip()
    return Study(
        key,
        abstract=LangText({"en": said}),
        keywords=LangList({"en": tuple(keywords)}) if keywords else LangList(),
        dates=Dates({"issued": parse_date(str(year))}) if year else Dates(),
        aspects=Aspects(
            method=_statements(method),
            data=_statements(data),
            framework=_statements(framework),
            findings=(
                Statement(LangText({"en": finding}), evidence=(Evidence("abstract", "en", finding, said.index(finding), len(said)),)),
            )
            if finding
            else (),
            looked_for=("method",),
        ),
    )


def library(*studies: Study) -> Library:
    """The studies as a library."""
    return Library(studies)


def _statements(names: Sequence[str]) -> tuple[Statement, ...]:
    return tuple(Statement(LangText({"en": name}), concept=name if "-" in name or name in KNOWN else None) for name in names)


KNOWN = {"qualitative", "quantitative", "comparative", "interview", "questionnaire"}
