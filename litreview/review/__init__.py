"""The review: claims, their words, tables and figures, laid out as a chapter with its citations set."""
