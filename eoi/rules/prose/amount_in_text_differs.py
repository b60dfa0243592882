"""Amounts of money in long texts against the fields that state them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures_against_fields import Field, differs, problem
from eoi.rules.shared.prose_figures import Figure, is_of_now
from eoi.submission.quantities import Money

FEW = r"(?:[\w'’-]+\s+){0,4}?"
# What the words beside an amount call it. The more exact name comes first.
CALLED = {
    "the running costs": r"(?:running|management|administration)[\s-]costs?",
    "the primary care budget": r"envelope|primary (?:medical )?care (?:budget|allocation)"
    r"|budget for primary care",
    "the total asked for": r"(?:posts?|capacity|resources?|staff(?:ing)?|request)",
    "the budget": r"(?:budget|allocation|spending|commission\w* budget)",
}
CHANGE = re.compile(
    r"\b(?:sav(?:e|es|ing|ings)|cut|reduc\w+|increas\w+|growth|gap|deficit|surplus|shortfall|"
    r"invest\w*|fund of|"
    r"contribut\w+|grant|contract|tender|pilot|scheme|additional|extra|more|less|of which|includ\w+|"
    r"excluding)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    fields = list(money_fields(case))
    everything = [Field(path, value, "") for path, value in every_amount(case)]
    for figure in case.figures if fields else ():
        if figure.unit != "pounds" or not is_of_now(figure) or CHANGE.search(figure.sentence):
            continue
        if everything and differs(figure, everything) is None:
            continue
        if found := judge(figure, fields):
            yield problem(figure, *found)


def judge(figure: Figure, fields: list[Field]) -> tuple[Field, bool] | None:
    name = called(figure)
    named = [field for field in fields if field.name == name]
    if named and (field := differs(figure, named)):
        return field, True
    if not name and (field := differs(figure, fields)) and figure.near(field.stated, "0.8", "1.25"):
        return field, False
    return None


def called(figure: Figure) -> str:
    """By the words just before or after the amount."""
    for name, words in CALLED.items():
        before = rf"\b(?:{words})\b\s+(?:allowance\s+|budget\s+)?{FEW}$"
        after = rf"\s*{FEW}(?:{words})\b"
        if re.search(before, f"{figure.before} ", re.IGNORECASE) or re.match(
            after, figure.after, re.IGNORECASE
        ):
            return name
    return ""


def money_fields(case: Case) -> Iterator[Field]:
    s = case.submission
    for index, applicant in enumerate(s.applicants):
        at = ("applicants", index)
        if applicant.budget:
            yield Field((*at, "budget"), applicant.budget, "the budget")
        if applicant.running_costs:
            yield Field((*at, "running_costs"), applicant.running_costs, "the running costs", "are")
    if s.arrangement and s.arrangement.budget and s.arrangement.budget.envelope:
        path = ("arrangement", "budget", "envelope")
        yield Field(path, s.arrangement.budget.envelope, "the primary care budget")
    if s.resources and s.resources.total:
        yield Field(("resources", "total"), s.resources.total, "the total asked for")


def every_amount(case: Case) -> Iterator[tuple[tuple[str | int, ...], Money]]:
    """An amount that stands in some field is no slip, whatever it is of."""
    for pattern in (
        "applicants[].budget",
        "applicants[].running_costs",
        "arrangement.budget.envelope",
        "arrangement.budget.lines[].budget",
        "arrangement.budget.lines[].actual",
        "resources.total",
        "resources.posts[].cost",
    ):
        yield from case.given(pattern)


RULE = Rule(
    summary="Amounts in the texts are those of the fields",
    why="A figure that was updated in a field and left in a text makes a board ask which of the two it "
    "agreed.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    budget: £220m
summary: We commission care for our city with a budget of £230m.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    budget: £220m
    running_costs: £4.7m
summary: |
  We commission care with a budget of about £220 million. Our running costs of £4.7m fall. In 2011/12 the
  budget was £180m. We invested £230k in access.
""",
)
