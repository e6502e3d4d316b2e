"""Blocks and inlines as WordprocessingML."""
