"""The body in order, with its tables of contents and the pages they name."""
