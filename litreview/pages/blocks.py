"""A page in parts: front matter, abstracts, keywords, what follows. Decided by content and position; labels only mark places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from litreview.pages.citation import begins_citation, is_citation, may_be_citation
from litreview.pages.continuations import with_continuations, with_lists
from litreview.pages.joining import join_lines, join_text, whole_words
from litreview.pages.leads import printed_as_title
from litreview.pages.lines import is_front_line
from litreview.pages.mixed import by_language
from litreview.pages.names import are_persons
from litreview.pages.offsets import Flat
from litreview.pages.part import Kind, Part
from litreview.pages.prose import END, is_prose
from litreview.pages.titlecase import mostly_capitals
from litreview.pages.unwrap import Line
from litreview.pages.vocabulary import Vocabulary, vocabulary

_FOOTNOTE = re.compile(r"[*†‡]{1,3}\s?[^\W\d_]|[\d¹²³]{1,2}\s?[A-Z]")
_ROMAN_NOTE = re.compile(r"[ivxlc]{1,6}\s+")
_LONGEST_FRONT = 160
_RUNS_ON = 5
"""Words in small letters that a line of running text has, and a title in the case of a sentence hardly straight over a text."""
_RUNNING = 25
_TITLE = 5
"""Words in capitals over running text that are a title."""
_KEYWORD = 5
_SUBMITTED = 60
"""The words of a cover that say for what a work was handed in are fewer."""
_REST_OF_LIST = 12
"""Words of a list of keywords that stand behind the end of a page or an empty line."""
_PARAGRAPH = 200
"""A line of more characters is a paragraph of its own."""
_SENTENCE = re.compile(r"\.\s+(?=[A-Z][a-z])")
_LED = 20
"""Words of a list of keywords that stands before the text of an abstract, on its line."""
_MOST_KEYWORDS = 30
"""A list of keywords, one a paragraph, has fewer."""
_MOST_FRONT = 60
"""The front matter that stands in one paragraph with running text has no more lines."""
_CITED = 8
"""The most lines a reference to the work itself is printed on."""


def split_parts(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Take the lines of one page apart. Every line that is not blank is in exactly one part, in order."""
    vocab = vocabulary()
    words = whole_words(lines)
    parts: list[Part] = []
    groups = list(_cited_together(list(_groups(lines, vocab)), words))
    first = next((n for n, group in enumerate(groups) if group.kind == "heading"), -1)
    for number, group in enumerate(groups):
        pieces = _group_parts(group, words)
        # Where a page has the heading of an abstract, running text over it is none.
        listed = number + 1 < len(groups) and groups[number + 1].kind == "keywords"  # an abstract without its heading
        parts += [_over_heading(piece) for piece in pieces] if number < first and not listed else pieces
    return tuple(with_lists([piece for part in with_continuations(parts) for piece in _in_languages(part)]))


def _in_languages(part: Part) -> Sequence[Part]:
    """Running text as it is, or as two parts where it goes on in a second language."""
    if part.kind != "prose":
        return (part,)
    pieces = by_language(part.flat)
    return (part,) if len(pieces) == 1 else tuple(attrs.evolve(part, flat=piece) for piece in pieces)


def _over_heading(part: Part) -> Part:
    """A part over the first heading: front matter, or text that is passed over."""
    if part.kind != "prose":
        return part
    text = part.flat.text
    runs_on = bool(END.search(text)) and len(text.split()) >= _RUNNING and not any(is_front_line(x) for x in part.lines[1:])
    return attrs.evolve(part, kind="tail" if runs_on else "front")


@attrs.frozen(eq=False)
class _Group:
    """A run of lines between blank lines, headings and labels."""

    lines: tuple[Line, ...]
    kind: Kind | None = None
    label: str = ""


