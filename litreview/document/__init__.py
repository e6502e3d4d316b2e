"""The document tree, between the stages that decide what is said and the writers that print it.

In come texts and nodes, out comes a tree of frozen values (`nodes`): blocks below each other, inlines within a line, works as CSL-JSON
items (`works`). `walk` goes through a tree or rebuilds it, `markup` and `commonmark` read the small markup of titles and of notes.
Nothing here knows a study, a citation style or an output.
Called by the layers that make documents (`csl`, `cite`, `review`, `api`), print them (`writers`) and read them back (`audit`).
"""
