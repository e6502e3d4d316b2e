"""The words by which pages mark their parts, from the ``[blocks]`` section of every language file, ready for matching.

All languages are searched at once: the label over an English abstract is as often Indonesian, and the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import attrs

from litreview.languages import language, tags
from litreview.pages.tongues import tongues

LABELS = tuple("author title programme unit institution supervisor examiner year genre degree number email other".split())

_OPENING = r"[\s\"“”'‘’(\[*_•·–—-]{0,40}"
_LONGEST_END = 40
"""The words with which an open line ends are no longer, in characters."""
_COLON = r"\s*[:：=|]\s*"


@attrs.frozen(eq=False)
class Vocabulary:
    """Compiled patterns. The first group of a pattern is what it is named for; all ignore case unless said otherwise."""

    heading: re.Pattern[str]
    """A line that is nothing but the heading of an abstract."""
    run_in: re.Pattern[str]
    """A heading with the text behind it on the same line."""
    capital_run_in: re.Pattern[str]
    """A heading in capitals with nothing but a space between it and the text; case counts."""
    bold_heading: re.Pattern[str]
    """What a bold beginning of a line must be to count as a heading."""
    keywords: re.Pattern[str]
    """The label of a list of keywords at the beginning of a line."""
    keywords_led: re.Pattern[str]
    """The label with nothing but a space between it and its list, before the text of an abstract."""
    bold_keywords: re.Pattern[str]
    """What a bold beginning of a line must be to count as such a label, with no mark behind it."""
    keywords_inside: re.Pattern[str]
    """The same behind the last sentence of a text."""
    label: re.Pattern[str]
    """A label of the front matter with its value (second group)."""
    glued_label: re.Pattern[str]
    """The same with nothing between label and value, each with a capital ("JudulKota Kembar"); case counts."""
    bare_label: re.Pattern[str]
    """Such a label alone on its line, or the value set off by white space alone."""
    spaced_label: re.Pattern[str]
    """The label of a supervisor with nothing but a space behind it ("Thesis Advisor Sri Wulandari")."""
    holder: re.Pattern[str]
    """What a person is at a place ("Mahasiswa …")."""
    by: re.Pattern[str]
    institution: re.Pattern[str]
    unit: re.Pattern[str]
    programme: re.Pattern[str]
    place_begins: re.Pattern[str]
    """A word with which the name of an institution, a unit or a programme begins."""
    place_within: re.Pattern[str]
    """Such a word, with a capital, or what a person is there (student, lecturer), within a line."""
    by_behind: re.Pattern[str]
    """ "By" and what is like it, behind a quoted title."""
    by_between: re.Pattern[str]
    """The same between a title and names."""
    genre: re.Pattern[str]
    kind_by: re.Pattern[str]
    """A kind of work with "by" straight behind it."""
    any_thesis: re.Pattern[str]
    """The kind of a thesis in the words of a repository ("Undergraduate (S1) thesis")."""
    titled: re.Pattern[str]
    """A kind of work and "with the title" at the beginning of a text."""
    own_genre: re.Pattern[str]
    """A kind of work that speaks of itself ("skripsi ini", "this thesis")."""
    genre_within: re.Pattern[str]
    """The same anywhere in an abstract."""
    own_article: re.Pattern[str]
    """An article that speaks of itself, at the beginning of a sentence."""
    declared: re.Pattern[str]
    """A kind of work in a statement of originality."""
    submitted: re.Pattern[str]
    """For which degree a work was handed in, within a line of a cover."""
    handed_in: re.Pattern[str]
    """The words before the institution to which a work was handed in."""
    boilerplate: re.Pattern[str]
    tail: re.Pattern[str]
    body: re.Pattern[str]
    """A line that is the first heading of a work ("1. Introduction"); `number` is its number, where it has one."""
    dated: re.Pattern[str]
    """A line that is a year, a date, or a town and either; the year is its group."""
    supervised: re.Pattern[str]
    """"Supervised by" in the middle of a reference, in brackets or not."""
    supervised_alone: re.Pattern[str]
    """The same alone on its line."""
    joint: re.Pattern[str]
    """The word "and" of any language between two items."""
    list_end: re.Pattern[str]
    """What stands behind the last keyword on the same line ("JEL Classification: …")."""
    body_run_in: re.Pattern[str]
    """The first heading of a work with its number, before its text on the same line; case counts."""
    listed: re.Pattern[str]
    """The word before the last of a list of keywords, at its beginning."""
    open_end: re.Pattern[str]
    """The end of a line whose text goes on in the next; see `is_open`."""
    open_place: re.Pattern[str]
    """The end of a line that breaks the name of an institution behind its first word ("Universitas")."""
    fields: dict[str, str]
    keyword_labels: dict[str, str]
    """Folded label of a list of keywords -> the language it is in."""
    genres: dict[str, tuple[str, str]]
    """Folded kind of work -> (language, the form the record keeps)."""
    kinds_of_place: frozenset[str]
    """Words that say only of what kind an institution is."""
    never_first: frozenset[str]
    """Words with which no title begins."""
    title_small: frozenset[str]
    name_small: frozenset[str]
    compounds: frozenset[str]
    """First parts of words that are written with a hyphen ("open-source")."""

    def is_open(self, text: str) -> bool:
        """Whether a line ends so that its text goes on in the next."""
        return bool(self.open_end.search(text, max(0, len(text) - _LONGEST_END)))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of all language files together."""
    sections = [(tag, language(tag).section("blocks")) for tag in tags()]

    def words(name: str) -> list[str]:
        return [str(word) for _, section in sections for word in section.get(name, ())]

    def patterns(name: str) -> str:
        return "|".join(language(tag).regex(pattern) for tag, section in sections for pattern in section.get(name, ()))

    def small(name: str) -> frozenset[str]:
        return frozenset(word for _, section in sections for word in str(section[name]).split())

    fields = {fold(label): field for _, section in sections for field in LABELS for label in section["labels"].get(field, ())}
    genres = {fold(name): (tag, str(form)) for tag, section in sections for name, form in section["genres"].items()}
    heads = any_of(spaced(h) for h in (*words("abstract"), *(word for each in tongues() for word in each.abstract)))
    keys = any_of([*words("keywords"), *(word for each in tongues() for word in each.keywords)])
    twice = rf"(?:\s*[/(|]\s*{keys}\s*\)?)?"
    labels = any_of(fields)
    tongue = any_of(words("tongue"))
    of_language = rf"(?:\s*[(\[/–—-]\s*(?:{tongue}\s+)?\w+(?:\s+\w+)?\s*[)\]]?)?"
    debris = r"(?:-?\d+(?:\.\d+)?(?:ex|em|pt|cm|mm|in)\s+)?"
    return Vocabulary(
        heading=_pattern(rf"{_OPENING}(?:\d+\.\s*)?({heads}){of_language}[\s:.）)*_\"”|]*$"),
        run_in=_pattern(rf"{_OPENING}({heads})(?:\s*[.:：]\s+|\s*[—–]\s*|\s*-\s+|\t+)(?=\S)"),
        capital_run_in=re.compile(rf"{_OPENING}({any_of(w.upper() for w in words('abstract') if len(w) > 6)})\s+(?=[A-Z][a-z])"),
        bold_heading=_pattern(rf"{_OPENING}({heads})[\s:.—–-]*$"),
        keywords=_pattern(
            rf"{_OPENING}{debris}({keys}){twice}(?:\s*[:：=—–]\s*|\s+-\s+|\s*[.;]\s+|\s*$|\s*\t\s*|\s+(?=[^\s.:;,][^.:;,]{{2,60}}[,;][^.:]*$))"
        ),
        keywords_led=re.compile(rf"{_OPENING}((?i:{any_of(words('keywords'))}))\s+(?=[A-Z])"),
        bold_keywords=_pattern(rf"{_OPENING}{debris}({keys}){twice}[\s:.—–-]*$"),
        keywords_inside=_pattern(rf"(?<=[.!?\"”)])\s+({keys})\s*[:：]\s*"),
        label=_pattern(rf"\s*(?:\d+\.\s*)?({labels})(?:\s+(?:[IV1-3]+|\([IV1-3]+\)))?(?:{_COLON}|\t+:?\s*|\s{{3,}})(.*)$"),
        glued_label=re.compile(rf"\s*({cased_words(label for label in fields if '.' not in label)})(?=[A-Z\d])(.*)$"),
        bare_label=_pattern(rf"\s*({labels})(?:\s+(?:[IV1-3]+|\([IV1-3]+\)))?(?:\s+{labels}(?:\s+[IV1-3]+)?)?\s*[:,]?\s*$"),
        spaced_label=_pattern(
            rf"\s*({any_of(label for label, field in fields.items() if field == 'supervisor')})(?:\s+(?:[IV1-3]+|\([IV1-3]+\)))?\s+(?=\S)"
        ),
        holder=_pattern(rf"\s*({any_of(words('holders'))})\b\s*"),
        by=_pattern(rf"\s*[(]?({any_of(words('by'))})\s*(?:[:：]\s*|\s+|$)"),
        institution=_named(words("institutions"), words("institutions_end")),
        unit=_named(words("units"), words("units_end")),
        programme=_named(words("programmes"), words("programmes_end")),
        place_begins=_named([*words("institutions"), *words("units"), *words("programmes")], []),
        place_within=_within([*words("institutions"), *words("units"), *words("programmes"), *words("holders")], words("institutions_end")),
        by_behind=_pattern(rf"[\s,]*(?:yang\s+)?(?:{any_of(words('by'))})\s*:?\s+"),
        by_between=_pattern(rf"\s(?:{any_of(words('by'))})\s*[:,]?\s+(?=[A-Z])"),
        genre=_pattern(rf"{_OPENING}({any_of(genres)})\b"),
        kind_by=_pattern(rf"{_OPENING}{any_of(genres)}\W{{1,4}}{any_of(words('by'))}(?!\w)"),
        any_thesis=re.compile(rf"([A-Z][\w'’().-]*(?:\s[\w'’().-]+){{0,3}}\s(?i:{any_of(words('thesis'))}))(?=\s*[,.]|\s*$)"),
        titled=_pattern(rf"{_OPENING}({any_of(genres)})\s+(?:{any_of(words('titled'))})\s*:?(?=\s*[“\"])"),
        own_genre=_own(any_of(genres), patterns("this_before"), patterns("this_behind")),
        genre_within=_pattern(
            rf"(?<!\w)(?:(?:{patterns('this_before') or '(?!)'})\s+{any_of(words('thesis'))}"
            rf"|{any_of(genres)}\s+(?:{patterns('this_behind') or '(?!)'}))(?!\w)"
        ),
        own_article=_pattern(rf"(?:^|[.!?]\s+){any_of(words('own_article'))}(?!\w)"),
        declared=_pattern(rf"(?<!\w){any_of(words('declares'))}\s+({any_of(genres)})(?!\w)"),
        submitted=_pattern(rf"(?<!\w)(?:{patterns('submitted')})(?!\w)"),
        handed_in=_pattern(
            rf"{_OPENING}{any_of(words('handed_in'))}\s*:?\s+(?=(?:{any_of([*words('units'), *words('institutions')])})(?!\w))"
        ),
        boilerplate=_pattern(rf"{_OPENING}((?:{patterns('boilerplate')})\b.*)"),
        tail=_pattern(rf"{_OPENING}((?:{patterns('tail')}).*)"),
        body=_pattern(
            rf"(?=[^\W_])(?P<number>(?:{any_of(words('chapter'))}\s+(?:I|1)\b|(?:I|1|A)\s*[.)]?(?=\s)))?[\s.:–—-]*(?:{any_of(words('body'))})?[\s.:]*$"
        ),
        dated=_dated(small("months"), [str(section["year_before"]) for _, section in sections]),
        supervised=_pattern(rf"[\s.,;(]+({any_of(words('supervised'))})\s*:?\s+(?=(?-i:[A-Z]))"),
        supervised_alone=_pattern(rf"[\s(]*{any_of(words('supervised'))}\s*:?\s*"),
        joint=_pattern(rf"\s+(?:{any_of(words('and'))})\s+|\s*&\s*"),
        list_end=re.compile(rf"(?<=\S)\s+(?={any_of(words('list_end'))}(?!\w))"),
        body_run_in=re.compile(rf"(?:1\s?[.)]?|A\.|I\.)\s+{cased_words(words('body'))}(?!\w)(?!\s*:)"),
        listed=re.compile(rf"(?:{any_of([*words('listed'), '&'])})\s+"),
        open_end=_pattern(rf"(?:[-–/,&:]|\b{any_of(words('continues'))})$"),
        open_place=re.compile(rf"(?<![\w-])(?:{cased_words(set(words('institutions')) - set(words('institutions_end')))})$"),
        fields=fields,
        keyword_labels={fold(label): each.tag for each in reversed(tongues()) for label in each.keywords}
        | {fold(label): tag for tag, section in sections for label in section["keywords"]},
        genres=genres,
        kinds_of_place=small("kinds_of_place"),
        never_first=small("never_first"),
        title_small=small("title_small"),
        name_small=small("name_small"),
        compounds=small("compounds"),
    )


