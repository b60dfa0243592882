"""Running costs that cannot pay the people employed, or could pay many times as many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.rounding import find_least, find_most
from eoi.rules.shared.problems import has_sentence_with, name_notes
from eoi.submission.applicant import Staff
from eoi.submission.quantities import Number

# The lowest pay point in England from 1 April 2014. BaNES' running costs are £138,000 for each of its 34 WTE.
LOWEST_PAY, MOST = 14_294, 700_000


STAFF = WordList(
    "staff|people|post|posts|employee|employees|team|teams|salary|salaries|pay|running cost|running costs"
)
OTHERS_PAY = WordList(
    "paid|pay|pays|fund|funded|funds|host*|recharg*|seconded|secondment|secondments|on behalf|shared|"
    "employed by|other budget|other budgets|joint*|includ*|support unit|buy|buys|bought"
)


def check(case: Case) -> Iterator[Problem]:
    for index, applicant in enumerate(case.submission.applicants):
        running, staff = applicant.running_costs, count_staff(applicant.staff)
        if not running or running.amount <= 0 or not staff:
            continue
        name, number = staff
        too_little = find_most(running) < LOWEST_PAY * find_least(number)
        if not too_little and find_least(running) <= MOST * find_most(number):
            continue
        if not has_sentence_with(applicant.notes, STAFF, OTHERS_PAY):
            yield Problem(
                ("applicants", index, "staff", name),
                f"{running} of running costs is £{running.amount / number.amount:,.0f} for "
                f"{describe_staff(name, number)}"
                f"{', less than the lowest pay' if too_little else ''}.",
                help="Check the number of people and the running costs; if others pay them, or if the "
                f"money pays for more than staff, say so in {name_notes(('applicants', index))}.",
                other=(("applicants", index, "running_costs"), "the running costs"),
            )


def describe_staff(name: str, number: Number) -> str:
    """Return words for the staff among whom running costs are shared."""
    if name == "wte":
        return f"each of {number} WTE" if number.amount > 1 else "each WTE"
    return "the one person employed" if number.amount == 1 else f"each of {number} people employed"


def count_staff(staff: Staff | None) -> tuple[str, Number] | None:
    """Return the field and the number of the paid staff, or None if neither is stated.

    Whole-time equivalents come before the headcount, since they are more precise.
    """
    for name in ("wte", "headcount"):
        number: Number | None = getattr(staff, name, None)
        if number and number.amount > Decimal(0):
            return name, number
    return None


RULE = Rule(
    summary="Running costs can pay the people employed",
    why="Most of a CCG's running costs are pay. Where the two do not go together, one of the figures has a "
    "nought too many or too few.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    source="NHS Employers, terms and conditions handbook, annex 3: pay points in England from 1 April 2014, "
    "the lowest £14,294; BaNES: £4.7m for 34 WTE. The upper limit, £700,000 each, is this project's own",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, running_costs: £4.7m, staff: {headcount: 430, wte: 340}}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, running_costs: £4.7m, staff: {headcount: 43, wte: 34}}
""",
)
