"""PubMed XML to studies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.errors import Problem
from litreview.formats._dates import worded
from litreview.formats._lxml import Element, at, children, inside, local, root_of, text_of
from litreview.formats._raw_record import RawRecord, finished, without_full_stop
from litreview.formats._refusal import refusal
from litreview.record import Name, Study
from litreview.record.languages import language_tag

_RECORDS = ("PubmedArticle", "PubmedBookArticle")
_READ = frozenset(
    "PMID Article MedlineJournalInfo KeywordList MeshHeadingList OtherAbstract Journal ArticleTitle VernacularTitle AuthorList Pagination "
    "ELocationID Abstract Language PublicationTypeList ArticleIdList Book PublicationType BookTitle Publisher CollectionTitle Volume "
    "Edition PubDate Isbn".split()
)
_ABOUT_THE_RECORD = frozenset("DateCompleted DateCreated DateRevised History ReferenceList ObjectList NumberOfReferences Sections".split())
"""About PubMed's record rather than the work, or another work."""


def read(data: bytes, name: str) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """The studies of a PubMed XML file in their order. Raises ReadError where it is no XML or has no records.

    >>> citation = b"<MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Ports.</ArticleTitle></Article></MedlineCitation>"
    >>> read(b"<PubmedArticle>" + citation + b"</PubmedArticle>", "x.xml")[0][0].text("title")
    'Ports'
    """
    root = root_of(data, name)
    records = [root] if local(root) in _RECORDS else [element for element in root.iter() if local(element) in _RECORDS]
    if not records and not local(root).startswith("Pubmed"):
        raise refusal("wrong-format", name, root.sourceline, title="PubMed XML", missing="<PubmedArticle>")
    return finished(_book(record, name) if local(record) == "PubmedBookArticle" else _article(record, name) for record in records)


def _article(record: Element, name: str) -> RawRecord:
    raw_record = RawRecord("pubmed-xml", name, record.sourceline)
    citation, article = at(record, "MedlineCitation"), at(record, "MedlineCitation/Article")
    journal, issue = at(article, "Journal"), at(article, "Journal/JournalIssue")
    kinds = {text_of(kind) for kind in children(at(article, "PublicationTypeList"), "PublicationType")}
    raw_record.type = "article" if "Preprint" in kinds else "dataset" if "Dataset" in kinds else "article-journal"
    _language(raw_record, article)
    raw_record.text("PMID", inside(citation, "PMID"), "PMID")
    _title(raw_record, inside(article, "ArticleTitle"), inside(article, "VernacularTitle"))
    _names(raw_record, "author", at(article, "AuthorList"))
    raw_record.text("container-title", inside(journal, "Title"), "Journal/Title")
    raw_record.text("container-title-short", inside(journal, "ISOAbbreviation"), "ISOAbbreviation")
    raw_record.serial(inside(journal, "ISSN"), book=False)
    raw_record.text("volume", inside(issue, "Volume"), "Volume")
    raw_record.text("issue", inside(issue, "Issue"), "Issue")
    _date(raw_record, at(issue, "PubDate"))
    raw_record.text("page", inside(article, "Pagination/MedlinePgn"), "MedlinePgn")
    for place in children(article, "ELocationID"):
        _identifier(raw_record, str(place.get("EIdType") or ""), text_of(place))
    for identifier in children(at(record, "PubmedData/ArticleIdList"), "ArticleId"):
        _identifier(raw_record, str(identifier.get("IdType") or ""), text_of(identifier))
    _abstracts(raw_record, article, citation)
    lists = [words for element in children(citation, "KeywordList") if (words := [text_of(w) for w in children(element, "Keyword")])]
    headings = list(_headings(at(citation, "MeshHeadingList")))
    for words in lists or [headings]:
        raw_record.keyword(words)
    for heading in headings if lists else ():
        raw_record.keep("MeshHeading", heading)
    for kind in sorted(kinds):
        raw_record.keep("PublicationType", kind)
    for element in children(at(citation, "MedlineJournalInfo")):
        raw_record.keep(local(element), text_of(element))
    raw_record.keep("Affiliation", "\n".join(dict.fromkeys(_affiliations(article))))
    _rest(raw_record, citation, article, at(record, "PubmedData"))
    return raw_record


