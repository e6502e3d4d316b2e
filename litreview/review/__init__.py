"""The review: a chapter made from what the records of studies state.

In come a library, its themes and the outline. Out come a document (sections, tables, figures, citations set), the ledger of all claims
that its sentences rest on, and what stood in the way as problems.

Each step has its folder: `claims` counts and compares without words, `prose` puts claims into words, `tables` and `figures` set out
values, `sections` makes the parts of the chapter of these. The audit and the public functions may call it; it knows no output format.
"""
