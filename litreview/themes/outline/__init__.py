"""The outline, in which the writer decides: read from a file, written to one, brought up to date, followed.

In comes the YAML of an outline file, or a library to make a first one for. Out come an `Outline` (`reading`, `structure`), the themes
that follow from it (`follow`), and the text of the file, new or with its own lines renewed (`file`, `update`, `keys`); what is wrong in
it is raised with its line, what cannot be followed is a problem.

The rest of `themes`, the making of the chapter and the public functions may call it.
"""
