"""Judging what is there: the records (`litreview.checks.records`)."""