def _groups(lines: Sequence[Line], vocab: Vocabulary) -> Iterator[_Group]:
    group: list[Line] = []
    kind: Kind | None = None
    label = ""
    for number, line in enumerate(lines):
        start = _part_start(line, vocab)
        wants_list = kind == "keywords" and not any(part.text for part in group)
        if line.text and start is None and kind != "tail":
            group.append(line)
            continue
        following = lines[number + 1 : number + 1 + _CITED]
        if not line.text and (wants_list or (kind == "keywords" and _list_goes_on(group, following, vocab))):
            continue
        if group or label:
            yield _Group(tuple(group), kind, label)
        group, kind, label = [], None, ""
        if start is not None:
            kind, label, rest = start
            if kind == "heading":
                yield _Group((line,), "heading", label)
                kind, label = None, ""
            if rest.text:
                group = [attrs.evolve(line, flat=rest, lead=0)]
        elif line.text:
            group = [line]
    if group or label:
        yield _Group(tuple(group), kind, label)


def _cited_together(groups: Sequence[_Group], words: frozenset[str]) -> Iterator[_Group]:
    """The groups, two that only together are a reference to the work itself as one: an empty line or a new page broke it."""
    skip = False
    for number, group in enumerate(groups):
        after = groups[number + 1] if number + 1 < len(groups) else None
        if skip:
            skip = False
            continue
        if after is not None and group.kind is None and after.kind is None and 0 < len(group.lines) + len(after.lines) <= 2 * _CITED:
            begins = join_text(group.lines, words)
            if begins_citation(begins) and not is_citation(begins):
                both = (*group.lines, *after.lines)
                if is_citation(join_text(both, words)):
                    group, skip = _Group(both), True
        yield group


def _list_goes_on(group: Sequence[Line], after: Sequence[Line], vocab: Vocabulary) -> bool:
    """Whether a list with a keyword a paragraph goes on behind an empty line."""
    following = next((line for line in after if line.text), None)
    if following is not None and group and (group[-1].text.endswith((",", ";")) or vocab.joint.search(group[-1].text[-6:] + " ")):
        listed = len(following.text.split()) <= _REST_OF_LIST and not following.text.isupper()
        return listed and _part_start(following, vocab) is None and not is_front_line(following)
    if (
        following is None
        or not 0 < len(group) < _MOST_KEYWORDS
        or any(re.search(r"[,;].", line.text) or len(line.text.split()) > _KEYWORD for line in group)
    ):
        return False
    short = len(following.text.split()) <= _KEYWORD and not following.text.endswith(".") and following.text[:1].isalpha()
    alike = group[0].text.endswith(";") or group[0].text[:1].islower() == following.text[:1].islower()
    return short and alike and _part_start(following, vocab) is None and not is_front_line(following) and not following.text.isupper()


def _part_start(line: Line, vocab: Vocabulary) -> tuple[Kind, str, Flat] | None:
    """Whether `line` begins a part that is marked as such: its kind, its label, and the rest of the line."""
    text = line.text
    if not text:
        return None
    match = vocab.heading.match(text)
    if match and len(text) < 80:
        return "heading", text, line.flat[len(text) :]
    if line.lead:
        match = vocab.bold_heading.match(text[: line.lead])
        if match:
            return "heading", match[1], _behind_label(line)
        match = vocab.bold_keywords.match(text[: line.lead])
        if match:
            return "keywords", match[1], _behind_label(line)
    match = vocab.run_in.match(text) or vocab.capital_run_in.match(text)
    if match and len(text.split()) > 3:
        return "heading", match[1], line.flat[match.end() :]
    match = vocab.keywords.match(text)
    if match:
        return "keywords", match[1], line.flat[match.end() :].strip()
    match = vocab.keywords_led.match(text) if len(text) > _PARAGRAPH else None
    if match and is_prose(text):
        return "keywords", match[1], line.flat[match.end() :].strip()
    match = vocab.tail.match(text)
    if match and len(text) < 300:
        return "tail", "", line.flat
    return None


def _behind_label(line: Line) -> Flat:
    """What stands behind the bold label of a line, without the marks between them."""
    rest = line.flat[line.lead :]
    return rest[len(rest.text) - len(rest.text.lstrip(" \t:.—–-")) :]


