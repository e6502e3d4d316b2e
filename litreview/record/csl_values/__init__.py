"""Single values of CSL-JSON (texts, names, dates) as values of a record and back: one reading for files and for the citation processor."""
