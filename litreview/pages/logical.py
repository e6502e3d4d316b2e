"""Lines as they were printed, out of copies that run several together: labels glued to the line above, whole pages on one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

import attrs

from litreview.languages import language, tags
from litreview.pages.citation import is_citation
from litreview.pages.cover import capitals_end, cover_cuts, entry_end
from litreview.pages.furniture.heads import head_end, head_rest, teasers
from litreview.pages.furniture.masthead import mastheads
from litreview.pages.furniture.words import furniture_words
from litreview.pages.headings import begins_abstract
from litreview.pages.lines import NOTED
from litreview.pages.names import are_persons, without_emails
from litreview.pages.offsets import Flat
from litreview.pages.prose import is_prose
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import any_of, vocabulary

_SHORT = 60
_HALF = 50
_ENDED = re.compile(r"[a-z\d)]")
_NOTE = re.compile(r"(?:\d{1,2}\s?\)|\(\d{1,2}\)|\d{1,2}|[*†])\s*(?=[A-Z])")
"""The note before the place of an author."""
_DATED_PLACE = re.compile(r"(?<=[A-Z])\s(?:19|20)\d\d\s(?=[A-Z]{3})")
_TITLE = 4
"""Words in capitals behind a place and its year that are a title."""
_JOURNAL = 10
_BROKEN = 200
"""A line that ends before its number or its year is no longer."""
_LABEL = 80
"""A label that is glued to the end of a line, with the marks around it, is no longer."""
_DOUBLE = 14
"""A copy of so many lines can be told to be set double."""
_LONGEST = 2000
_FIELD = re.compile(r"(dc(?:terms)?\.[a-z]+(?:\.[a-z]+)*)\s*[|:\t]\s*", re.IGNORECASE)
_FIELD_END = re.compile(r"(?<!\s)(?:\s*\|\s*(?:[a-z]{2}(?:_[A-Z]{2})?)?)+\s*$")
_YEARS = re.compile(r"\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)\d\d)?\)?\.?")
_ADDRESS = re.compile(r"(?:https?://|(?<![\w.])10\.\d{4,9}/)[^\s]*$")
_ADDRESS_END = re.compile(r"(?=[\w./()-]{0,80}\d)(?=[\w()]{0,80}[./-])[\w./()-]{3,80}")
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–/]$")
_SMALL_WORD = re.compile(r"(?<![^\W\d_])[a-z]{3,}")
_NAMED = re.compile(r"(?<=[a-z,]\s)[A-Z][a-z]{2,}")
"""A word with a capital that is not the first of its sentence."""
_PROSE = 400
_BEFORE_HEADING = '.:;])|”"'


@attrs.frozen(eq=False)
class _Patterns:
    glued: re.Pattern[str]
    last: re.Pattern[str]
    """The heading of an abstract at the end of a line of another kind: in capitals, behind an address or the note of a name."""
    heading: re.Pattern[str]
    keywords: re.Pattern[str]
    body: re.Pattern[str]
    unfinished: re.Pattern[str]
    open_volume: re.Pattern[str]
    issue: re.Pattern[str]
    undated: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    sections = [language(tag).section("blocks") for tag in tags()]
    heads = [word for section in sections for word in section["abstract"] if " " not in word and len(word) > 6]
    keys = [word for section in sections for word in section["keywords"]]
    body = [word for section in sections for word in section["body"]]
    glued = [*heads, *keys, *(word for section in sections for word in section.get("furniture", {}).get("authors", ()))]
    glued += ["downloads", "metadata", "author", "advisor(s)"]
    volume, issue = ([word for section in sections for word in section.get("furniture", {}).get(name, ())] for name in ("volume", "issue"))
    undated = [word for section in sections for word in section.get("furniture", {}).get("before_years", ())]

    def cased(words: Sequence[str]) -> str:
        return any_of(form for word in words for form in {word[:1].upper() + word[1:], word.title(), word.upper()})

    return _Patterns(
        glued=re.compile(rf"{cased(glued)}(?=\s*:?\s*$)"),
        last=re.compile(
            rf"\s(?={any_of(word.upper() for word in heads)}\s*:?\s*$)"
            rf"|(?:(?<=\])|(?<=[^\W\d_][\d*¹²³⁴⁵]))\s(?={cased(heads)}\s*:?\s*$)"
        ),
        heading=re.compile(rf"(?P<head>{cased(heads)})(?=\s*[:.—–-]+\s*\S|\s+[“\"(]?[A-Z]|[A-Z][a-z]{{2,}}\s)"),
        keywords=re.compile(rf"{cased(keys)}(?=\s?(?:[:：=]|—|–\s))"),
        body=re.compile(
            rf"\s(?=\s?[\dA-Z])(?:(?=(?:\d\.?\d?\.?|[A-Z]\.|[IVX]{{1,3}}\.?)?\s?(?:{any_of(word.upper() for word in body)})\b(?!\s*:))"
            rf"|(?=(?:1\.?|A\.|I\.)\s(?:{cased(body)})\b))"
        ),
        unfinished=re.compile(rf"(?:{any_of(issue)})\s*[.:]$|\bDOI\s*:\s*10\.\S+\.$", re.IGNORECASE),
        open_volume=re.compile(rf"(?<!\w){any_of(volume)}\s*[.:]?\s*(?:\d{{1,4}}|[IVXLC]{{1,7}})\s?,$", re.IGNORECASE),
        undated=re.compile(rf"(?<!\w){any_of(undated)}$", re.IGNORECASE),
        issue=re.compile(rf"{any_of(issue)}\s*[.:]?\s*\d", re.IGNORECASE),
    )


def logical_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` cut where a label, a heading or another value begins within one; a number that a line break cut off is put back.

    >>> from litreview.pages.unwrap import unwrap
    >>> page = unwrap("KOTA KEMBAR DI JAWA TENGAH Sri Wulandari Universitas Contoh Abstract Two towns meet. Keywords: town")
    >>> [line.text for line in logical_lines(page)]
    ['KOTA KEMBAR DI JAWA TENGAH', 'Sri Wulandari', 'Universitas Contoh', 'Abstract', 'Two towns meet.', 'Keywords: town']
    """
    cut: list[Line] = []
    headed = False
    body_words = cache(partial(_words_of, lines))
    whole = list(_finished(lines))
    for number in teasers(whole):
        whole[number] = attrs.evolve(whole[number], flat=whole[number].flat[:0], lead=0)
    for number, line in enumerate(whole):
        if not line.text:
            cut.append(line)
            continue
        entry = _entry(line, whole[number + 1 : number + 4], body_words)
        if entry:
            cut += [attrs.evolve(line, flat=line.flat[:0], lead=0), *entry]
            headed = False
            continue
        for piece in _apart(list(_labelled(line))):
            headed = headed or begins_abstract(piece.text)
            cut += [piece] if headed or piece.heading or not piece.text else _front_pieces(piece, body_words)
    return tuple(cut)