def _group_parts(group: _Group, words: frozenset[str]) -> list[Part]:
    """The parts of one group: what is marked stays what it is, the rest is told apart as prose and front matter."""
    lines = group.lines
    if group.kind == "keywords":
        return _keyword_parts(group, words)
    if group.kind is not None or not lines:
        return [Part(group.kind or "front", lines, join_lines([x.flat for x in lines], words), group.label)] if lines else []
    end = _citation_end(lines, words)
    if end:
        cited = Part("front", lines[:end], join_lines([x.flat for x in lines[:end]], words), "citation")
        return [cited, *(_group_parts(_Group(lines[end:]), words) if lines[end:] else [])]
    inside = _keywords_inside(lines, words)
    if inside is not None:
        return [*inside]
    cut = _front_end(lines, words)
    parts: list[Part] = []
    if cut:
        parts.append(Part("front", lines[:cut], join_lines([x.flat for x in lines[:cut]], words)))
    if lines[cut:]:
        rest = join_lines([x.flat for x in lines[cut:]], words)
        rest = rest[1:].strip() if rest.text.startswith(":") and is_prose(rest.text) else rest
        submitted = bool(vocabulary().boilerplate.match(rest.text)) and len(rest.text.split()) < _SUBMITTED
        parts.append(Part("prose" if is_prose(rest.text) and not submitted else "front", lines[cut:], rest))
    return parts


def _citation_end(lines: Sequence[Line], words: frozenset[str]) -> int:
    """How many lines at the beginning of a group are a reference to the work itself; 0 where none are."""
    if not may_be_citation(join_text(lines[:_CITED], words)):
        return 0
    for end in range(min(len(lines), _CITED), 0, -1):
        if end < len(lines) and not lines[end].text[:1].isupper() and lines[end].text[:1] not in '“"(':
            continue
        if is_citation(join_text(lines[:end], words)):
            return end
    return 0


def _keyword_parts(group: _Group, words: frozenset[str]) -> list[Part]:
    """The list, unless what stands under the label is running text (the list is then empty)."""
    vocab = vocabulary()
    ended = [n for n, line in enumerate(group.lines) if n and (_ends_list(line, vocab) or _is_ended(group.lines[n - 1], line))]
    end = ended[0] if ended else len(group.lines)
    listed, rest = group.lines[:end], group.lines[end:]
    flat = join_lines([x.flat for x in listed], words)
    behind = vocab.list_end.search(flat.text)
    flat = flat[: behind.start()].strip() if behind else flat
    if len(listed) > 2 and not rest:
        under = join_lines([x.flat for x in listed[1:]], words)
        if _is_running(under.text) and not listed[0].text.endswith((",", ";", "-", "،")):
            first = join_lines([listed[0].flat], words)
            return [Part("keywords", listed[:1], first, group.label), Part("prose", listed[1:], under)]
    sentence = _SENTENCE.search(flat.text)
    if sentence and len(flat.text[: sentence.start()].split()) <= _LED and is_prose(flat.text[sentence.end() :]):
        led = Part("keywords", listed[:1], flat[: sentence.start()].strip(), group.label)
        return [led, Part("prose", listed, flat[sentence.end() :]), *(_group_parts(_Group(rest), words) if rest else [])]
    if is_prose(flat.text) and flat.text.count(",") + flat.text.count(";") < len(flat.text.split()) / 6:
        return [Part("keywords", (), Flat("", (), ()), group.label), Part("prose", listed, flat)]
    parts = [Part("keywords", listed, flat, group.label)]
    return [*parts, *(_group_parts(_Group(rest), words) if rest else [])]


def _is_ended(last: Line, line: Line) -> bool:
    """Whether a list ended with a full stop, and a longer line stands under it."""
    listed = any(mark in last.text for mark in ",;،")
    return listed and last.text.endswith(".") and len(line.text.split()) > _REST_OF_LIST


