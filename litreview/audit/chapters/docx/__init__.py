"""Drafts in Word files: from litreview, edited by hand, saved by another program, or by somebody else altogether."""

LEDGER = "urn:litreview:ledger:1"
"""The namespace of the part in which a Word file carries its ledger, as JSON text."""