def _entry(line: Line, following: Sequence[Line], body: Callable[[], frozenset[str]]) -> list[Line]:
    """The title and the authors of an entry in a list of a search: "Title Family, Given; Family, Given" over the line of its journal, or
    "Title Given Family; Given Family" over that and the line of its publisher.
    """
    text = line.text
    behind, publisher = (*(after.text for after in following if after.text), "", "")[:2]
    if not 20 < len(text) < 800 or not behind:
        return []
    listed = bool(furniture_words().publisher.match(publisher))
    if listed and any("volume" in mark.fields for mark in mastheads(behind[:400])) and not mastheads(text):
        at = entry_end(text, body(), furniture_words().no_person, vocabulary())
        return [attrs.evolve(line, flat=flat.strip(), lead=0) for flat in (line.flat[:at], line.flat[at:])] if at else []
    first, *others = text.split(";")
    comma = first.rfind(", ")
    given = first[comma + 2 :].split() if comma > 0 else []
    inverted = 0 < len(given) <= 4 and all(word[0].isupper() for word in given)
    if not inverted and not others:
        return []
    title = first[:comma] if inverted else first
    at = title.rstrip().rfind(" ")
    if at < 10 or not are_persons(text[at:]) or mastheads(text) or not any("volume" in mark.fields for mark in mastheads(behind[:400])):
        return []
    return [attrs.evolve(line, flat=line.flat[:at].strip(), lead=0), attrs.evolve(line, flat=line.flat[at:].strip(), lead=0)]


def _words_of(lines: Sequence[Line]) -> frozenset[str]:
    """The words of the running text: those of the long lines in small letters, and in small letters those that prose has with a capital."""
    long = [without_emails(line.text) for line in lines if len(line.text) > _SHORT]
    named = " ".join(_behind_heading(text) for text in long if len(text) > _PROSE and is_prose(text))
    return frozenset(_SMALL_WORD.findall(" ".join(long))) | frozenset(word.casefold() for word in _NAMED.findall(named))


def _behind_heading(text: str) -> str:
    """A long line behind the heading of its abstract; nothing of one without, where it names a place of authors."""
    heading = _patterns().heading.search(text)
    return text[heading.end() :] if heading else "" if vocabulary().place_within.search(text) else text


