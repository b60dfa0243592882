"""What was found and is not mended yet: a test here fails as soon as its defect is gone, to be taken out."""

from __future__ import annotations

import pytest

from tests.hostile.cases import Case
from tests.hostile.judge import complaints
from tests.samples import skeleton

BALLOT = (
    'engagement: {{members: {{ballot: {{voters: "{}", electorate: 31, voted: 27, for: 24, against: 3}}}}}}\n'
)


@pytest.mark.xfail(strict=True, reason="a chart in a PDF cannot show what its font has no one glyph for")
@pytest.mark.parametrize("name", ["a\u0323\u0301\u0302", "\U0001f469\u200d\u2695\ufe0f"], ids=ascii)
def test_stacked_accents_and_joined_emoji_can_stand_in_a_chart(name: str) -> None:
    raw = skeleton(more=BALLOT.format(name)).encode()
    assert list(complaints(Case("chart", lambda: raw, texts=(name,)), "full")) == []
