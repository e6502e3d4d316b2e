"""Single values of CSL-JSON (texts, names, dates) as values of a record and back: one reading for files and for the citation processor.

In come values as JSON has them, out come values of the record and what had to be left out of them; and the reverse. Nothing is raised
for what a file holds. Called by `csl_json` beside it, by formats, and by the citation processor (`csl`), which knows no study.
"""
