"""YAML itself, for the formats that are written in it: text to a tree with places, and plain values to text."""
