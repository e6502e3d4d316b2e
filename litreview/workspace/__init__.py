"""A folder in which somebody works: what lies there, and how one begins."""

STUDIES = "references"
"""The folder of the studies in a new working folder."""
