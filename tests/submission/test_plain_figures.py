"""A plain figure is read by a short expression to the same value as by the expression for all figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.submission import figures
from eoi.submission.figures import PLAIN, parse_figure

NEVER = type(PLAIN)(r"(?!)")


@given(st.from_regex(PLAIN.compiled, fullmatch=True))
def test_a_plain_figure_reads_as_any_other(typed: str) -> None:
    plain = parse_figure(typed)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(figures, "PLAIN", NEVER)
        assert plain == parse_figure(typed)
    assert plain is not None
