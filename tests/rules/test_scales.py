"""The bands for money by head hold for everything that is published and can be worked out.

`tests/facts/allocations-2013-14.csv` has the budgets announced in December 2012 for the year 2013/14, from
the part of NHS England's working paper (gateway 00337, annex A) that was found; BaNES' own is added.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal

from eoi.reference import find_ccg_with_code, load_ccgs
from eoi.rules.arithmetic import amount_out_of_scale, part_of_the_budget
from eoi.rules.shared.figures.scales import BUDGET, ENVELOPE, RUNNING_COSTS, Scale
from tests.samples import ROOT

BANES = ("11E", Decimal("211985000"))
RUNNING_COSTS_A_HEAD = (Decimal("24.73"), Decimal("22.07"))
# BaNES, North Hampshire and North East Lincolnshire.
PRIMARY_CARE = {"11E": 23_100_000, "10J": 26_600_000, "03H": 30_757_000}


def budgets() -> Iterator[tuple[str, Decimal]]:
    text = (ROOT / "tests" / "facts" / "allocations-2013-14.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield row["code"], Decimal(row["thousands"]) * 1000
    yield BANES


def a_head(code: str, amount: Decimal) -> Decimal:
    ccg = find_ccg_with_code(code)
    assert ccg, code
    return amount / ccg.registered_population


def holds(scale: Scale, each: Decimal) -> bool:
    return scale.least <= each <= scale.most


def test_every_published_budget_is_in_the_band_with_room_on_both_sides() -> None:
    each = sorted(a_head(code, amount) for code, amount in budgets())
    assert len(each) == 15
    assert (round(each[0]), round(each[-1])) == (1057, 1380)
    assert 2 * BUDGET.least <= each[0] <= each[-1] <= BUDGET.most / Decimal("1.8")


def test_the_running_costs_of_every_ccg_are_in_the_band_and_a_small_part_of_its_budget() -> None:
    assert len(load_ccgs()) == 211
    assert all(holds(RUNNING_COSTS, each) for each in RUNNING_COSTS_A_HEAD)
    shares = [
        running / a_head(code, amount) for code, amount in budgets() for running in RUNNING_COSTS_A_HEAD
    ]
    assert max(shares) < part_of_the_budget.RUNNING_COSTS / 2


def test_every_published_primary_care_budget_is_in_the_band() -> None:
    each = [a_head(code, Decimal(amount)) for code, amount in PRIMARY_CARE.items()]
    assert [round(one) for one in each] == [115, 121, 182]
    assert all(holds(ENVELOPE, one) for one in each)


def test_the_rule_says_how_many_budgets_it_rests_on() -> None:
    assert "15 published budgets of 2013/14, of 211" in amount_out_of_scale.RULE.source
