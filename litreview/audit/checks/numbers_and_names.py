"""Numbers and names of the draft: each must stand in what is cited, in its data, or be a count of the claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from litreview.audit.checks import Draft, DraftCheck, found
from litreview.audit.checks._lines import Line, place
from litreview.audit.checks._sources import flat
from litreview.audit.checks._tokens import Token, names, numbers, printed, quotations, shape, vocabulary
from litreview.audit.checks._works import folded
from litreview.errors import Problem
from litreview.languages import language, tags
from litreview.languages.marks import any_mark
from litreview.review.claims import Claim


def run(draft: Draft) -> Iterator[Problem]:
    """Each number and each name that nothing supports, sentence by sentence."""
    for line in draft.lines:
        if line.passage.header:
            continue
        if draft.generated(line):
            yield from _generated(draft, line)
        elif not draft.planned(line):
            yield from _numbers(draft, line)
            yield from _names(draft, line)
        yield from _citations(draft, line)
    yield from _notes(draft)


# Generated sentences: what their claim counts, and the words of its studies


def _generated(draft: Draft, line: Line) -> Iterator[Problem]:
    claim = draft.claim(line)
    if claim is None:
        return
    counts = {str(number) for number in _counts(claim)} | _in_template(draft, line)
    for token in _standing_free(line, numbers(line.prose, draft.language.tag)):
        if token.value not in counts and not _in_sources(draft, token, claim.studies):
            yield found("draft-number-unsupported", draft, severity="error", place=line.place, number=token.text)


def _counts(claim: Claim) -> Iterator[int]:
    """Every number that can be counted from a claim."""
    yield from (len(claim.stated), len(claim.missing), len(claim.stated) + len(claim.missing), len(claim.groups), len(claim.studies), 1)
    yield from (len(group.parts) for group in claim.groups)
    yield from (number for _, number in claim.numbers)
    yield len({key for group in claim.groups for key in group.keys})


def _in_template(draft: Draft, line: Line) -> set[str]:
    """The numbers that the sentence has from its template ("the two partners"), whatever the claim."""
    kind, _, number = (line.base.said.template or "" if line.base else "").rpartition("/")
    templates = draft.language.section("claims").get(kind, "")
    texts = [templates] if isinstance(templates, str) else [str(text) for text in templates]
    template = re.sub(r"\{[^{}]*\}", " ", texts[int(number)]) if number.isdigit() and int(number) < len(texts) else ""
    return {token.value for token in numbers(template, draft.language.tag)}


# What a person wrote or changed


def _numbers(draft: Draft, line: Line) -> Iterator[Problem]:
    tokens = _standing_free(line, numbers(line.prose, draft.language.tag))
    base = line.base if line.status == "edited" else None
    before = Counter(t.value for t in numbers(base.bare, draft.language.tag)) if base else Counter[str]()
    gone = before - Counter(token.value for token in tokens)
    for token in tokens:
        if before[token.value] > 0:
            before[token.value] -= 1
        elif base and gone and not base.said.own:
            was = next(iter(gone))
            gone = gone - Counter([was])
            if not _counts_cited(line, token):
                yield found(
                    "draft-number-changed",
                    draft,
                    severity="error",
                    place=line.place,
                    number=token.text,
                    generated=_as_written(draft, base.bare, was),
                )
        elif not _supported(draft, line, token):
            yield found("draft-number-unsupported", draft, severity="error", place=line.place, number=token.text)


def _as_written(draft: Draft, text: str, value: str) -> str:
    return next((token.text for token in numbers(text, draft.language.tag) if token.value == value), value)


def _supported(draft: Draft, line: Line, token: Token) -> bool:
    small = not token.text[0].isdigit()
    if small and (token.value == "1" or not (_is_count(draft, line, token) or int(token.value) > 10)):
        return True
    return _counts_cited(line, token) or _in_sources(draft, token, line.known) or (small and _is_total(draft, token))


def _is_count(draft: Draft, line: Line, token: Token) -> bool:
    """Whether a number in words counts something: a noun that drafts count follows, or it is told of those."""
    behind = re.findall(r"[^\W\d_]+", line.prose[token.end :])[:3]
    return any(word.casefold() in draft.language.section("drafts")["counted"] for word in behind)


def _counts_cited(line: Line, token: Token) -> bool:
    """Whether the number is that of the works cited in the sentence, whose citations were changed along with it."""
    changed = line.base is None or set(line.keys) != set(line.base.keys)
    return changed and token.value == str(len(line.keys)) and len(line.keys) > 1


def _is_total(draft: Draft, token: Token) -> bool:
    total = len(draft.library) if draft.library is not None else len(draft.works.works)
    return token.value == str(total)


def _in_sources(draft: Draft, token: Token, keys: tuple[str, ...]) -> bool:
    """Whether a study has the number, in digits or in words of the draft's language."""
    forms = {token.text, token.value, token.value.replace(".", ","), token.text.replace(",", "."), token.text.replace(".", "")}
    return any(draft.sources.has_word(form, keys or tuple(draft.sources.texts)) for form in forms)


