"""Texts with other figures are more than other words, in whatever form each figure stands."""

from __future__ import annotations

from eoi.changes.figures_in_texts import list_text_figures
from eoi.changes.levels import weigh_words
from eoi.changes.version_change import Level
from tests.tables import for_each

SAME = [
    ("We spend £24.1m.", "We will spend £24.1 million."),
    ("We serve 12,000 people.", "We care for 12000 people."),
    ("Seven of us met on 3 May.", "7 met on 3rd May."),
    ("It may change.", "It might change."),
    ("One plan for all.", "A plan for all."),
    ("1. First\n2. Second", "- First\n- Second"),
]
OTHER = [
    ("We spend £24.1m.", "We spend £24.2m."),
    ("We spend £24.1m.", "We spend £24.1k."),
    ("It begins on 3 May.", "It begins on 3 June."),
    ("It begins in April.", "It begins in October."),
    ("Four members are a quorum.", "Three members are a quorum."),
    ("A third of them agreed.", "Half of them agreed."),
    ("A has £1m and B £2m.", "A has £2m and B £1m."),
    ("All agreed.", "All agreed on 12 June."),
]


@for_each(SAME)
def test_a_text_with_the_same_figures_changed_in_its_wording(texts: tuple[str, str]) -> None:
    assert list_text_figures(texts[0]) == list_text_figures(texts[1])
    assert weigh_words(*texts) is Level.WORDING


@for_each(OTHER)
def test_a_text_with_other_figures_is_a_minor_change(texts: tuple[str, str]) -> None:
    assert weigh_words(*texts) is Level.MINOR
