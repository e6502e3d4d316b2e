"""The figures there are: each module counts one from the records.

In comes a `Corpus`, out comes a `Chart`, or None where too few studies state what it shows. Only the registry of figures finds them.
"""
