"""The figures there are: each module counts one from the records."""
