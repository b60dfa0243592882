"""No rule does work that grows faster than the pairs of applicants: a file may name hundreds."""

from __future__ import annotations

from functools import partial

import pytest

from eoi.rules import load_catalogue
from eoi.rules.rule import Case, Rule
from tests.calls import count_calls
from tests.samples import examined
from tests.tables import for_each

FEW, MANY = 12, 96
PAIRS = (MANY / FEW) ** 2  # with each three of them, the work would be 512 times as much
LITTLE = 1_000  # calls
CCG = "{name: NHS X%d CCG, population: {resident: 1, registered: 2}, budget: £1m, practices: 27}"


def case_of(applicants: int) -> Case:
    lines = "".join(f"  - {CCG % number}\n" for number in range(applicants))
    found = examined(f"round: 2014\nform: joint\napplicants:\n{lines}")
    return Case(found.submission, found.round, found.source.tree, found.checklist, found.source.text)  # type: ignore[arg-type]


def run(rule: Rule, case: Case) -> None:
    for _ in rule.check(case):
        pass


@pytest.mark.long
@for_each(load_catalogue(), lambda rule: rule.name)
def test_the_work_of_a_rule_grows_no_faster_than_the_pairs_of_applicants(rule: Rule) -> None:
    few, many = (count_calls(partial(run, rule, case_of(number))) for number in (FEW, MANY))
    assert many < 1.5 * PAIRS * max(few, LITTLE)
