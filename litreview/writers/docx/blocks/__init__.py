"""The blocks and inlines of a document tree as WordprocessingML.

In come a build (the state of one run, from `package`) and nodes of the document; out go paragraphs, tables and runs, which `body.Body`
gathers in reading order, section by section. One file is one kind of block: tables, figures, lists, captions, the bibliography;
`inlines` makes the runs of all of them, and hands each citation to the way in which citations live on (`citations`).

`contents`, `template` and the two entrances (`write`, `script`) may call it.
"""
