"""The outline, in which the writer decides: read from a file, written to one, brought up to date, followed."""
