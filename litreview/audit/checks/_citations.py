"""Every citation of a passage: those the file marks, and those typed as text, each with the works it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import attrs

from litreview.audit.chapters import Passage
from litreview.audit.checks._works import Work, Works, date_pattern, folded, joining_words
from litreview.languages import language, tags


@attrs.frozen
class Cited:
    """A citation: where it stands (code points, end exclusive), and the works it names; `unknown` is one that names no work at hand.

    `kind` is how it looks: "date" (author and year), "number", "note", "name" (the author alone), "key" (a key of pandoc).
    """

    start: int
    end: int
    keys: tuple[str, ...]
    kind: str
    unknown: bool = False


_KEY = re.compile(r"(?<![\w\\])@(\{[^{}]+\}|\w(?:[\w:.#$%&+?<>~/-]*\w)?)")
_KEYED = re.compile(r"\[[^\[\]@]{0,80}(?<![\w\\])@[\w{][^\[\]]{0,400}\]")
_GROUP = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_INITIALS = re.compile(r"(?:(?<!\w)[^\W\d_a-z]\.[\s-]?)*$")
_NUMBERS = re.compile(r"\[(\d{1,4}(?:\s*[-–,;]\s*\[?\d{1,4}\]?)*)(?:,\s*[^\[\]\d][^\[\]]{0,40})?\]")


def citations(passage: Passage, works: Works, notes: Mapping[int, tuple[str, ...]], names: bool = False) -> tuple[Cited, ...]:
    """The citations of `passage` in order; `notes` are the works that each footnote cites.

    With `names` the family name of an author is a citation too, as in styles that cite without dates.
    """
    text = passage.text
    marked = [_with_range(text, _without_lead(text, cite), works) for cite in _joined(text, _marked(passage, works, notes))]
    cites = [_with_name(text, cite, works) for cite in marked]
    covered = [(cite.start, cite.end) for cite in cites if cite.end > cite.start]
    for cite in (*_keyed(text, works), *_numbers_of(passage, works), *_typed(text, works)):
        if not any(cite.start < end and start < cite.end for start, end in covered):
            cites.append(cite)
            covered.append((cite.start, cite.end))
    cites += [
        cite
        for cite in (_bare_names(text, works) if names else ())
        if not any(cite.start < end and start < cite.end for start, end in covered)
    ]
    return tuple(sorted(cites, key=lambda cite: (cite.start, cite.end)))


def _marked(passage: Passage, works: Works, notes: Mapping[int, tuple[str, ...]]) -> list[Cited]:
    """What the file marks; of stretches in each other the outermost, with the works of both."""
    cites: list[Cited] = []
    for mark in sorted(passage.marks, key=lambda m: (m.start, -m.end)):
        if mark.note is not None:
            if keys := notes.get(mark.note, ()):
                cites.append(Cited(mark.start, mark.end, keys, "note"))
        elif mark.keys:
            last = cites[-1] if cites else None
            if last and last.kind != "note" and mark.end <= last.end and mark.start >= last.start and last.end > last.start:
                cites[-1] = attrs.evolve(last, keys=tuple(dict.fromkeys([*last.keys, *mark.keys])))
            else:
                cites.append(Cited(mark.start, mark.end, mark.keys, _kind(passage.text[mark.start : mark.end])))
    return [attrs.evolve(cite, unknown=not any(key in works.by_key for key in cite.keys)) for cite in cites]


def _without_lead(text: str, cite: Cited) -> Cited:
    """A citation without the words that lead it in within its brackets ("five studies, e.g.,"): they are the draft's own."""
    leads = list(re.finditer(rf"(?<!\w)(?:{_leads()})\s*", text[cite.start : cite.end]))
    if not leads or cite.kind == "note":
        return cite
    start = cite.start + leads[-1].end()
    opened = text[cite.start : cite.start + 1] in ("(", "[") and text[cite.end - 1 : cite.end] in (")", "]") and cite.end - 1 > start
    balanced = text[start : cite.end].count("(") + text[start : cite.end].count("[") == text[start : cite.end].count(")") + text[
        start : cite.end
    ].count("]")
    end = cite.end - 1 if opened and not balanced else cite.end
    return attrs.evolve(cite, start=start, end=end, kind=_kind(text[start:end]))


@cache
def _separators() -> re.Pattern[str]:
    words = "|".join(re.escape(str(word)) for tag in tags() for word in language(tag).section("sentences")["ands"])
    return re.compile(rf"[\s;,–&-]*(?:(?:{words})\s+)?")


