"""The Word package and its XML: parts, styles, numbering, notes, places, and what one run keeps in mind."""
