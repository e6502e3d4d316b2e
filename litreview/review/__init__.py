"""The review: claims laid out as a chapter."""

from litreview.review.chapter import compose

__all__ = ["compose"]
