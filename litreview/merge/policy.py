"""What is done where the writer and the sources have both changed a unit."""

from __future__ import annotations

from typing import Literal, get_args

Policy = Literal["comment", "track", "mine", "theirs"]
"""- "comment": her words stay, the new ones stand in a comment; "track": the new ones stand behind them as a tracked insertion;
- "mine": her words stay, nothing is said; "theirs": the new words stand in the text, hers in a comment."""

POLICIES: tuple[str, ...] = get_args(Policy)
