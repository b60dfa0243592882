"""Lines of reports are wrapped as the standard library wraps them."""

from __future__ import annotations

from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from eoi.reports.full import wrap_at_spaces

WORDS = ["a", "of", "words", " ", "  ", "\u00a0", "co-op", "x" * 30, "\n", "é"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30)


@given(TEXTS, st.integers(8, 40), st.sampled_from(["", "  ", "      "]), st.sampled_from(["", " "]))
def test_any_text_is_wrapped_as_the_standard_library_does(
    words: list[str], width: int, indent: str, between: str
) -> None:
    text = between.join(words)
    lines = wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    assert wrap_at_spaces(text, width, indent) == lines