def _standing_free(line: Line, tokens: tuple[Token, ...]) -> list[Token]:
    """The tokens that stand neither in a quotation, which is judged as a whole, nor name a table or a chapter, nor count a list."""
    quoted = [(quote.start, quote.end) for quote in quotations(line.prose)]
    kept = [token for token in tokens if not any(start < token.start < end for start, end in quoted)]
    return [token for token in kept if not _is_reference(line.prose, token)]


def _is_reference(text: str, token: Token) -> bool:
    before, behind = text[: token.start], text[token.end :]
    if before.endswith("(") and behind.startswith(")") and len(token.text) < 3:
        return True
    if token.text.casefold() in _referring() and re.match(r"\s+\d", behind):
        return True
    word = re.search(r"([^\W\d_]+)\.?[\s\u00a0]*$", before)
    return word is not None and word[1].casefold() in _referring()


@cache
def _referring() -> frozenset[str]:
    """Words behind which a number names a part of the text, or a page."""
    words = {str(word) for tag in tags() for name in ("refers", "locators") for word in language(tag).section("drafts")[name]}
    return frozenset(word.casefold().rstrip(".") for word in words)


def _names(draft: Draft, line: Line) -> Iterator[Problem]:
    base = set(flat(line.base.bare).replace("-", " ").split()) if line.status == "edited" and line.base else set()
    plain = {word.strip(".,;:!?\"'()") for word in base}
    seen: set[str] = set()
    foreign: list[tuple[Token, str, tuple[str, ...]]] = []
    for token in _standing_free(line, names(line.prose)):
        value = re.sub(rf"['’]{any_mark('behind_apostrophe')}$", "", token.value)
        low = flat(value)
        if low in plain or low in seen or len(low) < 2 or low in printed():
            continue
        if _begins_sentence(line.prose, token.start) and not _is_name_at_start(draft, line, token):
            continue
        holding = draft.sources.with_word(value) or draft.sources.with_word(re.sub(rf"{any_mark('glued_behind')}$", "", value))
        if set(holding) & set(line.known or holding) or _is_author(draft, line, value):
            continue
        seen.add(low)
        foreign.append((token, value, holding))
    for group in _joined(line.prose, foreign):
        name = " ".join(value for _, value, _ in group)
        if all(holding for _, _, holding in group):
            studies = list(dict.fromkeys(key for _, _, holding in group for key in holding))
            yield found("draft-name-of-other", draft, place=line.place, name=name, studies=", ".join(studies[:3]))
        else:
            yield found("draft-name-unsupported", draft, severity="error", place=line.place, name=name)


def _joined(text: str, words: list[tuple[Token, str, tuple[str, ...]]]) -> list[list[tuple[Token, str, tuple[str, ...]]]]:
    """Words that stand next to each other as one name ("Jawa Barat")."""
    groups: list[list[tuple[Token, str, tuple[str, ...]]]] = []
    for word in words:
        if groups and text[groups[-1][-1][0].end : word[0].start] == " ":
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


# What citations and notes show


