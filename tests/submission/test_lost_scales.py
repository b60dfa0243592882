"""An amount that lost its scale is asked about, and one that only fell is not."""

from __future__ import annotations

from eoi.submission.lost_scales import ask_for_scale
from tests.tables import for_each

ASKED = [
    ("£24.1m", "£24.10", "£24.1m or £24.10?"),
    ("£24.1 million", "25", "£25 million or £25?"),
    ("£900k", "850", "£850k or £850?"),
    ("£1.2bn", "1.3", "£1.3bn or £1.3?"),
    ("-£0.2m", "-0.3", "-£0.3m or -£0.3?"),
]
CLEAR = [
    ("£24.1m", "£24.2m"),
    ("£24.1m", "£241,000"),
    ("£24.1m", "24,200,000"),
    ("£24.1m", "£90k"),
    ("£24.1m", "0"),
    ("£24,100,000", "24.1"),
    ("£39k to £41k", "40"),
    ("", "24.1"),
]


@for_each(ASKED)
def test_an_amount_below_a_hundredth_of_the_old_one_without_its_unit_is_asked_about(
    case: tuple[str, str, str],
) -> None:
    was, now, asked = case
    assert ask_for_scale(was, now).startswith(asked)


@for_each(CLEAR)
def test_an_amount_that_can_be_meant_as_typed_is_not_asked_about(case: tuple[str, str]) -> None:
    assert ask_for_scale(*case) == ""
