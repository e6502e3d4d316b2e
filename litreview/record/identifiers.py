"""Identifiers of works and persons: found in what people write around them, in one form, with their check digits.

Sources: ISO 26324 (DOI), ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 27729 and ISO 7064 (ORCID), the arXiv identifier scheme.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/(?:[^\s\"<>]|<\d[^\s\"<>]*>(?=[^\s<>]))+")
"""With the angle brackets of DOIs that were made from serial item identifiers (ANSI/NISO Z39.56)."""
_SHORT_DOI = re.compile(r"10/[a-z0-9]{2,12}")
_RESOLVER = re.compile(r"^\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|https?://[^/\s]+/(?=10\.)|doi\s*[:=]?\s*|info:doi/)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv\s*[:.]?\s*|arxiv\.org/(?:abs|pdf)/)?((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}))(?:v\d+)?(?:\.pdf)?", re.IGNORECASE
)


def find_doi(text: str) -> str | None:
    """The DOI in `text` without resolver, "doi:" and punctuation behind it; its letters as they stand. None where there is none.

    >>> find_doi("https://doi.org/10.1000/AB-1(2)."), find_doi("doi: 10.1000/x,"), find_doi("10/abc")
    ('10.1000/AB-1(2)', '10.1000/x', None)
    """
    match = _DOI.search(_unresolved(text))
    if not match:
        return None
    doi = match[0].rstrip(".,;:'’”")
    for opened, closed in ("()", "[]", "{}"):
        while doi.endswith(closed) and doi.count(closed) > doi.count(opened):
            doi = doi[:-1].rstrip(".,;:")
    return doi if doi.partition("/")[2] else None


def short_doi(text: str) -> str | None:
    """The short form of a DOI (``10/abc``, from shortdoi.org) that `text` is, apart from a resolver; None where it is anything else.

    >>> short_doi("https://doi.org/10/fhcmr3"), short_doi("10.1000/1"), short_doi("10/12 pages")
    ('10/fhcmr3', None, None)
    """
    match = _SHORT_DOI.fullmatch(_unresolved(text).strip())
    return match[0] if match else None


def is_doi(text: str) -> bool:
    """Whether `text` is a DOI and nothing else, apart from a resolver or "doi:" before it.

    >>> is_doi("https://doi.org/10.1000/2%2891%2990-U")
    True
    >>> is_doi("doi:10.1000/1"), is_doi("see 10.1000/1"), is_doi("10.1175/1520-0493(1987)115<1606:GARSPP>2.0.CO;2")
    (True, False, True)
    """
    doi = find_doi(text)
    bare = _unresolved(text).strip()
    return doi is not None and bare.startswith("10.") and len(bare) - len(doi) <= 1


def _unresolved(text: str) -> str:
    """The text behind a resolver or "doi:", where there is one; what addresses write with per cent signs as it is."""
    before = _RESOLVER.match(text)
    if before is None:
        return text
    bare = text[before.end() :]
    return unquote(bare) if "%" in bare else bare


def isbn(text: str) -> str | None:
    """An ISBN as its 10 or 13 characters without hyphens, or None where the check digit or the length is wrong.

    >>> isbn("978-0-306-40615-7"), isbn("0-306-40615-2"), isbn("0-306-40615-3")
    ('9780306406157', '0306406152', None)
    """
    digits = re.sub(r"[\s‐-―-]", "", re.sub(r"^\s*(?:e-?)?isbn(?:-1[03])?\s*:?\s*", "", text, flags=re.IGNORECASE)).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum((10 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits))
        return digits if total % 11 == 0 else None
    if re.fullmatch(r"97[89]\d{10}", digits):
        return digits if sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0 else None
    return None


def isbn13(text: str) -> str | None:
    """An ISBN in its 13-digit form, so that both forms of one book are equal; None where it is no ISBN.

    >>> isbn13("0-306-40615-2") == isbn13("978-0-306-40615-7")
    True
    """
    number = isbn(text)
    if number is None or len(number) == 13:
        return number
    body = "978" + number[:9]
    return body + str(-sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(body)) % 10)


def issn(text: str) -> str | None:
    """An ISSN as ``1234-567X``, or None where the check digit or the length is wrong.

    >>> issn("ISSN 03785955"), issn("0378-5956")
    ('0378-5955', None)
    """
    digits = re.sub(r"[\s‐-―-]", "", re.sub(r"^\s*(?:[ep]-?)?issn(?:-?l)?\s*:?\s*", "", text, flags=re.IGNORECASE)).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return None
    total = sum((8 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits))
    return f"{digits[:4]}-{digits[4:]}" if total % 11 == 0 else None


def pmid(text: str) -> str | None:
    """A PubMed number as its digits.

    >>> pmid("PMID: 12345"), pmid("PMC12345")
    ('12345', None)
    """
    match = re.fullmatch(
        r"\s*(?:pmid\s*:?\s*|https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/)?0*([1-9]\d{0,8})/?\s*",
        text,
        re.IGNORECASE,
    )
    return match[1] if match else None


def pmcid(text: str) -> str | None:
    """A PubMed Central identifier as ``PMC…``.

    >>> pmcid("pmc3654245"), pmcid("3654245")
    ('PMC3654245', None)
    """
    match = re.fullmatch(r"\s*(?:pmcid\s*:?\s*|https?://\S*/)?(pmc\d{1,9})(?:\.\d+)?/?\s*", text, re.IGNORECASE)
    return match[1].upper() if match else None


def arxiv(text: str) -> str | None:
    """An arXiv identifier without "arXiv:" and version.

    >>> arxiv("arXiv:2101.00001v2"), arxiv("https://arxiv.org/abs/math.GT/0309136"), arxiv("10.1000/1")
    ('2101.00001', 'math.GT/0309136', None)
    """
    bare = re.sub(r"^\s*https?://(?:www\.)?", "", text).strip()
    match = _ARXIV.fullmatch(bare)
    return match[1] if match else None


def orcid(text: str) -> str | None:
    """An ORCID as four groups of four, or None where the check digit or the length is wrong.

    >>> orcid("https://orcid.org/0000-0002-1825-0097"), orcid("0000-0002-1825-0098")
    ('0000-0002-1825-0097', None)
    """
    digits = re.sub(r"[\s‐-―-]", "", re.sub(r"^\s*(?:https?://)?(?:orcid\.org/|orcid\s*:?)", "", text, flags=re.IGNORECASE)).upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return None
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "-".join(digits[n : n + 4] for n in range(0, 16, 4)) if digits[15] == ("X" if check == 10 else str(check)) else None