def _citations(draft: Draft, line: Line) -> Iterator[Problem]:
    """Citations that name somebody or a year that the works they stand for do not have."""
    for cite in line.cites:
        if cite.end > cite.start and not cite.unknown and cite.kind in ("date", "name", "number"):
            wrong = _not_of_works(draft, line.passage.text[cite.start : cite.end], cite.keys, inline=cite.kind == "date")
            if wrong:
                citation = " ".join(line.passage.text[cite.start : cite.end].split())
                yield found("draft-citation-altered", draft, severity="error", place=line.place, citation=citation, strange=wrong)


def _notes(draft: Draft) -> Iterator[Problem]:
    for note in draft.text.notes:
        keys = tuple(key for key in draft.notes.get(note.number or 0, ()) if key in draft.works.by_key)
        wrong = _not_of_works(draft, note.text, keys) if keys else None
        if wrong:
            citation = note.text if len(note.text) < 80 else note.text[:79] + "…"
            yield found("draft-citation-altered", draft, severity="error", place=place(note), citation=citation.strip(), strange=wrong)


def _not_of_works(draft: Draft, text: str, keys: tuple[str, ...], inline: bool = False) -> str | None:
    """The first name in a citation or note that its works do not have, else (`inline`) the first year that is not theirs."""
    if not keys or not draft.sources.texts:
        return None
    own = draft.shown_words(keys)
    for token in names(text):
        value = re.sub(r"['’]s?$", "", token.value)
        low = flat(value)
        if len(low) > 1 and low not in own and low not in printed() and low not in vocabulary():
            return value
    if not inline:
        return None
    dates, bare = draft.dates(keys), folded(text).casefold()
    titles = [title for key in keys if key in draft.works.by_key for title in draft.works.by_key[key].titles]
    for title in sorted(titles, key=len, reverse=True):
        bare = bare.replace(folded(title).casefold().strip("[]. "), " ")  # a title may hold a year of its own
    return next((year for year in re.findall(r"(?<![\d-])(?:1[5-9]|20)\d\d(?!\d)", bare) if year not in dates), None)


def _is_author(draft: Draft, line: Line, value: str) -> bool:
    """Whether it names an author of a work cited here: the citation supports it."""
    low = flat(value)
    works = [draft.works.by_key[key] for key in line.known if key in draft.works.by_key]
    unknown = flat(" ".join(line.passage.text[cite.start : cite.end] for cite in line.cites if cite.unknown))
    return any(low in flat(" ".join((*work.names, work.given))).split() for work in works) or low in re.findall(r"\w+", unknown)


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a capital at this place is due to the beginning of a sentence, an item or what follows a colon."""
    before = text[:at].rstrip(" \t\"“'‘(«[")
    return not before or before[-1] in ".?!:;/•"


def _is_name_at_start(draft: Draft, line: Line, token: Token) -> bool:
    """Whether the first word of a sentence is a name: no word that anybody writes small, and told or joined as names are."""
    low = token.value.casefold()
    if low in vocabulary() or low in draft.sources.lower or low in printed():
        return False
    behind = line.prose[token.end :]
    if (following := re.match(r"\s+(?:\w+\s+)?([^\W\d_]+)\s+\d", behind)) and following[1].casefold() in _referring():
        return False  # "See Table 2.1"
    tells = draft.language.regex(draft.language.section("drafts")["tells"])
    if re.match(rf"\s+(?:{_said_between()})?\s*{tells}\b|['’]s\b", behind):
        return True
    if shape(draft.language.tag).fullmatch(low) or _derived(low):
        return False
    return bool(re.match(r"\s[A-Z][\w’'-]+", behind)) or low in draft.names_within


def _derived(word: str) -> bool:
    """Whether a word has the make of a common one: prefixes and endings of any language."""
    return any(re.fullmatch(language(tag).regex(make), word) for tag in tags() for make in language(tag).section("drafts")["derived"])


@cache
def _said_between() -> str:
    return "|".join(re.escape(str(word)) for tag in tags() for word in language(tag).section("drafts")["said_between"])


CHECK = DraftCheck("numbers-and-names", run)
