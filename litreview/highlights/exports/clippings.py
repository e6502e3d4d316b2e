"""Clippings of a Kindle: entries of a title, a line of data and the words, parted by rows of equals signs."""

from __future__ import annotations

import re
from functools import cache

import attrs

from litreview.highlights.exports import Excerpts, Export
from litreview.highlights.words import comment_text, source_text
from litreview.languages import language, tags
from litreview.record import Highlight

_RULE = re.compile(r"^={8,}\s*$", re.MULTILINE)
_AUTHOR = re.compile(r"^(?P<title>.*\S)\s*\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_PLACE = re.compile(r"(?<![\w-])(\d+)(?:-(\d+))?")


def read(text: str) -> tuple[Excerpts, ...] | None:
    """The clippings by their work, in the order of the file; a note belongs to the highlight that ends where it stands."""
    entries = [entry.strip("\ufeff\r\n ") for entry in _RULE.split(text)]
    works: dict[tuple[str, str], list[tuple[Highlight, tuple[int, ...]]]] = {}
    for entry in entries:
        head, _, rest = entry.partition("\n")
        data, _, words = rest.strip().partition("\n")
        if not data.lstrip().startswith("-") or not head.strip():
            continue
        named = _AUTHOR.match(head.strip("\ufeff\r "))
        work = (named["title"], named["author"]) if named else (head.strip("\ufeff\r "), "")
        page, place, is_note = _data(data)
        kept = works.setdefault(work, [])
        if is_note:
            before = next(
                (n for n, (one, span) in enumerate(kept) if span and place and span[0] <= place[-1] <= span[-1] and not one.comment), None
            )
            if before is not None:
                kept[before] = attrs.evolve(kept[before][0], comment=comment_text(words)), kept[before][1]
                continue
            mark = Highlight(comment=comment_text(words), page=page, kind="note")
        else:
            mark = Highlight(source_text(words, None), page=page)
        if mark.text or mark.comment:
            kept.append((mark, place))
    excerpts = tuple(Excerpts(tuple(mark for mark, _ in kept), *work) for work, kept in works.items() if kept)
    return excerpts or None


def _data(line: str) -> tuple[str | None, tuple[int, ...], bool]:
    """The page, the place (by location, else by page), and whether it is a note."""
    page: str | None = None
    place: tuple[int, ...] = ()
    for part in line.split("|")[:2]:
        number = _PLACE.search(part)
        if number is None:
            continue
        if _words("page").search(part):
            page = number[0]
            place = place or (int(number[1]),)
        else:
            place = tuple(int(n) for n in number.groups() if n)
    return page, place, bool(_words("note").search(line.split("|")[0]))


@cache
def _words(kind: str) -> re.Pattern[str]:
    listed = (str(word) for tag in tags() for word in language(tag).section("highlights")["clippings"][kind])
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in listed)})(?!\w)", re.IGNORECASE)


EXPORT = Export("clippings", (".txt",), read)
