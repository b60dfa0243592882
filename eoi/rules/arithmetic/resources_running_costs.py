"""The resources asked for against the applicants' own running costs."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.submission.sums import compute_total


def check(case: Case) -> Iterator[Problem]:
    resources, applicants = case.submission.resources, case.submission.applicants
    asked = resources.total if resources else None
    running = compute_total((applicant.running_costs for applicant in applicants), None)
    told = resources.funding if resources else None
    if asked and running and asked.amount > running.computed.amount and str(asked) not in (told or ""):
        whose = "the CCGs' running costs together" if len(applicants) > 1 else "the CCG's running costs"
        yield Problem(
            ("resources", "total"),
            f"The {asked} asked for is more than {whose}, {running.computed}.",
            help="Check both amounts and their units (k or m); if they are right, say in "
            f"`resources.funding` where {asked} would come from.",
            other=(("applicants", 0, "running_costs"), "running costs"),
        )


RULE = Rule(
    summary="The capacity asked for costs less than running the CCG",
    why="CCGs were told to cut their running costs, and co-commissioning came without more. A request "
    "larger than all of them is a slip in a unit, or needs its own explanation.",
    check=check,
    severity=Severity.ADVICE,
    certainty="inferred",
    source="what CCG leaders said of co-commissioning without added money (S60, S61)",
    needs=("resources.total",),
    fails="""
applicants:
  - name: NHS Somewhere CCG
    running_costs: £4.7m
resources:
  total: £79.4m
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    running_costs: £4.7m
resources:
  total: £79.4k
""",
)
