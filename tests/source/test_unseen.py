"""What nobody sees reaches no comparison, and no document."""

from __future__ import annotations

import pytest

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.source.characters import quote_text, remove_quotes, remove_zero_width, trim
from tests.samples import examined, skeleton
from tests.tables import for_each_row

UNSEEN = (
    "\u00ad",
    "\u180e",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u202a",
    "\u202c",
    "\u2060",
    "\u2068",
)
NAME = "NHS Somewhere CCG"

each = pytest.mark.parametrize("character", UNSEEN, ids=[f"U+{ord(character):04X}" for character in UNSEEN])


@each
@pytest.mark.parametrize("place", [0, 5, len(NAME)], ids=["first", "within", "last"])
def test_names_that_look_alike_are_alike(character: str, place: int) -> None:
    typed = f"{NAME[:place]}{character}{NAME[place:]}"
    source = skeleton(more=f"signatories:\n  - {{name: The chair, role: Chair, organisation: {NAME}}}\n")
    assert examined(source.replace(NAME, typed, 1)).submission.applicants[0].name == NAME


@each
def test_a_choice_an_amount_and_a_field_are_read_whatever_nobody_sees_in_them(character: str) -> None:
    more = f"    budget{character}: £2{character}20m{character}\n"
    source = skeleton(form=f"{character}joint", more=more)
    submission = examined(source).submission
    assert submission.form == "joint"
    assert str(submission.applicants[0].budget) == "£220m"


@each
def test_a_value_of_nothing_that_can_be_seen_is_empty(character: str) -> None:
    assert examined(skeleton(more=f"summary: {character}\u00a0{character}\n")).submission.summary is None


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u3000"])
def test_no_break_spaces_at_the_ends_of_a_value_are_left_out_and_those_within_are_kept(space: str) -> None:
    source = skeleton().replace(NAME, f"{space}NHS{space}CCG{space}")
    assert examined(source).submission.applicants[0].name == f"NHS{space}CCG"


@pytest.mark.parametrize("text", ["👩\u200d⚕️", "ക\u200dഷ", "می\u200cخواهم", "שלום \u200fעולם"])
def test_what_joins_letters_and_pictures_is_kept(text: str) -> None:
    assert remove_zero_width(text) == text
    assert trim(f"\u200b{text}\u00a0") == text


@for_each_row(
    [
        ("“NHS Bath CCG”", "NHS Bath CCG"),
        ("‘NHS Bath CCG’", "NHS Bath CCG"),
        ("”NHS Bath CCG”", "NHS Bath CCG"),
        ("„NHS Bath CCG“", "NHS Bath CCG"),
        ("‘The board’s view’", "The board’s view"),
        ("“We” and “they”", "“We” and “they”"),
        ("‘We’ and ‘they’", "‘We’ and ‘they’"),
        ("“We” said the board", "“We” said the board"),
        ("’tis the board’s", "’tis the board’s"),
        ("“", "“"),
        ("“”", "“”"),
    ],
)
def test_typographic_quotation_marks_are_no_part_of_a_value_that_they_stand_around(
    typed: str, kept: str
) -> None:
    assert remove_quotes(typed) == kept
    assert examined(skeleton(more=f"summary: {typed}\n")).submission.summary == kept
    assert examined(skeleton(more=f"summary: {quote_text(typed)}\n")).submission.summary == typed


def test_a_choice_and_an_amount_are_read_between_typographic_quotation_marks() -> None:
    source = skeleton(more="    budget: “£220m”\nstatus: ‘draft’\n")
    assert str(examined(source).submission.applicants[0].budget) == "£220m"


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        (">5", 'Write `over 5`, or put it in quotes: ">5".'),
        (">-5", 'Write `over 5`, or put it in quotes: ">-5".'),
        ("|2", 'Write the number, or put it in quotes: "|2".'),
    ],
)
def test_a_number_that_yaml_takes_for_an_indentation_is_not_lost(typed: str, help_: str) -> None:
    refused = examine(skeleton(more=f"    practices: {typed}  # from the plan\n").encode(), "ccg.yaml")
    assert isinstance(refused, UnreadableFile)
    (finding,) = refused.findings
    assert (finding.span.start, finding.span.end.column) == ((5, 16), 16 + len(typed))
    assert finding.help == help_


def test_a_text_that_says_how_far_it_is_indented_is_read() -> None:
    assert (
        examined(skeleton(more="summary: |2\n    Care closer to home\n")).submission.summary
        == "Care closer to home"
    )
