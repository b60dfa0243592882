"""Whatever the lines of a budget, the checker and the document find one and the same total."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.document.content.budget_table import make_budget_table
from eoi.findings import Severity
from eoi.source.nodes import Plain
from eoi.submission.budget_lines import (
    find_columns,
    find_convention,
    find_grand_total,
    find_items,
    find_stated_sums,
)
from eoi.submission.quantities import Money
from eoi.submission.reader import read_data
from eoi.submission.resources import Budget
from eoi.submission.sums import names_a_sum
from tests.samples import examined, skeleton
from tests.tables import for_each_row

TOTALS = ("Total", "Grand total", "Overall total", "Sum of the lines", "All lines", "Total (GP services)")
figures = st.lists(st.integers(600, 90_000), min_size=1, max_size=8)


def budget(lines: list[dict[str, str]], **more: str) -> Budget:
    rows: list[Plain] = [{**line} for line in lines]
    return read_data(Budget, {"lines": rows, **more})


def found(lines: list[dict[str, str]]) -> list[Severity]:
    rows = "".join(f"      - {{line: '{line['line']}', budget: '{line['budget']}'}}\n" for line in lines)
    outcome = examined(skeleton(more=f"arrangement:\n  budget:\n    lines:\n{rows}"))
    return [finding.severity for finding in outcome.findings if finding.rule == "budget-lines-total"]


def lines_with(thousands: list[int], name: str, total: int) -> list[dict[str, str]]:
    parts = [{"line": f"Line {n}", "budget": f"£{amount:,}k"} for n, amount in enumerate(thousands)]
    return [*parts, {"line": name, "budget": f"£{total:,}k"}]


@given(figures, st.sampled_from(TOTALS))
def test_any_total_that_is_the_sum_of_its_lines_is_right_and_printed_once(
    thousands: list[int], name: str
) -> None:
    lines = lines_with(thousands, name, sum(thousands))
    assert found(lines) == []
    table = make_budget_table(budget(lines))
    assert [row.name for row in table.rows] == [line["line"] for line in lines]
    assert not table.is_rounded


@given(figures, st.sampled_from(TOTALS), st.integers(-500, 500).filter(bool))
def test_any_other_total_is_excused_by_half_a_step_of_every_figure_and_by_no_more(
    thousands: list[int], name: str, out_by: int
) -> None:
    lines = lines_with(thousands, name, sum(thousands) + out_by)
    explained = abs(out_by) <= Decimal(len(thousands) + 1) / 2
    assert found(lines) == [Severity.ADVICE if explained else Severity.ERROR]
    table = make_budget_table(budget(lines))
    assert table.rows[-1].name == "Sum of the lines"
    total = table.rows[-1].figures[0]
    assert isinstance(total, Money)
    assert total.amount == sum(thousands) * 1000
    assert table.is_rounded == explained


@for_each_row(
    [
        *((name, True) for name in (*TOTALS, "Sub-total", "Subtotal: GMS", "GMS sub total", "In all", "Sum")),
        *((name, False) for name in ("Total triage", "Summary care record", "GMS", "Overall quality", "")),
    ],
)
def test_a_line_adds_others_up_by_its_name(name: str, adds_up: bool) -> None:
    assert names_a_sum(name) == adds_up


def test_a_subtotal_adds_what_stands_since_the_sum_before_it() -> None:
    lines = budget(
        [
            {"line": "GMS", "budget": "£14.0m"},
            {"line": "PMS", "budget": "£2.0m"},
            {"line": "Sub-total", "budget": "£16.0m"},
            {"line": "Premises", "budget": "£9.0m"},
            {"line": "of which rents", "budget": "£4.0m"},
            {"line": "Sub-total", "budget": "£9.0m"},
            {"line": "Total", "budget": "£25.0m"},
        ]
    ).lines
    assert [stated.parts for stated in find_stated_sums(lines)] == [(0, 1), (3,), (0, 1, 3)]
    assert (find_items(lines), find_grand_total(lines)) == ((0, 1, 3), 6)
    assert all(stated.sum.agrees for stated in find_stated_sums(lines))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("actual - budget", "actual - budget"),
        ("Forecast minus plan", "actual - budget"),
        ("outturn less budget", "actual - budget"),
        ("budget – actual", "budget - actual"),
    ],
)
def test_the_sign_of_a_variance_is_read_as_people_write_it(typed: str, read: str) -> None:
    assert find_convention(budget([], variance_is=typed)) == read


def test_plan_and_budget_are_columns_of_their_own_only_where_a_line_has_both() -> None:
    both = budget([{"line": "GMS", "plan": "£1m", "budget": "£2m"}])
    either = budget([{"line": "GMS", "plan": "£1m"}, {"line": "PMS", "budget": "£2m"}])
    plan = budget([{"line": "GMS", "plan": "£1m", "forecast": "£2m"}])
    assert [column.heading for column in find_columns(both.lines)] == ["Plan", "Budget"]
    assert [column.heading for column in find_columns(either.lines)] == ["Budget"]
    assert [column.heading for column in find_columns(plan.lines)] == ["Plan", "Forecast"]
