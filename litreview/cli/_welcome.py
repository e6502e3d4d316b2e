"""``litreview`` alone: what lies here, and what can be done next."""

from __future__ import annotations

import os
from collections.abc import Iterator

import litreview
from litreview._version import __version__
from litreview.cli._report import Report
from litreview.cli._shell import typed
from litreview.languages import Section, language
from litreview.workspace.survey import Place, Survey

MOST = 3
"""So many files of a kind are named."""

Step = tuple[str, str]
"""A line to type, and what it does."""


def welcome(report: Report) -> int:
    """Say what the working folder holds and which commands come next."""
    words = language(report.words.tag).section("welcome")
    here = litreview.survey()
    steps = list(_steps(here, words))
    width = max(len(line) for line, _ in steps)
    lines = [f"litreview {__version__} – {words['what']}", "", *_here(here, words), "", str(words["next"])]
    lines += [f"  {line:{width}}  {purpose}" for line, purpose in steps]
    report.result("\n".join(lines) + "\n")
    return 0


def _here(here: Survey, words: Section) -> Iterator[str]:
    """What lies in the folder, in a few lines."""
    place = next(iter(_of_settings(here) or here.places), None)
    if place is not None and place.records and place.pages:
        yield str(words["both"]).format(place=place.path, files=place.records, pages=place.pages)
    elif place is not None and place.records:
        yield str(words["records"]).format(place=place.path, files=place.records)
    elif place is not None:
        yield str(words["pages"]).format(place=place.path, files=place.pages)
    elif _sources(here):
        yield str(words["empty"]).format(place=_sources(here)[0])
    else:
        yield str(words["nothing"])
    for kind, files in (("outlines", here.outlines), ("drafts", here.drafts)):
        if files:
            yield str(words[kind]).format(files=", ".join(files[:MOST]) + (" …" if len(files) > MOST else ""))
    if here.settings is not None:
        yield str(words["settings"]).format(file=here.settings)


def _steps(here: Survey, words: Section) -> Iterator[Step]:
    """What can be done next: with a draft, with studies, or with nothing yet."""
    if here.places:
        sources = _sources(here)
        place = "" if sources else " " + typed(here.places[0].path)
        outline = f" --outline {typed(here.outlines[0])}" if here.outlines and not _settings(here).outline else ""
        if not here.outlines:
            yield f"litreview themes{place} -o {words['outline-name']}", str(words["themes"])
        yield f"litreview draft{place}{outline}", str(words["draft"])
        if here.drafts:
            draft = typed(here.drafts[0])
            yield f"litreview status {draft}{place}{outline}", str(words["status"])
            yield f"litreview check {draft}" + (f" --sources{place}" if place else ""), str(words["check-draft"])
            yield f"litreview evidence {draft}" + (f" --sources{place}" if place else ""), str(words["evidence"])
        yield f"litreview check{place}", str(words["check"])
        if here.drafts:
            yield f"litreview matrix{place}", str(words["matrix"])
            yield f"litreview view{place}", str(words["view"])
    elif _sources(here):
        yield f"litreview add {words['file']} --into {typed(_sources(here)[0])}", str(words["add"])
    else:
        yield f"litreview init {words['folder']} --example sister-city", str(words["example"])
        yield f"litreview init {words['folder']}", str(words["init"])
    yield "litreview help", str(words["help"])


def _settings(here: Survey) -> litreview.Configuration:
    """The settings that count here."""
    return (
        litreview.configuration(here.settings) if here.settings is not None and os.path.isfile(here.settings) else litreview.Configuration()
    )


def _sources(here: Survey) -> tuple[str, ...]:
    """Where the settings that count here say the studies are."""
    return _settings(here).sources


def _of_settings(here: Survey) -> list[Place]:
    """The places with studies that are those of the settings: what lies elsewhere is no part of the chapter."""
    named = {os.path.realpath(source) for source in _sources(here)}
    return [place for place in here.places if os.path.realpath(place.path) in named]