@cache
def _leads() -> str:
    words = {str(word) for tag in tags() for word in language(tag).section("drafts")["lead_in"]}
    words |= {str(language(tag).section("lists")["for_example"]) for tag in tags()}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _with_range(text: str, cite: Cited, works: Works) -> Cited:
    """A citation by number with the works within a range ("3–5") of which only the ends are marked."""
    if cite.kind != "number" or not works.numbers:
        return cite
    within = _by_number(cite.start, cite.end, text[cite.start : cite.end], works)
    return attrs.evolve(cite, keys=tuple(dict.fromkeys([*cite.keys, *(key for key in within.keys if key in works.by_key)])))


def _kind(text: str) -> str:
    """How a citation with this text looks."""
    if not text:
        return "note"
    if re.search(r"@[\w{]", text):
        return "key"
    if re.search(r"\[\d{1,4}\]\s*$", text):  # a title before the number may hold a year
        return "number"
    if re.search(date_pattern(), folded(text)):
        return "date"
    return "number" if re.fullmatch(r"[\s\[\](),;–-]*\d[\d\s\[\](),;–-]*", text) else "name"


def _joined(text: str, cites: list[Cited]) -> list[Cited]:
    """Citations with nothing but separators between them as one, with the brackets around it if they hold nothing else."""
    joined: list[Cited] = []
    for cite in cites:
        last = joined[-1] if joined else None
        between = text[last.end : cite.start] if last else ""
        if (last and cite.end > cite.start and last.end > last.start and _separators().fullmatch(between) and ";" in between) or (
            last
            and cite.end > cite.start
            and last.end > last.start
            and last.kind == "number" == cite.kind
            and re.fullmatch(r"[\s,–-]*", between)
        ):
            joined[-1] = attrs.evolve(last, end=cite.end, keys=tuple(dict.fromkeys([*last.keys, *cite.keys])))
        else:
            joined.append(cite)
    return [_bracketed(text, cite) for cite in joined]


def _bracketed(text: str, cite: Cited) -> Cited:
    if cite.start == cite.end:
        return cite
    before, behind = text[: cite.start].rstrip(), text[cite.end :]
    closing = re.match(r"\s*[)\]]", behind)
    if before[-1:] in ("(", "[") and closing and text[cite.start : cite.start + 1] != "(":
        return attrs.evolve(cite, start=len(before) - 1, end=cite.end + closing.end())
    return cite


def _with_name(text: str, cite: Cited, works: Works) -> Cited:
    """A citation with the name or title that stands in the sentence before it: only the rest of a narrative one is marked."""
    if len(cite.keys) != 1 or cite.keys[0] not in works.by_key:
        return cite
    start = _name_before(folded(text), cite.start, [works.by_key[cite.keys[0]]])
    return cite if start is None else attrs.evolve(cite, start=start)


def _name_before(text: str, at: int, candidates: list[Work]) -> int | None:
    """Where the name or title of one of `candidates` begins that ends right before `at`."""
    before = text[:at].rstrip()
    first = max(0, len(before) - 300)
    for work in candidates:
        for handle in work.titles:
            title = folded(handle).strip("[]\"' .")
            bare = before.rstrip("]\"'*.,")
            if bare.endswith(title) and len(title) > 3:
                return _before_opening_marks(text, len(bare) - len(title))
        if not work.names:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(folded(work.names[0]))}(?!\w)", before[first:]):
            start = first + match.start()
            if _only_names(before[first + match.end() :], work):
                return _before_family(before, start, work)
    return None


def _before_family(text: str, start: int, work: Work) -> int:
    """`start` of a family name moved before the given names or initials that stand there."""
    before = text[:start].rstrip()
    given = folded(work.given).split()
    for number in range(len(given)):
        written = " ".join(given[: len(given) - number])
        if before.endswith(written) and not before[: len(before) - len(written)][-1:].isalnum():
            return len(before) - len(written)
    initials = _INITIALS.search(text[:start])
    return initials.start() if initials else start


def _before_opening_marks(text: str, start: int) -> int:
    """`start` moved before the brackets and quotation marks that open there."""
    while start and text[start - 1] in "[\"'*":
        start -= 1
    return start


def _only_names(gap: str, work: Work) -> bool:
    """Whether nothing but further names stands in `gap`."""
    words = re.findall(r"[^\s,;]+", gap)
    known = {folded(word) for name in work.names for word in name.split()}
    return (
        all(w.strip("()") in known or w in _joining_parts() or re.fullmatch(r"&|'s|(?:[A-Z]\.?-?)+", w) for w in words) and len(words) < 12
    )


