"""Members who are called the chair, in a group that names another chair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import name_group
from eoi.rules.shared.bodies.roles import may_be_same

# 'Accountable officer (chair)' and 'Chair: accountable officer'; 'Chair of Healthwatch' chairs that.
CHAIR = Expression(
    r"^(?P<before>[^(:;]{3,80}?)\s*(?:\(chair\)|[,;–-]\s*chair)$"
    r"|^(?:the )?chair\s*(?:[:–-]|\()\s*(?P<after>[^()]{3,80})\)?$",
    re.IGNORECASE,
    words="chair",
)
OTHER_CHAIR = WordList("vice|deputy|audit|alternate")


def check(case: Case) -> Iterator[Problem]:
    for index, group in enumerate(case.submission.groups):
        for number, member in enumerate(group.members if group.chair else ()):
            role = member.role or ""
            match = None if OTHER_CHAIR.is_in(role) else CHAIR.match(role)
            if match and not may_be_same(match["before"] or match["after"], group.chair or ""):
                yield Problem(
                    ("governance", "groups", index, "members", number, "role"),
                    f"{role} is listed as a member, but the chair of {name_group(group)} is {group.chair}.",
                    help="Name one chair. Call the other the vice-chair, if that is meant.",
                    other=(("governance", "groups", index, "chair"), "the chair"),
                )


RULE = Rule(
    summary="A group has one chair",
    why="The chair may have the casting vote, and has to be free of interests. Two names leave open whose "
    "those are.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("governance.groups[]",),
    fails="""
governance:
  groups:
    - {name: Joint Committee, chair: Lay member, members: [Accountable officer (chair), Lay member]}
""",
    passes="""
governance:
  groups:
    - {name: Joint Committee, chair: Lay member, members: [Lay member for audit (chair), Accountable officer]}
    - {name: Delivery Group, chair: Chief officer, members: [Chief officer, Chair of Healthwatch]}
""",
)