def fold(text: str) -> str:
    """Text without case, and with single spaces: for looking words up."""
    return " ".join(text.casefold().split())


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; white space in a word stands for any."""
    listed = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") if "\\s" not in w else w for w in listed) + ")"


def cased_words(words: Iterable[str]) -> str:
    """A pattern for any of `words` with a capital, or in capitals."""
    return any_of(form for word in words for form in {word.upper(), word.title(), word[:1].upper() + word[1:]})


def spaced(word: str) -> str:
    """A pattern for a word that may be printed with spaces between its letters ("A B S T R A K")."""
    if " " in word:
        return re.escape(word).replace(r"\ ", r"\s+").replace(" ", r"\s+")
    return r"\s?".join(re.escape(letter) for letter in word)


def _named(first: list[str], last: list[str]) -> re.Pattern[str]:
    """Lines that begin with one of `first`, or are a capitalised name that ends with one of `last`; acronyms in capitals only."""
    plain = any_of(w for w in first if not w.isupper())
    acronyms = any_of(w for w in first if w.isupper()) if any(w.isupper() for w in first) else r"(?!)"
    ends = rf"(?:[^\W\d_a-z][\w.'’“”&-]*\s+(?:(?i:of|and|in)\s+)?){{1,6}}(?i:{any_of(last)})\W*$" if last else r"(?!)"
    return re.compile(rf"{_OPENING}(?:(?i:{plain})\b|{acronyms}\b|{ends})")


def _own(genres: str, before: str, behind: str) -> re.Pattern[str]:
    """A kind of work with "this" before or behind it, or a quoted title, at the beginning of a sentence."""
    here = rf"(?:(?:{behind or '(?!)'})\b|[“\"])"
    return _pattern(rf"(?:^|[.!?]\s+)(?:in\s+)?(?:(?:{before or '(?!)'})\s+(?=\w)|(?={genres}\s+{here}))({genres})(?!\w)")


def _within(first: list[str], last: list[str]) -> re.Pattern[str]:
    """One of `first` with a capital within a line; of `last` only with the capitalised word before it ("Padjadjaran University")."""
    capital = cased_words(word for word in first if len(word) > 1)
    ends = any_of(word.title() for word in last) if last else r"(?!)"
    return re.compile(rf"(?<![\w-])(?![a-z])(?:\(?[\d¹²³⁴⁵]{{0,2}}\)?\s?)?(?:{capital}(?!\w)|[A-Z]\w+\s{ends}(?!\w))")


def _dated(months: Iterable[str], before: Iterable[str]) -> re.Pattern[str]:
    """Lines that are a year of our time, with a day, a month, a town or words such as "tahun" before it, and an Islamic year behind."""
    town = r"(?:[^\W\d_]+(?:\s[^\W\d_]+)?\s*,\s*)?"
    day = rf"(?:(?:\d{{1,2}}\s+)?{any_of(months)}\s+)?"
    islamic = r"(?:\s*/\s*\d{4}(?:\s*H)?|\s*M(?:\s*/\s*\d{4}\s*H)?)?"
    return _pattern(rf"\s*{town}(?:{any_of(before)}\s*:?\s*)?{day}\(?(?:\d{{4}}\s*H\s*/\s*)?((?:19|20)\d\d){islamic}\)?\.?\s*$")


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
