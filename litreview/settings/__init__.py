"""Settings: what a user wants in every draft of a project, said once in a file."""
