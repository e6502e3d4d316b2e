"""Word files merged: paragraphs as text with places in their XML, tables cell by cell, and everything that is set into them.

In come the bytes of the edited file, its base and the new document; out go the plan and the new bytes. `line` reads a paragraph and
changes stretches of it, `citations` knows citations again, `tables` and `order` do what their names say, `outcome` puts the file together.

`merge` may call it.
"""

from litreview._parts import Later

merge = Later("litreview.merge.docx.outcome", "merge")
"""An edited Word file with a chapter merged into it. python-docx is loaded when it is called."""
