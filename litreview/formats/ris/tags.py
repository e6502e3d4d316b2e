"""How a RIS file lays out its lines, and what of ours stands in them."""

from __future__ import annotations

import re

from litreview.formats._tagged import Layout

LAYOUT = Layout(
    re.compile(r"\s{0,4}([A-Z][A-Z0-9])\s{1,2}-(?:\s|$)?(.*)", re.DOTALL),
    re.compile(r"(.*)", re.DOTALL),
    first=("TY",),
    last="ER",
    bounded=True,
)

FOREIGN = re.compile(r"([a-z][a-z0-9-]{1,20}:[^=]{1,80})=(.+)", re.DOTALL)
"""What another format said, kept in the user-defined field U1: its qualified name and value."""
