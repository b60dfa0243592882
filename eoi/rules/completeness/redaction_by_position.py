"""Redactions of whatever stands at a position of a list."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.rules.completeness.redaction_names_nothing import name_path
from eoi.rules.rule import Case, FindingKind, Problem, Rule
from eoi.submission.named_items import replace_positions_by_names
from eoi.submission.redacting import list_paths_of_redaction


def check(case: Case) -> Iterator[Problem]:
    for index, redaction in enumerate(case.submission.redactions):
        named = replace_positions_by_names(case.submission, redaction.path)
        if named != redaction.path and list_paths_of_redaction(case.submission, redaction.path):
            yield Problem(
                ("redactions", index, "path"),
                f"The redaction of {name_path(redaction.path)} hides whatever stands at that place.",
                f"Write `{named}`, which stays with its item when others are put before it.",
                instead=named,
            )


RULE = Rule(
    summary="A redaction names its item by words, not by its place in a list",
    why="An item put in front of others moves them on. The redaction then hides another one, and what is "
    "confidential is published.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    finds=FindingKind.ASKED,
    needs=("redactions[]",),
    fails="""
resources: {posts: [{role: Project manager, cost: £43.3k}, {role: Administrator}]}
redactions:
  - {path: "resources.posts[0].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
    passes="""
resources: {posts: [{role: Project manager, cost: £43.3k}, {role: Administrator}]}
redactions:
  - {path: "resources.posts[Project manager].cost", exemption: section 43(2), reason: It would harm the CCG}
""",
)
