"""Running costs and primary care as shares of the whole budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.figures.scales import BUDGET, is_in_scale, list_served
from eoi.source.nodes import Path
from eoi.submission.quantities import Money
from eoi.submission.sums import compute_total

RUNNING_COSTS, ENVELOPE = Decimal("0.05"), Decimal("0.5")


def check(case: Case) -> Iterator[Problem]:
    applicants = case.submission.applicants
    # Another rule reports a budget of an impossible size.
    known = [
        applicant.budget
        for index, applicant in enumerate(applicants)
        if applicant.budget and is_in_scale(applicant.budget, BUDGET, list_served(case)[index])
    ]
    for index, applicant in enumerate(applicants):
        if applicant.budget in known:
            at: Path = ("applicants", index)
            yield from find_large_part(
                (*at, "running_costs"), applicant.running_costs, applicant.budget, RUNNING_COSTS, at
            )
    whole = compute_total(known, None) if len(known) == len(applicants) else None
    for path, envelope in case.list_values("arrangement.budget.envelope"):
        yield from find_large_part(
            path, envelope, whole.computed if whole else None, ENVELOPE, ("applicants", 0)
        )


def find_large_part(
    path: Path, part: Money | None, whole: Money | None, share: Decimal, at: Path
) -> Iterator[Problem]:
    """Report a part of the budget that is a larger share of it than is usual."""
    if part and whole and whole.amount and find_least(part) > share * find_most(whole):
        yield Problem(
            path,
            f"{part} is {part.amount / whole.amount:.0%} of the budget, {whole}; up to {share:.0%} is usual.",
            help="Check both amounts and their units, k (thousand) or m (million).",
            other=((*at, "budget"), "the budget"),
        )


RULE = Rule(
    summary="Running costs and primary care are a likely part of the budget",
    why="A CCG's running costs are some 2% of what it spends, and primary care a tenth. Larger shares come "
    "from a slip in one of the two amounts, or from figures of different areas.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="BaNES (2.1% and 10.5%); running costs of £24.73 a head for all CCGs (NHS England, February 2014) "
    "against 15 published budgets of 2013/14, 1.6% to 2.3%. The limits, 5% and half, are this project's own",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, budget: £220m, running_costs: £47m}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, budget: £220m, running_costs: £4.7m}
arrangement:
  budget: {envelope: £23.1m}
""",
)
