"""A library of studies as files hold it: read, checked, repaired, converted, added to and rewritten."""