@cache
def _joining_parts() -> frozenset[str]:
    return frozenset(part for word in joining_words() for part in word.split())


def _typed(text: str, works: Works) -> list[Cited]:
    """Citations in brackets that nobody marked."""
    flat = folded(text)
    cites: list[Cited] = []
    for group in _GROUP.finditer(flat):
        inside = group[1]
        date = re.match(rf"\s*({date_pattern()})", inside)
        if date and re.fullmatch(r"[^;]{0,40}", inside[date.end() :]) and (cite := _narrative(flat, group, date[1], works)):
            cites.append(cite)
            continue
        pieces = _pieces(group, works)
        if pieces and all(cite.start <= group.start(1) + len(_leading_space(inside)) for cite in pieces[:1]):
            keys = tuple(dict.fromkeys(key for cite in pieces for key in cite.keys))
            whole = pieces[0].start == group.start(1) + len(inside) - len(inside.lstrip()) and pieces[-1].end >= group.end(1)
            if whole and len({cite.unknown for cite in pieces}) == 1:
                cites.append(Cited(group.start(), group.end(), keys, pieces[0].kind, pieces[0].unknown))
                continue
        cites += pieces
    return cites


def _keyed(text: str, works: Works) -> list[Cited]:
    """``[@key, p. 5; @other]`` typed into a file that marks nothing so."""
    cites: list[Cited] = []
    for group in _KEYED.finditer(text):
        keys = tuple(dict.fromkeys(key.strip("{}") for key in _KEY.findall(group.group())))
        cites.append(Cited(group.start(), group.end(), keys, "key", unknown=not any(key in works.by_key for key in keys)))
    return cites


def _leading_space(inside: str) -> str:
    return inside[: len(inside) - len(inside.lstrip())]


def _narrative(text: str, group: re.Match[str], date: str, works: Works) -> Cited | None:
    """``Name (2019)``: the name stands before the brackets."""
    window = max(0, group.start() - 300)
    for match in re.finditer(r"(?<!\w)\w", text[window : group.start()]):
        at = window + match.start()
        named = works.named_at(text, at)
        ending = [work for end, work in named if end <= group.start() and _only_names(text[end : group.start()].strip("]\"'*., "), work)]
        chosen = works.choose(ending, date, text[at : group.start()], text[:at])
        if chosen:
            return Cited(_before_opening_marks(text, _before_family(text, at, chosen)), group.end(), (chosen.key,), "date")
    name = re.search(rf"((?:[A-Z][\w'-]+(?:\s+|,\s*|\s+(?:{_joining_pattern()})\s*))+)$", text[window : group.start()])
    if name:
        words = name[1].split()
        return Cited(window + name.start(), group.end(), (" ".join(words),), "date", unknown=True)
    return None


def _joining_pattern() -> str:
    return "|".join(re.escape(word) for word in joining_words()) + "|&"


def _pieces(group: re.Match[str], works: Works) -> list[Cited]:
    """The citations within one pair of brackets, separated by semicolons."""
    cites: list[Cited] = []
    at = group.start(1)
    for piece in group[1].split(";"):
        end = at + len(piece)
        if cite := _piece(group.string, at, end, works):
            cites.append(cite)
        at = end + 1
    return cites


def _piece(text: str, start: int, end: int, works: Works) -> Cited | None:
    piece = text[start:end]
    dated = list(re.finditer(date_pattern(), piece))
    date = dated[-1].group() if dated else None
    for match in re.finditer(r"(?<!\w)\w", piece):
        at = start + match.start()
        named = works.named_at(text, at)
        last = max((e for e, _ in named), default=0)
        rest = text[last:end]
        if date is None and not re.fullmatch(r"[\s\]\"'*.,]*(?:\d[\d\s–-]*)?", rest):
            continue
        dates: list[str | None] = [*(d.group() for d in dated if start + d.start() >= last)] or [date]
        chosen = [work for cited_date in dates if (work := works.choose([work for _, work in named], cited_date, piece, text[:at]))]
        if chosen:
            begin = max(_before_opening_marks(text, _before_family(text, at, chosen[0])), start)
            return Cited(begin, end, tuple(dict.fromkeys(work.key for work in chosen)), "date" if date else "name")
    if dated:
        before = piece[: dated[-1].start()]
        name = re.search(rf"([A-Z][\w'.-]*(?:\s*,?\s+(?:[A-Z][\w'.-]*|{_joining_pattern()}))*)\s*,?\s*$", before)
        if name:
            return Cited(start + name.start(), end, (f"{' '.join(name[1].split())}, {dated[-1].group()}",), "date", unknown=True)
    return None


