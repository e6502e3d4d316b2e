"""The worksheet: one row a study, one column an aspect, to be looked at, filled in and corrected in a spreadsheet, and taken back.

In comes a library; out come a `Sheet`, a file of it (``.xlsx``, ``.csv``, or a document for the writers), and from a file that somebody
has worked in the changes to the records, with what cannot be taken.
"""
