"""What was asked can be answered in another place than the one that the round names first.

That a plan's title, a table of functions or the lines of a budget stand in the document is deduced. Their
substance was asked for, so it counts wherever it is given, and is missing only where it is given nowhere.
"""

from __future__ import annotations

import pytest

from eoi.rounds import load_round
from tests.samples import examined
from tests.tables import for_each_row

TITLE = "applicants[0].strategy.title"
FUNCTIONS = "scope.functions"
LINES = "arrangement.budget.lines"
BUDGET = "arrangement:\n  budget:\n    "


def findings(name: str, form: str, more: str) -> dict[str, str]:
    """Each place at which something is missing or wrong, with the weight of the gravest."""
    head = f"round: {name}\nform: {form}\napplicants:\n  - name: NHS Somewhere CCG\n"
    found = sorted(examined(f"{head}{more}").findings, key=lambda one: one.severity)
    return {place.path: one.severity.label for one in found for place in one.places}


@pytest.mark.parametrize(
    ("name", "form", "path", "weight"),
    [
        ("2014", "influence", TITLE, "warning"),
        ("2014", "joint", TITLE, "warning"),
        ("2014", "joint", FUNCTIONS, "error"),
        ("2014", "delegated", FUNCTIONS, "error"),
        ("2017", "delegated", LINES, "error"),
        ("2018", "delegated", LINES, "warning"),
    ],
)
def test_what_is_answered_nowhere_is_missing(name: str, form: str, path: str, weight: str) -> None:
    assert findings(name, form, "summary: We apply.\n").get(path) == weight


@for_each_row(
    [
        (
            "2014",
            "joint",
            TITLE,
            "benefits: {five_year_plan: The proposal follows our plan for 2014 to 2019.}\n",
        ),
        ("2014", "joint", TITLE, "    strategy: Our plan\n"),
        (
            "2014",
            "joint",
            FUNCTIONS,
            "scope: {introduction: We ask for rent reviews and practice mergers.}\n",
        ),
        ("2014", "joint", FUNCTIONS, "scope: {notes: Rent reviews are in scope. All else is not.}\n"),
        (
            "2014",
            "joint",
            FUNCTIONS,
            "scope: {tables: [{functions: [{function: Estates, in_scope: yes}]}]}\n",
        ),
        ("2014", "joint", FUNCTIONS, "scope: {functions: [{function: Estates, in_scope: yes}]}\n"),
        ("2017", "delegated", LINES, f"{BUDGET}envelope: £23m\n"),
        ("2017", "delegated", LINES, f"{BUDGET}management: We set aside 1% against a deficit.\n"),
        ("2017", "delegated", LINES, f"{BUDGET}lines: [{{line: GMS, budget: £14m}}]\n"),
    ],
)
def test_what_is_answered_in_any_one_place_is_not_missing(name: str, form: str, path: str, more: str) -> None:
    found = findings(name, form, more)
    assert path not in found
    assert found, "other things are missing from this file"


@pytest.mark.parametrize(
    ("name", "form", "path", "more"),
    [
        ("2014", "joint", TITLE, "background: {vision: We have a five-year plan.}\n"),
        ("2014", "joint", FUNCTIONS, "arrangement: {overview: The functions are many.}\n"),
        ("2017", "delegated", LINES, "arrangement: {overview: The budget is large.}\n"),
        ("2017", "delegated", LINES, f"{BUDGET}management: TBC\n"),
    ],
)
def test_what_is_said_in_another_matter_or_put_off_answers_nothing(
    name: str, form: str, path: str, more: str
) -> None:
    assert path in findings(name, form, more)


def test_a_scope_that_says_only_how_it_was_decided_is_still_told_that_it_names_no_function() -> None:
    found = findings("2014", "joint", "scope: {introduction: We looked at all functions.}\n")
    assert FUNCTIONS not in found
    assert found["scope.introduction"] == "warning"


def test_each_of_the_three_has_other_places_in_the_round_that_asks_for_it() -> None:
    others = {
        one.path: one.or_path
        for name in ("2014", "2017")
        for *_, one in load_round(name).requirements
        if one.or_path
    }
    assert {"applicants[].strategy.title", FUNCTIONS, LINES} <= others.keys()
