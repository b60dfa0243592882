"""Possible budgets and running costs that are unlike those of all CCGs for each person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures.scales import BUDGET, RUNNING_COSTS, Scale, is_in_scale, list_served
from eoi.rules.shared.problems import has_sentence_with, name_notes

# Figures from 2018 on were not looked up.
LAST = date(2018, 3, 31)
# The usual range is wider than the published figures by a quarter or more, since people are counted in
# different ways and budgets grew.
USUAL = {
    "budget": (BUDGET, Scale(800, 1900), "15 that were published for 2013/14 are £1,057 to £1,380"),
    "running_costs": (RUNNING_COSTS, Scale(16, 34), "all CCGs had £24.73 in 2014/15"),
}


# Words with which notes explain an amount unlike those of others.
SAID = {
    "budget": Expression(r"\b(?:budgets?|allocations?)\b"),
    "running_costs": Expression(r"\b(?:running[- ]costs?|allowances?)\b"),
}
HOLDS_MORE = WordList(
    "includ*|hold*|cover*|contain*|host*|on behalf of|more than|less than|beyond|besides|as well as|"
    "in addition|exclud*|without|because"
)


def check(case: Case) -> Iterator[Problem]:
    for index, served in enumerate(list_served(case) if case.round.dated.last <= LAST else ()):
        applicant = case.submission.applicants[index]
        for field, (possible, usual, published) in USUAL.items():
            amount = getattr(applicant, field)
            if not amount or not served.is_known or is_in_scale(amount, usual, served):
                continue
            is_possible = is_in_scale(amount, possible, served)
            if is_possible and not has_sentence_with(applicant.notes, SAID[field], HOLDS_MORE):
                each = amount.amount / served.fewest
                yield Problem(
                    ("applicants", index, field),
                    f"{amount} is £{each:,.{0 if each >= 100 else 2}f} for each of "
                    f"{int(served.fewest):,} people {served.which}; {published}.",
                    help="Check the amount and the people; if it holds more or less than others do, say so "
                    f"in {name_notes(('applicants', index))}.",
                    other=(served.path, "the people") if served.path else None,
                )


RULE = Rule(
    summary="Budgets and running costs are near what other CCGs had for each person",
    why="An assessor divides the two figures. Every CCG had the same sum for each person for its running "
    "costs, so two digits that changed places, or another CCG's amount, show at once.",
    check=check,
    severity=Severity.ADVICE,
    certainty="found",
    source="15 published budgets of 2013/14, of 211 (£1,057 to £1,380 for each person in the list of October "
    "2014); NHS England, February 2014: running costs allowances of £24.73 a head in 2014/15 and £22.07 in "
    "2015/16. £800 to £1,900 and £16 to £34 pass",
    fails="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, running_costs: £7.4m}
""",
    passes="""
applicants:
  - {name: NHS Somewhere CCG, population: {registered: 197040}, budget: £220m, running_costs: £4.7m}
""",
)
