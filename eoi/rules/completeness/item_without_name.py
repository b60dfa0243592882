"""Posts, stakeholders, bodies, groups, milestones and budget lines without a name."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.nodes import Path
from eoi.source.paths import number_item

# The field with the name of an item, by list.
NAMES = {
    "resources.posts[]": "role",
    "arrangement.budget.lines[]": "line",
    "timescales[]": "milestone",
    "governance.groups[]": "name",
    "engagement.stakeholders[]": "name",
    "support[]": "body",
}


def check(case: Case) -> Iterator[Problem]:
    for items, name in NAMES.items():
        for path, item in case.list_values(items):
            if not getattr(item, name) and not has_placeholder(case, (*path, name)):
                number = number_item(path)
                yield Problem(
                    path,
                    f"{number[0].upper()}{number[1:]} has no `{name}`, so a reader cannot tell which it is.",
                    help=f"Add `{name}`; or put a space for its dash, if its fields belong to the item above."
                    if path[-1]
                    else f"Add `{name}`.",
                )


def has_placeholder(case: Case, path: Path) -> bool:
    """Tell whether a field holds a placeholder, which another rule reports."""
    return any(placeholder.path == path for placeholder in case.placeholders)


RULE = Rule(
    summary="Every item of a list has its name",
    why="Without its name, a post, a group or a body is printed as a dash or as 'An unnamed stakeholder'. "
    "Often the fields are those of the item above, and a dash was put before them by mistake.",
    check=check,
    severity=Severity.WARNING,
    certainty="inferred",
    question="What is it called?",
    source="what this program prints of an item without a name",
    needs=tuple(NAMES),
    fails="""
resources:
  posts:
    - {role: Project manager, wte: 1}
    - {band: 7, cost: £40k}
""",
    passes="""
resources:
  posts:
    - {role: Project manager, wte: 1, band: 7, cost: £40k}
engagement:
  stakeholders:
    - {name: Somewhere Council, role: Director of Public Health, view: In favour}
""",
)
