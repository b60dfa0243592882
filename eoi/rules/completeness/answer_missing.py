"""Answers that a section asks for and the file lacks."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_gaps


def check(case: Case) -> Iterator[Problem]:
    return report_gaps(case, "answer-missing")


RULE = Rule(
    summary="Every section that the round asks for is answered",
    why="A board asks why finance is missing when it is too late to find out. How much each answer "
    "weighs, and where the requirement comes from, stands in the round and in the checklist.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="the requirements of the round, each with its own source",
    fails="""
benefits:
  vision: We want care close to home.
""",
    passes="""
round: 2014
form: influence
applicants:
  - name: NHS Somewhere CCG
    population: {resident: 100000, registered: 101000, as_of: 2014-03-31}
    budget: £120m
    practices: 20
    local_authorities: Somewhere Council
    strategy: Our plan
    staff: {headcount: 40, wte: 35}
    running_costs: £3m
    commissioning_support: A support unit
    board_approved: 2014-06-12
submitted: 2014-06-20
summary: We want more influence.
background: {vision: Good care., structure: We are small.}
ccgs_involved: {reasons: We work alone., neighbours: We talk to them.}
benefits: {vision: a, five_year_plan: b, integration: c, quality: d, involvement: e, inequalities: f}
priorities: [{title: a, opportunities: b, outcomes: c, measure: d}]
scope:
  introduction: We looked at all functions.
  functions: [{function: Estates, in_scope: yes, comment: Jointly., risk: Delay}]
resources:
  introduction: We are small.
  posts: [{role: Manager, wte: 1, start: 2014-09, cost: £40k}]
  total: £40k
  funding: From our allocation.
arrangement: {overview: We meet., future: We will see.}
timescales: [{milestone: Start, date: 2015-04}]
governance:
  conflicts_of_interest: {policy: Our constitution, registers: Register of interests}
engagement:
  members: {consulted: All practices, view: In favour., planned: More.}
  stakeholders: [{name: Healthwatch, view: In favour}]
  stakeholders_planned: A workshop.
  public: {method: a survey, views: {for: 100%}, planned: More.}
  nhs_england: [{date: 2014-05-27, event: A meeting}]
evaluation: [{what: Access, measure: Waiting times, when: Yearly}]
support: [{body: Health and Wellbeing Board}]
signatories: [{role: Accountable officer}]
""",
)
