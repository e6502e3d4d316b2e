"""Citations typed side by side, without a space, are citations; the text of a link is none."""

from __future__ import annotations

import pytest

from litreview.review.commonmark import CITE, NARRATIVE, tokens


def citations(text: str) -> list[str]:
    """What the citations of a line hold, in order."""
    return [token.content for block in tokens(text) for token in block.children or () if token.type in (CITE, NARRATIVE)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Towns grow [@lee][@kim].", ["@lee", "@kim"]),
        ("Towns grow [@lee][see @kim, p. 3][-@lee].", ["@lee", "see @kim, p. 3", "-@lee"]),
        ("Towns grow @lee[@kim].", ["@lee", "@kim"]),
        ("[@lee](https://example.org/lee)", ["@lee"]),  # a link whose text names the study
        ("[@lee][1]", ["@lee"]),
        ("[@kim]" * 400, ["@kim"] * 400),
    ],
)
def test_which_brackets_hold_citations(text: str, held: list[str]) -> None:
    assert citations(text) == held
