"""Markdown files merged: lines as text with places in their source, tables cell by cell; comments are HTML comments.

In come the text of the edited file, its base and the new document; out go the plan and the new text. `lines` reads a line and changes
stretches of it, `reading` takes a file apart, `tables` merges a table, `stage` decides, `outcome` puts the file together.

`merge` may call it.
"""