def _book(record: Element, name: str) -> RawRecord:
    raw_record = RawRecord("pubmed-xml", name, record.sourceline)
    document, book = at(record, "BookDocument"), at(record, "BookDocument/Book")
    chapter = inside(document, "ArticleTitle")
    raw_record.type = "chapter" if chapter else "book"
    _language(raw_record, document)
    raw_record.text("PMID", inside(document, "PMID"), "PMID")
    raw_record.text("title", without_full_stop(chapter) or inside(book, "BookTitle"), "BookTitle")
    if chapter:
        raw_record.text("container-title", inside(book, "BookTitle"), "BookTitle")
    for people in (*children(document, "AuthorList"), *children(book, "AuthorList")):
        _names(raw_record, "editor" if people.get("Type") == "editors" else "author", people)
    raw_record.text("publisher", inside(book, "Publisher/PublisherName"), "PublisherName")
    raw_record.text("publisher-place", inside(book, "Publisher/PublisherLocation"), "PublisherLocation")
    raw_record.text("collection-title", inside(book, "CollectionTitle"), "CollectionTitle")
    raw_record.text("volume", inside(book, "Volume"), "Volume")
    raw_record.text("edition", inside(book, "Edition"), "Edition")
    _date(raw_record, at(book, "PubDate"))
    for isbn in children(book, "Isbn"):
        raw_record.serial(text_of(isbn), book=True)
    for identifier in children(at(document, "ArticleIdList"), "ArticleId"):
        _identifier(raw_record, str(identifier.get("IdType") or ""), text_of(identifier))
    _abstracts(raw_record, document, document)
    for keywords in children(document, "KeywordList"):
        raw_record.keyword(text_of(word) for word in children(keywords, "Keyword"))
    for kind in children(document, "PublicationType"):
        raw_record.keep("PublicationType", text_of(kind))
    raw_record.keep("Affiliation", "\n".join(dict.fromkeys((*_affiliations(document), *_affiliations(book)))))
    _rest(raw_record, document, book)
    return raw_record


def _rest(raw_record: RawRecord, *parents: Element | None) -> None:
    """Keep every element that nothing here reads, and the identifiers of the authors."""
    for parent in parents:
        for element in children(parent):
            if local(element) not in _READ and local(element) not in _ABOUT_THE_RECORD:
                raw_record.keep(local(element), text_of(element))
            for person in children(element, "Author") if local(element) == "AuthorList" else ():
                for number in children(person, "Identifier"):
                    raw_record.keep(str(number.get("Source") or "Identifier"), text_of(number))


def _language(raw_record: RawRecord, element: Element | None) -> None:
    for language in children(element, "Language"):
        raw_record.in_language(text_of(language), "Language", language.sourceline)


def _title(raw_record: RawRecord, english: str, vernacular: str) -> None:
    """The article title is English, a translation in brackets where the work is not; the vernacular title is the work's own."""
    translated = re.fullmatch(r"\[(.*)\]\.?", english)
    raw_record.text(
        "title",
        without_full_stop(translated[1] if translated else english),
        "ArticleTitle",
        "en" if raw_record.language or translated else None,
    )
    raw_record.text(
        "title", without_full_stop(vernacular), "VernacularTitle", raw_record.language if raw_record.language != "en" else "und"
    )


def _names(raw_record: RawRecord, role: str, people: Element | None) -> None:
    for person in children(people, "Author"):
        family, given = inside(person, "LastName"), inside(person, "ForeName") or inside(person, "Initials")
        group = inside(person, "CollectiveName")
        if group:
            raw_record.person(role, Name(literal=group))
        elif family:
            raw_record.person(role, Name(family=family, given=given or None, suffix=inside(person, "Suffix") or None))


def _date(raw_record: RawRecord, date: Element | None) -> None:
    words = inside(date, "MedlineDate") or " ".join(inside(date, part) for part in ("Year", "Month", "Day", "Season"))
    if words.strip():
        raw_record.date("issued", worded(words), "PubDate", words)


def _identifier(raw_record: RawRecord, kind: str, value: str) -> None:
    variable = {"doi": "DOI", "pmc": "PMCID", "pubmed": "PMID"}.get(kind)
    if variable == "DOI":
        raw_record.doi(value, "doi")
    elif variable:
        raw_record.text(variable, value, kind)
    else:
        raw_record.keep(kind or "ArticleId", value)


def _abstracts(raw_record: RawRecord, article: Element | None, citation: Element | None) -> None:
    """The parts of an abstract become paragraphs that begin with their labels."""
    for abstract in children(article, "Abstract"):
        raw_record.abstract(_paragraphs(abstract), "en" if raw_record.language else None)
        raw_record.keep("CopyrightInformation", inside(abstract, "CopyrightInformation"))
    for abstract in children(citation, "OtherAbstract"):
        language = str(abstract.get("Language") or "")
        raw_record.abstract(_paragraphs(abstract), language_tag(language) or language or "und")


def _paragraphs(abstract: Element) -> str:
    parts = [(str(part.get("Label") or ""), text_of(part)) for part in children(abstract, "AbstractText")]
    return "\n\n".join(f"{label}: {text}" if label else text for label, text in parts if text)


def _headings(headings: Element | None) -> Iterator[str]:
    for heading in children(headings, "MeshHeading"):
        words = [text_of(word) for word in children(heading, "DescriptorName", "QualifierName")]
        yield "/".join(words)


def _affiliations(article: Element | None) -> Iterator[str]:
    for person in children(at(article, "AuthorList"), "Author"):
        for affiliation in children(person, "AffiliationInfo"):
            yield text_of(affiliation)
