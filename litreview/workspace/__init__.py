"""A folder in which somebody works: what lies there, and how one begins."""