def _finished(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, one that ends in the word before a number joined with the next."""
    patterns = _patterns()
    lines = list(_whole(_close(lines)))
    skip = 0
    for number, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        if not 0 < len(line.text) < _BROKEN:
            yield line
            continue
        numbered = line.text.endswith((".", ":")) and bool(patterns.unfinished.search(line.text))
        following = next((n for n in range(number + 1, min(number + 4, len(lines))) if lines[n].text), None)
        span = bool(_SPAN.search(line.text))
        if following and _YEARS.fullmatch(lines[following].text) and (span or patterns.undated.search(line.text)):
            skip = following - number
            yield attrs.evolve(line, flat=Flat.join([line.flat, lines[following].flat], "" if span else " "))
            continue
        if numbered or (line.text.endswith(",") and patterns.open_volume.search(line.text)):
            following = next((n for n in range(number + 1, min(number + 3, len(lines))) if lines[n].text), None)
            behind = lines[following].text if following is not None else ""
            if following is not None and (behind[0].isdigit() if numbered else patterns.issue.match(behind)):
                skip = following - number
                between = "" if "10." in line.text else " "
                yield attrs.evolve(line, flat=Flat.join([line.flat, lines[following].flat], between))
                continue
        yield line


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those put together again that break an address or the name of an institution."""
    last: Line | None = None
    for line in lines:
        if last is not None and line.text and 0 < len(last.text) < _SHORT * 3:
            broken = _breaks_address(last.text, line.text)
            if broken or _breaks_place(last.text, line.text):
                last = attrs.evolve(last, flat=Flat.join([last.flat, line.flat], "" if broken else " "))
                continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _breaks_place(text: str, following: str) -> bool:
    """Whether a line ends behind the first word of an institution's name, or behind the bare label of a DOI."""
    if text.casefold().strip(" :") == "doi":
        return bool(_ADDRESS.match(following))
    return following[0].isupper() and following.split()[0].strip(".,;").isalpha() and bool(vocabulary().open_place.search(text))


def _breaks_address(text: str, following: str) -> bool:
    """Whether a line ends within an address or a DOI that the next one, which holds nothing else, goes on with."""
    address = _ADDRESS.search(text)
    if not address or not _ADDRESS_END.fullmatch(following):
        return False
    return following[0].islower() or following[0] in "./" or text[-1] in "/.-"


def _close(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a copy in which an empty one stands behind each, without those inside paragraphs."""
    full = [n for n, line in enumerate(lines) if line.text]
    apart = sum(1 for n in full[:-1] if not lines[n + 1].text)
    long = sum(len(lines[n].text) > _HALF for n in full)
    overlong = sum(len(lines[n].text) > 3 * _SHORT for n in full)
    if len(full) < _DOUBLE or apart < 0.8 * (len(full) - 1) or long < 0.3 * len(full) or 10 * overlong > len(full):
        return lines
    kept: list[Line] = []
    for number, line in enumerate(lines):
        last = kept[-1] if kept else None
        after = next((each.text for each in lines[number + 1 : number + 3] if each.text), "")
        inside = last is not None and len(last.text) > _HALF and not last.text.endswith((".", "?", ":"))
        if line.text or not (inside and after and not (last is not None and last.text.isupper())):
            kept.append(line)
    return kept


def _labelled(line: Line) -> Iterator[Line]:
    """The pieces of a line, cut before labels and headings within it."""
    patterns = _patterns()
    text = line.text
    field = _FIELD.match(text)
    if field:
        tail = _FIELD_END.search(text, field.end())
        value = line.flat[field.end() : tail.start() if tail else len(text)].strip()
        if field[1].casefold().endswith((".abstract", "description")):
            yield attrs.evolve(line, flat=line.flat[: field.end(1)], lead=0)
            if value.text:
                yield attrs.evolve(line, flat=value, lead=0)
        else:
            yield attrs.evolve(line, flat=line.flat[: tail.start() if tail else len(text)], lead=0)
        return
    cuts = {0, len(text)}
    end = max(0, len(text) - _LABEL)
    cuts |= {match.start() for match in patterns.glued.finditer(text, end) if match.start() and _ENDED.match(text, match.start() - 1)}
    last = patterns.last.search(text, end) if len(text) < _LONGEST else None
    if last:
        cuts.add(last.start() + 1)
    if len(text) > _SHORT:
        vocab = vocabulary()
        listed = bool(vocab.keywords.match(text))
        marks = [(m.start(), "heading", m) for m in patterns.heading.finditer(text) if _is_apart(text, m.start(), "].:;|", first=True)]
        marks += [(m.start(), "keywords", m) for m in patterns.keywords.finditer(text) if _is_apart(text, m.start(), ".;)")]
        marks += (
            [(m.end(), "body", m) for m in patterns.body.finditer(text)] if any(mark[1] == "keywords" for mark in marks) or listed else []
        )
        headed = bool(vocab.run_in.match(text) or vocab.capital_run_in.match(text))
        for at, kind, mark in sorted(marks, key=lambda found: found[:2]):
            if kind == "keywords" and at:
                cuts.add(at)
                listed = True
            elif kind == "heading" and not at:
                behind = text[mark.end() :].lstrip(" :.—–-")
                if not headed and len(behind.split()) > 8:
                    cuts.add(len(text) - len(behind))
                headed = True
            elif kind == "heading":
                before = text[:at].rstrip()
                if mark["head"].isupper() or not headed or listed or before[-1:] in _BEFORE_HEADING or before[-1:].isdigit():
                    behind = text[mark.end() :].lstrip(" :.—–-")
                    cuts.add(at)
                    if len(behind.split()) > 2:
                        cuts.add(len(text) - len(behind))
                    headed, listed = True, False
            elif kind == "body" and listed:
                cuts.add(at)
                break
    ordered = sorted(cuts)
    if len(ordered) == 2:
        yield line
        return
    for start, end in itertools.pairwise(ordered):
        flat = line.flat[start:end].strip()
        if flat.text:
            yield attrs.evolve(line, flat=flat, lead=line.lead if start == 0 and end >= line.lead else 0)


def _apart(pieces: list[Line]) -> Sequence[Line]:
    """The pieces of a line, a list that the heading of an abstract is glued to between empty lines: a site printed it in a field."""
    first, *others = pieces
    glued = bool(others) and first.flat.ends[-1] == others[0].flat.starts[0] and begins_abstract(others[0].text)
    blank = attrs.evolve(first, flat=first.flat[:0], lead=0)
    return [blank, first, blank, *others] if glued and "," in first.text else pieces


def _is_apart(text: str, at: int, marks: str, first: bool = False) -> bool:
    """Whether white space or one of `marks` stands before the place `at`; at the beginning of the text `first` says."""
    return text[at - 1].isspace() or text[at - 1] in marks if at else first


def _names_journal(text: str) -> bool:
    """Whether a line is the name of a journal, perhaps with the institution that issues it."""
    words = text.split()
    return len(words) <= _JOURNAL and bool(furniture_words().journal.search(text)) and not any(c.isdigit() for c in text)


def _front_pieces(line: Line, body: Callable[[], frozenset[str]]) -> Iterator[Line]:
    """A line over the abstract, cut between title, names, places and addresses where it holds several of them."""
    head = head_end(line.text) if len(line.text) < _LONGEST and not line.text.isupper() else 0
    if head:
        names = slice(*head_rest(line.text, head))
        if are_persons(line.text[names]):
            yield attrs.evolve(line, flat=line.flat[names], lead=0)
        line = attrs.evolve(line, flat=line.flat[head:], lead=0)
    text = line.text
    vocab = vocabulary()
    noted = _NOTE.match(text)
    own = any(pattern.match(text) for pattern in (vocab.keywords, vocab.label, vocab.bare_label, vocab.place_begins, NOTED))
    own = own or bool(noted and vocab.place_begins.match(text, noted.end())) or _names_journal(text)
    dated = _DATED_PLACE.search(text) if own and vocab.place_begins.match(text) else None
    if dated and text[: dated.start()].isupper() and len(text[dated.end() :].split()) >= _TITLE:
        yield from (attrs.evolve(line, flat=line.flat[a:b].strip(), lead=0) for a, b in ((0, dated.end()), (dated.end(), len(text))))
        return
    placed = capitals_end(text, vocab) if own and vocab.place_begins.match(text) else None
    if placed and are_persons(text[placed:]):
        yield from (attrs.evolve(line, flat=line.flat[a:b].strip(), lead=0) for a, b in ((0, placed), (placed, len(text))))
        return
    enough = len(text.split()) > 3 and len(text) < _LONGEST and not own and not is_citation(text)
    cuts = sorted({0, len(text), *cover_cuts(text, body, furniture_words().no_person, vocabulary())}) if enough else []
    if len(cuts) <= 2:
        yield line
        return
    for start, end in itertools.pairwise(cuts):
        flat = line.flat[start:end].strip()
        if flat.text:
            yield from _front_pieces(attrs.evolve(line, flat=flat, lead=0), body)
