"""Chapters read back, whoever wrote or edited them, and judged by what their studies say."""
