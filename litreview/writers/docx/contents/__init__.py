"""The whole body in order, with its contents in front.

In comes a build, out goes its finished body: title, contents, then every block (`document_body`). `toc` makes the table of contents and
the lists of tables and figures; `page_estimate` guesses the pages that they name until a program knows better.

`write`, and `template` for a text set into a university's file, may call it.
"""
