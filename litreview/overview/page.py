"""The page as one file of HTML: everything stands in it before a script runs; the script searches, filters, sorts and shows evidence."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from litreview.document.markup import parse_markup
from litreview.document.walk import plain
from litreview.languages import Section, explain, language
from litreview.overview.drawing import keyword_map, timeline
from litreview.overview.gathering import Overview, Topic, state_word
from litreview.record import Study
from litreview.review.tables.grid import Grid
from litreview.sheets.making import word
from litreview.sheets.sheet import EMPTY, SheetCell, SheetRow

_HERE = Path(__file__).parent
_COLUMNS = ("method", "framework", "findings")
_SHORT = 160
"""Characters of a value in the table; the whole stands in its details."""
_PAIRS = 40
_OF_THE_WORK = ("key", "names", "year")
_LINKS = ("http://", "https://")


def page(shown: Overview) -> bytes:
    """The bytes of the page."""
    words = language(shown.tag).section("view")
    style, script = ((_HERE / name).read_text(encoding="utf-8").strip() for name in ("page.css", "page.js"))
    own = f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
    policy = f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"
    parts = (
        f'<!DOCTYPE html>\n<html lang="{shown.tag}">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="litreview">\n',
        f"<title>{_text(words['title'])}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        f'<a class="skip" href="#studies">{_text(words["skip"])}</a>\n',
        _head(shown, words),
        f"<main>\n{_filters(shown, words)}\n",
        *_sections(shown, words),
        '<div id="evidence" role="status" aria-live="polite"></div>\n</main>\n',
        f"<footer><p>{_text(words['made'])}</p></footer>\n<script>{script}</script>\n</body>\n</html>\n",
    )
    return "".join(parts).encode()


def _head(shown: Overview, words: Section) -> str:
    counts = words["counts" if shown.years else "counts-undated"]
    counted = str(counts).format(studies=len(shown.studies), first=_first(shown), last=_last(shown))
    links = "".join(f'<li><a href="#{name}">{_text(words["sections"][name])}</a></li>' for name, _ in _filled(shown, words))
    named = _text(words["contents"])
    return f'<header><h1>{_text(words["title"])}</h1><p>{_text(counted)}</p><nav aria-label="{named}"><ul>{links}</ul></nav></header>\n'


def _filters(shown: Overview, words: Section) -> str:
    tongues = sorted({study.language for study in shown.studies if study.language})
    options = f'<option value="">{_text(words["any"])}</option>'
    options += "".join(f'<option value="{escape(tag)}">{escape(tag)}</option>' for tag in tongues)
    return (
        f'<form id="filters" role="search" aria-label="{_text(words["filters"])}" hidden>'
        f'<label>{_text(words["search"])}<input type="search" name="q" autocomplete="off"></label>'
        f'<label>{_text(words["from"])}<input type="number" name="from" inputmode="numeric"></label>'
        f'<label>{_text(words["to"])}<input type="number" name="to" inputmode="numeric"></label>'
        f'<label>{_text(words["language"])}<select name="language">{options}</select></label>'
        f'<label class="row"><input type="checkbox" name="open">{_text(words["open"])}</label>'
        f'<button type="reset">{_text(words["reset"])}</button>'
        f'<output id="count" data-words="{_text(words["shown"])}"></output></form>'
    )


def _sections(shown: Overview, words: Section) -> Iterator[str]:
    for name, content in _filled(shown, words):
        heading = f'<h2 id="{name}-head">{_text(words["sections"][name])}</h2>'
        yield f'<section id="{name}" aria-labelledby="{name}-head">{heading}\n{content}</section>\n'


def _filled(shown: Overview, words: Section) -> list[tuple[str, str]]:
    """The sections that have something to show."""
    drawn = str(words["timeline"]).format(first=_first(shown), last=_last(shown))
    filled = [(aspect, grid) for aspect, grid in shown.matrices if len(grid.columns) > 2]
    every = [
        ("studies", _studies(shown, words)),
        ("matrix", "".join(_matrix(aspect, grid, shown, words, n == 0) for n, (aspect, grid) in enumerate(filled))),
        ("timeline", timeline(shown, drawn)),
        ("map", _map(shown, words)),
        ("topics", _topics(shown.topics, shown)),
        ("work", _work(shown, words)),
    ]
    return [(name, content) for name, content in every if content]


def _studies(shown: Overview, words: Section) -> str:
    names = language(shown.tag).section("record")
    sorted_by = (words["work"], names["issued"], *(names[name] for name in _COLUMNS))
    head = "".join(f'<th scope="col"><button type="button">{_text(heading)}</button></th>' for heading in sorted_by)
    head += f'<th scope="col">{_text(words["details"])}</th>'
    rows = "".join(_row(study, row, shown, words) for study, row in zip(shown.studies, shown.sheet.rows, strict=True))
    return _scrolling(words["sections"]["studies"], f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")


def _scrolling(label: object, table: str) -> str:
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{_text(label)}">{table}</div>\n'


def _row(study: Study, row: SheetRow, shown: Overview, words: Section) -> str:
    cells = {column.name: cell for column, cell in zip(shown.sheet.columns, row.cells, strict=True)}
    year = study.issued.year if study.issued and study.issued.year is not None else ""
    tag, title = study.title.best(shown.tag) or (shown.tag, study.key)
    people = "; ".join(name.text() for name in study.author[:3]) or study.key
    short = "".join(f"<td>{_value(cells[name], shown, _SHORT)}</td>" for name in _COLUMNS)
    about = f' data-year="{year}"' + (f' data-language="{escape(study.language)}"' if study.language else "")
    about += ' data-open="1"' if any(cell.state in ("not-read", "no-abstract") for cell in row.cells) else ""
    return (
        f'<tr data-key="{escape(study.key)}"{about}><th scope="row" id="s-{_anchor(study.key)}">'
        f"{_text(people)}. <cite{_lang(tag, shown)}>{_text(plain(parse_markup(title)))}</cite>{_link(study)}</th>"
        f'<td data-sort="{year}">{year or "–"}</td>{short}<td>{_details(study, cells, words, shown)}</td></tr>\n'
    )


def _details(study: Study, cells: dict[str, SheetCell], words: Section, shown: Overview) -> str:
    lines = []
    for column in shown.sheet.columns:
        if column.kind not in _OF_THE_WORK and column.name != "title":
            value = f"{_value(cells[column.name], shown)}{_quotes(cells[column.name], shown)}"
            lines.append(f'<dt>{_text(column.heading)}</dt><dd data-aspect="{escape(column.name)}">{value}</dd>')
    key = f"<dt>{_text(words['key'])}</dt><dd><code>{_text(study.key)}</code></dd>"
    return f"<details><summary>{_text(words['show'])}</summary><dl>{''.join(lines)}{key}</dl></details>"


def _value(cell: SheetCell, shown: Overview, longest: int = 0) -> str:
    if cell.state in EMPTY:
        return _state(cell.state, shown)
    said = "; ".join(cell.text.split("\n"))
    said = said[: longest - 1] + "…" if longest and len(said) > longest else said
    mark = "" if longest or cell.state == "plain" else f' <span class="s {cell.state}">{_text(word(cell.state, shown.tag))}</span>'
    return f"{_text(said)}{mark}"


def _quotes(cell: SheetCell, shown: Overview) -> str:
    quotes = dict.fromkeys((one.language, " ".join(one.quote.split())) for one in cell.evidence)
    return "".join(f"<br><q{_lang(tag, shown)}>{_text(quote)}</q>" for tag, quote in quotes)


def _state(state: str, shown: Overview) -> str:
    return f'<span class="s {state}">{_text(state_word(shown.tag, state))}</span>'


def _matrix(aspect: str, grid: Grid, shown: Overview, words: Section, first: bool) -> str:
    name = str(language(shown.tag).section("record")[aspect])
    titles = {study.key: _label(study) for study in shown.studies}
    headings = (words["work"], *grid.columns[1:])
    head = "".join(f'<th scope="col">{_text(heading)}</th>' for heading in headings)
    mark = f'<td><button type="button" aria-label="{_text(words["evidence"])}">●</button></td>'
    unknown = f'<td><span class="s not-read" title="{_text(state_word(shown.tag, "not-read"))}">?</span></td>'
    rows = "".join(
        f'<tr data-key="{escape(str(row[0]))}"><th scope="row">{_text(titles[str(row[0])])}</th>'
        + "".join(mark if value is True else unknown if value is None else "<td></td>" for value in row[1:])
        + "</tr>\n"
        for row in grid.rows
    )
    table = f'<table class="matrix" data-aspect="{aspect}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    content = _scrolling(f"{words['sections']['matrix']}: {name}", table)
    return f"<details{' open' if first else ''}><summary>{_text(name)}</summary>{content}</details>\n"


def _map(shown: Overview, words: Section) -> str:
    if not shown.keywords:
        return ""
    chips = "".join(_chip(keyword) for keyword in shown.keywords)
    pairs = sorted(shown.pairs, key=lambda pair: -pair[2])[:_PAIRS]
    named = ((shown.keywords[one].title, shown.keywords[other].title, count) for one, other, count in pairs)
    listed = "".join(f"<li>{_text(one)} – {_text(other)}: {count}</li>" for one, other, count in named)
    table = f"<details><summary>{_text(words['pairs'])}</summary><ul>{listed}</ul></details>" if listed else ""
    return f'{keyword_map(shown, str(words["map"]))}<ul class="chips">{chips}</ul>{table}\n'


def _chip(keyword: Topic) -> str:
    """A keyword as a button that searches for it."""
    return f'<li><button type="button" data-find="{escape(keyword.title)}">{_text(keyword.title)} ({len(keyword.keys)})</button></li>'


def _topics(topics: tuple[Topic, ...], shown: Overview) -> str:
    known = {study.key: study for study in shown.studies}
    return "".join(
        f"<details><summary>{_text(topic.title)} ({len(topic.keys)})</summary><ul>"
        + "".join(f'<li><a href="#s-{_anchor(key)}">{_text(_label(known[key]))}</a></li>' for key in topic.keys if key in known)
        + "</ul></details>\n"
        for topic in topics
    )


def _work(shown: Overview, words: Section) -> str:
    """What is still open, aspect by aspect, and what is wrong in the records."""
    headings = (words["aspect"], words["stated"], *(state_word(shown.tag, state) for state in EMPTY))
    head = "".join(f'<th scope="col">{_text(heading)}</th>' for heading in headings)
    lines = []
    for at, column in enumerate(shown.sheet.columns):
        if column.kind not in (*_OF_THE_WORK, "own") and column.name != "title":
            counts = Counter(row.cells[at].state for row in shown.sheet.rows)
            absent = [counts[state] for state in EMPTY]
            numbers = "".join(f"<td>{number}</td>" for number in (len(shown.sheet.rows) - sum(absent), *absent))
            lines.append(f'<tr><th scope="row">{_text(column.heading)}</th>{numbers}</tr>')
    problems = f"<p>{_text(words['no-problems'])}</p>"
    if shown.problems:
        listed = "".join(f"<li>{_text(explain(problem, shown.tag))}</li>" for problem in shown.problems)
        problems = f"<h3>{_text(words['problems'])} ({len(shown.problems)})</h3><ul>{listed}</ul>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    return f"{_scrolling(words['sections']['work'], table)}{problems}\n"


def _label(study: Study) -> str:
    """A study in a few words."""
    first = study.author[0].text() if study.author else study.key
    year = study.issued.year if study.issued else None
    return f"{first}, {year}" if year is not None else first


def _link(study: Study) -> str:
    """Where the work stands, for a click; nothing is asked of it by the page itself."""
    doi, url = study.text("DOI"), study.text("URL")
    target = f"https://doi.org/{doi}" if doi else url if url and url.startswith(_LINKS) else None
    return f' <a href="{escape(target)}" rel="noreferrer noopener">{escape("DOI" if doi else "URL")}</a>' if target else ""


def _anchor(key: str) -> str:
    """A key as a part of an id."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _lang(tag: str, shown: Overview) -> str:
    return f' lang="{escape(tag)}"' if tag not in ("und", shown.tag) else ""


def _first(shown: Overview) -> str:
    return str(shown.years[0][0]) if shown.years else "–"


def _last(shown: Overview) -> str:
    return str(shown.years[-1][0]) if shown.years else "–"


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(value: object) -> str:
    return escape(str(value))
