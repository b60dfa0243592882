"""`None` as a risk is an answer, and no risk: no paper counts or lists it."""

from __future__ import annotations

import pytest

from eoi.submission import says_no_risk
from tests.samples import interest, paper, skeleton, words_of
from tests.tables import for_each


@for_each(
    [
        "None",
        "none.",
        "Nil",
        "No risks",
        "No significant risks identified",
        "None at present",
        "n/a",
        "None identified",
        "–",
    ],
)
def test_these_words_say_that_there_is_no_risk(typed: str) -> None:
    assert says_no_risk(typed)


@pytest.mark.parametrize(
    "typed", ["None of the practices may agree", "No risk register", "Not enough staff", "No"]
)
def test_these_words_name_one(typed: str) -> None:
    assert not says_no_risk(typed)


def scope(*risks: str) -> str:
    rows = "".join(f"    - {{function: Function {at}, risk: {risk}}}\n" for at, risk in enumerate(risks))
    return skeleton(more=f"scope:\n  functions:\n{rows}")


@pytest.mark.parametrize("none", ["None", "No risks", "None identified"])
def test_none_is_counted_nowhere(none: str) -> None:
    source = scope("Capacity", none, "Cost")
    assert "This register holds two risks" in words_of(paper("risk-register", source))
    assert "Two risks are recorded" in words_of(paper("board-report", source))
    assert "Two risks are recorded" in words_of(paper("summary", source))


def test_none_is_printed_in_words_in_the_table() -> None:
    lines = words_of(interest(scope("Capacity", "none", "no risks at present"))).split("\n")
    assert "None identified" in lines
    assert "No risks at present" in lines


def test_none_with_an_owner_stays_in_the_register() -> None:
    source = skeleton(more="risks:\n  - {risk: Capacity}\n  - {risk: None, mitigation: A weekly review}\n")
    assert "A weekly review" in words_of(paper("risk-register", source))


def test_a_withheld_none_is_counted_in_neither_edition() -> None:
    more = "redactions: [{path: 'scope.functions[Function 1].risk', exemption: section 43, reason: Prices}]\n"
    public = words_of(paper("public", scope("Capacity", "None", "Cost") + more))
    assert "Capacity" in public
