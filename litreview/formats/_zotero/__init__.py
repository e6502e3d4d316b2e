"""What Zotero's types, fields and creators are in CSL, for its export as RDF and for its database.

In: a kind, fields and creators by Zotero's names. Out: an item of CSL-JSON. `mapping` holds the tables, `extra` the lines of the field
"Extra". Called by `formats/zotero_rdf` and by `litreview.zotero`.
"""
