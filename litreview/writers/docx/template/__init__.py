"""A university's file (.docx or .dotx) with the text set into it.

In come the bytes of the file and a document; out goes the file with the text where its mark or heading stands, in the file's own styles
(`insert`), or a report of what the file offers (`examination`). `opening` finds the place and what must not be disturbed, `styles` which
style does the work of each of ours, `style_names` what those are called in other languages, `pages` how wide the page is there. A file
that cannot be used raises ReadError.

`write`, `script` and, by way of the folder above, `api` may call it.
"""
