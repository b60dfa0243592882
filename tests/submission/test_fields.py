"""Text, Markdown, yes or no, one of a few words: what a field keeps, and what it refuses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from eoi.submission import MARKDOWN, quote, read_one_line
from eoi.submission.assurance import OUTCOME
from eoi.submission.choices import FLAG, make_choice
from eoi.submission.scope import Form
from tests.values import lines, prose

read_form = make_choice(Form).read
yes_or_no, markdown = FLAG.read, MARKDOWN.read


@given(lines())
def test_a_line_of_text_is_kept_character_for_character(line: str) -> None:
    assert read_one_line(line) == line


@given(prose())
def test_markdown_is_kept_character_for_character(written: str) -> None:
    assert markdown(written) == written
    assert markdown(f"\n{written}\n\n") == written


def test_a_line_loses_only_the_breaks_and_spaces_that_yaml_left() -> None:
    assert read_one_line("  one\n two \t three\n") == "one two three"
    assert read_one_line("30\u00a0June\u2009–\u00a0on") == "30\u00a0June\u2009–\u00a0on"


@pytest.mark.parametrize("word", ["yes", "Yes", "YES", "y", "true", "True", " yes\n"])
def test_yes_is_yes_however_it_is_typed(word: str) -> None:
    assert yes_or_no(word) is True


@pytest.mark.parametrize("word", ["no", "No", "NO", "n", "false", "FALSE"])
def test_no_is_no_however_it_is_typed(word: str) -> None:
    assert yes_or_no(word) is False


@pytest.mark.parametrize("word", ["maybe", "on", "off", "1", "0", "ja", "yes and no"])
def test_anything_else_is_neither(word: str) -> None:
    with pytest.raises(ValueError, match=f"^write yes or no, not '{word}'$"):
        yes_or_no(word)


@pytest.mark.parametrize("typed", ["joint", "Joint", "JOINT", " joint "])
def test_a_choice_is_read_whatever_its_case(typed: str) -> None:
    assert read_form(typed) == "joint"


def test_a_choice_of_two_words_may_be_typed_with_a_space() -> None:
    assert OUTCOME.read("Approved with conditions") == "approved_with_conditions"


def test_a_wrong_choice_is_refused_with_the_choices_and_the_nearest() -> None:
    with pytest.raises(
        ValueError, match=re.escape("write influence, joint or delegated, not 'jont' (did you mean joint?)")
    ):
        read_form("jont")
    with pytest.raises(ValueError, match=r"^write influence, joint or delegated, not 'level 4'$"):
        read_form("level 4")


def test_a_message_quotes_no_more_than_a_line_of_what_was_typed() -> None:
    assert quote("79k4") == "'79k4'"
    assert quote("x" * 60) == f"'{'x' * 60}'"
    assert quote("x" * 61) == f"'{'x' * 57}...'"