def _is_running(text: str) -> bool:
    """Whether what stands under the first line of a list of keywords is running text rather than more of the list."""
    words = len(text.split())
    return words >= _RUNNING and is_prose(text) and sum(map(text.count, ",;،")) < words / 6


def _ends_list(line: Line, vocab: Vocabulary) -> bool:
    """Whether a line under a list of keywords is no more of it: front matter, a footnote, a reference, a paragraph."""
    text = line.text
    return is_front_line(line) or _is_footnote(text) or is_citation(text) or (len(text) > _PARAGRAPH and is_prose(text))


def _keywords_inside(lines: Sequence[Line], words: frozenset[str]) -> tuple[Part, ...] | None:
    """A paragraph whose last sentence runs on into its keywords."""
    if not any(":" in line.text or "：" in line.text for line in lines):
        return None
    flat = join_lines([x.flat for x in lines], words)
    matches = list(vocabulary().keywords_inside.finditer(flat.text))
    match = matches[-1] if matches else None
    if match is None or len(flat.text) - match.end() > 400:
        return None
    text, listed = flat[: match.start()].strip(), flat[match.end() :].strip()
    return (Part("prose" if is_prose(text.text) else "front", tuple(lines), text), Part("keywords", (lines[-1],), listed, match[1]))


def _front_end(lines: Sequence[Line], words: frozenset[str]) -> int:
    """How many lines at the beginning of a paragraph are front matter, where the rest is prose or nothing.

    A line within running text may look like front matter ("2018-2022", "Universitas …"): what stands before the cut must be labels or
    no prose, and what stands behind it must begin like a sentence.
    """
    paragraph = next(
        (n for n, line in enumerate(lines) if len(line.text) > _PARAGRAPH and not line.text[0].islower() and is_prose(line.text)), 0
    )
    if paragraph and not any(line.text.endswith(".") and len(line.text.split()) > 12 for line in lines[:paragraph]):
        return paragraph - 1 if _runs_on(lines[paragraph - 1]) else paragraph
    capitals = next((n for n, line in enumerate(lines[:_CITED]) if not line.text.isupper()), 0)
    if capitals and len(join_text(lines[:capitals], words).split()) >= _TITLE and is_prose(join_text(lines[capitals:], words)):
        return capitals if lines[capitals].text[0].isupper() and len(lines[capitals].text) > _RUNNING else 0
    cuts: list[int] = []
    for number, line in enumerate(lines[:_MOST_FRONT], 1):
        if len(line.text) > _LONGEST_FRONT:
            break
        goes_on = number < len(lines) and lines[number].text[:1].islower()
        bold = line.strong and number == (cuts[-1] if cuts else 0) + 1 and not goes_on
        if bold or is_front_line(line):
            cuts.append(number)

    def joined(part: Sequence[Line]) -> str:
        return join_text(part, words)

    for marked, cut in reversed(list(enumerate(cuts, 1))):
        rest = joined(lines[cut:])
        begins = next((c for c in rest if c.isalnum()), "X")
        front = marked > 0.6 * cut or not is_prose(joined(lines[:cut]))
        if front and (not rest or (is_prose(rest) and not begins.islower())):
            return cut
    mostly = len(lines) > 2 and len(cuts) > 0.6 * len(lines)
    return len(lines) if cuts and (mostly or not is_prose(joined(lines))) else 0


def _runs_on(line: Line) -> bool:
    """Whether a line straight over running text is the first of it, broken before a name: words in small letters, printed as no title."""
    text = line.text
    printed = line.heading or line.strong or line.lead or mostly_capitals(text) or printed_as_title(text)
    small = sum(word[0].islower() for word in text.split() if word[0].isalpha())
    return not printed and small >= _RUNS_ON and not text.endswith((".", ":", ",")) and not is_front_line(line) and not are_persons(text)


def _is_footnote(text: str) -> bool:
    """Whether a line begins with the mark of a note: a roman number before a place, a star, a number."""
    roman = _ROMAN_NOTE.match(text)
    return bool(_FOOTNOTE.match(text) or (roman and vocabulary().place_begins.match(text, roman.end())))
