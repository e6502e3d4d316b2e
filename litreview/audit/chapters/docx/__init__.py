"""Chapters in Word files: from litreview, edited by hand, saved by another program, or by somebody else altogether.

In come the bytes of a file and the keys of works that it may cite; out comes a `DraftText` (`read`), or ReadError for what is no Word
file. Called by `audit.judging` alone; `LEDGER` is also what `audit.ledger` puts into a file.
"""

LEDGER = "urn:litreview:ledger:1"
"""The namespace of the part in which a Word file carries its ledger, as JSON text."""
