"""What `litreview.add` does, step by step: what arrives, whether it is there already, what is new in it, where it goes.

In come files, identifiers and pasted text, and the folder or file to add them to. Out come, for each study, what became of it and where
it stands now (`Addition`), and problems. New records are written and, if asked, empty fields filled; nothing is overwritten.

The public functions call it. It uses the rest of the library, and no other part of the library uses it.
"""
