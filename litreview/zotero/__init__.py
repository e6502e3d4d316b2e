"""A Zotero library as a source: its database read from a copy, what was chosen of it as studies. Nothing is ever written to it.

In: the words behind ``zotero:`` and the folder with the data. Out: bytes (a list of items, as JSON), and the studies in them. The bytes
are the same as long as what was chosen is, so a library knows by them whether its source has changed.
Called by `library`, for which ``zotero:…`` stands where the path of a file would.
"""
