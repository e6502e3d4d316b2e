"""``-`` among the sources: what another program writes into this one."""

from __future__ import annotations

import sys

PASTED = "-"
_LARGEST = 256 * 2**20


def standard_input() -> bytes:
    """All that comes in, up to a size that no library has."""
    return sys.stdin.buffer.read(_LARGEST) if hasattr(sys.stdin, "buffer") else sys.stdin.read(_LARGEST).encode()
