"""The public services that are asked, one module each; `SERVICE` registers it."""
