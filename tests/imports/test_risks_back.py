"""Risks come back without the numbers and the scores, which the document counts itself."""

from __future__ import annotations

import pytest

from tests.imports.test_facts_back import back, delete_row
from tests.imports.test_items_back import add_cells, retype_line
from tests.imports.word_edits import WordFile

CAPACITY = "  - {risk: Capacity, likelihood: 3, impact: 4, owner: Chair, mitigation: Hire more}\n"
MONEY = "  - {risk: Money, likelihood: 2, impact: 4, owner: Clerk, mitigation: Save more}\n"
NEW = "  - {risk: GPs conflicted, likelihood: 3, impact: 5, owner: Chair, mitigation: Policy}\n"
ALONE = f"round: 2014\nform: joint\napplicants:\n  - {{name: NHS Somewhere CCG}}\nrisks:\n{CAPACITY}"
RISKS = ALONE + MONEY


def test_a_risk_that_is_numbered_anew_once_another_is_deleted_keeps_its_likelihood() -> None:
    def change(document: WordFile) -> None:
        retype_line("2. Money", "1. Money")(document)
        delete_row("1. Capacity")(document)

    outcome, after = back(change, RISKS)
    assert (outcome.unplaced, after) == ((), ALONE.replace(CAPACITY, MONEY))


@pytest.mark.parametrize(
    ("was", "now", "source", "expected"),
    [
        ("2. Money", "3. Money", RISKS, RISKS),
        ("2. Money", "3. Funds", RISKS, RISKS.replace("Money", "Funds")),
        ("Capacity", "1. Capacity", ALONE, ALONE),
        ("Capacity", "1. Capacity of staff", ALONE, ALONE.replace("Capacity", "Capacity of staff")),
    ],
)
def test_the_number_of_a_risk_is_no_word_of_it(was: str, now: str, source: str, expected: str) -> None:
    outcome, after = back(retype_line(was, now), source)
    assert (outcome.unplaced, after) == ((), expected)


def add_risk(beside: str, before: bool, document: WordFile) -> None:
    add_cells(beside, ["3. GPs conflicted", "3", "5", "15", "Chair", "Policy"], before)(document)


@pytest.mark.parametrize(
    ("beside", "before", "expected"),
    [
        ("1. Capacity", True, NEW + CAPACITY + MONEY),
        ("1. Capacity", False, CAPACITY + NEW + MONEY),
        ("2. Money", False, RISKS.replace(ALONE, CAPACITY) + NEW),
    ],
)
def test_a_new_risk_is_read_without_its_score(beside: str, before: bool, expected: str) -> None:
    outcome, after = back(lambda document: add_risk(beside, before, document), RISKS)
    assert (outcome.unplaced, after) == ((), RISKS.replace(CAPACITY + MONEY, expected))
