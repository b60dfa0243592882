"""Groups that report to one another in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.submission.governance import Group
from eoi.submission.scope import normalise_name

Reports = dict[int, dict[int, int]]


def check(case: Case) -> Iterator[Problem]:
    found = case.submission.groups
    reports = list_reports(found)
    # Each group in the circle is followed by one that reports to it, and the last is the first again.
    if circle := find_circle(reports):
        index = circle.index(min(circle[1:]), 1)
        yield report(found, circle[index], circle[index - 1], reports)


def find_circle(reports: Reports) -> list[int]:
    """Return the indexes of groups that report to each other in a circle, or an empty list if none do."""
    if not any(reports.values()):
        return []
    from graphlib import CycleError, TopologicalSorter  # late: most groups report to a body outside

    try:
        TopologicalSorter(reports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def report(found: tuple[Group, ...], index: int, superior: int, reports: Reports) -> Problem:
    path = ("governance", "groups", index, "reports_to", reports[index][superior])
    help_ = "Name the body at the top, such as the CCG Board."
    name = name_group(found[index], begins=True)
    if superior == index:
        return Problem(path, f"{name} reports to itself.", help=help_)
    other = (("governance", "groups", superior, "reports_to", 0), "and back again, directly or not")
    return Problem(path, f"{name} reports to {name_group(found[superior])}, and back again.", help_, other)


def list_reports(found: tuple[Group, ...]) -> Reports:
    """Return, for each group, the described groups that it reports to, with their line in `reports_to`."""
    names = {normalise_name(group.name): index for index, group in enumerate(found) if group.name}
    bodies = [[normalise_name(body) for body in group.reports_to] for group in found]
    return {
        index: {names[body]: line for line, body in enumerate(reported) if body in names}
        for index, reported in enumerate(bodies)
    }


RULE = Rule(
    summary="No group reports to itself, directly or through others",
    why="Somebody outside has to hold the groups to account. In a circle nobody does.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the groups in the file",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Strategic Group, reports_to: Operational Group}
    - {name: Operational Group, reports_to: [CCG Board, the Strategic Group]}
""",
    passes="""
governance:
  groups:
    - {name: Strategic Group, reports_to: CCG Board}
    - {name: Operational Group, reports_to: the Strategic Group}
""",
)