def _numbers_of(passage: Passage, works: Works) -> list[Cited]:
    """Typed numbers, those next to each other as one, each with the name before it."""
    typed = sorted([*_numbered(passage.text, works), *_raised(passage, works)], key=lambda cite: cite.start)
    return [_with_name(passage.text, cite, works) for cite in _joined(passage.text, typed)]


def _numbered(text: str, works: Works) -> list[Cited]:
    """``[3]``, ``[1, 4–6]`` in a draft whose bibliography is numbered."""
    if not works.numbers:
        return []
    return [_by_number(match.start(), match.end(), match[1], works) for match in _NUMBERS.finditer(text)]


def _raised(passage: Passage, works: Works) -> list[Cited]:
    """Superscript digits in a draft whose bibliography is numbered."""
    if not works.numbers:
        return []
    stretches: list[tuple[int, int]] = []
    for mark in passage.marks:
        if mark.raised and re.fullmatch(r"[\d\s,;–-]+", passage.text[mark.start : mark.end]):
            if stretches and stretches[-1][1] == mark.start:
                stretches[-1] = (stretches[-1][0], mark.end)
            else:
                stretches.append((mark.start, mark.end))
    return [_by_number(s, e, passage.text[s:e], works) for s, e in stretches if re.search(r"\d", passage.text[s:e])]


def _by_number(start: int, end: int, text: str, works: Works) -> Cited:
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,4})\]?(?:\s*[-–]\s*\[?(\d{1,4}))?", text):
        numbers += range(int(first), min(int(last or first), int(first) + 500) + 1)
    keys = tuple(dict.fromkeys(works.numbers.get(number, f"[{number}]") for number in numbers))
    return Cited(start, end, keys, "number", unknown=not any(key in works.by_key for key in keys))


def _bare_names(text: str, works: Works) -> list[Cited]:
    """The name of a work's author, or its title, in the sentence without a date: how some styles cite."""
    flat = folded(text)
    cites: list[Cited] = []
    behind = 0
    for match in re.finditer(r"(?<![\w-])[^\W\d_a-z]\w{3,}", flat):
        at = match.start()
        named = [(end, work) for end, work in works.named_at(flat, at) if work.names[:1] == (text[at:end],) or _set_apart(flat, at, end)]
        if named and at >= behind:
            behind = named[0][0] + len(re.match(r"[\]\"']*", flat[named[0][0] :]).group())  # type: ignore[union-attr]
            keys = dict.fromkeys(work.key for end, work in named if end == named[0][0])
            cites.append(Cited(_before_opening_marks(flat, at), behind, tuple(keys), "name"))
    return cites


def _set_apart(text: str, start: int, end: int) -> bool:
    """Whether a title stands between quotation marks or brackets, or is too long to be anything else."""
    return end - start > 24 or (start > 0 and text[start - 1] in "[\"'" and text[end : end + 1] in tuple("]\"',."))


def note_works(note: Passage, works: Works) -> tuple[str, ...]:
    """The works that a footnote cites: marked, or named by author or title; "ibid." names none."""
    keys = [key for mark in note.marks for key in mark.keys]
    text = folded(note.text)
    at = 0
    for piece in text.split(";"):
        if key := _work_in_note(text, at, at + len(piece), works):
            keys.append(key)
        at += len(piece) + 1
    return tuple(dict.fromkeys(keys))


def _plain(text: str) -> str:
    return folded(text).strip("[]\"' .").casefold()


def _work_in_note(text: str, start: int, end: int, works: Works) -> str | None:
    """The work that a piece of a note names: the first that stands in it, of several of one author the one whose title does too."""
    piece = text[start:end]
    for match in re.finditer(r"(?<!\w)\w", piece):
        named = works.named_at(text, start + match.start())
        if named:
            within = {work.key: max((len(t) for t in map(_plain, work.titles) if t in _plain(piece)), default=0) for _, work in named}
            titled = [work for _, work in named if within[work.key] == max(within.values()) > 0]
            dated = re.search(date_pattern(), piece)
            initials = text[start : start + match.start()]
            chosen = works.choose(titled or [work for _, work in named], dated.group() if dated and not titled else None, piece, initials)
            if chosen:
                return chosen.key
    return None
