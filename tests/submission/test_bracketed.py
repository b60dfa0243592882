"""Placeholders typed in brackets without quotation marks are placeholders, and never blank or a list."""

from __future__ import annotations

import pytest

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.pipeline import examine
from eoi.submission.placeholders import is_placeholder
from tests.samples import interest, skeleton, words_of
from tests.tables import for_each

PLACEHOLDERS = (
    "{insert name}",
    "{tbc}",
    "{{ name }}",
    "{Name of the body}",
    "[to be agreed]",
    "[Name]",
    "[TBC]",
    "[Insert the name, the role and the date here]",
    "<insert>",
    "<insert the name of the body>",
)
TEXTS = (
    "[Bath, and North East Somerset]",
    "[The members will decide this in the autumn]",
    "{The members, and the board, will decide}",
)


def with_remainder(typed: str) -> str:
    return skeleton(more=f"arrangement:\n  carve_outs:\n    - {{what: Premises, stays_with: {typed}}}\n")


def in_a_line_of_its_own(typed: str) -> str:
    return skeleton(more=f"arrangement:\n  carve_outs:\n    - what: Premises\n      stays_with: {typed}\n")


@pytest.mark.parametrize("typed", PLACEHOLDERS)
@pytest.mark.parametrize("written", [with_remainder, in_a_line_of_its_own])
def test_a_placeholder_in_a_text_field_is_told_at_its_place(written: object, typed: str) -> None:
    source = written(typed)  # type: ignore[operator]
    examined = examine(source.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission), examined.findings
    (told,) = [finding for finding in examined.findings if finding.rule == "placeholder-text"]
    line = source.split("\n")[told.span.start.line - 1]
    assert line[told.span.start.column - 1 :].startswith(typed)
    assert typed[:40] in told.message
    assert "leave the field empty" in told.help


@for_each([*PLACEHOLDERS, "[Full name of the CCG]"])
def test_a_placeholder_for_a_name_is_a_gap_and_is_printed_as_it_was_typed(typed: str) -> None:
    source = skeleton().replace("NHS Somewhere CCG", typed, 1)
    assert typed in source
    examined = examine(source.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission), examined.findings
    assert typed in words_of(interest(source)) or is_placeholder(typed)
    assert any("applicants[0].name" in finding.path for finding in examined.findings)


@pytest.mark.parametrize("typed", ["[Name]", "[TBC]", "[to be agreed]", "[names of councils]", "{insert}"])
def test_a_placeholder_for_a_list_is_not_one_of_its_items(typed: str) -> None:
    source = skeleton(more=f"priorities:\n  - title: Care\n    outcomes: {typed}\n")
    examined = examine(source.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission)
    assert examined.submission.priorities[0].outcomes == ()
    assert any("outcomes" in place.path for finding in examined.findings for place in finding.places)


def test_a_list_of_one_name_in_brackets_is_a_list() -> None:
    source = skeleton(more="priorities:\n  - title: Care\n    outcomes: [Fewer admissions]\n")
    examined = examine(source.encode(), "ccg.yaml")
    assert isinstance(examined, ExaminedSubmission)
    assert examined.submission.priorities[0].outcomes == ("Fewer admissions",)


@pytest.mark.parametrize("typed", TEXTS)
def test_a_text_in_brackets_is_told_with_the_quotation_marks_to_put(typed: str) -> None:
    refused = examine(in_a_line_of_its_own(typed).encode(), "ccg.yaml")
    if typed.startswith("["):
        assert isinstance(refused, UnreadableFile)
        (finding,) = refused.findings
        assert finding.help == f'Put the whole text in quotes: "{typed}".'
    quoted = examine(in_a_line_of_its_own(f'"{typed}"').encode(), "ccg.yaml")
    assert isinstance(quoted, ExaminedSubmission)
    assert "placeholder-text" not in [finding.rule for finding in quoted.findings]


@pytest.mark.parametrize("typed", ["[to be agreed]", "{insert amount}", "<insert>"])
def test_a_placeholder_for_an_amount_says_to_leave_it_empty(typed: str) -> None:
    refused = examine(skeleton(more=f"resources: {{total: {typed}}}\n").encode(), "ccg.yaml")
    assert isinstance(refused, UnreadableFile)
    assert "Leave it empty" in refused.findings[0].help
