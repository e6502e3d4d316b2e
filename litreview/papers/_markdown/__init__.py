"""How a Markdown paper is read, and how its citations are put back into it."""
