"""The document tree, between the stages that decide what is said and the writers that print it."""
