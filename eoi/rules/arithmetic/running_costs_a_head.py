"""Running costs that are unlike the sum a head which all CCGs were given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.scales import RUNNING_COSTS, RUNNING_COSTS_OF_ALL, in_scale, served_by

# From 2018 on they were not looked up.
LAST = date(2018, 3, 31)


def check(case: Case) -> Iterator[Problem]:
    if case.round.dated.last > LAST:
        return
    for index, applicant in enumerate(case.submission.applicants):
        amount, served = applicant.running_costs, served_by(case, index)
        if not amount or not served.is_known or not in_scale(amount, RUNNING_COSTS, served):
            continue
        if not in_scale(amount, RUNNING_COSTS_OF_ALL, served):
            yield Problem(
                ("applicants", index, "running_costs"),
                f"{amount} is £{amount.amount / served.fewest:.2f} for each of {int(served.fewest):,} people "
                f"{served.which}; all CCGs had £24.73 in 2014/15.",
                help="Check the amount and the people; if it holds more than the allowance, say so in "
                "`background.structure`.",
                other=(served.path, "the people") if served.path else None,
            )


RULE = Rule(
    summary="Running costs are near the allowance that all CCGs had",
    why="Running costs were one sum for each person, everywhere. An assessor divides the two figures: two "
    "digits that changed places show at once.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="NHS England, February 2014: running costs allowances of £24.73 a head in 2014/15 and £22.07 in "
    "2015/16; BaNES has £23.85. £16 to £34 pass, since people are counted differently",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, running_costs: £7.4m}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, running_costs: £4.7m}
""",
)
