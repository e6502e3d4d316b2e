"""A university's file: what it offers, and the text set into it."""
