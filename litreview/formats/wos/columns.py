"""The columns of Web of Science's full record as a table, as its field tags. Source: Web of Science field tags, Clarivate."""

from __future__ import annotations

TAGS = {
    "Publication Type": "PT", "Authors": "AU", "Book Authors": "BA", "Book Editors": "BE", "Book Group Authors": "GP",
    "Author Full Names": "AF", "Book Author Full Names": "BF", "Group Authors": "CA", "Article Title": "TI", "Source Title": "SO",
    "Book Series Title": "SE", "Book Series Subtitle": "BS", "Language": "LA", "Document Type": "DT", "Conference Title": "CT",
    "Conference Date": "CY", "Conference Location": "CL", "Conference Sponsor": "SP", "Conference Host": "HO", "Author Keywords": "DE",
    "Keywords Plus": "ID", "Abstract": "AB", "Addresses": "C1", "Affiliations": "C3", "Reprint Addresses": "RP", "Email Addresses": "EM",
    "Researcher Ids": "RI", "ORCIDs": "OI", "Funding Orgs": "FU", "Funding Name Preferred": "FP", "Funding Text": "FX",
    "Cited References": "CR", "Cited Reference Count": "NR", "Times Cited, WoS Core": "TC", "Times Cited, All Databases": "Z9",
    "180 Day Usage Count": "U1", "Since 2013 Usage Count": "U2", "Publisher": "PU", "Publisher City": "PI", "Publisher Address": "PA",
    "ISSN": "SN", "eISSN": "EI", "ISBN": "BN", "Journal Abbreviation": "J9", "Journal ISO Abbreviation": "JI", "Publication Date": "PD",
    "Publication Year": "PY", "Volume": "VL", "Issue": "IS", "Part Number": "PN", "Supplement": "SU", "Special Issue": "SI",
    "Meeting Abstract": "MA", "Start Page": "BP", "End Page": "EP", "Article Number": "AR", "DOI": "DI", "DOI Link": "DL",
    "Book DOI": "D2", "Early Access Date": "EA", "Number of Pages": "PG", "WoS Categories": "WC", "Web of Science Index": "WE",
    "Research Areas": "SC", "IDS Number": "GA", "Pubmed Id": "PM", "Open Access Designations": "OA", "Highly Cited Status": "HC",
    "Hot Paper Status": "HP", "Date of Export": "DA", "UT (Unique WOS ID)": "UT", "UT (Unique ID)": "UT",
}  # fmt: skip
"""A column without an entry keeps its own name."""
