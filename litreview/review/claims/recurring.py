"""Terms that recur in the findings of several studies, each with the clause in which a study's abstract uses it.

A term is a keyword that two studies give. That two findings speak of one thing is all that is claimed:
whether they agree is for the reader of the quoted clauses to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from litreview.analysis.sentences import clause_break
from litreview.concepts.terms import Terms, longest_first
from litreview.record import Evidence, LangText, Library, Statement, Study
from litreview.review.claims.claim import Group, Part, Value
from litreview.review.claims.marked import in_own_words, whose
from litreview.review.claims.order import newest_first
from litreview.review.claims.values import statements
from litreview.review.thresholds import LONGEST_CLAUSE, SHORTEST_CLAUSE, TERM_OF_ALL
from litreview.themes.keywords import Keyword, keywords


@attrs.frozen
class _Use:
    """One clause of one study's findings that uses a term."""

    key: str
    statement: Statement
    paraphrased: bool


def recurring(library: Library, keys: tuple[str, ...], most: int) -> tuple[Group, ...]:
    """The terms that the findings of at least two of the studies `keys` use, at most `most`, those in most studies first.

    Each group holds the studies newest first, each with the clause it uses the term in; no clause is used for two terms.
    """
    chosen = tuple(library[key] for key in newest_first(library, keys))
    known = [
        k
        for k in keywords(attrs.evolve(library, studies=chosen))
        if not k.method and len(k.listed) > 1 and len(k.spoken) <= TERM_OF_ALL * len(chosen)
    ]
    uses = _uses(chosen, known)
    ranked = sorted((k for k in known if len(uses.get(k.name, ())) > 1), key=lambda k: (-len(uses[k.name]), k.name))
    used: set[tuple[str, str]] = set()
    groups: list[Group] = []
    for keyword in ranked:
        fresh = [use for use in uses[keyword.name] if (use.key, _identity(use)) not in used]
        if len(fresh) > 1 and len(groups) < most:
            used |= {(use.key, _identity(use)) for use in fresh}
            value = Value(keyword.name, _as_written(keyword, fresh), aspect="keywords")
            groups.append(Group(value, tuple(Part(use.key, (use.statement,), use.paraphrased) for use in fresh)))
    return tuple(groups)


def _uses(studies: tuple[Study, ...], known: list[Keyword]) -> dict[str, list[_Use]]:
    """For each keyword the first clause of each study that names it."""
    tags = dict.fromkeys(tag for study in studies for texts in (study.abstract, *(s.text for s in study.aspects.findings)) for tag in texts)
    finders = {tag: Terms.of(((words, keyword.name) for keyword in known for words in _words(keyword, tag)), tag) for tag in tags}
    by_keyword: dict[str, dict[str, _Use]] = {}
    for study in studies:
        for statement in statements(study, "findings"):
            for name, use in _clauses(study, statement, finders):
                by_keyword.setdefault(name, {}).setdefault(study.key, use)
    return {name: list(by_study.values()) for name, by_study in by_keyword.items()}


def _words(keyword: Keyword, tag: str) -> list[str]:
    """What the keyword is called in the language `tag`."""
    return [words for other, words in keyword.title.items() if other in (tag, "und")]


def _clauses(study: Study, statement: Statement, finders: dict[str, Terms[str]]) -> Iterator[tuple[str, _Use]]:
    """The terms in one finding, each with the clause round it: of the keeper's own words the whole."""
    for tag, words in statement.text.items():
        if tag not in finders:
            continue
        own = in_own_words(study, (statement,)) and whose(statement, tag) is not False
        for hit in longest_first(finders[tag].find(words)):
            if own:
                yield hit.value, _Use(study.key, statement, True)
                continue
            start, end = _clause(words, hit.start)
            if SHORTEST_CLAUSE <= len(words[start:end].split()) <= LONGEST_CLAUSE:
                yield hit.value, _Use(study.key, _part_of(statement, tag, words[start:end]), False)


def _clause(words: str, at: int) -> tuple[int, int]:
    """Where the clause that holds the place `at` starts and ends."""
    breaks = [found.span() for found in clause_break().finditer(words)]
    start = max((end for _, end in breaks if end <= at), default=0)
    return start, min((begin for begin, _ in breaks if begin > at), default=len(words))


def _part_of(statement: Statement, tag: str, clause: str) -> Statement:
    """The statement cut down to one of its clauses, with the evidence cut to the same words."""
    cut: list[Evidence] = []
    for evidence in statement.evidence:
        at = evidence.quote.find(clause)
        if evidence.language == tag and at >= 0:
            start = evidence.start + at if evidence.start is not None else None
            end = start + len(clause) if start is not None else None
            cut.append(Evidence(evidence.field, tag, clause, start, end, locator=evidence.locator))
    return Statement(LangText({tag: clause}), evidence=tuple(cut) or statement.evidence)


def _as_written(keyword: Keyword, uses: list[_Use]) -> LangText:
    """The keyword as running text writes it, without the capital of a list entry, where one of the clauses does so."""
    said = [words for use in uses for words in use.statement.text.values()]
    return LangText(
        (tag, low if any(low in words for words in said) else title) for tag, title in keyword.title.items() for low in [title.lower()]
    )


def _identity(use: _Use) -> str:
    return " ".join(words for _, words in sorted(use.statement.text.items()))
