"""Studies as CSL-JSON items and back (citeproc JSON, schema ``csl-data.json`` 1.0.2).

CSL-JSON has one language an item and no room for aspects, evidence or what other formats said. All of that rides in the item's
``custom`` object under ``litreview``, so that a study written and read again is the same study; other programs see a plain item.

In comes an item as mappings, lists and strings; out come a study and problems, and the reverse. Called by the formats that hold such
items or borrow their fields, and by the layers that cite, save and read back chapters; reading JSON itself is theirs.
"""
